"""Turns a formula's tree into a Python function, once, and tells what it reads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tp_directory.core.bilingual import Text
from tp_directory.screening.faults import FormulaRefused
from tp_directory.screening.xpath.formula import Evaluate, Formula, Scope
from tp_directory.screening.xpath.functions import FUNCTIONS, NODE_SETS_ONLY
from tp_directory.screening.xpath.operators import (
    ARITHMETIC,
    any_or_all,
    arithmetic,
    coalesce,
    comparison,
    if_then_else,
    passes,
)
from tp_directory.screening.xpath.outline import Item, Outline
from tp_directory.screening.xpath.parser import parse
from tp_directory.screening.xpath.paths import Paths
from tp_directory.screening.xpath.pattern_reader import pattern_of
from tp_directory.screening.xpath.patterns import PatternRefused
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
from tp_directory.screening.xpath.values import Nodes, Value, to_number, to_text

SPECIAL = ("if", "coalesce", "once", "position", "current", "instance")
"""Functions that are built here, since they do not evaluate all of their arguments."""


def formula_of(text: str, outline: Outline, here: int) -> Formula:
    """Return the formula of the node `here`.

    Raises:
        FormulaRefused: it cannot be understood, calls an unknown function or one with the wrong
            number of arguments, or names what the form does not have.
    """
    builder = _Builder(text, outline, here)
    return builder.formula(builder.build(parse(text)))


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

    return tree.instance, builder.formula(places)


class _Builder:
    """Knows the formula under construction: the form it looks at, what it read, if in a filter."""

    def __init__(self, text: str, outline: Outline, here: int) -> None:
        self.text = text
        self.paths = Paths(text, outline, here)
        self.lists = outline.lists
        self.reads: set[int] = set()
        self.filtered = 0
        self.in_filter = False

    def formula(self, evaluate: Evaluate) -> Formula:
        return Formula(self.text, frozenset(self.reads), len(self.reads) + self.filtered, evaluate)

    def refused(self, position: int, reason: Text) -> FormulaRefused:
        return FormulaRefused(self.text, position, reason)

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
        sign = tree.rest[0][0]
        if sign == "|":
            return self.union(tree)
        first = self.build(tree.first)
        rest = tuple((each, self.build(operand)) for each, operand in tree.rest)
        if sign in {"and", "or"}:
            return any_or_all((first, *(operand for _, operand in rest)), is_any=sign == "or")
        if sign in ARITHMETIC:
            return arithmetic(first, tuple((ARITHMETIC[each], operand) for each, operand in rest))
        return comparison(first, rest)

    def union(self, tree: Chain) -> Evaluate:
        indexes: set[int] = set()
        for operand in (tree.first, *(operand for _, operand in tree.rest)):
            if not isinstance(operand, Path) or operand.start is Start.INSTANCE or self.in_filter:
                raise self.refused(
                    tree.position,
                    Text("“|” joins questions only.", "« | » ne joint que des questions."),
                )
            indexes.update(self.paths.indexes(operand))
        return self.reading(tuple(sorted(indexes)), tree.position)

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
            number = float(len(self.paths.indexes(counted)))  # without repeats, always as many
            return lambda scope: number
        if tree.name == "regex" and isinstance(tree.arguments[1], Literal):
            return self.regex(tree, tree.arguments[1].value)
        arguments = tuple(self.build(each) for each in tree.arguments)
        apply = function.apply
        if len(arguments) == 1:
            only = arguments[0]
            return lambda scope: apply((only(scope),), scope)
        return lambda scope: apply(tuple([each(scope) for each in arguments]), scope)

    def regex(self, tree: Call, expression: str) -> Evaluate:
        """Read a pattern that is written out once, and refuse it where the author sees it."""
        try:
            pattern = pattern_of(expression)
        except PatternRefused as error:
            raise self.refused(tree.position, error.text) from error
        text = self.build(tree.arguments[0])
        return lambda scope: pattern.is_in(to_text(text(scope)))

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
            return if_then_else(*arguments)
        if tree.name == "coalesce":
            return coalesce(*arguments)
        if tree.name == "once":
            only = arguments[0]
            # ODK XForms, once(): the value that the node has, as long as it has one.
            return lambda scope: scope.own or to_text(only(scope))
        return lambda scope: float(scope.place)

    def position_of(self, tree: Call) -> Evaluate:
        given = tree.arguments[0]
        is_one = isinstance(given, Path) and given.start is not Start.INSTANCE
        if not isinstance(given, Path) or not is_one or len(self.paths.indexes(given)) != 1:
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
        return self.reading(self.paths.indexes(tree), tree.position)

    def reading(self, indexes: tuple[int, ...], position: int) -> Evaluate:
        groups = tuple(self.paths.leaves(index, position) for index in indexes)
        self.reads.update(leaf for leaves in groups for leaf in leaves)
        if len(groups) == 1 and len(groups[0]) == 1:
            only = groups[0][0]
            return lambda scope: Nodes((scope.values[only],))
        # XPath 1.0, 5.2: the text of a group is all texts within it, one after the other.
        return lambda scope: Nodes(
            tuple("".join([scope.values[leaf] for leaf in leaves]) for leaves in groups)
        )

    # Lists of choices

    def chosen_items(self, tree: Path) -> Callable[[Scope], list[tuple[int, Item]]]:
        items = self.lists.get(tree.instance)
        is_list = [step.name for step in tree.steps[:2]] == ["root", "item"]
        is_list = is_list and not tree.steps[0].predicates
        if items is None or not is_list or any(step.is_deep for step in tree.steps):
            raise self.refused(
                tree.position,
                Text(
                    f"there is no list of choices “{tree.instance}” here.",
                    f"il n'y a pas ici de liste de choix « {tree.instance} ».",
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
        self.filtered += len(items) * len(tests)
        every = list(enumerate(items))

        def chosen(scope: Scope) -> list[tuple[int, Item]]:
            left = every
            for test in tests:
                left = [
                    (place, item)
                    for rank, (place, item) in enumerate(left, 1)
                    if passes(test(replace(scope, item=item, place=rank)), rank)
                ]
            return left

        return chosen

    def column(self, tree: Path) -> Evaluate:
        chosen = self.chosen_items(tree)
        if len(tree.steps) == 2:
            return lambda scope: Nodes(tuple("".join(item.values()) for _, item in chosen(scope)))
        if len(tree.steps) > 3 or tree.steps[2].predicates:
            raise self.refused(
                tree.position,
                Text(
                    "after the list, name one column of its choices.",
                    "après la liste, nommez une colonne de ses choix.",
                ),
            )
        name = tree.steps[2].name
        return lambda scope: Nodes(tuple(item[name] for _, item in chosen(scope) if name in item))

    def item_column(self, tree: Path) -> Evaluate:
        names = [step.name for step in tree.steps if step.name != "."]
        is_plain = not any(step.is_deep or step.predicates for step in tree.steps)
        if len(names) != 1 or names[0] in {"..", "*"} or not is_plain:
            raise self.refused(
                tree.position,
                Text(
                    "inside […], name a column of the choices, or a question with ${…}.",
                    "entre […], nommez une colonne des choix, ou une question par ${…}.",
                ),
            )
        name = names[0]
        return lambda scope: Nodes((scope.item[name],) if name in scope.item else ())
