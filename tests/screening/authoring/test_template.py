import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.screening.conftest import NOW, PROTOCOLS
from tests.screening.differential import MISSING, differences, is_expected
from tp_directory.core.errors import CannotRead, CannotWrite
from tp_directory.screening.authoring.building import build
from tp_directory.screening.authoring.check import check_protocol
from tp_directory.screening.authoring.finding import Known
from tp_directory.screening.authoring.rules import read_rules
from tp_directory.screening.authoring.template import id_from, template
from tp_directory.screening.faults import ProtocolRefused
from tp_directory.screening.session import Session
from tp_directory.screening.xlsform.compile import read_protocol
from tp_directory.screening.xlsform.workbook import open_workbook

RULES = read_rules(PROTOCOLS / "common.yaml")
CONTENT = template("draft", date(2026, 3, 5), RULES)
KNOWN = Known(
    needs=frozenset({"crisis_line", "information_referral", "legal", "trafficking"})
    | {"victim_services"},
    populations=frozenset({"youth"}),
    protocols=frozenset({"youth_check"}),
    rules=RULES,
)
ASKED = {
    "type": "select_one ynud",
    "label::English (en)": "Example",
    "label::Français (fr)": "Exemple",
    "dimension": "VUD",
}
Edit = Callable[[str, str, str | None], None]


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A workbook as `template` writes it."""
    file = tmp_path / "draft.xlsx"
    file.write_bytes(CONTENT)
    return file


@pytest.fixture
def edit(draft: Path) -> Edit:
    """Write into a cell of the survey, named by the row's name and the header, as an author."""

    def edited(name: str, header: str, text: str | None) -> None:
        book = openpyxl.load_workbook(draft)
        sheet = book["survey"]
        headers = [cell.value for cell in sheet[1]]
        row = next(row for row in sheet.iter_rows() if row[headers.index("name")].value == name)
        row[headers.index(header)].value = text
        book.save(draft)

    return edited


def added(file: Path, after: str, **cells: str) -> None:
    """Insert a row below the one of a name, as an author does."""
    book = openpyxl.load_workbook(file)
    sheet = book["survey"]
    headers = [cell.value for cell in sheet[1]]
    names = [row[headers.index("name")].value for row in sheet.iter_rows()]
    at = names.index(after) + 2
    sheet.insert_rows(at)
    for header, text in cells.items():
        sheet.cell(at, headers.index(header) + 1).value = text
    book.save(file)


def rows(file: Path) -> dict[str, dict[str, str]]:
    return {row.cells.get("name", ""): row.cells for row in open_workbook(file).sheets["survey"]}


def test_a_new_protocol_gives_no_complaint(draft: Path) -> None:
    assert check_protocol(draft, KNOWN, lambda: NOW, lambda _done, _all: None) == ()


@pytest.mark.skipif(not is_expected(), reason=MISSING)
def test_a_new_protocol_runs_as_in_odks_own_engine() -> None:
    assert not differences(CONTENT, seed=6, count=20, length=20)


def test_a_new_protocol_has_the_bands_and_words_that_all_share(draft: Path) -> None:
    form = read_protocol(draft)

    for band in RULES.bands:
        note = form.question(f"band_{band.name}")
        assert (note.label.en, note.hint.en) == (band.title.en, band.text.en)
    assert (form.form_id, form.version) == ("draft", "0.1")


@pytest.mark.parametrize(
    ("strong", "medium", "weak", "is_present"),
    [
        (2, 0, 0, True),
        (1, 1, 0, True),
        (1, 0, 1, True),
        (0, 3, 0, True),
        (0, 2, 1, True),
        (1, 0, 0, False),
        (0, 2, 0, False),
        (0, 1, 3, False),
        (0, 0, 3, False),
    ],
)
def test_a_dimension_is_present_by_the_rule_that_all_share(
    draft: Path, strong: int, medium: int, weak: int, is_present: bool
) -> None:
    for strength in ("strong", "medium", "weak"):
        for number in range(3):
            added(draft, "look_1", name=f"{strength}_{number}", **ASKED, strength=strength)
    build(draft, RULES)
    session = Session(read_protocol(draft), lambda: NOW)

    for strength, count in (("strong", strong), ("medium", medium), ("weak", weak)):
        for number in range(count):
            session.answer(f"{strength}_{number}", "yes")

    assert session.value("p_VUD") == str(int(is_present))


def test_building_twice_changes_nothing(draft: Path) -> None:
    assert build(draft, RULES) == 0
    assert draft.read_bytes() == CONTENT


def test_a_question_that_is_added_counts_and_all_else_stays(draft: Path, edit: Edit) -> None:
    edit("do_many_1", "label::Français (fr)", "Une étape\u00a0: la première")
    added(draft, "look_3", name="look_4", **ASKED, strength="weak")
    before = rows(draft)

    assert build(draft, RULES) > 0
    after = rows(draft)

    assert after["n_VUD_weak"]["calculation"] == "if(${look_4} = 'yes', 1, 0)"
    assert "${look_4} = 'no'" in after["answered"]["calculation"]
    assert after["present"]["calculation"] == "${p_COD} + ${p_VUD} + ${p_EXP}"
    written = {name: cells for name, cells in after.items() if "generated" not in cells}
    assert written == {name: cells for name, cells in before.items() if "generated" not in cells}
    assert list(written) == [name for name, cells in before.items() if "generated" not in cells]
    assert build(draft, RULES) == 0


