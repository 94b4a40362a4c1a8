"""A narrow window shows one part at a time, and each can be reached and left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import MakeWindow
from tests.ui.finding.conftest import (
    box,
    chosen,
    hits,
    query,
    search,
    service_words,
)
from tp_directory.ui.finding.choices_view import ChoicesView
from tp_directory.ui.finding.results_pane import ResultsPane
from tp_directory.ui.window import Window

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
HOTLINE = "Canadian Human Trafficking Hotline"


def test_a_double_click_on_a_row_opens_it_where_there_is_room_for_one(narrow: Window) -> None:
    row = hits(narrow).visualRect(hits(narrow).model().index(0, 0)).center()
    QTest.mouseClick(hits(narrow).viewport(), LEFT, pos=row)
    assert hits(narrow).isVisible()  # or the second click would press what came there
    QTest.mouseDClick(hits(narrow).viewport(), LEFT, pos=row)

    assert not hits(narrow).isVisible()
    assert HOTLINE in service_words(narrow)


def test_a_click_on_a_row_shows_its_service_beside_the_list(window: Window) -> None:
    search(window, "shelter")
    row = hits(window).visualRect(hits(window).model().index(1, 0)).center()
    QTest.mouseClick(hits(window).viewport(), LEFT, pos=row)

    assert hits(window).hasFocus()
    assert chosen(window) in service_words(window)


def test_filters_stay_in_a_narrow_window_until_they_are_left(narrow: Window) -> None:
    QTest.keyClick(narrow, Key.Key_F4)
    choices = narrow.findChild(ChoicesView)
    assert isinstance(choices, ChoicesView)
    choices.setFocus()
    QTest.keyClick(choices, Key.Key_Down)
    QTest.keyClick(choices, Key.Key_Space)
    assert query(narrow).open_now
    assert choices.hasFocus()
    assert not hits(narrow).isVisible()

    QTest.keyClick(choices, Key.Key_Escape)
    assert hits(narrow).isVisible()
    assert query(narrow).open_now


def test_a_chosen_time_can_be_set_in_a_narrow_window(narrow: Window) -> None:
    QTest.keyClick(narrow, Key.Key_F4)
    choices = narrow.findChild(ChoicesView)
    assert isinstance(choices, ChoicesView)
    when = choices.model().index(2, 0, choices.model().index(0, 0))
    QApplication.processEvents()  # the filters are laid out
    choices.scrollTo(when)
    QTest.mouseClick(choices.viewport(), LEFT, pos=choices.visualRect(when).center())
    focused = narrow.focusWidget()

    assert when.data() == "Open at a chosen time"
    assert focused is not None
    assert focused.objectName() == "time_box"
    assert focused.isVisible()


def test_the_keyboard_goes_to_the_results_when_the_filters_lose_their_room(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window()
    window.resize(1400, 860)
    qtbot.waitUntil(lambda: box(window, "filter_box").isVisible())
    search(window, "shelter")
    box(window, "filter_box").setFocus()
    window.resize(900, 860)
    qtbot.waitUntil(lambda: not box(window, "filter_box").isVisible())
    pane = window.findChild(ResultsPane)

    assert isinstance(pane, ResultsPane)
    assert pane.isAncestorOf(window.focusWidget())
