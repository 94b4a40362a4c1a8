from collections.abc import Callable
from pathlib import Path

import pytest

from tests.screening.conftest import NOW, PROTOCOLS, written
from tp_directory.core.errors import CannotRead
from tp_directory.screening.authoring.check import check_protocol
from tp_directory.screening.authoring.finding import Finding, Known, Severity
from tp_directory.screening.authoring.rules import read_rules

RULES = read_rules(PROTOCOLS / "common.yaml")
KNOWN = Known(
    needs=frozenset({"legal", "shelter"}),
    populations=frozenset({"youth"}),
    protocols=frozenset({"other"}),
    rules=RULES,
)
SURVEY = """
type | name | label::en | label::fr | relevant | calculation | dimension | strength
select_one yn | danger | Danger? | Danger? | | | |
begin_group | sec_a | Section | Section | ${danger} != 'yes' | | |
select_one yn | held | Held? | Retenue? | | | COD | strong
end_group | | | | | | |
calculate | n_COD_strong | | | | if(${held} = 'yes', 1, 0) | |
calculate | p_COD | | | | if(${n_COD_strong} >= 1, 1, 0) | |
calculate | band | | | | if(${danger} = 'yes', 'now', if(${n_COD_strong} > 0, 'many', 'few')) | |
calculate | result_needs | | | | if(${band} = 'many', 'legal shelter', 'legal') | |
calculate | result_populations | | | | if(${band} = 'many', 'youth', '') | |
calculate | result_switch | | | | if(${held} = 'no', 'other', '') | |
begin_group | result | | | | | |
note | switch_other | Go on | Poursuivre | ${result_switch} = 'other' | | |
note | band_now | Act | Agir | ${band} = 'now' | | |
note | band_many | Refer | Orienter | ${band} = 'many' | | |
note | do_many_1 | Call | Appeler | ${band} = 'many' | | |
note | band_few | Offer | Offrir | ${band} = 'few' | | |
end_group | | | | | | |
"""
CHOICES = """
list_name | name | label::English (en) | label::Français (fr)
yn | yes | Yes | Oui
yn | no | No | Non
"""

