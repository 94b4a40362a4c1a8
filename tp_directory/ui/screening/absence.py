"""How long an open checklist waits for a worker who is away from it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

_MINUTE_MS = 60_000


class Absence(QObject):
    """Knows whether the worker is away, and tells when that has lasted too long."""

    begun = Signal(object)  # datetime, aware: when it will be over
    over = Signal()  # the worker has not come back in time

    def __init__(self, minutes: int, now: Callable[[], datetime], parent: QObject) -> None:
        """An absence may last so many minutes; 0 is over at once."""
        super().__init__(parent)
        self._minutes, self._now = minutes, now
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.over)

    @property
    def is_on(self) -> bool:
        """Whether the worker is away."""
        return self._timer.isActive()

    def set_clock(self, now: Callable[[], datetime]) -> None:
        """Tell the time by another clock, which gives aware moments."""
        self._now = now

    def set_minutes(self, minutes: int) -> None:
        """Let an absence last longer or shorter; one that is on begins again."""
        is_other, self._minutes = minutes != self._minutes, minutes
        if self.is_on and is_other:
            self.begin()

    def begin(self) -> None:
        """Count the minutes from now on."""
        if self._minutes:
            self._timer.start(self._minutes * _MINUTE_MS)
            self.begun.emit(self._now() + timedelta(minutes=self._minutes))
        else:
            self.over.emit()

    def end(self) -> None:
        """Count no more: the worker is back, or there is nothing to wait for."""
        self._timer.stop()
