"""Where nothing is found there are ways out, each by one press."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import MakeWindow
from tests.ui.finding.conftest import (
    answers,
    box,
    button,
    hits,
    names,
    query,
    service,
    service_words,
    words_on,
)
from tp_directory.core.bilingual import Language
from tp_directory.core.query import Query
from tp_directory.directory import Directory
from tp_directory.ui.finding.inquiry import Inquiry
from tp_directory.ui.finding.nothing_found import NothingFound
from tp_directory.ui.window import Window

LEFT = Qt.MouseButton.LeftButton
WIDER = "Anywhere, not only there (6 services)"


def ask_in_iqaluit(window: Window) -> None:
    """Ask for what nobody offers there."""
    QTest.keyClicks(box(window, "search_box"), "need:interpretation")
    QTest.keyClicks(box(window, "place_box"), "Iqaluit")
    QTest.keyClick(box(window, "place_box"), Qt.Key.Key_Return)


def test_a_wider_question_is_one_press_away(window: Window, directory: Directory) -> None:
    asked_for = Query("need:interpretation", near="Iqaluit")
    assert directory.search(asked_for).reliefs[0].dropped == "near"
    ask_in_iqaluit(window)
    assert "Nothing was found for Iqaluit, NU" in words_on(window)
    asked = answers(window)
    QTest.mouseClick(button(window, WIDER), LEFT)

    assert box(window, "place_box").text() == ""
    assert len(names(window)) == 6
    assert asked.count() == 1


def test_the_keyboard_stays_on_its_button_when_the_answer_comes_anew(window: Window) -> None:
    ask_in_iqaluit(window)
    button(window, WIDER).setFocus()
    inquiry = window.findChild(Inquiry)
    assert inquiry is not None
    inquiry.ask(query(window))

    assert button(window, WIDER).hasFocus()


def test_a_wider_question_by_keyboard_leads_to_its_results(window: Window) -> None:
    ask_in_iqaluit(window)
    wider = button(window, WIDER)
    wider.setFocus()
    QTest.keyClick(wider, Qt.Key.Key_Space)

    assert hits(window).hasFocus()


@pytest.mark.parametrize(
    ("language", "line", "name"),
    [
        (
            Language.EN,
            "Canadian Human Trafficking Hotline  1-833-900-1010",
            "Canadian Human Trafficking Hotline",
        ),
        (
            Language.FR,
            "Ligne d'urgence canadienne contre la traite des personnes  1-833-900-1010",
            "Ligne d'urgence canadienne contre la traite des personnes",
        ),
    ],
)
def test_a_national_line_is_shown_where_nothing_is_found(
    make_window: MakeWindow, language: Language, line: str, name: str
) -> None:
    window = make_window(language)
    ask_in_iqaluit(window)
    QTest.mouseClick(button(window, line), LEFT)

    assert name in service_words(window)


def test_a_national_line_comes_into_sight_where_there_is_room_for_one(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(scale=2.0)
    window.resize(1024, 640)
    ask_in_iqaluit(window)
    line = button(window, "Canadian Human Trafficking Hotline  1-833-900-1010")
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: service(window).isVisible())

    assert not line.isVisible()
    assert "1-833-900-1010" in service_words(window)
    assert service(window).isAncestorOf(window.focusWidget())


def test_a_spelling_is_one_press_away(window: Window) -> None:
    QTest.keyClicks(box(window, "search_box"), "interpreaion")
    QTest.mouseClick(button(window, "Search instead: interpretation"), LEFT)

    assert query(window).words == "interpretation"
    assert names(window)


@pytest.mark.parametrize(
    ("asked", "dropped", "name"),
    [
        (Query("need:interpretation", towns=(1,)), "towns", "Without the filter: Located in "),
        (
            Query("need:interpretation", towns=(1, 2)),
            "towns",
            "Without the filter: Located in 2 towns (",
        ),
        (
            Query("cybertip ", languages=("nsk", "crx")),
            "languages",
            "Without the filter: Naskapi, Dakelh (Carrier) (",
        ),
        (Query("crisis Toronto ", languages=("nsk",)), "unstated", "Language not stated ("),
        (Query("qqqqq shelter wwwww zzzzz"), "other_words", "Only “shelter” ("),
        (Query("qqqqq", near="Kenora"), "words", "Without the words ("),
    ],
)
def test_every_way_out_is_named(
    qtbot: QtBot, directory: Directory, asked: Query, dropped: str, name: str
) -> None:
    results = directory.search(asked)
    page = NothingFound(directory.taxonomy, directory.gazetteer)
    qtbot.addWidget(page)
    page.show_results(results)

    assert dropped in [relief.dropped for relief in results.reliefs]
    assert any(each.accessibleName().startswith(name) for each in page.buttons)


@pytest.mark.parametrize(
    ("words", "languages", "is_advised"),
    [("qqqqq", (), True), ("cybertip ", ("nsk",), False), ("interpreaion", (), False)],
    ids=["nothing helps", "a filter empties", "a spelling is offered"],
)
def test_other_words_are_advised_where_they_are_at_fault(
    qtbot: QtBot, directory: Directory, words: str, languages: tuple[str, ...], is_advised: bool
) -> None:
    page = NothingFound(directory.taxonomy, directory.gazetteer)
    qtbot.addWidget(page)
    page.show()
    page.show_results(directory.search(Query(words, languages=languages)))
    QApplication.processEvents()

    advice = "Check the spelling, or say it in fewer or other words."
    assert (advice in words_on(page)) is is_advised


def test_a_need_is_chosen_instead_of_words_that_find_nothing(window: Window) -> None:
    QTest.keyClicks(box(window, "place_box"), "Kenora")
    QTest.keyClick(box(window, "place_box"), Qt.Key.Key_Return)
    QTest.keyClicks(box(window, "search_box"), "qqqqq")
    QTest.mouseClick(button(window, "Choose a need instead"), LEFT)

    assert query(window) == Query(near="Kenora")
    assert names(window)
    assert box(window, "filter_box").hasFocus()


def test_the_ways_out_are_reached_from_the_search_box_by_one_key(window: Window) -> None:
    ask_in_iqaluit(window)
    QTest.keyClick(box(window, "search_box"), Qt.Key.Key_F6)

    assert button(window, WIDER).hasFocus()


@pytest.mark.parametrize(
    ("language", "meant", "read"),
    [
        (Language.EN, "Perhaps you meant: immigration lawyer", "Read as"),
        (Language.FR, "Peut-être vouliez-vous dire\u00a0: immigration lawyer", "Lu comme"),
    ],
)
def test_what_may_have_been_meant_is_not_said_to_have_been_searched(
    make_window: MakeWindow, language: Language, meant: str, read: str
) -> None:
    window = make_window(language)
    QTest.keyClicks(box(window, "search_box"), "imigrattion lawyer")

    assert meant in words_on(window)
    assert read not in words_on(window)
