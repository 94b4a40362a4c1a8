"""What tells an operating system to update once a day, without a window and without rights.

A computer that was off at that time catches up when it is on again. None of these files names a
user, and none asks for more rights than the user has.
"""

from __future__ import annotations

import plistlib
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from subprocess import list2cmdline
from xml.etree import ElementTree

UNIT = "tp-directory-update"
AGENT = "org.tp-directory.update"
TASK = "TP Directory update"
_TASKS = "http://schemas.microsoft.com/windows/2004/02/mit/task"
_SPREAD_MINUTES = 30
_LONGEST_HOURS = 1


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be run, in which folder, and at what time of the computer's clock."""

    command: tuple[str, ...]
    folder: Path
    at: time


def systemd_service(job: Job) -> str:
    """The unit that runs the job once, as systemd.service(5) has it."""
    command = " ".join(map(_quoted, job.command))
    folder = str(job.folder).replace("%", "%%")
    return (
        "[Unit]\nDescription=Bring TP Directory up to date\n\n"
        f"[Service]\nType=oneshot\nExecStart={command}\nWorkingDirectory={folder}\nNice=10\n"
        f"TimeoutStartSec={_LONGEST_HOURS}h\n"  # a share that is gone may hang for ever
    )


def systemd_timer(job: Job) -> str:
    """The unit that begins the other one daily, as systemd.timer(5) has it."""
    return (
        "[Unit]\nDescription=Bring TP Directory up to date every day\n\n"
        f"[Timer]\nOnCalendar=*-*-* {job.at:%H:%M}:00\nRandomizedDelaySec={_SPREAD_MINUTES}min\n"
        "Persistent=true\n\n[Install]\nWantedBy=timers.target\n"
    )


def launch_agent(job: Job) -> bytes:
    """The property list of macOS, as launchd.plist(5) has it."""
    return plistlib.dumps(
        {
            "Label": AGENT,
            "ProgramArguments": list(job.command),
            "WorkingDirectory": str(job.folder),
            "StartCalendarInterval": {"Hour": job.at.hour, "Minute": job.at.minute},
            "ProcessType": "Background",
            "LowPriorityIO": True,
        }
    )


def windows_task(job: Job) -> bytes:
    """The task of Windows' Task Scheduler, by its schema 1.2, in UTF-16 as schtasks reads it."""
    task = ElementTree.Element("Task", {"version": "1.2", "xmlns": _TASKS})
    about = ElementTree.SubElement(task, "RegistrationInfo")
    _add(about, Description="Brings TP Directory up to date every day.")
    trigger = ElementTree.SubElement(ElementTree.SubElement(task, "Triggers"), "CalendarTrigger")
    _add(
        trigger,
        StartBoundary=f"2026-01-01T{job.at:%H:%M}:00",  # any day that is over
        Enabled="true",
        RandomDelay=f"PT{_SPREAD_MINUTES}M",
    )
    _add(ElementTree.SubElement(trigger, "ScheduleByDay"), DaysInterval="1")
    settings = ElementTree.SubElement(task, "Settings")
    _add(
        settings,
        MultipleInstancesPolicy="IgnoreNew",
        DisallowStartIfOnBatteries="false",
        StopIfGoingOnBatteries="false",
        StartWhenAvailable="true",
        ExecutionTimeLimit=f"PT{_LONGEST_HOURS}H",
        Priority="7",
    )
    action = ElementTree.SubElement(ElementTree.SubElement(task, "Actions"), "Exec")
    program, *arguments = job.command
    _add(
        action,
        Command=program,
        Arguments=list2cmdline(arguments),
        WorkingDirectory=str(job.folder),
    )
    content: bytes = ElementTree.tostring(task, encoding="utf-16", xml_declaration=True)
    return content


def _add(parent: ElementTree.Element, **texts: str) -> None:
    for name, text in texts.items():
        ElementTree.SubElement(parent, name).text = text


def _quoted(word: str) -> str:
    """A word of a command as systemd reads it: in quotes, and nothing in it is a specifier."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"'
