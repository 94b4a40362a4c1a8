"""What must be computed anew when an answer changes, and in which order.

Each question has up to seven cells, one for each aspect that is computed; a cell depends on the
cells that its formula reads. ODK XForms gives no order of its own: it asks that all is consistent,
which a topological order gives in one pass.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum, auto

from tp_directory.screening.form import Form, Kind, Question


class Aspect(StrEnum):
    """What is computed of a question; FIRST, the default that is a formula, only at the start."""

    RELEVANT = auto()
    FIRST = auto()
    CALCULATE = auto()
    CHOICES = auto()
    VALUE = auto()
    CONSTRAINT = auto()
    REQUIRED = auto()


@dataclass(frozen=True, slots=True)
class Cell:
    """One aspect of one question (by index)."""

    aspect: Aspect
    index: int


@dataclass(frozen=True, slots=True)
class Graph:
    """The cells in the order of computing, and by the place of each those that depend on it."""

    cells: tuple[Cell, ...]
    places: dict[Cell, int]
    dependents: tuple[tuple[int, ...], ...]


class Circle(Exception):
    """Questions depend on each other in a circle; `names` are among those on it, in order."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(" -> ".join(names))
        self.names = names


def graph_of(form: Form) -> Graph:
    """Return the order of computing.

    Raises:
        Circle: a question depends, over others or directly, on itself.
    """
    needs = {cell: needed for each in form.questions for cell, needed in _needs(form, each)}
    dependents: dict[Cell, list[Cell]] = {cell: [] for cell in needs}
    missing: dict[Cell, int] = {}
    for cell, needed in needs.items():
        missing[cell] = len(needed)
        for each in needed:
            dependents[each].append(cell)
    # The earliest in the form first, so that the order is always the same.
    every = tuple(needs)
    numbers = {cell: number for number, cell in enumerate(every)}
    ready = [number for cell, number in numbers.items() if not missing[cell]]
    order: list[Cell] = []
    while ready:
        cell = every[heapq.heappop(ready)]
        order.append(cell)
        for each in dependents[cell]:
            missing[each] -= 1
            if not missing[each]:
                heapq.heappush(ready, numbers[each])
    if len(order) < len(needs):
        raise Circle(_circle(form, needs, {cell for cell in needs if missing[cell]}))
    places = {cell: place for place, cell in enumerate(order)}
    return Graph(
        tuple(order),
        places,
        tuple(tuple(sorted(places[each] for each in dependents[cell])) for cell in order),
    )


def _needs(form: Form, question: Question) -> Iterator[tuple[Cell, frozenset[Cell]]]:
    """The cells of a question, each with those that it is computed from."""
    index = question.index

    def values(reads: frozenset[int]) -> frozenset[Cell]:
        return frozenset(Cell(Aspect.VALUE, each) for each in reads)

    relevant = Cell(Aspect.RELEVANT, index)
    above = () if question.parent < 0 else (Cell(Aspect.RELEVANT, question.parent),)
    read = values(question.relevant.reads) if question.relevant else frozenset()
    yield relevant, read.union(above)
    if question.kind is Kind.GROUP:
        return
    value_needs = {relevant}
    if question.first_value:
        cell = Cell(Aspect.FIRST, index)
        value_needs.add(cell)
        yield cell, values(question.first_value.reads) | {relevant}
    if question.calculate:
        cell = Cell(Aspect.CALCULATE, index)
        value_needs.add(cell)
        yield cell, values(question.calculate.reads) | {relevant}
    if question.choice_filter:
        cell = Cell(Aspect.CHOICES, index)
        value_needs.add(cell)
        yield cell, values(question.choice_filter.reads)
    value = Cell(Aspect.VALUE, index)
    yield value, frozenset(value_needs)
    if question.constraint:
        yield Cell(Aspect.CONSTRAINT, index), values(question.constraint.reads) | {value}
    if question.required:
        yield Cell(Aspect.REQUIRED, index), values(question.required.reads)


def _circle(form: Form, needs: dict[Cell, frozenset[Cell]], left: set[Cell]) -> tuple[str, ...]:
    """Walk from a cell that could not be computed to what it waits for, until one comes back."""
    at = min(left, key=lambda cell: (cell.index, cell.aspect))
    path: list[Cell] = []
    while at not in path:
        path.append(at)
        at = min(needs[at] & left, key=lambda cell: (cell.index, cell.aspect))
    names: list[str] = []
    for cell in [*path[path.index(at) :], at]:
        name = form.questions[cell.index].name
        if not names or names[-1] != name:
            names.append(name)
    return tuple(names)
