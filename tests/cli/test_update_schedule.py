"""Updates once a day without the window: what is written, begun, told and taken back."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import time
from pathlib import Path
from typing import Any

import pytest

from tp_directory.cli import update_schedule
from tp_directory.cli.update_schedule import schedule_of
from tp_directory.paths import UserFolders
from tp_directory.updates.unit_files import Job

Ask = Callable[..., Any]  # Any: Answered, in conftest, which no test can import
JOB = Job(("/opt/example/python", "update"), Path("/opt/example"), time(6, 5))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user whose systemctl writes down what it is asked."""
    programs = tmp_path / "bin"
    programs.mkdir()
    control = programs / "systemctl"
    control.write_text(f'#!/bin/sh\necho "$@" >> "{tmp_path}/asked"\n', encoding="utf-8")
    control.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    own = UserFolders.inside(tmp_path / "data", tmp_path / "settings")
    monkeypatch.setattr(update_schedule, "user_folders", lambda: own)
    return tmp_path


def asked(home: Path) -> list[str]:
    file = home / "asked"
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def units(home: Path) -> list[Path]:
    return sorted((home / ".config" / "systemd" / "user").glob("*"))


def test_a_timer_is_written_begun_and_told(ask: Ask, home: Path) -> None:
    told = ask("update", "install-schedule", "--at", "6:05")

    assert told.code == 0
    assert [file.name for file in units(home)] == [
        "tp-directory-update.service",
        "tp-directory-update.timer",
    ]
    assert "OnCalendar=*-*-* 06:05:00" in units(home)[1].read_text(encoding="utf-8")
    assert asked(home) == [
        "--user daemon-reload",
        "--user enable --now tp-directory-update.timer",
    ]
    assert told.out.splitlines()[0] == "Updates every day at about 06:05."
    assert all(str(file) in told.out for file in units(home))
    assert "systemctl --user list-timers tp-directory-update.timer" in told.out
    assert "tp-directory update remove-schedule" in told.out


def test_it_is_told_in_french_too(ask: Ask, home: Path) -> None:
    told = ask("update", "install-schedule", "--at", "06:05", "--lang", "fr")

    assert told.plain.startswith("Mise à jour chaque jour vers 6 h 05.")


def test_without_a_time_it_is_this_computer_s_own_each_time(ask: Ask, home: Path) -> None:
    written = []
    for _ in range(2):
        ask("update", "install-schedule")
        written.append(units(home)[1].read_text(encoding="utf-8"))

    assert written[0] == written[1]


def test_what_was_written_is_taken_back(ask: Ask, home: Path) -> None:
    ask("update", "install-schedule")
    told = ask("update", "remove-schedule")

    assert told.code == 0
    assert units(home) == []
    assert asked(home)[-1] == "--user disable --now tp-directory-update.timer"
    assert "tp-directory-update.timer" in told.out


def test_where_nothing_was_written_nothing_is_taken_back(ask: Ask, home: Path) -> None:
    told = ask("update", "remove-schedule")

    assert told.code == 1
    assert asked(home) == []


@pytest.mark.parametrize("at", ["25:00", "6", "06:60", "noon"])
def test_what_is_no_time_is_refused(ask: Ask, home: Path, at: str) -> None:
    told = ask("update", "install-schedule", "--at", at)

    assert told.code == 2
    assert "06:30" in told.err
    assert units(home) == []


def test_a_system_that_does_not_take_it_is_told_with_what_to_run(ask: Ask, home: Path) -> None:
    (home / "bin" / "systemctl").write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    told = ask("update", "install-schedule")

    assert told.code == 3
    assert "systemctl --user daemon-reload" in told.err
    assert units(home) == []


def test_a_system_without_systemd_is_told(ask: Ask, home: Path) -> None:
    (home / "bin" / "systemctl").unlink()

    assert ask("update", "install-schedule").code == 3
    assert units(home) == []


def test_a_new_time_that_the_system_does_not_take_leaves_the_schedule(ask: Ask, home: Path) -> None:
    ask("update", "install-schedule", "--at", "6:05")
    (home / "bin" / "systemctl").unlink()

    assert ask("update", "install-schedule", "--at", "7:05").code == 3
    assert len(units(home)) == 2


def test_what_was_written_is_taken_back_though_the_system_cannot_be_asked(
    ask: Ask, home: Path
) -> None:
    ask("update", "install-schedule")
    (home / "bin" / "systemctl").write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    told = ask("update", "remove-schedule")

    assert told.code == 3
    assert "systemctl --user disable --now tp-directory-update.timer" in told.err
    assert units(home) == []


def test_macos_has_an_agent_of_the_user(home: Path) -> None:
    schedule = schedule_of("darwin", JOB)
    [file] = schedule.files

    assert file == home / "Library" / "LaunchAgents" / "org.tp-directory.update.plist"
    assert schedule.begin[0][:2] == ("launchctl", "bootstrap")
    assert schedule.end[0][:2] == ("launchctl", "bootout")


def test_windows_has_a_task_of_the_user(home: Path) -> None:
    schedule = schedule_of("win32", JOB)
    [file] = schedule.files

    assert schedule.begin == (
        ("schtasks", "/Create", "/TN", "TP Directory update", "/XML", str(file), "/F"),
    )
    assert schedule.end == (("schtasks", "/Delete", "/TN", "TP Directory update", "/F"),)
