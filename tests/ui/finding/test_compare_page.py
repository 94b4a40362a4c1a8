"""Services side by side, as a worker weighs them against each other."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.conftest import NOW
from tests.ui.conftest import MakeWindow
from tests.ui.finding.conftest import (
    box,
    button,
    clipboard,
    hits,
    words_on,
)
from tests.ui.service.conftest import labels
from tests.ui.test_window import cut_words, lay_out, press
from tp_directory.core.bilingual import Language
from tp_directory.directory import Directory
from tp_directory.ui.finding.compare_page import ComparePage
from tp_directory.ui.finding.directory_page import DirectoryPage
from tp_directory.ui.service.service_pane import ServicePane
from tp_directory.ui.window import Window
from tp_directory.wording.facts import FactKind

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LANGUAGES = pytest.mark.parametrize("language", list(Language))


def page(window: Window) -> ComparePage:
    found = window.findChild(ComparePage)
    assert isinstance(found, ComparePage)
    return found


def compare(window: Window, count: int, words: str = "crisis line") -> list[str]:
    """Put the first hits side by side; their names."""
    QTest.keyClicks(box(window, "search_box"), words)
    names = []
    for _ in range(count):
        names.append(str(hits(window).currentIndex().data()))
        QTest.keyClick(window, Key.Key_B, CONTROL)
        QTest.keyClick(box(window, "search_box"), Key.Key_Down)
    QTest.keyClick(window, Key.Key_B, CONTROL | SHIFT)
    QApplication.processEvents()
    return names


def titles(window: Window) -> list[str]:
    """The names at the heads of the columns."""
    labels = page(window).findChildren(QLabel, "compared_name")
    return [each.text() for each in labels if each.isVisible()]


@LANGUAGES
@pytest.mark.parametrize("count", [1, 2, 3])
def test_each_service_has_a_column(make_window: MakeWindow, language: Language, count: int) -> None:
    window = make_window(language)
    names = compare(window, count)

    assert page(window).isVisible()
    assert titles(window) == names


@LANGUAGES
def test_every_fact_has_a_row_or_is_named_where_none_states_it(
    make_window: MakeWindow, language: Language
) -> None:
    window = make_window(language)
    compare(window, 2)
    words = words_on(page(window)).splitlines()
    missing = words[-1].casefold()
    headings = {kind.heading.best(language) for kind in FactKind}

    assert headings & set(words)
    assert all((each in words) is not (each.casefold() in missing) for each in headings)


def test_what_differs_stands_before_what_is_the_same(window: Window) -> None:
    compare(window, 2, "Legal Aid Ontario")
    words = words_on(page(window)).splitlines()
    differs, same = words.index("What differs"), words.index("The same for all")

    assert differs < words.index("What it does") < same
    assert words.count("Ontario") == 1
    assert words.index("Ontario") > same


def test_one_service_alone_is_not_weighed(window: Window) -> None:
    compare(window, 1)

    assert not {"What differs", "The same for all"} & set(words_on(page(window)).splitlines())


def test_what_can_be_done_stands_on_one_line_in_all_columns(make_window: MakeWindow) -> None:
    window = make_window(Language.FR)
    window.resize(1024, 640)
    compare(window, 3, "jeunes")
    lay_out()
    ages = [each for each in page(window).findChildren(QLabel) if "date" in each.text()]
    opens = [each for each in page(window).findChildren(QPushButton) if each.text() == "Ouvrir"]

    assert len(opens) == 3
    assert len({each.height() for each in ages}) > 1  # else they would stand there by themselves
    assert len({each.mapTo(page(window), QPoint()).y() for each in opens}) == 1


def test_a_service_is_opened_from_the_comparison(qtbot: QtBot, window: Window) -> None:
    names = compare(window, 2)
    QTest.mouseClick(button(window, f"Open {names[1]}"), LEFT)
    pane = window.findChild(ServicePane)
    assert isinstance(pane, ServicePane)

    qtbot.waitUntil(lambda: labels(pane)[:1] == [names[1]])
    assert pane.isVisible()
    assert not page(window).isVisible()


@LANGUAGES
def test_in_a_small_window_with_large_text_the_way_back_is_in_sight(
    make_window: MakeWindow, language: Language
) -> None:
    window = make_window(language, 2.0)
    window.resize(1024, 640)
    compare(window, 3)
    lay_out()
    [back] = [each for each in page(window).findChildren(QPushButton) if "←" in each.text()]
    seen = page(window).viewport().rect()

    assert seen.contains(back.mapTo(page(window).viewport(), back.rect().bottomRight()))
    assert cut_words(page(window)) == []


def test_the_comparison_is_opened_by_its_button(window: Window) -> None:
    QTest.keyClicks(box(window, "search_box"), "crisis line")
    QTest.keyClick(window, Key.Key_B, CONTROL)
    QTest.mouseClick(button(window, "Compare 1"), LEFT)

    assert page(window).isVisible()


@pytest.mark.parametrize("elsewhere", ["Ctrl+3", "Ctrl+5", "Ctrl+6"])
def test_the_comparison_is_opened_from_other_pages(window: Window, elsewhere: str) -> None:
    compare(window, 2)
    press(window, "Esc")
    press(window, elsewhere)
    press(window, "Ctrl+Shift+B")

    assert page(window).isVisible()


def test_the_key_around_the_window_leads_to_it(window: Window) -> None:
    compare(window, 2)
    QTest.keyClick(window, Key.Key_K, CONTROL)
    QTest.keyClick(window, Key.Key_F6)  # a small window has no filters

    assert window.focusWidget() is page(window)


def test_there_is_nothing_to_open_where_nothing_is_compared(window: Window) -> None:
    QTest.keyClicks(box(window, "search_box"), "crisis line")
    QTest.keyClick(window, Key.Key_B, CONTROL | SHIFT)

    assert hits(window).isVisible()


def test_a_fourth_is_told(window: Window) -> None:
    compare(window, 3)
    QTest.keyClick(page(window), Key.Key_Escape)
    for _ in range(4):
        QTest.keyClick(box(window, "search_box"), Key.Key_Down)
    QTest.keyClick(window, Key.Key_B, CONTROL)

    assert "Three services at most can be compared." in words_on(window)
    assert button(window, "Compare 3")


def test_a_number_is_copied_by_a_press(window: Window) -> None:
    names = compare(window, 2)
    copies = [
        each
        for each in page(window).findChildren(QPushButton)
        if each.accessibleName().startswith("Copy ")
    ]
    QTest.mouseClick(copies[1], LEFT)
    number = copies[1].accessibleName().removeprefix("Copy ")

    assert clipboard() == number
    assert f"Copied: {number} ({names[1]}" in words_on(window)


def test_one_is_taken_away_by_a_press_and_the_keyboard_stays(window: Window) -> None:
    names = compare(window, 3)
    away = button(window, f"Take away {names[1]}")
    away.setFocus()
    QTest.keyClick(away, Key.Key_Space)

    assert titles(window) == [names[0], names[2]]
    assert page(window).hasFocus()


def test_without_any_left_the_results_come_back(window: Window) -> None:
    names = compare(window, 1)
    QTest.mouseClick(button(window, f"Take away {names[0]}"), LEFT)

    assert hits(window).isVisible()
    assert box(window, "search_box").hasFocus()


@pytest.mark.parametrize("by_key", [True, False])
def test_the_results_are_one_press_away(window: Window, by_key: bool) -> None:
    compare(window, 2)
    if by_key:
        QTest.keyClick(page(window), Key.Key_Escape)
    else:
        QTest.mouseClick(button(window, "← &Back to the results"), LEFT)

    assert hits(window).isVisible()
    assert box(window, "search_box").text() == "crisis line"


def test_the_other_language_keeps_the_comparison_and_the_keyboard(window: Window) -> None:
    compare(window, 2)
    switch = button(window, "Français")
    switch.setFocus()
    QTest.keyClick(switch, Key.Key_Space)
    QApplication.processEvents()

    assert page(window).isVisible()
    assert "Côte à côte" in words_on(page(window))
    assert "Description" in words_on(page(window))
    assert switch.hasFocus()


def test_distances_name_the_place_that_they_are_measured_from(window: Window) -> None:
    QTest.keyClicks(box(window, "place_box"), "Kenora")
    QTest.keyClick(box(window, "place_box"), Key.Key_Return)
    compare(window, 1, "Aboriginal Legal Services")

    assert "\N{NO-BREAK SPACE}km from Kenora, ON" in words_on(page(window))


def test_who_answers_is_said_anew_while_it_is_looked_at(
    window: Window, directory: Directory, monkeypatch: pytest.MonkeyPatch
) -> None:
    compare(window, 1, "Legal aid help line")
    assert "Open until" in words_on(page(window))
    monkeypatch.setattr(directory, "_clock", lambda: NOW + timedelta(hours=17))
    around = window.findChild(DirectoryPage)
    assert isinstance(around, DirectoryPage)
    around.tell_time()
    QApplication.processEvents()

    assert "Closed, opens" in words_on(page(window))


def test_hiding_forgets_what_was_compared(window: Window) -> None:
    names = compare(window, 2)
    QTest.keyClick(page(window), Key.Key_Escape)
    QTest.keyClick(window, Key.Key_H, CONTROL)
    QApplication.processEvents()
    words = [each.text() for each in page(window).findChildren(QLabel)]

    assert not set(names) & set(words)
