"""A line of words in which Ctrl+C, with none selected, is left to the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLineEdit

from tp_directory.ui.idle_copy import is_idle_copy


class WordsBox(QLineEdit):
    """A line of words; Ctrl+C where none is selected is left to the window."""

    def event(self, event: QEvent) -> bool:
        if is_idle_copy(event, has_selection=self.hasSelectedText()):
            event.ignore()
            return False
        return super().event(event)
