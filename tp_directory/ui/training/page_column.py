"""A page of training that is read from top to bottom, in lines that are short enough to read."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tp_directory.ui.screening.showing import WIDEST_EMS
from tp_directory.ui.tokens import SPACE_16, SPACE_24, em


class PageColumn(QWidget):
    """The page of a scroll area, with one column of facts at its left."""

    def __init__(self, column: QVBoxLayout) -> None:
        super().__init__()
        self.setObjectName("training_column")
        self._inside = QWidget()
        column.addStretch()
        self._inside.setLayout(column)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE_24, SPACE_16, SPACE_24, SPACE_24)
        layout.addWidget(self._inside, 1)
        layout.addStretch()
        self._limit_width()

    def _limit_width(self) -> None:
        self._inside.setMaximumWidth(em(self.font()) * WIDEST_EMS)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.FontChange:
            self._limit_width()
        super().changeEvent(event)
