"""Facts under headings: beside each other where there is width, else one above the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from tp_directory.ui.tokens import SPACE_4, SPACE_8, SPACE_16, em

_NARROW_EMS = 34


class FactSheet(QWidget):
    """A table of headings and facts that folds into one column."""

    def __init__(self, facts: tuple[tuple[str, QWidget], ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._facts = [(QLabel(heading), widget) for heading, widget in facts]
        for heading, _ in self._facts:
            heading.setProperty("tone", "muted")
        self._is_narrow: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE_16)
        self._fold(is_narrow=False)

    def _fold(self, *, is_narrow: bool) -> None:
        if is_narrow is self._is_narrow:
            return
        self._is_narrow = is_narrow
        top = Qt.AlignmentFlag.AlignTop
        self._grid.setVerticalSpacing(SPACE_4 if is_narrow else SPACE_8)
        self._grid.setColumnStretch(0, 1 if is_narrow else 0)
        self._grid.setColumnStretch(1, 0 if is_narrow else 1)
        for place, (heading, fact) in enumerate(self._facts):
            self._grid.removeWidget(heading)
            self._grid.removeWidget(fact)
            heading.setContentsMargins(0, SPACE_8 if is_narrow and place else 0, 0, 0)
            if is_narrow:
                self._grid.addWidget(heading, 2 * place, 0, top)
                self._grid.addWidget(fact, 2 * place + 1, 0)
            else:
                self._grid.addWidget(heading, place, 0, top)
                self._grid.addWidget(fact, place, 1, top)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fold(is_narrow=event.size().width() < em(self.font()) * _NARROW_EMS)
        super().resizeEvent(event)
