"""A page that is built once what it shows has been read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from tp_directory.ui.dropping import drop


class LatePage(QStackedWidget):
    """Says that its page is being opened, until it is there."""

    wanted = Signal()  # it is looked at, and its page is not there
    looked_at = Signal()  # so is its page

    def __init__(self) -> None:
        super().__init__()
        self._page: QWidget | None = None
        self._waiting = QLabel()
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._waiting.setProperty("role", "section")
        self.addWidget(self._waiting)
        self.retranslate()

    def fill(self, page: QWidget) -> None:
        """Show the page in the place of the one before, and let it have the keyboard."""
        if self._page is not None:
            drop(self._page)
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
        else:
            self.looked_at.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
