"""A fact that is needed elsewhere, such as an address, with its button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget


class CopyLine(QWidget):
    """A fact and a button that copies it: this program opens no browser and no network."""

    copy_wanted = Signal(str, str)  # the words, and what they are called

    def __init__(self, fact: QWidget, words: str) -> None:
        """`words` are what is copied."""
        super().__init__()
        self._words = words
        button = QPushButton(self.tr("Copy"))
        button.setProperty("role", "chip")
        button.setAccessibleName(self.tr("Copy {address}").format(address=words))
        button.clicked.connect(self.copy)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(fact, 1)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def copy(self) -> None:
        """Ask for the words to be copied."""
        self.copy_wanted.emit(self._words, "")
