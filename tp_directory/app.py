"""Builds the program with its window from its parts, and runs it; nothing imports this but cli."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid5

from PySide6.QtCore import QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.errors import CannotRead, DirectoryError, UnknownPlace
from tp_directory.core.place import Outline
from tp_directory.core.preferences import Chosen
from tp_directory.core.query import Query
from tp_directory.core.service import Service
from tp_directory.exchange.hsds import NAMESPACE
from tp_directory.exchange.outlines import OUTLINES, read_outlines
from tp_directory.paths import Bundle, UserFolders, bundle, user_folders
from tp_directory.policy import ScreeningRules
from tp_directory.ui.appearance import Appearance
from tp_directory.ui.escape_watch import EscapeWatch
from tp_directory.ui.faults import FaultReporter
from tp_directory.ui.garbage import GarbageCollection
from tp_directory.ui.icons import Icons
from tp_directory.ui.idle_watch import IdleWatch
from tp_directory.ui.opening import Open, Opening
from tp_directory.ui.single_instance import SingleInstance
from tp_directory.ui.translation import Translation
from tp_directory.ui.window import Window
from tp_directory.user_settings import UserSettings

if TYPE_CHECKING:  # they load the store and the index, which the window does not wait for
    from tp_directory.directory import Directory
    from tp_directory.editions import Opened, Progress
    from tp_directory.screening.library import Library
    from tp_directory.store.kept import KeptFile
    from tp_directory.ui.kept.keeping import Keeping

_NAME, _NEUTRAL_NAME = "tp-directory", "workspace"
_STRIP_SLUGS = ("ca-human-trafficking-hotline", "ca-211-canada")


class WindowFailed(DirectoryError):
    """The window does not do what it must on this computer: install the program again."""

    def __init__(self, step: str) -> None:
        super().__init__(
            Text(
                f"The window failed its check: {step}. Install the program again.",
                f"La fenêtre n'a pas réussi sa vérification : {step}. Réinstallez le programme.",
            )
        )


@dataclass(frozen=True, slots=True)
class Ready:
    """What the window waits for: the directory, what is kept, and what is drawn."""

    opened: Opened
    kept: KeptFile
    outlines: tuple[Outline, ...]
    notice: Text


class Program(QObject):
    """Joins the window with the opening of the directory, the language and the settings."""

    def __init__(
        self,
        window: Window,
        translation: Translation,
        open_directory: Open,
        open_library: Callable[[Path], Library],
        settings: UserSettings,
    ) -> None:
        super().__init__(window)
        self._window, self._translation, self._settings = window, translation, settings
        self._open_library = open_library
        self._directory: Directory | None = None
        self._keeping: Keeping | None = None
        self._opening = Opening(open_directory, self)
        self._opening.progressed.connect(window.show_progress)
        self._opening.opened.connect(self.show_directory)
        self._opening.failed.connect(window.show_failure)
        window.language_chosen.connect(self.choose_language)
        window.preference_chosen.connect(self.choose)
        window.reset_wanted.connect(self.reset)
        window.retry_wanted.connect(self.open)
        window.closed.connect(self.stop)

    def open(self) -> None:
        """Open the directory, beside the window."""
        self._window.start_preparing()
        self._opening.start()

    def show_directory(self, ready: Ready) -> None:
        """Let the opened directory be searched."""
        directory = ready.opened.directory
        self._directory = directory
        from tp_directory.ui.kept.keeping import Keeping  # noqa: PLC0415  # the opening loaded it

        self._keeping = Keeping(ready.kept, self)
        lines = strip_services(directory)
        library = partial(self._open_library, ready.opened.data)
        self._window.show_directory(directory, self._keeping, library, ready.outlines, lines)
        if ready.notice:  # else the notice of broken settings would be taken away
            self._window.show_notice(ready.notice)

    def set_language(self, language: Language) -> None:
        """Say everything in a language, at once."""
        try:
            self._translation.show(language)
        except CannotRead as error:
            self._window.show_notice(error.text)
        self._window.set_language(language)

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
        self._opening.stop()
        if self._keeping is not None:
            self._keeping.close()
        if self._directory is not None:
            self._directory.close()
        window = self._window
        try:
            self._settings.keep(window.place(), window.widths())
        except DirectoryError as error:
            # The window is gone already; without its place kept, the next one stands elsewhere.
            sys.stderr.write(f"{error.text.best(window.language)}\n")

    def _follow(self, language_before: Language | None) -> None:
        """Follow the settings in force, and keep them at once."""
        language = self._settings.chosen.preferences.language
        if language is not language_before:
            self.set_language(language or system_language())
        self._window.apply(self._settings.chosen)
        try:
            self._settings.keep(self._window.place(), self._window.widths())
        except DirectoryError as error:
            self._window.show_notice(error.text)

    def _is_place(self, words: str) -> bool:
        """Whether searches can start from a place; tells where they cannot."""
        try:
            if words and self._directory is not None:
                self._directory.gazetteer.spot(words)
        except UnknownPlace as error:
            self._window.refuse_home(error.text)
            return False
        return True


def run(language: Language | None = None) -> int:
    """Show the window and return the exit code once it is closed.

    `language` comes before the one kept, which comes before the system's. Where a window is open
    already, that one comes to the front and this start is over.
    """
    travelling, folders = bundle(), user_folders()
    settings = UserSettings(folders)
    application = _application(is_neutral=settings.chosen.preferences.neutral_title)
    instance = SingleInstance(folders.settings, application)
    if not instance.claim():
        return 0
    garbage = GarbageCollection(application)
    spoken = language or settings.chosen.preferences.language or system_language()
    translation = Translation(application, travelling.resources / "translations")
    window = _window(application, travelling, spoken, settings.chosen)
    window.restore(settings.window, settings.panes)
    reporter = FaultReporter(folders.settings, window)
    reporter.install()
    program = Program(
        window,
        translation,
        partial(_open, travelling, folders),
        partial(_library, folders, settings.screening),
        settings,
    )
    program.set_language(spoken)
    window.hide_when_idle(IdleWatch(application, window))
    EscapeWatch(application, window).pressed_twice.connect(window.hide_everything)
    instance.called.connect(window.call_back)
    window.show()
    program.open()
    if settings.notice:
        window.show_notice(settings.notice)
    code = application.exec()
    instance.release()
    reporter.uninstall()
    translation.forget()
    _destroy(window)
    garbage.stop()
    return code


def strip_services(directory: Directory) -> tuple[Service | None, ...]:
    """The national lines of the strip, as this edition records them; None where it lacks one."""
    ids = (str(uuid5(NAMESPACE, slug)) for slug in _STRIP_SLUGS)
    return tuple(directory.fate(each).service for each in ids)


def system_language() -> Language:
    """The language of the system, English where it is neither of ours."""
    return Language.FR if QLocale.system().language() is QLocale.Language.French else Language.EN


def check_window(directory: Directory, language: Language) -> None:
    """Show the window, search in both languages, look at what is painted, and close it.

    It needs no screen: without an application running, the offscreen platform is taken. Keys are
    sent as a keyboard would send them, so that the whole way to the results is walked.

    Raises:
        WindowFailed: a step did not show what it must.
        CannotRead: words or style of the window are missing.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = _application()
    garbage = GarbageCollection(application)
    travelling = bundle()
    translation = Translation(application, travelling.resources / "translations")
    translation.show(language)
    window = _window(application, travelling, language, Chosen())
    # As in _open.
    from tp_directory.store.kept import KeptFile  # noqa: PLC0415
    from tp_directory.ui.kept.keeping import Keeping  # noqa: PLC0415

    keeping = Keeping(KeptFile.in_memory(), window)
    outlines = read_outlines(travelling.data / OUTLINES)
    nothing_own = UserFolders.inside(Path(), Path())
    window.show_directory(
        directory,
        keeping,
        partial(_library, nothing_own, ScreeningRules(), travelling.data),
        outlines,
        strip_services(directory),
    )
    window.show()
    searches = {Language.EN: "shelter", Language.FR: "hébergement"}
    for spoken in (language, language.other):
        translation.show(spoken)
        window.set_language(spoken)
        _check_search(window, searches[spoken])
    window.close()
    keeping.close()
    translation.forget()
    _destroy(window)
    garbage.stop()


