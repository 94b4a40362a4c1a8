"""The program put together: from its start to its end, and its own check of the window."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

import translations
from tests.ui.test_window import press
from tp_directory import app, editions, paths
from tp_directory.app import checking, opening, running
from tp_directory.app.opening import Ready
from tp_directory.core.bilingual import Language
from tp_directory.core.errors import CannotRead
from tp_directory.core.query import Query
from tp_directory.directory import Directory
from tp_directory.editions import Progress
from tp_directory.settings import read_settings
from tp_directory.ui.faults import LOG_NAME
from tp_directory.ui.finding.directory_page import DirectoryPage
from tp_directory.ui.finding.hits_view import HitsView
from tp_directory.ui.frame import Frame
from tp_directory.ui.single_instance import SingleInstance
from tp_directory.ui.translation import Translation
from tp_directory.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture(scope="module", autouse=True)
def compiled_words() -> None:
    if translations.is_stale():
        translations.compile_all()


@pytest.fixture(autouse=True)
def untouched(qapp: QApplication) -> Iterator[None]:
    """The words, the look and the faults hook of other tests stay as they are."""
    font, hook, locale = QFont(qapp.font()), sys.excepthook, QLocale()
    yield
    for translation in qapp.findChildren(Translation):
        translation.forget()
    qapp.setFont(font)
    qapp.setStyleSheet("")
    QLocale.setDefault(locale)
    sys.excepthook = hook


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> paths.UserFolders:
    """Folders of a user who starts the program for the first time."""
    own = paths.UserFolders.inside(tmp_path, tmp_path / "settings")
    monkeypatch.setattr(running, "user_folders", lambda: own)
    return own


@pytest.mark.parametrize("language", list(Language))
def test_the_window_passes_its_own_check(
    qtbot: QtBot, directory: Directory, language: Language
) -> None:
    assert qtbot
    app.check_window(directory, language)


def test_a_window_without_its_words_fails_its_check(
    qtbot: QtBot, directory: Directory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qtbot
    monkeypatch.setattr(checking, "bundle", lambda: paths.Bundle(tmp_path, tmp_path))

    with pytest.raises(CannotRead):
        app.check_window(directory, Language.EN)


CONTROL = Qt.KeyboardModifier.ControlModifier
NIGHT_DESK = "Zzyzx night desk"


class Worker:
    """Somebody who waits for the directory, searches, opens, copies, compares and closes."""

    def __init__(self, words: str, place: str = "") -> None:
        self.words, self.place = words, place
        self.names: list[str] = []
        self.buttons: list[str] = []
        self.steps = QTimer(interval=20)
        self.steps.timeout.connect(self.work)
        self.steps.start()

    def work(self) -> None:
        windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, Window)]
        shown = [each for each in windows if each.isVisible()]
        box = shown[0].findChild(QLineEdit, "search_box") if shown else None
        if not isinstance(box, QLineEdit):
            return
        self.steps.stop()
        window = shown[0]
        where = window.findChild(QLineEdit, "place_box")
        assert isinstance(where, QLineEdit)
        QTest.keyClicks(where, self.place)
        QTest.keyClick(where, Qt.Key.Key_Return)
        QTest.keyClicks(box, self.words)
        view = window.findChild(HitsView)
        assert view is not None
        self.names = [str(view.model().index(row, 0).data()) for row in range(3)]
        for key, modifier in (
            (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),  # open
            (Qt.Key.Key_C, CONTROL),  # copy the number
            (Qt.Key.Key_B, CONTROL),  # compare
            (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier),  # the map
            (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier),  # both languages
        ):
            QTest.keyClick(window, key, modifier)
        self.buttons = [each.text() for each in window.findChildren(QPushButton)]
        next(each for each in window.findChildren(QPushButton) if each.text() == "Français").click()
        window.close()


def test_a_session_leaves_the_edition_and_the_settings_and_nothing_typed(
    qtbot: QtBot, folders: paths.UserFolders, tmp_path: Path
) -> None:
    assert qtbot
    worker = Worker("legal zzyzx", "Wawa")
    code = app.run(Language.EN)
    left = {file for file in tmp_path.rglob("*") if file.is_file()}
    own = {file for file in left if not file.is_relative_to(folders.editions)}

    assert worker.names[0]
    assert code == 0
    assert sorted(file.name for file in own) == ["kept.sqlite", "settings.json"]
    traces = ["zzyzx", "wawa", *(name.lower() for name in worker.names)]
    for file in own:
        content = file.read_bytes().decode("utf-8", "replace").lower()
        assert [trace for trace in traces if trace in content] == []
    assert read_settings(folders.settings)[0].own.values.language is Language.FR


def test_what_is_kept_being_held_by_another_program_keeps_nobody_from_searching(
    qtbot: QtBot, folders: paths.UserFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qtbot
    others = []

    def open_and_hold(bundle: paths.Bundle, own: paths.UserFolders, progress: Progress) -> Ready:
        ready = opening.open_everything(bundle, own, progress)
        others.append(sqlite3.connect(own.kept, check_same_thread=False))
        others[0].execute("BEGIN EXCLUSIVE")
        return ready

    monkeypatch.setattr(running, "open_everything", open_and_hold)
    worker = Worker("shelter")
    code = app.run(Language.EN)
    others[0].close()

    assert code == 0
    assert worker.names[0]
    assert not (folders.settings / LOG_NAME).exists()
    assert [file.name for file in folders.kept.parent.glob("kept*")] == ["kept.sqlite"]


def test_a_fault_in_the_middle_of_a_session_writes_down_nothing_of_it(
    qtbot: QtBot, folders: paths.UserFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qtbot

    def fail(self: object) -> None:
        raise ValueError(NIGHT_DESK)

    monkeypatch.setattr("tp_directory.ui.finding.reader.Reader.toggle_compared", fail)
    worker = Worker("legal zzyzx", "Wawa")
    app.run(Language.EN)
    log = (folders.settings / LOG_NAME).read_text(encoding="utf-8")

    assert "ValueError" in log
    for trace in (NIGHT_DESK, "zzyzx", "wawa", *worker.names):
        assert trace.lower() not in log.lower()


def when_shown(do: Callable[[Window], object]) -> QTimer:
    """Do something once there is a window on the screen."""
    steps = QTimer(interval=5)

    def look() -> None:
        windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, Window)]
        if shown := [each for each in windows if each.isVisible()]:
            steps.stop()
            do(shown[0])

    steps.timeout.connect(look)
    steps.start()
    return steps


def test_a_directory_that_comes_after_the_window_has_closed_is_not_shown(
    qtbot: QtBot, folders: paths.UserFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qtbot
    first = Worker("shelter")
    app.run(Language.EN)
    shown: list[object] = []
    monkeypatch.setattr(Frame, "show_directory", lambda *given: shown.append(given))
    steps = when_shown(Window.close)
    code = app.run(Language.EN)

    assert first.buttons
    assert (code, shown) == (0, [])
    assert not steps.isActive()
    assert not (folders.settings / LOG_NAME).exists()


def test_a_fault_of_ours_in_opening_leaves_a_way_to_try_again(
    qtbot: QtBot, folders: paths.UserFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qtbot

    def fail(*_given: object) -> None:
        raise ValueError(NIGHT_DESK)

    monkeypatch.setattr(running, "open_everything", fail)
    offered: list[bool] = []

    def look(window: Window) -> None:
        again = [each for each in window.findChildren(QPushButton) if each.text() == "Try again"]
        offered.append(any(each.isVisible() for each in again))
        for dialog in window.findChildren(QDialog):
            dialog.reject()
        window.close()

    steps = when_shown(lambda window: QTimer.singleShot(300, partial(look, window)))
    app.run(Language.EN)

    assert offered == [True]
    assert not steps.isActive()


def test_another_language_is_said_once(
    qtbot: QtBot, folders: paths.UserFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qtbot
    assert folders
    said: list[Language] = []
    show = Translation.show

    def listen(translation: Translation, language: Language) -> None:
        said.append(language)
        show(translation, language)

    monkeypatch.setattr(Translation, "show", listen)
    worker = Worker("shelter")
    app.run(Language.EN)

    assert worker.buttons
    assert said == [Language.EN, Language.FR]


def test_another_language_and_size_leave_open_what_is_open(
    qtbot: QtBot, folders: paths.UserFolders, directory: Directory
) -> None:
    assert qtbot
    assert folders
    opened = directory.search(Query("shelter")).hits[3].service.id
    shown: list[str] = []

    def act(window: Window) -> None:
        page = window.findChild(DirectoryPage)
        if page is None:
            QTimer.singleShot(20, partial(act, window))
            return
        page.open_id(opened)
        for keys in ("Ctrl+Shift+L", "Ctrl++"):
            press(window, keys)
            shown.append(page.reader.hit.service.id if page.reader.hit else "")
        window.close()

    steps = when_shown(act)
    app.run(Language.EN)

    assert not steps.isActive()
    assert shown == [opened, opened]


def test_the_next_start_speaks_the_language_that_was_kept(
    qtbot: QtBot, folders: paths.UserFolders
) -> None:
    assert qtbot
    first = Worker("shelter")
    app.run(Language.EN)
    second = Worker("refuge")
    app.run(None)

    assert "Ke&ys" in first.buttons
    assert "Racco&urcis" in second.buttons


def test_a_second_start_shows_the_first_window_and_ends(
    qtbot: QtBot, folders: paths.UserFolders
) -> None:
    assert qtbot
    codes: list[int] = []

    def start_again() -> None:
        other = SingleInstance(folders.settings)
        codes.append(int(other.claim()))
        Worker("shelter")

    QTimer.singleShot(0, start_again)
    worker = Worker("shelter")
    app.run(Language.EN)

    assert worker.buttons
    assert codes == [0]


@pytest.mark.parametrize(
    ("locale", "language"),
    [("fr_CA", Language.FR), ("fr_FR", Language.FR), ("en_CA", Language.EN), ("de", Language.EN)],
)
def test_the_first_start_speaks_the_language_of_the_system(
    monkeypatch: pytest.MonkeyPatch, locale: str, language: Language
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(locale))

    assert app.system_language() is language


def test_the_strip_takes_its_numbers_from_the_records(directory: Directory) -> None:
    services = app.strip_services(directory)

    assert [service.name.en for service in services if service] == [
        "Canadian Human Trafficking Hotline",
        "211 community information line",
    ]


def test_an_edition_without_these_lines_leaves_their_places_empty(
    bundle: paths.Bundle, tmp_path: Path
) -> None:
    records = tmp_path / "records"
    records.mkdir()
    (records / "yt.jsonl").write_bytes((bundle.data / "directory" / "yt.jsonl").read_bytes())
    edition = tmp_path / "edition"
    editions.build(records, edition, bundle.data, clock=app.now, progress=lambda step: None)
    directory = editions.open_edition(edition, bundle.data, clock=app.now)

    assert app.strip_services(directory) == (None, None)
    directory.close()
