"""Facts below each other, in sections."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from tp_directory.ui.fact_labels import FactLabel
from tp_directory.ui.tokens import SPACE_4, SPACE_8, SPACE_12


class FactColumn(QVBoxLayout):
    """A column of words and widgets; a line stands above each of its sections."""

    def __init__(self) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(SPACE_4)

    def say(self, words: str, *, role: str = "", tone: str = "") -> FactLabel:
        """Add words, in a role and a tone of the style sheet."""
        label = FactLabel(words, role=role)
        label.setProperty("tone", tone)
        self.addWidget(label)
        return label

    def add_section(self, heading: str) -> None:
        """Begin a section."""
        line = QFrame()
        line.setObjectName("line")
        line.setFrameShape(QFrame.Shape.NoFrame)
        line.setFixedHeight(1)
        self.addSpacing(SPACE_12)
        self.addWidget(line)
        self.addSpacing(SPACE_8)
        self.say(heading, role="section")
