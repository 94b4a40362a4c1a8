"""Dates as exactly as a source states them: a year, a month or a day."""

from __future__ import annotations

import re
from datetime import date

_STATED = re.compile(r"\d{4}(?:-\d\d){0,2}", re.ASCII)
_FIRST_DAY = "-01-01"


def earliest_day(stated: str) -> date | None:
    """The earliest day that "2020", "2020-03" or "2020-03-01" can mean.

    None for anything else, such as "" or a day that no calendar has.
    """
    if not _STATED.fullmatch(stated):
        return None
    try:
        return date.fromisoformat(stated + _FIRST_DAY[len(stated) - len("2020") :])
    except ValueError:
        return None
