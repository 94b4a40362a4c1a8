"""A formula that was understood, and what it sees when it is computed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from tp_directory.screening.faults import FormulaRefused
from tp_directory.screening.xpath.outline import Item
from tp_directory.screening.xpath.values import (
    Nodes,
    Value,
    ValueRefused,
    bounded,
    to_boolean,
    to_text,
)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a formula sees: the values of all nodes by index, the time, and its own value.

    `item` is the choice that a filter looks at, the `place`-th of its list (from 1).
    """

    values: list[str] = field(repr=False)
    clock: Callable[[], datetime]
    zone: tzinfo
    own: str = field(default="", repr=False)
    item: Item = field(default_factory=dict)
    place: int = 1

    def now(self) -> datetime:
        """The time now, in the session's zone."""
        return self.clock().astimezone(self.zone)


Evaluate = Callable[[Scope], Value]


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that was understood: its text, the nodes that it reads, and how to compute it.

    `looks` is how many nodes and choices it looks at, which is what it costs.
    """

    text: str
    reads: frozenset[int]
    looks: int
    evaluate: Evaluate

    def text_in(self, scope: Scope) -> str:
        """Compute it as a text.

        Raises:
            FormulaRefused: a text is longer than MAX_TEXT, or a pattern that was computed from
                answers is broken.
        """
        try:
            return bounded(to_text(self.evaluate(scope)))
        except ValueRefused as error:
            raise FormulaRefused(self.text, 0, error.text) from error

    def truth_in(self, scope: Scope) -> bool:
        """Compute it as true or false.

        Raises:
            FormulaRefused: as `text_in`.
        """
        try:
            return to_boolean(self.evaluate(scope))
        except ValueRefused as error:
            raise FormulaRefused(self.text, 0, error.text) from error

    def places_in(self, scope: Scope) -> tuple[int, ...]:
        """Compute which items of a list fit (places from 0); for formulas of `filter_of` only.

        Raises:
            FormulaRefused: as `text_in`.
        """
        try:
            found = self.evaluate(scope)
        except ValueRefused as error:
            raise FormulaRefused(self.text, 0, error.text) from error
        return tuple(map(int, found.texts)) if isinstance(found, Nodes) else ()
