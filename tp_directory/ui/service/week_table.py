"""The hours of this week, day by day, with today marked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from tp_directory.ui.fact_labels import FactLabel
from tp_directory.ui.tokens import SPACE_4, SPACE_16
from tp_directory.wording import WeekLine


class WeekTable(QWidget):
    """Seven days and their hours; today is bold."""

    def __init__(self, lines: tuple[WeekLine, ...]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_16)
        grid.setVerticalSpacing(SPACE_4)
        grid.setColumnStretch(1, 1)
        for place, line in enumerate(lines):
            tone = "today" if line.is_today else ""
            day, hours = FactLabel(line.name, tone=tone), FactLabel(line.hours, tone=tone)
            day.setWordWrap(False)
            grid.addWidget(day, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(hours, place, 1, Qt.AlignmentFlag.AlignTop)
