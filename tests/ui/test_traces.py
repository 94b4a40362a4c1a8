"""What the window leaves behind when it closes or asks for a file: nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton

from tests.ui.conftest import MakeWindow
from tests.ui.test_window import ask, lay_out, press
from tp_directory.core.bilingual import Language
from tp_directory.ui.announcer import Announcer
from tp_directory.ui.kept.kept_card import KeptCard
from tp_directory.ui.map.canvas import MapCanvas
from tp_directory.ui.map.view import MapView
from tp_directory.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def button(window: Window, words: str) -> QPushButton:
    return next(each for each in window.findChildren(QPushButton) if each.text() == words)


def test_closing_takes_what_was_copied_from_the_clipboard(window: Window) -> None:
    press(window, "F8")
    assert QGuiApplication.clipboard().text() == "1-833-900-1010"
    window.close()

    assert QGuiApplication.clipboard().text() == ""


@pytest.mark.parametrize(
    "before",
    [
        {},
        {
            "history": ["file:///example", "file:///example/letters"],
            "lastVisited": "file:///example/letters",
            "sidebarWidth": "80",
            "treeViewHeader": QByteArray(b"\x00\xff\x01"),
            "viewMode": "Detail",
        },
    ],
    ids=["none", "of other programs"],
)
def test_a_file_dialog_leaves_the_notes_on_folders_as_they_were(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: dict[str, object]
) -> None:
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path))
    folders = QSettings(QSettings.Scope.UserScope, "QtProject")
    folders.setFallbacksEnabled(False)
    folders.beginGroup("FileDialog")
    for name, value in before.items():
        folders.setValue(name, value)

    asked: list[bool] = []

    def choose(*_asked: object) -> tuple[str, str]:
        asked.append(True)
        folders.setValue("history", ["file:///example/case-4711"])
        folders.setValue("lastVisited", "file:///example/case-4711")
        folders.setValue("viewMode", "List")
        folders.sync()
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    ask(window, "human trafficking hotline", "")
    press(window, "Ctrl+D")
    press(window, "Ctrl+3")
    button(window, "&Save as a file…").click()
    written = [file for file in tmp_path.rglob("*") if file.is_file()]

    assert asked
    assert all(b"case-4711" not in file.read_bytes() for file in written)
    assert {name: folders.value(name) for name in folders.allKeys()} == before


@pytest.mark.parametrize("name", ["search_box", "place_box", "filter_box"])
@pytest.mark.parametrize("is_deleted", [False, True], ids=["left", "deleted"])
@pytest.mark.parametrize("keys", ["Ctrl+H", "Esc"])
def test_what_was_typed_cannot_be_brought_back(
    window: Window, name: str, keys: str, *, is_deleted: bool
) -> None:
    press(window, "Ctrl+F")
    box = window.findChild(QLineEdit, name)
    assert isinstance(box, QLineEdit)
    QTest.keyClicks(box, "example")
    if is_deleted:
        for _letter in "example":
            QTest.keyClick(box, Qt.Key.Key_Backspace)
    press(window, keys)
    press(window, keys)
    box.undo()

    assert box.text() == ""


@pytest.mark.parametrize("keys", ["Ctrl+H", "Esc"])
def test_no_place_is_left_out_of_sight(window: Window, keys: str) -> None:
    ask(window, "qqqqq", "Thunder Bay")
    press(window, "Ctrl+K")
    press(window, keys)

    assert not [each for each in window.findChildren(QLabel) if "Thunder Bay" in each.text()]


@pytest.mark.parametrize("keys", ["Ctrl+H", "Esc"])
def test_nothing_is_read_out_of_what_was_hidden_or_cleared(window: Window, keys: str) -> None:
    ask(window, "shelter", "Thunder Bay")
    press(window, "Ctrl+K")
    press(window, "Down")
    announcers = window.findChildren(Announcer)
    said = [QSignalSpy(each.announced) for each in announcers]
    press(window, keys)
    for announcer in announcers:
        announcer.speak()

    assert said
    assert all(each.count() == 0 for each in said)


def test_what_was_kept_no_longer_cannot_be_brought_back_after_hiding(window: Window) -> None:
    ask(window, "shelter", "Thunder Bay")
    press(window, "Ctrl+D")
    press(window, "Ctrl+D")
    press(window, "Ctrl+H")
    window.show_again()
    press(window, "Ctrl+Z")
    press(window, "Ctrl+3")

    assert not window.findChildren(KeptCard)


def test_the_map_forgets_where_it_was_looked_at(window: Window) -> None:
    ask(window, "shelter", "")
    press(window, "F3")
    lay_out()
    canvas = window.findChild(MapCanvas)
    assert canvas is not None
    whole = canvas.scene.frame
    QTest.keyClicks(canvas, "++")
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.scene.frame != whole
    window.hide_everything()

    assert canvas.scene.frame == whole


def test_a_window_in_french_has_a_french_map(make_window: MakeWindow) -> None:
    window = make_window(Language.FR)
    ask(window, "aide juridique", "Gatineau")
    press(window, "F3")
    lay_out()
    view = window.findChild(MapView)
    assert view is not None
    said = " ".join(label.text() for label in view.findChildren(QLabel))

    assert "localité" in said
    assert "en liste seulement" in said


def test_the_widths_of_all_panes_are_kept_though_one_is_hidden(window: Window) -> None:
    window.resize(1400, 860)
    ask(window, "shelter", "")
    before = window.frame.widths()
    press(window, "F4")
    lay_out()

    assert len(before) == 3
    assert all(before)
    assert window.frame.widths() == before
