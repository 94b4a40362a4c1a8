"""Derives HSDS weekly schedules from an OSM opening_hours string, for what they can express.

They are a courtesy to programs that read only HSDS; `opening_hours` governs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_RULE = re.compile(r"([A-Za-z,\-]+) ((?:[0-9:\-]+,?)+)")
_ALWAYS = "24/7"
_LAST_MINUTE = "23:59"  # HSDS has no time for the end of a day; opening_hours says 24:00


def schedules(opening_hours: str) -> Iterator[dict[str, Any]]:
    """The weekly schedules of an opening_hours string, without ids; holidays are left out.

    A closing time at or before the opening time is on the next day.

    Raises:
        ValueError: the string has a form that is not understood.
    """
    if not opening_hours:
        return
    every_week = {"freq": "WEEKLY", "interval": 1, "wkst": "MO"}
    for days, opens_at, closes_at in _spans(opening_hours):
        yield {
            **every_week,
            "byday": ",".join(day.upper() for day in days),
            "opens_at": opens_at,
            "closes_at": _LAST_MINUTE if closes_at == "24:00" else closes_at,
            "description": opening_hours,
        }


def _spans(opening_hours: str) -> Iterator[tuple[tuple[str, ...], str, str]]:
    if opening_hours == _ALWAYS:
        yield _DAYS, "00:00", "24:00"
        return
    for rule in opening_hours.split("; "):
        if rule == "PH off":
            continue
        parts = _RULE.fullmatch(rule)
        if not parts:
            raise ValueError(opening_hours)
        days = tuple(day for each in parts[1].split(",") for day in _range(each))
        for times in parts[2].split(","):
            opens_at, closes_at = times.split("-")
            yield days, opens_at, closes_at


def _range(days: str) -> tuple[str, ...]:
    """The days of "Su-Tu" or "Mo"; none for "PH"."""
    if days == "PH":
        return ()
    first, _, last = days.partition("-")
    start, end = _DAYS.index(first), _DAYS.index(last or first)
    return tuple(_DAYS[(start + step) % 7] for step in range((end - start) % 7 + 1))
