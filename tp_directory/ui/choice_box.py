"""A list to choose one thing from."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from tp_directory.ui.tokens import SPACE_8


class ChoiceBox(QComboBox):
    """A list to choose from; the wheel scrolls the page and chooses nothing in passing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def labelled(label: QLabel, box: QWidget) -> QWidget:
    """A box behind its label, which no break of a line parts from it."""
    label.setBuddy(box)
    pair = QWidget()
    layout = QHBoxLayout(pair)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(SPACE_8)
    layout.addWidget(label)
    layout.addWidget(box, 1)
    return pair
