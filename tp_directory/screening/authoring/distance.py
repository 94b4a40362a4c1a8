"""How far the answers of a session are from a goal: what guides the search for answers.

Branch distance, as in search-based testing (B. Korel, Automated Software Test Data Generation,
1990): 0 when a condition holds, and less the nearer it is to holding. It only guides: whether a
goal is reached is read from the session itself.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from tp_directory.screening.authoring.parts import MAX_LEVELS, as_formula, calculation_read
from tp_directory.screening.faults import FormulaRefused
from tp_directory.screening.form import Form, Question
from tp_directory.screening.xpath.formula import Scope
from tp_directory.screening.xpath.parser import parse
from tp_directory.screening.xpath.tree import Call, Chain, Expression, Literal, Number
from tp_directory.screening.xpath.values import number_text, text_number

Distance = Callable[[Scope], float]
"""How far it is, by the values that a scope holds."""

_OPPOSITE = {"=": "!=", "!=": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_FAR = 1.0


class Distances:
    """Knows a form, and the distances that were already made of it."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self._made: dict[tuple[int, str | None], Distance] = {}
        self._level = 0

    def until_shown(self, question: Question) -> Distance:
        """How far a question is from being shown, its groups included."""
        return self._followed(question, None)

    def until_it_gives(self, question: Question, value: str) -> Distance:
        """How far a calculation is from a value."""
        return self._followed(question, value)

    def _followed(self, question: Question, value: str | None) -> Distance:
        """The distance from a value, or from being shown; 0 where it is too far to follow."""
        key = question.index, value
        if key not in self._made:
            try:
                made = self._shown(question) if value is None else self._given(question, value)
            except FormulaRefused:  # a part, written out, can be longer than a formula may be
                made = _here
            self._made[key] = _remembered(made)
        return self._made[key]

    def _shown(self, question: Question) -> Distance:
        parts: list[Distance] = []
        at = question
        while at.parent >= 0:
            if at.relevant:
                parts.append(self._until(at, parse(at.relevant.text), wanted=True))
            at = self.form.questions[at.parent]
        return _all_of(parts)

    def _given(self, question: Question, value: str) -> Distance:
        parts = [self.until_shown(question)]
        if question.calculate:
            parts.append(self._gives(question, parse(question.calculate.text), value))
        return _all_of(parts)

    def _until(self, question: Question, expression: Expression, *, wanted: bool) -> Distance:
        if self._level == MAX_LEVELS:
            return _here
        self._level += 1
        try:
            return self._until_below(question, expression, wanted=wanted)
        finally:
            self._level -= 1

    def _until_below(self, question: Question, expression: Expression, *, wanted: bool) -> Distance:
        match expression:
            case Call(name="not"):
                return self._until(question, expression.arguments[0], wanted=not wanted)
            case Chain(rest=(("and" | "or" as sign, _), *_)):
                operands = (expression.first, *(operand for _, operand in expression.rest))
                parts = [self._until(question, each, wanted=wanted) for each in operands]
                return _all_of(parts) if (sign == "and") is wanted else _any_of(parts)
            case Chain(rest=((sign, right),)) if sign in _OPPOSITE:
                sign = sign if wanted else _OPPOSITE[sign]
                return self._compared(question, expression.first, sign, right)
        formula = as_formula(self.form, question, expression)
        return self._with_hidden(
            formula.reads, lambda scope: 0.0 if formula.truth_in(scope) is wanted else _FAR
        )

    def _compared(
        self, question: Question, left: Expression, sign: str, right: Expression
    ) -> Distance:
        for path, other in ((left, right), (right, left)):
            read = calculation_read(self.form, question, path)
            if sign == "=" and read and isinstance(other, Literal | Number):
                value = other.value if isinstance(other, Literal) else number_text(other.value)
                return self.until_it_gives(read, value)
        first = as_formula(self.form, question, left)
        second = as_formula(self.form, question, right)
        return self._with_hidden(
            first.reads | second.reads,
            lambda scope: _apart(first.text_in(scope), sign, second.text_in(scope), scope),
        )

    def _gives(self, question: Question, expression: Expression, value: str) -> Distance:
        match expression:
            case Call(name="if", arguments=(condition, first, second)):
                return _any_of(
                    [
                        _all_of(
                            [
                                self._until(question, condition, wanted=wanted),
                                self._gives(question, branch, value),
                            ]
                        )
                        for wanted, branch in ((True, first), (False, second))
                    ]
                )
            case Literal() | Number():
                written = expression.value
                text = written if isinstance(written, str) else number_text(written)
                return _nowhere if text != value else _here
        return self._compared(question, expression, "=", Literal(value))

    def _with_hidden(self, reads: frozenset[int], distance: Distance) -> Distance:
        """The distance, and how far what is read is from being shown: hidden, it reads as empty."""
        shown = [self.until_shown(self.form.questions[each]) for each in sorted(reads)]
        return _all_of([distance, *shown])


def _remembered(distance: Distance) -> Distance:
    """The same, computed once for a scope: many distances are made of the same few."""
    last: list[tuple[Scope, float]] = []

    def remembered(scope: Scope) -> float:
        if not last or last[0][0] is not scope:
            last[:] = [(scope, distance(scope))]
        return last[0][1]

    return remembered


def _all_of(distances: list[Distance]) -> Distance:
    return lambda scope: sum(each(scope) for each in distances)


def _any_of(distances: list[Distance]) -> Distance:
    return lambda scope: min(each(scope) for each in distances)


def _here(_: Scope) -> float:
    return 0.0


def _nowhere(_: Scope) -> float:
    return math.inf


def _apart(left: str, sign: str, right: str, scope: Scope) -> float:
    first, second = (text_number(each, scope.zone) for each in (left, right))
    if math.isnan(first) or math.isnan(second):
        return 0.0 if sign in {"=", "!="} and (left == right) is (sign == "=") else _FAR
    gap = {"=": abs(first - second), "!=": float(first == second)}.get(sign)
    if gap is None:
        more = second - first if sign in {">", ">="} else first - second
        gap = max(0.0, more) + (more == 0 and sign in {"<", ">"})
    return gap / (gap + 1) if math.isfinite(gap) else _FAR
