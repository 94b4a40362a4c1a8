"""The questions of a page below each other, in groups by the manner in which they are answered."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from tp_directory.core.bilingual import Text
from tp_directory.screening.form import Question
from tp_directory.screening.interview import Interview
from tp_directory.screening.vocabulary import Manner
from tp_directory.ui.dropping import drop
from tp_directory.ui.fact_labels import FactLabel
from tp_directory.ui.screening.manner_head import MannerHead
from tp_directory.ui.screening.question_card import QuestionCard, manner_of, tick_of
from tp_directory.ui.screening.showing import Showing
from tp_directory.ui.tokens import SPACE_12


class QuestionColumn(QWidget):
    """Keeps the card of each question that stays, so that nothing jumps while one answers."""

    answered = Signal(object, str)  # Question, what was entered; "" takes the answer back
    reached = Signal(object)  # QuestionCard: it was given the keyboard
    finished = Signal()  # a key answered the last question

    def __init__(
        self,
        interview: Interview,
        showing: Showing,
        parent: QWidget,
        *,
        is_list: bool = False,
    ) -> None:
        """`is_list`: what can be ticked off is a row to tick, without its other answers."""
        super().__init__(parent)
        self._interview, self._showing, self._is_list = interview, showing, is_list
        self._cards: dict[str, QuestionCard] = {}
        self._others: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_12)

    @property
    def cards(self) -> tuple[QuestionCard, ...]:
        """The cards from top to bottom."""
        return tuple(self._cards.values())

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab may lead to, in reading order."""
        kinds = (QPushButton, QLineEdit)
        return tuple(
            each
            for card in self._cards.values()
            for each in card.findChildren(QWidget)
            if isinstance(each, kinds)
        )

    def show_questions(self, questions: tuple[Question, ...]) -> None:
        """Show these questions and notes as they stand now."""
        names = [each.name for each in questions if each.kind.is_answered]
        if names != list(self._cards):
            self._lay_out(questions, names)
        for card in self._cards.values():
            card.show_state(self._interview.state(card.question))

    def _lay_out(self, questions: tuple[Question, ...], names: list[str]) -> None:
        for other in self._others:
            drop(other)
        self._others = []
        before, self._cards = self._cards, {}
        for name in before.keys() - set(names):
            drop(before[name])
        while self._column.takeAt(0):
            pass
        manner: Manner | None = None
        for each in questions:
            if not each.kind.is_answered:
                self._add_other(FactLabel(each.label.best(self._showing.language), role="note"))
                continue
            if (found := manner_of(each)) is not manner:
                manner = found
                if manner is not None:
                    self._add_other(MannerHead(manner, self._showing, self))
            card = before.get(each.name) or self._new_card(each)
            self._cards[each.name] = card
            self._column.addWidget(card)

    def _add_other(self, widget: QWidget) -> None:
        self._others.append(widget)
        self._column.addWidget(widget)

    def _new_card(self, question: Question) -> QuestionCard:
        tick = tick_of(question) if self._is_list else ""
        card = QuestionCard(question, self._showing, self, tick=tick)
        card.answered.connect(self.answered)
        card.passed.connect(self.pass_on)
        return card

    def pass_on(self, question: Question) -> None:
        """Give the keyboard to the question after one, or tell that there is none."""
        names = list(self._cards)
        place = names.index(question.name) + 1
        if place < len(names):
            self.focus(self._cards[names[place]])
        else:
            self.finished.emit()

    def focus(self, card: QuestionCard) -> None:
        """Give the keyboard to a card."""
        card.setFocus(Qt.FocusReason.TabFocusReason)
        self.reached.emit(card)

    def focus_question(self, question: Question) -> None:
        """Give the keyboard to the card of a question, if it is here."""
        if question.name in self._cards:
            self.focus(self._cards[question.name])

    def card_of(self, widget: QWidget | None) -> QuestionCard | None:
        """The card that a widget is a part of."""
        return next(
            (card for card in self.cards if widget is not None and card.isAncestorOf(widget)), None
        )

    def refuse(self, question: Question, refusal: Text) -> None:
        """Say at its card why what was entered is no answer to a question."""
        self._cards[question.name].refuse(refusal)

    def commit(self) -> None:
        """Tell what is typed and was not told yet."""
        for card in self.cards:
            card.commit()

    def point_out(self) -> QuestionCard | None:
        """Say at each card what keeps the worker from going on; return the first of them."""
        kept = [card for card in self.cards if card.problem]
        for card in kept:
            card.point_out()
        return next(iter(kept), None)
