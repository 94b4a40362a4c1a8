"""Finds the services that answer a query: rows in order, their total, and counts per choice."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from tantivy import Query as IndexQuery
from tantivy import SearchResult

from tp_directory.core.coverage import Closeness
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.place import Spot
from tp_directory.core.query import Facets, Query
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.search.analysis import is_topic, tokens
from tp_directory.search.asked import Asked
from tp_directory.search.codes import CodesOf, codes_finder
from tp_directory.search.concepts import Concepts
from tp_directory.search.expression import Words
from tp_directory.search.facets import FacetCounter
from tp_directory.search.grammar import parse
from tp_directory.search.index import TRAFFICKING, Index
from tp_directory.search.lexicon import Lexicon
from tp_directory.search.plan import Planner, without
from tp_directory.search.whereabouts import nearness_finder, take_spot


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
    spot: Spot | None = None
    corrected: str = ""
    is_loose: bool = False
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Understood:
    """A query made ready: what to ask, where from, and what was mended or not understood."""

    asked: Asked
    spot: Spot | None
    corrected: dict[str, str]
    hints: tuple[str, ...]


class Finder:
    """Asks one edition's index; knows the gazetteer and the taxonomy for what words mean.

    Thread-safe for reading. Nothing of a query outlives it but small caches in memory.
    """

    def __init__(self, index: Index, gazetteer: Gazetteer, taxonomy: Taxonomy) -> None:
        self._searcher = index.searcher
        self._columns = index.columns
        self._index = index
        self._gazetteer = gazetteer
        self._taxonomy = taxonomy
        self._nearness = nearness_finder(index, gazetteer)
        self._facets = FacetCounter(index)
        self._counting = ThreadPoolExecutor(1, "facets")

    @classmethod
    def open(cls, folder: Path, gazetteer: Gazetteer, taxonomy: Taxonomy) -> Finder:
        """Open the index in a folder; raises what Index raises."""
        return cls(Index(folder), gazetteer, taxonomy)

    @property
    def size(self) -> int:
        """How many services the index holds."""
        return int(self._searcher.num_docs)

    @cached_property
    def _concepts(self) -> Concepts:
        return Concepts(self._index.concepts_data())

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon(self._index.lexicon_data(), self._concepts.words)

    @cached_property
    def _codes_of(self) -> CodesOf:
        return codes_finder(self._taxonomy, self._gazetteer)

    def close(self) -> None:
        """Stop the thread that counts."""
        self._counting.shutdown()

    def find(
        self, query: Query, spot: Spot | None, moment: datetime, *, with_facets: bool = True
    ) -> Found:
        """The services that answer, best first, from `query.offset` on, `query.limit` at most.

        `spot` is where query.near is; without one a place among the words counts. `moment` is
        when "open" is asked for. Tried in turn until something is found: the words as typed, the
        words with one letter mended in each, and half of the words.
        """
        understood = self._understand(query, spot, moment)
        found = self._ask(query, understood, moment, with_facets=with_facets)
        for is_loose in (False, True):
            if found.total or not query.words.strip():
                break
            understood = self._understand(query, spot, moment, is_forgiving=True, is_loose=is_loose)
            found = self._ask(query, understood, moment, with_facets=with_facets, is_loose=is_loose)
        return found

    def complete(self, words: str, limit: int) -> tuple[str, ...]:
        """The words typed with the last one completed, the most frequent words first."""
        typed = tokens(words)
        if not typed or words[-1:].isspace():
            return ()
        start = words[: words.rfind(words.rsplit(maxsplit=1)[-1])]
        return tuple(f"{start}{word}" for word in self._lexicon.completions(typed[-1], limit))

    def correction(self, words: str) -> str:
        """The words with unknown ones spelled like known ones; "" where nothing is like them."""
        near = {}
        for written in words.split():
            word = "".join(tokens(written)[-1:])
            if is_topic(word) and not word.isdigit() and not self._lexicon.knows(word):
                near[written] = next(iter(self._lexicon.corrections(word)), written)
        return _mended(words, near)

    def explain(self, query: Query, spot: Spot | None, moment: datetime) -> tuple[str, ...]:
        """Why each match of `find` stands where it does: one text a match, in the same order."""
        asked = self._understand(query, spot, moment).asked
        ranked, result = asked.ranked(), self._search(query, asked)
        return tuple(
            _told(json.loads(ranked.explain(self._searcher, address).to_json()))
            for _score, address in result.hits
        )

    def _understand(
        self,
        query: Query,
        spot: Spot | None,
        moment: datetime,
        *,
        is_forgiving: bool = False,
        is_loose: bool = False,
    ) -> _Understood:
        scoring, counting = (
            Planner(
                self._index,
                self._lexicon,
                self._concepts,
                self._codes_of,
                query.language,
                is_counting=is_counting,
                is_forgiving=is_forgiving,
                is_loose=is_loose,
            )
            for is_counting in (False, True)
        )
        expression = parse(query.words)
        named = in_full = None
        taken = take_spot(expression, self._gazetteer, self._lexicon.is_common)
        if taken and spot is not None and taken[1].place.name == spot.place.name:
            expression = taken[0]  # "legal Windsor" asked from Windsor, NS: the town is said twice
        elif taken and spot is None:
            typed = [token for word in query.words.split() for token in tokens(word)]
            in_full = scoring.whole_name(typed) if isinstance(expression, Words) else None
            expression, spot, place_words = taken
            named = counting.whole_name(place_words.words)
        asked = Asked(
            scoring.query(expression),
            counting.query(expression),
            self._filters(query, spot, moment),
            self._nearness(spot) if spot else None,
            named,
            in_full,
        )
        return _Understood(asked, spot, scoring.corrected, tuple(scoring.hints))

    def _filters(self, query: Query, spot: Spot | None, moment: datetime) -> dict[str, IndexQuery]:
        """The query of each filter that is set, by the name of its facet."""
        index = self._index
        chosen = {
            "needs": query.needs,
            "populations": query.populations,
            "provinces": query.provinces,
            "languages": query.languages,
            "channels": query.channels,
        }
        filters = {name: index.having(name, codes) for name, codes in chosen.items() if codes}
        if query.open_now or query.open_at:
            filters["open"] = index.numbered("hours", self._facets.open_at(moment))
        if query.always_open:
            filters["always_open"] = index.numbered("hours", self._facets.always_open)
        if query.for_trafficking:
            filters["for_trafficking"] = index.term("need", TRAFFICKING)
        if query.within_km is not None and spot is not None:
            beyond = self._nearness(spot).beyond(query.within_km)
            filters["within"] = without(IndexQuery.all_query(), beyond)
        return filters

    def _ask(
        self,
        query: Query,
        understood: _Understood,
        moment: datetime,
        *,
        with_facets: bool,
        is_loose: bool = False,
    ) -> Found:
        asked = understood.asked
        # Tantivy lets go of the interpreter: the counts are made while the hits are ranked.
        facets = self._counting.submit(self._facets.count, asked, moment) if with_facets else None
        result = self._search(query, asked)
        addresses = [address for _score, address in result.hits][: query.limit]
        scores = [score for score, _address in result.hits][: query.limit]
        rows, coverages, sites = (
            [int(number or 0) for number in self._searcher.fast_field_values(column, addresses)]
            for column in ("row", "coverage", "site")
        )
        near = asked.nearness
        matches = tuple(
            Match(
                row,
                score,
                near.closeness[coverage] if near else None,
                near.distance_km(site) if near else None,
            )
            for row, score, coverage, site in zip(rows, scores, coverages, sites, strict=True)
        )
        total = int(result.count)  # type: ignore[attr-defined]  # missing in tantivy-py's stubs
        return Found(
            matches,
            total,
            facets.result() if facets else Facets(),
            understood.spot,
            _mended(query.words, understood.corrected),
            is_loose and total > 0,
            understood.hints,
        )

    def _search(self, query: Query, asked: Asked) -> SearchResult:
        return self._searcher.search(
            asked.ranked(),
            limit=max(query.limit, 1),
            offset=query.offset,
            weight_by_field=None if asked.nearness else "merit",
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
