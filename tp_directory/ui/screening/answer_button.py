"""One answer to a question: large enough for a glove, and marked by more than a colour."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from tp_directory.ui.wrapping_button import WrappingButton

_TICK = "✓"
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class AnswerButton(WrappingButton):
    """Shows its key or an empty box, and a tick once it is chosen."""

    def __init__(self, words: str, question: str, parent: QWidget) -> None:
        """`question` is what this answers: a screen reader says it with the words."""
        self._mark = QLabel()
        self._mark.setProperty("role", "answer_mark")
        self._mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        super().__init__(words, parent, mark=self._mark)
        self._key = 0
        self.setProperty("role", "answer")
        self.setCheckable(True)
        self.setAccessibleName(f"{words}, {question}" if question != words else words)
        self.toggled.connect(self._draw)

    def show_key(self, key: int) -> None:
        """Show the digit that chooses this answer; 0 shows an empty box."""
        self._key = key
        self._draw()

    def _draw(self) -> None:
        key = str(self._key) if self._key else ""
        self._mark.setText(_TICK if self.isChecked() else key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            event.ignore()  # the row moves the keyboard, and chooses nothing in passing
        else:
            super().keyPressEvent(event)
