"""Turns a formula's tree into a Python function, once, and tells what it reads.

A form does not change while it is answered (no repeats), so each path is followed here and not at
every answer.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, tzinfo

from tp_directory.core.bilingual import Text
from tp_directory.screening.faults import FormulaRefused
from tp_directory.screening.xpath.functions import FUNCTIONS, NODE_SETS_ONLY
from tp_directory.screening.xpath.outline import Item, Outline
from tp_directory.screening.xpath.parser import parse
from tp_directory.screening.xpath.patterns import PatternRefused, pattern_of
from tp_directory.screening.xpath.tree import (
    Call,
    Chain,
    Expression,
    Literal,
    Negative,
    Number,
    Path,
    Start,
    Step,
)
from tp_directory.screening.xpath.values import (
    Nodes,
    Value,
    compare,
    to_boolean,
    to_number,
    to_text,
)

MAX_TEXT = 10_000
"""Characters of a value: what `concat` of `concat` of … may grow to."""

SPECIAL = ("if", "coalesce", "once", "position", "current", "instance")
"""Functions that are built here, since they do not evaluate all of their arguments."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a formula sees: the values of all nodes by index, the time, and its own value.

    `item` is the choice that a filter looks at, the `place`-th of its list (from 1).
    """

    values: list[str]
    clock: Callable[[], datetime]
    zone: tzinfo
    own: str = ""
    item: Item = field(default_factory=dict)
    place: int = 1

    def now(self) -> datetime:
        """The time now, in the session's zone."""
        return self.clock().astimezone(self.zone)


