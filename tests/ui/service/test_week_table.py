"""The hours of a service: day by day, with today marked, and whose clock they go by."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.conftest import NOW
from tests.ui.service.conftest import OFFICE, Show, example, labels, toned
from tp_directory.ui.service.week_table import WeekTable

TORONTO = NOW.astimezone(ZoneInfo("America/Toronto"))


def test_the_hours_of_the_week_are_listed_with_today_marked(show: Show) -> None:
    pane = show(example(hours="Mo-Fr 08:30-16:30"), TORONTO)
    table = pane.findChild(WeekTable)
    assert table is not None
    said = labels(table)

    assert len(said) == 14
    assert said[2:4] == ["Tuesday, today", "08:30–16:30"]
    assert said[-1] == "closed"
    assert toned(pane, "Tuesday, today") == "today"


@pytest.mark.parametrize(("width", "is_beside"), [(420, False), (1000, True)])
def test_no_hours_break_where_the_tables_of_both_languages_stand(
    show: Show, qtbot: QtBot, width: int, is_beside: bool
) -> None:
    pane = show(example(hours="Mo-Fr 08:30-16:30"), TORONTO, is_both=True)
    pane.resize(width, 800)
    english, french = pane.findChildren(WeekTable)
    hours = [each for table in (english, french) for each in table.findChildren(QLabel)]

    qtbot.waitUntil(lambda: {each.height() for each in hours} == {hours[0].sizeHint().height()})
    assert (french.x() > english.x()) is is_beside
    assert (french.y() > english.y()) is not is_beside


def test_today_is_the_day_at_the_service(show: Show) -> None:
    past_midnight = TORONTO.replace(day=25, hour=1)
    service = example(hours="Mo-Fr 08:30-16:30", timezone="America/Vancouver")

    assert "Tuesday, today" in labels(show(service, past_midnight))


def test_another_clock_is_named_with_its_time(show: Show) -> None:
    service = example(hours="Mo-Fr 08:30-16:30", timezone="America/Vancouver")
    said = labels(show(service, TORONTO))

    assert "Times are in Vancouver time: it is 07:00 there" in said


def test_the_clock_of_a_number_alone_is_named_too(show: Show) -> None:
    day = replace(OFFICE, hours="Mo-Fr 08:30-16:30")
    said = labels(show(example(phones=(day,), timezone="America/Vancouver"), TORONTO))

    assert said.count("Times are in Vancouver time: it is 07:00 there") == 1


@pytest.mark.parametrize(
    ("hours", "timezone"),
    [("Mo-Fr 08:30-16:30", "America/Toronto"), ("24/7", "America/Vancouver")],
)
def test_no_clock_is_named_where_it_tells_nothing(show: Show, hours: str, timezone: str) -> None:
    said = "\n".join(labels(show(example(hours=hours, timezone=timezone), TORONTO)))

    assert "Times are in" not in said


def test_day_and_night_needs_no_table(show: Show) -> None:
    pane = show(example(hours="24/7"))

    assert pane.findChild(WeekTable) is None
    assert "24 hours a day, 7 days a week" in labels(pane)


def test_hours_without_a_time_zone_are_said_in_words_and_that_it_is_missing(show: Show) -> None:
    pane = show(example(hours="Mo-Fr 08:30-16:30", timezone=""))

    assert pane.findChild(WeekTable) is None
    assert "Mon–Fri 08:30–16:30" in labels(pane)
    assert "The time zone of these hours is not stated." in labels(pane)
