"""A page that is built once what it shows has been read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget


class LatePage(QStackedWidget):
    """Says that its page is being opened, until it is there."""

    wanted = Signal()  # it is looked at, and its page is not there

    def __init__(self) -> None:
        super().__init__()
        self._page: QWidget | None = None
        self._waiting = QLabel()
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._waiting.setProperty("role", "section")
        self.addWidget(self._waiting)
        self.retranslate()

    def fill(self, page: QWidget) -> None:
        """Show the page, and let it have the keyboard."""
        self._page = page
        self.addWidget(page)
        self.setCurrentWidget(page)
        self.setFocusProxy(page)
        if self.isVisible():
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        self._waiting.setText(self.tr("Opening the checklists…"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._page is None:
            self.wanted.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
