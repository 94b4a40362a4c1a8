"""What is seen of a checklist after the window was hidden: that there is one, and nothing of it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tp_directory.core.bilingual import Language
from tp_directory.ui.tokens import SPACE_12, SPACE_24
from tp_directory.wording.dates import time_words


class ResumePage(QWidget):
    """Lets whoever comes back go on with the checklist, or erase it."""

    resume_wanted = Signal()
    erase_wanted = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.setObjectName("resume_page")
        self._until: datetime | None = None
        self._language = language
        self._title, self._advice = QLabel(), QLabel()
        self._title.setProperty("role", "title")
        for label in (self._title, self._advice):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._resume, self._erase = QPushButton(), QPushButton()
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_12)
        buttons.addStretch()
        for button in (self._resume, self._erase):
            button.setProperty("role", "large")
            buttons.addWidget(button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_24)
        layout.setSpacing(SPACE_12)
        layout.addStretch(2)
        layout.addWidget(self._title)
        layout.addWidget(self._advice)
        layout.addSpacing(SPACE_12)
        layout.addLayout(buttons)
        layout.addStretch(3)
        self.setFocusProxy(self._resume)
        self._resume.clicked.connect(self.resume_wanted)
        self._erase.clicked.connect(self.erase_wanted)
        self.retranslate()

    def show_until(self, until: datetime) -> None:
        """Say at what time the checklist is erased by itself."""
        self._until = until
        self.retranslate()

    def set_language(self, language: Language) -> None:
        """Write the time as a language does."""
        self._language = language
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        self._title.setText(self.tr("A checklist is still open"))
        time = time_words(self._until).best(self._language) if self._until else ""
        self._advice.setText(
            self.tr("Its answers are in memory only. They are erased at {time}.").format(time=time)
        )
        self._resume.setText(self.tr("Go &on"))
        self._erase.setText(self.tr("E&rase it"))
