"""When a service answers: open, closed or unknown at a moment, in its own time zone.

Written hours are a plain part of OSM opening_hours. The library for them says which days a part is
for. It knows no provincial holidays and gives the night after a day with other hours to that day,
so what holds on a day and through its night is decided here.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

import opening_hours
from opening_hours import OpeningHours

from tp_directory.core.place import Province

ALWAYS = "24/7"
Interval = tuple[datetime, datetime]
"""From when to when, on the clock on the wall; it holds no longer at its end."""

_AUGUST = 8
_DAY = timedelta(days=1)
_NOON = time(12)
_DAYS_AHEAD = 366  # a change further away is not told
_YEARS = range(1970, 2970)  # opening_hours reads no date before 1900, and datetime ends with 9999
_EVERY_DAY = re.compile(r"(Mo-Su\s+)?[\d:\-, ]+")
_PUBLIC_HOLIDAY = re.compile(r"\bPH\b")
_WEEKDAY = "(?:Mo|Tu|We|Th|Fr|Sa|Su)"
_WEEKDAYS = rf"(?:{_WEEKDAY}(?:-{_WEEKDAY})?|PH)"
_MONTH = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_DATE = rf"(?:{_MONTH})(?: \d\d?)?"
_DATES = rf"{_DATE}(?:-(?:{_DATE}|\d\d?))?"
_DAYS_OF_MONTH = re.compile(rf"({_MONTH}) (\d\d?)\b(?!:)(?:-(\d\d?)\b)?")
_CLOCK = r"(?:[01]\d|2[0-3]):[0-5]\d"
_SPAN = rf"{_CLOCK}-(?:{_CLOCK}|24:00)"
_PART = re.compile(
    rf"(?:(?!.*PH)(?P<dates>{_DATES}(?:,{_DATES})*)\s+)?"
    rf"(?:(?P<days>{_WEEKDAYS}(?:,{_WEEKDAYS})*)\s+)?"
    rf"(?:off|closed|(?P<spans>{_SPAN}(?:,\s*{_SPAN})*))"
)


class OpenState(StrEnum):
    """Whether somebody answers; what is not known is never shown as open."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Availability:
    """The state at a moment, and when it next changes (in the service's time zone), if ever."""

    state: OpenState
    until: datetime | None = None


UNKNOWN = Availability(OpenState.UNKNOWN)


@dataclass(frozen=True, slots=True)
class HoursProfile:
    """All hours that a service states: its own and its lines', with what is needed to read them.

    `is_partial` is true where a line states no hours: it might answer when the others do not.
    """

    rules: tuple[str, ...]
    is_partial: bool
    timezone: str
    province: Province | None

    @property
    def is_always_open(self) -> bool:
        """Whether somebody answers day and night."""
        return ALWAYS in self.rules


def is_readable(rule: str) -> bool:
    """Whether the string is 24/7, or of the plain part of OSM opening_hours that is evaluated.

    That is `Mo-Fr 09:00-17:00`, also in some months or on some dates (`Dec 24-26 off`), and last,
    as what comes later outweighs it, what holds on public holidays (`PH off`). Anything else,
    such as a comment, sunrise or school holidays (SH), is refused rather than guessed.
    """
    return rule == ALWAYS or bool(_parts(rule))


def availability(profile: HoursProfile, moment: datetime) -> Availability:
    """Whether any line of a service answers at an aware moment, and until when.

    Open where one line is open; closed only where every line states hours and all are closed.
    """
    states = [rule_availability(profile, rule, moment) for rule in profile.rules]
    opened = [each for each in states if each.state is OpenState.OPEN]
    if opened:
        ends = [each.until for each in opened]
        if None in ends:
            return Availability(OpenState.OPEN)
        return Availability(OpenState.OPEN, max(end for end in ends if end))
    if profile.is_partial or not states or any(s.state is OpenState.UNKNOWN for s in states):
        return UNKNOWN
    openings = [each.until for each in states]
    if None in openings:
        return Availability(OpenState.CLOSED)
    return Availability(OpenState.CLOSED, min(opening for opening in openings if opening))


def rule_availability(profile: HoursProfile, rule: str, moment: datetime) -> Availability:
    """Whether one opening_hours string is open at an aware moment.

    Unknown where the string is not readable or the time zone not known (unless it is 24/7),
    centuries away, and in hours that begin on a day on which they may not hold. Where the next
    opening is on such a day, nothing is said of it.
    """
    if rule == ALWAYS:
        return Availability(OpenState.OPEN)
    if not profile.timezone or moment.year not in _YEARS or not is_readable(rule):
        return UNKNOWN
    local = moment.astimezone(ZoneInfo(profile.timezone))
    wall = local.replace(tzinfo=None)
    running = _running(profile, rule, wall)
    if running:
        certain = _certain(profile, rule, running)
        if not certain:
            return UNKNOWN
        state, change = OpenState.OPEN, _end(profile, rule, certain)
    else:
        state, change = OpenState.CLOSED, _next_opening(profile, rule, wall)
    if change is None:
        return Availability(state)
    return Availability(state, change.replace(tzinfo=local.tzinfo, fold=local.fold))


def _running(profile: HoursProfile, rule: str, wall: datetime) -> list[Interval]:
    return [
        (start, end)
        for day in (wall.date() - _DAY, wall.date())
        for start, end in intervals(rule, profile.province, day)
        if start <= wall < end
    ]


