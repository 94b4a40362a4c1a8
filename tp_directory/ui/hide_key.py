"""The key that hides the window, while a dialog is in front of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from tp_directory.ui.actions import HIDE_KEY
from tp_directory.ui.input_watch import InputWatch


class HideKey(InputWatch):
    """Sees the key where the window cannot: its shortcuts sleep while a dialog is open."""

    pressed = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        is_it = QKeySequence(event.keyCombination()) == QKeySequence(HIDE_KEY)
        if is_it and QApplication.activeModalWidget() is not None:
            self.pressed.emit()
            return True
        return False
