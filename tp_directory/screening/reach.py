"""Looks for answers that show a question, or that make a calculation give a value.

What is reached is certain: a session gave it. What is not reached is certain only where all
answers could be tried; otherwise only that none were found in so many tries.
"""

from __future__ import annotations

import itertools
import math
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tp_directory.screening.distance import Distance, Distances
from tp_directory.screening.faults import AnswerRefused, FormulaRefused
from tp_directory.screening.form import Form, Kind, Question
from tp_directory.screening.parts import formulas, inside
from tp_directory.screening.session import Session
from tp_directory.screening.xpath.build import Scope
from tp_directory.screening.xpath.parser import parse
from tp_directory.screening.xpath.tree import Call, Literal, Number
from tp_directory.screening.xpath.values import number_text

MAX_COMBINATIONS = 5_000
"""Combinations of answers that are all tried."""
MAX_TRIES = 3_000
"""Answers that are tried for one goal where there are more combinations than that."""

_FIRST_RUNS = 40
_MAX_SUBSETS = 5
"""Choices of a select_multiple of which all combinations are tried."""
_NOT_REPEATABLE = frozenset({"now", "once", "today"})
"""Functions that give more than what the answers are: the time, or what was before."""

Clock = Callable[[], datetime]
Progress = Callable[[int, int], None]
"""Called with how many goals are settled, and how many there are."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A question (by name) that is to be shown; or with a `value`, a calculation to give it."""

    name: str
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Unreached:
    """A goal that no answers reached: `is_proven` when all were tried, else after `tries`."""

    goal: Goal
    is_proven: bool
    tries: int


def unreached(
    form: Form, goals: Iterable[Goal], clock: Clock, progress: Progress = lambda _done, _all: None
) -> tuple[Unreached, ...]:
    """Return the goals that no answers reach, as far as can be told.

    The search draws from a fixed seed: the same form gives the same answer.
    """
    wanted = tuple(goals)
    search = _Search(form, clock)
    left = search.left_after_some_runs(wanted)
    found: list[Unreached] = []
    for done, goal in enumerate(left, len(wanted) - len(left)):
        progress(done, len(wanted))
        result = search.seek(goal)
        if result:
            found.append(result)
    progress(len(wanted), len(wanted))
    return tuple(found)