def _certain(profile: HoursProfile, rule: str, found: Iterable[Interval]) -> list[Interval]:
    return [each for each in found if not is_uncertain(rule, profile.province, each[0].date())]


def _end(profile: HoursProfile, rule: str, certain: list[Interval]) -> datetime | None:
    """When the intervals end, with those that go on from there; None if later than a year."""
    last = certain[0][0] + _DAYS_AHEAD * _DAY
    while certain:
        end = max(end for _start, end in certain)
        if end > last:
            return None
        certain = _certain(profile, rule, _running(profile, rule, end))
    return end


def _next_opening(profile: HoursProfile, rule: str, wall: datetime) -> datetime | None:
    """When the next interval begins, if that is certain and within a year."""
    for ahead in range(_DAYS_AHEAD):
        day = wall.date() + ahead * _DAY
        starts = [start for start, _end in intervals(rule, profile.province, day) if start > wall]
        if starts:
            return None if is_uncertain(rule, profile.province, day) else min(starts)
    return None


def statutory_holidays(province: Province | None, year: int) -> frozenset[date]:
    """The dates of a year on which `PH` holds in a province, or all over Canada for None.

    Source: the holidays library, category "public", and of its category "optional" the civic
    day in August, which most offices of those provinces keep. Cost: cached for each year.
    """
    return _calendar(province, year)[0]


def optional_holidays(province: Province | None, year: int) -> frozenset[date]:
    """The dates that some employers, or public offices alone, keep, such as Easter Monday."""
    return _calendar(province, year)[1]


@lru_cache(maxsize=256)
def _calendar(province: Province | None, year: int) -> tuple[frozenset[date], frozenset[date]]:
    import holidays  # noqa: PLC0415  # 35 ms, and no 24/7 line asks for it: kept out of the start

    def named(*categories: str) -> set[date]:
        return set(
            holidays.country_holidays("CA", subdiv=province, years=year, categories=categories)
        )

    optional = named("optional")
    statutory = named("public") | {day for day in optional if day.month == _AUGUST}
    return frozenset(statutory), frozenset((optional | named("government")) - statutory)


def is_uncertain(rule: str, province: Province | None, day: date) -> bool:
    """Whether a day is a holiday on which a string may not hold, as it says nothing of it."""
    if _EVERY_DAY.fullmatch(rule):
        return False
    if day in optional_holidays(province, day.year):
        return True
    return day in statutory_holidays(province, day.year) and not _PUBLIC_HOLIDAY.search(rule)


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of an opening_hours string: the days it is for, and its spans from midnight on."""

    days: OpeningHours | None
    is_for_holidays: bool
    spans: tuple[tuple[timedelta, timedelta], ...]

    def is_for(self, day: date, province: Province | None) -> bool:
        """Whether it is for a day in a province; `days` is None where it is for holidays alone."""
        if self.is_for_holidays and day in statutory_holidays(province, day.year):
            return True
        return self.days is not None and self.days.is_open(datetime.combine(day, _NOON))


@lru_cache(maxsize=4096)
def intervals(rule: str, province: Province | None, day: date) -> tuple[Interval, ...]:
    """The intervals of a readable string, other than 24/7, that begin on a day.

    The last part that is for the day replaces those before it. Source: the specification of
    opening_hours of OpenStreetMap
    (https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification). That a night belongs to
    the day it began on, whatever holds on the next, is our own rule.
    """
    midnight = datetime.combine(day, time())
    for each in reversed(_parts(rule)):
        if each.is_for(day, province):
            return tuple((midnight + start, midnight + end) for start, end in each.spans)
    return ()


@lru_cache(maxsize=4096)
def _parts(rule: str) -> tuple[_Part, ...]:
    """The parts of an opening_hours string, none where one of them is not understood."""
    matches = [_PART.fullmatch(part.strip()) for part in rule.split(";")]
    try:
        parts = tuple(_part(match) for match in matches if match)
    except opening_hours.ParserError:  # type: ignore[attr-defined]  # not in its stubs
        return ()
    is_outweighed = any(part.is_for_holidays for part in parts[:-1])
    is_whole = all(matches) and not is_outweighed and _is_of_the_calendar(rule)
    return parts if is_whole else ()


def _is_of_the_calendar(rule: str) -> bool:
    """Whether the days of a string exist, in a leap year at least.

    The library takes "Feb 30" for every day.
    """
    months = _MONTH.split("|")
    return all(
        int(day) <= monthrange(2000, months.index(month) + 1)[1]
        for month, *days in _DAYS_OF_MONTH.findall(rule)
        for day in filter(None, days)
    )


def _part(match: re.Match[str]) -> _Part:
    named = match["days"].split(",") if match["days"] else []
    weekdays = ",".join(day for day in named if day != "PH")
    days = " ".join(filter(None, (match["dates"], weekdays)))
    return _Part(
        OpeningHours(days or ALWAYS) if days or not named else None,
        "PH" in named,
        tuple(map(_from_midnight, match["spans"].split(",") if match["spans"] else ())),
    )


def _from_midnight(span: str) -> tuple[timedelta, timedelta]:
    start, end = (
        timedelta(hours=int(hours), minutes=int(minutes))
        for hours, minutes in (clock.split(":") for clock in span.split("-"))
    )
    return start, end if start < end else end + _DAY
