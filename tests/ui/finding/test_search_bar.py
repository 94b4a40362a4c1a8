"""The place box: half a name is not searched from, and a wrong one is told and can be mended."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView

from tests.ui.conftest import MakeWindow
from tests.ui.finding.conftest import (
    answers,
    box,
    clipboard,
    head_of_results,
    hits,
    names,
    query,
    service_words,
    words_on,
)
from tests.ui.test_window import press
from tp_directory.core.bilingual import Language
from tp_directory.ui.window import Window

Key = Qt.Key


def offers(window: Window) -> QAbstractItemView:
    """The list of places below the place box."""
    popup = box(window, "place_box").completer().popup()
    assert popup is not None
    return popup


def type_place(window: Window, words: str) -> None:
    """Go to the place box by its key, and type."""
    QTest.keyClick(window, Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(box(window, "place_box"), words)


@pytest.mark.parametrize(
    ("language", "head", "groups"),
    [
        (
            Language.EN,
            "serve Kenora, ON",
            ("Also serves here: Ontario", "Also serves here: Canada"),
        ),
        (
            Language.FR,
            "desservent Kenora, ON",
            ("Également offert ici\u00a0: Ontario", "Également offert ici\u00a0: Canada"),
        ),
    ],
)
def test_a_place_groups_the_results_by_how_closely_they_serve_it(
    make_window: MakeWindow, language: Language, head: str, groups: tuple[str, ...]
) -> None:
    window = make_window(language)
    QTest.keyClicks(box(window, "search_box"), "shelter")
    type_place(window, "Kenora")
    QTest.keyClick(box(window, "place_box"), Key.Key_Return)

    model = hits(window).model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    read_out = "\n".join(str(row.data(Qt.ItemDataRole.AccessibleTextRole)) for row in rows)
    assert head in head_of_results(window)
    assert [read_out.count(f"{heading}.") for heading in groups] == [1, 1]


def test_places_are_offered_while_one_is_typed(window: Window) -> None:
    asked = answers(window)
    type_place(window, "Keno")
    offered = offers(window).model()

    assert offered.index(0, 0).data() == "Kenora, ON"
    assert offered.index(offered.rowCount() - 1, 0).data() == "Anywhere in Canada"
    assert asked.count() == 0


def test_an_offered_place_is_taken_by_keyboard_and_asked_from_once(window: Window) -> None:
    QTest.keyClicks(box(window, "search_box"), "shelter")
    type_place(window, "Keno")
    asked = answers(window)
    QTest.keyClick(offers(window), Key.Key_Down)
    QTest.keyClick(offers(window), Key.Key_Return)
    QTest.keyClick(box(window, "place_box"), Key.Key_Return)
    QTest.keyClick(box(window, "place_box"), Key.Key_Tab)

    assert box(window, "place_box").text() == "Kenora, ON"
    assert "serve Kenora, ON" in head_of_results(window)
    assert asked.count() == 1


def test_anywhere_is_taken_by_mouse(window: Window) -> None:
    QTest.keyClicks(box(window, "search_box"), "shelter")
    type_place(window, "Kenora")
    QTest.keyClick(box(window, "place_box"), Key.Key_Return)
    QTest.keyClick(box(window, "place_box"), Key.Key_Backspace)
    asked = answers(window)
    anywhere = offers(window).model().index(1, 0)
    middle = offers(window).visualRect(anywhere).center()
    QTest.mouseClick(offers(window).viewport(), Qt.MouseButton.LeftButton, pos=middle)

    assert anywhere.data() == "Anywhere in Canada"
    assert box(window, "place_box").text() == ""
    assert query(window).near == ""
    assert asked.count() == 1


def test_half_a_place_is_not_searched_from(window: Window) -> None:
    QTest.keyClicks(box(window, "search_box"), "shelter")
    before = names(window)
    type_place(window, "Win")

    assert names(window) == before


def test_a_place_is_searched_from_when_its_box_is_left(window: Window) -> None:
    QTest.keyClicks(box(window, "search_box"), "shelter")
    type_place(window, "Kenora")
    offers(window).hide()
    asked = answers(window)
    QTest.keyClick(box(window, "place_box"), Key.Key_Tab)

    assert query(window).near == "Kenora"
    assert asked.count() == 1


def test_an_emptied_box_means_everywhere_at_once(window: Window) -> None:
    QTest.keyClicks(box(window, "search_box"), "shelter")
    type_place(window, "Kenora")
    QTest.keyClick(box(window, "place_box"), Key.Key_Return)
    asked = answers(window)
    box(window, "place_box").selectAll()
    QTest.keyClick(box(window, "place_box"), Key.Key_Delete)

    assert "serve" not in head_of_results(window)
    assert asked.count() == 1


def test_an_unknown_place_is_told_and_the_rest_is_searched(window: Window) -> None:
    QTest.keyClicks(box(window, "search_box"), "shelter")
    type_place(window, "Exampleville")
    QTest.keyClick(box(window, "place_box"), Key.Key_Return)

    assert "“Exampleville” is known" in words_on(window)
    assert box(window, "place_box").text() == "Exampleville"
    assert names(window)
    assert "serve" not in head_of_results(window)


def test_an_unknown_place_stays_told_until_it_is_mended(window: Window) -> None:
    type_place(window, "Kenor")
    QTest.keyClick(box(window, "place_box"), Key.Key_Return)
    QTest.keyClicks(box(window, "search_box"), "shelter")
    assert "“Kenor” is known" in words_on(window)
    QTest.keyClicks(box(window, "place_box"), "a")
    assert "is known" not in words_on(window)
    QTest.keyClick(box(window, "place_box"), Key.Key_Return)

    assert "serve Kenora, ON" in head_of_results(window)


def test_a_place_among_the_words_is_told(window: Window) -> None:
    QTest.keyClicks(box(window, "search_box"), "legal Windsor")

    assert "Windsor, ON was found in your words." in words_on(window)
    assert box(window, "place_box").text() == ""


def test_escape_closes_the_list_of_places_and_nothing_else(window: Window) -> None:
    QTest.keyClicks(box(window, "search_box"), "shelter")
    type_place(window, "Keno")
    popup = offers(window)
    assert popup.isVisible()
    QTest.keyClick(popup, Key.Key_Escape)

    assert not popup.isVisible()
    assert (box(window, "search_box").text(), box(window, "place_box").text()) == (
        "shelter",
        "Keno",
    )
    QTest.keyClick(box(window, "place_box"), Key.Key_Escape)
    assert box(window, "search_box").text() == ""


def test_hiding_takes_the_list_of_places_away(window: Window) -> None:
    type_place(window, "Keno")
    window.hide_everything()

    assert not offers(window).isVisible()


@pytest.mark.parametrize("steps", [(Key.Key_Down,), (Key.Key_PageDown, Key.Key_Up)])
def test_the_number_is_copied_and_not_the_words_once_results_are_walked_through(
    window: Window, steps: tuple[Key, ...]
) -> None:
    words = box(window, "search_box")
    QTest.keyClicks(words, "human trafficking hotline")
    QTest.keyClick(words, Key.Key_Return)
    press(window, "Esc")
    assert words.selectedText()
    for key in steps:
        QTest.keyClick(words, key)
    QTest.keyClick(words, Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert clipboard().replace("-", "").isdigit()
    assert clipboard() in service_words(window)
