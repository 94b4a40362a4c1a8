"""Tells when nobody has touched the program for some minutes, so that it can hide itself."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from tp_directory.ui.input_watch import InputWatch

# A mouse that only moves may have been pushed, or be on its way to another window. A shortcut
# takes its key before it is pressed anywhere; an input method takes keys and gives words.
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(InputWatch):
    """Knows when a key, a click, the wheel or a finger was last seen in the whole application.

    A touch notes the time and does nothing else, and the timer finds out later how long ago it
    was.
    """

    idled = Signal()

    def __init__(
        self,
        application: QApplication,
        parent: QObject,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`clock` counts seconds."""
        super().__init__(application, parent)
        self._clock = clock
        self._seconds = 0
        self._touched = clock()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)

    def set_minutes(self, minutes: int) -> None:
        """Tell after this many minutes from now; 0 never does."""
        self._seconds = minutes * 60
        self._touched = self._clock()
        self.look()

    def look(self) -> None:
        """Tell if it has been long enough, else look again when it may be.

        It is told once; the next touch starts anew.
        """
        self._timer.stop()
        if not self._seconds:
            return
        left = self._touched + self._seconds - self._clock()
        if left > 0:
            self._timer.start(int(left * 1000) + 1)
        else:
            self.idled.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self._touched = self._clock()
            if self._seconds and not self._timer.isActive():
                self.look()
        return False
