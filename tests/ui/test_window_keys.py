"""What a box of words claims of the keyboard, and what it leaves to the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.ui.test_window import ask, lay_out, press
from tp_directory.ui.kept.keeping import Keeping
from tp_directory.ui.window import Window
from tp_directory.ui.window_keys import is_for_window

pytestmark = pytest.mark.usefixtures("qapp")  # an event that is matched crashes without

CONTROL = Qt.KeyboardModifier.ControlModifier


def question(key: Qt.Key, modifier: Qt.KeyboardModifier = CONTROL) -> QKeyEvent:
    """How Qt asks a widget whether it claims a key before any shortcut."""
    return QKeyEvent(QEvent.Type.ShortcutOverride, key, modifier)


@pytest.mark.parametrize("key", [Qt.Key.Key_D, Qt.Key.Key_E, Qt.Key.Key_K, Qt.Key.Key_N])
def test_letters_with_control_are_the_windows(key: Qt.Key) -> None:
    assert is_for_window(question(key), has_selection=True, can_undo=True)


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_V, Qt.Key.Key_X, Qt.Key.Key_Y])
def test_letters_that_edit_words_are_not(key: Qt.Key) -> None:
    assert not is_for_window(question(key), has_selection=False)


@pytest.mark.parametrize("is_usable", [True, False])
def test_copying_and_undoing_are_the_windows_where_words_have_no_use_for_them(
    is_usable: bool,
) -> None:
    copy, undo = question(Qt.Key.Key_C), question(Qt.Key.Key_Z)

    assert is_for_window(copy, has_selection=is_usable) is not is_usable
    assert is_for_window(undo, has_selection=False, can_undo=is_usable) is not is_usable


def test_letters_are_typed() -> None:
    typed = question(Qt.Key.Key_D, Qt.KeyboardModifier.NoModifier)
    pressed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_D, CONTROL)

    assert not is_for_window(typed, has_selection=False)
    assert not is_for_window(pressed, has_selection=False)


def test_what_was_dropped_comes_back_though_the_caret_is_in_the_search_box(
    window: Window,
) -> None:
    ask(window, "human trafficking hotline", "")
    keeping = window.findChild(Keeping)
    box = window.findChild(QLineEdit, "search_box")
    assert isinstance(keeping, Keeping)
    assert isinstance(box, QLineEdit)
    press(window, "Ctrl+D")
    press(window, "Ctrl+D")
    QTest.keyClick(box, Qt.Key.Key_Z, CONTROL)
    lay_out()

    assert len(keeping.kept.services) == 1


def test_words_that_were_typed_are_undone_first(window: Window) -> None:
    box = window.findChild(QLineEdit, "search_box")
    assert isinstance(box, QLineEdit)
    QTest.keyClicks(box, "legal")
    QTest.keyClick(box, Qt.Key.Key_Z, CONTROL)

    assert box.text() != "legal"
