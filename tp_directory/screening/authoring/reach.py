"""Looks for answers that show a question, or that make a calculation give a value.

What is reached is certain: a session gave it. What is not reached is certain only where all
answers could be tried; otherwise only that none were found in so many tries.
"""

from __future__ import annotations

import itertools
import math
import random
from collections import Counter, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta

from tp_directory.screening.authoring.distance import Distance, Distances
from tp_directory.screening.authoring.parts import formulas, inside
from tp_directory.screening.authoring.trial import Clock, Goal, Trial
from tp_directory.screening.form import Form, Kind, Question
from tp_directory.screening.xpath.parser import parse
from tp_directory.screening.xpath.tree import Call, Literal, Number
from tp_directory.screening.xpath.values import number_text

MAX_COMBINATIONS = 5_000
"""Combinations of answers that are all tried."""
MAX_TRIES = 3_000
"""Answers that are tried for one goal where there are more combinations than that."""

_FIRST_RUNS = 40
_FIRST_ANSWERS = 3_000
"""Answers of the first runs together, which are fewer in a long form."""
_ALIKE = 5
"""Answers, the most common ones, that are given to all questions at once."""
_REPEATED = 10
"""Answers found for other goals, the last ones, that are tried first."""
_MAX_SUBSETS = 5
"""Choices of a select_multiple of which all combinations are tried."""
_NOT_REPEATABLE = frozenset({"now", "once", "today"})
"""Functions that give more than what the answers are: the time, or what was before."""

Progress = Callable[[int, int], None]
"""Called with how many goals are settled, and how many there are."""


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
    wanted = list(goals)
    search = _Search(form, clock)
    left = search.left_after_some_runs(wanted)
    found: list[Unreached] = []
    while left:
        progress(len(wanted) - len(left), len(wanted))
        # The last first: what shows it often shows what stands before.
        result, left = search.seek(left.pop(), left)
        if result:
            found.append(result)
    progress(len(wanted), len(wanted))
    return tuple(reversed(found))


class _Search:
    """Knows a form, what each of its questions may be answered, and how far goals are."""

    def __init__(self, form: Form, clock: Clock) -> None:
        self.form = form
        self.clock = clock
        self.chance = random.Random(4)
        self.asked = tuple(each for each in form.questions if each.kind.is_answered)
        self.written = tuple(sorted(_written(form)))
        self.options = {each.index: self._options(each) for each in self.asked}
        self.distances = Distances(form)
        self.found: deque[dict[str, str]] = deque(maxlen=_REPEATED)

    def left_after_some_runs(self, goals: list[Goal]) -> list[Goal]:
        """The goals that the same answer to all, and answers at random, do not reach."""
        trial = self._trial(frozenset(range(len(self.form.questions))))
        offered = Counter(option for options in self.options.values() for option in options)
        left = goals
        for option, _ in offered.most_common(_ALIKE):
            trial.answer_alike(option)
            left = [goal for goal in left if not trial.reaches(goal)]
        runs = max(2, min(_FIRST_RUNS, _FIRST_ANSWERS // max(1, len(self.asked))))
        for run in range(runs):
            trial.answer_at_random(run / (runs - 1))
            left = [goal for goal in left if not trial.reaches(goal)]
        return left

    def seek(self, goal: Goal, others: list[Goal]) -> tuple[Unreached | None, list[Goal]]:
        """Look for answers that reach a goal.

        Returns what to tell of it, None when there are such answers, and those of the other goals
        that they do not reach too.
        """
        support = self._support(goal)
        trial = self._trial(support)
        is_exact = trial.count <= MAX_COMBINATIONS and all(
            self._is_exact(self.form.questions[each]) for each in support
        )
        if any(trial.repeats(answers, goal) for answers in self.found):
            miss = None
        elif is_exact:
            trial.refused = 0
            is_there = trial.try_all(goal)
            miss = None if is_there else Unreached(goal, not trial.refused, trial.count)
        else:
            is_there = trial.climb(goal, self._distance(goal), MAX_TRIES)
            miss = None if is_there else Unreached(goal, False, MAX_TRIES)
        if miss:
            return miss, others
        self.found.append(trial.answers())
        decided = {self.form.questions[each].name for each in support}
        return None, [
            each for each in others if each.name not in decided or not trial.reaches(each)
        ]

    def _trial(self, support: frozenset[int]) -> Trial:
        return Trial(self.form, support, self.options, self.clock, self.chance)

    def _distance(self, goal: Goal) -> Distance:
        question = self.form.question(goal.name)
        if goal.value is None:
            return self.distances.until_shown(question)
        return self.distances.until_it_gives(question, goal.value)

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
