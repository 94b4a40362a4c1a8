"""The orders of an answer and its groups, on the bundled directory."""

import csv
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from tp_directory.core.bilingual import Language
from tp_directory.core.coverage import Closeness
from tp_directory.core.hours import OpenState
from tp_directory.core.query import Group, Hit, Order, Query, Results
from tp_directory.directory import Directory
from tp_directory.search.names import sorting_key

_ALL = 1000
_QUERIES = [
    Query(),
    Query("crisis"),
    Query(near="Thunder Bay"),
    Query("shelter Ottawa"),
    Query("women Aurora "),
    Query("sheltr Kenora ", needs=("shelter_emergency",)),
    Query("cybertip warming Toronto"),
    Query("aide juridique", Language.FR, near="H2X", within_km=50, open_now=True),
    Query("qwertzuiop"),
]


def _grouped(results: Results) -> list[tuple[Group, tuple[Hit, ...]]]:
    """Each group with its hits; fails where the sizes do not add up to all hits."""
    assert sum(group.size for group in results.groups) == results.total == len(results.hits)
    grouped, start = [], 0
    for group in results.groups:
        grouped.append((group, results.hits[start : start + group.size]))
        start += group.size
    return grouped


def _judged_queries() -> list[Query]:
    file = Path(__file__).with_name("judgments.csv")
    with file.open(encoding="utf-8", newline="") as lines:
        return [
            Query(row["query"], Language(row["language"]), row["near"], limit=_ALL)
            for row in csv.DictReader(lines)
        ]


# Orders


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("query", _QUERIES)
def test_every_order_has_the_same_hits(directory: Directory, query: Query, order: Order) -> None:
    by_relevance = directory.search(replace(query, limit=_ALL))
    ordered = directory.search(replace(query, limit=_ALL, order=order))

    assert {hit.service.id for hit in ordered.hits} == {h.service.id for h in by_relevance.hits}
    assert (ordered.total, ordered.facets) == (by_relevance.total, by_relevance.facets)
    assert ordered.is_loose == by_relevance.is_loose


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("query", _QUERIES)
def test_pages_have_the_hits_of_the_whole(directory: Directory, query: Query, order: Order) -> None:
    whole = directory.search(replace(query, limit=_ALL, order=order)).hits
    pages: list[Hit] = []
    for offset in range(0, len(whole) + 20, 20):
        asked = replace(query, limit=20, offset=offset, order=order)
        page = directory.page(asked)
        assert page == directory.search(asked).hits
        pages += page

    assert tuple(pages) == whole


@pytest.mark.parametrize("language", Language)
def test_names_are_alphabetical_in_the_workers_language(
    directory: Directory, language: Language
) -> None:
    results = directory.search(Query(language=language, order=Order.NAME, limit=_ALL))
    names = [sorting_key(hit.service.name.best(language)) for hit in results.hits]

    assert names == sorted(names)
    assert results.groups == ()


def test_equal_names_stand_by_relevance(directory: Directory) -> None:
    results = directory.search(Query("crisis", order=Order.NAME, limit=_ALL))
    equal = [
        (first.score, second.score)
        for first, second in pairwise(results.hits)
        if first.service.name == second.service.name
    ]

    assert equal
    assert all(first >= second for first, second in equal)


def test_the_nearest_come_first_and_lines_without_a_distance_last(directory: Directory) -> None:
    results = directory.search(Query(near="Thunder Bay", order=Order.DISTANCE, limit=_ALL))
    (near, near_hits), (far, far_hits) = _grouped(results)
    distances = [hit.distance_km for hit in near_hits if hit.distance_km is not None]

    assert (near.has_distance, far.has_distance) == (True, False)
    assert len(distances) == len(near_hits)
    assert distances == sorted(distances)
    assert all(hit.distance_km is None for hit in far_hits)
    assert [hit.score for hit in far_hits] == sorted((h.score for h in far_hits), reverse=True)


def test_a_place_among_the_words_is_measured_from(directory: Directory) -> None:
    hits = directory.search(Query("legal Ottawa", order=Order.DISTANCE)).hits
    distances = [hit.distance_km for hit in hits if hit.distance_km is not None]

    assert distances
    assert distances == sorted(distances)


def test_without_a_spot_distance_is_relevance(directory: Directory) -> None:
    by_relevance = directory.search(Query("crisis"))
    by_distance = directory.search(Query("crisis", order=Order.DISTANCE))

    assert by_distance.hits == by_relevance.hits
    assert by_distance.groups == ()


def test_a_place_without_a_point_has_no_distances(directory: Directory) -> None:
    results = directory.search(Query(near="Pinawa", order=Order.DISTANCE, limit=_ALL))

    assert [group.has_distance for group in results.groups] == [False]
    assert results.groups[0].size == results.total > 0


@pytest.mark.parametrize("near", ["", "Thunder Bay"])
def test_open_ones_come_first_then_unknown_then_closed(directory: Directory, near: str) -> None:
    results = directory.search(Query(near=near, order=Order.OPEN_FIRST, limit=_ALL))
    grouped = _grouped(results)

    assert [group.state for group, _hits in grouped] == [
        OpenState.OPEN,
        OpenState.UNKNOWN,
        OpenState.CLOSED,
    ]
    for group, hits in grouped:
        scores = [hit.score for hit in hits]
        assert {hit.availability.state for hit in hits} == {group.state}
        assert scores == sorted(scores, reverse=True)


# Groups by relevance


def test_without_a_place_relevance_has_no_groups(directory: Directory) -> None:
    assert directory.search(Query("crisis")).groups == ()


def test_groups_from_a_place_follow_closeness(directory: Directory) -> None:
    results = directory.search(Query(near="Thunder Bay", limit=_ALL))

    assert [group.closeness for group in results.groups] == list(Closeness)


@pytest.mark.parametrize("query", _judged_queries(), ids=lambda query: query.words)
def test_every_hit_is_in_the_group_of_its_closeness(directory: Directory, query: Query) -> None:
    results = directory.search(query)
    if results.spot is None:
        assert results.groups == ()
        return
    grouped = _grouped(results)

    assert all(group.size for group in results.groups)
    assert all(group.is_named is False for group in results.groups[1:])
    for group, hits in grouped:
        if not group.is_named:
            assert {hit.closeness for hit in hits} == {group.closeness}


def test_what_the_words_name_stands_first_and_what_only_has_the_place_in_its_name_last(
    directory: Directory,
) -> None:
    results = directory.search(Query("shelter Hope ", limit=_ALL))
    (first, named), *_serving, (last, strangers) = _grouped(results)

    assert first.is_named
    assert all("Hope" in hit.service.organization.en and "helter" in _name(hit) for hit in named)
    assert (last.closeness, last.is_named) == (None, False)
    assert all("Hope" in _name(hit) and hit.closeness is None for hit in strangers)


def _name(hit: Hit) -> str:
    return f"{hit.service.name.en} {hit.service.organization.en}"
