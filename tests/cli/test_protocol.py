import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tp_directory.cli import late_bar
from tp_directory.core.bilingual import Language
from tp_directory.paths import Bundle
from tp_directory.screening.authoring.guide import guide

Ask = Callable[..., Any]  # Any: Answered, in conftest, which no test can import

VERBS = ["new", "build", "check", "test", "help"]


@pytest.fixture
def draft(ask: Ask, tmp_path: Path) -> Path:
    """A workbook as `protocol new` writes it."""
    file = tmp_path / "my_check.xlsx"
    assert ask("protocol", "new", str(file)).code == 0
    return file


def changed(file: Path, name: str, header: str, text: str | None) -> None:
    """Write into a cell of the survey, as an author."""
    book = openpyxl.load_workbook(file)
    headers = [cell.value for cell in book["survey"][1]]
    rows = book["survey"].iter_rows()
    row = next(row for row in rows if row[headers.index("name")].value == name)
    row[headers.index(header)].value = text
    book.save(file)


@pytest.mark.parametrize("verb", VERBS)
def test_the_help_of_a_verb_is_wholly_in_french(ask: Ask, verb: str) -> None:
    page = ask("protocol", verb, "--help", "--lang", "fr")

    assert page.code == 0
    assert page.plain.startswith(f"Utilisation : tp-directory protocol {verb}")
    assert not [word for word in ("Usage", "Options:", "Show ", " the ") if word in page.plain]


def test_without_a_verb_all_are_told(ask: Ask) -> None:
    page = ask("protocol")

    assert page.code == 0
    assert all(f"  {verb} " in page.out for verb in VERBS)


def test_an_unknown_verb_is_refused_with_those_there_are(ask: Ask) -> None:
    page = ask("protocol", "chek")

    assert page.code == 2
    assert page.err == "There is no verb “chek”. Verbs: check.\n"


def test_a_new_checklist_has_no_problem_and_nothing_to_build(ask: Ask, draft: Path) -> None:
    checked, built = ask("protocol", "check", str(draft)), ask("protocol", "build", str(draft))

    assert (checked.code, checked.out) == (0, "No problem.\n")
    assert (built.code, built.out) == (0, "Nothing to change.\n")


def test_a_file_that_is_there_is_left_alone_unless_it_is_forced(ask: Ask, draft: Path) -> None:
    draft.write_bytes(b"mine")

    refused = ask("protocol", "new", str(draft))
    assert (refused.code, draft.read_bytes()) == (2, b"mine")

    assert ask("protocol", "new", str(draft), "--force").code == 0
    assert draft.read_bytes() != b"mine"


def test_a_new_checklist_must_be_called_a_workbook(ask: Ask, tmp_path: Path) -> None:
    file = tmp_path / "my_check"

    assert ask("protocol", "new", str(file)).code == 2
    assert not file.exists()


def test_a_change_of_strength_is_told_by_check_and_mended_by_build(ask: Ask, draft: Path) -> None:
    changed(draft, "look_1", "strength", "weak")

    checked = ask("protocol", "check", str(draft), "--lang", "fr")
    built = ask("protocol", "build", str(draft))

    assert checked.code == 0
    assert "avertissement : survey, rangée 19, generated : " in checked.plain
    assert built.out.startswith("Rows added, changed or removed: ")
    changed(draft, "look_2", "strength", "strong")
    assert ask("protocol", "build", str(draft)).code == 0
    assert ask("protocol", "check", str(draft)).out == "No problem.\n"


def test_an_error_leaves_with_1_and_tells_sheet_row_and_column(ask: Ask, draft: Path) -> None:
    changed(draft, "band_some", "needs", "no_such_need")
    ask("protocol", "build", str(draft))

    page = ask("protocol", "check", str(draft), "--format", "json")

    assert page.code == 1
    (finding,) = json.loads(page.out)["findings"]
    assert (finding["severity"], finding["sheet"], finding["column"]) == (
        "error",
        "survey",
        "calculation",
    )
    assert "no_such_need" in finding["text"]


@pytest.mark.parametrize("name", ["police_rapid", "border_interview", "shelter_adult"])
def test_a_shipped_protocol_has_no_problem(ask: Ask, bundle: Bundle, name: str) -> None:
    page = ask("protocol", "check", str(bundle.data / "protocols" / f"{name}.xlsx"))

    assert (page.code, page.out) == (0, "No problem.\n")


def test_a_bar_that_is_shown_at_once_changes_nothing_that_is_printed(
    ask: Ask, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(late_bar, "_PATIENCE_SECONDS", 0.0)

    assert ask("protocol", "check", str(draft)).out == "No problem.\n"


@pytest.mark.parametrize("verb", ["check", "build"])
def test_a_missing_file_leaves_with_3(ask: Ask, tmp_path: Path, verb: str) -> None:
    page = ask("protocol", verb, str(tmp_path / "no.xlsx"), "--lang", "fr")

    assert page.code == 3
    assert page.plain.startswith("Impossible de lire ")


def test_what_is_no_workbook_is_told_as_an_error(ask: Ask, draft: Path) -> None:
    draft.write_bytes(b"not a zip")

    page = ask("protocol", "check", str(draft))

    assert page.code == 1
    assert page.out.startswith("error: my_check.xlsx: it is no .xlsx workbook")


def test_the_shipped_scenarios_pass(ask: Ask, bundle: Bundle) -> None:
    folder = bundle.data / "protocols"

    page = ask(
        "protocol", "test", str(folder / "shelter_adult.xlsx"),
        "--scenarios", str(folder / "scenarios.yaml"), "--format", "json",
    )  # fmt: skip

    assert page.code == 0
    scenarios = json.loads(page.out)["scenarios"]
    assert [each["passes"] for each in scenarios] == [True, True, True]
    assert [each["followup"] is not None for each in scenarios] == [True, False, False]


def test_a_scenario_that_differs_tells_what_was_expected(
    ask: Ask, bundle: Bundle, tmp_path: Path
) -> None:
    folder = bundle.data / "protocols"
    cases = tmp_path / "cases.yaml"
    text = (folder / "scenarios.yaml").read_text(encoding="utf-8")
    cases.write_text(text.replace("expected_band: some", "expected_band: few"), encoding="utf-8")

    page = ask(
        "protocol", "test", str(folder / "shelter_adult.xlsx"),
        "--scenarios", str(cases), "--lang", "fr",
    )  # fmt: skip

    assert page.code == 1
    assert "ÉCHOUE  s4_shelter_partner" in page.plain
    assert "première visite — Niveau : attendu few; donné some." in page.plain


def test_a_checklist_without_scenarios_is_told(ask: Ask, bundle: Bundle, draft: Path) -> None:
    page = ask(
        "protocol", "test", str(draft),
        "--scenarios", str(bundle.data / "protocols" / "scenarios.yaml"),
    )  # fmt: skip

    assert page.code == 2
    assert "has no scenario for “my_check”" in page.err


@pytest.mark.parametrize("language", Language)
def test_the_guide_is_printed_in_the_language_asked_for(ask: Ask, language: Language) -> None:
    page = ask("protocol", "help", "--lang", language)

    assert (page.code, page.out) == (0, guide(language))
