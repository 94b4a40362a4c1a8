"""What is asked: from home when nothing is said, and never from a place that is not known."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QSignalSpy

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.query import Order, Query, Results
from tp_directory.directory import Directory
from tp_directory.ui.finding.inquiry import Inquiry


@pytest.fixture
def inquiry(qapp: QObject, directory: Directory) -> Inquiry:
    return Inquiry(directory, Language.EN, "", QObject(qapp))


@pytest.fixture
def at_home(qapp: QObject, directory: Directory) -> Inquiry:
    """Home is Kenora."""
    return Inquiry(directory, Language.EN, "Kenora", QObject(qapp))


def test_nothing_is_asked_at_the_start(inquiry: Inquiry, at_home: Inquiry) -> None:
    assert inquiry.is_blank
    assert at_home.is_blank
    assert at_home.query == Query(near="Kenora")


@pytest.mark.parametrize("words", ["", "  "])
def test_spaces_and_an_order_ask_nothing(inquiry: Inquiry, words: str) -> None:
    inquiry.set_words(words)
    inquiry.set_order(Order.NAME)

    assert inquiry.is_blank


@pytest.mark.parametrize(
    "query", [Query("shelter"), Query(near="Kenora"), Query(open_now=True)], ids=str
)
def test_words_a_place_or_a_filter_ask_something(inquiry: Inquiry, query: Query) -> None:
    inquiry.ask(query)

    assert not inquiry.is_blank


def test_anywhere_is_a_question_where_a_place_is_home(at_home: Inquiry) -> None:
    at_home.set_near("")

    assert not at_home.is_blank


def test_asking_nothing_comes_back_home(at_home: Inquiry) -> None:
    at_home.ask(Query("shelter", near="Ottawa", open_now=True, order=Order.NAME))
    at_home.ask_nothing()

    assert at_home.query == Query(near="Kenora")
    assert at_home.is_blank


def test_a_blank_question_moves_with_home(at_home: Inquiry) -> None:
    answered = QSignalSpy(at_home.answered)
    at_home.set_home("Ottawa")

    assert at_home.query == Query(near="Ottawa")
    assert answered.count() == 1


def test_a_question_stays_where_it_is_when_home_moves(at_home: Inquiry) -> None:
    at_home.set_words("shelter")
    answered = QSignalSpy(at_home.answered)
    at_home.set_home("Ottawa")

    assert at_home.query == Query("shelter", near="Kenora")
    assert answered.count() == 0


def test_an_answer_comes_once_for_each_change(inquiry: Inquiry) -> None:
    answered = QSignalSpy(inquiry.answered)
    inquiry.set_words("shelter")
    inquiry.set_near("Kenora")
    inquiry.set_order(Order.DISTANCE)
    inquiry.set_language(Language.FR)

    assert answered.count() == 4
    assert inquiry.query == Query("shelter", Language.FR, near="Kenora", order=Order.DISTANCE)


def test_a_distance_stays_with_another_place_and_goes_with_none(inquiry: Inquiry) -> None:
    inquiry.ask(Query("shelter", near="Kenora", within_km=50))
    inquiry.set_near("Ottawa")
    assert inquiry.query.within_km == 50
    inquiry.set_near(" ")

    assert inquiry.query.within_km is None


def test_an_unknown_place_is_told_once_and_the_rest_is_asked_without_it(inquiry: Inquiry) -> None:
    inquiry.ask(Query("shelter", near="Kenora", within_km=50))
    answered, refused, place_refused = (
        QSignalSpy(signal) for signal in (inquiry.answered, inquiry.refused, inquiry.place_refused)
    )
    inquiry.set_near("Exampleville")

    assert inquiry.query == Query("shelter")
    assert (answered.count(), refused.count()) == (1, 1)
    assert place_refused.at(0) == ["Exampleville"]
    (text,) = refused.at(0)
    assert isinstance(text, Text)
    assert "Exampleville" in text.en
    assert "Exampleville" in text.fr


def test_a_home_that_is_not_known_is_told_once_and_is_none(
    qapp: QObject, directory: Directory
) -> None:
    inquiry = Inquiry(directory, Language.EN, "Exampleville", QObject(qapp))
    refused = QSignalSpy(inquiry.refused)
    inquiry.ask_nothing()
    inquiry.ask_nothing()

    assert refused.count() == 1
    assert inquiry.is_blank
    assert inquiry.query == Query()


def test_further_pages_are_those_of_the_question_that_was_answered(
    inquiry: Inquiry, directory: Directory
) -> None:
    inquiry.ask(Query("shelter", offset=50))
    first = directory.search(Query("shelter")).hits
    second = directory.search(Query("shelter", offset=25)).hits

    assert inquiry.query.offset == 0
    assert [hit.service.id for hit in inquiry.page(0)] == [hit.service.id for hit in first]
    assert [hit.service.id for hit in inquiry.page(25)] == [hit.service.id for hit in second]


def test_the_answer_tells_its_question(inquiry: Inquiry) -> None:
    answered = QSignalSpy(inquiry.answered)
    inquiry.set_words("shelter")
    (results,) = answered.at(0)

    assert isinstance(results, Results)
    assert results.query == inquiry.query


def test_places_are_offered_for_the_beginning_of_a_name(inquiry: Inquiry) -> None:
    offered = QSignalSpy(inquiry.places_offered)
    inquiry.offer_places("keno")
    (offers,) = offered.at(0)

    assert offers[0].title == "Kenora, ON"
