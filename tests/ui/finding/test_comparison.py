"""Two or three services are weighed against each other, never four."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QSignalSpy

from tests.conftest import NOW
from tp_directory.core.hours import OpenState
from tp_directory.core.query import Hit, Query
from tp_directory.directory import Directory
from tp_directory.ui.finding.comparison import Comparison


@pytest.fixture
def comparison(qapp: QObject) -> Comparison:
    return Comparison(QObject(qapp))


@pytest.fixture
def found(directory: Directory) -> tuple[Hit, ...]:
    return directory.search(Query("Legal Aid Ontario", near="Kenora")).hits


def ids(comparison: Comparison) -> list[str]:
    return [hit.service.id for hit in comparison.hits(NOW)]


def test_services_stand_in_the_order_in_which_they_were_put(
    comparison: Comparison, found: tuple[Hit, ...]
) -> None:
    changed = QSignalSpy(comparison.changed)
    for place in (2, 0, 1):
        comparison.toggle(found[place])

    assert ids(comparison) == [found[place].service.id for place in (2, 0, 1)]
    assert [changed.at(place) for place in range(changed.count())] == [[1], [2], [3]]


def test_a_service_that_is_put_again_is_taken_away(
    comparison: Comparison, found: tuple[Hit, ...]
) -> None:
    for place in (0, 1, 0):
        comparison.toggle(found[place])

    assert ids(comparison) == [found[1].service.id]
    assert found[0].service.id not in comparison


def test_a_fourth_is_told_and_left_out(comparison: Comparison, found: tuple[Hit, ...]) -> None:
    for hit in found[:3]:
        comparison.toggle(hit)
    changed, filled = QSignalSpy(comparison.changed), QSignalSpy(comparison.filled)
    comparison.toggle(found[3])

    assert len(comparison) == 3
    assert (changed.count(), filled.count()) == (0, 1)


def test_one_of_three_makes_room_for_another(
    comparison: Comparison, found: tuple[Hit, ...]
) -> None:
    for hit in found[:3]:
        comparison.toggle(hit)
    comparison.remove(found[1].service.id)
    comparison.toggle(found[3])

    assert ids(comparison) == [found[place].service.id for place in (0, 2, 3)]


def test_who_answers_is_told_for_the_moment_at_which_it_is_looked_at(
    comparison: Comparison, found: tuple[Hit, ...]
) -> None:
    comparison.toggle(next(hit for hit in found if hit.availability.state is OpenState.OPEN))
    at_night = NOW + timedelta(hours=17)

    assert comparison.hits(NOW)[0].availability.state is OpenState.OPEN
    assert comparison.hits(at_night)[0].availability.state is OpenState.CLOSED


def test_nothing_is_left_once_it_is_cleared(comparison: Comparison, found: tuple[Hit, ...]) -> None:
    comparison.toggle(found[0])
    comparison.clear()

    assert len(comparison) == 0
    assert comparison.hits(NOW) == ()
