"""What came of a case beside what it expects."""

from __future__ import annotations

from collections.abc import Mapping

from tests.screening.conftest import written
from tests.ui.test_window import lay_out
from tests.ui.training.conftest import (
    EXAMPLE,
    HIGHWAY,
    OTHER,
    SAME,
    SHELTER,
    add,
    buttons,
    click,
    open_case,
    words,
)
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.screening.cases.scenarios import Scenario, Visit
from tp_directory.screening.protocol import Protocol, protocol_from
from tp_directory.screening.xlsform.compile import compile_workbook
from tp_directory.screening.xlsform.workbook import workbook_of
from tp_directory.ui.training.training_page import TrainingPage


def test_the_expected_answers_give_what_the_case_expects(
    page: TrainingPage, scenarios: Mapping[str, Scenario]
) -> None:
    open_case(page, HIGHWAY)
    click(page, "Show the expected answers")
    page.end_run()
    lay_out()
    said = words(page)

    assert SAME in said
    assert "No answer differs from the case." in said
    assert scenarios["s1_traffic_stop"].teaching.en in said


def test_what_the_trainee_answered_stands_beside_what_the_case_says(
    page: TrainingPage, protocols: Mapping[str, Protocol], taxonomy: Taxonomy
) -> None:
    open_case(page, HIGHWAY)
    click(page, "The trainee answers")
    click(page, "To the result")
    said = words(page)
    place = said.index(protocols["police_rapid"].form.question("c_fear").label.en)

    assert OTHER in said
    assert said[place + 1 : place + 3] == ["In the case: Yes / seen", "Given: Not answered"]
    missed = said[said.index("Expected and not given") + 1]
    assert taxonomy.needs.label("trafficking").en in missed


def test_why_the_result_came_out_is_told_by_area_and_by_what_the_rule_reads(
    page: TrainingPage, protocols: Mapping[str, Protocol]
) -> None:
    open_case(page, HIGHWAY)
    click(page, "Show the expected answers")
    click(page, "To the result")
    said = words(page)
    held = protocols["police_rapid"].form.question("c_id_held").label.en

    place = said.index("Pressure, control or force now")
    assert said[place + 1] == "Counts as present · strong 1 · medium 2 · weak 0"
    assert said[place + 2] == f"{held} (strong)"
    assert said[said.index("Strong indicators noted") + 1] == "2"


def test_the_rule_itself_is_shown_on_demand(page: TrainingPage) -> None:
    open_case(page, HIGHWAY)
    page.start_answered()
    page.end_run()
    lay_out()
    before = [each for each in words(page) if "${danger}" in each]
    click(page, "Show the rule itself")

    assert before == []
    assert [each for each in words(page) if each.startswith("if(${danger} = 'yes', 'immediate'")]


def test_the_follow_up_visit_shows_what_changed_and_what_comes_of_it(
    page: TrainingPage, protocols: Mapping[str, Protocol]
) -> None:
    shelter = protocols["shelter_adult"]
    open_case(page, SHELTER)
    page.start_answered()
    page.end_run()
    click(page, "Follow-up visit: what changed")
    said = words(page)
    many = shelter.band("many")

    assert many is not None
    assert said.index(shelter.form.question("f_images").label.en) < said.index(SAME)
    assert many.title.en in said
    click(page, "Back to the first visit")
    assert many.title.en not in words(page)


def test_a_follow_up_visit_goes_on_from_what_the_trainee_noted(
    page: TrainingPage, scenarios: Mapping[str, Scenario]
) -> None:
    first = scenarios["s4_shelter_partner"].first.answers
    missed = [name for name, value in first if value != "unknown"]
    open_case(page, SHELTER)
    page.start_empty()
    page.end_run()
    page.visit_again()
    lay_out()

    assert f"{len(missed)} answers differ from the case" in words(page)


def test_a_follow_up_visit_that_cannot_be_computed_is_told(page: TrainingPage) -> None:
    survey = """
type | name | label | calculation
select_one yn | held | Held |
select_one yn | later | Later |
calculate | pattern | | if(${held} = 'yes' and ${later} = 'yes', '(', 'a')
calculate | band | | if(regex('a', ${pattern}), 'few', 'some')
"""
    choices = "list_name | name | label\nyn | yes | Yes\nyn | no | No"
    workbook = workbook_of(written(survey=survey, choices=choices), "small.xlsx")
    protocol = protocol_from(compile_workbook(workbook), workbook)
    first, followup = Visit((("held", "no"),), "few"), Visit((("later", "yes"),), "few")
    page.show_protocols({"small": protocol})
    add(page, Scenario("own", "small", EXAMPLE, EXAMPLE, EXAMPLE, first, followup))
    open_case(page, EXAMPLE.en)
    page.start_empty()
    lay_out()
    click(page, "Yes, Held")
    click(page, "Show the result")
    click(page, "Follow-up visit: what changed")

    assert [each for each in words(page) if "the pattern is broken" in each]
    assert buttons(page, "Add cases…")
