"""One number of a service, large enough to be read from the back row."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from tp_directory import wording
from tp_directory.core.bilingual import Language
from tp_directory.core.query import OpenPhone
from tp_directory.core.service import PhoneKind
from tp_directory.ui.fact_labels import FactLabel
from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.state_line import StateLine
from tp_directory.ui.tokens import SPACE_4, SPACE_12, Tokens


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
        *,
        is_main: bool,
    ) -> None:
        super().__init__(parent)
        phone = line.phone
        self._number = wording.number(phone, language)
        number = FactLabel(self._number, role="number")
        copy = QPushButton(self.tr("&Copy") if is_main else self.tr("Copy"))
        copy.setAccessibleName(self.tr("Copy {number}").format(number=self._number))
        copy.clicked.connect(self.copy)
        top = FlowLayout(gap=SPACE_12)
        top.addWidget(number)
        top.addWidget(copy)

        label, kind = phone.label.best(language), wording.phone_kind(phone.kind, language)
        is_plain = phone.kind is PhoneKind.VOICE or kind.casefold() in label.casefold()
        what = (
            label,
            "" if is_plain else kind,
            wording.hours(phone.hours, language) if phone.hours else "",
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_4)
        layout.addLayout(top)
        if words := " · ".join(part for part in what if part):
            layout.addWidget(FactLabel(words))
        if phone.hours:
            layout.addWidget(StateLine(line.availability, now, language, tokens, self))
        elif phone.kind is not PhoneKind.FAX:
            unstated = FactLabel(
                self.tr("The hours of this number are not stated."), role="caption"
            )
            unstated.setProperty("tone", "muted")
            layout.addWidget(unstated)

    def copy(self) -> None:
        """Ask for the number to be copied."""
        self.copy_wanted.emit(self._number)
