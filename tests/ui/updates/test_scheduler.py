"""When updates begin, by themselves or because the worker asks."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from tests.ui.updates.conftest import DONE, Command, Script
from tp_directory.core.bilingual import Text
from tp_directory.core.preferences import QuietHours
from tp_directory.core.update_times import Connection
from tp_directory.core.updating import Attempt, Outcome, Stage, UpdateSetup, UpdateStep
from tp_directory.ui.updates.network import Network
from tp_directory.ui.updates.scheduler import Scheduler
from tp_directory.ui.updates.update_process import UpdateProcess

WEB = UpdateSetup(("https://updates.example.org",))
SHARE = UpdateSetup(("//server/share/tp",))
START = datetime(2026, 11, 24, 9, tzinfo=UTC)


class Situation(Network):
    """A network that is as a test wants it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_now = Connection()

    @property
    def connection(self) -> Connection:
        """What the test has said last."""
        return self.is_now

    def become(self, connection: Connection) -> None:
        """Tell of another network."""
        self.is_now = connection
        self.changed.emit()


class Rig:
    """A scheduler with a clock, a network and a log that a test can set."""

    def __init__(self, command: Command, parent: QObject) -> None:
        self.now = START
        self.attempts: tuple[Attempt, ...] = ()
        self.network = Situation(parent)
        self.process = UpdateProcess(command, parent)
        self.scheduler = Scheduler(
            self.process,
            self.network,
            lambda: self.attempts,
            lambda: time(14, 30),
            lambda: self.now,
            parent,
        )

    def follow(
        self,
        setup: UpdateSetup = WEB,
        *,
        quiet: QuietHours = QuietHours.NONE,
        is_paused: bool = False,
    ) -> None:
        """Set updates up."""
        self.scheduler.follow(setup, quiet=quiet, is_paused=is_paused, allows_metered=False)


MakeRig = Callable[[Command], Rig]


@pytest.fixture
def make_rig(qapp: object) -> Iterator[MakeRig]:
    parent = QObject()
    rigs: list[Rig] = []

    def make(command: Command) -> Rig:
        rigs.append(Rig(command, parent))
        return rigs[-1]

    yield make
    for rig in rigs:
        rig.scheduler.stop()
    parent.deleteLater()


@pytest.fixture
def rig(make_rig: MakeRig, succeeding: Command) -> Rig:
    return make_rig(succeeding)


def wait(qtbot: QtBot, rig: Rig, begin: Callable[[], None]) -> Attempt:
    """Do what begins an update, and return how that ended."""
    with qtbot.waitSignal(rig.scheduler.ended, timeout=20_000) as ended:
        begin()
    assert ended.args is not None
    attempt = ended.args[0]
    assert isinstance(attempt, Attempt)
    return attempt


def test_at_the_start_an_update_begins(qtbot: QtBot, rig: Rig) -> None:
    rig.follow()

    assert wait(qtbot, rig, rig.scheduler.start).outcome is Outcome.UP_TO_DATE


def test_where_nothing_is_set_up_none_begins(rig: Rig) -> None:
    rig.scheduler.start()
    rig.scheduler.update_now()

    assert not rig.scheduler.is_running
    assert rig.scheduler.next_at is None


def test_before_the_start_none_begins(rig: Rig) -> None:
    rig.follow()
    rig.network.become(Connection())

    assert not rig.scheduler.is_running


def test_the_next_one_begins_at_its_slot(qtbot: QtBot, rig: Rig) -> None:
    rig.follow()
    rig.attempts = (wait(qtbot, rig, rig.scheduler.start),)
    rig.attempts = (Attempt(START.isoformat(), Outcome.UP_TO_DATE, 12, "", Text()),)
    assert rig.scheduler.next_at == START.replace(hour=14, minute=30)
    rig.now = START.replace(hour=14, minute=31)

    assert wait(qtbot, rig, rig.scheduler.look).outcome is Outcome.UP_TO_DATE


def test_the_clock_is_looked_at_once_a_minute(qtbot: QtBot, rig: Rig) -> None:
    rig.follow(is_paused=True)
    rig.scheduler.start()
    [timer] = rig.scheduler.findChildren(QTimer)
    rig.follow(is_paused=False)
    assert timer.interval() == 60_000

    assert wait(qtbot, rig, lambda: timer.start(1)).outcome is Outcome.UP_TO_DATE


