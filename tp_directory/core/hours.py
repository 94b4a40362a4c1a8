"""When a service answers: open, closed or unknown at a moment, in its own time zone.

Written hours are OSM opening_hours strings. The library that reads them knows no provincial
holidays, so `PH` is replaced by the province's own dates before it reads them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

import opening_hours
from opening_hours import OpeningHours, State

from tp_directory.core.place import Province

ALWAYS = "24/7"
_AUGUST = 8
_NIGHT = timedelta(hours=6)
_YEARS = range(1970, 2970)  # opening_hours reads no date before 1900, and datetime ends with 9999
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_PUBLIC_HOLIDAY = re.compile(r"\bPH\b")
_SCHOOL_HOLIDAY = re.compile(r"\bSH\b")
_EVERY_DAY = re.compile(r"(Mo-Su\s+)?[\d:\-, ]+")


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
    """Whether the string is an OSM opening_hours value that this program evaluates.

    School holidays (SH) are refused: no calendar of them is at hand.
    """
    if _SCHOOL_HOLIDAY.search(rule):
        return False
    try:
        return not OpeningHours(_dated(rule, (date(2000, 1, 1),))).warnings
    except opening_hours.ParserError:  # type: ignore[attr-defined]  # not in its stubs
        return False


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
    return Availability(OpenState.CLOSED, min((s.until for s in states if s.until), default=None))


def rule_availability(profile: HoursProfile, rule: str, moment: datetime) -> Availability:
    """Whether one opening_hours string is open at an aware moment.

    Unknown where the time zone is not known (unless it is 24/7), centuries away, and on a holiday
    on which the string would be open without saying anything of holidays or of every day of the
    week.
    """
    if rule == ALWAYS:
        return Availability(OpenState.OPEN)
    if not profile.timezone or moment.year not in _YEARS:
        return UNKNOWN
    local = moment.astimezone(ZoneInfo(profile.timezone))
    state, until = _read(rule, profile.timezone, profile.province, local.year).next(local)
    days = {local.date(), (local - _NIGHT).date()}  # a night belongs to the day it began on
    if state is OpenState.OPEN and any(is_uncertain(rule, profile.province, day) for day in days):
        return UNKNOWN
    return Availability(state, until)


def statutory_holidays(province: Province | None, year: int) -> frozenset[date]:
    """The dates of a year on which `PH` holds in a province, or all over Canada for None.

    Source: the holidays library, category "public", and of its category "optional" the civic
    day in August, which most offices of those provinces keep. Cost: cached for each year.
    """
    return _calendar(province, year)[0]


def optional_holidays(province: Province | None, year: int) -> frozenset[date]:
    """The dates that some employers keep and others do not, such as Easter Monday."""
    return _calendar(province, year)[1]


@lru_cache(maxsize=256)
def _calendar(province: Province | None, year: int) -> tuple[frozenset[date], frozenset[date]]:
    import holidays  # noqa: PLC0415  # 35 ms, and no 24/7 line asks for it: kept out of the start

    public = holidays.country_holidays("CA", subdiv=province, years=year, categories="public")
    optional = holidays.country_holidays("CA", subdiv=province, years=year, categories="optional")
    civic = {day for day in optional if day.month == _AUGUST}
    statutory = frozenset(set(public) | civic)
    return statutory, frozenset(optional) - statutory


def is_uncertain(rule: str, province: Province | None, day: date) -> bool:
    """Whether a day is a holiday on which a string may not hold, as it says nothing of it."""
    if _EVERY_DAY.fullmatch(rule):
        return False
    if day in optional_holidays(province, day.year):
        return True
    return day in statutory_holidays(province, day.year) and not _PUBLIC_HOLIDAY.search(rule)


class _Reading:
    """One opening_hours string, read for a province, a time zone and the years around one."""

    def __init__(self, rule: str, timezone: str, province: Province | None, year: int) -> None:
        self._hours = OpeningHours(
            dated(rule, province, year),
            timezone=ZoneInfo(timezone),
            auto_country=False,
            auto_timezone=False,
        )

    def next(self, local: datetime) -> tuple[OpenState, datetime | None]:
        state, _comment = self._hours.state(local)
        known = {State.OPEN: OpenState.OPEN, State.CLOSED: OpenState.CLOSED}
        change = self._hours.next_change(local)
        if change is not None and change - local > timedelta(days=366):
            change = None
        return known.get(state, OpenState.UNKNOWN), change


@lru_cache(maxsize=4096)
def _read(rule: str, timezone: str, province: Province | None, year: int) -> _Reading:
    return _Reading(rule, timezone, province, year)


def dated(rule: str, province: Province | None, year: int) -> str:
    """The string with a province's holidays of the years around one in the place of `PH`."""
    years = (year - 1, year, year + 1)
    return _dated(
        rule, tuple(sorted(day for near in years for day in statutory_holidays(province, near)))
    )


def _dated(rule: str, days: tuple[date, ...]) -> str:
    """The rule with `PH` replaced by dates: "Sa,PH 9:00-12:00" becomes two rules.

    Without any date the holiday part is left out, as no day would match it.
    """
    dates = ",".join(f"{day.year} {_MONTHS[day.month - 1]} {day.day:02d}" for day in days)
    parts: list[str] = []
    for part in rule.split(";"):
        words = part.split(maxsplit=1)
        if not words or not _PUBLIC_HOLIDAY.search(words[0]):
            parts.append(part.strip())
            continue
        weekdays = ",".join(day for day in words[0].split(",") if day != "PH")
        times = words[1] if len(words) > 1 else ""
        if weekdays:
            parts.append(f"{weekdays} {times}".strip())
        if dates:
            parts.append(f"{dates} {times}".strip())
    return "; ".join(parts)
