"""Counts of an answer: for every choice of every facet what it would leave, and its groups."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache

from tp_directory.core.query import Facets, Group, Order, Unstated
from tp_directory.search import groups
from tp_directory.search.asked import Asked
from tp_directory.search.groups import Counts
from tp_directory.search.index import TRAFFICKING, Index
from tp_directory.search.interpreter import Understood
from tp_directory.search.joining import all_of
from tp_directory.search.timetable import Timetable
from tp_directory.search.unstated import unstated

_SETS = ("needs", "populations", "provinces", "languages", "channels")
_GROUPED_BY = {Order.RELEVANCE: "coverage", Order.DISTANCE: "site"}  # where there is a spot


@dataclass(frozen=True, slots=True)
class Counted:
    """The counts of an answer."""

    facets: Facets
    groups: tuple[Group, ...]


class FacetCounter:
    """Counts in one edition's index, by its columns."""

    def __init__(self, index: Index, timetable: Timetable) -> None:
        self._index = index
        self._timetable = timetable

    def count(self, understood: Understood) -> Counted:
        """The counts of every choice, a facet's without its own choice, and of every group."""
        asked, order = understood.asked, understood.order
        free = [name for name in (*_SETS, "hours") if name not in asked.filters]
        if asked.nearness is not None and order in _GROUPED_BY:
            free.append(_GROUPED_BY[order])
        counts = self._index.counts(asked.without(), free)
        for name in _SETS:
            if name in asked.filters:
                counts |= self._index.counts(asked.without(name), [name])
        sets = {name: self._by_code(name, counts[name]) for name in _SETS}

        @cache
        def numbers(facet: str, column: str) -> Counts:
            is_free = facet not in asked.filters and column not in asked.filters
            if column in counts and (is_free or facet == column):
                return counts[column]
            return self._index.counts(asked.without(facet), [column])[column]

        def silent(fact: Unstated) -> int:
            column, silences = unstated(
                fact, self._index.columns, self._timetable, understood.moment
            )
            return _sum(numbers(fact, column), silences)

        is_open = self._timetable.open_at(understood.moment)
        trafficking = [at for at, v in enumerate(self._index.columns.needs) if TRAFFICKING in v]
        facets = Facets(
            need=sets["needs"],
            population=sets["populations"],
            province=sets["provinces"],
            language=sets["languages"],
            channel=sets["channels"],
            open_now=_sum(numbers("open", "hours"), is_open),
            always_open=_sum(numbers("always_open", "hours"), self._timetable.always_open),
            for_trafficking=_sum(numbers("for_trafficking", "needs"), trafficking),
            unstated={fact: silent(fact) for fact in Unstated if fact in asked.filters},
        )
        return Counted(facets, self._groups(understood, counts))

    def _groups(
        self, understood: Understood, counts: dict[str, dict[int, int]]
    ) -> tuple[Group, ...]:
        asked, order = understood.asked, understood.order
        near = asked.nearness
        if order is Order.OPEN_FIRST:
            return groups.by_state(counts["hours"], self._timetable.states(understood.moment))
        if near is None or order is Order.NAME:
            return ()
        if order is Order.DISTANCE:
            return groups.by_distance(counts["site"], near.distances)
        return groups.by_closeness(counts["coverage"], self._named_in_full(asked), near.closeness)

    def _named_in_full(self, asked: Asked) -> Counts:
        """How many hits of each coverage stand first for having all the words in their name."""
        if asked.named_in_full is None:
            return {}
        named = all_of([asked.without(), asked.named_in_full])
        return self._index.counts(named, ["coverage"])["coverage"]

    def _by_code(self, column: str, counts: Counts) -> dict[str, int]:
        values: tuple[tuple[str, ...], ...] = getattr(self._index.columns, column)
        totals: Counter[str] = Counter()
        for number, count in counts.items():
            for code in values[number]:
                totals[code] += count
        return dict(sorted(totals.items(), key=lambda each: (-each[1], each[0])))


def _sum(counts: Counts, numbers: list[int]) -> int:
    return sum(counts.get(number, 0) for number in numbers)
