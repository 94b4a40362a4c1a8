"""The answer of a question that takes a number, a date or words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tp_directory.core.bilingual import Language
from tp_directory.screening.form import Kind, Question
from tp_directory.screening.session import State
from tp_directory.ui.tokens import em
from tp_directory.ui.words_box import WordsBox

_NARROW_EMS = 14  # a number or a date; words take the whole line


class AnswerField(QWidget):
    """A line to type in; what was typed stays to be mended where it is refused."""

    answered = Signal(str)  # what was typed
    passed = Signal()  # Enter: the next question may have the keyboard

    def __init__(self, question: Question, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind = question.kind
        self._told = ""
        self._is_refused = False
        self._box = WordsBox()
        self._box.setAccessibleName(question.label.best(language))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._box)
        if self._kind is not Kind.TEXT:
            self._box.setMaximumWidth(em(self.font()) * _NARROW_EMS)
            layout.addStretch()
        self._box.editingFinished.connect(self.tell)
        self._box.returnPressed.connect(self._pass)
        self.setFocusProxy(self._box)
        self._say()

    def show_state(self, state: State) -> None:
        """Show the answer that holds, unless another is being typed or was refused."""
        if not self._is_refused and not self._box.hasFocus():
            self._box.setText(state.value)
            self._told = state.value

    def refuse(self) -> None:
        """Leave what was typed last to be mended."""
        self._is_refused = True

    def tell(self) -> None:
        """Tell what was typed, if it is another answer than before."""
        if self._box.text() != self._told:
            self._told = self._box.text()
            self._is_refused = False
            self.answered.emit(self._told.strip())

    def _pass(self) -> None:
        self.tell()
        self.passed.emit()

    def _say(self) -> None:
        is_date = self._kind is Kind.DATE
        self._box.setPlaceholderText(self.tr("YYYY-MM-DD") if is_date else "")
