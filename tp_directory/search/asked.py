"""A query prepared for the index: its words, its filters one by one, and its order."""

from __future__ import annotations

from dataclasses import dataclass

from tantivy import Query

from tp_directory.search.joining import all_of, any_of, preferring
from tp_directory.search.whereabouts import Nearness

_WORDS_SCALE = 0.05  # below the smallest step of Nearness, however well the words fit
_NAMED_IN_FULL = 5000.0  # above the largest
_NAMED_PLACE = 1.0


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the index.

    `words` scores what `counted` only matches. `filters` maps the name of a facet to the query
    that its choice stands for. `nearness` is None where no place is asked for. For a place found
    among the words, `named` matches services that have its name in their own words, and
    `named_in_full` those that have all the words in their name.
    """

    words: Query
    counted: Query
    filters: dict[str, Query]
    nearness: Nearness | None = None
    named: Query | None = None
    named_in_full: Query | None = None

    def without(self, facet: str = "") -> Query:
        """The documents that match the words and all filters but one facet's."""
        chosen = [query for name, query in self.filters.items() if name != facet]
        return all_of([self.counted, *self._served(), *chosen])

    def ranked(self) -> Query:
        """The matching documents, scored so that the best comes first."""
        # Tantivy drops a clause that matches everything, and its score with it: without words
        # the score that `merit` multiplies comes from the filters, the same for every service.
        filters = [Query.const_score_query(query, 1.0) for query in self.filters.values()]
        if self.nearness is None:
            return all_of([self.words, *filters])
        words = Query.boost_query(self.words, _WORDS_SCALE)
        raising = list(self.nearness.bands)
        if self.named_in_full is not None:
            raising.append(Query.const_score_query(self.named_in_full, _NAMED_IN_FULL))
        return preferring(all_of([words, *self._served(), *filters]), *raising)

    def _served(self) -> list[Query]:
        if self.nearness is None:
            return []
        if self.named is None:
            return [self.nearness.served]
        return [any_of([self.nearness.served, Query.const_score_query(self.named, _NAMED_PLACE)])]
