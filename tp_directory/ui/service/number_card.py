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
from tp_directory.ui.tokens import SPACE_4, SPACE_8, SPACE_12, Tokens
from tp_directory.wording.lines import line_name


class NumberCard(QWidget):
    """A number, what it is for, whether it answers now, and buttons to copy, call and scan it."""

    copy_wanted = Signal(str, str)  # the words, and what they are called
    call_wanted = Signal(object)  # Phone
    code_wanted = Signal(object)  # Phone

    def __init__(
        self,
        line: OpenPhone,
        now: datetime,
        language: Language,
        tokens: Tokens,
        parent: QWidget,
        *,
        name: str,
        is_main: bool = False,
        is_both: bool = False,
        is_brief: bool = False,
    ) -> None:
        """`name` is told with a copy; `is_both` says what the number is for in both languages.

        `is_brief` leaves the code and the call to the page of the service.
        """
        super().__init__(parent)
        phone = line.phone
        self._phone = phone
        self._number, self._name = wording.number(phone, language), name
        top = FlowLayout(gap=SPACE_12)
        top.addWidget(FactLabel(self._number, role="number"))
        copy = self._button(self.tr("&Copy") if is_main else self.tr("Copy"))
        copy.setAccessibleName(self.tr("Copy {number}").format(number=self._number))
        copy.clicked.connect(self.copy)
        buttons = FlowLayout(gap=SPACE_8)
        buttons.addWidget(copy)
        if phone.kind is not PhoneKind.FAX and not is_brief:
            code = self._button(self.tr("QR code"))
            code.setAccessibleName(self.tr("QR code of {number}").format(number=self._number))
            code.setToolTip(self.tr("Scan the number with a phone"))
            code.clicked.connect(self.show_code)
            buttons.addWidget(code)
        if phone.kind is PhoneKind.VOICE and not is_brief:
            call = self._button(self.tr("Call"))
            call.setAccessibleName(self.tr("Call {number}").format(number=self._number))
            call.setToolTip(self.tr("Call with the phone program of this computer"))
            call.clicked.connect(self.call)
            buttons.addWidget(call)
        group = QWidget()
        group.setLayout(buttons)
        top.addWidget(group)

        other = phone.label.stated_in(language.other) if is_both else ""
        what = (
            line_name(phone, language),
            "" if other == phone.label.best(language) else other,
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
            unstated = self.tr("The hours of this number are not stated.")
            layout.addWidget(FactLabel(unstated, role="caption", tone="muted"))

    def copy(self) -> None:
        """Ask for the number to be copied."""
        self.copy_wanted.emit(self._number, self._name)

    def call(self) -> None:
        """Ask for the number to be called."""
        self.call_wanted.emit(self._phone)

    def show_code(self) -> None:
        """Ask for the code of the number to be shown."""
        self.code_wanted.emit(self._phone)

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("role", "small")
        return button
