"""Settings that are followed in the whole window at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from tests.ui.conftest import MakeWindow
from tests.ui.test_window import ask, lay_out, press
from tp_directory.core.bilingual import Language
from tp_directory.core.preferences import Chosen, Origin, Preferences, Theme
from tp_directory.ui.appearance import Appearance
from tp_directory.ui.notice_bar import NoticeBar
from tp_directory.ui.tokens import CONTRAST, DARK, LIGHT, Tokens
from tp_directory.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def size(window: Window) -> float:
    return window.font().pointSizeF()


def test_text_grows_and_shrinks_by_keyboard_in_the_steps_of_the_settings(window: Window) -> None:
    usual = size(window)
    press(window, "Ctrl++")
    press(window, "Ctrl++")
    assert size(window) == pytest.approx(usual * 1.25)
    press(window, "Ctrl+-")
    assert size(window) == pytest.approx(usual * 1.1)
    press(window, "Ctrl+0")

    assert size(window) == pytest.approx(usual)


def test_text_grows_no_further_than_the_settings_go(window: Window) -> None:
    usual = size(window)
    for _ in range(12):
        press(window, "Ctrl++")

    assert size(window) == pytest.approx(2 * usual)


def test_a_locked_size_stays(window: Window) -> None:
    window.apply(Chosen(Preferences(), {"text_size": Origin.LOCKED}))
    usual = size(window)
    press(window, "Ctrl++")

    assert size(window) == usual


@pytest.mark.parametrize(
    ("theme", "tokens"), [(Theme.LIGHT, LIGHT), (Theme.DARK, DARK), (Theme.CONTRAST, CONTRAST)]
)
def test_a_theme_reaches_every_pane(
    make_window: MakeWindow, appearance: Appearance, theme: Theme, tokens: Tokens
) -> None:
    window = make_window()
    window.resize(1400, 860)
    ask(window, "shelter", "Kenora")
    window.frame.preference_chosen.emit("theme", theme)
    lay_out()
    image = window.grab().toImage()
    seen = {
        image.pixelColor(x, y).name().upper()
        for x in range(5, image.width(), 7)
        for y in range(5, image.height(), 7)
    }

    assert appearance.tokens == tokens
    assert tokens.surface.upper() in seen


def test_a_search_starts_from_home_and_clearing_comes_back_to_it(make_window: MakeWindow) -> None:
    window = make_window(preferences=Preferences(home="Kenora"))
    place = window.findChild(QLineEdit, "place_box")
    words = window.findChild(QLineEdit, "search_box")
    assert isinstance(place, QLineEdit) and isinstance(words, QLineEdit)
    assert place.text() == "Kenora"
    place.setText("Toronto")
    QTest.keyClick(place, Qt.Key.Key_Return)
    QTest.keyClicks(words, "shelter")
    press(window, "Esc")

    assert (words.text(), place.text()) == ("", "Kenora")


def test_a_home_that_is_known_no_more_is_told_at_the_start(make_window: MakeWindow) -> None:
    window = make_window(preferences=Preferences(home="Examplegone"))
    bar = window.findChild(NoticeBar)

    assert bar is not None
    assert bar.isVisible()
    assert "Examplegone" in " ".join(each.text() for each in bar.findChildren(QLabel))


def test_another_home_moves_a_blank_question_only(window: Window) -> None:
    place = window.findChild(QLineEdit, "place_box")
    assert isinstance(place, QLineEdit)
    window.frame.preference_chosen.emit("home", "Rimouski")
    assert place.text() == "Rimouski"
    ask(window, "shelter", "Kenora")
    window.frame.preference_chosen.emit("home", "Toronto")

    assert place.text() == "Kenora"


def test_the_language_is_switched_by_a_key_on_every_page(make_window: MakeWindow) -> None:
    window = make_window(Language.EN)
    for keys in ("Ctrl+1", "Ctrl+3", "Ctrl+6"):
        press(window, keys)
        before = window.frame.language
        press(window, "Ctrl+Shift+L")
        assert window.frame.language is before.other

    assert QApplication.focusWidget() is not None
