"""What a screen reader says of its own accord, though the focus stays where it is."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

PAUSE_MS = 500


def announce(widget: QWidget, words: str) -> None:
    """Have words read out once what is being said is finished."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


class Announcer(QObject):
    """Announces the last of several sentences, once no other has come for half a second.

    Each key that is typed changes the count of results: said at once, none would be heard to
    its end, nor the letters that are typed. Where the widget is out of sight by then, nothing is
    said: the window may have been hidden.
    """

    announced = Signal(str)

    def __init__(self, widget: QWidget, pause_ms: int = PAUSE_MS) -> None:
        super().__init__(widget)
        self._widget = widget
        self._words = ""
        self._pause = QTimer(self, singleShot=True, interval=pause_ms)
        self._pause.timeout.connect(self.speak)

    def say(self, words: str) -> None:
        """Announce these words unless others follow soon; no words take back the last ones."""
        self._words = words
        self._pause.start()

    def speak(self) -> None:
        """Announce the last words now, if they were not yet."""
        words, self._words = self._words, ""
        if words and self._widget.isVisible():
            announce(self._widget, words)
            self.announced.emit(words)
