"""The way through a checklist, on those of the program and on a small one."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.screening.conftest import NOW, PROTOCOLS
from tests.screening.test_protocol import small
from tp_directory.core.bilingual import Text
from tp_directory.screening.course import Course, PartKind, Standing
from tp_directory.screening.interview import Interview
from tp_directory.screening.opening import open_protocol
from tp_directory.screening.protocol import Protocol

NOTED = """
type          | name   | label
integer       | one    | One
note          | note_1 | Before two
integer       | two    | Two
integer       | three  | Three
note          | note_2 | At the end
"""


@pytest.fixture(scope="module")
def protocols() -> Mapping[str, Protocol]:
    return {file.stem: open_protocol(file) for file in PROTOCOLS.glob("*.xlsx")}


def course(protocol: Protocol, at_once: int = 0, **answers: str) -> Course:
    interview = Interview(protocol, lambda: NOW)
    for name, value in answers.items():
        interview.answer(protocol.form.question(name), value)
    return Course(interview, at_once)


def names(course: Course) -> list[str]:
    return [each.name for each in course.questions]


def walked(course: Course) -> list[list[str]]:
    """The questions of every page from here to the end."""
    pages = [names(course)]
    while not course.is_last:
        course.go_on()
        pages.append(names(course))
    return pages


def test_parts_come_in_order_and_the_nameless_get_a_name(
    protocols: Mapping[str, Protocol],
) -> None:
    parts = course(protocols["police_rapid"]).parts

    assert [each.name.en for each in parts][:3] == [
        "Before you start",
        "Immediate danger",
        "To begin",
    ]
    assert [each.kind for each in parts][:3] == [
        PartKind.BEFORE,
        PartKind.DANGER,
        PartKind.STEP,
    ]
    assert all(each.name.fr for each in parts)


def test_a_part_with_nothing_to_ask_is_passed_over(protocols: Mapping[str, Protocol]) -> None:
    police = protocols["police_rapid"]
    alone = Text(
        "If you can speak alone (ask only what is needed)",
        "Si vous pouvez parler seul à seul (seulement le nécessaire)",
    )

    assert alone not in [each.name for each in course(police).parts]
    assert alone in [each.name for each in course(police, pre_apart="yes").parts]
    assert [each.kind for each in course(police, danger="yes").parts] == list(PartKind)


@pytest.mark.parametrize(
    ("at_once", "pages"),
    [
        (0, [["one", "note_1", "two", "three", "note_2"]]),
        (1, [["one"], ["note_1", "two"], ["three", "note_2"]]),
        (2, [["one", "note_1", "two"], ["three", "note_2"]]),
        (3, [["one", "note_1", "two", "three", "note_2"]]),
    ],
)
def test_notes_stand_with_the_question_that_follows(at_once: int, pages: list[list[str]]) -> None:
    assert walked(course(small(NOTED), at_once)) == pages


@pytest.mark.parametrize("at_once", [0, 1, 3])
def test_every_question_has_its_page_and_the_way_back_is_the_same(
    protocols: Mapping[str, Protocol], at_once: int
) -> None:
    way = course(protocols["shelter_adult"], at_once)
    there = walked(way)
    back = [names(way)]
    while not way.is_first:
        way.go_back()
        back.append(names(way))

    assert back[::-1] == there
    assert max(len(page) for page in there[1:]) <= (at_once or 99)


def test_preconditions_are_one_list(protocols: Mapping[str, Protocol]) -> None:
    way = course(protocols["shelter_adult"], 1)

    assert names(way) == [each.name for each in protocols["shelter_adult"].before.questions]


def test_beyond_the_ends_there_is_nothing(protocols: Mapping[str, Protocol]) -> None:
    way = course(protocols["shelter_adult"])
    way.go_back()
    first = names(way)
    walked(way)
    last = names(way)
    way.go_on()

    assert first[0] == "pre_basic"
    assert names(way) == last


def test_the_first_question_stays_in_sight_when_pages_change_their_size() -> None:
    way = course(small(NOTED), 1)
    way.go_on()
    way.go_on()
    way.set_at_once(2)
    later = names(way)
    way.set_at_once(0)

    assert later == ["three", "note_2"]
    assert "three" in names(way)


def test_a_part_is_passed_once_it_is_answered_and_open_once_it_was_left(
    protocols: Mapping[str, Protocol],
) -> None:
    way = course(protocols["shelter_adult"], danger="no")
    way.go_on()
    way.go_on()

    assert [way.standing(each) for each in way.parts[:4]] == [
        Standing.OPEN,
        Standing.PASSED,
        Standing.HERE,
        Standing.TO_COME,
    ]


def test_a_checklist_without_questions_is_one_empty_part() -> None:
    way = course(small("type | name | label | calculation\ncalculate | one | | 1"))

    assert names(way) == []
    assert (way.is_first, way.is_last) == (True, True)
