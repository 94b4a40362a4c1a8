"""Above the results: how many, from where, in which order, and as a list or on the map."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel

from tests.ui.conftest import MakeWindow, rest
from tests.ui.finding.conftest import (
    answers,
    box,
    button,
    head_of_results,
    hits,
    names,
    query,
    search,
    words_on,
)
from tp_directory.core.bilingual import Language
from tp_directory.core.query import Order
from tp_directory.ui.map.view import MapView
from tp_directory.ui.window import Window

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def order_box(window: Window) -> QComboBox:
    found = window.findChild(QComboBox, "order_box")
    assert isinstance(found, QComboBox)
    return found


def map_view(window: Window) -> MapView:
    found = window.findChild(MapView)
    assert isinstance(found, MapView)
    return found


# How many


@pytest.mark.parametrize(
    ("language", "words", "place", "head"),
    [
        (Language.EN, "cybertip", "", "1 service"),
        (Language.EN, "need:interpretation", "", "6 services"),
        (Language.EN, "need:interpretation", "Iqaluit", "Nothing was found for Iqaluit, NU"),
        (Language.EN, "qqqqq", "", "Nothing was found"),
        (Language.FR, "cyberaide", "", "1 service"),
        (Language.FR, "besoin:interpretation", "", "6 services"),
        (Language.FR, "besoin:interpretation", "Iqaluit", "Rien n'a été trouvé pour Iqaluit, NU"),
        (Language.FR, "qqqqq", "", "Rien n'a été trouvé"),
    ],
)
def test_the_head_says_how_many_were_found(
    make_window: MakeWindow, language: Language, words: str, place: str, head: str
) -> None:
    window = make_window(language)
    search(window, words, place)

    assert head_of_results(window) == head


@pytest.mark.parametrize(
    ("language", "verb"), [(Language.EN, "services serve"), (Language.FR, "services desservent")]
)
def test_the_head_says_how_many_serve_a_place(
    make_window: MakeWindow, language: Language, verb: str
) -> None:
    window = make_window(language)
    search(window, "shelter", "Kenora")

    assert head_of_results(window) == f"{len(names(window))} {verb} Kenora, ON"


def test_distances_from_a_postal_area_are_said_to_be_rough(window: Window) -> None:
    search(window, "shelter", "T5J")

    assert "Distances are from the middle of the postal area." in words_on(window)


# In which order


@pytest.mark.parametrize(
    ("language", "orders"),
    [
        (Language.EN, ["Best first", "Nearest first", "Open first", "By name"]),
        (
            Language.FR,
            ["Les plus pertinents", "Les plus proches", "Ouverts d'abord", "Par nom"],
        ),
    ],
)
def test_each_order_asks_once(
    make_window: MakeWindow, language: Language, orders: list[str]
) -> None:
    window = make_window(language)
    search(window, "shelter", "Kenora")
    asked = answers(window)
    order_box(window).setFocus()
    chosen = []
    for _ in range(3):
        QTest.keyClick(order_box(window), Key.Key_Down)
        chosen.append(query(window).order)

    assert [order_box(window).itemText(place) for place in range(4)] == orders
    assert chosen == [Order.DISTANCE, Order.OPEN_FIRST, Order.NAME]
    assert asked.count() == 3
    assert order_box(window).hasFocus()


def test_by_name_the_results_are_in_alphabetical_order(window: Window) -> None:
    search(window, "legal help", "Kenora")
    order_box(window).setFocus()
    QTest.keyClick(order_box(window), Key.Key_End)

    assert names(window) == sorted(names(window), key=str.casefold)


def test_the_nearest_first_needs_a_place_and_says_so(window: Window) -> None:
    search(window, "shelter")
    order_box(window).setFocus()
    QTest.keyClick(order_box(window), Key.Key_Down)

    assert "Say where, and the nearest come first." in words_on(window)


def test_escape_goes_back_to_the_best_first(window: Window) -> None:
    search(window, "shelter")
    QTest.keyClick(order_box(window), Key.Key_End)
    QTest.keyClick(box(window, "search_box"), Key.Key_Escape)
    search(window, "shelter")

    assert query(window).order is Order.RELEVANCE
    assert order_box(window).currentText() == "Best first"


def test_the_order_stays_in_the_other_language_and_has_room_for_its_words(
    window: Window,
) -> None:
    window.resize(1400, 860)
    search(window, "shelter")
    QTest.keyClick(order_box(window), Key.Key_End)
    QTest.mouseClick(button(window, "Français"), LEFT)
    rest(window)
    words = max(
        order_box(window).fontMetrics().horizontalAdvance(order_box(window).itemText(place))
        for place in range(4)
    )

    assert order_box(window).currentText() == "Par nom"
    arrow = order_box(window).height() // 2
    assert order_box(window).width() > words + arrow


# A place of the same name


def test_a_namesake_is_one_press_away(window: Window) -> None:
    search(window, "legal Windsor")
    asked = answers(window)
    QTest.mouseClick(button(window, "Windsor, NS"), LEFT)

    assert box(window, "place_box").text() == "Windsor, NS"
    assert "Windsor, NS" in head_of_results(window)
    assert asked.count() == 1


def test_a_namesake_by_keyboard_leads_to_its_results(window: Window) -> None:
    search(window, "legal Windsor")
    other = button(window, "Windsor, NS")
    other.setFocus()
    QTest.keyClick(other, Key.Key_Space)

    assert hits(window).hasFocus()


# As a list or on the map


def test_the_button_of_what_is_shown_already_does_nothing(window: Window) -> None:
    search(window, "shelter")
    asked = answers(window)
    QTest.mouseClick(button(window, "&List"), LEFT)

    assert hits(window).isVisible()
    assert asked.count() == 0


def test_list_and_map_take_turns(window: Window) -> None:
    search(window, "shelter")
    asked = answers(window)
    QTest.mouseClick(button(window, "&Map"), LEFT)
    assert map_view(window).isVisible()
    QTest.mouseClick(button(window, "&List"), LEFT)

    assert hits(window).isVisible()
    assert hits(window).hasFocus()
    assert asked.count() == 2


def test_orders_are_offered_for_a_list_of_results_only(window: Window) -> None:
    search(window, "shelter")
    assert order_box(window).isVisible()
    QTest.keyClick(window, Key.Key_F3)
    assert not order_box(window).isVisible()
    QTest.keyClick(window, Key.Key_F3)
    assert order_box(window).isVisible()
    search(window, "qqqqq")

    assert not order_box(window).isVisible()


def test_the_arrow_keys_lead_from_the_list_to_the_map(window: Window) -> None:
    search(window, "shelter")
    button(window, "&List").setFocus()
    QTest.keyClick(button(window, "&List"), Key.Key_Right)

    assert map_view(window).isVisible()


def test_a_key_shows_the_map_and_the_list_again(window: Window) -> None:
    search(window, "shelter")
    QTest.keyClick(window, Key.Key_F3)
    assert map_view(window).isVisible()
    assert button(window, "&Map").isChecked()
    QTest.keyClick(window, Key.Key_F3)

    assert hits(window).isVisible()
    assert button(window, "&List").isChecked()


def test_what_was_typed_is_shown_as_it_was_typed(window: Window) -> None:
    search(window, "shelter", "<b>Example</b>")
    said = [each for each in window.findChildren(QLabel) if "<b>Example</b>" in each.text()]

    assert said
    assert all(each.textFormat() is Qt.TextFormat.PlainText for each in said)
