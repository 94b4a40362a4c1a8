"""Facts below each other, in sections."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from tp_directory.ui.fact_labels import FactLabel
from tp_directory.ui.tokens import SPACE_4, SPACE_8, SPACE_12


class FactColumn(QVBoxLayout):
    """A column of words and widgets; a line stands above each of its sections."""

    def __init__(self, *, is_selectable: bool = True) -> None:
        """Where many columns stand on a page, words that cannot be selected cost half the time."""
        super().__init__()
        self._is_selectable = is_selectable
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(SPACE_4)

    def say(self, words: str, *, role: str = "", tone: str = "") -> FactLabel:
        """Add words, in a role and a tone of the style sheet."""
        label = FactLabel(words, role=role, tone=tone)
        if not self._is_selectable:
            label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.addWidget(label)
        return label

    def add_section(self, heading: str) -> FactLabel:
        """Begin a section; return its heading."""
        line = QFrame()
        line.setObjectName("line")
        line.setFrameShape(QFrame.Shape.NoFrame)
        line.setFixedHeight(1)
        self.addSpacing(SPACE_12)
        self.addWidget(line)
        self.addSpacing(SPACE_8)
        return self.say(heading, role="section")
