"""The window used as a worker uses it, on the bundled directory at a fixed moment."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.conftest import MakeWindow
from tests.ui.finding.conftest import (
    answers,
    box,
    button,
    chosen,
    clipboard,
    head_of_results,
    hits,
    names,
    service,
    service_words,
    words_on,
)
from tp_directory.core.bilingual import Language
from tp_directory.core.phones import written
from tp_directory.core.query import Query
from tp_directory.directory import Directory
from tp_directory.ui.elided_button import ElidedButton
from tp_directory.ui.window import Window

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_the_caret_stands_in_the_search_box_at_the_start(window: Window) -> None:
    assert box(window, "search_box").hasFocus()


@pytest.mark.parametrize(
    ("language", "typed", "name"),
    [(Language.EN, "cyberti", "Cybertip.ca"), (Language.FR, "cyberai", "Cyberaide.ca")],
)
def test_results_come_with_each_letter(
    make_window: MakeWindow, language: Language, typed: str, name: str
) -> None:
    window = make_window(language)
    asked = answers(window)
    QTest.keyClicks(box(window, "search_box"), typed)

    assert names(window)[0] == name
    assert name in service_words(window)
    assert asked.count() == len(typed)


# Opening a service


def test_enter_opens_the_service_and_copies_nothing(window: Window) -> None:
    QTest.keyClicks(box(window, "search_box"), "human trafficking hotline")
    QTest.keyClick(box(window, "search_box"), Key.Key_Return)

    assert service(window).hasFocus()
    assert clipboard() == ""


def test_escape_leads_back_from_a_service_and_keeps_the_question(window: Window) -> None:
    QTest.keyClicks(box(window, "search_box"), "shelter")
    QTest.keyClick(box(window, "search_box"), Key.Key_Down)
    before = chosen(window)
    QTest.keyClick(box(window, "search_box"), Key.Key_Return)
    QTest.keyClick(service(window), Key.Key_Escape)

    assert box(window, "search_box").hasFocus()
    assert box(window, "search_box").text() == "shelter"
    assert chosen(window) == before


def test_a_service_takes_the_room_of_the_results_in_a_narrow_window(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(scale=2.0)
    window.resize(1024, 640)
    qtbot.waitUntil(lambda: window.width() == 1024)
    QTest.keyClicks(box(window, "search_box"), "shelter")
    assert hits(window).isVisible()
    assert not service(window).isVisible()

    QTest.keyClick(box(window, "search_box"), Key.Key_Return)
    assert not hits(window).isVisible()
    assert service(window).hasFocus()
    QTest.mouseClick(button(window, "← &Back to the results"), Qt.MouseButton.LeftButton)

    assert hits(window).isVisible()
    assert box(window, "search_box").hasFocus()


def test_nothing_is_opened_where_nothing_is_found(window: Window) -> None:
    QTest.keyClicks(box(window, "search_box"), "need:interpretation province:NU")
    QTest.keyClick(box(window, "search_box"), Key.Key_Return)

    assert box(window, "search_box").hasFocus()


# Copying a number


def test_ctrl_c_copies_the_main_number_while_typing_and_says_so(window: Window) -> None:
    QTest.keyClicks(box(window, "search_box"), "human trafficking hotline")
    QTest.keyClick(box(window, "search_box"), Key.Key_C, CONTROL)

    assert clipboard() == "1-833-900-1010"
    assert "Copied: 1-833-900-1010" in words_on(window)


def test_ctrl_c_says_where_there_is_no_number(window: Window) -> None:
    QTest.keyClicks(box(window, "search_box"), "Deborah's Gate")
    QTest.keyClick(box(window, "search_box"), Key.Key_C, CONTROL)

    assert clipboard() == ""
    assert words_on(window).count("No number is stated.") == 2


def test_ctrl_c_copies_the_main_number_from_the_pane(window: Window) -> None:
    QTest.keyClicks(box(window, "search_box"), "human trafficking hotline")
    title = next(
        each
        for each in service(window).findChildren(QLabel)
        if each.text() == "Canadian Human Trafficking Hotline"
    )
    QTest.mouseClick(title, Qt.MouseButton.LeftButton)
    QTest.keyClick(title, Key.Key_C, CONTROL)

    assert clipboard() == "1-833-900-1010"


def test_ctrl_c_in_the_list_copies_the_number_of_its_row(
    window: Window, directory: Directory
) -> None:
    QTest.keyClicks(box(window, "search_box"), "crisis line")
    hits(window).setFocus()
    QTest.keyClick(hits(window), Key.Key_Down)
    QTest.keyClick(hits(window), Key.Key_C, CONTROL)

    phone = directory.search(Query("crisis line")).hits[1].service.main_phone
    assert phone is not None
    assert clipboard() == written(phone.number)


def test_a_copied_number_has_its_extension(window: Window) -> None:
    QTest.keyClicks(box(window, "search_box"), "Temporary Migrant Worker Support Program")
    QTest.keyClick(box(window, "search_box"), Key.Key_C, CONTROL)

    assert clipboard().endswith(" ext. 148")


def test_ctrl_c_copies_what_is_selected_in_the_box(window: Window) -> None:
    QTest.keyClicks(box(window, "search_box"), "hotline")
    QTest.keyClick(box(window, "search_box"), Key.Key_A, CONTROL)
    QTest.keyClick(box(window, "search_box"), Key.Key_C, CONTROL)

    assert clipboard() == "hotline"


def test_nothing_can_be_copied_where_nothing_is_asked(window: Window) -> None:
    QTest.keyClicks(box(window, "search_box"), "hotline")
    QTest.keyClick(box(window, "search_box"), Key.Key_Escape)
    QTest.keyClick(box(window, "search_box"), Key.Key_Down)
    QTest.keyClick(box(window, "search_box"), Key.Key_C, CONTROL)

    assert clipboard() == ""


# Moving about


def test_down_walks_through_the_results_and_leaves_the_caret(window: Window) -> None:
    QTest.keyClicks(box(window, "search_box"), "shelter")
    asked = answers(window)
    QTest.keyClick(box(window, "search_box"), Key.Key_Down)
    QTest.keyClick(box(window, "search_box"), Key.Key_Down)

    assert box(window, "search_box").hasFocus()
    assert hits(window).currentIndex().row() == 2
    assert names(window)[2] in service_words(window)
    assert asked.count() == 0


@pytest.mark.parametrize(("key", "row"), [(Key.Key_PageDown, 10), (Key.Key_PageUp, 0)])
def test_the_results_can_be_paged_from_the_box(window: Window, key: Key, row: int) -> None:
    QTest.keyClicks(box(window, "search_box"), "shelter")
    for _ in range(5):
        QTest.keyClick(box(window, "search_box"), Key.Key_Down)
    QTest.keyClick(box(window, "search_box"), key)

    assert hits(window).currentIndex().row() == row


@pytest.mark.parametrize(("key", "modifier"), [(Key.Key_K, CONTROL), (Key.Key_Slash, None)])
def test_a_key_leads_back_to_the_search_box(
    window: Window, key: Key, modifier: Qt.KeyboardModifier | None
) -> None:
    QTest.keyClicks(box(window, "search_box"), "shelter")
    hits(window).setFocus()
    QTest.keyClick(hits(window), key, modifier or Qt.KeyboardModifier.NoModifier)

    assert box(window, "search_box").hasFocus()
    assert box(window, "search_box").selectedText() == "shelter"


def test_a_slash_can_be_typed(window: Window) -> None:
    QTest.keyClicks(box(window, "search_box"), "24/7")

    assert box(window, "search_box").text() == "24/7"


def test_escape_clears_both_boxes_and_shows_the_examples(window: Window) -> None:
    QTest.keyClicks(box(window, "place_box"), "Kenora")
    QTest.keyClick(box(window, "place_box"), Key.Key_Return)
    QTest.keyClicks(box(window, "search_box"), "shelter")
    QTest.keyClick(box(window, "search_box"), Key.Key_Escape)

    assert (box(window, "search_box").text(), box(window, "place_box").text()) == ("", "")
    assert "Who can help" in words_on(window)
    assert box(window, "search_box").hasFocus()


# Both languages


def test_the_language_changes_at_once_and_keeps_the_service(window: Window) -> None:
    QTest.keyClicks(box(window, "search_box"), "shelter")
    QTest.keyClick(box(window, "search_box"), Key.Key_Down)
    shown = hits(window).currentIndex().data(Qt.ItemDataRole.UserRole).hit.service
    asked = answers(window)
    QTest.mouseClick(button(window, "Français"), Qt.MouseButton.LeftButton)
    QApplication.processEvents()

    assert shown.name.fr in service_words(window)
    assert "Danger immédiat" in words_on(window)
    assert "services" in head_of_results(window)
    assert any(each.text().startswith("Fiches lues") for each in window.findChildren(ElidedButton))
    assert asked.count() == 1


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.EN, "“Torontooo” is not known: these are from all of Canada."),
        (Language.FR, "« Torontooo » est inconnu : ceux-ci viennent de tout le Canada."),
    ],
)
def test_results_from_everywhere_say_so_until_the_place_is_mended(
    make_window: MakeWindow, language: Language, said: str
) -> None:
    window = make_window(language)
    place, words = box(window, "place_box"), box(window, "search_box")
    QTest.keyClicks(place, "Torontooo")
    QTest.keyClick(place, Qt.Key.Key_Return)
    QTest.keyClicks(words, "crisis")
    assert said in words_on(window).replace("\N{NO-BREAK SPACE}", " ")
    QTest.keyClick(place, Qt.Key.Key_Backspace)
    QTest.keyClick(place, Qt.Key.Key_Backspace)
    QTest.keyClick(place, Qt.Key.Key_Return)

    assert "Torontooo" not in words_on(window)
