"""Queries of the index joined to one: all, any, one without another, one raised by others."""

from __future__ import annotations

from collections.abc import Iterable

from tantivy import Occur, Query


def all_of(queries: Iterable[Query]) -> Query:
    """Documents that match every query; no query at all means every document."""
    parts = list(queries)
    if len(parts) < 2:
        return parts[0] if parts else Query.all_query()
    return Query.boolean_query([(Occur.Must, part) for part in parts])


def any_of(queries: Iterable[Query]) -> Query:
    """Documents that match one query at least; scores add up."""
    parts = list(queries)
    if len(parts) == 1:
        return parts[0]
    return Query.boolean_query([(Occur.Should, part) for part in parts])


def without(query: Query, unwanted: Query) -> Query:
    """Documents that match the one and not the other."""
    return Query.boolean_query([(Occur.Must, query), (Occur.MustNot, unwanted)])


def preferring(query: Query, *preferred: Query) -> Query:
    """The same documents, with those that match a preferred query raised."""
    if not preferred:
        return query
    return Query.boolean_query([(Occur.Must, query), *((Occur.Should, each) for each in preferred)])
