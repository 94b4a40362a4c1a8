"""Screening and training in the window: read when first asked for, and told of the rest of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QShortcut

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.errors import DirectoryError
from tp_directory.core.preferences import Preferences
from tp_directory.ui.actions import Actions
from tp_directory.ui.file_dialog import ask_open
from tp_directory.ui.icons import Icons
from tp_directory.ui.late_page import LatePage
from tp_directory.ui.opening import Opening
from tp_directory.ui.tokens import Tokens

if TYPE_CHECKING:  # they load the store, the index and pyxform, which the window does not wait for
    from tp_directory.directory import Directory
    from tp_directory.screening.contents import CaseFile, Contents, Listed
    from tp_directory.screening.library import Library
    from tp_directory.ui.screening.screening_page import ScreeningPage
    from tp_directory.ui.training.training_page import TrainingPage


OpenLibrary = Callable[[], "Library"]
"""Finds the checklists; it loads pyxform, which takes 0.3 s."""


class Checklists(QObject):
    """Builds the pages of screening and training once their files are read, in a thread."""

    copy_wanted = Signal(str, str)  # the words, and what they are called
    open_wanted = Signal(str)  # a service's id
    query_wanted = Signal(object)  # Query
    language_wanted = Signal(object)  # Language
    noticed = Signal(object)  # Text
    confirmed = Signal(str)
    number_missed = Signal()  # one was asked for, and none is stated
    card_missed = Signal()  # a number was asked for, and no card has the keyboard

    def __init__(
        self,
        directory: Directory,
        open_library: OpenLibrary,
        actions: Actions,
        icons: Icons,
        language: Language,
        preferences: Preferences,
        tokens: Tokens,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._directory = directory
        self._icons, self._tokens = icons, tokens
        self._language, self._preferences = language, preferences
        self.screening, self.training = LatePage(), LatePage()
        self._page: ScreeningPage | None = None
        self._cases: TrainingPage | None = None
        self._open_library = open_library
        self._library: Library | None = None
        self._is_outdated = self._is_stopped = self._is_moved = False
        self._waits = False
        self._spoken: tuple[object, ...] = ()  # what the pages were built with
        self._reading = Opening(self._read, self)
        self._reading.opened.connect(self.show_contents)
        self._reading.finished.connect(self.read_changes)
        self._reading.failed.connect(self.noticed)
        for late in (self.screening, self.training):
            late.wanted.connect(self.read)
            late.looked_at.connect(self.renew)
            # The window's own key for it acts on the service in the directory, and sleeps here.
            both = QShortcut(actions.both_languages.shortcut(), late)
            both.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            both.activated.connect(self.toggle_both_languages)

    @property
    def _pages(self) -> tuple[ScreeningPage | TrainingPage, ...]:
        """The pages that were built by now."""
        return tuple(page for page in (self._page, self._cases) if page is not None)

    def set_directory(self, directory: Directory, open_library: OpenLibrary) -> None:
        """Name the services of another edition, and offer its checklists.

        What is open goes on as it began; words and legal notes are new once nothing is.
        """
        self._directory, self._open_library = directory, open_library
        self._is_moved = True
        if self._page is not None:
            self._page.set_directory(directory)
        if self._pages or self._reading.isRunning():
            self.read_again()

    def read(self) -> None:
        """Read what there is, beside the window."""
        if not self._reading.isRunning():
            self._reading.start()

    def read_again(self) -> None:
        """Read once more, now or after what is being read: a file was added or taken away."""
        self._is_outdated = True
        self.read_changes()

    def renew(self) -> None:
        """Build the pages with the words of another edition, which an open checklist put off."""
        if self._waits and not any(page.is_in_use for page in self._pages):
            self.read_again()

    def read_changes(self) -> None:
        """Read what has changed, unless something is being read."""
        if self._is_outdated and not self._is_stopped and not self._reading.isRunning():
            self._is_outdated = False
            if self._is_moved:
                self._library, self._is_moved = None, False
            self._reading.start()

    def stop(self) -> None:
        """Wait for what is being read, which is shown no more, and forget every answer."""
        self._is_stopped = True
        self._reading.stop()
        self.erase()

    def _read(self, _tell: object) -> tuple[Library, Contents]:
        """In the thread of the opening: where the files are, and what is in them.

        It loads the pages, too, which takes 0.1 s.
        """
        from tp_directory.ui.screening import screening_page  # noqa: F401, PLC0415  # loaded here
        from tp_directory.ui.training import training_page  # noqa: F401, PLC0415  # so too

        library = self._library or self._open_library()
        return library, library.read()

    def show_contents(self, read: tuple[Library, Contents]) -> None:
        """Show what was read, unless the window was closed meanwhile."""
        if self._is_stopped:
            return
        self._library, contents = read
        spoken = (contents.vocabulary, contents.legal_notes, self._directory.taxonomy.needs)
        is_old = spoken != self._spoken and not any(page.is_in_use for page in self._pages)
        if self._page is None or self._cases is None or is_old:
            self._spoken = spoken
            self._page, self._cases = self._screening_page(contents), self._training_page(contents)
            self.screening.fill(self._page)
            self.training.fill(self._cases)
        self._waits = spoken != self._spoken
        self._page.show_contents(contents)
        self._cases.show_protocols(
            {each.protocol.id: each.protocol for each in contents.listed if each.protocol}
        )
        self._cases.show_case_files(contents.case_files)

    def _screening_page(self, contents: Contents) -> ScreeningPage:
        from tp_directory.ui.screening.screening_page import ScreeningPage  # noqa: PLC0415  # as in _read

        page = ScreeningPage(
            self._directory, contents, self._icons, self._language, self._preferences, self._tokens
        )
        page.copy_wanted.connect(self.copy_wanted)
        page.open_wanted.connect(self.open_wanted)
        page.query_wanted.connect(self.query_wanted)
        page.language_wanted.connect(self.language_wanted)
        page.noticed.connect(self.noticed)
        page.confirmed.connect(self.confirmed)
        page.number_missed.connect(self.number_missed)
        page.card_missed.connect(self.card_missed)
        page.add_wanted.connect(self.add_checklist)
        page.remove_wanted.connect(self.remove_checklist)
        return page

    def _training_page(self, contents: Contents) -> TrainingPage:
        from tp_directory.ui.training.training_page import TrainingPage  # noqa: PLC0415  # as in _read

        page = TrainingPage(
            contents.vocabulary,
            self._directory.taxonomy.needs,
            self._language,
            self._tokens,
            self._icons,
            self.now,
        )
        page.set_questions_at_once(self._preferences.questions_at_once)
        page.copy_wanted.connect(self.copy_wanted)
        page.add_wanted.connect(self.add_cases)
        page.remove_wanted.connect(self.remove_cases)
        return page

    def now(self) -> datetime:
        """The present, by the clock of the directory that is in use."""
        return self._directory.now()

    def set_language(self, language: Language) -> None:
        """State the facts in a language."""
        self._language = language
        for page in self._pages:
            page.set_language(language)

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._tokens = tokens
        for page in self._pages:
            page.set_tokens(tokens)

    def follow(self, preferences: Preferences) -> None:
        """Follow the settings."""
        self._preferences = preferences
        if self._page is not None:
            self._page.follow(preferences)
        if self._cases is not None:
            self._cases.set_questions_at_once(preferences.questions_at_once)

    def may_leave(self, leave: Callable[[], None]) -> bool:
        """Whether screening can be left at once; else ask first, and `leave` after that."""
        if self._page is None:
            return True
        if self._page.must_ask:
            self._page.ask_to_leave(leave)
            return False
        self._page.leave()
        return True

    def hide(self) -> None:
        """Show nothing of a checklist, which waits for a while; training is over."""
        if self._page is not None:
            self._page.step_away(is_hiding=True)
        if self._cases is not None:
            self._cases.forget()

    def erase(self) -> None:
        """Forget every answer at once."""
        if self._page is not None:
            self._page.erase()
        if self._cases is not None:
            self._cases.forget()

    def go_back(self) -> bool:
        """Go one step back on the page that is seen; return whether there was one."""
        return any(page.go_back() for page in self._pages if page.isVisible())

    def toggle_both_languages(self) -> None:
        """Show questions in both languages, or in one."""
        for page in self._pages:
            if page.isVisible():
                page.toggle_both_languages()

    def add_checklist(self) -> None:
        """Ask for a workbook, and take in a copy of it."""
        if self._library is not None:
            title, kinds = self.tr("Add a checklist"), self.tr("Workbooks (*.xlsx)")
            self._add(title, kinds, self._library.shelf.add, self.noticed.emit)

    def add_cases(self) -> None:
        """Ask for a file of training cases, and take in a copy of it."""
        if self._library is not None and self._cases is not None:
            title, kinds = self.tr("Add training cases"), self.tr("Training cases (*.yaml *.yml)")
            self._add(title, kinds, self._library.add_cases, self._cases.refuse_cases)

    def remove_checklist(self, listed: Listed) -> None:
        """Take away a checklist that was added."""
        if self._library is not None:
            self._remove(partial(self._library.shelf.remove, listed))

    def remove_cases(self, added: CaseFile) -> None:
        """Take away a file of training cases that was added."""
        if self._library is not None:
            self._remove(partial(self._library.remove_cases, added))

    def _remove(self, remove: Callable[[], None]) -> None:
        try:
            remove()
        except DirectoryError as error:
            self.noticed.emit(error.text)
        self.read_again()

    def _add(
        self,
        title: str,
        kinds: str,
        add: Callable[[Path], object],
        refuse: Callable[[Text], None],
    ) -> None:
        file = ask_open(self.screening.window(), title, kinds)
        if file is None:
            return
        try:
            add(file)
        except DirectoryError as error:
            refuse(error.text)
        else:
            self.confirmed.emit(self.tr("Added: {name}").format(name=file.name))
            self.read_again()
