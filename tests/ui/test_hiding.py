"""The window hides at once, and what was asked, opened and copied is gone with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import MakeWindow
from tests.ui.test_window import ask, lay_out, press
from tp_directory.core.bilingual import Language
from tp_directory.core.preferences import Preferences
from tp_directory.ui.escape_watch import EscapeWatch
from tp_directory.ui.finding.hits_view import HitsView
from tp_directory.ui.hidden_page import HiddenPage
from tp_directory.ui.hide_key import HideKey
from tp_directory.ui.idle_watch import IdleWatch
from tp_directory.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

Escape = Callable[[float], None]


class Clock:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def escape(qapp: QApplication, window: Window) -> Escape:
    """Presses Escape wherever the keyboard is, some seconds after the press before."""
    clock = Clock()
    EscapeWatch(qapp, window, clock).pressed_twice.connect(window.hide_everything)

    def press_after(seconds: float) -> None:
        clock.seconds += seconds
        # Offscreen, the window does not become active again when a dialog has closed.
        focused = QApplication.focusWidget() or window.focusWidget()
        QTest.keyClick(focused, Qt.Key.Key_Escape)
        lay_out()

    return press_after


def box(window: Window, name: str) -> QLineEdit:
    found = window.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def is_hidden(window: Window) -> bool:
    page = window.findChild(HiddenPage)
    assert page is not None
    return page.isVisible()


def come_back(window: Window) -> None:
    """Press Enter, wherever the keyboard is."""
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Return)
    lay_out()


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_two_presses_of_escape_hide_everything(window: Window, escape: Escape) -> None:
    ask(window, "shelter", "Thunder Bay")
    escape(9)
    assert not is_hidden(window)
    escape(0.2)

    assert is_hidden(window)
    assert not any(each.isVisible() for each in window.findChildren(QLineEdit))


def test_slow_presses_only_clear(window: Window, escape: Escape) -> None:
    ask(window, "shelter", "Thunder Bay")
    escape(9)
    escape(2)

    assert not is_hidden(window)
    assert box(window, "search_box").text() == ""


def test_a_key_held_down_is_one_press(window: Window, escape: Escape) -> None:
    ask(window, "shelter", "")
    QTest.keyPress(window, Qt.Key.Key_Escape)
    QTest.keyPress(window, Qt.Key.Key_Escape)
    lay_out()

    assert not is_hidden(window)


def test_a_letter_between_two_presses_makes_them_two(window: Window, escape: Escape) -> None:
    escape(9)
    QTest.keyClicks(box(window, "search_box"), "a")
    escape(0.1)

    assert not is_hidden(window)


@pytest.mark.parametrize("keys", ["F1", "Ctrl+E"])
def test_a_dialog_is_no_obstacle(window: Window, escape: Escape, keys: str) -> None:
    ask(window, "shelter", "Thunder Bay")
    press(window, keys)
    assert any(each.isVisible() for each in window.findChildren(QDialog))
    escape(9)
    escape(0.2)

    assert is_hidden(window)
    assert not any(each.isVisible() for each in window.findChildren(QDialog))


@pytest.mark.parametrize("keys", ["F1", "Ctrl+E"])
def test_its_key_hides_the_window_behind_a_dialog_too(
    qapp: QApplication, window: Window, keys: str
) -> None:
    HideKey(qapp, window).pressed.connect(window.hide_everything)
    ask(window, "shelter", "Thunder Bay")
    press(window, keys)
    focused = QApplication.focusWidget() or window
    QTest.keyClick(focused, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)

    assert is_hidden(window)
    assert not any(each.isVisible() for each in window.findChildren(QDialog))


def test_nothing_is_left_of_what_was_asked_opened_and_compared(window: Window) -> None:
    ask(window, "shelter", "Thunder Bay")
    press(window, "Ctrl+B")
    press(window, "F2")
    press(window, "F3")
    press(window, "Ctrl+H")
    come_back(window)
    view = window.findChild(HitsView)
    comparison = window.findChild(QWidget, "comparison_button")
    assert view is not None and comparison is not None

    assert not is_hidden(window)
    assert (box(window, "search_box").text(), box(window, "place_box").text()) == ("", "")
    assert box(window, "search_box").hasFocus()
    assert view.model().rowCount() == 0
    assert not comparison.isVisible()
    assert not [each for each in window.findChildren(QWidget, "service_page") if each.isVisible()]


def test_what_was_copied_is_taken_from_the_clipboard(window: Window) -> None:
    ask(window, "human trafficking hotline", "")
    press(window, "Ctrl+C")
    assert clipboard() == "1-833-900-1010"
    press(window, "Ctrl+H")

    assert clipboard() == ""


def test_what_others_copied_stays_on_the_clipboard(window: Window) -> None:
    ask(window, "human trafficking hotline", "")
    press(window, "Ctrl+C")
    QGuiApplication.clipboard().setText("of another program")
    foreign = clipboard()
    press(window, "Ctrl+H")

    # The offscreen platform has one program only, so that every content counts as this one's.
    assert foreign == "of another program"
    assert "1-833-900-1010" not in clipboard()


def test_a_note_that_is_being_written_is_kept(window: Window, qtbot: QtBot) -> None:
    ask(window, "human trafficking hotline", "")
    press(window, "Ctrl+D")
    press(window, "Ctrl+N")
    note = window.findChild(QPlainTextEdit, "note_box")
    assert isinstance(note, QPlainTextEdit)
    QTest.keyClicks(note, "Ask for Example")
    press(window, "Ctrl+H")
    come_back(window)
    ask(window, "human trafficking hotline", "")
    again = window.findChild(QPlainTextEdit, "note_box")
    assert isinstance(again, QPlainTextEdit)

    assert again.toPlainText() == "Ask for Example"


@pytest.mark.parametrize("keys", ["F7", "Ctrl+D", "Ctrl+3", "F1", "Ctrl+K", "Ctrl+C"])
def test_no_key_does_anything_while_hidden(window: Window, keys: str) -> None:
    press(window, "Ctrl+H")
    chord = QKeySequence(keys)[0]  # type: ignore[index]  # missing in PySide's stubs
    QTest.keyClick(QApplication.focusWidget() or window, chord.key(), chord.keyboardModifiers())
    lay_out()

    assert is_hidden(window)
    assert clipboard() == ""
    assert not any(each.isVisible() for each in window.findChildren(QDialog))


def test_the_window_hides_when_nobody_touches_it(
    qapp: QApplication, make_window: MakeWindow
) -> None:
    window = make_window(preferences=Preferences(idle_minutes=5))
    clock = Clock()
    watch = IdleWatch(qapp, window, clock)
    window.hide_when_idle(watch)
    ask(window, "shelter", "")
    clock.seconds += 4 * 60
    watch.look()
    assert not is_hidden(window)
    clock.seconds += 2 * 60
    watch.look()

    assert is_hidden(window)


@pytest.mark.parametrize("keys", ["Ctrl+H", "Esc"])
def test_a_place_that_was_only_typed_is_kept_as_no_setting(window: Window, keys: str) -> None:
    chosen = QSignalSpy(window.frame.preference_chosen)
    press(window, "Ctrl+6")
    box(window, "home_box").setFocus()
    QTest.keyClicks(box(window, "home_box"), "Kenora")
    press(window, keys)

    assert chosen.count() == 0
    assert box(window, "home_box").text() == ""


def test_it_comes_back_to_the_home_place(make_window: MakeWindow) -> None:
    window = make_window(preferences=Preferences(home="Kenora"))
    ask(window, "shelter", "Toronto")
    press(window, "Ctrl+H")
    come_back(window)

    assert box(window, "place_box").text() == "Kenora"


@pytest.mark.parametrize(
    ("language", "neutral"), [(Language.EN, "Workspace"), (Language.FR, "Espace de travail")]
)
def test_the_title_is_neutral_while_hidden_and_by_setting(
    make_window: MakeWindow, language: Language, neutral: str
) -> None:
    window = make_window(language)
    assert window.windowTitle() == "TP Directory"
    press(window, "Ctrl+H")
    assert window.windowTitle() == neutral
    come_back(window)
    assert window.windowTitle() == "TP Directory"
    window.frame.preference_chosen.emit("neutral_title", True)

    assert window.windowTitle() == neutral
