"""The functions of ODK XForms on dates and times."""

from __future__ import annotations

import math
from datetime import datetime

from tp_directory.screening.xpath import dates
from tp_directory.screening.xpath.values import Moment, Surroundings, Value, to_number, to_text


def today(_: tuple[Value, ...], around: Surroundings) -> Value:
    """`today`: midnight."""
    now = around.now()
    return _as_moment(now.replace(hour=0, minute=0, second=0, microsecond=0))


def now(_: tuple[Value, ...], around: Surroundings) -> Value:
    """`now`."""
    now = around.now()
    return Moment(dates.days_since_1970(now), dates.moment_text(now))


def _as_moment(moment: datetime | None) -> Value:
    if moment is None:
        return ""
    return Moment(dates.days_since_1970(moment), dates.moment_text(moment))


def date_of(values: tuple[Value, ...], around: Surroundings) -> Value:
    """`date` of what is no date is empty; ODK's engine stores the words `Invalid Date`."""
    value = values[0]
    if isinstance(value, bool):
        return ""
    if isinstance(value, float | Moment):
        return _as_moment(dates.moment_of_days(to_number(value, around.zone), around.zone))
    return _as_moment(dates.lenient_moment_from(to_text(value), around.zone))


def decimal_date_time(values: tuple[Value, ...], around: Surroundings) -> Value:
    """`decimal-date-time`: days since 1970 UTC."""
    value = values[0]
    if isinstance(value, bool):
        return math.nan
    if isinstance(value, float | Moment):
        return to_number(value, around.zone)
    moment = dates.moment_from(to_text(value), around.zone)
    return math.nan if moment is None else dates.days_since_1970(moment)


def decimal_time(values: tuple[Value, ...], around: Surroundings) -> Value:
    """`decimal-time`: a part of a day."""
    return dates.day_fraction(to_text(values[0]), around.zone)


def formatted(values: tuple[Value, ...], around: Surroundings) -> Value:
    """`format-date` and `format-date-time`; of what is no date, empty."""
    moment = dates.moment_from(to_text(values[0]), around.zone)
    return "" if moment is None else dates.formatted(moment, to_text(values[1]))
