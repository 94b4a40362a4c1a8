"""Which of the hours that services keep are open at a moment."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from tp_directory.core.hours import OpenState, availability
from tp_directory.search.columns import Columns


class Timetable:
    """The values of an edition's hours column, read at a moment; remembers the last moments."""

    def __init__(self, columns: Columns) -> None:
        self._hours = columns.hours
        self._remembered = lru_cache(maxsize=8)(self._read)
        self.always_open = [at for at, each in enumerate(self._hours) if each.is_always_open]
        self.perhaps_always_open = [
            at
            for at, each in enumerate(self._hours)
            if not each.is_always_open and (each.is_partial or not each.rules)
        ]

    def states(self, moment: datetime) -> tuple[OpenState, ...]:
        """The state of each value at an aware moment, to the minute."""
        return self._remembered(moment.replace(second=0, microsecond=0))

    def open_at(self, moment: datetime) -> list[int]:
        """The numbers of the values that are open at an aware moment, to the minute."""
        return [at for at, state in enumerate(self.states(moment)) if state is OpenState.OPEN]

    def _read(self, minute: datetime) -> tuple[OpenState, ...]:
        return tuple(availability(profile, minute).state for profile in self._hours)
