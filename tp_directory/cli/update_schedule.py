"""The verbs `update install-schedule` and `update remove-schedule`: updates without the window."""
# No `from __future__ import annotations`: see search.py.

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from typing import Annotated

import typer
from typer import Option

import tp_directory
from tp_directory.cli.bad_use import BadUse
from tp_directory.cli.verb import verb_class
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.errors import CannotWrite, DirectoryError
from tp_directory.core.update_times import slot_of
from tp_directory.paths import user_folders
from tp_directory.updates.attempts import installation_number
from tp_directory.updates.unit_files import (
    AGENT,
    TASK,
    UNIT,
    Job,
    launch_agent,
    systemd_service,
    systemd_timer,
    windows_task,
)
from tp_directory.wording.dates import time_words

_INSTALL = Text(
    """Have this computer update the directory once a day, without the window.

    Writes what the system needs for it (a systemd user timer on Linux, a launchd agent on macOS, a
    task of the Task Scheduler on Windows), begins it, and says what it wrote. It needs no rights
    beyond your own. A computer that was off at that time catches up.

    Exit codes: 0 installed, 2 not understood, 3 the system does not take it.
    """,
    """Faire mettre le répertoire à jour par cet ordinateur une fois par jour, sans la fenêtre.

    Écrit ce qu'il faut au système (une minuterie systemd de l'utilisateur sous Linux, un agent
    launchd sous macOS, une tâche du Planificateur sous Windows), la lance et dit ce qui a été
    écrit. Aucun droit au-delà des vôtres n'est nécessaire. Un ordinateur éteint à cette heure-là se
    rattrape.

    Codes de retour : 0 installé, 2 incompris, 3 le système ne l'accepte pas.
    """,
)
_INSTALL_SHORT = Text("Update once a day, without the window.", "Mettre à jour chaque jour.")
_REMOVE = Text(
    """Take back what install-schedule wrote.

    Exit codes: 0 removed, 1 there was none, 3 the system does not take it.
    """,
    """Retirer ce que install-schedule a écrit.

    Codes de retour : 0 retiré, 1 il n'y en avait pas, 3 le système ne l'accepte pas.
    """,
)
_REMOVE_SHORT = Text("Update by itself no longer.", "Ne plus mettre à jour de soi-même.")
_AT = Text(
    "The time of day. Without it: one of this computer's own, so that not all come at once.",
    "L'heure du jour. Sans elle : une heure propre à cet ordinateur, pour que tous ne viennent pas "
    "à la fois.",
)
_AT_METAVAR = "HH:MM"
_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
_NOT_A_TIME = Text(
    "--at expects a time of day such as 06:30.", "--at attend une heure du jour comme 06:30."
)
_NONE = Text("No schedule was installed.", "Aucun horaire n'était installé.")


class ScheduleRefused(DirectoryError):
    """The system did not begin or end the schedule: run the named command to see why."""

    def __init__(self, command: str, reason: str) -> None:
        super().__init__(
            Text(
                f"The system did not change its schedule ({reason}). To see why, run: {command}",
                f"Le système n'a pas modifié son horaire ({reason}). Pour en voir la raison, "
                f"lancez : {command}",
            )
        )


@dataclass(frozen=True, slots=True)
class Schedule:
    """What a system needs: files with their contents, and commands that begin, end and show it."""

    files: dict[Path, bytes]
    begin: tuple[tuple[str, ...], ...]
    end: tuple[tuple[str, ...], ...]
    see: tuple[str, ...]


