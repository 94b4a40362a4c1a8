"""Says in every pane of a training that nothing of it is real."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from tp_directory.ui.tokens import SPACE_4, SPACE_24


class TrainingBand(QWidget):
    """A band in a colour of its own, in words too."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("training_band")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = QLabel()
        self._words.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE_24, SPACE_4, SPACE_24, SPACE_4)
        layout.addWidget(self._words)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        self._words.setText(self.tr("Training: fictional, counts nothing, keeps nothing"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
