"""The directory is opened in a thread of its own."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.conftest import NOW
from tp_directory.core.errors import CannotRead
from tp_directory.core.query import Query
from tp_directory.editions import Opened, Progress, Step, current
from tp_directory.paths import Bundle
from tp_directory.ui.opening import Opening


@pytest.fixture
def parent(qtbot: QtBot) -> QObject:
    assert qtbot
    return QObject()


def test_it_tells_its_progress_and_then_the_directory(
    qtbot: QtBot, parent: QObject, bundle: Bundle, tmp_path: Path
) -> None:
    def build(progress: Progress) -> Opened:
        return current(bundle, tmp_path, clock=lambda: NOW, progress=progress)

    opening = Opening(build, parent)
    steps: list[tuple[int, int]] = []
    opening.progressed.connect(lambda done, total: steps.append((done, total)))
    with qtbot.waitSignal(opening.opened, timeout=60_000) as told:
        opening.start()
    opening.stop()
    directory = told.args[0].directory

    assert steps[-1][0] == steps[-1][1] == directory.edition.services
    assert directory.search(Query("shelter")).hits  # in another thread than it was opened in
    directory.close()


def test_a_fault_of_the_world_is_told_in_words(qtbot: QtBot, parent: QObject) -> None:
    error = CannotRead(Path("example.csv"), "it is missing")

    def fail(progress: Progress) -> Opened:
        raise error

    opening = Opening(fail, parent)
    with qtbot.waitSignal(opening.failed, timeout=10_000) as told:
        opening.start()
    opening.stop()

    assert told.args == [error.text]


def test_closing_the_window_ends_a_build_at_its_next_step(qtbot: QtBot, parent: QObject) -> None:
    is_building = threading.Event()

    def build_for_ever(progress: Progress) -> Opened:
        while True:
            progress(Step(1, 2))
            is_building.set()

    opening = Opening(build_for_ever, parent)
    opening.start()
    is_building.wait()
    opening.stop()

    assert opening.isFinished()
