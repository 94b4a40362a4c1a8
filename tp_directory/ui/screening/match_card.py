"""One service that can help: the number to call, whether somebody answers it, and where it is."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from tp_directory import wording
from tp_directory.core.bilingual import Language
from tp_directory.core.hours import OpenState
from tp_directory.ui.fact_column import FactColumn
from tp_directory.ui.fact_labels import FactLabel
from tp_directory.ui.finding.row import Row
from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.screening.matches import answer_of
from tp_directory.ui.state_line import StateLine
from tp_directory.ui.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16, Tokens
from tp_directory.wording.lines import NO_NUMBER, line_name, told_apart


class MatchCard(QFrame):
    """Shows a service briefly; all of it is in the directory."""

    copy_wanted = Signal(str, str)  # the number, and what it is called
    open_wanted = Signal(str)  # the service's id

    def __init__(
        self, row: Row, now: datetime, language: Language, tokens: Tokens, parent: QWidget
    ) -> None:
        """`row` is the service in words, in the same language."""
        super().__init__(parent)
        self.setObjectName("card")
        self._hit, self._language, self._number = row.hit, language, row.number
        self.setAccessibleName(row.name.text)
        column = FactColumn(is_selectable=False)
        column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        self.setLayout(column)
        column.say(row.name.text, role="key")
        if row.organization.text:
            column.say(row.organization.text)
        top = FlowLayout(gap=SPACE_8)
        if row.number:
            top.addWidget(FactLabel(row.number, role="number"))
            top.addWidget(self._copy_button())
        else:
            column.say(NO_NUMBER.best(language), tone="muted")
        top.addWidget(self._open_button(row.name.text))
        column.addLayout(top)
        if words := self._line_words():
            column.say(words)
        answer = answer_of(row.hit)
        if row.number or answer.state is not OpenState.UNKNOWN:
            column.addWidget(StateLine(answer, now, language, tokens, self))
        column.addSpacing(SPACE_4)
        if row.place:
            column.say(row.place, role="caption", tone="muted")
        age = wording.facts_age(row.hit.service, now.date(), language)
        column.say(age, role="caption", tone="warn" if row.is_doubtful else "muted")

    def copy(self) -> None:
        """Ask for the number to be copied."""
        service, line = self._hit.service, self._hit.main_line
        apart = told_apart(line.phone, service, self._language) if line else ""
        name = " · ".join(filter(None, (service.name.best(self._language), apart)))
        self.copy_wanted.emit(self._number, name)

    def open(self) -> None:
        """Ask for the service to be shown in the directory."""
        self.open_wanted.emit(self._hit.service.id)

    def _line_words(self) -> str:
        """What the number is called, and its hours or those of the service."""
        if self._hit.main_line is None:
            return ""
        phone, language = self._hit.main_line.phone, self._language
        rule = phone.hours or self._hit.service.hours
        hours = wording.hours(rule, language) if rule else ""
        return " · ".join(filter(None, (line_name(phone, language), hours)))

    def _copy_button(self) -> QPushButton:
        button = QPushButton(self.tr("Copy"))
        button.setProperty("role", "large")
        button.setAccessibleName(self.tr("Copy {number}").format(number=self._number))
        button.clicked.connect(self.copy)
        return button

    def _open_button(self, name: str) -> QPushButton:
        button = QPushButton(self.tr("Open in the directory"))
        button.setProperty("role", "large")
        button.setAccessibleName(self.tr("Open in the directory, {name}").format(name=name))
        button.clicked.connect(self.open)
        return button
