"""A fault of ours: noted without a word that was typed, and told once."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from types import TracebackType

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tp_directory.ui.faults import LOG_NAME, FaultReporter, entry

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

SECRET = "Exampleville shelter"


def fault() -> tuple[type[BaseException], BaseException, TracebackType | None]:
    """A fault whose message and values hold what was typed."""
    try:
        _look_up(SECRET)
    except KeyError as error:
        return type(error), error, error.__traceback__
    raise AssertionError


def _look_up(words: str) -> str:
    return {"known": "value"}[words]


@pytest.fixture
def reporter(qtbot: QtBot, tmp_path: Path) -> FaultReporter:
    window = QWidget()
    qtbot.addWidget(window)
    return FaultReporter(tmp_path, window)


def boxes() -> list[QMessageBox]:
    shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox)]
    return [each for each in shown if each.isVisible()]


def test_the_entry_says_where_and_never_what() -> None:
    kind, _, trace = fault()
    words = entry(kind, trace)

    assert "KeyError" in words
    assert "test_faults.py" in words
    assert "_look_up" in words
    assert "Example" not in words
    assert "known" not in words


def test_it_is_written_told_once_and_hides_nothing_in_the_terminal(
    qtbot: QtBot, reporter: FaultReporter, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reporter.take(*fault())
    reporter.take(*fault())
    qtbot.waitUntil(lambda: len(boxes()) == 1)
    said = boxes()[0].text()
    boxes()[0].accept()

    assert str(tmp_path / LOG_NAME) in said
    assert (tmp_path / LOG_NAME).read_text(encoding="utf-8").count("KeyError") == 2
    assert "Example" not in capsys.readouterr().err


def test_a_fault_of_another_thread_is_told_by_the_window(
    qtbot: QtBot, reporter: FaultReporter
) -> None:
    thread = threading.Thread(target=lambda: reporter.take(*fault()))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(boxes()) == 1)
    boxes()[0].accept()


def test_a_disk_that_takes_nothing_does_not_hide_the_fault(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    window = QWidget()
    qtbot.addWidget(window)
    FaultReporter(tmp_path / "file", window).take(*fault())
    qtbot.waitUntil(lambda: len(boxes()) == 1)
    boxes()[0].accept()


def test_the_terminal_can_end_the_program(qtbot: QtBot, reporter: FaultReporter) -> None:
    window = reporter.parent()
    assert isinstance(window, QWidget)
    window.show()
    reporter.take(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert not window.isVisible()
    assert boxes() == []


def test_it_takes_what_nobody_caught(
    reporter: FaultReporter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    reporter.install()

    assert sys.excepthook == reporter.take


def test_its_dialog_has_the_name_of_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setWindowTitle("Workspace")
    reporter = FaultReporter(tmp_path, window)
    reporter.take(*fault())

    [box] = boxes()

    assert box.windowTitle() == "Workspace"
    box.accept()