Evaluate = Callable[[Scope], Value]


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that was understood: its text, the nodes that it reads, and how to compute it."""

    text: str
    reads: frozenset[int]
    evaluate: Evaluate

    def text_in(self, scope: Scope) -> str:
        """Compute it as a text.

        Raises:
            FormulaRefused: the text is longer than MAX_TEXT, or a pattern that was computed from
                answers is broken.
        """
        found = to_text(self._value_in(scope))
        if len(found) > MAX_TEXT:
            raise FormulaRefused(
                self.text,
                0,
                Text(
                    f"its value is longer than {MAX_TEXT} characters.",
                    f"sa valeur dépasse {MAX_TEXT} caractères.",
                ),
            )
        return found

    def truth_in(self, scope: Scope) -> bool:
        """Compute it as true or false.

        Raises:
            FormulaRefused: a pattern that was computed from answers is broken.
        """
        return to_boolean(self._value_in(scope))

    def places_in(self, scope: Scope) -> tuple[int, ...]:
        """Compute which items of a list fit (places from 0); for formulas of `filter_of` only.

        Raises:
            FormulaRefused: a pattern that was computed from answers is broken.
        """
        found = self._value_in(scope)
        return tuple(map(int, found.texts)) if isinstance(found, Nodes) else ()

    def _value_in(self, scope: Scope) -> Value:
        try:
            return self.evaluate(scope)
        except PatternRefused as error:
            raise FormulaRefused(self.text, 0, error.text) from error


def formula_of(text: str, outline: Outline, here: int) -> Formula:
    """Return the formula of the node `here`.

    Raises:
        FormulaRefused: it cannot be understood, calls an unknown function or one with the wrong
            number of arguments, or names what the form does not have.
    """
    builder = _Builder(text, outline, here)
    evaluate = builder.build(parse(text))
    return Formula(text, frozenset(builder.reads), evaluate)


def filter_of(text: str, outline: Outline, here: int) -> tuple[str, Formula]:
    """Return the list that a select chooses from, and the formula of the choices that fit.

    Ask that formula for `places_in`, not for a text or a truth.

    Raises:
        FormulaRefused: as `formula_of`, or it is no `instance('list')/root/item[…]`.
    """
    tree = parse(text)
    builder = _Builder(text, outline, here)
    if not isinstance(tree, Path) or tree.start is not Start.INSTANCE or len(tree.steps) != 2:
        raise FormulaRefused(
            text,
            0,
            Text(
                "choices must come from a list of this workbook.",
                "les choix doivent provenir d'une liste de ce classeur.",
            ),
        )
    chosen = builder.chosen_items(tree)

    def places(scope: Scope) -> Value:
        return Nodes(tuple(str(place) for place, _ in chosen(scope)))

    return tree.instance, Formula(text, frozenset(builder.reads), places)


class _Builder:
    """Knows the formula under construction: its node, what it read, and if in a filter."""

    def __init__(self, formula: str, outline: Outline, here: int) -> None:
        self.formula = formula
        self.outline = outline
        self.here = here
        self.reads: set[int] = set()
        self.in_filter = False

    def refused(self, position: int, reason: Text) -> FormulaRefused:
        return FormulaRefused(self.formula, position, reason)

    def build(self, tree: Expression) -> Evaluate:
        if isinstance(tree, Number | Literal):
            value: Value = tree.value
            return lambda scope: value
        if isinstance(tree, Path):
            return self.path(tree)
        if isinstance(tree, Call):
            return self.call(tree)
        if isinstance(tree, Negative):
            operand = self.build(tree.operand)
            return lambda scope: -to_number(operand(scope), scope.zone)
        return self.chain(tree)

    # Operators

    def chain(self, tree: Chain) -> Evaluate:
        first = self.build(tree.first)
        rest = tuple((sign, self.build(operand)) for sign, operand in tree.rest)
        sign = rest[0][0]
        if sign in {"and", "or"}:
            return _any_or_all((first, *(operand for _, operand in rest)), is_any=sign == "or")
        if sign == "|":
            return self.union(tree)
        if sign in _ARITHMETIC:
            return _arithmetic(first, tuple((_ARITHMETIC[each], operand) for each, operand in rest))
        return _comparison(first, rest)

    def union(self, tree: Chain) -> Evaluate:
        indexes: set[int] = set()
        for operand in (tree.first, *(operand for _, operand in tree.rest)):
            if not isinstance(operand, Path) or operand.start is Start.INSTANCE or self.in_filter:
                raise self.refused(
                    tree.position,
                    Text("“|” joins questions only.", "« | » ne joint que des questions."),
                )
            indexes.update(self.indexes(operand))
        return self.reading(tuple(sorted(indexes)))

    # Functions

    def call(self, tree: Call) -> Evaluate:
        if tree.name in {"if", "coalesce", "once", "position"}:
            return self.special(tree)
        function = FUNCTIONS.get(tree.name)
        if function is None:
            raise self.refused(
                tree.position,
                Text(
                    f"the function {tree.name}() is not supported.",
                    f"la fonction {tree.name}() n'est pas admise.",
                ),
            )
        self.count_arguments(tree, function.least, function.most)
        if tree.name in NODE_SETS_ONLY and not self.gives_nodes(tree.arguments[0]):
            raise self.refused(
                tree.position,
                Text(
                    f"{tree.name}() needs questions, not a value.",
                    f"{tree.name}() exige des questions, et non une valeur.",
                ),
            )
        counted = tree.arguments[0] if tree.name == "count" else None
        if isinstance(counted, Path) and counted.start is not Start.INSTANCE and not self.in_filter:
            number = float(len(self.indexes(counted)))  # without repeats, always as many
            return lambda scope: number
        if tree.name == "regex" and isinstance(tree.arguments[1], Literal):
            try:
                pattern_of(tree.arguments[1].value)
            except PatternRefused as error:
                raise self.refused(tree.position, error.text) from error
        arguments = tuple(self.build(each) for each in tree.arguments)
        apply = function.apply
        if len(arguments) == 1:
            only = arguments[0]
            return lambda scope: apply((only(scope),), scope)
        return lambda scope: apply(tuple([each(scope) for each in arguments]), scope)

    def gives_nodes(self, tree: Expression) -> bool:
        return isinstance(tree, Path) or (isinstance(tree, Chain) and tree.rest[0][0] == "|")

    def count_arguments(self, tree: Call, least: int, most: int | None) -> None:
        given = len(tree.arguments)
        is_uneven = tree.name == "weighted-checklist" and given % 2
        if given < least or (most is not None and given > most) or is_uneven:
            raise self.refused(
                tree.position,
                Text(
                    f"{tree.name}() cannot take {given} argument(s).",
                    f"{tree.name}() ne peut recevoir {given} argument(s).",
                ),
            )

    def special(self, tree: Call) -> Evaluate:
        counts = {"if": (3, 3), "coalesce": (2, 2), "once": (1, 1), "position": (0, 1)}
        self.count_arguments(tree, *counts[tree.name])
        if tree.name == "position" and tree.arguments:
            return self.position_of(tree)
        arguments = tuple(self.build(each) for each in tree.arguments)
        if tree.name == "if":
            return _if(*arguments)
        if tree.name == "coalesce":
            return _coalesce(*arguments)
        if tree.name == "once":
            only = arguments[0]
            # ODK XForms, once(): the value that the node has, as long as it has one.
            return lambda scope: scope.own or to_text(only(scope))
        return lambda scope: float(scope.place)

    def position_of(self, tree: Call) -> Evaluate:
        given = tree.arguments[0]
        is_one = isinstance(given, Path) and given.start is not Start.INSTANCE
        if not isinstance(given, Path) or not is_one or len(self.indexes(given)) != 1:
            raise self.refused(
                tree.position,
                Text("position() needs one question.", "position() exige une question."),
            )
        # Without repeats, no two siblings have one name: a node is always the first of its name.
        return lambda scope: 1.0

    # Paths

    def path(self, tree: Path) -> Evaluate:
        if tree.start is Start.INSTANCE:
            return self.column(tree)
        if tree.start is Start.HERE and self.in_filter:
            return self.item_column(tree)
        return self.reading(self.indexes(tree))

    def reading(self, indexes: tuple[int, ...]) -> Evaluate:
        groups = tuple(self.outline.leaves(index) for index in indexes)
        self.reads.update(leaf for leaves in groups for leaf in leaves)
        if len(groups) == 1 and len(groups[0]) == 1:
            only = groups[0][0]
            return lambda scope: Nodes((scope.values[only],))
        # XPath 1.0, 5.2: the text of a group is all texts within it, one after the other.
        return lambda scope: Nodes(
            tuple("".join([scope.values[leaf] for leaf in leaves]) for leaves in groups)
        )

    def indexes(self, tree: Path) -> tuple[int, ...]:
        """Follow a path through the form."""
        nodes = self.outline.nodes
        steps = tree.steps
        if tree.start is Start.ROOT:
            if not steps:
                raise self.unknown(tree)
            first, *others = steps
            found = {0} if first.name in {nodes[0].name, "*"} and not first.is_deep else set()
            if first.is_deep:
                every = (0, *self.outline.below(0))
                found = {each for each in every if first.name in {nodes[each].name, "*"}}
            self.without_filter(tree, first)
            steps = tuple(others)
        else:
            found = {self.here}
        for step in steps:
            self.without_filter(tree, step)
            found = {way for each in found for way in self.ways(each, step)}
        if not found:
            raise self.unknown(tree)
        return tuple(sorted(found))

    def ways(self, index: int, step: Step) -> tuple[int, ...]:
        node = self.outline.nodes[index]
        if step.name == ".":
            return (index, *self.outline.below(index)) if step.is_deep else (index,)
        if step.name == "..":
            return () if node.parent < 0 else (node.parent,)
        among = self.outline.below(index) if step.is_deep else node.children
        return tuple(each for each in among if step.name in {"*", self.outline.nodes[each].name})

    def without_filter(self, tree: Path, step: Step) -> None:
        if step.predicates:
            raise self.refused(
                tree.position,
                Text(
                    "only lists of choices can be filtered with […].",
                    "seules les listes de choix peuvent être filtrées par […].",
                ),
            )

    def unknown(self, tree: Path) -> FormulaRefused:
        shown = "".join(
            ("//" if step.is_deep else "/" if place or tree.start is not Start.HERE else "")
            + step.name
            for place, step in enumerate(tree.steps)
        )
        return self.refused(
            tree.position,
            Text(
                f"the form has no question “{shown or '/'}”.",
                f"le formulaire n'a aucune question « {shown or '/'} ».",
            ),
        )

    # Lists of choices

    def chosen_items(self, tree: Path) -> Callable[[Scope], list[tuple[int, Item]]]:
        items = self.outline.lists.get(tree.instance)
        names = [step.name for step in tree.steps[:2]]
        if items is None or names != ["root", "item"] or any(s.is_deep for s in tree.steps):
            raise self.refused(
                tree.position,
                Text(
                    f"there is no list of choices “{tree.instance}” here.",
                    f"il n'y a pas ici de liste de choix « {tree.instance} ».",
                ),
            )
        if self.in_filter:
            raise self.refused(
                tree.position,
                Text(
                    "a filter cannot look into another list.",
                    "un filtre ne peut consulter une autre liste.",
                ),
            )
        self.in_filter = True
        tests = tuple(self.build(each) for each in tree.steps[1].predicates)
        self.in_filter = False
        every = list(enumerate(items))

        def chosen(scope: Scope) -> list[tuple[int, Item]]:
            left = every
            for test in tests:
                left = [
                    (place, item)
                    for rank, (place, item) in enumerate(left, 1)
                    if _passes(test(replace(scope, item=item, place=rank)), rank)
                ]
            return left

        return chosen

    def column(self, tree: Path) -> Evaluate:
        chosen = self.chosen_items(tree)
        if len(tree.steps) == 2:
            return lambda scope: Nodes(tuple("".join(item.values()) for _, item in chosen(scope)))
        if len(tree.steps) > 3 or tree.steps[2].predicates:
            raise self.unknown(tree)
        name = tree.steps[2].name
        return lambda scope: Nodes(tuple(item[name] for _, item in chosen(scope) if name in item))

    def item_column(self, tree: Path) -> Evaluate:
        names = [step.name for step in tree.steps if step.name != "."]
        if len(names) != 1 or names[0] in {"..", "*"} or any(s.is_deep for s in tree.steps):
            raise self.refused(
                tree.position,
                Text(
                    "inside […], name a column of the choices, or a question with ${…}.",
                    "entre […], nommez une colonne des choix, ou une question par ${…}.",
                ),
            )
        name = names[0]
        return lambda scope: Nodes((scope.item[name],) if name in scope.item else ())


def _divided(left: float, right: float) -> float:
    """IEEE 754, as XPath 1.0, section 3.5, wants it."""
    if right != 0:
        return left / right
    if left == 0 or math.isnan(left):
        return math.nan
    return math.copysign(math.inf, left) * math.copysign(1.0, right)


def _remainder(left: float, right: float) -> float:
    """XPath 1.0, section 3.5: the sign is that of the dividend."""
    if right == 0 or math.isinf(left) or math.isnan(left) or math.isnan(right):
        return math.nan
    return math.fmod(left, right)


_ARITHMETIC: dict[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "div": _divided,
    "mod": _remainder,
}


def _arithmetic(
    first: Evaluate, rest: tuple[tuple[Callable[[float, float], float], Evaluate], ...]
) -> Evaluate:
    def evaluate(scope: Scope) -> Value:
        found = to_number(first(scope), scope.zone)
        for apply, operand in rest:
            found = apply(found, to_number(operand(scope), scope.zone))
        return found

    return evaluate


def _any_or_all(operands: tuple[Evaluate, ...], *, is_any: bool) -> Evaluate:
    def evaluate(scope: Scope) -> Value:
        for operand in operands:
            if to_boolean(operand(scope)) is is_any:
                return is_any
        return not is_any

    return evaluate


def _comparison(first: Evaluate, rest: tuple[tuple[str, Evaluate], ...]) -> Evaluate:
    if len(rest) == 1:
        sign, second = rest[0]
        return lambda scope: compare(first(scope), sign, second(scope), scope.zone)

    def evaluate(scope: Scope) -> Value:
        found = first(scope)
        for sign, operand in rest:
            found = compare(found, sign, operand(scope), scope.zone)
        return found

    return evaluate


def _if(condition: Evaluate, when_true: Evaluate, when_false: Evaluate) -> Evaluate:
    return lambda scope: when_true(scope) if to_boolean(condition(scope)) else when_false(scope)


def _coalesce(first: Evaluate, second: Evaluate) -> Evaluate:
    return lambda scope: to_text(first(scope)) or to_text(second(scope))


def _passes(value: Value, rank: int) -> bool:
    """XPath 1.0, section 2.4: a number in […] is a position."""
    return value == rank if isinstance(value, float) else to_boolean(value)