def _check_search(window: Window, words: str) -> None:
    from tp_directory.ui.finding.hits_view import HitsView  # noqa: PLC0415

    box = window.findChild(QLineEdit, "search_box")
    view = window.findChild(HitsView)
    clear = window.findChild(QPushButton, "clear_button")
    if not (isinstance(box, QLineEdit) and view and clear):
        raise WindowFailed("search box")
    clear.click()
    for letter in words:
        press = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter
        )
        QApplication.sendEvent(box, press)
    if box.text() != words:
        raise WindowFailed(f"typing “{words}”")
    if not view.model().rowCount():
        raise WindowFailed(f"results for “{words}”")
    image = view.grab().toImage()
    ground = image.pixel(1, image.height() - 1)
    row = view.visualRect(view.model().index(0, 0))
    if all(
        image.pixel(x, y) == ground
        for x in range(row.left(), row.right(), 2)
        for y in range(row.top(), row.bottom(), 2)
    ):
        raise WindowFailed("painting")


def _destroy(window: Window) -> None:
    """Destroy a window now: left to Python's garbage collection, its parts go in any order."""
    window.deleteLater()
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)


def _application(*, is_neutral: bool = False) -> QApplication:
    """The application, by its own name or by a neutral one: a task bar shows it."""
    name = _NEUTRAL_NAME if is_neutral else _NAME
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication([name])
    application.setApplicationName(name)
    application.setDesktopFileName(name)
    return application


