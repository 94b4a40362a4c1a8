"""The wider questions that may find something where a question has found nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tp_directory.core.choices import Facet, choices, facts_asked, unfiltered, without_filters
from tp_directory.core.folding import fold
from tp_directory.core.place import Spot
from tp_directory.core.query import Query
from tp_directory.search.analysis import is_topic

_MOST_WORDS = 6
_WIDENED = {
    "open": (Facet.OPEN_NOW, Facet.OPEN_AT),
    "always_open": (Facet.ALWAYS_OPEN,),
    "for_trafficking": (Facet.FOR_TRAFFICKING,),
    "channels": (Facet.CHANNEL,),
    "languages": (Facet.LANGUAGE,),
    "populations": (Facet.POPULATION,),
    "needs": (Facet.NEED,),
    "towns": (Facet.TOWN,),
    "within_km": (Facet.WITHIN,),
    "provinces": (Facet.PROVINCE,),
}


def wider(query: Query, spot: Spot | None) -> Iterator[tuple[str, Query]]:
    """The query with one filter widened or left out at a time, the place last, then the words.

    Each comes with what `Relief.dropped` says of it. Before a filter is left out comes what does
    not state its fact. A place that stood among the words, the spot, stays when they go.
    """
    for fact in facts_asked(query):
        if fact not in query.unstated:
            yield "unstated", replace(query, unstated=(*query.unstated, fact))
    for dropped, facets in _WIDENED.items():
        widened = without_filters(query, *facets)
        if widened != query:
            yield dropped, widened
    if query.near.strip():
        yield "near", replace(query, near="", within_km=None)
    wordless = _wordless(query, spot)
    yield from (("other_words", each) for each in _single_words(wordless, query.words.split()))
    if query.words.strip() and _asks_something(wordless):
        yield "words", wordless


def widest(query: Query, spot: Spot | None) -> Iterator[tuple[str, Query]]:
    """The query without all that narrows it, where to leave out one thing is not enough.

    Each comes with what `Relief.dropped` says of it.
    """
    if choices(query):
        yield "filters", unfiltered(query)
        wordless = unfiltered(_wordless(query, spot))
        if query.words.strip() and _asks_something(wordless):
            yield "everything", wordless


def _wordless(query: Query, spot: Spot | None) -> Query:
    """A query without its words, but for the place that stood among them."""
    return replace(query, words="", near=query.near or (spot.title if spot else ""))


def _asks_something(query: Query) -> bool:
    return bool(query.words.strip() or query.near.strip() or choices(query))


def _single_words(wordless: Query, words: list[str]) -> Iterator[Query]:
    """A query with one of its words at a time, where half of them have been tried already."""
    if len(words) > 2:
        place = fold(wordless.near)
        for word in dict.fromkeys(words[:_MOST_WORDS]):
            if word.isalpha() and is_topic(fold(word)) and fold(word) not in place:
                yield replace(wordless, words=word)
