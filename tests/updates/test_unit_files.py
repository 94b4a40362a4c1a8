"""What operating systems are told, as they read it."""

from __future__ import annotations

import configparser
import plistlib
import shutil
import subprocess
import sys
from datetime import time
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tp_directory.updates.unit_files import (
    UNIT,
    Job,
    launch_agent,
    systemd_service,
    systemd_timer,
    windows_task,
)

COMMAND = ("/opt/An Example/bin/python", "-m", "tp_directory", "update", "--once")
JOB = Job(COMMAND, Path("/opt/An Example/lib"), time(6, 5))
NAMESPACE = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"


def unit(content: str) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # names keep their capitals
    parser.read_string(content)
    return parser


def test_the_service_runs_the_command_once_with_its_spaces() -> None:
    service = unit(systemd_service(JOB))["Service"]

    assert service["Type"] == "oneshot"
    assert service["ExecStart"] == (
        '"/opt/An Example/bin/python" "-m" "tp_directory" "update" "--once"'
    )
    assert service["WorkingDirectory"] == "/opt/An Example/lib"
    assert service["TimeoutStartSec"] == "1h"


def test_nothing_in_the_command_means_anything_to_systemd() -> None:
    job = Job(('/a "b"/%h/$HOME\\c',), Path("/x/%u"), time(6, 5))
    service = unit(systemd_service(job))["Service"]

    assert service["ExecStart"] == '"/a \\"b\\"/%%h/$$HOME\\\\c"'
    assert service["WorkingDirectory"] == "/x/%%u"


def test_the_timer_is_daily_spread_and_catches_up() -> None:
    timer = unit(systemd_timer(JOB))

    assert dict(timer["Timer"]) == {
        "OnCalendar": "*-*-* 06:05:00",
        "RandomizedDelaySec": "30min",
        "Persistent": "true",
    }
    assert timer["Install"]["WantedBy"] == "timers.target"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd on this computer")
def test_systemd_takes_both_units(tmp_path: Path) -> None:
    job = Job((sys.executable, "-c", "print('100 %')"), tmp_path, time(6, 5))
    (tmp_path / f"{UNIT}.service").write_text(systemd_service(job), encoding="utf-8")
    timer = tmp_path / f"{UNIT}.timer"
    timer.write_text(systemd_timer(job), encoding="utf-8")

    verified = subprocess.run(
        ["systemd-analyze", "--user", "--man=no", "verify", str(timer)],
        capture_output=True,
        text=True,
        check=False,
        env={"XDG_RUNTIME_DIR": str(tmp_path), "HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
    )

    assert (verified.returncode, verified.stderr) == (0, "")


def test_the_agent_of_macos_runs_the_command_every_day() -> None:
    agent = plistlib.loads(launch_agent(JOB))

    assert agent["ProgramArguments"] == list(COMMAND)
    assert agent["WorkingDirectory"] == "/opt/An Example/lib"
    assert agent["StartCalendarInterval"] == {"Hour": 6, "Minute": 5}
    assert "RunAtLoad" not in agent


def test_the_task_of_windows_runs_the_command_every_day() -> None:
    task = ElementTree.fromstring(windows_task(JOB))

    def text(path: str) -> str:
        return task.findtext("/".join(NAMESPACE + part for part in path.split("/"))) or ""

    trigger = "Triggers/CalendarTrigger"
    assert text(f"{trigger}/StartBoundary").endswith("T06:05:00")
    assert text(f"{trigger}/RandomDelay") == "PT30M"
    assert text(f"{trigger}/ScheduleByDay/DaysInterval") == "1"
    assert text("Settings/StartWhenAvailable") == "true"
    assert text("Actions/Exec/Command") == COMMAND[0]
    assert text("Actions/Exec/Arguments") == "-m tp_directory update --once"


def test_the_task_asks_for_no_rights() -> None:
    task = windows_task(JOB).decode("utf-16")

    assert "HighestAvailable" not in task
    assert "<UserId>" not in task


def test_letters_of_any_kind_stand_in_a_task() -> None:
    job = Job(("C:\\Utilisateurs\\Éloïse & Cie\\python.exe", "a b"), Path("C:\\é"), time(6, 5))
    task = ElementTree.fromstring(windows_task(job))

    [command] = task.iter(f"{NAMESPACE}Command")
    [arguments] = task.iter(f"{NAMESPACE}Arguments")
    assert command.text == job.command[0]
    assert arguments.text == '"a b"'
