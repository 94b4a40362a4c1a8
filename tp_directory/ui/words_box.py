"""A line of words that leaves the window its keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from tp_directory.ui.window_keys import is_for_window


class WordsBox(QLineEdit):
    """A line of words; Ctrl+C where none is selected, and the like, is left to the window.

    Escape closes the list of what may be meant, and only then means something to the window.
    """

    def empty(self) -> None:
        """Take the words away, and with them what Ctrl+Z would bring back. Tells nothing."""
        self.blockSignals(True)
        self.setText("")  # clear() would leave it to be undone
        self.blockSignals(False)

    def event(self, event: QEvent) -> bool:
        selected, undoable = self.hasSelectedText(), self.isUndoAvailable()
        if is_for_window(event, has_selection=selected, can_undo=undoable):
            event.ignore()
            return False
        if self._is_closing_list(event):
            event.accept()
            return True
        return super().event(event)

    def _is_closing_list(self, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        completer = self.completer()
        popup = completer.popup() if completer else None
        return event.key() == Qt.Key.Key_Escape and popup is not None and popup.isVisible()
