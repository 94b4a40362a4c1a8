"""One program for one user: a second start calls the first, whatever became of those before."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from tp_directory.ui.single_instance import SingleInstance

# Claims, says "first" or "second", and if it is the first says "called" for each call.
PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from tp_directory.ui.single_instance import SingleInstance
application = QCoreApplication([])
instance = SingleInstance(Path(sys.argv[1]))
instance.called.connect(lambda: print("called", flush=True))
if instance.claim():
    print("first", flush=True)
    application.exec()
else:
    print("second", flush=True)
"""
ROOT = Path(__file__).parents[2]

Start = Callable[[], subprocess.Popen[str]]


@pytest.fixture
def folder(qapp: object, tmp_path: Path) -> Iterator[Path]:
    """A folder for settings, whose name is free again in the end."""
    yield tmp_path
    last = SingleInstance(tmp_path)
    last.claim()
    last.release()


@pytest.fixture
def start(folder: Path) -> Iterator[Start]:
    """Starts a program of the same user in a process of its own."""
    running = []

    def start() -> subprocess.Popen[str]:
        program = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(folder)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        running.append(program)
        return program

    yield start
    for program in running:
        program.kill()
        program.communicate()


@pytest.fixture
def instance(folder: Path) -> Iterator[SingleInstance]:
    instance = SingleInstance(folder)
    yield instance
    instance.release()


def said(program: subprocess.Popen[str]) -> str:
    """The next word of a program."""
    assert program.stdout is not None
    return program.stdout.readline().strip()


def test_a_second_start_calls_the_first_and_ends(start: Start) -> None:
    first = start()
    assert said(first) == "first"
    second = start()

    assert said(second) == "second"
    assert said(first) == "called"
    assert second.wait() == 0


def test_the_window_hears_of_a_second_start(
    qtbot: QtBot, instance: SingleInstance, start: Start
) -> None:
    assert instance.claim()
    with qtbot.waitSignal(instance.called):
        second = start()

    assert said(second) == "second"


def test_of_many_started_at_once_one_is_the_first(start: Start) -> None:
    programs = [start() for _ in range(4)]

    assert sorted(said(program) for program in programs) == ["first"] + 3 * ["second"]


def test_what_a_crash_left_is_in_nobodys_way(instance: SingleInstance, start: Start) -> None:
    crashed = start()
    assert said(crashed) == "first"
    crashed.kill()
    crashed.wait()

    assert instance.claim()
    assert said(start()) == "second"


def test_a_program_that_ended_is_followed_by_the_next(
    instance: SingleInstance, start: Start
) -> None:
    assert instance.claim()
    instance.release()

    assert said(start()) == "first"


def test_a_program_with_other_settings_is_another_one(
    folder: Path, instance: SingleInstance
) -> None:
    assert instance.claim()
    other = SingleInstance(folder / "other")

    assert other.claim()
    other.release()


def test_nothing_that_is_sent_is_read(qtbot: QtBot, instance: SingleInstance) -> None:
    assert instance.claim()
    calls = QSignalSpy(instance.called)
    server = instance.findChild(QLocalServer)
    assert server is not None
    socket = QLocalSocket()
    with qtbot.waitSignal(instance.called):
        socket.connectToServer(server.serverName())
        socket.write(b"x" * 1_000_000)

    qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    assert calls.count() == 1
