"""The window, the real command and a published edition together."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

import translations
from tests.updates.conftest import Published, Workstation
from tests.updates.serving import served
from tp_directory.app.making import make_application, make_window
from tp_directory.app.opening import open_everything, open_library, open_present
from tp_directory.app.program import Program
from tp_directory.app.updating import Updating, update_command
from tp_directory.core.bilingual import Language
from tp_directory.paths import bundle, user_folders
from tp_directory.ui.elided_button import ElidedButton
from tp_directory.ui.finding.hits_view import HitsView
from tp_directory.ui.translation import Translation
from tp_directory.ui.window import Window
from tp_directory.updates.attempts import read_attempts
from tp_directory.user_settings import UserSettings

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

LEFT = Qt.MouseButton.LeftButton
LONG_MS = 60_000
Start = Callable[[str], Window]


@pytest.fixture
def start(
    qapp: QApplication, station: Workstation, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Start]:
    """Opens the window of a workstation whose policy names a source and pauses updates."""
    font, hook, locale = QFont(qapp.font()), sys.excepthook, QLocale()
    if translations.is_stale():
        translations.compile_all()
    for name, value in station.environment.items():
        monkeypatch.setenv(name, value)
    windows: list[Window] = []
    spoken: list[Translation] = []

    def start(source: str) -> Window:
        policy = Path(station.environment["XDG_CONFIG_DIRS"]) / "tp-directory" / "policy.toml"
        policy.parent.mkdir(parents=True)
        policy.write_text(
            f'[updates]\nsources = ["{source}"]\nroot = "{station.root}"\n'
            "[preset]\nupdates_paused = true\n",
            encoding="utf-8",
        )
        travelling, folders = bundle(), user_folders()
        settings = UserSettings(folders)
        application = make_application()
        spoken.append(Translation(application, travelling.resources / "translations"))
        window = make_window(application, travelling, Language.EN, settings.chosen)
        program = Program(
            window,
            spoken[0],
            partial(open_everything, travelling, folders),
            partial(open_present, travelling, folders),
            partial(open_library, folders, settings.screening),
            settings,
        )
        Updating(window, program, folders, settings, update_command()).show()
        program.set_language(Language.EN)
        window.show()
        program.open()
        windows.append(window)
        return window

    yield start
    for window in windows:
        window.close()
        window.deleteLater()
    for translation in spoken:
        translation.forget()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setFont(font)
    qapp.setStyleSheet("")
    QLocale.setDefault(locale)
    sys.excepthook = hook


def edition(window: Window) -> str:
    """What the last line says of the edition."""
    return window.findChildren(ElidedButton)[0].text()


def wait_for(qtbot: QtBot, window: Window, words: str) -> None:
    qtbot.waitUntil(lambda: edition(window).startswith(words), timeout=LONG_MS)


def said(window: Window) -> str:
    return "\n".join(each.text() for each in window.findChildren(QLabel) if each.isVisible())


def button(window: Window, words: str) -> QPushButton:
    [found] = [
        each
        for each in window.findChildren(QPushButton)
        if each.isVisible() and each.text().replace("&", "") == words
    ]
    return found


def first_hit(window: Window) -> str:
    view = window.findChild(HitsView)
    assert view is not None
    return str(view.model().index(0, 0).data())


def test_a_window_moves_over_goes_back_and_forward_again(
    qtbot: QtBot, published: Published, start: Start
) -> None:
    with served(published.repository.public) as server:
        window = start(server.url)
        wait_for(qtbot, window, "Edition 2, ")
        box = window.findChild(QLineEdit, "search_box")
        assert box is not None
        QTest.keyClicks(box, "Meadow OR Lantern")
        qtbot.waitUntil(lambda: "Meadow" in first_hit(window), timeout=LONG_MS)

        QTest.keyClick(window, Qt.Key.Key_F5)
        wait_for(qtbot, window, "Edition 3, ")
        assert box.text() == "Meadow OR Lantern"
        assert "Lantern" in first_hit(window)
        assert "What is new" in said(window)
        assert "Up to date" in said(window)

        QTest.mouseClick(button(window, "Go back to edition 2…"), LEFT)
        [asked] = window.findChildren(QMessageBox)
        [yes] = [each for each in asked.buttons() if each.text() == "&Go back"]
        QTest.mouseClick(yes, LEFT)
        wait_for(qtbot, window, "Edition 2, ")
        assert "Meadow" in first_hit(window)
        assert "Edition 3 is held back" in said(window)

        QTest.mouseClick(button(window, "Update now"), LEFT)
        wait_for(qtbot, window, "Edition 3, ")
        assert "Lantern" in first_hit(window)
        assert "held back" not in said(window)


def test_a_source_out_of_reach_is_told_and_searches_go_on(
    qtbot: QtBot, station: Workstation, start: Start
) -> None:
    window = start("http://127.0.0.1:9")
    wait_for(qtbot, window, "Edition 2, ")
    QTest.keyClick(window, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: "cannot be reached" in said(window), timeout=LONG_MS)
    [attempt] = [each for each in read_attempts(station.memory) if each.outcome == "unreachable"]

    assert attempt.number == 2
    assert "unreachable since today" in edition(window)
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    box = window.findChild(QLineEdit, "search_box")
    assert box is not None
    QTest.keyClicks(box, "Meadow")
    qtbot.waitUntil(lambda: "Meadow" in first_hit(window), timeout=LONG_MS)
