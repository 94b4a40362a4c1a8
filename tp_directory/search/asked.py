"""A query prepared for the index: its words, its filters one by one, and its order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tantivy import Occur, Query

from tp_directory.core.coverage import Closeness
from tp_directory.search.index import Index
from tp_directory.search.plan import all_of, any_of, preferring
from tp_directory.search.whereabouts import Nearness

# Where a place is asked for, closeness ranks first, then the band of distance, then the words:
# each step is larger than what the words' score, scaled down, can add.
CLOSENESS_STEP = 1000.0
BAND_STEP = 100.0
BANDS_KM = (5.0, 10.0, 25.0, 50.0, 100.0, 200.0)
WORDS_SCALE = 0.05
NAMED_IN_FULL = 5000.0


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the index.

    `filters` maps the name of a facet to the query that its choice stands for; `nearness` is
    None where no place is asked for; `named` finds services by place words in their own name,
    for a place that was found among the words.
    """

    index: Index
    words: Query
    filters: dict[str, Query]
    nearness: Nearness | None = None
    named: Query | None = None
    named_in_full: Query | None = None

    def without(self, facet: str = "") -> Query:
        """The documents that match the words and all filters but one facet's."""
        chosen = [query for name, query in self.filters.items() if name != facet]
        return all_of([self.words, *self._served(), *chosen])

    def ranked(self, preferred: Sequence[Query]) -> Query:
        """The matching documents, scored so that the best comes first.

        `preferred` queries raise what they match where no place is asked for.
        """
        filters = [Query.const_score_query(query, 0.0) for query in self.filters.values()]
        if self.nearness is None:
            return preferring(all_of([self.words, *filters]), *preferred)
        words = Query.boost_query(preferring(self.words, *preferred), WORDS_SCALE)
        served = [Query.const_score_query(query, 0.0) for query in self._served()]
        return preferring(all_of([words, *served, *filters]), *self._by_place(self.nearness))

    def _served(self) -> list[Query]:
        if self.nearness is None:
            return []
        numbers = [at for at, each in enumerate(self.nearness.closeness) if each is not None]
        served = self.index.numbered("coverage", numbers)
        return [any_of([served, self.named])] if self.named is not None else [served]

    def _by_place(self, nearness: Nearness) -> list[Query]:
        steps = [
            Query.const_score_query(
                self.index.numbered("coverage", nearness.coverages(closeness)),
                CLOSENESS_STEP * (len(Closeness) - closeness),
            )
            for closeness in Closeness
        ]
        steps += [
            Query.const_score_query(
                self.index.numbered("site", nearness.sites_within(km)), BAND_STEP
            )
            for km in BANDS_KM
        ]
        if self.named_in_full is not None:
            steps.append(Query.const_score_query(self.named_in_full, NAMED_IN_FULL))
        return steps


def outside(query: Query) -> Query:
    """All documents but those that match."""
    return Query.boolean_query([(Occur.Must, Query.all_query()), (Occur.MustNot, query)])
