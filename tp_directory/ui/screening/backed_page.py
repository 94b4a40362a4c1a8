"""A page beside the way of a checklist, with the button that leads back to it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tp_directory.ui.tokens import SPACE_12, SPACE_16, SPACE_24


class BackedPage(QWidget):
    """Puts a way back above another page, and beside it the page's own window title."""

    back_wanted = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.setObjectName("backed_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._back = QPushButton()
        self._back.setProperty("role", "small")
        title = QLabel(page.windowTitle())
        title.setProperty("role", "title")
        top = QHBoxLayout()
        top.setContentsMargins(SPACE_24, SPACE_16, SPACE_24, 0)
        top.setSpacing(SPACE_12)
        top.addWidget(self._back)
        top.addWidget(title)
        top.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(page, 1)
        self.setFocusProxy(page)
        page.windowTitleChanged.connect(title.setText)
        self._back.clicked.connect(self.back_wanted)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        self._back.setText(self.tr("← &Back"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
