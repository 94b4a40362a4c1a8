"""One kept service on the page of everything that is kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from tp_directory import wording
from tp_directory.core.bilingual import Language
from tp_directory.core.closure import Fate
from tp_directory.core.service import Phone, Service
from tp_directory.ui.card import Card
from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.kept.standing import Standing
from tp_directory.ui.state_line import StateLine
from tp_directory.ui.tokens import SPACE_4, SPACE_8, Tokens
from tp_directory.wording.lines import NO_NUMBER, line_name, told_apart


class KeptCard(Card):
    """Its name, the number to call now, its note and lists; or what to call instead."""

    copy_wanted = Signal(str, str)  # the number, and what it is called
    number_missed = Signal()  # one was asked for, and none is stated
    open_wanted = Signal(str)  # a service's id
    drop_wanted = Signal(object)  # KeptService

    def __init__(self, standing: Standing, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Ctrl+C copies the number of this card
        self._standing, self._tokens = standing, tokens
        kept, fate, language = standing.kept, standing.fate, standing.language
        known = fate.service or kept
        name, organization = known.name.best(language), known.organization.best(language)
        self.setAccessibleName(name)
        column = self.column
        column.say(name, role="section")
        if organization and organization != name:
            column.say(organization)
        if fate.service is None:
            column.say(self._gone(fate, language), tone="warn")
        if fate.instead is not None:
            instead = fate.instead.name.best(language)
            column.say(self.tr("Instead: {name}").format(name=instead))
        if standing.service is not None:
            self._add_number(standing.service, standing.phone)
        if kept.note:
            column.addSpacing(SPACE_4)
            note = column.say(kept.note, role="note")
            note.setAccessibleName(self.tr("Note: {words}").format(words=kept.note))
        if kept.lists:
            lists = ", ".join(kept.lists)
            column.say(self.tr("On: {lists}").format(lists=lists), role="caption", tone="muted")
        self._add_buttons(name)

    @property
    def _number(self) -> str:
        phone = self._standing.phone
        return wording.number(phone, self._standing.language) if phone else ""

    def _add_number(self, service: Service, phone: Phone | None) -> None:
        """Add the number to call now, whether somebody answers it, and how old that is."""
        column, standing, language = self.column, self._standing, self._standing.language
        if phone is None:
            column.say(NO_NUMBER.best(language), tone="muted")
        else:
            column.say(self._number, role="number")
            hours = phone.hours or service.hours
            what = (line_name(phone, language), wording.hours(hours, language) if hours else "")
            if words := " · ".join(filter(None, what)):
                column.say(words)
        if standing.answer is not None:
            state = StateLine(standing.answer, standing.now, language, self._tokens, self)
            column.addWidget(state)
        tone = "warn" if standing.is_doubtful else "muted"
        column.say(standing.age, role="caption", tone=tone)

    def _add_buttons(self, name: str) -> None:
        standing = self._standing
        buttons = FlowLayout(gap=SPACE_8)
        if standing.phone is not None:
            buttons.addWidget(self._button(self.tr("Copy"), self._number, self.copy))
        if standing.service is not None:
            words = self.tr("Open") if standing.fate.service else self.tr("Open what replaced it")
            opened = standing.service.name.best(standing.language)
            buttons.addWidget(self._button(words, opened, self.open))
        buttons.addWidget(self._button(self.tr("Keep no longer"), name, self.drop))
        self.column.addSpacing(SPACE_4)
        self.column.addLayout(buttons)

    def _gone(self, fate: Fate, language: Language) -> str:
        """Why the service is not in the directory any more."""
        if fate.closure is None:
            return self.tr(
                "This service is not in the directory any more. Do not rely on the old number."
            )
        if closed := wording.stated_date(fate.closure.closed_on, language):
            return self.tr("This service has closed ({date}).").format(date=closed)
        return self.tr("This service has closed.")

    def _button(self, words: str, name: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("role", "small")
        button.setAccessibleName(f"{words}, {name}")
        button.clicked.connect(slot)
        return button

    def copy(self) -> None:
        """Ask for the number to be copied, or tell that there is none."""
        service, phone, language = (
            self._standing.service,
            self._standing.phone,
            self._standing.language,
        )
        if service is None or phone is None:
            self.number_missed.emit()
            return
        name = (service.name.best(language), told_apart(phone, service, language))
        self.copy_wanted.emit(self._number, " · ".join(filter(None, name)))

    def open(self) -> None:
        """Ask for the service, or what replaced it, to be shown in the directory."""
        if self._standing.service is not None:
            self.open_wanted.emit(self._standing.service.id)

    def drop(self) -> None:
        """Ask for the service to be kept no longer."""
        self.drop_wanted.emit(self._standing.kept)
