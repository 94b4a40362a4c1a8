"""Finds the services that answer a query: rows in order, their total, and what is counted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from tp_directory.core.coverage import Closeness
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.place import Spot
from tp_directory.core.query import Facets, Group, Marker, Query, TownCount
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.search.analysis import is_topic, tokens
from tp_directory.search.facets import Counted, FacetCounter
from tp_directory.search.grammar import parse
from tp_directory.search.index import Index
from tp_directory.search.interpreter import Interpreter, Understood
from tp_directory.search.marks import marker
from tp_directory.search.ranking import Ranking
from tp_directory.search.timetable import Timetable
from tp_directory.search.towns import count_towns


@dataclass(frozen=True, slots=True)
class Match:
    """One service found: its row in the store, and what ranked it."""

    row: int
    score: float
    closeness: Closeness | None = None
    distance_km: float | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a search of the index gives; `corrected` is the words with typing errors mended."""

    matches: tuple[Match, ...]
    total: int
    facets: Facets
    groups: tuple[Group, ...] = ()
    spot: Spot | None = None
    corrected: str = ""
    is_loose: bool = False
    hints: tuple[str, ...] = ()


class Finder:
    """Asks one edition's index; knows the gazetteer and the taxonomy for what words mean.

    Thread-safe for reading. Nothing of a query outlives it but caches of the last few, in memory.
    """

    def __init__(self, index: Index, gazetteer: Gazetteer, taxonomy: Taxonomy) -> None:
        self._index = index
        timetable = Timetable(index.columns)
        self._interpreter = Interpreter(index, gazetteer, taxonomy, timetable)
        # For further pages: the three readings of one search, and what is asked beside it.
        self._understand = lru_cache(maxsize=4)(self._interpreter.understand)
        self._ranking = Ranking(index, timetable)
        self._facets = FacetCounter(index, timetable)
        self._counting = ThreadPoolExecutor(1, "facets")

    @classmethod
    def open(cls, folder: Path, gazetteer: Gazetteer, taxonomy: Taxonomy) -> Finder:
        """Open the index in a folder; raises what Index raises."""
        return cls(Index(folder), gazetteer, taxonomy)

    @property
    def size(self) -> int:
        """How many services the index holds."""
        return int(self._index.searcher.num_docs)

    def forget(self) -> None:
        """Let go of the last queries: their words, their places and their hits."""
        self._understand.cache_clear()
        self._ranking.forget()
        self._interpreter.forget()

    def close(self) -> None:
        """Stop the thread that counts."""
        self._counting.shutdown()

    def find(
        self, query: Query, spot: Spot | None, moment: datetime, *, with_facets: bool = True
    ) -> Found:
        """The services that answer, in `query.order`, `query.limit` at most from `query.offset` on.

        `spot` is where query.near is; without one a place among the words counts. `moment` is
        when "open" is asked for. Tried in turn until something is found: the words as typed, the
        words with one letter mended in each, and half of the words. Facets come with groups.
        """
        for understood in self._readings(query, spot, moment):
            # To count in vain takes a fifth of ranking in vain. The last one has the facets.
            if understood.is_mended and not self._index.count(understood.asked.without()):
                continue
            found = self._ask(query, understood, with_facets=with_facets)
            if found.total:
                break
        return found

    def total(self, query: Query, spot: Spot | None, moment: datetime) -> int:
        """How many services `find` finds."""
        *stricter, loosest = (
            understood.asked.without()
            for understood in self._readings(query, spot, moment, is_counted=True)
        )
        most = self._index.count(loosest)  # the others find no other service
        if not most:
            return 0
        return next((total for each in stricter if (total := self._index.count(each))), most)

    def town_counts(
        self, query: Query, spot: Spot | None, moment: datetime
    ) -> tuple[TownCount, ...]:
        """How many of the services that `find` finds are located in each town, most first."""
        for understood in self._readings(query, spot, moment):
            counts = self._index.counts(understood.asked.without(), ["site"])["site"]
            if counts:
                break
        return count_towns(counts, self._index.columns.site)

    def marker(self, query: Query) -> Marker:
        """What finds the words of a query in a text."""
        return marker(parse(query.words), self._interpreter.lexicon)

    def correction(self, words: str) -> str:
        """The words with unknown ones spelled like known ones; "" where nothing is like them."""
        near = {}
        for written in words.split():
            word = "".join(tokens(written)[-1:])
            if is_topic(word) and not word.isdigit() and not self._interpreter.lexicon.knows(word):
                near[written] = next(iter(self._interpreter.lexicon.corrections(word)), written)
        return _mended(words, near)

    def explain(self, query: Query, spot: Spot | None, moment: datetime) -> tuple[str, ...]:
        """Why each match of `find` stands where it does: one text a match, in the same order."""
        understood = next(self._readings(query, spot, moment))
        ranked = understood.asked.ranked()
        page = self._ranking.page(understood, query.offset, query.limit)
        return tuple(
            _told(json.loads(ranked.explain(self._index.searcher, address).to_json()))
            for _score, address in page.hits
        )

    def _readings(
        self, query: Query, spot: Spot | None, moment: datetime, *, is_counted: bool = False
    ) -> Iterator[Understood]:
        """The query as typed, and more and more forgiving; the same ones for all its pages."""
        whole = replace(query, offset=0, limit=0)
        minute = moment.replace(second=0, microsecond=0)
        understand = partial(self._understand, whole, spot, minute, is_counted=is_counted)
        yield understand()
        if query.words.strip():
            yield understand(is_forgiving=True)
            yield understand(is_forgiving=True, is_loose=True)

    def _ask(self, query: Query, understood: Understood, *, with_facets: bool) -> Found:
        # Tantivy lets go of the interpreter: it counts while the hits are ranked.
        counting = self._counting.submit(self._facets.count, understood) if with_facets else None
        page = self._ranking.page(understood, query.offset, query.limit)
        addresses = [address for _score, address in page.hits]
        rows, coverages, sites = (
            self._index.numbers(column, addresses) for column in ("row", "coverage", "site")
        )
        near = understood.asked.nearness
        matches = tuple(
            Match(
                row,
                score,
                near.closeness[coverage] if near else None,
                near.distance_km(site) if near else None,
            )
            for (score, _address), row, coverage, site in zip(
                page.hits, rows, coverages, sites, strict=True
            )
        )
        counted = counting.result() if counting else Counted(Facets(), ())
        return Found(
            matches,
            page.total,
            counted.facets,
            counted.groups,
            understood.spot,
            _mended(query.words, understood.corrected),
            understood.is_loose and page.total > 0,
            understood.hints,
        )


def _mended(words: str, near: dict[str, str]) -> str:
    """The words with those that were mended replaced, or "" where none was."""
    if not near:
        return ""
    mended = " ".join(
        near.get(word) or near.get("".join(tokens(word)[-1:])) or word for word in words.split()
    )
    return "" if mended == " ".join(words.split()) else mended


def _told(explanation: dict[str, Any], depth: int = 0) -> str:
    """Tantivy's explanation of a score as indented lines, without what adds nothing."""
    value = float(explanation["value"])
    lines = [f"{'  ' * depth}{value:9.3f}  {explanation['description']}"]
    for detail in explanation.get("details") or ():
        if detail["value"] and depth < 6:
            lines.append(_told(detail, depth + 1))
    return "\n".join(lines)
