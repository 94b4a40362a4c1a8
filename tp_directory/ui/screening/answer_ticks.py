"""The answers of a question that takes several, and the one of a question to be acknowledged."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tp_directory.core.bilingual import Language
from tp_directory.screening.form import Question
from tp_directory.screening.session import State
from tp_directory.ui.screening.answer_button import AnswerButton
from tp_directory.ui.tokens import SPACE_8


class AnswerTicks(QWidget):
    """Large ticks below each other; a digit ticks and unticks."""

    answered = Signal(str)  # the codes of what is ticked, separated by spaces

    def __init__(
        self, question: Question, ticks: dict[str, str], language: Language, parent: QWidget
    ) -> None:
        """`ticks` are the words of each tick, by its code."""
        super().__init__(parent)
        self._is_filtered = bool(question.choices)
        self._shown: list[AnswerButton] = []
        self._buttons: dict[str, AnswerButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_8)
        for name, words in ticks.items():
            button = AnswerButton(words, question.label.best(language), self)
            button.clicked.connect(self.tell)
            layout.addWidget(button)
            self._buttons[name] = button

    def show_state(self, state: State) -> None:
        """Show which ticks there are now, and which were set."""
        available = {each.name for each in state.choices} if self._is_filtered else self._buttons
        self._shown = [button for name, button in self._buttons.items() if name in available]
        ticked = state.value.split()
        for name, button in self._buttons.items():
            button.setVisible(name in available)
            button.setChecked(name in ticked)
        if self._shown:
            self.setFocusProxy(self._shown[0])

    def tell(self) -> None:
        """Tell what is ticked."""
        ticked = [name for name, button in self._buttons.items() if button.isChecked()]
        self.answered.emit(" ".join(ticked))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.key() - Qt.Key.Key_0
        if 0 < digit <= len(self._shown) and digit < 10 and not event.isAutoRepeat():
            self._shown[digit - 1].click()
        else:
            super().keyPressEvent(event)
