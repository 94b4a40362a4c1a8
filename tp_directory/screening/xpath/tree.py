"""The shape of a formula, as its author wrote it: what `parse` makes and `build` turns to code."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto


class Start(StrEnum):
    """Where a path begins."""

    ROOT = auto()
    """`/data/…`"""
    HERE = auto()
    """`.`, `..` or a name: the node whose formula it is, or the item that a filter looks at."""
    CURRENT = auto()
    """`current()`: the node whose formula it is, in a filter too."""
    INSTANCE = auto()
    """`instance('list')`: a list of choices."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written."""

    value: float


@dataclass(frozen=True, slots=True)
class Literal:
    """A text between quotes."""

    value: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path: a name, `*`, `.` or `..`; `is_deep` after `//`."""

    name: str
    is_deep: bool
    predicates: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """A path to questions, groups or items; `instance` is "" unless it starts at one."""

    start: Start
    instance: str
    steps: tuple[Step, ...]
    position: int


@dataclass(frozen=True, slots=True)
class Call:
    """A call of a function."""

    name: str
    arguments: tuple[Expression, ...]
    position: int


@dataclass(frozen=True, slots=True)
class Chain:
    """Operands joined by operators of one rank, from left to right: `a - b + c`.

    Flat, so that a sum of hundreds of terms does not become as many nested calls.
    """

    first: Expression
    rest: tuple[tuple[str, Expression], ...]
    position: int


@dataclass(frozen=True, slots=True)
class Negative:
    """An operand with an odd number of minus signs before it."""

    operand: Expression


Expression = Number | Literal | Path | Call | Chain | Negative
"""Any part of a formula that has a value."""
