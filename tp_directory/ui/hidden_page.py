"""What is seen when the window hides itself: the time of day, and nothing of the program."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from tp_directory.core.bilingual import Language, Text
from tp_directory.ui.tokens import SPACE_24, em
from tp_directory.wording.dates import dated

_BUTTON_EMS = 12


class HiddenPage(QWidget):
    """Takes the place of everything else in the window until its button or Enter is pressed.

    It is a page of a stack and not a cover: what is hidden cannot be reached by Tab or by a
    screen reader either. All other keys are swallowed, shortcuts included: whoever hid the
    window in the middle of a word must not bring it back with the next letter.
    """

    left = Signal()

    def __init__(self, clock: Callable[[], datetime] = datetime.now) -> None:
        """`clock` tells the time of day where the worker is."""
        super().__init__()
        self.setObjectName("hidden_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._clock = clock
        self._time = QLabel()
        self._time.setProperty("role", "clock")
        self._date = QLabel()
        self._date.setProperty("role", "title")
        self._continue = QPushButton()
        self._continue.setMinimumWidth(em(self.font()) * _BUTTON_EMS)
        self._continue.installEventFilter(self)
        self.setFocusProxy(self._continue)
        self._minute = QTimer(self, singleShot=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_24)
        layout.addStretch(2)
        layout.addWidget(self._time, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._date, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(2 * SPACE_24)
        layout.addWidget(self._continue, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self._minute.timeout.connect(self.show_time)
        self._continue.clicked.connect(self.left)
        self.retranslate()

    def show_time(self) -> None:
        """Show what time it is, and again when the next minute begins."""
        now = self._clock()
        is_french = QLocale().language() is QLocale.Language.French
        language = Language.FR if is_french else Language.EN
        time = Text(f"{now:%H:%M}", f"{now.hour} h {now:%M}")
        self._time.setText(time.best(language))
        self._date.setText(dated(now, "EEEE, MMMM d", "EEEE d MMMM").best(language))
        self._minute.start((60 - now.second) * 1000)

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        self._continue.setText(self.tr("Continue"))
        if self.isVisible():
            self.show_time()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.type() is QEvent.Type.KeyPress and is_enter and not event.isAutoRepeat():
            self.left.emit()
        event.accept()  # of a ShortcutOverride: so that no shortcut is looked for
        return True

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_time()
        self._continue.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minute.stop()
