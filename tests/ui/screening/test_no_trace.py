"""No answer to a checklist is left anywhere, however the session ends."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtGui import QFont, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.screening.conftest import written
from tp_directory import app, paths
from tp_directory.app import running
from tp_directory.core.bilingual import Language
from tp_directory.ui.faults import LOG_NAME
from tp_directory.ui.screening.choose_page import ChoosePage
from tp_directory.ui.screening.result_page import ResultPage
from tp_directory.ui.screening.run_page import RunPage
from tp_directory.ui.screening.screening_page import ScreeningPage
from tp_directory.ui.translation import Translation
from tp_directory.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

Part = TypeVar("Part", bound=QWidget)

CANARY = "canary-7261-zebra"
SURVEY = """
type | name | label::English (en) | label::Français (fr) | calculation
select_one yn | danger | Example danger? | Danger, exemple? |
text | told | Example words | Mots, exemple |
select_multiple codes | seen | Example signs | Signes, exemple |
calculate | result_needs | | | 'crisis_line'
begin_group | result | | |
note | band_any | Example result | Résultat, exemple |
note | do_any_1 | Example step | Geste, exemple |
end_group | | | |
calculate | band | | | 'any'
"""
CHOICES = f"""
list_name | name | label::English (en) | label::Français (fr)
yn | yes | Yes | Oui
yn | no | No | Non
codes | {CANARY} | Example sign | Signe, exemple
codes | other | Another | Un autre
"""


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
    """The folders of a user whose administrator lets free text in, with a checklist of theirs."""
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    policy = tmp_path / "policy.toml"
    policy.write_text("[screening]\nfree_text = true\n", encoding="utf-8")
    own = paths.UserFolders.inside(tmp_path / "data", tmp_path / "settings", (policy,))
    own.protocols.mkdir(parents=True)
    settings = "form_title | form_id | default_language\nExample | example | English (en)"
    content = written(survey=SURVEY, choices=CHOICES, settings=settings)
    (own.protocols / "example.xlsx").write_bytes(content)
    monkeypatch.setattr(running, "user_folders", lambda: own)
    summaries = iter(tmp_path / name for name in ("summary 1.txt", "summary 2.pdf"))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(next(summaries)), ""))
    return own


class Screener:
    """Somebody who goes through the checklist, with a fault in the middle, and closes."""

    def __init__(self) -> None:
        self.answers: dict[str, str] = {}
        self.copied = ""
        self._steps: list[Callable[[Window], bool]] = [
            self.open_checklists,
            self.begin,
            self.answer,
            self.stumble,
            self.see_result,
            self.copy_and_save,
            self.look_up,
            self.hide_and_come_back,
            self.close,
        ]
        self._timer = QTimer(interval=20)
        self._timer.timeout.connect(self.work)
        self._timer.start()

    def work(self) -> None:
        windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, Window)]
        if not windows or not windows[0].findChild(QLineEdit, "search_box"):
            return
        if self._steps[0](windows[0]):
            self._steps.pop(0)
        if not self._steps:
            self._timer.stop()

    def open_checklists(self, window: Window) -> bool:
        press(window, "Ctrl+2")
        return True

    def begin(self, window: Window) -> bool:
        page = window.findChild(ScreeningPage)
        if page is None:
            return False
        choose = part(page, ChoosePage)
        choose.begin(page._protocols["example"], Language.EN)
        return True

    def answer(self, window: Window) -> bool:
        page, run = part(window, ScreeningPage), part(part(window, ScreeningPage), RunPage)
        interview = page._interview
        assert interview is not None
        run.answer(interview.protocol.form.question("danger"), "no")
        run.go_on()
        QApplication.processEvents()
        [box] = [each for each in run.findChildren(QLineEdit) if each.isVisible()]
        QTest.keyClicks(box, CANARY)
        QTest.keyClick(box, Qt.Key.Key_Return)
        run.answer(interview.protocol.form.question("seen"), CANARY)
        self.answers = {
            name: interview.state(interview.protocol.form.question(name)).value
            for name in ("danger", "told", "seen")
        }
        return True

    def stumble(self, window: Window) -> bool:
        """Provoke a fault of ours whose message and values hold an answer."""
        answers = self.answers

        def fail() -> None:
            told = answers["told"]
            raise ValueError(told)

        QTimer.singleShot(0, fail)
        QApplication.processEvents()
        for box in window.findChildren(QWidget, "qt_msgbox_label"):
            box.window().close()
        return True

    def see_result(self, window: Window) -> bool:
        part(part(window, ScreeningPage), RunPage).finish()
        return True

    def copy_and_save(self, window: Window) -> bool:
        """Copy the first number, and save a summary in both languages."""
        result = part(window, ResultPage)
        click(result, "Copy, ")
        self.copied = QGuiApplication.clipboard().text()
        result.save_in_english()
        result.save_in_french()
        return True

    def look_up(self, window: Window) -> bool:
        click(part(window, ResultPage), "Open in the directory, ")
        press(window, "Ctrl+D")  # what is kept on purpose
        press(window, "Ctrl+2")
        return True

    def hide_and_come_back(self, window: Window) -> bool:
        press(window, "Ctrl+H")
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Return)
        press(window, "Ctrl+2")
        return True

    def close(self, window: Window) -> bool:
        window.frame.preference_chosen.emit("text_size", 110)
        window.close()
        return True


def click(page: QWidget, name: str) -> None:
    """Press the first button that is seen and has a name that begins so."""
    next(
        each
        for each in page.findChildren(QPushButton)
        if each.isVisible() and each.accessibleName().startswith(name)
    ).click()


def part(window: QWidget, kind: type[Part]) -> Part:
    found = window.findChild(kind)
    assert found is not None
    return found


def press(window: Window, keys: str) -> None:
    chord = QKeySequence(keys)[0]  # type: ignore[index]  # missing in PySide's stubs
    QTest.keyClick(window, chord.key(), chord.keyboardModifiers())
    QApplication.processEvents()


def traces(words: str, *contents: bytes) -> list[int]:
    """Which of these contents hold the words, in any encoding that a system may write them in."""
    spellings = [words.encode(each) for each in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")]
    return [
        place
        for place, content in enumerate(contents)
        if any(spelling in content.lower() for spelling in spellings)
    ]


def files_under(folder: Path) -> list[Path]:
    return [each for each in folder.rglob("*") if each.is_file()]


def open_files() -> list[bytes]:
    """What is in the files that this process holds open; Linux tells which they are."""
    held = []
    for each in Path("/proc/self/fd").iterdir():
        target = each.resolve()
        if target.is_file():
            held.append(target.read_bytes())
    return held


def test_a_whole_session_leaves_no_answer_anywhere(
    qtbot: QtBot,
    folders: paths.UserFolders,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert qtbot
    caplog.set_level(logging.DEBUG)
    screener = Screener()
    code = app.run(Language.EN)
    said = capfd.readouterr()
    workbook = folders.protocols / "example.xlsx"
    left = [each for each in files_under(tmp_path) if each != workbook]

    assert code == 0
    assert screener.answers == {"danger": "no", "told": CANARY, "seen": CANARY}
    assert screener.copied
    names = {each.name for each in left}
    words = (tmp_path / "summary 1.txt").read_text(encoding="utf-8")
    assert "Example result" in words and "Example step" in words
    assert {"settings.json", "kept.sqlite", LOG_NAME, "summary 1.txt", "summary 2.pdf"} <= names
    assert "ValueError" in said.err
    assert [left[at] for at in traces(CANARY, *(each.read_bytes() for each in left))] == []
    assert not [each for each in left if CANARY in each.name]
    assert traces(CANARY, (said.out + said.err + caplog.text).encode()) == []
    assert traces(CANARY, QGuiApplication.clipboard().text().encode()) == []


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="only Linux tells open files so")
def test_no_file_that_is_held_open_has_an_answer(
    qtbot: QtBot, folders: paths.UserFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qtbot and folders
    held: list[bytes] = []
    see_result = Screener.see_result

    def look(self: Screener, window: Window) -> bool:
        held.extend(open_files())
        return see_result(self, window)

    monkeypatch.setattr(Screener, "see_result", look)
    screener = Screener()
    app.run(Language.EN)

    assert screener.answers["told"] == CANARY
    assert len(held) >= 2  # the edition, and what is kept
    assert traces(CANARY, *held) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32-le"])
def test_a_trace_would_be_found(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "deep").mkdir()
    file = tmp_path / "deep" / "trace.bin"
    file.write_bytes(os.urandom(64) + CANARY.upper().encode(encoding) + os.urandom(64))
    contents = [each.read_bytes() for each in files_under(tmp_path)]

    assert traces(CANARY, b"nothing", *contents) == [1]
