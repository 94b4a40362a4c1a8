"""Joins the window with updates: shows how they stand, begins them, and moves it over."""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tp_directory.app.opening import now
from tp_directory.app.program import Program, changes_of
from tp_directory.core.errors import CannotWrite, DirectoryError, EditionDamaged
from tp_directory.core.release import Changes
from tp_directory.core.update_times import slot_of
from tp_directory.core.updating import Attempt
from tp_directory.paths import UserFolders
from tp_directory.ui.updates.network import Network
from tp_directory.ui.updates.scheduler import Scheduler
from tp_directory.ui.updates.update_process import UpdateProcess
from tp_directory.ui.updates.update_state import UpdateState
from tp_directory.ui.window import Window
from tp_directory.updates.attempts import add_attempt, installation_number, read_attempts
from tp_directory.user_settings import UserSettings

if TYPE_CHECKING:  # it loads the store and the index, which the window does not wait for
    from tp_directory.editions import Opened
    from tp_directory.editions.pointer import Installed


class Updating(QObject):
    """Knows which edition is in use, and has the window go on with another when there is one."""

    def __init__(
        self,
        window: Window,
        program: Program,
        folders: UserFolders,
        settings: UserSettings,
        command: tuple[str, ...],
    ) -> None:
        """`command` is what updates: a program and its arguments."""
        super().__init__(window)
        self._frame, self._program = window.frame, program
        self._folders, self._settings = folders, settings
        self._in_use: Path | None = None
        self._tried: Path | None = None  # the present edition of last time, in use by now or unfit
        self._previous, self._held_back, self._changes = 0, 0, Changes()
        self._attempts = read_attempts(folders.updates)
        self._scheduler = scheduler = Scheduler(
            UpdateProcess(command, self),
            Network(self),
            partial(read_attempts, folders.updates),
            lambda: slot_of(installation_number(folders.updates)),
            now,
            self,
        )
        page = self._frame.updates
        page.update_wanted.connect(scheduler.update_now)
        page.stop_wanted.connect(scheduler.cancel)
        page.file_chosen.connect(scheduler.take_in)
        page.go_back_wanted.connect(self.go_back)
        scheduler.looked.connect(self.look)
        scheduler.changed.connect(self.show)
        scheduler.ended.connect(self.end)
        program.settings_changed.connect(self.follow)
        program.edition_opened.connect(self.use)
        window.closed.connect(scheduler.stop)
        self.follow()

    def follow(self) -> None:
        """Follow the settings."""
        preferences = self._settings.chosen.preferences
        self._scheduler.follow(
            self._settings.updates,
            quiet=preferences.quiet_hours,
            is_paused=preferences.updates_paused,
            allows_metered=self._settings.metered,
        )

    def use(self, opened: Opened) -> None:
        """Tell of the edition that is in use from now on, and begin what is due."""
        self._in_use = opened.folder
        self._changes = changes_of(opened.folder)
        present = _installed(self._folders.editions)
        self._previous = _number_before(present) if present else 0
        self._held_back = present.held_back if present else 0
        self._scheduler.start()

    def look(self) -> None:
        """Go on with the present edition if another one is in use: it may come from outside."""
        self._attempts = read_attempts(self._folders.updates)
        present = _installed(self._folders.editions)
        folder = present.folder if present else None
        if folder not in (None, self._in_use, self._tried) and self._program.open_beside():
            self._tried = folder
        self.show()

    def end(self, attempt: Attempt) -> None:
        """Remember how an update ended, if it has not done so itself, and use what it brought."""
        if attempt not in read_attempts(self._folders.updates):
            with suppress(CannotWrite):  # a log that cannot be kept must not stop anything
                add_attempt(attempt, self._folders.updates)
        self.look()

    def go_back(self) -> None:
        """Use the edition before, as the worker asked."""
        from tp_directory.editions.pointer import go_back  # noqa: PLC0415  # the opening loaded it

        try:
            go_back(self._folders.editions)
        except DirectoryError as error:
            self._frame.show_notice(error.text)
        else:
            self.look()

    def show(self) -> None:
        """Show how things stand."""
        chosen, scheduler, policies = self._settings.chosen, self._scheduler, self._folders.policies
        state = UpdateState(
            setup=self._settings.updates,
            is_decided=self._settings.are_sources_decided,
            policy=str(policies[0]) if policies else "",
            attempts=self._attempts,
            is_running=scheduler.is_running,
            step=scheduler.step,
            next_at=scheduler.next_at,
            is_paused=chosen.preferences.updates_paused,
            is_pause_locked=chosen.is_locked("updates_paused"),
            quiet=chosen.preferences.quiet_hours,
            is_quiet_locked=chosen.is_locked("quiet_hours"),
            previous=self._previous,
            held_back=self._held_back,
            changes=self._changes,
        )
        self._frame.show_updates(state, now())


def update_command() -> tuple[str, ...]:
    """The program and its arguments that update once and print each step as a line."""
    is_frozen = getattr(sys, "frozen", False)  # made into one program, which has no Python beside
    start = (sys.executable,) if is_frozen else (sys.executable, "-m", "tp_directory")
    return (*start, "update", "--once", "--events")


def _installed(editions: Path) -> Installed | None:
    """The present edition and the one before it; None where it came with the program."""
    from tp_directory.editions.pointer import installed  # noqa: PLC0415  # the opening loaded it

    return installed(editions)


def _number_before(present: Installed) -> int:
    """The number of the edition that can be gone back to, 0 for none."""
    from tp_directory.editions.layout import read_release  # noqa: PLC0415  # the opening loaded it

    try:
        return read_release(present.previous).number if present.previous else 0
    except EditionDamaged:
        return 0
