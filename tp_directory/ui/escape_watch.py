"""Two quick presses of Escape, whatever has the keyboard: the worker must hide the window."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

_WITHIN_MS = 700


class EscapeWatch(QObject):
    """Sees every Escape before dialogs, lists and boxes take it for themselves."""

    pressed_twice = Signal()

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._since = QElapsedTimer()
        self._is_down = False
        application.installEventFilter(self)

    def _press(self) -> None:
        """One press: Qt tells it several times, to the control, its parents and the window."""
        if self._is_down:
            return
        self._is_down = True
        is_second = self._since.isValid() and self._since.elapsed() < _WITHIN_MS
        if is_second:
            self._since.invalidate()
            self.pressed_twice.emit()
        else:
            self._since.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            assert isinstance(event, QKeyEvent)
            if event.key() != Qt.Key.Key_Escape:
                self._since.invalidate()
            elif kind is QEvent.Type.KeyRelease:
                self._is_down = event.isAutoRepeat()
            else:
                self._press()
        return super().eventFilter(watched, event)
