from collections.abc import Mapping

import pytest

from tests.screening.conftest import NOW, PROTOCOLS
from tp_directory.screening.faults import AnswerRefused
from tp_directory.screening.interview import Interview
from tp_directory.screening.opening import open_protocol
from tp_directory.screening.protocol import Protocol


@pytest.fixture(scope="module")
def protocols() -> Mapping[str, Protocol]:
    return {file.stem: open_protocol(file) for file in PROTOCOLS.glob("*.xlsx")}


def begun(protocol: Protocol, **answers: str) -> Interview:
    interview = Interview(protocol, lambda: NOW)
    for name, value in answers.items():
        interview.answer(protocol.form.question(name), value)
    return interview


def names(interview: Interview) -> list[str]:
    return [each.name for step in interview.steps for each in interview.asked(step)]


def test_an_answer_tells_which_questions_it_brings(protocols: Mapping[str, Protocol]) -> None:
    police = protocols["police_rapid"]
    interview = begun(police)

    effect = interview.answer(police.form.question("pre_apart"), "yes")

    assert [each.name for each in effect.shown] == [
        "q_safe", "q_money", "q_forced", "q_debt", "q_promise", "q_help",
    ]  # fmt: skip
    assert not effect.hidden


def test_danger_leaves_nothing_to_ask_and_taking_it_back_brings_all_again(
    protocols: Mapping[str, Protocol],
) -> None:
    shelter = protocols["shelter_adult"]
    interview = begun(shelter, age_band="adult")
    before = names(interview)

    effect = interview.answer(shelter.form.question("danger"), "yes")

    assert interview.in_danger
    assert effect.hidden
    assert "s_partner" not in names(interview)
    interview.answer(shelter.form.question("danger"), "no")
    assert names(interview) == before


def test_a_step_is_passed_once_all_its_questions_are_answered_in_whatever_way(
    protocols: Mapping[str, Protocol],
) -> None:
    border = protocols["border_interview"]
    interview = begun(border, age_band="adult", ctx_status="unknown")
    first = interview.steps[0]

    assert not interview.is_passed(first)
    interview.answer(border.form.question("ctx_work"), "declined")
    assert interview.is_passed(first)


def test_an_answer_can_be_taken_back(protocols: Mapping[str, Protocol]) -> None:
    police = protocols["police_rapid"]
    interview = begun(police, c_fear="yes")
    assert interview.has_answers

    interview.answer(police.form.question("c_fear"), "")

    assert not interview.has_answers
    assert interview.state(police.form.question("c_fear")).value == ""


def test_a_refused_answer_changes_nothing(protocols: Mapping[str, Protocol]) -> None:
    police = protocols["police_rapid"]
    interview = begun(police)

    with pytest.raises(AnswerRefused):
        interview.answer(police.form.question("c_fear"), "perhaps")

    assert not interview.has_answers


def test_going_on_takes_along_danger_and_age_but_not_what_is_asked_otherwise(
    protocols: Mapping[str, Protocol],
) -> None:
    police, youth = protocols["police_rapid"], protocols["youth_check"]
    interview = begun(police, danger="no", age_band="minor", pre_apart="yes", c_fear="yes")

    other = interview.going_on_with(youth)

    assert interview.outcome().switch == "youth_check"
    assert other.state(youth.form.question("danger")).value == "no"
    assert other.state(youth.form.question("age_band")).value == "minor"
    assert police.form.question("pre_apart").label != youth.form.question("pre_apart").label
    assert other.state(youth.form.question("pre_apart")).value == ""


def test_the_outcome_says_what_each_answer_adds(protocols: Mapping[str, Protocol]) -> None:
    interview = begun(
        protocols["shelter_adult"],
        danger="no", age_band="adult", ctx_sex="yes", s_partner="yes", w_unpaid="yes",
        f_images="yes", f_id="yes", f_leave="declined",
    )  # fmt: skip

    outcome = interview.outcome()

    assert outcome.band is not None and outcome.band.name == "many"
    assert [each.name for each in outcome.reasons["online_exploitation"]] == ["f_images"]
    assert "trafficking" in outcome.needs and "trafficking" not in outcome.reasons
    assert outcome.declined == 1
    assert outcome.unknown > 5
    assert outcome.actions == tuple(each.label for each in outcome.band.actions)


def test_two_answers_that_add_the_same_need_are_both_its_reasons(
    protocols: Mapping[str, Protocol],
) -> None:
    interview = begun(
        protocols["police_rapid"], danger="no", age_band="adult", pre_apart="yes",
        q_debt="yes", b_need="yes",
    )  # fmt: skip

    reasons = interview.outcome().reasons

    assert [each.name for each in reasons["labour_rights"]] == ["b_need", "q_debt"]


def test_what_was_noted_stands_by_dimension_with_the_unscored_last(
    protocols: Mapping[str, Protocol],
) -> None:
    interview = begun(
        protocols["border_interview"], danger="no", age_band="adult", ctx_status="yes",
        r_fees="yes", c_speaks="yes", r_false="no",
    )  # fmt: skip

    noted = [
        (each.dimension, [question.name for question in each.questions])
        for each in interview.outcome().noted
    ]

    assert noted == [("VUR", ["r_fees"]), ("COD", ["c_speaks"]), ("", ["ctx_status"])]


def test_reading_the_outcome_leaves_the_answers_as_they_are(
    protocols: Mapping[str, Protocol],
) -> None:
    interview = begun(protocols["police_rapid"], danger="no", age_band="adult", b_injury="yes")

    assert interview.outcome() == interview.outcome()
    assert interview.state(interview.protocol.form.question("b_injury")).value == "yes"


def test_an_answer_to_a_question_that_is_hidden_was_given_all_the_same(
    protocols: Mapping[str, Protocol],
) -> None:
    shelter = protocols["shelter_adult"]
    interview = begun(shelter, ctx_sex="yes", w_sexprofit="no")
    interview.answer(shelter.form.question("ctx_sex"), "no")

    assert not interview.state(shelter.form.question("w_sexprofit")).is_relevant
    assert interview.is_answered(shelter.form.question("w_sexprofit"))
    assert not interview.is_answered(shelter.form.question("w_hours"))
