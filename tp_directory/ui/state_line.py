"""Whether somebody answers at this moment: the shape, and the sentence that says the same."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tp_directory import wording
from tp_directory.core.bilingual import Language
from tp_directory.core.hours import Availability, OpenState
from tp_directory.ui.fact_labels import FactLabel
from tp_directory.ui.state_mark import StateMark
from tp_directory.ui.tokens import SPACE_8, Tokens


class StateLine(QWidget):
    """Shows an availability as a shape and a sentence."""

    def __init__(
        self,
        availability: Availability,
        now: datetime,
        language: Language,
        tokens: Tokens,
        parent: QWidget,
        *,
        more: str = "",
    ) -> None:
        """`more` follows in the same line, in the colour of plain words."""
        super().__init__(parent)
        state = wording.availability(availability, now, language)
        tone = "ok" if availability.state is OpenState.OPEN else "muted"
        words = FactLabel(" · ".join(filter(None, (state, more))), tone="" if more else tone)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_8)
        mark = StateMark(availability.state, tokens, self)
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
