"""The answers of a question that takes one: a row of large buttons with number keys."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from tp_directory.core.bilingual import Language
from tp_directory.screening.form import Question
from tp_directory.screening.session import State
from tp_directory.ui.screening.answer_button import AnswerButton
from tp_directory.ui.screening.even_layout import EvenLayout

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
_TAKING_BACK = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_PLAIN = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier


class AnswerRow(QWidget):
    """One stop of the Tab key: arrows walk along the answers, Space or its digit chooses one.

    A digit gives the same answer however often it is pressed; a press on the chosen answer, and
    Backspace, take it back.
    """

    answered = Signal(str)  # the code of the choice, "" takes the answer back
    passed = Signal()  # the answer came by a digit: the next question may have the keyboard

    def __init__(self, question: Question, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._value = ""
        self._shown: list[AnswerButton] = []
        self._buttons: dict[str, AnswerButton] = {}
        layout = EvenLayout()
        self.setLayout(layout)
        for choice in question.choices:
            words = choice.label.best(language) or choice.name
            button = AnswerButton(words, question.label.best(language), self)
            button.setAutoExclusive(True)
            button.clicked.connect(partial(self.choose, choice.name))
            layout.addWidget(button)
            self._buttons[choice.name] = button

    def show_state(self, state: State) -> None:
        """Show which answers there are now, and which was given."""
        self._value = state.value
        available = [each.name for each in state.choices]
        self._shown = [self._buttons[name] for name in available]
        for name, button in self._buttons.items():
            button.setVisible(name in available)
            button.setAutoExclusive(False)
            button.setChecked(name == state.value)
        for key, button in enumerate(self._shown, start=1):
            button.setAutoExclusive(True)
            button.show_key(key if key < 10 else 0)
        self._let_tab_in()

    def choose(self, name: str) -> None:
        """Give an answer, or take it back where it was given before."""
        self.answered.emit("" if name == self._value else name)

    def _let_tab_in(self) -> None:
        """Let Tab lead to one button alone: the one in use, the chosen one, or the first."""
        focused = next((each for each in self._shown if each.hasFocus()), None)
        entry = focused or self._buttons.get(self._value) or next(iter(self._shown), None)
        if entry is None:
            return
        for button in self._shown:
            policy = Qt.FocusPolicy
            button.setFocusPolicy(policy.StrongFocus if button is entry else policy.ClickFocus)
        self.setFocusProxy(entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        digit = key - Qt.Key.Key_0
        if event.modifiers() not in _PLAIN or event.isAutoRepeat():
            super().keyPressEvent(event)
        elif 0 < digit <= len(self._shown) and digit < 10:
            names = {button: name for name, button in self._buttons.items()}
            self.answered.emit(names[self._shown[digit - 1]])
            self.passed.emit()
        elif key in _TAKING_BACK:
            self.answered.emit("")
        elif key in _STEPS:
            self._walk(_STEPS[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def _walk(self, distance: int) -> None:
        place = next((at for at, each in enumerate(self._shown) if each.hasFocus()), None)
        if place is not None and 0 <= place + distance < len(self._shown):
            self._shown[place + distance].setFocus(Qt.FocusReason.TabFocusReason)
            self._let_tab_in()
