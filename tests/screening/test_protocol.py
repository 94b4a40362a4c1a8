from pathlib import Path

import pytest

from tests.screening.conftest import PROTOCOLS, written
from tp_directory.core.bilingual import Text
from tp_directory.screening.opening import open_protocol
from tp_directory.screening.protocol import Protocol, protocol_from
from tp_directory.screening.xlsform.compile import compile_workbook
from tp_directory.screening.xlsform.workbook import workbook_of

SHIPPED = sorted(PROTOCOLS.glob("*.xlsx"))


def small(survey: str) -> Protocol:
    workbook = workbook_of(
        written(survey=survey, choices="list_name | name | label\nyn | yes | Yes\nyn | no | No"),
        "small.xlsx",
    )
    return protocol_from(compile_workbook(workbook), workbook)


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_a_protocol_of_the_program_says_what_it_is_in_both_languages(file: Path) -> None:
    protocol = open_protocol(file)

    assert protocol.id == file.stem
    assert protocol.about.title.en and protocol.about.title.fr
    assert protocol.about.setting.en and protocol.about.setting.fr
    assert protocol.about.status == "draft"
    assert protocol.about.author and protocol.about.date and protocol.about.audience


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_a_protocol_begins_with_conditions_and_danger_and_has_all_its_results(file: Path) -> None:
    protocol = open_protocol(file)

    assert [each.name for each in protocol.before.questions if each.kind.is_answered]
    assert protocol.danger is not None
    assert {band.name for band in protocol.bands} == {
        "immediate", "many", "some", "few", "incomplete",
    }  # fmt: skip
    for band in protocol.bands:
        assert band.title.en and band.title.fr and band.text.en and band.text.fr
        assert band.actions
        assert all(each.label.en and each.label.fr for each in band.actions)


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_every_question_of_a_protocol_is_asked_in_one_place(file: Path) -> None:
    protocol = open_protocol(file)
    placed = [
        *protocol.before.questions,
        *(each for step in protocol.steps for each in step.questions),
    ]
    named = [each.name for each in placed if each.kind.is_answered]
    answered = [each.name for each in protocol.form.questions if each.kind.is_answered]

    assert sorted([*named, "danger"]) == sorted(answered)


def test_questions_outside_of_groups_are_a_step_of_their_own() -> None:
    protocol = small(
        """type | name | label
        select_one yn | one | One
        select_one yn | two | Two
        begin_group | inner | Inner
        begin_group | deep | Deep
        select_one yn | three | Three
        end_group | |
        end_group | |
        integer | four | Four"""
    )

    assert [(step.label, [each.name for each in step.questions]) for step in protocol.steps] == [
        (Text(), ["one", "two"]),
        (Text("Inner", ""), ["three"]),
        (Text(), ["four"]),
    ]


def test_a_workbook_without_our_names_has_neither_conditions_nor_results() -> None:
    protocol = small("type | name | label\nselect_one yn | one | One")

    assert protocol.danger is None
    assert not protocol.before.questions
    assert not protocol.bands
    assert protocol.about.status == ""


def test_the_actions_of_a_result_are_its_own_even_where_names_begin_alike() -> None:
    protocol = small(
        """type | name | label
        begin_group | result |
        note | band_many | Many
        note | do_many_1 | First
        note | band_many_more | Many more
        note | do_many_more_1 | Other
        end_group | |"""
    )
    band = protocol.band("many")

    assert band is not None
    assert [each.name for each in band.actions] == ["do_many_1"]
    assert protocol.band("none") is None
