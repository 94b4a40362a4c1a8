"""One kept service on the page of everything that is kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from tp_directory import wording
from tp_directory.core.bilingual import Language
from tp_directory.core.closure import Fate
from tp_directory.core.kept import KeptService
from tp_directory.ui.fact_column import FactColumn
from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16


class KeptCard(QFrame):
    """Its name, its number as it is today, its note and lists; or what to call instead."""

    copy_wanted = Signal(str)
    open_wanted = Signal(str)  # a service's id
    drop_wanted = Signal(object)  # KeptService

    def __init__(self, kept: KeptService, fate: Fate, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._kept = kept
        service = fate.service or fate.instead
        phone = service.main_phone if service else None
        self._number = number = wording.number(phone, language) if phone else ""
        self._opened_id = service.id if service else ""
        known = fate.service or kept
        name, organization = known.name.best(language), known.organization.best(language)
        column = FactColumn()
        column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        self.setLayout(column)
        column.say(name, role="section")
        if organization and organization != name:
            column.say(organization)
        if fate.service is None:
            column.say(self._gone(fate, language), tone="warn")
        if fate.instead is not None:
            instead = fate.instead.name.best(language)
            column.say(self.tr("Instead: {name}").format(name=instead))
        if number:
            column.say(number, role="number")
        if phone and (label := phone.label.best(language)):
            column.say(label)
        if kept.note:
            column.say(kept.note)
        if kept.lists:
            lists = ", ".join(kept.lists)
            column.say(self.tr("On: {lists}").format(lists=lists), role="caption", tone="muted")
        buttons = FlowLayout(gap=SPACE_8)
        if number:
            buttons.addWidget(self._button(self.tr("Copy"), number, self.copy))
        if service is not None:
            words = self.tr("Open") if fate.service else self.tr("Open what replaced it")
            buttons.addWidget(self._button(words, service.name.best(language), self.open))
        buttons.addWidget(self._button(self.tr("Keep no longer"), name, self.drop))
        column.addSpacing(SPACE_4)
        column.addLayout(buttons)

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
        """Ask for the number to be copied."""
        self.copy_wanted.emit(self._number)

    def open(self) -> None:
        """Ask for the service, or what replaced it, to be shown in the directory."""
        self.open_wanted.emit(self._opened_id)

    def drop(self) -> None:
        """Ask for the service to be kept no longer."""
        self.drop_wanted.emit(self._kept)
