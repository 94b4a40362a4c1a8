"""One service on a page of screening: the number to call now, and the way to the rest of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from tp_directory import wording
from tp_directory.core.hours import OpenState
from tp_directory.ui.fact_column import FactColumn
from tp_directory.ui.fact_labels import FactLabel
from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.screening.offered import Offered
from tp_directory.ui.state_line import StateLine
from tp_directory.ui.tokens import SPACE_8, SPACE_16, Tokens
from tp_directory.wording.lines import NO_NUMBER, line_name


class ServiceCard(QFrame):
    """Its name, its number, whether that answers now, whom it serves, and how old all of it is."""

    copy_wanted = Signal(str, str)  # the number, and what it is called
    open_wanted = Signal(str)  # the service's id

    number_missed = Signal()  # one was asked for, and none is stated

    def __init__(self, shown: Offered, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Ctrl+C copies the number of this card
        self._shown = shown
        self.setAccessibleName(shown.name)
        column = FactColumn(is_selectable=False)
        column.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_8)
        self.setLayout(column)
        service, language, today = shown.hit.service, shown.language, shown.now.date()
        column.say(shown.name, role="key")
        organization = service.organization.best(language)
        if organization and organization != shown.name:
            column.say(organization)
        column.addLayout(self._top())
        if shown.phone is not None or shown.answer.state is not OpenState.UNKNOWN:
            state = StateLine(shown.answer, shown.now, language, tokens, self, more=self._facts())
            column.addWidget(state)
        elif facts := self._facts():
            column.say(facts)
        tone = "warn" if wording.is_doubtful(service, today) else "muted"
        column.say(wording.facts_age(service, today, language), role="caption", tone=tone)

    def _top(self) -> FlowLayout:
        """The number to call now, with what can be done."""
        top = FlowLayout(gap=SPACE_8)
        if self._shown.phone is None:
            missing = FactLabel(NO_NUMBER.best(self._shown.language), tone="muted")
            missing.setWordWrap(False)
            top.addWidget(missing)
        else:
            top.addWidget(FactLabel(self._shown.number, role="number"))
            copy = self._button(self.tr("Copy"), self._shown.number)
            copy.clicked.connect(self.copy)
            top.addWidget(copy)
        opened = self._button(self.tr("Open in the directory"), self._shown.name)
        opened.clicked.connect(self.open)
        top.addWidget(opened)
        return top

    def _facts(self) -> str:
        """What the number is for, its hours where they do not tell the state, and where it is."""
        shown, service, language = self._shown, self._shown.hit.service, self._shown.language
        rule = (shown.phone.hours if shown.phone else "") or service.hours
        is_unclear = rule and shown.answer.state is OpenState.UNKNOWN
        area = wording.serves(service, language)
        served = self.tr("Serves: {area}").format(area=area) if area else ""
        parts = (
            line_name(shown.phone, language) if shown.phone else "",
            wording.hours(rule, language) if is_unclear else "",
            shown.place or served,
        )
        return " · ".join(filter(None, parts))

    def _button(self, words: str, name: str) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("role", "large")
        button.setAccessibleName(f"{words}, {name}")
        return button

    def copy(self) -> None:
        """Ask for the number to be copied, or tell that there is none."""
        if self._shown.phone is None:
            self.number_missed.emit()
        else:
            self.copy_wanted.emit(self._shown.number, self._shown.called)

    def open(self) -> None:
        """Ask for the service to be shown in the directory."""
        self.open_wanted.emit(self._shown.hit.service.id)
