"""One question of a checklist: its words, how to ask it, and its answers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from tp_directory.core.bilingual import Text
from tp_directory.screening.form import Kind, Question
from tp_directory.screening.outcome import YES
from tp_directory.screening.session import State
from tp_directory.screening.vocabulary import Manner
from tp_directory.ui.fact_column import FactColumn
from tp_directory.ui.fact_labels import FactLabel
from tp_directory.ui.screening.answer_field import AnswerField
from tp_directory.ui.screening.answer_row import AnswerRow
from tp_directory.ui.screening.answer_ticks import AnswerTicks
from tp_directory.ui.screening.showing import Showing
from tp_directory.ui.tokens import SPACE_8, SPACE_12, SPACE_16

_OK = "OK"  # what ODK XForms stores for a question that was acknowledged


def manner_of(question: Question) -> Manner | None:
    """How a question is to be answered, where its workbook says so."""
    kind = question.extra.get("kind", "")
    return Manner(kind) if kind in set(Manner) else None


def tick_of(question: Question) -> str:
    """The answer that a tick stands for; "" where the question is not answered by one."""
    if question.kind is Kind.ACKNOWLEDGE:
        return _OK
    names = {each.name for each in question.choices}
    return YES if question.kind is Kind.SELECT_ONE and YES in names else ""


class QuestionCard(QFrame):
    """Shows one question and tells what is answered; it decides nothing."""

    answered = Signal(object, str)  # Question, what was entered; "" takes the answer back
    passed = Signal(object)  # Question: the next one may have the keyboard

    def __init__(
        self, question: Question, showing: Showing, parent: QWidget, *, tick: str = ""
    ) -> None:
        """`tick`: the question is a row to tick, which gives this answer or none."""
        super().__init__(parent)
        self.question = question
        self._showing, self._language = showing, showing.language
        self._state: State | None = None
        self._refusal = Text()
        self._is_due = False
        self._column = FactColumn()
        self._column.setSpacing(SPACE_8)
        self.setLayout(self._column)
        if not tick:
            self.setObjectName("card")
            self._column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
            self._say_question()
        if hint := question.hint.best(self._language):
            self._column.say(hint, tone="muted")
        self._required = self._column.say("", role="caption", tone="muted")
        self._how, self._guidance = QPushButton(), FactLabel("", role="note")
        self._add_guidance()
        self._answer = self._make_answer(tick)
        self._column.addWidget(self._answer)
        self._describe()
        self._problem = self._column.say("", tone="warn")
        self._problem.hide()

        self._how.toggled.connect(self._guidance.setVisible)
        self._answer.answered.connect(self._tell)
        if not isinstance(self._answer, AnswerTicks):
            self._answer.passed.connect(self._pass)
        self.setFocusProxy(self._answer)
        self._say()

    def _say_question(self) -> None:
        # Only what may be asked is made large for the person; the rest is not for their eyes.
        is_asked = manner_of(self.question) in {Manner.ASK, None}
        role = "title" if self._showing.is_both and is_asked else "question"
        for words in self._words:
            self._column.say(words, role=role)

    @property
    def _words(self) -> tuple[str, ...]:
        """The question, and in the other language where both are wanted and it differs."""
        words, language = self.question.label, self._language
        shown = (words.best(language), words.stated_in(language.other))
        return tuple(dict.fromkeys(filter(None, shown))) if self._showing.is_both else shown[:1]

    def _add_guidance(self) -> None:
        words = self.question.guidance.best(self._language)
        self._how.setProperty("role", "small")
        self._how.setCheckable(True)
        self._how.setVisible(bool(words))
        self._guidance.setText(words)
        self._guidance.hide()
        self._column.addWidget(self._how, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._guidance)

    def _make_answer(self, tick: str) -> AnswerRow | AnswerTicks | AnswerField:
        question, language = self.question, self._language
        if tick:
            return AnswerTicks(question, {tick: "\n".join(self._words)}, language, self)
        match question.kind:
            case Kind.SELECT_ONE:
                return AnswerRow(question, language, self)
            case Kind.SELECT_MULTIPLE:
                ticks = {each.name: each.label.best(language) for each in question.choices}
                return AnswerTicks(question, ticks, language, self)
            case Kind.ACKNOWLEDGE:
                return AnswerTicks(question, {_OK: _OK}, language, self)
            case _:
                return AnswerField(question, language, self)

    def _describe(self) -> None:
        """Let a screen reader say how to come by an answer: it does not read the heading."""
        manner = manner_of(self.question)
        words = (
            self._showing.vocabulary.manners[manner].best(self._language) if manner else "",
            self.question.hint.best(self._language),
        )
        for each in self._answer.findChildren(QWidget):
            if each.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                each.setAccessibleDescription("\n".join(filter(None, words)))

    @property
    def problem(self) -> Text:
        """Why the worker cannot go on from here, if there is a reason."""
        if self._refusal or self._state is None or self._state.is_valid:
            return self._refusal
        return self._state.message

    def show_state(self, state: State) -> None:
        """Show how the question stands now."""
        self._state = state
        self._answer.show_state(state)
        self._required.setVisible(state.is_required)
        # That an answer is needed is not said before the worker had a chance to give it.
        is_told = self._is_due or bool(state.value) or bool(self._refusal)
        self._problem.setText(self.problem.best(self._language))
        self._problem.setVisible(is_told and bool(self.problem))

    def refuse(self, refusal: Text) -> None:
        """Say why what was entered is no answer; the answer before it still holds."""
        self._refusal = refusal
        if isinstance(self._answer, AnswerField):
            self._answer.refuse()
        if self._state is not None:
            self.show_state(self._state)

    def point_out(self) -> None:
        """Say also what is missing."""
        self._is_due = True
        if self._state is not None:
            self.show_state(self._state)

    def commit(self) -> None:
        """Tell what is typed and was not told yet."""
        if isinstance(self._answer, AnswerField):
            self._answer.tell()

    def _tell(self, value: str) -> None:
        self._refusal = Text()
        self.answered.emit(self.question, value)

    def _pass(self) -> None:
        if not self._refusal:
            self.passed.emit(self.question)

    def _say(self) -> None:
        self._how.setText(self.tr("How to ask"))
        about = self.question.label.best(self._language)
        self._how.setAccessibleName(self.tr("How to ask: {question}").format(question=about))
        self._required.setText(self.tr("An answer is needed to go on."))
