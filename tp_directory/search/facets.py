"""Counts, for every choice of every facet, how many services it would leave."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from functools import lru_cache

from tantivy import Query

from tp_directory.core.hours import OpenState, availability
from tp_directory.core.query import Facets
from tp_directory.search.asked import Asked
from tp_directory.search.index import TRAFFICKING, Index

_MOST_VALUES = 1_000_000
_SETS = ("needs", "populations", "provinces", "languages", "channels")


class FacetCounter:
    """Counts in one edition's index, by its columns; knows which hours are open at a moment."""

    def __init__(self, index: Index) -> None:
        self._searcher = index.searcher
        self._columns = index.columns
        self._open_numbers = lru_cache(maxsize=8)(self._numbers_open_at)
        self.always_open = [
            at for at, profile in enumerate(index.columns.hours) if profile.is_always_open
        ]

    def open_at(self, moment: datetime) -> list[int]:
        """The numbers of the hours that are open at an aware moment, to the minute."""
        return self._open_numbers(moment.replace(second=0, microsecond=0))

    def count(self, asked: Asked, moment: datetime) -> Facets:
        """The counts of every choice; a facet with a choice is counted without that choice."""
        free = [name for name in (*_SETS, "hours") if name not in asked.filters]
        counts = self._counts(asked.without(), free)
        for name in _SETS:
            if name in asked.filters:
                counts |= self._counts(asked.without(name), [name])
        sets = {name: self._by_code(name, counts[name]) for name in _SETS}

        def numbers(facet: str, column: str) -> dict[int, int]:
            if facet not in asked.filters and column in counts and column not in asked.filters:
                return counts[column]
            return self._counts(asked.without(facet), [column])[column]

        is_open = self.open_at(moment)
        trafficking = [at for at, v in enumerate(self._columns.needs) if TRAFFICKING in v]
        return Facets(
            need=sets["needs"],
            population=sets["populations"],
            province=sets["provinces"],
            language=sets["languages"],
            channel=sets["channels"],
            open_now=_sum(numbers("open", "hours"), is_open),
            always_open=_sum(numbers("always_open", "hours"), self.always_open),
            for_trafficking=_sum(numbers("for_trafficking", "needs"), trafficking),
        )

    def _counts(self, query: Query, columns: list[str]) -> dict[str, dict[int, int]]:
        """How many documents have each value number of some columns, in one pass."""
        terms = {name: {"terms": {"field": name, "size": _MOST_VALUES}} for name in columns}
        answer = self._searcher.aggregate(query, terms) if terms else {}
        return {
            name: {int(each["key"]): int(each["doc_count"]) for each in answer[name]["buckets"]}
            for name in columns
        }

    def _by_code(self, column: str, counts: dict[int, int]) -> dict[str, int]:
        values: tuple[tuple[str, ...], ...] = getattr(self._columns, column)
        totals: Counter[str] = Counter()
        for number, count in counts.items():
            for code in values[number]:
                totals[code] += count
        return dict(sorted(totals.items(), key=lambda each: (-each[1], each[0])))

    def _numbers_open_at(self, minute: datetime) -> list[int]:
        return [
            at
            for at, profile in enumerate(self._columns.hours)
            if availability(profile, minute).state is OpenState.OPEN
        ]


def _sum(counts: dict[int, int], numbers: list[int]) -> int:
    return sum(counts.get(number, 0) for number in numbers)
