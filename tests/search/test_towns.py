"""Where the hits are located, on the bundled directory."""

from collections import Counter

import pytest

from tp_directory.core.query import Order, Query, TownCount
from tp_directory.directory import Directory
from tp_directory.search.columns import site_of

_ALL = 1000


@pytest.mark.parametrize(
    "query",
    [
        Query(),
        Query("shelter ", offset=20, limit=5, order=Order.NAME),
        Query("legal", near="Toronto"),
        Query("sheltr Kenora "),
        Query("cybertip warming Winnipeg"),
        Query("qwertzuiop"),
    ],
)
def test_towns_count_all_hits_located_there(directory: Directory, query: Query) -> None:
    whole = Query(query.words, near=query.near, limit=_ALL)
    totals, withheld = Counter[int](), Counter[int]()
    for hit in directory.search(whole).hits:
        site = site_of(hit.service)
        if site and site.place_id is not None:
            totals[site.place_id] += 1
            withheld[site.place_id] += bool(hit.service.address_withheld)
    counts = directory.town_counts(query)

    assert {each.place_id: each.total for each in counts} == totals
    assert {each.place_id: each.withheld for each in counts} == withheld
    assert [each.total for each in counts] == sorted(totals.values(), reverse=True)


def test_a_town_that_no_source_gives_a_point_keeps_no_address_secret(directory: Directory) -> None:
    pinawa = directory.gazetteer.named("Pinawa")[0]

    assert pinawa.point is None
    assert TownCount(pinawa.id, total=1, withheld=0) in directory.town_counts(Query())


@pytest.mark.parametrize("words", ["", "shelter "])
def test_choosing_a_town_leaves_what_it_counts(directory: Directory, words: str) -> None:
    first, second = directory.town_counts(Query(words))[:2]
    one = directory.search(Query(words, towns=(first.place_id,), limit=_ALL))
    both = directory.search(Query(words, towns=(first.place_id, second.place_id)))

    assert one.total == first.total
    assert both.total == first.total + second.total
    assert {hit.service.location.place_id for hit in one.hits if hit.service.location} == {
        first.place_id
    }
    assert any(hit.service.address_withheld for hit in one.hits) == bool(first.withheld)


def test_located_in_a_town_is_another_question_than_serving_it(directory: Directory) -> None:
    town = directory.gazetteer.spot("Thunder Bay").place
    located = directory.search(Query(towns=(town.id,)))
    serving = directory.search(Query(near="Thunder Bay"))

    assert 0 < located.total < serving.total


def test_an_empty_town_is_left_out_to_find_something(directory: Directory) -> None:
    town = directory.gazetteer.spot("Thunder Bay").place
    results = directory.search(Query("cybertip ", towns=(town.id,)))

    assert results.total == 0
    assert [relief.dropped for relief in results.reliefs] == ["towns", "words"]
    assert directory.search(results.reliefs[0].query).total == results.reliefs[0].total