@pytest.mark.parametrize(
    "away", [Connection(is_online=False), Connection(is_metered=True)], ids=["none", "metered"]
)
def test_without_a_free_network_it_waits_until_there_is_one(
    qtbot: QtBot, rig: Rig, away: Connection
) -> None:
    rig.follow()
    rig.network.become(away)
    rig.scheduler.start()
    assert not rig.scheduler.is_running

    attempt = wait(qtbot, rig, lambda: rig.network.become(Connection()))
    assert attempt.outcome is Outcome.UP_TO_DATE


def test_a_share_or_a_stick_needs_no_network(qtbot: QtBot, rig: Rig) -> None:
    rig.follow(SHARE)
    rig.network.become(Connection(is_online=False, is_metered=True))

    assert wait(qtbot, rig, rig.scheduler.start).outcome is Outcome.UP_TO_DATE


@pytest.mark.parametrize(("is_paused", "quiet"), [(True, QuietHours.NONE), (False, QuietHours.DAY)])
def test_what_does_not_begin_by_itself_begins_when_the_worker_asks(
    qtbot: QtBot, rig: Rig, is_paused: bool, quiet: QuietHours
) -> None:
    rig.follow(is_paused=is_paused, quiet=quiet)
    rig.scheduler.start()
    assert not rig.scheduler.is_running

    assert wait(qtbot, rig, rig.scheduler.update_now).outcome is Outcome.UP_TO_DATE


def test_a_file_is_the_only_source_it_is_told_of(
    qtbot: QtBot, make_rig: MakeRig, script: Script, tmp_path: Path
) -> None:
    seen = tmp_path / "seen.json"
    rig = make_rig(
        script(
            f"import json; open({str(seen)!r}, 'w').write(json.dumps(sys.argv[1:]))\n"
            f"print({DONE!r})"
        )
    )
    wait(qtbot, rig, lambda: rig.scheduler.take_in(tmp_path / "edition 13.zip"))

    assert json.loads(seen.read_text())[-2:] == ["--source", str(tmp_path / "edition 13.zip")]


def test_how_far_it_is_can_be_asked(qtbot: QtBot, rig: Rig) -> None:
    steps: list[UpdateStep | None] = []
    rig.follow()
    rig.scheduler.changed.connect(lambda: steps.append(rig.scheduler.step))
    wait(qtbot, rig, rig.scheduler.update_now)

    assert UpdateStep(Stage.DOWNLOADING, 3, 7) in steps
    assert rig.scheduler.step is None


def test_only_one_is_done_at_a_time(qtbot: QtBot, make_rig: MakeRig, endless: Command) -> None:
    rig = make_rig(endless)
    rig.follow()
    with qtbot.waitSignal(rig.process.stepped, timeout=20_000):
        rig.scheduler.start()
    ended = QSignalSpy(rig.scheduler.ended)
    rig.scheduler.update_now()
    rig.scheduler.look()

    assert rig.scheduler.is_running
    assert ended.count() == 0


def test_what_the_worker_stops_is_told_as_stopped(
    qtbot: QtBot, make_rig: MakeRig, endless: Command
) -> None:
    rig = make_rig(endless)
    rig.follow()
    with qtbot.waitSignal(rig.process.stepped, timeout=20_000):
        rig.scheduler.update_now()

    attempt = wait(qtbot, rig, rig.scheduler.cancel)

    assert attempt.outcome is Outcome.CANCELLED
    assert attempt.at == START.isoformat(timespec="seconds")
    assert "stopped" in attempt.text.en
    assert "arrêtée" in attempt.text.fr


def test_one_that_dies_is_told_and_the_edition_stays(
    qtbot: QtBot, make_rig: MakeRig, script: Script
) -> None:
    rig = make_rig(script("import os; os.abort()"))
    rig.follow()
    rig.attempts = (
        Attempt((START - timedelta(days=1)).isoformat(), Outcome.INSTALLED, 12, "", Text()),
    )

    attempt = wait(qtbot, rig, rig.scheduler.update_now)

    assert (attempt.outcome, attempt.number) == (Outcome.CANCELLED, 12)
    assert "broke off" in attempt.text.en


def test_when_the_window_closes_nothing_is_left_running(
    qtbot: QtBot, make_rig: MakeRig, endless: Command
) -> None:
    rig = make_rig(endless)
    rig.follow()
    with qtbot.waitSignal(rig.process.stepped, timeout=20_000):
        rig.scheduler.start()
    ended = QSignalSpy(rig.scheduler.ended)
    rig.scheduler.stop()
    rig.scheduler.look()

    assert not rig.scheduler.is_running
    assert ended.count() == 0


def test_what_the_system_says_of_the_network_is_taken_as_it_comes(qapp: object) -> None:
    parent = QObject()
    network = Network(parent)

    assert isinstance(network.connection, Connection)
    parent.deleteLater()
