"""The ways on from a page of a checklist, always in the same place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.screening.effect_line import EffectLine
from tp_directory.ui.tokens import SPACE_8, SPACE_24


class RunFooter(QWidget):
    """Back and on, the result at any time, both languages, and the way out; over them one line."""

    back_wanted = Signal()
    next_wanted = Signal()
    both_toggled = Signal(bool)
    result_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, page: QWidget) -> None:
        """`page` is where Alt+Left and Alt+Right go back and on."""
        super().__init__(page)
        self.setObjectName("run_footer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._is_last = False
        self.effect = EffectLine()
        self.back, self.next, self.both = QPushButton(), QPushButton(), QPushButton()
        self.result, self.leave = QPushButton(), QPushButton()
        self.next.setProperty("role", "primary")
        self.both.setCheckable(True)
        buttons = FlowLayout(gap=SPACE_8)
        for button in self.stops:
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_24, SPACE_8, SPACE_24, SPACE_8)
        layout.setSpacing(SPACE_8)
        layout.addWidget(self.effect)
        layout.addLayout(buttons)
        self._keys = {
            button: QShortcut(keys, page)
            for button, keys in (
                (self.back, QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_Left)),
                (self.next, QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_Right)),
            )
        }
        for button, shortcut in self._keys.items():
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(button.click)

        self.back.clicked.connect(self.back_wanted)
        self.next.clicked.connect(self.next_wanted)
        self.both.clicked.connect(self.both_toggled)
        self.result.clicked.connect(self.result_wanted)
        self.leave.clicked.connect(self.leave_wanted)
        self.retranslate()

    @property
    def stops(self) -> tuple[QPushButton, ...]:
        """What Tab may lead to, in reading order."""
        return (self.back, self.next, self.both, self.result, self.leave)

    def show_ways(self, *, is_first: bool, is_last: bool, is_stopped: bool) -> None:
        """Offer the ways that there are; where it `is_stopped` by danger, the page has its own."""
        self._is_last = is_last
        self.back.setEnabled(not is_first)
        self.next.setVisible(not is_stopped)
        self.result.setVisible(not is_stopped and not is_last)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        self.back.setText(self.tr("&Back"))
        self.next.setText(self.tr("&Show the result") if self._is_last else self.tr("&Next"))
        self.both.setText(self.tr("Both &languages"))
        self.both.setToolTip(self.tr("Show the questions in English and French (F2)"))
        self.result.setText(self.tr("To the &result"))
        self.leave.setText(self.tr("Leave and &erase"))
        for button, shortcut in self._keys.items():
            keys = shortcut.key().toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(f"{button.text().replace('&', '')} ({keys})")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
