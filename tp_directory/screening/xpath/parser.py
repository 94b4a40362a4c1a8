"""Reads a formula into its tree by the grammar of XPath 1.0, section 3."""

from __future__ import annotations

from collections.abc import Callable

from tp_directory.core.bilingual import Text
from tp_directory.screening.faults import FormulaRefused
from tp_directory.screening.xpath.tokens import Token, TokenKind, tokens_of
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

MAX_DEPTH = 60
"""Parentheses and arguments within each other; below what Python's own stack allows."""

_RANKS: tuple[frozenset[str], ...] = tuple(
    frozenset(each.split()) for each in ("or", "and", "= !=", "< <= > >=", "+ -", "* div mod")
)


def parse(formula: str) -> Expression:
    """Return the tree of a formula.

    Raises:
        FormulaRefused: it is no formula of the supported part of XPath; it says where.
    """
    return _Reader(formula).whole()


class _Reader:
    """Knows a formula's tokens and how far they were read."""

    def __init__(self, formula: str) -> None:
        self.formula = formula
        self.tokens = tokens_of(formula)
        self.at = 0
        self.depth = 0

    def whole(self) -> Expression:
        found = self.chain(0)
        if self.next.kind is not TokenKind.END:
            raise self.refused(_unexpected(self.next))
        return found

    @property
    def next(self) -> Token:
        return self.tokens[self.at]

    def take(self) -> Token:
        token = self.next
        self.at += 1
        return token

    def is_symbol(self, *texts: str, ahead: int = 0) -> bool:
        token = self.tokens[min(self.at + ahead, len(self.tokens) - 1)]
        return token.kind is TokenKind.SYMBOL and token.text in texts

    def skip(self, symbol: str) -> None:
        if not self.is_symbol(symbol):
            raise self.refused(
                Text(f"“{symbol}” was expected here.", f"« {symbol} » était attendu ici.")
            )
        self.at += 1

    def refused(self, reason: Text, position: int | None = None) -> FormulaRefused:
        place = self.next.position if position is None else position
        return FormulaRefused(self.formula, place, reason)

    def chain(self, rank: int) -> Expression:
        if rank == len(_RANKS):
            return self.negative()
        first = self.chain(rank + 1)
        rest: list[tuple[str, Expression]] = []
        position = self.next.position
        while self.next.kind is TokenKind.OPERATOR and self.next.text in _RANKS[rank]:
            operator = self.take().text
            rest.append((operator, self.chain(rank + 1)))
        return Chain(first, tuple(rest), position) if rest else first

    def negative(self) -> Expression:
        signs = 0
        while self.next.kind is TokenKind.OPERATOR and self.next.text == "-":
            self.at += 1
            signs += 1
        operand = self.union()
        if signs == 0:
            return operand
        # An even number still makes it a number.
        return Negative(operand) if signs % 2 else Negative(Negative(operand))

    def union(self) -> Expression:
        first = self.operand()
        rest: list[tuple[str, Expression]] = []
        position = self.next.position
        while self.next.kind is TokenKind.OPERATOR and self.next.text == "|":
            operator = self.take().text
            rest.append((operator, self.operand()))
        return Chain(first, tuple(rest), position) if rest else first

    def operand(self) -> Expression:
        token = self.next
        if token.kind is TokenKind.NUMBER:
            return Number(float(self.take().text))
        if token.kind is TokenKind.LITERAL:
            return Literal(self.take().text[1:-1])
        if self.is_symbol("("):
            return self.nested(self.parentheses)
        if token.kind is TokenKind.NAME and self.is_symbol("(", ahead=1):
            return self.nested(self.call)
        if token.kind is TokenKind.NAME or self.is_symbol("/", "//", ".", "..", "*"):
            return self.path()
        raise self.refused(_unexpected(token))

    def nested(self, read: Callable[[], Expression]) -> Expression:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self.refused(
                Text(
                    f"more than {MAX_DEPTH} parentheses stand within each other.",
                    f"plus de {MAX_DEPTH} parenthèses sont imbriquées.",
                )
            )
        found = read()
        self.depth -= 1
        return found

    def parentheses(self) -> Expression:
        self.skip("(")
        found = self.chain(0)
        self.skip(")")
        if self.is_symbol("/", "//", "["):
            raise self.refused(
                Text(
                    "a path or a filter cannot follow a parenthesis.",
                    "un chemin ou un filtre ne peut suivre une parenthèse.",
                )
            )
        return found

    def call(self) -> Expression:
        name = self.take()
        self.skip("(")
        arguments: list[Expression] = []
        while not self.is_symbol(")"):
            if arguments:
                self.skip(",")
            arguments.append(self.chain(0))
        self.skip(")")
        if name.text == "current" and not arguments:
            return Path(Start.CURRENT, "", self.more_steps(), name.position)
        if name.text == "instance" and len(arguments) == 1:
            given = arguments[0]
            if not isinstance(given, Literal):
                raise self.refused(
                    Text(
                        "instance() needs the name of a list between quotes.",
                        "instance() exige le nom d'une liste entre guillemets.",
                    ),
                    name.position,
                )
            return Path(Start.INSTANCE, given.value, self.more_steps(), name.position)
        if self.is_symbol("/", "//", "["):
            raise self.refused(
                Text(
                    f"a path or a filter cannot follow {name.text}().",
                    f"un chemin ou un filtre ne peut suivre {name.text}().",
                )
            )
        return Call(name.text, tuple(arguments), name.position)

    def path(self) -> Expression:
        position = self.next.position
        if self.is_symbol("/", "//"):
            return Path(Start.ROOT, "", self.more_steps(), position)
        first = self.step(is_deep=False)
        return Path(Start.HERE, "", (first, *self.more_steps()), position)

    def more_steps(self) -> tuple[Step, ...]:
        steps: list[Step] = []
        while self.is_symbol("/", "//"):
            is_deep = self.take().text == "//"
            steps.append(self.step(is_deep=is_deep))
        return tuple(steps)

    def step(self, *, is_deep: bool) -> Step:
        token = self.next
        if token.kind is not TokenKind.NAME and not self.is_symbol(".", "..", "*"):
            raise self.refused(_unexpected(token))
        self.at += 1
        if self.is_symbol("::") or self.is_symbol("@"):
            raise self.refused(
                Text(
                    "only names, “.”, “..” and “*” are supported in a path.",
                    "seuls les noms, « . », « .. » et « * » sont admis dans un chemin.",
                )
            )
        predicates: list[Expression] = []
        while self.is_symbol("["):
            predicates.append(self.nested(self.predicate))
        return Step(token.text, is_deep, tuple(predicates))

    def predicate(self) -> Expression:
        self.skip("[")
        found = self.chain(0)
        self.skip("]")
        return found


def _unexpected(token: Token) -> Text:
    if token.kind is TokenKind.END:
        return Text("the formula stops too early.", "la formule s'arrête trop tôt.")
    return Text(f"“{token.text}” was not expected.", f"« {token.text} » n'était pas attendu.")
