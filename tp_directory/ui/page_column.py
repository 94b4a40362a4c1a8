"""A page that is read from top to bottom, in lines that are short enough to read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tp_directory.ui.tokens import SPACE_16, SPACE_24, em

WIDEST_EMS = 47
"""The usual width of a column: 60 to 75 characters in a card with its margins."""


class PageColumn(QWidget):
    """The page of a scroll area, with one column at its left and its margins around it."""

    def __init__(self, column: QVBoxLayout, widest_ems: int = WIDEST_EMS) -> None:
        super().__init__()
        self.setObjectName("page_column")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._widest_ems = widest_ems
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch()
        self.inside = QWidget()  # the parent of what is put into the column later
        self.inside.setLayout(column)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE_24, SPACE_16, SPACE_24, SPACE_24)
        layout.addWidget(self.inside, 1)
        layout.addStretch()
        self._limit_width()

    def _limit_width(self) -> None:
        self.inside.setMaximumWidth(em(self.font()) * self._widest_ems)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.FontChange:
            self._limit_width()
        super().changeEvent(event)
