from pathlib import Path

import pytest

from tests.screening.conftest import NOW, PROTOCOLS, compiled
from tp_directory.core.bilingual import Text
from tp_directory.core.errors import CannotRead
from tp_directory.screening.cases.scenarios import Scenario, Visit, read_scenarios, run_scenario
from tp_directory.screening.xlsform.compile import read_protocol
from tp_directory.screening.yaml_file import MAX_DEPTH, MAX_FILE, MAX_VALUES, YamlRefused

OURS = read_scenarios(PROTOCOLS / "scenarios.yaml")
ONE = """scenarios:
  - id: s1
    protocol: small
    title: {en: One, fr: Un}
    vignette: {en: Somebody, fr: Une personne}
    teaching: {en: Ask, fr: Demander}
    answers: {held: no}
    expected_band: few
"""
SMALL = """
type | name | label | calculation
select_one yn | held | h |
calculate | p_COD | | if(${held} = 'yes', 1, 0)
calculate | band | | if(${held} = 'yes', 'many', 'few')
calculate | result_needs | | if(${held} = 'yes', 'legal shelter', 'legal')
"""
YES_NO = "list_name | name | label\nyn | yes | Yes\nyn | no | No"


def written(folder: Path, content: str) -> Path:
    file = folder / "cases.yaml"
    file.write_text(content, encoding="utf-8")
    return file


def case(first: Visit, followup: Visit | None = None) -> Scenario:
    words = Text("Example", "Exemple")
    return Scenario("s1", "small", words, words, words, first, followup)


@pytest.mark.parametrize("scenario", OURS, ids=lambda each: each.id)
def test_a_shipped_scenario_gives_what_it_must_on_both_visits(scenario: Scenario) -> None:
    form = read_protocol(PROTOCOLS / f"{scenario.protocol}.xlsx")

    verdict = run_scenario(form, scenario, lambda: NOW)

    assert verdict.passes, verdict
    assert verdict.first.band == scenario.first.expected_band
    assert bool(verdict.followup) == bool(scenario.followup)


def test_the_shipped_scenarios_try_every_protocol_and_a_second_visit() -> None:
    assert {each.protocol for each in OURS} == {each.stem for each in PROTOCOLS.glob("*.xlsx")}
    assert any(each.followup for each in OURS)


def test_a_no_without_quotes_is_the_answer_no(tmp_path: Path) -> None:
    (scenario,) = read_scenarios(written(tmp_path, ONE))

    assert scenario.first.answers == (("held", "no"),)
    assert scenario.first.expected_present is None


def test_a_verdict_says_what_was_expected_and_what_was_given() -> None:
    expected = Visit((("held", "no"),), "many", ("legal", "shelter"), ("COD",))

    verdict = run_scenario(compiled(SMALL, YES_NO), case(expected), lambda: NOW)

    assert not verdict.passes
    assert [each.en for each in verdict.first.differences] == [
        "Band: expected many; given few.",
        "Needs: expected legal shelter; given legal.",
        "Dimensions: expected COD; given —.",
    ]


def test_a_followup_changes_the_answers_of_the_first_visit() -> None:
    first, later = Visit((("held", "no"),), "few"), Visit((("held", "yes"),), "few")

    verdict = run_scenario(compiled(SMALL, YES_NO), case(first, later), lambda: NOW)

    assert not verdict.first.differences
    assert verdict.followup and verdict.followup.band == "many"
    assert not verdict.passes


@pytest.mark.parametrize("answer", [("nobody", "yes"), ("held", "perhaps"), ("band", "many")])
def test_an_answer_that_does_not_fit_the_protocol_is_a_difference(answer: tuple[str, str]) -> None:
    verdict = run_scenario(compiled(SMALL, YES_NO), case(Visit((answer,), "few")), lambda: NOW)

    assert len(verdict.first.differences) == 1
    assert answer[0] in verdict.first.differences[0].fr


@pytest.mark.parametrize(
    ("old", "new", "line", "field"),
    [
        ("expected_band: few", "band: few", 8, "scenarios[0].band"),
        ("    protocol: small\n", "", 2, "scenarios[0]"),
        ("{en: One, fr: Un}", "{en: One}", 4, "scenarios[0].title"),
        ("{en: One, fr: Un}", "{en: One, fr: }", 4, "scenarios[0].title.fr"),
        ("{en: One, fr: Un}", "One", 4, "scenarios[0].title"),
        ("{held: no}", "{held: [no]}", 7, "scenarios[0].answers.held"),
        ("{held: no}", "{held: no, held: no}", 7, "scenarios[0].answers.held"),
        ("{held: no}", "{[a]: no}", 7, ""),
        ("{held: no}", "{held: !!python/name:os.system x}", 7, ""),
        ("scenarios:\n", "scenarios: {}\nmore:\n", 2, "more"),
        ("scenarios:\n", "scenarios: &a\n", 1, ""),
        ("few\n", "few\n    followup: {change: {}}\n", 9, "scenarios[0].followup"),
        ("few\n", "few\n    expected_present: COD\n", 9, "scenarios[0].expected_present"),
        ("few\n", "few\n" + ONE.partition("\n")[2], 9, "scenarios[1].id"),
        ("{held: no}", "{held: no", 8, ""),
    ],
)
def test_a_file_of_other_shape_is_refused_with_line_and_field(
    tmp_path: Path, old: str, new: str, line: int, field: str
) -> None:
    file = written(tmp_path, ONE.replace(old, new, 1))

    with pytest.raises(YamlRefused) as caught:
        read_scenarios(file)

    problem = caught.value.problem
    assert (problem.file, problem.line, problem.field) == ("cases.yaml", line, field)
    assert problem.text.en and problem.text.fr


@pytest.mark.parametrize(
    "content",
    [
        "a: &a [x, x]\nb: [*a, *a]",
        "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1),
        "[" * 100_000,
        "- x\n" * (MAX_VALUES + 1),
        "x" * (MAX_FILE + 1),
        "\0",
        "",
        "a: \ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    ],
    ids=["aliases", "depth", "open ends", "values", "size", "control", "empty", "letters"],
)
def test_what_could_do_harm_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(YamlRefused):
        read_scenarios(written(tmp_path, content))


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "cases.yaml"
    file.write_bytes(b"scenarios: \xff\xfe\x00")

    with pytest.raises(YamlRefused):
        read_scenarios(file)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotRead):
        read_scenarios(tmp_path / "nothing.yaml")
