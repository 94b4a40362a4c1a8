"""The filters of a query one by one: what is chosen, what a choice leaves, and how it is undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from tp_directory.core.place import Province
from tp_directory.core.query import Facets, Query
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


_SETS = (Facet.NEED, Facet.POPULATION, Facet.CHANNEL, Facet.LANGUAGE, Facet.PROVINCE, Facet.TOWN)
_FLAGS = (Facet.OPEN_NOW, Facet.ALWAYS_OPEN, Facet.FOR_TRAFFICKING)
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
    """The query with a filter set. "Open now" and "open at" exclude each other."""
    facet, code = choice.facet, choice.code
    match facet:
        case Facet.OPEN_NOW:
            return replace(query, open_now=True, open_at=None)
        case Facet.OPEN_AT:
            return replace(query, open_now=False, open_at=datetime.fromisoformat(code))
        case Facet.ALWAYS_OPEN:
            return replace(query, always_open=True)
        case Facet.FOR_TRAFFICKING:
            return replace(query, for_trafficking=True)
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


def unfiltered(query: Query) -> Query:
    """The query without any filter: only its words, its place and how it is shown."""
    for choice in choices(query):
        query = without_choice(query, choice)
    return query


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
    counts: dict[str, int] = getattr(facets, _COUNTS[choice.facet])
    return counts.get(choice.code, 0)


def _changed(query: Query, facet: Facet, value: object) -> Query:
    return replace(query, **{facet.value: value})  # type: ignore[arg-type]  # a field by its name


def _value(facet: Facet, code: str) -> str | int:
    match facet:
        case Facet.PROVINCE:
            return Province(code)
        case Facet.CHANNEL:
            return Channel(code)
        case Facet.TOWN:
            return int(code)
    return code
