"""The hits of a query in the order asked for, a page at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from tantivy import DocAddress, SearchResult

from tp_directory.core.bilingual import Language
from tp_directory.core.query import Order
from tp_directory.search.groups import OPEN_FIRST
from tp_directory.search.index import Index
from tp_directory.search.interpreter import Understood
from tp_directory.search.timetable import Timetable

NameRanks = Callable[[Language], dict[int, int]]
ScoredAddress = tuple[Any, DocAddress]  # the score is a number: the index has other orders too


@dataclass(frozen=True, slots=True)
class Page:
    """Some hits, and how many there are in all."""

    hits: list[ScoredAddress]
    total: int


class Ranking:
    """Orders the hits of one edition's index.

    By relevance the index gives a page itself. For another order all hits are sorted by a column
    and remembered for their further pages.
    """

    def __init__(self, index: Index, timetable: Timetable) -> None:
        self._index = index
        sort = partial(_sort, index, timetable, lru_cache(index.name_ranks))
        # As many as Finder remembers readings. Not of a method: Ranking would hold itself, and the
        # index's files would stay open, whose folder Windows does not rename.
        self._sorted = lru_cache(maxsize=4)(sort)

    def page(self, understood: Understood, offset: int, limit: int) -> Page:
        """The hits from a position on, `limit` at most; equal ones stand by relevance."""
        if understood.order is Order.RELEVANCE:
            result = _by_relevance(self._index, understood, offset, limit)
            total = int(result.count)  # type: ignore[attr-defined]  # missing in tantivy-py's stubs
            return Page(result.hits[:limit], total)
        hits = self._sorted(understood)
        return Page(hits[offset : offset + limit], len(hits))

    def forget(self) -> None:
        """Let go of the hits that were sorted."""
        self._sorted.cache_clear()


def _by_relevance(index: Index, understood: Understood, offset: int, limit: int) -> SearchResult:
    asked = understood.asked
    return index.searcher.search(
        asked.ranked(),
        limit=max(limit, 1),
        offset=offset,
        weight_by_field=None if asked.nearness else "merit",
    )


def _sort(
    index: Index, timetable: Timetable, name_ranks: NameRanks, understood: Understood
) -> list[ScoredAddress]:
    hits = _by_relevance(index, understood, 0, index.searcher.num_docs).hits
    column, key = _column(timetable, name_ranks, understood)
    numbers = index.numbers(column, [address for _score, address in hits])
    keys = [key(number) for number in numbers]
    return [hits[at] for at in sorted(range(len(hits)), key=keys.__getitem__)]


def _column(
    timetable: Timetable, name_ranks: NameRanks, understood: Understood
) -> tuple[str, Callable[[int], float]]:
    """The column to sort by, and what a number in it is sorted as."""
    nearness = understood.asked.nearness
    if understood.order is Order.NAME:
        return "row", name_ranks(understood.query.language).__getitem__
    if understood.order is Order.DISTANCE and nearness is not None:
        return "site", nearness.distances.__getitem__
    states = timetable.states(understood.moment)
    return "hours", [OPEN_FIRST.index(state) for state in states].__getitem__
