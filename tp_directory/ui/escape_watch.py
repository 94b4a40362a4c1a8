"""Two quick presses of Escape, whatever has the keyboard: the worker must hide the window."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tp_directory.ui.input_watch import InputWatch

_WITHIN_SECONDS = 0.7


class EscapeWatch(InputWatch):
    """Sees every Escape before dialogs, lists and boxes take it for themselves."""

    pressed_twice = Signal()

    def __init__(
        self,
        application: QApplication,
        parent: QObject,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`clock` counts seconds."""
        super().__init__(application, parent)
        self._clock = clock
        self._pressed: float | None = None
        self._is_down = False

    def _press(self) -> None:
        """One press: Qt tells it several times, to the control, its parents and the window."""
        if self._is_down:
            return
        self._is_down = True
        now = self._clock()
        is_second = self._pressed is not None and now - self._pressed < _WITHIN_SECONDS
        self._pressed = None if is_second else now
        if is_second:
            self.pressed_twice.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.key() != Qt.Key.Key_Escape:
                self._pressed = None
            elif event.type() is QEvent.Type.KeyRelease:
                self._is_down = event.isAutoRepeat()
            else:
                self._press()
        return False
