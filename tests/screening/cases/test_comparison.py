"""A run beside what its case expects, why its band came out, and the case as it is projected."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.screening.conftest import NOW, PROTOCOLS, written
from tp_directory.core.bilingual import Text
from tp_directory.screening.cases.case import case_of
from tp_directory.screening.cases.comparison import Comparison, answered_as, compare
from tp_directory.screening.cases.scenarios import Scenario, Visit, read_scenarios
from tp_directory.screening.cases.slides import slides_of
from tp_directory.screening.cases.why import Fact, why
from tp_directory.screening.interview import Interview
from tp_directory.screening.opening import open_protocol
from tp_directory.screening.protocol import Protocol, protocol_from
from tp_directory.screening.vocabulary import read_vocabulary
from tp_directory.screening.xlsform.compile import compile_workbook
from tp_directory.screening.xlsform.workbook import workbook_of

SCENARIOS = {each.id: each for each in read_scenarios(PROTOCOLS / "scenarios.yaml")}
ALL = pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=SCENARIOS)
VOCABULARY = read_vocabulary(PROTOCOLS / "common.yaml")


@pytest.fixture(scope="module")
def protocols() -> Mapping[str, Protocol]:
    return {file.stem: open_protocol(file) for file in PROTOCOLS.glob("*.xlsx")}


def as_written(scenario: Scenario, protocol: Protocol) -> Interview:
    return answered_as(protocol, (scenario.first,), lambda: NOW)


def compared(scenario: Scenario, protocol: Protocol, **answers: str) -> Comparison:
    """A run that is answered as its case says, but for some questions."""
    given = as_written(scenario, protocol)
    for name, value in answers.items():
        given.answer(protocol.form.question(name), value)
    return compare(as_written(scenario, protocol), given, scenario.first, VOCABULARY)


@ALL
def test_a_run_as_the_case_says_differs_in_nothing(
    scenario: Scenario, protocols: Mapping[str, Protocol]
) -> None:
    comparison = compared(scenario, protocols[scenario.protocol])

    assert comparison.is_expected_band
    assert comparison.answers == ()
    assert set(comparison.expected_needs) <= set(comparison.given_needs)


def test_what_differs_is_told_in_the_words_of_the_choices(
    protocols: Mapping[str, Protocol],
) -> None:
    scenario = SCENARIOS["s1_traffic_stop"]
    comparison = compared(scenario, protocols["police_rapid"], c_fear="no", q_money="")

    assert [
        (each.question.name, each.expected.en, each.given.fr) for each in comparison.answers
    ] == [("c_fear", "Yes / seen", "Non"), ("q_money", "Yes / seen", "Sans réponse")]


def test_a_question_that_was_left_out_is_one_that_was_not_asked(
    protocols: Mapping[str, Protocol],
) -> None:
    scenario = SCENARIOS["s1_traffic_stop"]
    comparison = compared(scenario, protocols["police_rapid"], c_script="", q_safe="")

    assert [each.question.name for each in comparison.answers] == ["q_safe"]


def test_a_question_that_did_not_appear_is_told_from_one_without_an_answer(
    protocols: Mapping[str, Protocol],
) -> None:
    scenario = SCENARIOS["s1_traffic_stop"]
    comparison = compared(scenario, protocols["police_rapid"], pre_apart="")
    given = {each.question.name: each.given.en for each in comparison.answers}

    assert given["pre_apart"] == "Not answered"
    assert given["q_money"] == "The question did not appear"


def test_an_answer_that_the_case_does_not_give_differs(protocols: Mapping[str, Protocol]) -> None:
    scenario = SCENARIOS["s7_incomplete"]
    comparison = compared(scenario, protocols["shelter_adult"], f_images="yes")

    (difference,) = comparison.answers
    assert difference.expected == Text("The case does not say", "Le cas ne le dit pas")
    assert not comparison.is_expected_band


def test_preparing_otherwise_than_the_case_is_no_difference(
    protocols: Mapping[str, Protocol],
) -> None:
    scenario = SCENARIOS["s1_traffic_stop"]

    assert not compared(scenario, protocols["police_rapid"], pre_scene="yes").answers


def test_the_areas_say_what_was_noted_and_what_the_workbook_counts(
    protocols: Mapping[str, Protocol],
) -> None:
    areas = compared(SCENARIOS["s3_border_worker"], protocols["border_interview"]).why.areas
    present = [area for area in areas if area.is_present]

    assert [area.label for area in present] == [VOCABULARY.dimensions["COR"]]
    assert [each.name for each in present[0].noted] == ["r_debt", "r_docs"]
    assert [(label.en, count) for label, count in present[0].counts] == [
        ("strong", "1"),
        ("medium", "1"),
        ("weak", "0"),
    ]


@ALL
def test_every_fact_of_a_shipped_formula_has_words_in_both_languages(
    scenario: Scenario, protocols: Mapping[str, Protocol]
) -> None:
    protocol = protocols[scenario.protocol]
    found = why(as_written(scenario, protocol), VOCABULARY)

    assert found.facts
    for fact in found.facts:
        assert fact.label.en != fact.label.fr
        assert fact.value.en and fact.value.fr


def test_the_formula_is_shown_as_its_author_wrote_it(protocols: Mapping[str, Protocol]) -> None:
    protocol = protocols["youth_check"]
    formula = why(Interview(protocol, lambda: NOW), VOCABULARY).formula

    assert formula.startswith("if(${danger} = 'yes', 'immediate', if(${t_strong} >= 1 or ")
    assert "/data" not in formula


def test_a_formula_of_another_author_shows_what_it_reads_under_its_own_names() -> None:
    workbook = workbook_of(
        written(
            survey="""
