"""Filters one by one: setting, undoing and counting them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tp_directory.core.choices import (
    Choice,
    Facet,
    choices,
    count,
    facts_asked,
    unfiltered,
    with_choice,
    without_choice,
    without_filters,
)
from tp_directory.core.place import Province
from tp_directory.core.query import Facets, Query, Unstated
from tp_directory.core.service import Channel

NIGHT = datetime(2026, 11, 25, 7, 0, tzinfo=UTC)
EVERY = (
    Choice(Facet.OPEN_NOW),
    Choice(Facet.ALWAYS_OPEN),
    Choice(Facet.FOR_TRAFFICKING),
    Choice(Facet.OPEN_AT, NIGHT.isoformat()),
    Choice(Facet.NEED, "legal"),
    Choice(Facet.POPULATION, "women"),
    Choice(Facet.CHANNEL, "text"),
    Choice(Facet.LANGUAGE, "fr"),
    Choice(Facet.PROVINCE, "ON"),
    Choice(Facet.TOWN, "5992059"),
    Choice(Facet.WITHIN, "50"),
)


@pytest.mark.parametrize("choice", EVERY, ids=lambda choice: choice.facet.value)
def test_a_choice_is_set_told_and_undone(choice: Choice) -> None:
    asked = Query("shelter", near="Kenora")
    chosen = with_choice(asked, choice)

    assert chosen != asked
    assert choices(chosen) == (choice,)
    assert without_choice(chosen, choice) == asked
    assert unfiltered(chosen) == asked


@pytest.mark.parametrize(
    ("choice", "fact"),
    [
        (Choice(Facet.LANGUAGE, "fr"), Unstated.LANGUAGES),
        (Choice(Facet.POPULATION, "women"), Unstated.POPULATIONS),
        (Choice(Facet.OPEN_NOW), Unstated.OPEN),
        (Choice(Facet.OPEN_AT, NIGHT.isoformat()), Unstated.OPEN),
        (Choice(Facet.ALWAYS_OPEN), Unstated.ALWAYS_OPEN),
    ],
)
def test_what_does_not_state_a_fact_is_asked_for_and_left_again(
    choice: Choice, fact: Unstated
) -> None:
    stated = with_choice(Query("shelter"), choice)
    silent = Choice(Facet.UNSTATED, fact)
    asked = with_choice(stated, silent)

    assert facts_asked(asked) == asked.unstated == (fact,)
    assert choices(asked) == (choice, silent)
    assert without_choice(asked, silent) == stated
    assert without_choice(asked, choice) == unfiltered(asked) == Query("shelter")
    assert count(Facets(unstated={fact: 7}), silent) == 7


def test_another_choice_of_a_fact_asks_for_what_states_it() -> None:
    query = Query(languages=("fr",), open_now=True, unstated=(Unstated.LANGUAGES, Unstated.OPEN))

    assert with_choice(query, Choice(Facet.LANGUAGE, "es")).unstated == (Unstated.OPEN,)
    assert with_choice(query, Choice(Facet.NEED, "legal")).unstated == query.unstated


def test_filters_of_some_facets_alone_are_taken_away() -> None:
    query = Query(needs=("legal", "crisis_line"), channels=(Channel.TEXT,), open_now=True)

    kept = without_filters(query, Facet.NEED, Facet.OPEN_NOW)
    assert kept == Query(channels=(Channel.TEXT,))


def test_values_have_the_types_of_the_query() -> None:
    query = with_choice(Query(), Choice(Facet.PROVINCE, "QC"))
    query = with_choice(query, Choice(Facet.CHANNEL, "in_person"))
    query = with_choice(query, Choice(Facet.TOWN, "5992059"))

    assert query.provinces == (Province.QC,)
    assert query.channels == (Channel.IN_PERSON,)
    assert query.towns == (5992059,)


def test_choices_of_one_facet_add_up_and_are_set_once() -> None:
    query = Query()
    for code in ("legal", "crisis_line", "legal"):
        query = with_choice(query, Choice(Facet.NEED, code))

    assert query.needs == ("legal", "crisis_line")


def test_open_now_and_open_at_exclude_each_other() -> None:
    later = with_choice(Query(open_now=True), Choice(Facet.OPEN_AT, NIGHT.isoformat()))

    assert (later.open_now, later.open_at) == (False, NIGHT)
    assert with_choice(later, Choice(Facet.OPEN_NOW)) == Query(open_now=True)


def test_what_is_not_set_cannot_be_undone() -> None:
    assert without_choice(Query(needs=("legal",)), Choice(Facet.NEED, "shelter")) == Query(
        needs=("legal",)
    )


def test_a_choice_that_leaves_nothing_counts_zero() -> None:
    facets = Facets(need={"legal": 3}, open_now=2)

    assert count(facets, Choice(Facet.NEED, "legal")) == 3
    assert count(facets, Choice(Facet.NEED, "interpretation")) == 0
    assert count(facets, Choice(Facet.OPEN_NOW)) == 2
    assert count(facets, Choice(Facet.WITHIN, "50")) is None