def test_a_dimension_that_nothing_has_any_more_goes(draft: Path, edit: Edit) -> None:
    for name in ("ask_1", "ask_2", "ask_3"):
        edit(name, "dimension", "COD")

    build(draft, RULES)

    names = [name for name, cells in rows(draft).items() if "generated" in cells]
    assert "p_EXP" not in names and "p_COD" in names
    assert list(rows(draft))[-3:] == ["do_few_1", "band_incomplete", "do_incomplete_1"]
    assert build(draft, RULES) == 0


def test_needs_beside_an_answer_are_added_to_those_of_the_band_once(
    draft: Path, edit: Edit
) -> None:
    edit("look_1", "needs", "legal trafficking")
    edit("look_2", "needs", "legal")
    edit("look_1", "populations", "youth")
    build(draft, RULES)
    session = Session(read_protocol(draft), lambda: NOW)

    session.answer("look_1", "yes")

    assert session.value("band") == "some"
    assert session.value("result_needs") == "information_referral legal trafficking"
    assert session.value("result_populations") == "youth"


@pytest.mark.parametrize(
    ("header", "text", "row"), [("needs", "legal", 19), ("strength", "very strong", 10)]
)
def test_checking_tells_that_the_formulas_are_to_be_built_anew(
    draft: Path, edit: Edit, header: str, text: str, row: int
) -> None:
    edit("look_1", header, text)

    findings = check_protocol(draft, KNOWN, lambda: NOW, lambda _done, _all: None)

    assert [each.fault.row for each in findings] == [row]


def test_a_row_without_the_mark_is_the_authors_own(draft: Path, edit: Edit) -> None:
    edit("present", "generated", None)
    edit("present", "calculation", "${p_COD}")

    build(draft, RULES)

    assert rows(draft)["present"]["calculation"] == "${p_COD}"
    assert build(draft, RULES) == 0


@pytest.mark.parametrize(
    ("header", "text"),
    [
        ("strength", "very strong"),
        ("strength", None),
        ("dimension", "C-D"),
        ("dimension", None),
        ("needs", "legal, shelter"),
        ("populations", "Youth"),
    ],
)
def test_what_is_not_written_as_it_must_be_is_refused_and_nothing_is_written(
    draft: Path, edit: Edit, header: str, text: str | None
) -> None:
    edit("look_1", header, text)
    before = draft.read_bytes()

    with pytest.raises(ProtocolRefused) as caught:
        build(draft, RULES)

    (fault,) = caught.value.faults
    assert fault.row == 10
    assert fault.text.en and fault.text.fr
    assert draft.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "header", "text"),
    [
        ("do_many_1", "needs", "legal"),
        ("band_many", "dimension", "COD"),
        ("about", "populations", "youth"),
    ],
)
def test_what_would_count_for_nothing_is_refused(
    draft: Path, edit: Edit, name: str, header: str, text: str
) -> None:
    edit(name, header, text)

    with pytest.raises(ProtocolRefused) as caught:
        build(draft, RULES)

    assert header in {each.column for each in caught.value.faults}


def test_a_question_without_a_name_is_refused(draft: Path, edit: Edit) -> None:
    edit("look_1", "name", None)

    with pytest.raises(ProtocolRefused) as caught:
        build(draft, RULES)

    assert {each.row for each in caught.value.faults} == {10}


def test_a_workbook_without_a_mark_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "shipped.xlsx"
    file.write_bytes((PROTOCOLS / "youth_check.xlsx").read_bytes())

    with pytest.raises(ProtocolRefused) as caught:
        build(file, RULES)

    assert caught.value.faults[0].column == "generated"


def test_what_saving_would_lose_is_refused(draft: Path, edit: Edit) -> None:
    edit("look_1", "dimension", "VUD")
    edit("about", "kind", "=1+1")
    book = openpyxl.load_workbook(draft)
    book["choices"].merge_cells("A2:A3")
    book.save(draft)

    with pytest.raises(ProtocolRefused) as caught:
        build(draft, RULES)

    assert [(each.sheet, each.row) for each in caught.value.faults] == [
        ("survey", 2),
        ("choices", 2),
    ]


def test_a_workbook_without_a_column_for_formulas_is_refused(draft: Path) -> None:
    book = openpyxl.load_workbook(draft)
    headers = [cell.value for cell in book["survey"][1]]
    book["survey"].cell(1, headers.index("calculation") + 1).value = "formulas"
    book.save(draft)

    with pytest.raises(ProtocolRefused) as caught:
        build(draft, RULES)

    assert [(each.row, each.column) for each in caught.value.faults] == [(1, "calculation")]


def test_a_workbook_that_cannot_be_written_is_as_it_was(draft: Path, edit: Edit) -> None:
    edit("look_1", "dimension", "VUD")
    before = draft.read_bytes()
    draft.with_name("draft.xlsx.new").mkdir()  # where the new one would be written first

    with pytest.raises(CannotWrite):
        build(draft, RULES)

    assert draft.read_bytes() == before


def test_what_was_offered_in_a_column_still_is_after_building(draft: Path, edit: Edit) -> None:
    edit("look_1", "dimension", "VUD")
    build(draft, RULES)

    sheet = openpyxl.load_workbook(io.BytesIO(draft.read_bytes()))["survey"]

    offered = {each.formula1 for each in sheet.data_validations.dataValidation}
    assert '"strong,medium,weak"' in offered


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotRead):
        build(tmp_path / "no.xlsx", RULES)


@pytest.mark.parametrize(
    ("file", "name"),
    [("Our intake 2.xlsx", "our_intake_2"), ("2026.xlsx", "protocol_2026"), ("é.xlsx", "protocol")],
)
def test_a_protocol_is_called_after_its_file(file: str, name: str) -> None:
    assert id_from(Path(file)) == name
