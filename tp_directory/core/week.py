"""The hours of one week, day by day, as an opening_hours string states them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta

from tp_directory.core.hours import (
    ALWAYS,
    HoursProfile,
    intervals,
    is_readable,
    is_uncertain,
    optional_holidays,
    statutory_holidays,
)

_DAY = timedelta(days=1)
Span = tuple[time, time]


@dataclass(frozen=True, slots=True)
class DayHours:
    """The hours of one day, on the wall clock of the service.

    A span that ends at or before its start ends on the next day; 00:00 to 00:00 is a whole day.
    `is_holiday` counts the days that only some employers keep. `is_certain` is false on a holiday
    of which the hours say nothing: the spans may not hold.
    """

    day: date
    spans: tuple[Span, ...]
    is_holiday: bool
    is_certain: bool


def week(profile: HoursProfile, rule: str, today: date) -> tuple[DayHours, ...]:
    """The hours of one of a profile's strings, Monday to Sunday of the week that a day is in.

    `today` is the date at the service. Empty where the string is 24/7 or not readable, or no time
    zone is known. Holidays count as in `rule_availability`: a day on which the hours are closed
    anyway is certain. Hours are those of the clock on the wall, also in a night in which it is
    changed.
    """
    if rule == ALWAYS or not is_readable(rule) or not profile.timezone:
        return ()
    monday = today - today.weekday() * _DAY
    return tuple(_day_hours(profile, rule, monday + at * _DAY) for at in range(7))


def _day_hours(profile: HoursProfile, rule: str, day: date) -> DayHours:
    found = intervals(rule, profile.province, day)
    return DayHours(
        day,
        tuple((start.time(), end.time()) for start, end in found),
        _is_holiday(profile, day),
        not (found and is_uncertain(rule, profile.province, day)),
    )


def _is_holiday(profile: HoursProfile, day: date) -> bool:
    kept = statutory_holidays(profile.province, day.year)
    return day in kept or day in optional_holidays(profile.province, day.year)
