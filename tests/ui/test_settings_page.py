"""The settings: each control tells one change, and an administrator's decision is said."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.service.conftest import button
from tests.ui.test_window import cut_words, lay_out, press
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.preferences import SETTINGS, Chosen, Origin, Preferences, Theme
from tp_directory.ui.appearance import Appearance
from tp_directory.ui.keys_dialog import KeysDialog
from tp_directory.ui.settings_page import SettingsPage
from tp_directory.ui.translation import Translation
from tp_directory.ui.window import Window

Show = Callable[..., SettingsPage]
NAMES = {
    "language": "Language",
    "theme": "Colours",
    "text_size": "Text size",
    "home": "Searches start from",
    "idle_minutes": "Hide when idle for",
    "neutral_title": "Title",
    "questions_at_once": "Questions of a checklist",
    "erase_minutes": "Erase a hidden checklist",
}


@pytest.fixture
def show(qtbot: QtBot, appearance: Appearance, translation: Translation) -> Show:
    """Shows the page with some settings, in a language."""
    pages: list[SettingsPage] = []  # qtbot keeps no widget alive

    def show(chosen: Chosen | None = None, language: Language = Language.EN) -> SettingsPage:
        translation.show(language)
        page = SettingsPage(chosen or Chosen())
        qtbot.addWidget(page)
        pages.append(page)
        page.resize(700, 700)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    return show


def control(page: QWidget, name: str) -> QWidget:
    """The control of a setting, by what a screen reader calls it."""
    for each in (*page.findChildren(QComboBox), *page.findChildren(QLineEdit)):
        if each.accessibleName() == NAMES[name]:
            return each
    [box] = page.findChildren(QCheckBox)
    assert box.accessibleName() == NAMES[name] == "Title"
    return box


def choices(page: QWidget, name: str) -> QComboBox:
    box = control(page, name)
    assert isinstance(box, QComboBox)
    return box


def home(page: QWidget) -> QLineEdit:
    box = control(page, "home")
    assert isinstance(box, QLineEdit)
    return box


def said(page: QWidget) -> list[str]:
    return [each.text() for each in page.findChildren(QLabel) if each.isVisible()]


@pytest.mark.parametrize(
    ("name", "words", "value"),
    [
        ("language", "Français", Language.FR),
        ("theme", "High contrast", Theme.CONTRAST),
        ("text_size", "125 %", 125),
        ("idle_minutes", "1 minute", 1),
        ("idle_minutes", "Never", 0),
    ],
)
def test_each_step_of_a_choice_is_told(show: Show, name: str, words: str, value: object) -> None:
    page = show()
    told = QSignalSpy(page.chosen)
    box = choices(page, name)
    box.setFocus()
    steps = box.findText(words) - box.currentIndex()
    for _ in range(abs(steps)):
        QTest.keyClick(box, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)

    assert told.count() == abs(steps)
    assert told.at(told.count() - 1) == [name, value]


def test_as_the_system_is_told_as_no_language(show: Show) -> None:
    page = show(Chosen(Preferences(language=Language.EN)))
    told = QSignalSpy(page.chosen)
    QTest.keyClick(choices(page, "language"), Qt.Key.Key_Up)

    assert [told.at(each) for each in range(told.count())] == [["language", None]]


def test_a_tick_is_told_once(show: Show) -> None:
    page = show()
    told = QSignalSpy(page.chosen)
    QTest.keyClick(control(page, "neutral_title"), Qt.Key.Key_Space)

    assert [told.at(each) for each in range(told.count())] == [["neutral_title", True]]


def test_a_home_is_told_once_however_its_box_is_left(show: Show) -> None:
    page = show()
    page.chosen.connect(lambda _name, value: page.show_chosen(Chosen(Preferences(home=str(value)))))
    told = QSignalSpy(page.chosen)
    QTest.keyClicks(home(page), " Kenora ")
    QTest.keyClick(home(page), Qt.Key.Key_Return)
    QTest.keyClick(home(page), Qt.Key.Key_Tab)

    assert [told.at(each) for each in range(told.count())] == [["home", "Kenora"]]


def test_a_neutral_title_promises_nothing_of_the_rest_of_the_window(show: Show) -> None:
    hints = [words for words in said(show()) if "task bars" in words]

    assert hints == [
        "There only: what the window shows stays. Some task bars follow at the next start."
    ]


def test_showing_settings_tells_nothing(show: Show) -> None:
    page = show()
    told = QSignalSpy(page.chosen)
    page.show_chosen(
        Chosen(Preferences(Language.FR, Theme.DARK, 150, 30, neutral_title=True, home="Kenora"))
    )

    assert told.count() == 0
    assert [choices(page, each).currentText() for each in ("language", "theme", "text_size")] == [
        "Français",
        "Dark",
        "150 %",
    ]
    assert choices(page, "idle_minutes").currentText() == "30 minutes"
    assert home(page).text() == "Kenora"
    tick = control(page, "neutral_title")
    assert isinstance(tick, QCheckBox)
    assert tick.isChecked()


@pytest.mark.parametrize("locked", NAMES)
def test_what_is_locked_cannot_be_changed_and_says_who_decided_it(show: Show, locked: str) -> None:
    page = show(Chosen(Preferences(), {locked: Origin.LOCKED}))

    assert {each: control(page, each).isEnabled() for each in NAMES} == {
        each: each != locked for each in NAMES
    }
    assert said(page).count("Decided for this computer by its administrator.") == 1


def test_what_is_preset_is_shown_and_can_be_changed(show: Show) -> None:
    page = show(Chosen(Preferences(theme=Theme.DARK), {"theme": Origin.PRESET}))

    assert choices(page, "theme").currentText() == "Dark"
    assert choices(page, "theme").isEnabled()


def test_the_wheel_scrolls_the_page_and_changes_nothing(show: Show) -> None:
    page = show()
    page.resize(500, 200)
    told = QSignalSpy(page.chosen)
    box = choices(page, "text_size")
    box.setFocus()
    at, is_inverted = QPointF(box.rect().center()), False
    turn = QWheelEvent(
        at,
        box.mapToGlobal(at),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        is_inverted,
    )
    QApplication.sendEvent(box, turn)

    assert told.count() == 0
    assert box.currentText() == "100 %"


def test_a_refused_home_stays_to_be_mended(show: Show) -> None:
    page = show()
    home(page).setText("Nowhereville")
    page.refuse_home("No town of that name is known.")
    page.show_chosen(Chosen(Preferences(theme=Theme.DARK)))

    assert home(page).text() == "Nowhereville"
    assert "No town of that name is known." in said(page)


@pytest.mark.parametrize("mended", ["Kenora", ""])
def test_the_refusal_goes_once_the_home_is_mended(show: Show, mended: str) -> None:
    page = show()
    page.chosen.connect(lambda _name, value: page.show_chosen(Chosen(Preferences(home=str(value)))))
    page.refuse_home("No town of that name is known.")
    home(page).setText(mended)
    QTest.keyClick(home(page), Qt.Key.Key_Return)

    assert "No town of that name is known." not in said(page)
    assert home(page).text() == mended


def test_a_place_that_was_refused_is_gone_once_the_window_was_hidden(window: Window) -> None:
    press(window, "Ctrl+6")
    home(window).setText("Nowhereville")
    window.frame.refuse_home(Text("No town of that name is known."))
    press(window, "Ctrl+H")
    window.show_again()
    press(window, "Ctrl+6")

    assert home(window).text() == ""
    assert "No town of that name is known." not in said(window)


def test_tab_walks_through_the_settings_in_reading_order(window: Window) -> None:
    press(window, "Ctrl+6")
    walked = []
    for _ in NAMES:
        focused = window.focusWidget()
        assert focused is not None
        walked.append(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)

    assert walked == list(NAMES.values())


def test_a_language_switch_keeps_what_is_chosen(
    qtbot: QtBot, show: Show, translation: Translation
) -> None:
    page = show(Chosen(Preferences(theme=Theme.DARK, idle_minutes=1)))
    told = QSignalSpy(page.chosen)
    boxes = page.findChildren(QComboBox)
    translation.show(Language.FR)
    qtbot.waitUntil(lambda: "Réglages" in said(page))

    assert {"Sombre", "1 minute", "Selon le système"} <= {each.currentText() for each in boxes}
    assert told.count() == 0


def test_the_buttons_ask_for_a_reset_and_for_the_keys(qtbot: QtBot, show: Show) -> None:
    page = show()
    with qtbot.waitSignal(page.reset_wanted):
        QTest.mouseClick(button(page, "&Back to the usual settings"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.keys_wanted):
        QTest.mouseClick(button(page, "Keys, &sources and licences…"), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("width", [560, 1100])
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", list(Language))
def test_no_words_are_cut_when_all_is_locked_and_a_home_refused(
    show: Show, appearance: Appearance, language: Language, percent: int, width: int
) -> None:
    page = show(language=language)
    page.show_chosen(Chosen(Preferences(), dict.fromkeys(SETTINGS, Origin.LOCKED)))
    page.refuse_home(
        "Aucune localité, aucun code postal ni coordonnées « Exempleville ». Essayez le nom d'une "
        "localité, les trois premiers caractères d'un code postal ou « lat,lon »."
    )
    appearance.set_text_size(percent)
    page.resize(width, 600)
    lay_out()

    assert cut_words(page) == []


def test_the_window_follows_a_choice_at_once(window: Window, appearance: Appearance) -> None:
    press(window, "Ctrl+6")
    box = choices(window, "theme")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_End)

    assert appearance.tokens.background == "#000000"


def test_the_sheet_of_keys_opens_from_the_settings(window: Window) -> None:
    press(window, "Ctrl+6")
    QTest.mouseClick(button(window, "Keys, &sources and licences…"), Qt.MouseButton.LeftButton)
    sheet = window.findChild(KeysDialog)
    assert isinstance(sheet, KeysDialog)

    assert sheet.isVisible()
    sheet.reject()
