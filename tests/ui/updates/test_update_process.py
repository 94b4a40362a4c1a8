"""An update in a process of its own, and what its lines become."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from tests.ui.updates.conftest import DONE, Command, Script
from tp_directory.core.bilingual import Text
from tp_directory.core.updating import Attempt, Outcome, Stage, UpdateStep
from tp_directory.ui.updates.update_process import UpdateProcess

ATTEMPT = Attempt(
    "2026-11-24T14:00:00+00:00",
    Outcome.UP_TO_DATE,
    12,
    "https://updates.example.org",
    Text("Nothing new.", "Rien de nouveau."),
)


@pytest.fixture
def parent(qapp: object) -> Iterator[QObject]:
    parent = QObject()
    yield parent
    parent.deleteLater()


def told(spy: QSignalSpy) -> list[object]:
    return [spy.at(place)[0] for place in range(spy.count())]


def run(qtbot: QtBot, process: UpdateProcess, *arguments: str) -> object:
    """Run it to its end, and return how it ended."""
    with qtbot.waitSignal(process.ended, timeout=20_000) as ended:
        process.start(*arguments)
    assert ended.args is not None
    return ended.args[0]


def test_its_steps_and_its_end_are_told(qtbot: QtBot, parent: QObject, succeeding: Command) -> None:
    process = UpdateProcess(succeeding, parent)
    steps = QSignalSpy(process.stepped)

    assert run(qtbot, process) == ATTEMPT
    assert told(steps) == [UpdateStep(Stage.CHECKING), UpdateStep(Stage.DOWNLOADING, 3, 7)]
    assert not process.is_running


def test_what_is_no_line_of_ours_is_passed_over(
    qtbot: QtBot, parent: QObject, script: Script
) -> None:
    lines = ["a warning", "[]", "{", '{"stage": "dancing"}', '{"stage": "saving"}', ""]
    process = UpdateProcess(script(f"print({chr(10).join(lines)!r}); print({DONE!r})"), parent)
    steps = QSignalSpy(process.stepped)

    assert run(qtbot, process) == ATTEMPT
    assert told(steps) == [UpdateStep(Stage.SAVING)]


def test_the_last_line_may_lack_its_end(qtbot: QtBot, parent: QObject, script: Script) -> None:
    process = UpdateProcess(script(f"sys.stdout.write({DONE!r})"), parent)

    assert run(qtbot, process) == ATTEMPT


def test_one_that_dies_is_told_without_a_word(
    qtbot: QtBot, parent: QObject, script: Script
) -> None:
    process = UpdateProcess(script("import os; os.abort()"), parent)

    assert run(qtbot, process) is None


def test_one_that_cannot_begin_is_told(qtbot: QtBot, parent: QObject, tmp_path: Path) -> None:
    process = UpdateProcess((str(tmp_path / "absent"),), parent)

    assert run(qtbot, process) is None


def test_it_ends_when_it_is_stopped(qtbot: QtBot, parent: QObject, endless: Command) -> None:
    process = UpdateProcess(endless, parent)
    with qtbot.waitSignal(process.stepped, timeout=20_000):
        process.start()
    ended = QSignalSpy(process.ended)
    process.stop()

    assert told(ended) == [None]
    assert not process.is_running


def test_arguments_come_after_those_of_the_command(
    qtbot: QtBot, parent: QObject, script: Script, tmp_path: Path
) -> None:
    seen = tmp_path / "seen.json"
    process = UpdateProcess(
        script(f"import json; open({str(seen)!r}, 'w').write(json.dumps(sys.argv[1:]))"), parent
    )
    run(qtbot, process, "--source", "a file & more.zip")

    assert json.loads(seen.read_text()) == ["--source", "a file & more.zip"]


def test_the_program_is_not_looked_for_where_the_window_was_started(
    qtbot: QtBot,
    parent: QObject,
    script: Script,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    seen = tmp_path / "seen.txt"
    process = UpdateProcess(
        script(f"import os; open({str(seen)!r}, 'w').write(os.getcwd())"), parent
    )
    run(qtbot, process)

    assert (Path(seen.read_text()) / "tp_directory" / "__init__.py").is_file()
