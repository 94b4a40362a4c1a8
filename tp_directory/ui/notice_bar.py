"""The one calm bar that says what went wrong, what still works and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from tp_directory.core.bilingual import Language, Text
from tp_directory.ui.announcer import announce
from tp_directory.ui.tokens import SPACE_8, SPACE_12, SPACE_16


class NoticeBar(QWidget):
    """Shows one notice until it is closed or does not hold any more."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.setObjectName("notice_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = Text()
        self._language = language
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = QPushButton()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_8)
        layout.setSpacing(SPACE_12)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._close)
        self._close.clicked.connect(self.clear)
        self.retranslate()
        self.hide()

    def show_text(self, text: Text) -> None:
        """Show a notice and have it read out; an empty one hides the bar."""
        self._text = text
        self.retranslate()
        self.setVisible(bool(text))
        if text:
            announce(self, text.best(self._language))

    def set_language(self, language: Language) -> None:
        """Say the notice in a language."""
        self._language = language
        self.retranslate()

    def clear(self) -> None:
        """Hide the bar."""
        self.show_text(Text())

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        self._label.setText(self._text.best(self._language))
        self._close.setText(self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close this message"))
