"""Takes formulas apart, for those who must know what a formula says and not only what it gives."""

from __future__ import annotations

from collections.abc import Iterator

from tp_directory.screening.form import Form, Question
from tp_directory.screening.xpath.build import formula_of
from tp_directory.screening.xpath.formula import Formula
from tp_directory.screening.xpath.parser import parse
from tp_directory.screening.xpath.tree import (
    Call,
    Chain,
    Expression,
    Literal,
    Negative,
    Number,
    Path,
    Start,
)
from tp_directory.screening.xpath.values import number_text

MAX_LEVELS = 100
"""Parts within parts, calculations included, that are followed; ours take some ten."""

_START = {Start.ROOT: "/", Start.HERE: "", Start.CURRENT: "current()/"}
_JOINING = frozenset({"concat", "join", "normalize-space", "string", "coalesce"})


def formulas(question: Question) -> tuple[Formula, ...]:
    """All formulas of a question."""
    found = (
        question.relevant,
        question.first_value,
        question.calculate,
        question.choice_filter,
        question.constraint,
        question.required,
    )
    return tuple(each for each in found if each)


def inside(expression: Expression) -> Iterator[Expression]:
    """An expression and all that it is made of."""
    yield expression
    match expression:
        case Call():
            below = expression.arguments
        case Chain():
            below = (expression.first, *(operand for _, operand in expression.rest))
        case Negative():
            below = (expression.operand,)
        case Path():
            below = tuple(each for step in expression.steps for each in step.predicates)
        case _:
            below = ()
    for each in below:
        yield from inside(each)


def as_formula(form: Form, question: Question, expression: Expression) -> Formula:
    """A part of a question's formula, as a formula of that question."""
    return formula_of(_written(expression), form.outline, question.index)


def calculation_read(form: Form, question: Question, expression: Expression) -> Question | None:
    """The calculation that an expression is the value of; None where it is something else."""
    if not isinstance(expression, Path) or expression.start is Start.INSTANCE:
        return None
    reads = as_formula(form, question, expression).reads
    read = form.questions[next(iter(reads))] if len(reads) == 1 else None
    return read if read and read.calculate else None


class Written:
    """Knows what the calculations of a form are written to give, whatever the conditions in them.

    What lies deeper than MAX_LEVELS is not followed.
    """

    def __init__(self, form: Form) -> None:
        self.form = form
        self._values: dict[int, frozenset[str] | None] = {}
        self._words: dict[int, frozenset[str]] = {}

    def values(self, question: Question, level: int = 0) -> frozenset[str] | None:
        """All that a calculation can give, and perhaps more; None where not all is written."""
        if not question.calculate:
            return None
        if question.index not in self._values:
            tree = parse(question.calculate.text)
            self._values[question.index] = self._values_of(question, tree, level)
        return self._values[question.index]

    def words(self, question: Question, level: int = 0) -> frozenset[str]:
        """The words, such as codes, that are written as part of what a calculation gives."""
        if not question.calculate:
            return frozenset()
        if question.index not in self._words:
            tree = parse(question.calculate.text)
            self._words[question.index] = frozenset(self._words_of(question, tree, level))
        return self._words[question.index]

    def _values_of(
        self, question: Question, expression: Expression, level: int
    ) -> frozenset[str] | None:
        if level == MAX_LEVELS:
            return None
        match expression:
            case Literal():
                return frozenset({expression.value})
            case Number():
                return frozenset({number_text(expression.value)})
            case Call(name="if", arguments=(_, *branches)):
                first, second = (self._values_of(question, each, level + 1) for each in branches)
                return None if first is None or second is None else first | second
        read = calculation_read(self.form, question, expression)
        return self.values(read, level + 1) if read else None

    def _words_of(self, question: Question, expression: Expression, level: int) -> Iterator[str]:
        if level == MAX_LEVELS:
            return
        match expression:
            case Literal():
                yield from expression.value.split()
            case Call(name="if", arguments=(_, *parts)):
                for each in parts:
                    yield from self._words_of(question, each, level + 1)
            case Call(name=name, arguments=parts) if name in _JOINING:
                for each in parts:
                    yield from self._words_of(question, each, level + 1)
            case Path():
                read = calculation_read(self.form, question, expression)
                if read:
                    yield from self.words(read, level + 1)


def _written(expression: Expression) -> str:
    match expression:
        case Number():
            return number_text(expression.value)
        case Literal():
            quote = '"' if "'" in expression.value else "'"
            return f"{quote}{expression.value}{quote}"
        case Negative():
            return f"-({_written(expression.operand)})"
        case Call():
            return f"{expression.name}({', '.join(map(_written, expression.arguments))})"
        case Chain():
            rest = (f" {sign} ({_written(operand)})" for sign, operand in expression.rest)
            return f"({_written(expression.first)}){''.join(rest)}"
        case Path():
            return _written_path(expression)


def _written_path(path: Path) -> str:
    text = _START.get(path.start, f"instance('{path.instance}')/")
    for number, step in enumerate(path.steps):
        between = "/" if number else ""
        predicates = "".join(f"[{_written(each)}]" for each in step.predicates)
        text += f"{between}{'/' if step.is_deep else ''}{step.name}{predicates}"
    return text
