"""One service on a page of screening: the number to call now, and the way to the rest of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from tp_directory import wording
from tp_directory.core.bilingual import Language
from tp_directory.core.hours import Availability, OpenState
from tp_directory.core.query import Hit
from tp_directory.ui.fact_column import FactColumn
from tp_directory.ui.fact_labels import FactLabel
from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.screening.matches import answer_of
from tp_directory.ui.state_line import StateLine
from tp_directory.ui.tokens import SPACE_8, SPACE_16, Tokens
from tp_directory.wording.lines import NO_NUMBER, line_name, told_apart


@dataclass(frozen=True, slots=True)
class Offered:
    """A service found, at an aware moment and in one language: two that are equal look the same.

    `answer` is that of the number that is given, or of the service where it has none, and `state`
    says it in words. `place` is where it is, how far and whom it serves; "" tells the last alone.
    """

    hit: Hit
    language: Language
    answer: Availability
    state: str
    place: str
    now: datetime = field(compare=False)


def offered(hit: Hit, now: datetime, language: Language, place: str = "") -> Offered:
    """How a hit is offered at an aware moment."""
    answer = answer_of(hit)
    return Offered(hit, language, answer, wording.availability(answer, now, language), place, now)


class ServiceCard(QFrame):
    """Its name, whom it serves, its number, whether that answers now, and how old all of it is."""

    copy_wanted = Signal(str, str)  # the number, and what it is called
    open_wanted = Signal(str)  # the service's id

    number_missed = Signal()  # one was asked for, and none is stated

    def __init__(self, shown: Offered, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Ctrl+C copies the number of this card
        self._shown, self._tokens = shown, tokens
        self._service, self._language = shown.hit.service, shown.language
        self._phone = shown.hit.main_line.phone if shown.hit.main_line else None
        self._number = wording.number(self._phone, self._language) if self._phone else ""
        self._name = self._service.name.best(self._language)
        self.setAccessibleName(self._name)
        self._column = FactColumn(is_selectable=False)
        self._column.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_8)
        self.setLayout(self._column)
        self._add_names()
        self._column.addLayout(self._top())
        self._add_state()

    def _add_names(self) -> None:
        column, service, language = self._column, self._service, self._language
        column.say(self._name, role="key")
        organization = service.organization.best(language)
        if organization and organization != self._name:
            column.say(organization)
        if not self._shown.place and (area := wording.serves(service, language)):
            column.say(self.tr("Serves: {area}").format(area=area))

    def _top(self) -> FlowLayout:
        """The number to call now, with what can be done."""
        top = FlowLayout(gap=SPACE_8)
        if self._phone is None:
            missing = FactLabel(NO_NUMBER.best(self._language))
            missing.setProperty("tone", "muted")
            top.addWidget(missing)
        else:
            top.addWidget(FactLabel(self._number, role="number"))
            copy = self._button(self.tr("Copy"), self._number)
            copy.clicked.connect(self.copy)
            top.addWidget(copy)
        opened = self._button(self.tr("Open in the directory"), self._name)
        opened.clicked.connect(self.open)
        top.addWidget(opened)
        return top

    def _add_state(self) -> None:
        """Add what the number is for, whether somebody answers it, and how old that is."""
        column, shown, service, language = self._column, self._shown, self._service, self._language
        if self._phone is not None:
            hours = self._phone.hours or service.hours
            stated = wording.hours(hours, language) if hours else ""
            if words := " · ".join(filter(None, (line_name(self._phone, language), stated))):
                column.say(words)
        if self._phone is not None or shown.answer.state is not OpenState.UNKNOWN:
            column.addWidget(StateLine(shown.answer, shown.now, language, self._tokens, self))
        if shown.place:
            column.say(shown.place, role="caption", tone="muted")
        today = shown.now.date()
        tone = "warn" if wording.is_doubtful(service, today) else "muted"
        column.say(wording.facts_age(service, today, language), role="caption", tone=tone)

    def _button(self, words: str, name: str) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("role", "large")
        button.setAccessibleName(f"{words}, {name}")
        return button

    def copy(self) -> None:
        """Ask for the number to be copied, or tell that there is none."""
        if self._phone is None:
            self.number_missed.emit()
            return
        called = told_apart(self._phone, self._service, self._language)
        self.copy_wanted.emit(self._number, " · ".join(filter(None, (self._name, called))))

    def open(self) -> None:
        """Ask for the service to be shown in the directory."""
        self.open_wanted.emit(self._service.id)
