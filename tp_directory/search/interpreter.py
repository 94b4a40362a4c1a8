"""What a worker's query asks of the index: its words, filters and place, as far as understood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, partial

from tantivy import Query as IndexQuery

from tp_directory.core.folding import forget_words
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.place import Spot
from tp_directory.core.query import Order, Query
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.search.analysis import stem, tokens
from tp_directory.search.asked import Asked
from tp_directory.search.codes import CodesOf, codes_finder
from tp_directory.search.concepts import Concepts
from tp_directory.search.expression import Words
from tp_directory.search.grammar import parse
from tp_directory.search.index import TRAFFICKING, Index
from tp_directory.search.joining import without
from tp_directory.search.lexicon import Lexicon
from tp_directory.search.plan import Planner
from tp_directory.search.timetable import Timetable
from tp_directory.search.unstated import unstated
from tp_directory.search.whereabouts import nearness_finder, take_spot


@dataclass(frozen=True, slots=True, eq=False)
class Understood:
    """A query made ready: what to ask, where from, and what was mended or not understood.

    It is the same for every page of the query. `moment` is when "open" is asked for; `corrected`
    maps words to those they are mended to. `is_mended` is the reading in which every word may be
    mistyped, `is_loose` the one in which half of them suffice besides.
    """

    query: Query
    moment: datetime
    asked: Asked
    spot: Spot | None
    corrected: dict[str, str]
    hints: tuple[str, ...]
    is_mended: bool
    is_loose: bool

    @property
    def order(self) -> Order:
        """What to sort by: without a spot there is no distance, and relevance decides."""
        order = self.query.order
        return Order.RELEVANCE if order is Order.DISTANCE and self.spot is None else order


class Interpreter:
    """Reads queries in the light of one edition, whose words it knows."""

    def __init__(
        self, index: Index, gazetteer: Gazetteer, taxonomy: Taxonomy, timetable: Timetable
    ) -> None:
        self._index = index
        self._gazetteer = gazetteer
        self._taxonomy = taxonomy
        self._timetable = timetable
        self._nearness = nearness_finder(index, gazetteer)
        self._concepts = Concepts(index.concepts_data())
        self.lexicon = Lexicon(index.lexicon_data(), self._concepts.words)

    @cached_property
    def _codes_of(self) -> CodesOf:
        return codes_finder(self._taxonomy, self._gazetteer)

    def forget(self) -> None:
        """Let go of the words and places of the last queries."""
        parse.cache_clear()
        forget_words()
        stem.cache_clear()
        self.lexicon.forget()
        self._nearness = nearness_finder(self._index, self._gazetteer)

    def understand(
        self,
        query: Query,
        spot: Spot | None,
        moment: datetime,
        *,
        is_forgiving: bool = False,
        is_loose: bool = False,
        is_counted: bool = False,
    ) -> Understood:
        """Make a query ready; `spot` is where query.near is, or else a place among the words.

        Where hits are only counted, their words are not scored either: half of the work.
        """
        planner = partial(
            Planner,
            self._index,
            self.lexicon,
            self._concepts,
            self._codes_of,
            query.language,
            is_forgiving=is_forgiving,
            is_loose=is_loose,
        )
        counting = planner(is_counting=True)
        scoring = counting if is_counted else planner()
        expression = parse(query.words)
        named = in_full = None
        taken = take_spot(expression, self._gazetteer, self.lexicon.is_common)
        if taken and spot is not None and taken[1].place.name == spot.place.name:
            expression = taken[0]  # "legal Windsor" asked from Windsor, NS: the town is said twice
        elif taken and spot is None:
            typed = [token for word in query.words.split() for token in tokens(word)]
            in_full = scoring.whole_name(typed) if isinstance(expression, Words) else None
            expression, spot, place_words = taken
            named = counting.whole_name(place_words.words)
        counted = counting.query(expression)
        asked = Asked(
            counted if is_counted else scoring.query(expression),
            counted,
            self._filters(query, spot, moment),
            self._nearness(spot) if spot else None,
            named,
            in_full,
        )
        return Understood(
            query,
            moment,
            asked,
            spot,
            scoring.corrected,
            tuple(scoring.hints),
            is_mended=is_forgiving and not is_loose,
            is_loose=is_loose,
        )

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
            filters["open"] = index.numbered("hours", self._timetable.open_at(moment))
        if query.always_open:
            filters["always_open"] = index.numbered("hours", self._timetable.always_open)
        for fact in query.unstated:
            if fact in filters:
                filters[fact] = index.numbered(
                    *unstated(fact, index.columns, self._timetable, moment)
                )
        if query.for_trafficking:
            filters["for_trafficking"] = index.term("need", TRAFFICKING)
        if query.towns:
            filters["towns"] = index.located_in(query.towns)
        if query.within_km is not None and spot is not None:
            beyond = self._nearness(spot).beyond(query.within_km)
            filters["within"] = without(IndexQuery.all_query(), beyond)
        return filters
