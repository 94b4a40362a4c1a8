"""Tries answers on the part of a form that decides over a goal, and nothing else of it."""

from __future__ import annotations

import itertools
import math
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from tp_directory.screening.authoring.distance import Distance
from tp_directory.screening.faults import AnswerRefused, FormulaRefused
from tp_directory.screening.form import Form, Question
from tp_directory.screening.session import Session
from tp_directory.screening.xpath.formula import Scope

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Goal:
    """A question (by name) that is to be shown; or with a `value`, a calculation to give it."""

    name: str
    value: str | None = None


class Trial:
    """Knows a session of a part of a form, and the answers that its questions may have.

    The part is `support`, by index; what stands beside it keeps no formula, so that an answer
    costs what the part costs and not what the form costs.
    """

    def __init__(
        self,
        form: Form,
        support: frozenset[int],
        options: Mapping[int, tuple[str, ...]],
        clock: Clock,
        chance: random.Random,
    ) -> None:
        self.form = replace(
            form,
            questions=tuple(
                each if each.index in support else _bare(each) for each in form.questions
            ),
        )
        self.clock = clock
        self.zone = clock().tzinfo or UTC
        self.chance = chance
        self.options = options
        self.session = Session(self.form, clock)
        self.asked = tuple(
            each for each in self.form.questions if each.kind.is_answered and each.index in support
        )
        self.limited = tuple(each.name for each in self.asked if each.constraint)
        self.count = math.prod(len(options[each.index]) for each in self.asked)
        """How many combinations of answers there are."""
        self.refused = 0
        """How many answers could not be given."""

    def reaches(self, goal: Goal) -> bool:
        """Whether the answers now reach a goal, none of them breaking its constraint."""
        if goal.value is None:
            is_there = self.session.state(goal.name).is_relevant
        else:
            is_there = self.session.value(goal.name) == goal.value
        states = map(self.session.state, self.limited)
        return is_there and all(each.is_valid or not each.value for each in states)

    def answer_at_random(self, share: float) -> None:
        """Give a share of the questions an answer at random, and the others none."""
        for each in self.asked:
            is_answered = self.chance.random() < share
            self._answer(each, self.chance.choice(self.options[each.index]) if is_answered else "")

    def answer_alike(self, option: str) -> None:
        """Give the same answer to all questions that can have it, and the others none."""
        for each in self.asked:
            self._answer(each, option if option in self.options[each.index] else "")

    def answers(self) -> dict[str, str]:
        """The answers now that count, by the names of their questions."""
        return {each.name: value for each in self.asked if (value := self.session.value(each.name))}

    def repeats(self, answers: Mapping[str, str], goal: Goal) -> bool:
        """Give answers that were found for another goal, and tell whether they reach this one."""
        for each in self.asked:
            self._answer(each, answers.get(each.name, ""))
        return self.reaches(goal)

    def try_all(self, goal: Goal) -> bool:
        """Try every combination of answers until one reaches the goal."""
        given: list[str | None] = [None] * len(self.asked)
        for answers in itertools.product(*(self.options[each.index] for each in self.asked)):
            for place, (question, answer) in enumerate(zip(self.asked, answers, strict=True)):
                if given[place] != answer:
                    self._answer(question, answer)
                    given[place] = answer
            if self.reaches(goal):
                return True
        return False

    def climb(self, goal: Goal, distance: Distance, tries: int) -> bool:
        """Change one answer at a time for what is nearer to the goal; begin anew when stuck."""
        while tries > 0:
            tries -= 1
            self.answer_at_random(self.chance.random())
            if self.reaches(goal):
                return True
            nearest, is_nearer = self._far(distance), True
            while is_nearer and tries > 0:
                is_nearer = False
                for each, option in self._steps(tries):
                    tries -= 1
                    before = self.session.value(each.name)
                    self._answer(each, option)
                    if self.reaches(goal):
                        return True
                    far = self._far(distance)
                    if far > nearest:
                        self._answer(each, before)
                    is_nearer = is_nearer or far < nearest
                    nearest = min(far, nearest)
        return False

    def _steps(self, most: int) -> list[tuple[Question, str]]:
        """The answers that may be changed and to what, in random order."""
        steps = [(each, option) for each in self.asked for option in self.options[each.index]]
        return self.chance.sample(steps, min(len(steps), most))

    def _answer(self, question: Question, answer: str) -> None:
        """Give an answer; one that cannot be given now clears the question, where that can be."""
        for each in (answer, ""):
            try:
                self.session.answer(question.name, each)
            except (AnswerRefused, FormulaRefused):
                self.refused += 1
            else:
                return

    def _far(self, distance: Distance) -> float:
        values = ["", *(self.session.value(each.name) for each in self.form.questions[1:])]
        try:
            return distance(Scope(values, self.clock, self.zone))
        except FormulaRefused:
            return math.inf


def _bare(question: Question) -> Question:
    """A question without its formulas."""
    return replace(
        question,
        choice_filter=None,
        relevant=None,
        constraint=None,
        required=None,
        calculate=None,
        first_value=None,
    )
