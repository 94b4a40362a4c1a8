"""The hours of a week in words, and whose clock they go by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_location

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.week import DayHours, Span
from tp_directory.wording.dates import dated, french_time, time_words

_CLOSED = Text("closed", "fermé")
_ALL_DAY = Text("open 24 hours", "ouvert 24 heures")
_HOLIDAY = Text("holiday", "jour férié")
_TODAY = Text("today", "aujourd'hui")
_NOT_STATED = Text("hours not stated", "heures non précisées")
_MIDNIGHT = time()
_END_OF_DAY = Text("24:00", french_time(24, 0))


@dataclass(frozen=True, slots=True)
class WeekLine:
    """A day of the week by its name, its hours in words, and whether it is today: it says so."""

    name: str
    hours: str
    is_today: bool


def week_lines(days: Iterable[DayHours], today: date, language: Language) -> tuple[WeekLine, ...]:
    """The days of a week in words; `today` is the date at the service."""
    return tuple(
        WeekLine(
            _named(each.day, today).best(language),
            _hours(each).best(language),
            each.day == today,
        )
        for each in days
    )


def zone_note(timezone: str, now: datetime, language: Language) -> str:
    """Whose clock the hours go by, and its time; "" where it agrees with the clock of `now`.

    `timezone` is an IANA name, or "" where none is known.
    """
    if not timezone:
        return ""
    there = now.astimezone(ZoneInfo(timezone))
    if there.utcoffset() == now.utcoffset():
        return ""
    # Not LOCALES: in en_CA the city of St. John's has the name of another one, Saint John.
    english, french = (
        get_timezone_location(timezone, locale=each, return_city=True) for each in Language
    )
    clock = time_words(there)
    return Text(
        f"Times are in {english} time: it is {clock.en} there",
        f"Heures locales : il est {clock.fr} à {french}",
    ).best(language)


def _named(day: date, today: date) -> Text:
    name = dated(day, "EEEE", "EEEE")
    return _listed([name, _TODAY]) if day == today else name


def _hours(day: DayHours) -> Text:
    if not day.is_certain:
        return _listed([_HOLIDAY, _NOT_STATED])
    hours = _listed(map(_span, day.spans)) or _CLOSED
    if not day.is_holiday:
        return hours
    return Text(f"{hours.en} ({_HOLIDAY.en})", f"{hours.fr} ({_HOLIDAY.fr})")


def _span(span: Span) -> Text:
    start, end = span
    if start == end == _MIDNIGHT:
        return _ALL_DAY
    opened, closed = time_words(start), _END_OF_DAY if end == _MIDNIGHT else time_words(end)
    return Text(f"{opened.en}–{closed.en}", f"{opened.fr} à {closed.fr}")


def _listed(texts: Iterable[Text]) -> Text:
    each = tuple(texts)
    return Text(", ".join(text.en for text in each), ", ".join(text.fr for text in each))
