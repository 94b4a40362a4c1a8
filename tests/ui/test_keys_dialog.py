"""The sheet of keys: every action with its keys, and whom to credit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from tests.ui.conftest import MakeWindow
from tests.ui.service.conftest import button, labels
from tests.ui.test_window import press
from tp_directory.core.bilingual import Language
from tp_directory.ui.actions import Actions
from tp_directory.ui.keys_dialog import KeysDialog
from tp_directory.ui.window import Window


def opened(window: Window) -> KeysDialog:
    press(window, "F1")
    found = window.findChild(KeysDialog)
    assert isinstance(found, KeysDialog)
    return found


@pytest.mark.parametrize("language", list(Language))
def test_every_action_is_explained_beside_all_of_its_keys(
    make_window: MakeWindow, language: Language
) -> None:
    window = make_window(language)
    actions = window.findChild(Actions)
    assert isinstance(actions, Actions)
    sheet = opened(window)
    said = labels(sheet)

    for action in actions.every:
        keys = said[said.index(action.statusTip()) - 1]
        for key in action.shortcuts():
            assert key.toString(QKeySequence.SequenceFormat.NativeText) in keys.split()
    sheet.reject()


@pytest.mark.parametrize("keys", ["Arrows", "+, −", "0, Home", "Page Down, Page Up", "Space"])
def test_keys_of_the_map_the_box_and_the_filters_are_explained(window: Window, keys: str) -> None:
    sheet = opened(window)

    assert keys in labels(sheet)
    sheet.reject()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_what_keys_do_has_most_of_the_width(make_window: MakeWindow, scale: float) -> None:
    window = make_window(Language.FR, scale)
    sheet = opened(window)
    keys, action = "Page précédente, Page suivante", "Aller au champ de recherche"
    sheet.grab()  # which lays it out
    widths = [
        next(each.width() for each in sheet.findChildren(QLabel) if each.text() == words)
        for words in (keys, action)
    ]
    sheet.reject()

    assert widths[0] < widths[1]


def test_no_key_has_two_meanings(window: Window) -> None:
    actions = window.findChild(Actions)
    assert isinstance(actions, Actions)
    keys = [key.toString() for action in actions.every for key in action.shortcuts()]

    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("way", [Qt.Key.Key_Escape, "&Close"])
def test_it_closes_by_key_and_by_button(window: Window, way: Qt.Key | str) -> None:
    sheet = opened(window)
    if isinstance(way, str):
        QTest.mouseClick(button(sheet, way), Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(sheet, way)

    assert not sheet.isVisible()


def test_it_can_be_read_to_its_end_by_keyboard(qtbot: QtBot, window: Window) -> None:
    sheet = opened(window)
    area = sheet.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    qtbot.waitUntil(sheet.isActiveWindow)
    area.setFocus()
    QTest.keyClick(area, Qt.Key.Key_PageDown)

    assert area.verticalScrollBar().value() > 0
    sheet.reject()


def test_it_fits_the_screen_at_a_large_font(make_window: MakeWindow) -> None:
    sheet = opened(make_window(Language.FR, 2.0))
    room = sheet.screen().availableSize()

    assert sheet.size().boundedTo(room) == sheet.size()
    sheet.reject()
