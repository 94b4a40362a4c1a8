"""One kept service on the page of everything that is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from tp_directory import wording
from tp_directory.core.bilingual import Language
from tp_directory.core.closure import Fate
from tp_directory.core.kept import KeptService
from tp_directory.ui.fact_labels import FactLabel
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
        service = fate.service
        phone = service.main_phone if service else None
        number = wording.number(phone, language) if phone else ""
        name = (service or kept).name.best(language)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        self._layout.setSpacing(SPACE_4)
        self._layout.addWidget(FactLabel(name, role="section"))
        self._layout.addWidget(FactLabel((service or kept).organization.best(language)))
        if service is None:
            self._add_fate(fate, language)
        if number:
            self._layout.addWidget(FactLabel(number, role="number"))
        if kept.note:
            self._layout.addWidget(FactLabel(kept.note))
        if kept.lists:
            self._layout.addWidget(
                _muted(self.tr("On: {lists}").format(lists=", ".join(kept.lists)))
            )
        buttons = FlowLayout(gap=SPACE_8)
        if number:
            buttons.addWidget(self._button(self.tr("Copy"), number, self.copy, number))
        if service is not None:
            open_it = self._button(self.tr("Open"), name, self.open, service.id)
            buttons.addWidget(open_it)
        drop = self._button(self.tr("Keep no longer"), name, self.drop, "")
        buttons.addWidget(drop)
        self._layout.addSpacing(SPACE_4)
        self._layout.addLayout(buttons)

    def _add_fate(self, fate: Fate, language: Language) -> None:
        """Say that the service is gone, and what to call instead."""
        if fate.closure is None:
            words = self.tr(
                "This service is not in the directory any more. Do not rely on the old number."
            )
        elif fate.closure.closed_on:
            words = self.tr("This service has closed ({date}).").format(date=fate.closure.closed_on)
        else:
            words = self.tr("This service has closed.")
        gone = FactLabel(words)
        gone.setProperty("tone", "warn")
        self._layout.addWidget(gone)
        if fate.instead is None:
            return
        name = fate.instead.name.best(language)
        phone = fate.instead.main_phone
        number = wording.number(phone, language) if phone else ""
        instead = self.tr("Instead: {name} {number}").format(name=name, number=number).strip()
        self._layout.addWidget(FactLabel(instead))
        self._layout.addWidget(
            self._button(self.tr("Open what replaced it"), name, self.open, fate.instead.id),
            0,
            Qt.AlignmentFlag.AlignLeft,
        )

    def _button(self, words: str, name: str, slot: object, value: str) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("role", "small")
        button.setProperty("value", value)
        button.setAccessibleName(f"{words}: {name}")
        button.clicked.connect(slot)
        return button

    def copy(self) -> None:
        """Ask for the number to be copied."""
        self.copy_wanted.emit(self._value())

    def open(self) -> None:
        """Ask for the service of the button to be shown in the directory."""
        self.open_wanted.emit(self._value())

    def drop(self) -> None:
        """Ask for the service to be kept no longer."""
        self.drop_wanted.emit(self._kept)

    def _value(self) -> str:
        button = self.sender()
        return str(button.property("value")) if isinstance(button, QPushButton) else ""


def _muted(words: str) -> FactLabel:
    label = FactLabel(words, role="caption")
    label.setProperty("tone", "muted")
    return label
