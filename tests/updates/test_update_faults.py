"""What is wrong with a computer is told, and costs it nothing: clocks, disks, interruptions."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime, timedelta

import pytest
from filelock import FileLock

from tests.updates.conftest import Search, Workstation
from tests.updates.serving import Server
from tp_directory.core.updating import Outcome, Stage, UpdateStep
from tp_directory.editions.pointer import installed
from tp_directory.updates.errors import Busy


def test_nothing_is_asked_for_while_the_clock_is_years_behind(
    station: Workstation, new: Workstation, publisher: Server
) -> None:
    for each in (station, new):
        attempt = each.update_here(
            publisher.url, clock=lambda: datetime(2019, 5, 1, 12, tzinfo=UTC)
        )

        assert attempt.outcome is Outcome.CLOCK_WRONG
        assert "The clock of this computer says 1 May 2019" in attempt.text.en
    assert publisher.asked == []


def test_a_clock_behind_what_is_published_is_told_of(
    station: Workstation, publisher: Server
) -> None:
    known = installed(station.editions)
    assert known
    day = datetime.fromisoformat(known.release.published_at) - timedelta(days=3)

    assert station.update_here(publisher.url, clock=lambda: day).outcome is Outcome.CLOCK_WRONG


def test_a_clock_years_ahead_is_named_as_one_of_the_reasons(
    station: Workstation, publisher: Server, search: Search
) -> None:
    then = datetime(2040, 5, 1, 12, tzinfo=UTC)

    attempt = station.update_here(publisher.url, clock=lambda: then)

    assert attempt.outcome is Outcome.EXPIRED
    assert "the clock of this computer says 1 May 2040" in attempt.text.en
    assert "Check the clock" in attempt.text.en
    assert "Meadow 0" in search(station)


def test_one_update_runs_at_a_time(station: Workstation, publisher: Server) -> None:
    with FileLock(station.memory / "lock"):
        attempt = station.update_here(publisher.url)

    assert attempt.outcome is Outcome.BUSY
    assert attempt.text == Busy().text
    assert publisher.asked == []


@pytest.mark.parametrize("stage", list(Stage))
def test_an_update_that_is_ended_leaves_one_edition_and_the_next_completes(
    stage: Stage, station: Workstation, publisher: Server, search: Search
) -> None:
    def end(step: UpdateStep) -> None:
        if step.stage is stage:
            raise KeyboardInterrupt

    ended = station.update_here(publisher.url, progress=end)
    left = [each.name for each in station.editions.iterdir() if each.name.startswith(".")]
    found = search(station)
    completed = station.update_here(publisher.url)

    assert ended.outcome is Outcome.CANCELLED
    assert left == []
    assert ("Lantern 0" if ended.number == 3 else "Meadow 0") in found
    assert completed.number == 3
    assert "Lantern 0" in search(station)


def test_a_full_disk_is_told_of_before_it_is_full(
    station: Workstation, publisher: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(station.home)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage._replace(free=10**6))

    attempt = station.update_here(publisher.url)

    assert attempt.outcome is Outcome.CANNOT_WRITE
    assert "1 MB are free" in attempt.text.en
    assert [path for path in publisher.paths if "targets/records" in path] == []


@pytest.mark.parametrize("name", ["updates", "updates/metadata", "updates/downloads", "editions"])
def test_a_folder_that_cannot_be_written_is_named(
    name: str, new: Workstation, publisher: Server
) -> None:
    folder = new.memory.parent / name
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_bytes(b"in the way")

    attempt = new.update_here(publisher.url)

    assert attempt.outcome is Outcome.CANNOT_WRITE
    assert str(new.memory.parent / name.partition("/")[0]) in attempt.text.en
    assert attempt.text.en.endswith("The directory on this computer stays in use.")


def test_an_installed_edition_without_a_date_is_replaced(
    station: Workstation, publisher: Server
) -> None:
    present = installed(station.editions)
    assert present is not None
    file = present.folder / "release.json"
    said = json.loads(file.read_bytes()) | {"published_at": "2026-13-24T10:00:00+00:00"}
    file.write_text(json.dumps(said), encoding="utf-8")

    attempt = station.update_here(publisher.url)

    assert (attempt.outcome, attempt.number) == (Outcome.INSTALLED, 3)
