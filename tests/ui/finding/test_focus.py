"""Where the keyboard is: never nowhere, and in the order of reading."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.finding.conftest import (
    box,
    button,
    query,
    search,
    words_on,
)
from tp_directory.core.query import Query
from tp_directory.core.service import Channel
from tp_directory.ui.finding.inquiry import Inquiry
from tp_directory.ui.window import Window

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
HOTLINE = "Canadian Human Trafficking Hotline"


# Leaving a service, and starting again


def test_clear_all_clears_also_where_a_service_is_open(narrow: Window) -> None:
    QTest.keyClick(box(narrow, "search_box"), Key.Key_Return)
    QTest.mouseClick(button(narrow, "Cl&ear all"), LEFT)

    assert query(narrow) == Query()
    assert "Who can help" in words_on(narrow)


def test_escape_clears_at_once_where_the_service_was_left_for_the_search_box(
    window: Window,
) -> None:
    search(window, "shelter")
    QTest.keyClick(box(window, "search_box"), Key.Key_Return)
    QTest.keyClick(window, Key.Key_K, CONTROL)
    QTest.keyClick(box(window, "search_box"), Key.Key_Escape)

    assert query(window) == Query()


def test_escape_takes_the_words_to_find_a_filter_away_too(window: Window) -> None:
    QTest.keyClick(window, Key.Key_F, CONTROL)
    QTest.keyClicks(box(window, "filter_box"), "nunavut")
    QTest.keyClick(box(window, "filter_box"), Key.Key_Escape)

    assert box(window, "filter_box").text() == ""


@pytest.mark.parametrize("words", ["", "shelter", "need:interpretation province:NU"])
def test_a_key_leads_around_the_parts_of_the_window(
    window: Window, qtbot: QtBot, words: str
) -> None:
    window.resize(1400, 860)
    qtbot.waitUntil(lambda: box(window, "filter_box").isVisible())
    search(window, words)
    reached = []
    for _ in range(4):
        QTest.keyClick(window, Key.Key_F6)
        focused = window.focusWidget()
        assert focused is not None
        assert focused.isVisible()
        reached.append(focused)
        if focused is box(window, "search_box"):
            break

    assert reached[0] is box(window, "filter_box")
    assert reached[-1] is box(window, "search_box")
    assert len(set(reached)) == len(reached) == (4 if words else 3)
    assert [each.focusPolicy() for each in reached if not each.focusPolicy()] == []


# The order of Tab


def stops(window: Window, count: int) -> list[str]:
    """The names of what has the keyboard, one after the other, from the search box on."""
    QApplication.processEvents()
    box(window, "search_box").setFocus()
    found = []
    for _ in range(count):
        focused = window.focusWidget()
        assert focused is not None
        words = focused.text() if isinstance(focused, QPushButton) else ""
        found.append(focused.accessibleName() or words)
        QTest.keyClick(focused, Key.Key_Tab)
    return found


def test_tab_leads_from_the_boxes_to_the_service_in_the_order_of_reading(
    window: Window, qtbot: QtBot
) -> None:
    window.resize(1400, 860)
    inquiry = window.findChild(Inquiry)
    assert isinstance(inquiry, Inquiry)
    inquiry.ask(Query("legal Windsor", channels=(Channel.PHONE, Channel.WEB)))
    qtbot.waitUntil(lambda: box(window, "filter_box").isVisible())

    assert stops(window, 13) == [
        "Search",
        "Where",
        "Cl&ear all",
        "Find a filter",
        "Distance",
        "Filters",
        "Remove the filter: By phone",
        "Remove the filter: On the web",
        "&List",
        "Sort",
        "Windsor, QC",
        "Windsor, NS",
        "Results",
    ]


def test_tab_leads_through_the_ways_out_where_nothing_is_found(window: Window) -> None:
    search(window, "need:interpretation province:NU")
    order = stops(window, 20)
    line = f"{HOTLINE}  1-833-900-1010"

    assert order.index("&List") < order.index(line) < order.index("Service")
