"""Dates and times as ODK XForms writes them, and as days since 1970."""

from __future__ import annotations

import math
import re
from datetime import UTC, datetime, timedelta, tzinfo

_DATE_TIME = re.compile(
    r"\d{4}-\d{2}-\d{2}(T\d{2}(:\d{2}(:\d{2}(\.\d+)?)?)?(Z|[-+]\d{2}:\d{2})?)?\Z", re.ASCII
)
_UNPADDED = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(T.*)?\Z", re.ASCII)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_WEEKDAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
_SIGN = re.compile(r"%[YymnbdeaHhMS3]")


def moment_from(text: str, zone: tzinfo) -> datetime | None:
    """Read a `date` or `dateTime` (ODK XForms, Data Types); without an offset it is in `zone`.

    Returns None for any other text and for a day that does not exist.
    """
    if not _DATE_TIME.match(text):
        return None
    try:
        moment = datetime.fromisoformat(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(zone)
    except (ValueError, OverflowError):
        return None


def lenient_moment_from(text: str, zone: tzinfo) -> datetime | None:
    """Read a date as `date()` does: a month or day may lack its leading zero."""
    match = _UNPADDED.match(text)
    if match is None:
        return moment_from(text, zone)
    year, month, day, rest = match.groups(default="")
    return moment_from(f"{year}-{month:0>2}-{day:0>2}{rest}", zone)


def moment_of_days(days: float, zone: tzinfo) -> datetime | None:
    """Return the moment so many days after 1970 UTC, in `zone`; None beyond the years 1 to 9999."""
    if not math.isfinite(days):
        return None
    try:
        return (_EPOCH + timedelta(milliseconds=round(days * 86_400_000))).astimezone(zone)
    except OverflowError:
        return None


def days_since_1970(moment: datetime) -> float:
    """Return the days since 1970 UTC, to the millisecond (ODK XForms, number())."""
    return ((moment - _EPOCH) // timedelta(milliseconds=1)) / 86_400_000


def moment_text(moment: datetime) -> str:
    """Write a `dateTime` with its offset, or only the `date` when it is midnight."""
    if (moment.hour, moment.minute, moment.second, moment.microsecond // 1000) == (0, 0, 0, 0):
        return moment.date().isoformat()
    return moment.isoformat(timespec="milliseconds")


def day_fraction(text: str, zone: tzinfo) -> float:
    """Read a `time` as a part of a day in `zone` (ODK XForms, decimal-time()), or NaN."""
    if not re.match(r"\d{2}:\d{2}(:[0-5]\d)?(\.\d+)?(Z|[-+]\d{2}:\d{2})?\Z", text, re.ASCII):
        return math.nan
    moment = moment_from(f"1970-01-01T{text}", zone)
    if moment is None:
        return math.nan
    seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
    return (seconds * 1000 + moment.microsecond // 1000) / 86_400_000


def formatted(moment: datetime, form: str) -> str:
    """Write a moment by the identifiers of ODK XForms, format-date-time().

    format-date() takes those of the time too, as in ODK's engine.
    Months and days are English, as in ODK's engine: a value must not depend on who looks.
    """
    parts = {
        "Y": f"{moment.year:04}",
        "y": f"{moment.year:04}"[2:],
        "m": f"{moment.month:02}",
        "n": str(moment.month),
        "b": _MONTHS[moment.month - 1],
        "d": f"{moment.day:02}",
        "e": str(moment.day),
        "a": _WEEKDAYS[moment.weekday()],
        "H": f"{moment.hour:02}",
        "h": str(moment.hour),
        "M": f"{moment.minute:02}",
        "S": f"{moment.second:02}",
        "3": f"{moment.microsecond // 1000:03}",
    }
    return _SIGN.sub(lambda match: parts[match.group()[1]], form)
