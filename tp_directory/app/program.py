"""Joins the window with what it shows: the directory, the language, the settings, the updates."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid5

from PySide6.QtCore import QLocale, QObject, Signal

from tp_directory.app.opening import Ready
from tp_directory.core.bilingual import Language
from tp_directory.core.errors import CannotRead, DirectoryError, KeptDamaged, UnknownPlace
from tp_directory.core.release import Changes
from tp_directory.core.service import Service
from tp_directory.exchange.hsds import NAMESPACE
from tp_directory.ui.opening import Open, Opening
from tp_directory.ui.translation import Translation
from tp_directory.ui.window import Window
from tp_directory.user_settings import UserSettings

if TYPE_CHECKING:  # they load the store and the index, which the window does not wait for
    from tp_directory.directory import Directory
    from tp_directory.editions import Opened
    from tp_directory.screening.library import Library
    from tp_directory.ui.kept.keeping import Keeping

_STRIP_SLUGS = ("ca-human-trafficking-hotline", "ca-211-canada")


class Program(QObject):
    """Joins the window with the opening of the directory, the language and the settings."""

    edition_opened = Signal(object)  # Opened, at first and whenever another comes in its place
    settings_changed = Signal()

    def __init__(
        self,
        window: Window,
        translation: Translation,
        open_everything: Open,
        open_present: Open,
        open_library: Callable[[Path], Library],
        settings: UserSettings,
    ) -> None:
        """`open_everything` gives a Ready, `open_present` an Opened: the present edition."""
        super().__init__(window)
        self._window, self._frame = window, window.frame
        self._translation, self._settings = translation, settings
        self._open_library = open_library
        self._directory: Directory | None = None
        self._keeping: Keeping | None = None
        self._is_stopped = False
        self._opening = Opening(open_everything, self)
        self._opening.progressed.connect(self._frame.show_progress)
        self._opening.opened.connect(self.show_directory)
        self._opening.failed.connect(self._frame.show_failure)
        self._opening.finished.connect(self._frame.end_preparing)
        self._opening_beside = Opening(open_present, self)
        self._opening_beside.opened.connect(self.go_on_with)
        self._opening_beside.failed.connect(self._frame.show_notice)
        self._frame.language_chosen.connect(self.choose_language)
        self._frame.preference_chosen.connect(self.choose)
        self._frame.reset_wanted.connect(self.reset)
        self._frame.retry_wanted.connect(self.open)
        window.closed.connect(self.stop)

    def open(self) -> None:
        """Open the directory, beside the window."""
        self._frame.start_preparing()
        self._opening.start()

    def show_directory(self, ready: Ready) -> None:
        """Let the opened directory be searched, unless the window was closed meanwhile."""
        directory = ready.opened.directory
        if self._is_stopped:
            ready.kept.close()
            directory.close()
            return
        self._directory = directory
        from tp_directory.store.kept import KeptFile, forgetting  # noqa: PLC0415  # the opening
        from tp_directory.ui.kept.keeping import Keeping  # noqa: PLC0415  # loaded them

        notice = ready.notice
        try:
            self._keeping = Keeping(ready.kept, self)
        except (CannotRead, KeptDamaged) as error:  # another program took the file meanwhile
            ready.kept.close()
            self._keeping = Keeping(KeptFile.in_memory(), self)
            notice = forgetting(error.text)
        lines = strip_services(directory)
        library = partial(self._open_library, ready.opened.data)
        self._frame.show_directory(directory, self._keeping, library, ready.outlines, lines)
        if notice:  # else the notice of broken settings would be taken away
            self._frame.show_notice(notice)
        self.edition_opened.emit(ready.opened)

    def open_beside(self) -> bool:
        """Open the edition that is the present one by now, while the one before is in use.

        Returns whether that has begun; it has not while another one is being opened.
        """
        can_begin = self._directory is not None and not self._opening_beside.isRunning()
        if can_begin:
            self._opening_beside.start()
        return can_begin

    def go_on_with(self, opened: Opened) -> None:
        """Let another edition be searched in the place of the one before."""
        before, directory = self._directory, opened.directory
        if self._is_stopped:
            directory.close()
            return
        assert before is not None  # open_beside waits for it
        self._directory = directory
        is_newer = directory.edition.number > before.edition.number
        self._frame.move_over(
            directory,
            partial(self._open_library, opened.data),
            strip_services(directory),
            changes_of(opened.folder) if is_newer else Changes(),
        )
        if opened.notice:
            self._frame.show_notice(opened.notice)
        before.close()
        self.edition_opened.emit(opened)

    def set_language(self, language: Language) -> None:
        """Say everything in a language, at once."""
        try:
            self._translation.show(language)
        except CannotRead as error:
            self._frame.show_notice(error.text)
        self._frame.set_language(language)

    def choose_language(self, language: Language) -> None:
        """Say everything in a language, and keep it for the next start unless it is locked."""
        self.set_language(language)
        if not self._settings.chosen.is_locked("language"):
            self.choose("language", language)

    def choose(self, name: str, value: object) -> None:
        """Follow a setting that the worker chose, and keep it."""
        if name == "home" and not self._is_place(str(value)):
            return
        before = self._settings.chosen.preferences.language
        self._settings.choose(name, value)
        self._follow(before)

    def reset(self) -> None:
        """Go back to the usual settings."""
        before = self._settings.chosen.preferences.language
        self._settings.reset()
        self._follow(before)

    def stop(self) -> None:
        """Let go of the directory and keep the settings, and nothing else."""
        self._is_stopped = True
        self._opening.stop()
        self._opening_beside.stop()
        if self._keeping is not None:
            self._keeping.close()
        if self._directory is not None:
            self._directory.close()
        try:
            self._settings.keep(self._window.place(), self._frame.widths())
        except DirectoryError as error:
            # The window is gone already; without its place kept, the next one stands elsewhere.
            sys.stderr.write(f"{error.text.best(self._frame.language)}\n")

    def _follow(self, language_before: Language | None) -> None:
        """Follow the settings in force, and keep them at once."""
        chosen = self._settings.chosen.preferences.language
        language = chosen or system_language()
        if chosen is not language_before and language is not self._frame.language:
            self.set_language(language)
        self._window.apply(self._settings.chosen)
        self.settings_changed.emit()
        try:
            self._settings.keep(self._window.place(), self._frame.widths())
        except DirectoryError as error:
            self._frame.show_notice(error.text)

    def _is_place(self, words: str) -> bool:
        """Whether searches can start from a place; tells where they cannot."""
        try:
            if words and self._directory is not None:
                self._directory.gazetteer.spot(words)
        except UnknownPlace as error:
            self._frame.refuse_home(error.text)
            return False
        return True


def strip_services(directory: Directory) -> tuple[Service | None, ...]:
    """The national lines of the strip, as this edition records them; None where it lacks one."""
    ids = (str(uuid5(NAMESPACE, slug)) for slug in _STRIP_SLUGS)
    return tuple(directory.fate(each).service for each in ids)


def system_language() -> Language:
    """The language of the system, English where it is neither of ours."""
    return Language.FR if QLocale.system().language() is QLocale.Language.French else Language.EN


def changes_of(edition: Path) -> Changes:
    """What an edition brought; nothing where it came with the program."""
    from tp_directory.editions.layout import read_changes  # noqa: PLC0415  # the opening loaded it

    return read_changes(edition)
