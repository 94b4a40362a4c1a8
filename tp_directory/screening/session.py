"""One run of a protocol: the answers so far, in memory only, and what follows from them."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from tp_directory.core.bilingual import Text
from tp_directory.screening.answers import EXPECTED, stored
from tp_directory.screening.faults import AnswerRefused, FormulaRefused
from tp_directory.screening.form import Choice, Form, Kind, Question
from tp_directory.screening.graph import Aspect, Cell, graph_of
from tp_directory.screening.xpath.formula import Formula, Scope

_NOT_ANSWERED = Text("An answer is needed.", "Une réponse est nécessaire.")
_NOT_VALID = Text("This answer cannot stand.", "Cette réponse ne peut être retenue.")


@dataclass(frozen=True, slots=True)
class State:
    """How a question stands now.

    `is_relevant`: whether it is shown, its groups included. `value`: its answer or result as text,
    several choices separated by spaces; "" while it is hidden or not answered. `is_valid`: its
    constraint holds, and it has an answer where one is required; else `message` says what is wrong.
    `choices`: those that its filter lets through.
    """

    is_relevant: bool
    value: str = field(repr=False)  # no log or report may show it
    is_required: bool
    is_valid: bool
    message: Text
    choices: tuple[Choice, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Change:
    """A question, group or calculation that an answer changed."""

    name: str
    before: State
    after: State


@dataclass(slots=True)
class _Standing:
    """What is known of a question now; its value, which formulas read, is in the scope."""

    is_relevant: bool
    answer: str = field(repr=False)
    available: Sequence[int] = field(repr=False)
    is_satisfied: bool
    is_required: bool

    def copy(self) -> _Standing:
        """What was known, to come back to; dataclasses.replace() takes several times as long."""
        return _Standing(
            self.is_relevant, self.answer, self.available, self.is_satisfied, self.is_required
        )


class Session:
    """The answers to a form and all that follows from them; nothing is ever written anywhere.

    A hidden question reads as empty, and has its answer again when it is shown again (ODK XForms,
    `relevant`; as ODK's own engine does).
    """

    def __init__(self, form: Form, clock: Callable[[], datetime]) -> None:
        """Begin with no answer but the defaults.

        `clock` tells the time now with its zone, which is also that of dates without one.

        Raises:
            ValueError: the clock tells no zone.
            FormulaRefused: a value cannot be computed.
        """
        zone = clock().tzinfo
        if zone is None:
            raise ValueError("a session's clock must tell its zone")
        self.form = form
        self._graph = graph_of(form)
        self._standings = [
            _Standing(
                is_relevant=True,
                answer=stored(each.kind, each.default) or "",
                available=range(len(each.choices)),
                is_satisfied=True,
                is_required=False,
            )
            for each in form.questions
        ]
        self._values = [""] * len(form.questions)
        self._scope = Scope(self._values, clock, zone)
        for cell in self._graph.cells:
            if cell.aspect is Aspect.FIRST:
                self._compute_first(cell)
            else:
                self._compute(cell)

    def answer(self, name: str, value: str) -> tuple[Change, ...]:
        """Give an answer, or take it back with ""; return what changed, in the form's order.

        Several choices are separated by spaces, in any order.

        Raises:
            KeyError: the form has no question of that name.
            AnswerRefused: the value is no answer to it; nothing was changed.
            FormulaRefused: what follows cannot be computed; nothing was changed.
        """
        question = self.form.question(name)
        text = self._storable(question, value)
        index = question.index
        kept = {index: self._kept(index)}
        self._standings[index].answer = text
        try:
            self._run(self._graph.places[Cell(Aspect.VALUE, index)], kept)
        except FormulaRefused:
            for each, (standing, before) in kept.items():
                self._standings[each], self._values[each] = standing, before
            raise
        changes: list[Change] = []
        for each, (standing, before) in sorted(kept.items()):
            earlier, later = self._state(each, standing, before), self._state_now(each)
            if earlier != later:
                changes.append(Change(self.form.questions[each].name, earlier, later))
        return tuple(changes)

    def state(self, name: str) -> State:
        """How a question, group or calculation stands now.

        Raises:
            KeyError: the form has none of that name.
        """
        return self._state_now(self.form.question(name).index)

    def value(self, name: str) -> str:
        """The answer or the result as text; "" while it is hidden or not answered.

        Raises:
            KeyError: the form has none of that name.
        """
        return self._values[self.form.question(name).index]

    def _storable(self, question: Question, value: str) -> str:
        """What is stored for a value that was entered; choices come in the order of their list."""
        kind = question.kind
        if not kind.is_answered:
            raise AnswerRefused(
                question.name,
                Text(
                    f"“{question.name}” takes no answer.",
                    f"« {question.name} » ne reçoit pas de réponse.",
                ),
            )
        if kind in {Kind.SELECT_ONE, Kind.SELECT_MULTIPLE}:
            given = set(value.split())
            available = self._standings[question.index].available
            names = [question.choices[place].name for place in available]
            fits = given <= set(names) and (kind is Kind.SELECT_MULTIPLE or len(given) <= 1)
            text = " ".join(dict.fromkeys(name for name in names if name in given))
            found = text if fits else None
        else:
            found = stored(kind, value)
        if found is None:
            raise AnswerRefused(question.name, EXPECTED[kind])
        return found

    def _kept(self, index: int) -> tuple[_Standing, str]:
        return self._standings[index].copy(), self._values[index]

    def _run(self, place: int, kept: dict[int, tuple[_Standing, str]]) -> None:
        """Compute the cell at that place, and all that depends on what changes.

        `kept` receives what every question was before, when it is first touched.
        """
        waiting = [place]
        queued = {place}
        while waiting:
            place = heapq.heappop(waiting)
            cell = self._graph.cells[place]
            if cell.index not in kept:
                kept[cell.index] = self._kept(cell.index)
            if not self._compute(cell):
                continue
            for dependent in self._graph.dependents[place]:
                if dependent not in queued:
                    queued.add(dependent)
                    heapq.heappush(waiting, dependent)

    def _compute(self, cell: Cell) -> bool:
        """Compute one cell; return whether what depends on it must be computed too."""
        question = self.form.questions[cell.index]
        standing = self._standings[cell.index]
        if cell.aspect is Aspect.RELEVANT:
            return self._compute_relevant(question, standing)
        if cell.aspect is Aspect.CALCULATE:
            return self._compute_calculation(question, standing)
        if cell.aspect is Aspect.FIRST:
            return False
        if cell.aspect is Aspect.CHOICES:
            return self._compute_choices(question, standing)
        if cell.aspect is Aspect.VALUE:
            return self._compute_value(question, standing)
        if cell.aspect is Aspect.CONSTRAINT:
            # ODK XForms, Bind Attributes: a constraint is not looked at while there is no answer.
            standing.is_satisfied = not self._values[cell.index].strip() or self._truth(
                question.constraint
            )
            return False
        standing.is_required = self._truth(question.required)
        return False

    def _compute_first(self, cell: Cell) -> None:
        """Set the default that is a formula: ODK XForms, event odk-instance-first-load."""
        question = self.form.questions[cell.index]
        standing = self._standings[cell.index]
        if question.first_value and standing.is_relevant:
            first = question.first_value.text_in(self._scope)
            standing.answer = stored(question.kind, first) or ""

    def _truth(self, formula: Formula | None) -> bool:
        return formula is None or formula.truth_in(self._scope)

    def _compute_relevant(self, question: Question, standing: _Standing) -> bool:
        before = standing.is_relevant
        above = question.parent < 0 or self._standings[question.parent].is_relevant
        standing.is_relevant = above and self._truth(question.relevant)
        return standing.is_relevant != before

    def _compute_calculation(self, question: Question, standing: _Standing) -> bool:
        if not standing.is_relevant or question.calculate is None:
            return False
        scope = Scope(self._values, self._scope.clock, self._scope.zone, standing.answer)
        computed = stored(question.kind, question.calculate.text_in(scope)) or ""
        before, standing.answer = standing.answer, computed
        return computed != before

    def _compute_choices(self, question: Question, standing: _Standing) -> bool:
        if question.choice_filter is None:
            return False
        before = standing.available
        standing.available = question.choice_filter.places_in(self._scope)
        return standing.available != before

    def _compute_value(self, question: Question, standing: _Standing) -> bool:
        before = self._values[question.index]
        value = standing.answer if standing.is_relevant else ""
        if value and question.choices:
            # A choice that is filtered out is not counted, and is back when it is let through.
            names = {question.choices[place].name for place in standing.available}
            value = " ".join(name for name in value.split() if name in names)
        self._values[question.index] = value
        return value != before

    def _state_now(self, index: int) -> State:
        return self._state(index, self._standings[index], self._values[index])

    def _state(self, index: int, standing: _Standing, value: str) -> State:
        question = self.form.questions[index]
        lacks = standing.is_required and standing.is_relevant and not value
        fails = not standing.is_satisfied and standing.is_relevant and bool(value)
        message = Text()
        if fails:
            message = question.constraint_message or _NOT_VALID
        elif lacks:
            message = question.required_message or _NOT_ANSWERED
        return State(
            is_relevant=standing.is_relevant,
            value=value,
            is_required=standing.is_required,
            is_valid=not lacks and not fails,
            message=message,
            choices=question.choices
            if question.choice_filter is None
            else tuple(question.choices[place] for place in standing.available),
        )
