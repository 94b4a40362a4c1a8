"""The filters of a query one by one: what is chosen, what a choice leaves, and how it is undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from tp_directory.core.place import Province
from tp_directory.core.query import Facets, Query, Unstated
from tp_directory.core.service import Channel


class Facet(StrEnum):
    """What a filter is about; the values are the fields of Query."""

    NEED = "needs"
    POPULATION = "populations"
    CHANNEL = "channels"
    LANGUAGE = "languages"
    PROVINCE = "provinces"
    TOWN = "towns"
    OPEN_NOW = "open_now"
    OPEN_AT = "open_at"
    ALWAYS_OPEN = "always_open"
    FOR_TRAFFICKING = "for_trafficking"
    WITHIN = "within_km"
    UNSTATED = "unstated"


_SETS = (
    Facet.NEED,
    Facet.POPULATION,
    Facet.CHANNEL,
    Facet.LANGUAGE,
    Facet.PROVINCE,
    Facet.TOWN,
    Facet.UNSTATED,
)
_FLAGS = (Facet.OPEN_NOW, Facet.ALWAYS_OPEN, Facet.FOR_TRAFFICKING)
_FACTS = {
    Facet.POPULATION: Unstated.POPULATIONS,
    Facet.LANGUAGE: Unstated.LANGUAGES,
    Facet.OPEN_NOW: Unstated.OPEN,
    Facet.OPEN_AT: Unstated.OPEN,
    Facet.ALWAYS_OPEN: Unstated.ALWAYS_OPEN,
}
_COUNTS = {
    Facet.NEED: "need",
    Facet.POPULATION: "population",
    Facet.CHANNEL: "channel",
    Facet.LANGUAGE: "language",
    Facet.PROVINCE: "province",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One filter that may be set. `code` is its value as text, "" for one that is on or off.

    An open_at is an ISO 8601 moment with its offset, a within_km a number of kilometres.
    """

    facet: Facet
    code: str = ""


def choices(query: Query) -> tuple[Choice, ...]:
    """The filters that are set, in the order in which they are shown."""
    return tuple(_choices(query))


def facts_asked(query: Query) -> tuple[Unstated, ...]:
    """The facts that the filters ask for and that a service may not state."""
    facts = (_FACTS.get(choice.facet) for choice in choices(query))
    return tuple(dict.fromkeys(fact for fact in facts if fact is not None))


def _choices(query: Query) -> Iterator[Choice]:
    for facet in _FLAGS:
        if getattr(query, facet):
            yield Choice(facet)
    if query.open_at is not None:
        yield Choice(Facet.OPEN_AT, query.open_at.isoformat())
    for facet in _SETS:
        for code in getattr(query, facet):
            yield Choice(facet, str(code))
    if query.within_km is not None:
        yield Choice(Facet.WITHIN, f"{query.within_km:g}")


def with_choice(query: Query, choice: Choice) -> Query:
    """The query with a filter set, of what states its fact.

    "Open now" and "open at" exclude each other.
    """
    facet, code = choice.facet, choice.code
    match facet:
        case Facet.OPEN_NOW:
            return _changed(replace(query, open_at=None), facet, True)
        case Facet.OPEN_AT:
            moment = datetime.fromisoformat(code)
            return _changed(replace(query, open_now=False), facet, moment)
        case Facet.ALWAYS_OPEN | Facet.FOR_TRAFFICKING:
            return _changed(query, facet, True)
        case Facet.WITHIN:
            return replace(query, within_km=float(code))
    chosen = {str(each): each for each in getattr(query, facet)} | {code: _value(facet, code)}
    return _changed(query, facet, tuple(chosen.values()))


def without_choice(query: Query, choice: Choice) -> Query:
    """The query with a filter taken away; it stays the same where that was not set."""
    facet = choice.facet
    if facet in _FLAGS:
        return _changed(query, facet, False)
    if facet in (Facet.OPEN_AT, Facet.WITHIN):
        return _changed(query, facet, None)
    kept = tuple(each for each in getattr(query, facet) if str(each) != choice.code)
    return _changed(query, facet, kept)


def without_filters(query: Query, *facets: Facet) -> Query:
    """The query without any choice of some facets."""
    for choice in choices(query):
        if choice.facet in facets:
            query = without_choice(query, choice)
    return query


def unfiltered(query: Query) -> Query:
    """The query without any filter: only its words, its place and how it is shown."""
    return without_filters(query, *Facet)


def count(facets: Facets, choice: Choice) -> int | None:
    """How many services a choice would leave; None where that is not counted."""
    match choice.facet:
        case Facet.OPEN_NOW | Facet.OPEN_AT:
            return facets.open_now
        case Facet.ALWAYS_OPEN:
            return facets.always_open
        case Facet.FOR_TRAFFICKING:
            return facets.for_trafficking
        case Facet.WITHIN | Facet.TOWN:
            return None
        case Facet.UNSTATED:
            return facets.unstated.get(Unstated(choice.code))
    counts: dict[str, int] = getattr(facets, _COUNTS[choice.facet])
    return counts.get(choice.code, 0)


def _changed(query: Query, facet: Facet, value: object) -> Query:
    """The query with another value of a filter, and its fact stated again."""
    if fact := _FACTS.get(facet):
        query = replace(query, unstated=tuple(each for each in query.unstated if each != fact))
    return replace(query, **{facet.value: value})  # type: ignore[arg-type]  # a field by its name


def _value(facet: Facet, code: str) -> str | int:
    match facet:
        case Facet.PROVINCE:
            return Province(code)
        case Facet.CHANNEL:
            return Channel(code)
        case Facet.TOWN:
            return int(code)
        case Facet.UNSTATED:
            return Unstated(code)
    return code