Check = Callable[[str, str], tuple[Finding, ...]]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Check a workbook that is written in the test."""

    def checked(survey: str, choices: str = CHOICES) -> tuple[Finding, ...]:
        file = tmp_path / "draft.xlsx"
        file.write_bytes(written(survey=survey, choices=choices))
        return check_protocol(file, KNOWN, lambda: NOW, lambda _done, _all: None)

    return checked


def told(findings: tuple[Finding, ...]) -> list[tuple[Severity, str, int, str]]:
    return [
        (each.severity, each.fault.sheet, each.fault.row, each.fault.column) for each in findings
    ]


def test_a_sound_protocol_has_nothing_to_be_told(check: Check) -> None:
    assert check(SURVEY, CHOICES) == ()


ERROR, WARNING = Severity.ERROR, Severity.WARNING


@pytest.mark.parametrize(
    ("old", "new", "severity", "row", "column", "words"),
    [
        ("| Retenue? |", "| |", WARNING, 4, "label::Français (fr)", "French are missing"),
        ("| Refer |", "| |", WARNING, 15, "label::English (en)", "English are missing"),
        ("note | band_many", "note | words", ERROR, 8, "calculation", "“many” has no words"),
        ("if(${n_COD_strong} > 0, 'many', 'few'))", "'many')", WARNING, 17, "name", "gives “few”"),
        ("'legal shelter'", "'legal sheltre'", ERROR, 9, "calculation", "“sheltre”"),
        ("'youth'", "'yuoth'", ERROR, 10, "calculation", "“yuoth”"),
        ("note | switch_other", "note | other", WARNING, 11, "calculation", "“switch_other”"),
        ("${danger} != 'yes'", "${danger} = 'yse'", WARNING, 3, "relevant", "all 3 combinations"),
        ("> 0, 'many'", "> 1, 'many'", WARNING, 8, "calculation", "give the band “many”"),
        ("> 0, 'many', 'few'", "> 0, 'many', if(${held} = 'no', 'few', '')", WARNING, 8,
         "calculation", "some answers give no band"),
        ("| COD | strong", "| COD | weak", WARNING, 4, "dimension", "“n_COD_weak” does not count"),
        ("| COD | strong", "| |", WARNING, 4, "name", "counts this question, whose columns"),
        ("| COD | strong", "| XYZ | strong", WARNING, 4, "dimension", "“XYZ” is not known"),
        ("end_group | | | | | | |\ncalc",
         "end_group | | | | | | |\ncalculate | spare | | | | 1 | |\ncalc",
         WARNING, 6, "name", "nothing uses the calculation “spare”"),
        ("${held} = 'yes', 1", "${hold} = 'yes', 1", ERROR, 6, "", "hold"),
        ("${n_COD_strong} >= 1", "${n_COD_strong >= 1", ERROR, 7, "", ""),
        ("${n_COD_strong} >= 1", "unheard(${n_COD_strong})", ERROR, 7, "calculation", "unheard"),
        ("if(${held} = 'yes', 1, 0)", "if(${p_COD} = 1, 1, 0)", ERROR, 6, "", "circle"),
        ("select_one yn | held", "geopoint | held", ERROR, 4, "type", "positions"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_row_column_and_words(
    check: Check, old: str, new: str, severity: Severity, row: int, column: str, words: str
) -> None:
    assert old in SURVEY

    findings = check(SURVEY.replace(old, new, 1), CHOICES)

    matching = [each for each in findings if words in each.fault.text.en]
    assert (severity, "survey", row, column) in told(tuple(matching)), findings
    assert all(each.fault.text.fr for each in findings)


@pytest.mark.parametrize("name", ["band", "result_needs"])
def test_a_protocol_that_lacks_its_result_cannot_be_used(check: Check, name: str) -> None:
    lines = SURVEY.splitlines(keepends=True)
    survey = "".join(line for line in lines if name not in line and "band" not in line)

    findings = check(survey, CHOICES)

    errors = [each.fault.text.en for each in findings if each.severity is Severity.ERROR]
    assert f"there is no calculation “{name}”." in errors


def test_a_choice_in_one_language_is_told_in_its_sheet(check: Check) -> None:
    findings = check(SURVEY, CHOICES.replace("| Oui", "|"))

    assert told(findings) == [(WARNING, "choices", 2, "label::Français (fr)")]


def test_a_question_in_a_group_that_is_never_shown_is_not_told_twice(check: Check) -> None:
    survey = SURVEY.replace("${danger} != 'yes'", "false()").replace(
        "Retenue? | |", "Retenue? | ${danger} = 'no' |"
    )

    texts = [(each.fault.row, each.fault.text.en) for each in check(survey, CHOICES)]

    assert [row for row, text in texts if "show this" in text] == [3, 13]


def test_an_unknown_protocol_to_go_on_with_is_a_warning(check: Check) -> None:
    survey = SURVEY.replace("'other'", "'nowhere'").replace("switch_other", "switch_nowhere")

    assert told(check(survey, CHOICES)) == [(WARNING, "survey", 11, "calculation")]


@pytest.mark.parametrize("name", sorted(each.stem for each in PROTOCOLS.glob("*.xlsx")))
def test_the_words_and_the_result_of_a_shipped_protocol_are_whole(name: str) -> None:
    known = Known(frozenset(), frozenset(), frozenset(), RULES)

    findings = check_protocol(
        PROTOCOLS / f"{name}.xlsx", known, lambda: NOW, lambda _done, _all: None
    )

    assert not [
        each
        for each in findings
        if "no code" not in each.fault.text.en and "no protocol" not in each.fault.text.en
    ]


def test_a_missing_file_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(CannotRead):
        check_protocol(tmp_path / "no.xlsx", KNOWN, lambda: NOW, lambda _done, _all: None)


def test_what_is_no_workbook_is_one_error(tmp_path: Path) -> None:
    file = tmp_path / "draft.xlsx"
    file.write_bytes(b"not a zip")

    findings = check_protocol(file, KNOWN, lambda: NOW, lambda _done, _all: None)

    assert told(findings) == [(ERROR, "draft.xlsx", 0, "")]
