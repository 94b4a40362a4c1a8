"""Who can help: the closest that can be called, and somebody who answers now, from any place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import chain
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tp_directory import editions
from tp_directory.core.bilingual import Language
from tp_directory.core.coverage import Closeness
from tp_directory.core.errors import UnknownPlace
from tp_directory.core.hours import OpenState
from tp_directory.core.query import Hit
from tp_directory.directory import Directory
from tp_directory.paths import Bundle
from tp_directory.ui.screening.matches import Match, Wanted, answer_of, find_matches

PLACES = ["Kenora", "Toronto", "Iqaluit", "Chicoutimi"]
NEEDS = ("trafficking", "victim_services", "shelter_emergency", "crisis_line", "legal")
HOTLINE = "Canadian Human Trafficking Hotline"
NIGHT = datetime(2026, 11, 25, 2, 30, tzinfo=ZoneInfo("America/Toronto"))


@pytest.fixture(scope="module")
def at_night(bundle: Bundle, editions_folder: Path) -> Iterator[Directory]:
    """The same directory on a Wednesday at half past two in the morning."""
    opened = editions.current(
        bundle, editions_folder, clock=lambda: NIGHT, progress=lambda step: None
    )
    yield opened.directory
    opened.directory.close()


def found(directory: Directory, near: str, *needs: str, populations: str = "") -> tuple[Match, ...]:
    wanted = Wanted(needs, tuple(populations.split()), near, Language.EN)
    return find_matches(directory, wanted).of_needs


def names(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.service.name.en for hit in hits]


@pytest.mark.parametrize("near", PLACES)
def test_every_service_named_helps_with_the_need_and_serves_the_place(
    directory: Directory, near: str
) -> None:
    matches = found(directory, near, *NEEDS)

    assert [match.need for match in matches] == list(NEEDS)
    for match in matches:
        assert match.hits or match.above
        for hit in match.hits:
            assert match.need in hit.service.needs
            assert hit.closeness is not None


@pytest.mark.parametrize("near", [*PLACES, ""])
def test_no_service_is_named_twice(directory: Directory, near: str) -> None:
    matches = found(directory, near, *NEEDS)
    ids = [hit.service.id for match in matches for hit in match.hits]

    assert len(ids) == len(set(ids))
    before: set[str] = set()
    for match in matches:
        assert {hit.service.id for hit in match.above} <= before
        before |= {hit.service.id for hit in match.hits}


def test_what_was_named_before_is_said_to_stand_above(directory: Directory) -> None:
    shelters, lines = found(directory, "Kenora", "shelter_emergency", "crisis_line")

    assert "Crisis home and crisis line" in names(shelters.hits)
    assert names(lines.above) == ["Crisis home and crisis line"]


@pytest.mark.parametrize("near", PLACES)
def test_a_line_for_trafficking_answers_in_the_night_wherever_one_is(
    at_night: Directory, near: str
) -> None:
    [match] = found(at_night, near, "trafficking")

    assert OpenState.OPEN in {answer_of(hit).state for hit in match.hits}


def test_the_national_hotline_is_named_where_nobody_closer_answers(at_night: Directory) -> None:
    [match] = found(at_night, "Kenora", "trafficking")

    assert HOTLINE in names(match.hits)
    assert not any(
        answer_of(hit).state is OpenState.OPEN
        for hit in match.hits
        if hit.closeness is not Closeness.NATION
    )


def test_a_line_for_something_else_is_not_named_only_because_it_answers(
    at_night: Directory,
) -> None:
    [match] = found(at_night, "Iqaluit", "child_protection")

    assert "MissingKids.ca" not in names(match.hits)
    assert names(match.hits)[0] == "Social services and protection"


def test_what_serves_the_town_comes_before_what_serves_the_province(directory: Directory) -> None:
    [match] = found(directory, "Toronto", "child_protection")
    closeness = [hit.closeness for hit in match.hits]

    assert closeness[0] is Closeness.TOWN
    assert closeness == sorted(closeness, key=lambda each: each or Closeness.TOWN)


def test_what_can_be_called_comes_before_what_cannot(directory: Directory) -> None:
    [match] = found(directory, "Kenora", "shelter_emergency")
    is_silent = [hit.main_line is None for hit in match.hits]

    assert is_silent == sorted(is_silent) == [False, True, True]


def test_those_who_are_meant_come_first_and_nobody_is_left_out(directory: Directory) -> None:
    [everybody] = found(directory, "Toronto", "shelter_emergency")
    [men] = found(directory, "Toronto", "shelter_emergency", populations="men")

    assert all(not hit.service.populations or "men" in hit.service.populations for hit in men.hits)
    assert men.total == everybody.total


def test_without_a_place_only_services_for_all_of_canada_are_named(directory: Directory) -> None:
    matches = found(directory, "", *NEEDS)
    hits = list(chain.from_iterable(match.hits for match in matches))

    assert hits
    assert all(hit.service.coverage.is_national for hit in hits)
    assert HOTLINE in names(matches[0].hits)


@pytest.mark.parametrize("near", [*PLACES, ""])
def test_the_total_is_what_the_directory_itself_gives(directory: Directory, near: str) -> None:
    wanted = Wanted(NEEDS, (), near, Language.EN)
    for match in find_matches(directory, wanted).of_needs:
        assert directory.search(wanted.query(match.need)).total == match.total


def test_three_are_named_for_few_needs_and_two_for_many(directory: Directory) -> None:
    [alone] = found(directory, "Toronto", "legal")
    many = found(directory, "Toronto", "legal", *NEEDS[:3])

    assert len(alone.hits) == 3
    assert len(many[0].hits) == 2


def test_a_need_that_nobody_is_known_for_has_no_service(directory: Directory) -> None:
    [match] = found(directory, "Kenora", "interpretation")

    assert match == replace(match, hits=(), above=(), total=0)


def test_no_need_asks_for_nothing(directory: Directory) -> None:
    assert found(directory, "Kenora") == ()


def test_an_unknown_place_is_refused(directory: Directory) -> None:
    with pytest.raises(UnknownPlace):
        found(directory, "Nowhereville", "legal")
