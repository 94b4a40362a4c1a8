"""The strip that is always there: whom to call when it cannot wait."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from tp_directory import wording
from tp_directory.core.bilingual import Language
from tp_directory.core.hours import ALWAYS
from tp_directory.core.service import Service
from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.focus_order import chain
from tp_directory.ui.tokens import LIGHT, SPACE_8, SPACE_16, SPACE_24

EMERGENCY = "911"


class EmergencyLine(QWidget):
    """One number of the strip: what it is, and a button that copies it."""

    copy_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = ""
        self._label = QLabel()
        self._button = QPushButton()
        self._note = QLabel()
        layout = FlowLayout(self, gap=SPACE_8)
        for widget in (self._label, self._button, self._note):
            layout.addWidget(widget)
        self._button.clicked.connect(self.copy)

    @property
    def button(self) -> QPushButton:
        """The button that copies the number."""
        return self._button

    def show_line(self, label: str, number: str, note: str) -> None:
        """Show a number with what it is for."""
        self._number = number
        self._label.setText(label)
        self._button.setText(number)
        self._button.setAccessibleName(
            self.tr("Copy {number}, {label}").format(number=number, label=label)
        )
        self._button.setToolTip(self.tr("Copy this number"))
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def copy(self) -> None:
        """Ask for the number to be copied."""
        self.copy_wanted.emit(self._number)


class Strip(QWidget):
    """911, and the national lines as the directory itself records them."""

    copy_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._services: tuple[Service, ...] = ()
        self._language = Language.EN
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, QColor(LIGHT.strip_text))
        self.setPalette(palette)  # the focus ring is seen on the dark ground, too
        outer = QVBoxLayout(self)
        outer.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_8)
        self._flow = FlowLayout(gap=SPACE_24)
        outer.addLayout(self._flow)
        self._lines: list[EmergencyLine] = []
        self.show_services(())

    def show_services(self, services: tuple[Service, ...]) -> None:
        """Show these services after 911, each by its main number."""
        self._services = tuple(service for service in services if service.main_phone)
        while len(self._lines) <= len(self._services):
            line = EmergencyLine(self)
            line.copy_wanted.connect(self.copy_wanted)
            self._lines.append(line)
            self._flow.addWidget(line)
        chain(self._lines[0].button, [line.button for line in self._lines[1:]])
        self.retranslate()

    def show_language(self, language: Language) -> None:
        """Name the services in a language."""
        self._language = language
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        first, *others = self._lines
        first.show_line(self.tr("Immediate danger"), EMERGENCY, "")
        for line, service in zip(others, self._services, strict=True):
            phone = service.main_phone
            assert phone is not None  # show_services keeps no other
            note = ALWAYS if ALWAYS in (phone.hours, service.hours) else ""
            number = wording.number(phone, self._language)
            line.show_line(service.name.best(self._language), number, note)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
