"""One number of a service, large enough to be read from the back row."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from tp_directory import wording
from tp_directory.core.bilingual import Language
from tp_directory.core.hours import OpenState
from tp_directory.core.phones import written
from tp_directory.core.query import OpenPhone
from tp_directory.core.service import PhoneKind
from tp_directory.ui.fact_labels import FactLabel
from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.state_mark import StateMark
from tp_directory.ui.tokens import SPACE_4, SPACE_8, SPACE_12, Tokens


class NumberCard(QWidget):
    """A number, what it is for, whether it answers now, and a button that copies it."""

    copy_wanted = Signal(str)

    def __init__(
        self,
        line: OpenPhone,
        now: datetime,
        language: Language,
        tokens: Tokens,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._number = written(line.phone.number)
        if line.phone.extension:
            self._number = self.tr("{number} ext. {extension}").format(
                number=self._number, extension=line.phone.extension
            )
        number = FactLabel(self._number, self, role="number")
        number.setWordWrap(False)
        copy = QPushButton(self.tr("Copy"))
        copy.setAccessibleName(self.tr("Copy {number}").format(number=self._number))
        copy.clicked.connect(self.copy)
        top = FlowLayout(gap=SPACE_12)
        top.addWidget(number)
        top.addWidget(copy)

        kind = "" if line.phone.kind is PhoneKind.VOICE else line.phone.kind.value
        what = [
            line.phone.label.best(language),
            wording.phone_kind(line.phone.kind, language) if kind else "",
            wording.hours(line.phone.hours, language) if line.phone.hours else "",
        ]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_4)
        layout.addLayout(top)
        if words := " · ".join(part for part in what if part):
            layout.addWidget(FactLabel(words, self))
        if line.phone.kind is not PhoneKind.FAX:
            layout.addLayout(self._state(line, now, language, tokens))

    def copy(self) -> None:
        """Ask for the number to be copied."""
        self.copy_wanted.emit(self._number)

    def _state(
        self, line: OpenPhone, now: datetime, language: Language, tokens: Tokens
    ) -> QHBoxLayout:
        words = FactLabel(wording.availability(line.availability, now, language), self)
        is_open = line.availability.state is OpenState.OPEN
        words.setProperty("tone", "ok" if is_open else "muted")
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        row.addWidget(StateMark(line.availability.state, tokens, self))
        row.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
        return row
