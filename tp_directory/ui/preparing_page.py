"""What is seen while the directory is opened or built for the first time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from tp_directory.ui.tokens import SPACE_8, SPACE_12, SPACE_24, em


class PreparingPage(QWidget):
    """Shows how far the preparation is, or a way to try again when it failed."""

    retry_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._has_failed = False
        self._label = QLabel()
        self._label.setProperty("role", "section")
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._retry = QPushButton()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_24)
        layout.setSpacing(SPACE_12)
        layout.addStretch()
        self._bar.setFixedWidth(em(self.font()) * 24)
        self._bar.setFixedHeight(SPACE_8)
        layout.addWidget(self._label)
        layout.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._retry, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()
        self._retry.clicked.connect(self.retry_wanted)
        self.start()

    def start(self) -> None:
        """Say that it has begun; how long it takes is not known yet."""
        self._has_failed = False
        self._bar.setRange(0, 0)
        self.retranslate()

    def show_progress(self, done: int, total: int) -> None:
        """Say how far it is."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def show_failure(self) -> None:
        """Say that it failed; why stands in the notice bar."""
        self._has_failed = True
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        words = self.tr("The directory could not be opened.")
        self._label.setText(words if self._has_failed else self.tr("Preparing the directory…"))
        self._bar.setAccessibleName(self.tr("Preparing the directory…"))
        self._bar.setVisible(not self._has_failed)
        self._retry.setText(self.tr("Try again"))
        self._retry.setVisible(self._has_failed)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
