"""A line of words that leaves the window its keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLineEdit

from tp_directory.ui.window_keys import is_for_window


class WordsBox(QLineEdit):
    """A line of words; Ctrl+C where none is selected, and the like, is left to the window."""

    def event(self, event: QEvent) -> bool:
        selected, undoable = self.hasSelectedText(), self.isUndoAvailable()
        if is_for_window(event, has_selection=selected, can_undo=undoable):
            event.ignore()
            return False
        return super().event(event)
