"""Which services leave a fact unstated that a filter asks for."""

from __future__ import annotations

from datetime import datetime

from tp_directory.core.hours import OpenState
from tp_directory.core.query import Unstated
from tp_directory.search.columns import Columns
from tp_directory.search.timetable import Timetable


def unstated(
    fact: Unstated, columns: Columns, timetable: Timetable, moment: datetime
) -> tuple[str, list[int]]:
    """The column of a fact, and its numbers of services that do not state it at a moment."""
    match fact:
        case Unstated.OPEN:
            states = enumerate(timetable.states(moment))
            return "hours", [at for at, state in states if state is OpenState.UNKNOWN]
        case Unstated.ALWAYS_OPEN:
            return "hours", timetable.perhaps_always_open
    values: tuple[tuple[str, ...], ...] = getattr(columns, fact)
    return fact.value, [at for at, value in enumerate(values) if not value]
