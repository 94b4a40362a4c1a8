"""The operators of XPath, and the functions that do not compute all of their arguments."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable

from tp_directory.screening.xpath.formula import Evaluate, Scope
from tp_directory.screening.xpath.values import Value, compare, to_boolean, to_number, to_text


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


ARITHMETIC: dict[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "div": _divided,
    "mod": _remainder,
}
"""The operators on numbers."""


def arithmetic(
    first: Evaluate, rest: tuple[tuple[Callable[[float, float], float], Evaluate], ...]
) -> Evaluate:
    """Compute numbers from left to right."""

    def evaluate(scope: Scope) -> Value:
        found = to_number(first(scope), scope.zone)
        for apply, operand in rest:
            found = apply(found, to_number(operand(scope), scope.zone))
        return found

    return evaluate


def any_or_all(operands: tuple[Evaluate, ...], *, is_any: bool) -> Evaluate:
    """`or` where `is_any`, else `and`; operands after the one that decides are not computed."""

    def evaluate(scope: Scope) -> Value:
        for operand in operands:
            if to_boolean(operand(scope)) is is_any:
                return is_any
        return not is_any

    return evaluate


def comparison(first: Evaluate, rest: tuple[tuple[str, Evaluate], ...]) -> Evaluate:
    """Compare from left to right; `a < b < c` compares a truth with c, as XPath 1.0 has it."""
    if len(rest) == 1:
        sign, second = rest[0]
        return lambda scope: compare(first(scope), sign, second(scope), scope.zone)

    def evaluate(scope: Scope) -> Value:
        found = first(scope)
        for sign, operand in rest:
            found = compare(found, sign, operand(scope), scope.zone)
        return found

    return evaluate


def if_then_else(condition: Evaluate, when_true: Evaluate, when_false: Evaluate) -> Evaluate:
    """Compute one of two."""
    return lambda scope: when_true(scope) if to_boolean(condition(scope)) else when_false(scope)


def coalesce(first: Evaluate, second: Evaluate) -> Evaluate:
    """The first text that is not empty."""
    return lambda scope: to_text(first(scope)) or to_text(second(scope))


def passes(value: Value, rank: int) -> bool:
    """XPath 1.0, section 2.4: a number in […] is a position."""
    return value == rank if isinstance(value, float) else to_boolean(value)