class _Search:
    """Knows a form, what each of its questions may be answered, and how far goals are."""

    def __init__(self, form: Form, clock: Clock) -> None:
        self.form = form
        self.clock = clock
        self.zone = clock().tzinfo or UTC
        self.session = Session(form, clock)
        self.chance = random.Random(4)
        self.asked = tuple(each for each in form.questions if each.kind.is_answered)
        self.limited = tuple(each.name for each in self.asked if each.constraint)
        self.written = tuple(sorted(_written(form)))
        self.options = {each.index: self._options(each) for each in self.asked}
        self.distances = Distances(form)

    def left_after_some_runs(self, goals: tuple[Goal, ...]) -> tuple[Goal, ...]:
        """The goals that answers at random, from none to all, do not reach."""
        left = goals
        for run in range(_FIRST_RUNS):
            self._answer_at_random(self.asked, run / (_FIRST_RUNS - 1))
            left = tuple(goal for goal in left if not self._is_reached(goal))
        return left

    def seek(self, goal: Goal) -> Unreached | None:
        """Look for answers that reach a goal; None when there are."""
        support = self._support(goal)
        asked = tuple(each for each in self.asked if each.index in support)
        count = math.prod(len(self.options[each.index]) for each in asked)
        if count <= MAX_COMBINATIONS and all(
            self._is_exact(self.form.questions[each]) for each in support
        ):
            return None if self._try_all(goal, asked) else Unreached(goal, True, count)
        return None if self._climb(goal, asked) else Unreached(goal, False, MAX_TRIES)

    # What may be answered

    def _options(self, question: Question) -> tuple[str, ...]:
        """The answers that are tried: all that can be given, or else those at the edges."""
        match question.kind:
            case Kind.SELECT_ONE:
                return ("", *(each.name for each in question.choices))
            case Kind.SELECT_MULTIPLE:
                return _subsets(tuple(each.name for each in question.choices))
            case Kind.ACKNOWLEDGE:
                return ("", "OK")
            case Kind.DATE:
                today = self.clock().date()
                days = (today + timedelta(days=days) for days in (-36_500, -1, 0, 1, 365))
                return ("", *self.written, *map(str, days))
            case Kind.TEXT:
                return ("", "x", *self.written)
        numbers = {number for each in self.written if (number := _number(each)) is not None}
        around = {number + step for number in numbers | {0.0} for step in (-1, 0, 1)}
        return ("", *(number_text(each) for each in sorted(around)))

    def _is_exact(self, question: Question) -> bool:
        """Whether the options are all that can be answered, and answers alone decide."""
        if question.kind.is_answered and (question.calculate or question.choice_filter):
            return False
        if question.kind is Kind.SELECT_MULTIPLE and len(question.choices) > _MAX_SUBSETS:
            return False
        calls = {
            part.name
            for formula in formulas(question)
            for part in inside(parse(formula.text))
            if isinstance(part, Call)
        }
        return not calls & _NOT_REPEATABLE and question.kind not in {
            Kind.INTEGER, Kind.DECIMAL, Kind.DATE, Kind.TEXT,
        }  # fmt: skip

    def _support(self, goal: Goal) -> frozenset[int]:
        """The questions, groups and calculations that decide over a goal, itself included."""
        found: set[int] = set()
        waiting = [self.form.question(goal.name).index]
        while waiting:
            index = waiting.pop()
            if index in found:
                continue
            found.add(index)
            question = self.form.questions[index]
            waiting += (each for formula in formulas(question) for each in formula.reads)
            if question.parent >= 0:
                waiting.append(question.parent)
        return frozenset(found)

    # Trying

    def _try_all(self, goal: Goal, asked: tuple[Question, ...]) -> bool:
        self._answer_at_random((), 0)
        given: list[str | None] = [None] * len(asked)
        for answers in itertools.product(*(self.options[each.index] for each in asked)):
            for place, (question, answer) in enumerate(zip(asked, answers, strict=True)):
                if given[place] != answer:
                    self._answer(question, answer)
                    given[place] = answer
            if self._is_reached(goal):
                return True
        return False

    def _climb(self, goal: Goal, asked: tuple[Question, ...]) -> bool:
        """Change one answer at a time for what is nearer to the goal; begin anew when stuck."""
        question = self.form.question(goal.name)
        if goal.value is None:
            distance = self.distances.until_shown(question)
        else:
            distance = self.distances.until_it_gives(question, goal.value)
        tries = 0
        while tries < MAX_TRIES:
            self._answer_at_random(asked, self.chance.random())
            if self._is_reached(goal):
                return True
            nearest, is_nearer = self._far(distance), True
            while is_nearer:
                is_nearer = False
                for each, option in self._steps(asked):
                    before = self.session.value(each.name)
                    self._answer(each, option)
                    tries += 1
                    if self._is_reached(goal):
                        return True
                    far = self._far(distance)
                    if far > nearest:
                        self._answer(each, before)
                    is_nearer = is_nearer or far < nearest
                    nearest = min(far, nearest)
            tries += 1
        return False

    def _steps(self, asked: tuple[Question, ...]) -> list[tuple[Question, str]]:
        """Every answer that may be changed and to what, in random order, MAX_TRIES at most."""
        steps = [(each, option) for each in asked for option in self.options[each.index]]
        return self.chance.sample(steps, min(len(steps), MAX_TRIES))

    def _answer_at_random(self, asked: tuple[Question, ...], share: float) -> None:
        """Give a share of the questions an answer at random, and all others none."""
        chosen = {each.index for each in asked if self.chance.random() < share}
        for each in self.asked:
            options = self.options[each.index] if each.index in chosen else ("",)
            self._answer(each, self.chance.choice(options))

    def _answer(self, question: Question, answer: str) -> None:
        """Give an answer; one that cannot be given now clears the question."""
        try:
            self.session.answer(question.name, answer)
        except (AnswerRefused, FormulaRefused):
            self.session.answer(question.name, "")

    def _far(self, distance: Distance) -> float:
        values = ["", *(self.session.value(each.name) for each in self.form.questions[1:])]
        try:
            return distance(Scope(values, self.clock, self.zone))
        except FormulaRefused:
            return math.inf

    def _is_reached(self, goal: Goal) -> bool:
        """Whether the goal is reached by answers of which none breaks its constraint."""
        if goal.value is None:
            is_there = self.session.state(goal.name).is_relevant
        else:
            is_there = self.session.value(goal.name) == goal.value
        states = map(self.session.state, self.limited)
        return is_there and all(each.is_valid or not each.value for each in states)


def _subsets(names: tuple[str, ...]) -> tuple[str, ...]:
    """All combinations of a few choices; of many, none, each one, all but one, and all."""
    if len(names) <= _MAX_SUBSETS:
        counts: Iterable[int] = range(len(names) + 1)
    else:
        counts = (0, 1, len(names) - 1, len(names))
    return tuple(
        " ".join(each) for count in counts for each in itertools.combinations(names, count)
    )


def _written(form: Form) -> set[str]:
    """The numbers and texts that are written in the formulas of a form."""
    found: set[str] = set()
    for question in form.questions:
        for formula in formulas(question):
            for part in inside(parse(formula.text)):
                if isinstance(part, Literal):
                    found.add(part.value)
                elif isinstance(part, Number):
                    found.add(number_text(part.value))
    return found


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None
