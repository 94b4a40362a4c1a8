"""A checklist as a worker goes through it: steps, answers, and what an answer changes.

In memory only, and gone with this object.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from tp_directory.screening.form import Question
from tp_directory.screening.outcome import Outcome, outcome_of
from tp_directory.screening.protocol import AGE, DANGER, Protocol, Step
from tp_directory.screening.session import Session, State

_FIXED = frozenset({DANGER, AGE})
"""Questions that mean the same in every protocol, whatever their words."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What an answer changed besides itself: questions that appeared, and that went away.

    Those that went away with an answer have it again when they come back.
    """

    shown: tuple[Question, ...] = ()
    hidden: tuple[Question, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.shown or self.hidden)


class Interview:
    """One run of a protocol."""

    def __init__(self, protocol: Protocol, clock: Callable[[], datetime]) -> None:
        """Begin with no answer; `clock` tells the time now with its zone."""
        self.protocol = protocol
        self._clock = clock
        self._session = Session(protocol.form, clock)
        self._answered: set[str] = set()

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps that have a question to ask now, in order."""
        return tuple(step for step in self.protocol.steps if self.asked(step))

    @property
    def has_answers(self) -> bool:
        """Whether anything was answered that would be lost."""
        return bool(self._answered)

    @property
    def in_danger(self) -> bool:
        """Whether the question of danger was answered with yes."""
        danger = self.protocol.danger
        return danger is not None and self.state(danger).value == "yes"

    def asked(self, step: Step) -> tuple[Question, ...]:
        """The questions and notes of a step that are shown now."""
        return tuple(each for each in step.questions if self.state(each).is_relevant)

    def is_passed(self, step: Step) -> bool:
        """Whether every question of a step has an answer."""
        asked = [each for each in self.asked(step) if each.kind.is_answered]
        return all(each.name in self._answered for each in asked)

    def is_answered(self, question: Question) -> bool:
        """Whether the worker has answered a question, be it shown now or not."""
        return question.name in self._answered

    def state(self, question: Question) -> State:
        """How a question stands now."""
        return self._session.state(question.name)

    def answer(self, question: Question, value: str) -> Effect:
        """Answer a question, or take the answer back with ""; return what else that changed.

        Raises:
            AnswerRefused: the value is no answer to it; nothing was changed.
            FormulaRefused: what follows cannot be computed; nothing was changed.
        """
        changes = self._session.answer(question.name, value)
        (self._answered.add if value else self._answered.discard)(question.name)
        shown: list[Question] = []
        hidden: list[Question] = []
        for change in changes:
            changed = self.protocol.form.question(change.name)
            if changed.kind.is_answered and change.before.is_relevant != change.after.is_relevant:
                (shown if change.after.is_relevant else hidden).append(changed)
        return Effect(tuple(shown), tuple(hidden))

    def outcome(self) -> Outcome:
        """What it comes to, as it stands."""
        return outcome_of(self.protocol, self._session, self._clock)

    def going_on_with(self, protocol: Protocol) -> Interview:
        """A run of another protocol, with the answers to the questions that are the same there."""
        other = Interview(protocol, self._clock)
        places = self.protocol.form.places
        for question in protocol.form.questions:
            if question.name in self._answered and question.name in places:
                mine = self.protocol.form.question(question.name)
                if _is_same(mine, question) and (value := self.state(mine).value):
                    other.answer(question, value)
        return other


def _is_same(one: Question, other: Question) -> bool:
    """Whether an answer to one question answers the other."""
    is_alike = one.kind is other.kind and [each.name for each in one.choices] == [
        each.name for each in other.choices
    ]
    return is_alike and (one.name in _FIXED or one.label == other.label)