def add_schedule(verbs: typer.Typer, language: Language) -> None:
    """Declare the verbs, with their help in a language."""

    @verbs.command(
        "install-schedule",
        cls=verb_class(language),
        help=_INSTALL.best(language),
        short_help=_INSTALL_SHORT.best(language),
    )
    def install(
        at: Annotated[str, Option(help=_AT.best(language), metavar=_AT_METAVAR)] = "",
    ) -> int:
        moment = _time(at)
        schedule = schedule_of(sys.platform, Job(_command(), _folder(), moment))
        new = [file for file in schedule.files if not file.exists()]
        try:
            for file, content in schedule.files.items():
                _write(file, content)
            for command in schedule.begin:
                _run(command)
        except DirectoryError:
            _remove(new)
            raise
        print(_told(schedule, moment).best(language))
        return 0

    @verbs.command(
        "remove-schedule",
        cls=verb_class(language),
        help=_REMOVE.best(language),
        short_help=_REMOVE_SHORT.best(language),
    )
    def remove() -> int:
        schedule = schedule_of(sys.platform, Job(_command(), _folder(), time()))
        written = [file for file in schedule.files if file.exists()]
        if not written:
            print(_NONE.best(language))
            return 1
        try:
            for command in schedule.end:
                _run(command)
        finally:  # a system that does not know the schedule, or cannot be asked, needs no files
            _remove(written)
        names = _listed(written)
        print(Text(f"Removed: {names}", f"Retiré : {names}").best(language))
        return 0


def schedule_of(platform: str, job: Job) -> Schedule:
    """What a platform (as sys.platform names it) needs to run a job once a day."""
    if platform == "win32":
        task = user_folders().updates / "task.xml"
        return Schedule(
            {task: windows_task(job)},
            (("schtasks", "/Create", "/TN", TASK, "/XML", str(task), "/F"),),
            (("schtasks", "/Delete", "/TN", TASK, "/F"),),
            ("schtasks", "/Query", "/TN", TASK),
        )
    if platform == "darwin":
        agent = Path.home() / "Library" / "LaunchAgents" / f"{AGENT}.plist"
        domain = f"gui/{os.getuid()}"
        return Schedule(
            {agent: launch_agent(job)},
            (("launchctl", "bootstrap", domain, str(agent)),),
            (("launchctl", "bootout", f"{domain}/{AGENT}"),),
            ("launchctl", "print", f"{domain}/{AGENT}"),
        )
    config = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    units = Path(config) / "systemd" / "user"
    control = ("systemctl", "--user")
    return Schedule(
        {
            units / f"{UNIT}.service": systemd_service(job).encode(),
            units / f"{UNIT}.timer": systemd_timer(job).encode(),
        },
        ((*control, "daemon-reload"), (*control, "enable", "--now", f"{UNIT}.timer")),
        ((*control, "disable", "--now", f"{UNIT}.timer"),),
        (*control, "list-timers", f"{UNIT}.timer"),
    )


def _command() -> tuple[str, ...]:
    """What updates once, without a window on any system."""
    program = Path(sys.executable)
    windowless = program.with_name("pythonw.exe")
    start = [str(windowless if windowless.exists() else program)]
    if not getattr(sys, "frozen", False):  # made into one program, which has no Python beside
        start += ["-m", "tp_directory"]
    return (*start, "update", "--once")


def _folder() -> Path:
    """Where Python finds the program before anything else of its name."""
    return Path(tp_directory.__file__).parent.parent


def _time(at: str) -> time:
    if not at:
        return slot_of(installation_number(user_folders().updates))
    match = _TIME.fullmatch(at)
    if match is None:
        raise BadUse(_NOT_A_TIME)
    return time(int(match[1]), int(match[2]))


def _write(file: Path, content: bytes) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    except OSError as error:
        raise CannotWrite(file.parent, error.strerror or str(error)) from error


def _remove(files: Iterable[Path]) -> None:
    for file in files:
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            raise CannotWrite(file.parent, error.strerror or str(error)) from error


def _run(command: tuple[str, ...]) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=30)
    except (OSError, subprocess.SubprocessError) as error:
        raise ScheduleRefused(shlex.join(command), type(error).__name__) from error


def _told(schedule: Schedule, at: time) -> Text:
    names, see = _listed(schedule.files), shlex.join(schedule.see)
    when = time_words(at)
    return Text(
        f"Updates every day at about {when.en}.\nWritten: {names}\nTo see it: {see}\n"
        "To take it back: tp-directory update remove-schedule",
        f"Mise à jour chaque jour vers {when.fr}.\nÉcrit : {names}\nPour le voir : {see}\n"
        "Pour le retirer : tp-directory update remove-schedule",
    )


def _listed(files: Iterable[Path]) -> str:
    return ", ".join(map(str, files))