type | name | label | calculation
select_one yn | locked | Locked in |
calculate | score | | if(${locked} = 'yes', 3, 0)
calculate | band | | if(${score} > 2 and ${locked} != '', 'high', 'low')
""",
            choices="list_name | name | label\nyn | yes | Yes\nyn | no | No",
        ),
        "small.xlsx",
    )
    protocol = protocol_from(compile_workbook(workbook), workbook)
    visit = Visit((("locked", "yes"), ("unheard", "yes"), ("locked", "maybe")), "low")
    given = answered_as(protocol, (visit,), lambda: NOW)
    comparison = compare(Interview(protocol, lambda: NOW), given, visit, VOCABULARY)

    assert comparison.why.facts == (
        Fact(Text("Locked in", ""), Text("Yes", "")),
        Fact(Text("score", "score"), Text("3", "3")),
    )
    assert comparison.why.areas == ()
    assert (comparison.given_band.title.fr, comparison.expected_band.title.fr) == ("high", "low")


@ALL
def test_a_case_is_projected_from_its_story_to_what_to_remember(
    scenario: Scenario, protocols: Mapping[str, Protocol]
) -> None:
    slides = slides_of(scenario, protocols[scenario.protocol], lambda: NOW)

    assert slides[0].words == scenario.vignette
    assert slides[-1].words == scenario.teaching
    assert all(each.words.en and each.words.fr for each in slides)
    assert all(each.answer.en and each.answer.fr for each in slides[1:-1])
    results = [each.answer for each in slides if each.heading.en == "Result"]
    assert len(results) == 1 + bool(scenario.followup)


def test_only_what_appears_in_a_case_is_projected(protocols: Mapping[str, Protocol]) -> None:
    shelter = protocols["shelter_adult"]
    slides = slides_of(SCENARIOS["s6_shelter_danger"], shelter, lambda: NOW)

    asked = [shelter.form.question(name).label for name in ("danger", "age_band")]
    assert [each.words for each in slides[1:-2]] == asked


def test_a_follow_up_projects_only_what_changed(protocols: Mapping[str, Protocol]) -> None:
    slides = slides_of(SCENARIOS["s4_shelter_partner"], protocols["shelter_adult"], lambda: NOW)
    changed = [each for each in slides if each.heading.en == "Follow-up visit: what changed"]

    assert len(changed) == 3
    assert {each.answer.en for each in changed} == {"Yes / seen"}


def test_a_case_is_tried_on_its_checklist(protocols: Mapping[str, Protocol]) -> None:
    scenario = SCENARIOS["s4_shelter_partner"]
    other = replace(scenario, first=replace(scenario.first, expected_band="few"))

    fitting = case_of(scenario, protocols["shelter_adult"], lambda: NOW)
    differing = case_of(other, protocols["shelter_adult"], lambda: NOW)
    homeless = case_of(scenario, None, lambda: NOW)

    assert fitting.protocol is not None and not fitting.faults
    assert [each.en for each in differing.faults] == ["Band: expected few; given some."]
    assert homeless.protocol is None
    assert homeless.faults[0].en == "Its checklist, “shelter_adult”, is not on this computer."
