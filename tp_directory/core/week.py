"""The hours of one week, day by day, as an opening_hours string states them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from opening_hours import OpeningHours, State

from tp_directory.core.hours import (
    ALWAYS,
    HoursProfile,
    dated,
    is_uncertain,
    optional_holidays,
    statutory_holidays,
)

_DAY = timedelta(days=1)
_NOON = time(12)
Span = tuple[time, time]


@dataclass(frozen=True, slots=True)
class DayHours:
    """The hours of one day, on the wall clock of the service.

    A span that ends at or before its start ends on the next day; 00:00 to 00:00 is a whole day.
    `is_holiday` counts the days that only some employers keep. Where `is_certain` is false the
    spans may not hold: on a holiday of which the hours say nothing, or by their own words.
    """

    day: date
    spans: tuple[Span, ...]
    is_holiday: bool
    is_certain: bool


def week(profile: HoursProfile, rule: str, today: date) -> tuple[DayHours, ...]:
    """The hours of one of a profile's strings, Monday to Sunday of the week that a day is in.

    `today` is the date at the service. Empty where the string is "" or 24/7, or no time zone is
    known. Holidays count as in `rule_availability`: a day on which the hours are closed anyway is
    certain. Hours are those of the clock on the wall, also in a night in which it is changed.

    Source of the rules: the specification of opening_hours of OpenStreetMap
    (https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification), as opening-hours-py
    reads it. That a night belongs to the day it began on is our own rule.
    """
    if rule in {"", ALWAYS} or not profile.timezone:
        return ()
    monday = today - today.weekday() * _DAY
    # Without a time zone the library goes by the clock on the wall.
    hours = OpeningHours(
        dated(rule, profile.province, monday.year), auto_country=False, auto_timezone=False
    )
    # From a day before to a day after: a night on either side is not cut.
    first = datetime.combine(monday - _DAY, time())
    spans: defaultdict[date, list[Span]] = defaultdict(list)
    unsure: set[date] = set()
    for start, end, state, _comment in hours.intervals(first, first + 9 * _DAY):
        for day, span in _by_day(start, end):
            if state is State.OPEN:
                spans[day].append(span)
            elif state is State.UNKNOWN:
                unsure.add(day)
    days = [monday + at * _DAY for at in range(7)]
    return tuple(
        DayHours(
            day,
            tuple(spans[day]),
            _is_holiday(profile, day),
            day not in unsure and not (spans[day] and is_uncertain(rule, profile.province, day)),
        )
        for day in days
    )


def _is_holiday(profile: HoursProfile, day: date) -> bool:
    kept = statutory_holidays(profile.province, day.year)
    return day in kept or day in optional_holidays(profile.province, day.year)


def _by_day(start: datetime, end: datetime) -> Iterator[tuple[date, Span]]:
    """An interval by the days it began on: a night stays whole, anything longer is cut."""
    while start < end:
        is_night = end - start < _DAY and end.time() <= _NOON
        stop = end if is_night else min(end, datetime.combine(start.date() + _DAY, time()))
        yield start.date(), (start.time(), stop.time())
        start = stop
