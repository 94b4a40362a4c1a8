"""A part of a page in a frame of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from tp_directory.ui.fact_column import FactColumn
from tp_directory.ui.tokens import SPACE_12, SPACE_16


class Card(QFrame):
    """A frame around a column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.column = FactColumn()
        self.column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        self.setLayout(self.column)
