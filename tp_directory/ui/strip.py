"""The strip that is always there: whom to call when it cannot wait."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from tp_directory import wording
from tp_directory.core.bilingual import Language
from tp_directory.core.hours import ALWAYS
from tp_directory.core.service import Service
from tp_directory.ui.actions import STRIP_KEYS, Actions
from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.focus_order import chain
from tp_directory.ui.tokens import LIGHT, SPACE_8, SPACE_16, SPACE_24, em

EMERGENCY = "911"
_NARROW_EMS = 92  # below, the names of services would take a second line


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

    def show_line(self, label: str, number: str, note: str, keys: str) -> None:
        """Show a number with what it is for, and the key that copies it."""
        self._number = number
        self._label.setText(label)
        self._label.setVisible(bool(label))
        self._button.setText(number)
        self._button.setAccessibleName(
            self.tr("Copy {number}, {label}").format(number=number, label=label or number)
        )
        self._button.setToolTip(self.tr("Copy this number ({keys})").format(keys=keys))
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def copy(self) -> None:
        """Ask for the number to be copied."""
        self.copy_wanted.emit(self._number)


class Strip(QWidget):
    """911, and the national lines as the directory itself records them."""

    copy_wanted = Signal(str)

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._services: tuple[Service | None, ...] = ()
        self._language = Language.EN
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, QColor(LIGHT.strip_text))
        self.setPalette(palette)  # the focus ring is seen on the dark ground, too
        self._actions = actions
        self._is_narrow = False
        self._hide = QPushButton()
        self._hide.setObjectName("hide_button")
        self._hide.clicked.connect(actions.hide.trigger)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_8)
        outer.setSpacing(SPACE_16)
        lines = QWidget()
        self._flow = FlowLayout(lines, gap=SPACE_24)
        outer.addWidget(lines, 1)
        outer.addWidget(self._hide, 0, Qt.AlignmentFlag.AlignTop)
        self._lines: list[EmergencyLine] = []
        self.show_services(())
        for place, action in enumerate(actions.strip):
            action.triggered.connect(partial(self.copy_line, place))

    def show_services(self, services: tuple[Service | None, ...]) -> None:
        """Show these services after 911, each by its main number; None leaves its place empty.

        A place has its key and its short name, so that no service takes those of another.
        """
        self._services = services
        while len(self._lines) <= len(self._services):
            line = EmergencyLine(self)
            line.copy_wanted.connect(self.copy_wanted)
            self._lines.append(line)
            self._flow.addWidget(line)
        chain(self._lines[0].button, [line.button for line in self._lines[1:]])
        self.retranslate()

    def copy_line(self, place: int) -> None:
        """Copy the number at a place of the strip, if there is one."""
        if place < len(self._lines) and not self._lines[place].isHidden():
            self._lines[place].copy()

    def set_language(self, language: Language) -> None:
        """Name the services in a language."""
        self._language = language
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        self._hide.setText(self.tr("&Hide"))
        self._hide.setToolTip(self._actions.hide.statusTip())
        first, *others = self._lines
        first.show_line(self.tr("Immediate danger"), EMERGENCY, "", STRIP_KEYS[0])
        shown = zip(others, self._services, self._actions.strip[1:], STRIP_KEYS[1:], strict=False)
        for line, service, action, key in shown:
            phone = service.main_phone if service else None
            line.setVisible(phone is not None)
            if service is None or phone is None:
                continue
            note = ALWAYS if (phone.hours or service.hours) == ALWAYS else ""
            number = wording.number(phone, self._language)
            name = action.text() if self._is_narrow else service.name.best(self._language)
            line.show_line("" if name == number else name, number, note, key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_narrow = event.size().width() < em(self.font()) * _NARROW_EMS
        if is_narrow is not self._is_narrow:
            self._is_narrow = is_narrow
            self.retranslate()
        super().resizeEvent(event)