def _window(
    application: QApplication, travelling: Bundle, language: Language, chosen: Chosen
) -> Window:
    file = travelling.resources / "style" / "window.qss"
    try:
        sheet = file.read_text(encoding="utf-8")
    except OSError as error:
        raise CannotRead(file, error.strerror or str(error)) from error
    icons = Icons(travelling.resources / "icons")
    window = Window(language, chosen, Appearance(application, sheet), icons)
    window.focus_ring.follow(application)
    return window


def _open(travelling: Bundle, folders: UserFolders, progress: Progress) -> Ready:
    """Open everything, in the opening's own thread; the window is on the screen by then."""
    # The store and the index take 0.2 s to load, and what the window shows of them 0.1 s.
    from tp_directory.editions import current  # noqa: PLC0415
    from tp_directory.store.kept import open_kept  # noqa: PLC0415
    from tp_directory.ui import workspace  # noqa: F401, PLC0415

    opened = current(travelling, folders.editions, clock=now, progress=progress)
    opened.directory.search(Query(limit=1))  # reads what the first keystroke would wait for
    kept, notice = open_kept(folders.kept)
    outlines = read_outlines(opened.data / OUTLINES)
    return Ready(opened, kept, outlines, opened.notice or notice)


def _library(folders: UserFolders, rules: ScreeningRules, data: Path) -> Library:
    """Where checklists and training cases are; asked for when they are first looked at.

    `data` is the data folder of the edition that is open.
    """
    from tp_directory.screening.library import Library  # noqa: PLC0415  # pyxform takes 0.3 s

    return Library(
        data,
        folders.protocols,
        folders.scenarios,
        rules.reviewed,
        allow_text=rules.free_text,
    )


def now() -> datetime:
    """The present, with the computer's own offset."""
    return datetime.now(UTC).astimezone()
