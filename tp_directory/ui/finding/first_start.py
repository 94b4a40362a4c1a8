"""What is seen before anything is asked: how to ask, shown by example."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tp_directory import wording
from tp_directory.core.bilingual import Language
from tp_directory.ui.tokens import SPACE_8, SPACE_12, SPACE_16, SPACE_24, em


class FirstStart(QScrollArea):
    """Offers three example searches, one of each style: words, a place, a need."""

    words_chosen = Signal(str)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        page.setObjectName("first_start")
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._advice = QLabel()
        self._advice.setWordWrap(True)
        self._captions = [QLabel() for _ in range(3)]
        self._buttons = [QPushButton() for _ in range(3)]
        self._caution = QLabel()
        self._caution.setWordWrap(True)
        self._caution.setProperty("role", "caption")
        self._caution.setProperty("tone", "muted")

        examples = QGridLayout()
        examples.setHorizontalSpacing(SPACE_16)
        examples.setVerticalSpacing(SPACE_12)
        examples.setColumnStretch(1, 1)
        for line, (caption, button) in enumerate(zip(self._captions, self._buttons, strict=True)):
            caption.setProperty("tone", "muted")
            caption.setBuddy(button)
            button.setProperty("role", "example")
            examples.addWidget(caption, line, 0)
            examples.addWidget(button, line, 1)
            button.clicked.connect(self.choose)
        column = QWidget()
        column.setMaximumWidth(em(self.font()) * 46)
        inside = QVBoxLayout(column)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(SPACE_8)
        inside.addWidget(self._title)
        inside.addWidget(self._advice)
        inside.addSpacing(SPACE_16)
        inside.addLayout(examples)
        inside.addSpacing(SPACE_24)
        inside.addWidget(self._caution)
        layout = QGridLayout(page)
        layout.setContentsMargins(SPACE_24, SPACE_24 * 2, SPACE_24, SPACE_24)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(1, 100)  # as wide as it may be, and in the middle
        layout.setColumnStretch(2, 1)
        layout.setRowStretch(1, 1)
        layout.addWidget(column, 0, 1)
        self.setWidget(page)
        self.retranslate()

    def set_language(self, language: Language) -> None:
        """State the facts in a language."""
        self._language = language
        self.retranslate()

    def focus_examples(self) -> None:
        """Give the keyboard to the first example."""
        self._buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def choose(self) -> None:
        """Ask the example whose button was pressed."""
        button = self.sender()
        if isinstance(button, QPushButton):
            self.words_chosen.emit(button.text())

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        self._title.setText(self.tr("Who can help"))
        self._advice.setText(
            self.tr(
                "Type what is needed in your own words; add a town to see who serves it. "
                "For example:"
            )
        )
        examples = (
            (self.tr("In your own words"), self.tr("safe place to sleep tonight")),
            (self.tr("With a place"), self.tr("legal help Kenora")),
            (self.tr("By need"), self.tr("need:interpretation")),
        )
        for (caption, words), label, button in zip(
            examples, self._captions, self._buttons, strict=True
        ):
            label.setText(caption)
            button.setText(words)
            button.setAccessibleName(self.tr("Search: {words}").format(words=words))
        self._caution.setText(wording.NOT_CONFIRMED.best(self._language))
