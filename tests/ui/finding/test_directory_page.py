"""What is in front stays in front, and keys act only on what can be seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.finding.conftest import (
    answers,
    box,
    button,
    chosen,
    clipboard,
    hits,
    query,
    search,
    service,
    service_words,
    words_on,
)
from tp_directory.core.query import Query, TownCount
from tp_directory.directory import Directory
from tp_directory.ui.announcer import Announcer
from tp_directory.ui.finding.results_pane import ResultsPane
from tp_directory.ui.kept.keeping import Keeping
from tp_directory.ui.window import Window
from tp_directory.ui.wrapping_button import WrappingButton

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
HOTLINE = "Canadian Human Trafficking Hotline"
LIGNE = "Ligne d'urgence canadienne contre la traite des personnes"


def speak_french(window: Window) -> None:
    QTest.keyClick(window, Key.Key_L, CONTROL | SHIFT)
    QApplication.processEvents()


def kept(window: Window) -> list[str]:
    keeping = window.findChild(Keeping)
    assert isinstance(keeping, Keeping)
    return [each.name.en for each in keeping.kept.services]


def open_what_is_kept(window: Window) -> None:
    """Keep the hotline, start again, and open it from the page of what is kept."""
    search(window, "human trafficking hotline")
    QTest.keyClick(window, Key.Key_D, CONTROL)
    QTest.keyClick(box(window, "search_box"), Key.Key_Escape)
    QTest.keyClick(window, Key.Key_3, CONTROL)
    QTest.mouseClick(button(window, f"Open, {HOTLINE}"), LEFT)


# The other language


def test_a_service_of_a_later_page_stays_chosen_in_the_other_language(window: Window) -> None:
    search(window, "need:shelter_emergency")
    hits(window).setFocus()
    for _ in range(40):
        QTest.keyClick(hits(window), Key.Key_Down)
    shown = hits(window).currentIndex().data(Qt.ItemDataRole.UserRole).hit.service
    speak_french(window)

    assert shown.name.fr in service_words(window)
    assert chosen(window) in ("", shown.name.fr)


def test_a_service_from_elsewhere_stays_open_in_the_other_language(window: Window) -> None:
    open_what_is_kept(window)
    assert HOTLINE in service_words(window)
    speak_french(window)

    assert service(window).isVisible()
    assert LIGNE in service_words(window)


def test_a_related_service_stays_open_in_the_other_language(window: Window, qtbot: QtBot) -> None:
    search(window, "shelter Toronto")
    qtbot.waitUntil(lambda: bool(service(window).findChildren(WrappingButton)))
    related = service(window).findChildren(WrappingButton)[0]
    related.click()
    opened = service(window).hit
    assert opened is not None
    speak_french(window)

    assert opened.service.name.fr in service_words(window)


def test_a_national_line_stays_in_the_other_language(window: Window) -> None:
    search(window, "need:interpretation province:NU")
    QTest.mouseClick(button(window, f"{HOTLINE}  1-833-900-1010"), LEFT)
    speak_french(window)

    assert LIGNE in service_words(window)


def test_a_service_in_a_narrow_window_stays_open_in_the_other_language(narrow: Window) -> None:
    QTest.keyClick(box(narrow, "search_box"), Key.Key_Return)
    speak_french(narrow)

    assert service(narrow).isVisible()
    assert LIGNE in service_words(narrow)
    QTest.keyClick(service(narrow), Key.Key_Escape)

    assert hits(narrow).isVisible()


def test_another_question_leaves_the_service_that_was_opened(narrow: Window) -> None:
    QTest.keyClick(box(narrow, "search_box"), Key.Key_Return)
    QTest.keyClick(narrow, Key.Key_K, CONTROL)
    QTest.keyClicks(box(narrow, "search_box"), "shelter")

    assert hits(narrow).isVisible()
    assert not service(narrow).isVisible()


# Keys act on what can be seen


@pytest.mark.parametrize("page", [Key.Key_3, Key.Key_5], ids=["kept", "settings"])
def test_keys_do_nothing_to_a_service_on_a_page_that_hides_it(window: Window, page: Key) -> None:
    search(window, "human trafficking hotline")
    QTest.keyClick(window, page, CONTROL)
    for key in (Key.Key_C, Key.Key_D, Key.Key_B, Key.Key_E):
        QTest.keyClick(window, key, CONTROL)

    assert clipboard() == ""
    assert kept(window) == []
    QTest.keyClick(window, Key.Key_1, CONTROL)
    QTest.keyClick(window, Key.Key_C, CONTROL)

    assert clipboard() == "1-833-900-1010"


def test_keys_do_nothing_to_a_service_behind_the_comparison(window: Window) -> None:
    search(window, "human trafficking hotline")
    QTest.keyClick(window, Key.Key_B, CONTROL)
    search(window, "cybertip")
    QTest.keyClick(window, Key.Key_B, CONTROL | SHIFT)
    for key in (Key.Key_C, Key.Key_D):
        QTest.keyClick(window, key, CONTROL)

    assert clipboard() == ""
    assert kept(window) == []


def test_keys_do_nothing_to_a_service_behind_the_map(narrow: Window) -> None:
    QTest.keyClick(narrow, Key.Key_F3)
    QTest.keyClick(narrow, Key.Key_C, CONTROL)
    assert clipboard() == ""
    QTest.keyClick(narrow, Key.Key_F3)
    QTest.keyClick(narrow, Key.Key_C, CONTROL)

    assert clipboard()


def test_keys_do_nothing_to_a_service_behind_the_filters(narrow: Window) -> None:
    QTest.keyClick(narrow, Key.Key_F4)
    QTest.keyClick(box(narrow, "filter_box"), Key.Key_C, CONTROL)

    assert clipboard() == ""


def test_keys_do_nothing_to_a_service_that_was_left_for_the_examples(window: Window) -> None:
    open_what_is_kept(window)
    QTest.keyClick(service(window), Key.Key_Escape)
    assert "Who can help" in words_on(window)
    QTest.keyClick(window, Key.Key_C, CONTROL)

    assert clipboard() == ""


# Rows, and what is said of them


def test_what_is_kept_has_its_mark_in_the_list_at_once(window: Window) -> None:
    search(window, "human trafficking hotline")
    QTest.keyClick(window, Key.Key_D, CONTROL)
    assert hits(window).currentIndex().data(Qt.ItemDataRole.UserRole).is_kept
    QTest.keyClick(window, Key.Key_D, CONTROL)

    assert not hits(window).currentIndex().data(Qt.ItemDataRole.UserRole).is_kept


def test_a_row_that_is_walked_to_from_the_box_is_read_out(window: Window, qtbot: QtBot) -> None:
    search(window, "shelter")
    pane = window.findChild(ResultsPane)
    assert isinstance(pane, ResultsPane)
    announcer = pane.findChild(Announcer)
    assert isinstance(announcer, Announcer)
    with qtbot.waitSignal(announcer.announced) as announced:
        QTest.keyClick(box(window, "search_box"), Key.Key_Down)
        QTest.keyClick(box(window, "search_box"), Key.Key_Down)

    row = hits(window).model().index(2, 0)
    assert announced.args == [row.data(Qt.ItemDataRole.AccessibleTextRole)]


# The map


def test_the_map_asks_once_for_the_question_and_its_towns(
    window: Window, directory: Directory, monkeypatch: pytest.MonkeyPatch
) -> None:
    search(window, "shelter")
    counted = []
    count = directory.town_counts

    def note(asked_for: Query) -> tuple[TownCount, ...]:
        counted.append(asked_for)
        return count(asked_for)

    monkeypatch.setattr(directory, "town_counts", note)
    asked = answers(window)
    QTest.keyClick(window, Key.Key_F3)

    assert asked.count() == 1
    assert counted == [query(window)]
