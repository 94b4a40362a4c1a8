"""Screening in the window: choose a checklist, go through it, and see what it comes to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.preferences import Preferences
from tp_directory.core.query import Query
from tp_directory.screening.interview import Interview
from tp_directory.screening.protocol import Protocol
from tp_directory.ui.confirm import confirm
from tp_directory.ui.icons import Icons
from tp_directory.ui.screening.absence import Absence
from tp_directory.ui.screening.choose_page import ChoosePage
from tp_directory.ui.screening.reference_pages import ReferencePages
from tp_directory.ui.screening.result_page import ResultPage
from tp_directory.ui.screening.resume_page import ResumePage
from tp_directory.ui.screening.run_page import RunPage
from tp_directory.ui.tokens import Tokens

if TYPE_CHECKING:  # they load the store, the index and pyxform, which the window does not wait for
    from tp_directory.directory import Directory
    from tp_directory.screening.contents import Contents


class ScreeningPage(QStackedWidget):
    """Holds the one checklist that is open, in memory only, and erases it when it is left.

    Away from the page (the window hidden, a service looked up) it stays for as many minutes as
    the settings say.
    """

    copy_wanted = Signal(str, str)  # the words, and what they are called
    open_wanted = Signal(str)  # a service's id
    query_wanted = Signal(object)  # Query
    language_wanted = Signal(object)  # Language
    add_wanted = Signal()
    remove_wanted = Signal(object)  # Listed
    noticed = Signal(object)  # Text
    confirmed = Signal(str)
    number_missed = Signal()  # one was asked for, and none is stated
    card_missed = Signal()  # a number was asked for, and no card has the keyboard

    def __init__(
        self,
        directory: Directory,
        contents: Contents,
        icons: Icons,
        language: Language,
        preferences: Preferences,
        tokens: Tokens,
    ) -> None:
        super().__init__()
        self.setObjectName("screening_page")
        self._directory, self._language, self._preferences = directory, language, preferences
        self._protocols: dict[str, Protocol] = {}
        self._interview: Interview | None = None
        words = contents.vocabulary
        self._choose = ChoosePage(words, language)
        self._run = RunPage(words, language, tokens, icons)
        self._result = ResultPage(
            directory, words, self._title_of, language, tokens, preferences.home
        )
        self._references = ReferencePages(
            directory, contents.legal_notes, language, tokens, preferences.home
        )
        self._resume = ResumePage(language)
        for page in (self._choose, self._run, self._result, self._references, self._resume):
            self.addWidget(page)
        self._before: QWidget = self._choose
        self._absence = Absence(preferences.erase_minutes, directory.now, self)
        self.setFocusProxy(self._choose)
        self._wire()
        self.show_contents(contents)

    def _wire(self) -> None:
        choose, run, result, references = self._choose, self._run, self._result, self._references
        choose.chosen.connect(self.begin)
        choose.add_wanted.connect(self.add_wanted)
        choose.remove_wanted.connect(self.remove_wanted)
        choose.legal_notes_wanted.connect(references.show_legal_notes)
        choose.child_wanted.connect(references.show_child)
        run.finished.connect(self.show_result)
        run.leave_wanted.connect(self.ask_to_leave)
        result.back_wanted.connect(self.show_questions)
        result.switch_wanted.connect(self.go_on_with)
        result.child_wanted.connect(references.show_child)
        result.legal_notes_wanted.connect(references.show_legal_notes)
        result.done_wanted.connect(self.finish)
        result.query_wanted.connect(self.ask_directory)
        result.saved.connect(self.say_saved)
        result.refused.connect(self.noticed)
        references.asked.connect(self.show_references)
        references.back_wanted.connect(self.go_back)
        for page in (run, result, references):
            page.copy_wanted.connect(self.copy_wanted)
        for page in (result, references):
            page.open_wanted.connect(self.look_up)
            page.number_missed.connect(self.number_missed)
            page.card_missed.connect(self.card_missed)
        self._absence.begun.connect(self._resume.show_until)
        self._absence.over.connect(self.erase)
        self._resume.resume_wanted.connect(self.resume)
        self._resume.erase_wanted.connect(self.erase)

    @property
    def must_ask(self) -> bool:
        """Whether answers would be lost without the worker having been asked."""
        return self._interview is not None and self._interview.has_answers and not self.is_away

    @property
    def is_in_use(self) -> bool:
        """Whether a checklist is open."""
        return self._interview is not None

    @property
    def is_away(self) -> bool:
        """Whether the checklist waits, for some minutes, for the worker to come back."""
        return self._absence.is_on

    def show_contents(self, contents: Contents) -> None:
        """Offer the checklists that were read."""
        self._protocols = {
            each.protocol.id: each.protocol for each in contents.listed if each.protocol
        }
        self._choose.show_listed(contents.listed)

    def set_directory(self, directory: Directory) -> None:
        """Name the services of another edition; an open checklist stays as it is."""
        self._directory = directory
        self._absence.set_clock(directory.now)
        for page in (self._result, self._references):
            page.set_directory(directory)

    def set_language(self, language: Language) -> None:
        """State the facts in a language."""
        self._language = language
        for page in (self._choose, self._run, self._result, self._references, self._resume):
            page.set_language(language)

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        for page in (self._run, self._result, self._references):
            page.set_tokens(tokens)

    def follow(self, preferences: Preferences) -> None:
        """Follow the settings."""
        before, self._preferences = self._preferences, preferences
        if preferences.questions_at_once != before.questions_at_once:  # else the page would jump
            self._run.set_questions_at_once(preferences.questions_at_once)
        self._absence.set_minutes(preferences.erase_minutes)
        self._result.set_home(preferences.home)
        self._references.set_home(preferences.home)

    def begin(self, protocol: Protocol, language: Language) -> None:
        """Begin a checklist with no answer, in a language."""
        if language is not self._language:
            self.language_wanted.emit(language)
        self._start(Interview(protocol, self._directory.now))

    def go_on_with(self, protocol_id: str) -> None:
        """Go on with another checklist, and the answers to what is asked there in the same way."""
        if self._interview is not None and protocol_id in self._protocols:
            self._start(self._interview.going_on_with(self._protocols[protocol_id]))

    def show_questions(self) -> None:
        """Go back from the result to the questions."""
        self._show(self._run)

    def show_result(self) -> None:
        """Show what it comes to, as it stands."""
        if self._interview is not None:
            self._result.show_outcome(self._interview)
            self._show(self._result)

    def show_references(self) -> None:
        """Show what is looked up beside a checklist; its way back leads to where the worker was."""
        if (shown := self.currentWidget()) and shown is not self._references:
            self._before = shown
        self._show(self._references)

    def say_saved(self, name: str) -> None:
        """Say that a summary was written."""
        self.confirmed.emit(self.tr("Saved: {name}").format(name=name))

    def finish(self) -> None:
        """Erase the answers, as the worker asked."""
        self.erase()
        self.confirmed.emit(self.tr("The answers are erased."))

    def ask_to_leave(self, leave: Callable[[], None] | None = None) -> None:
        """Ask whether the answers may be erased, and `leave`; without answers, leave at once."""
        then = leave or self._focus
        if not self.must_ask:
            self.erase()
            then()
            return

        def erase_and_leave() -> None:
            self.erase()
            then()

        confirm(
            self,
            self.tr("Leave the checklist"),
            self.tr("Leave the checklist and erase its answers?"),
            self.tr("They are nowhere but in memory, and cannot be brought back."),
            yes=self.tr("&Erase and leave"),
            no=self.tr("Stay"),
            do=erase_and_leave,
        )

    def erase(self) -> None:
        """Forget the checklist and every answer."""
        self._absence.end()
        self._interview = None
        self._run.forget()
        self._result.forget()
        self._references.forget()
        self._before = self._choose
        self._show(self._choose)

    def step_away(self, *, is_hiding: bool) -> None:
        """Keep the checklist for as long as the settings say; hiding shows nothing of it later."""
        if is_hiding:
            self._choose.forget()
        if self._interview is None or not self._interview.has_answers:
            if is_hiding or self._interview is not None:
                self.erase()
            return
        if not self.is_away:
            self._absence.begin()
        if is_hiding and self.is_away:
            self._show(self._resume)

    def leave(self) -> None:
        """Forget a checklist without answers: the worker goes to another page."""
        if self._interview is not None and not self.is_away:
            self.erase()

    def resume(self) -> None:
        """Go on where the worker was."""
        self._absence.end()
        if self._interview is not None:
            self._show(self._before)

    def look_up(self, service_id: str) -> None:
        """Show a service in the directory; the checklist waits."""
        self.step_away(is_hiding=False)
        self.open_wanted.emit(service_id)

    def ask_directory(self, query: Query) -> None:
        """Put a question to the directory; the checklist waits."""
        self.step_away(is_hiding=False)
        self.query_wanted.emit(query)

    def go_back(self) -> bool:
        """Go one step back; return whether there was one."""
        shown = self.currentWidget()
        if shown is self._references:
            self._show(self._before)
        elif shown is self._result:
            self.show_questions()
        elif shown is self._run:
            self.ask_to_leave()
        else:
            return False
        return True

    def toggle_both_languages(self) -> None:
        """Show the questions in both languages, or in one."""
        if self._run.isVisible():
            self._run.toggle_both_languages()

    def _title_of(self, protocol_id: str) -> Text:
        protocol = self._protocols.get(protocol_id)
        return protocol.about.title if protocol else Text()

    def _start(self, interview: Interview) -> None:
        self._interview = interview
        self._run.start(interview, questions_at_once=self._preferences.questions_at_once)
        self._show(self._run)

    def _show(self, page: QWidget) -> None:
        if page in (self._run, self._result):
            self._before = page
        self.setCurrentWidget(page)
        self.setFocusProxy(page)
        self._focus()

    def _focus(self) -> None:
        if self.isVisible() and (page := self.currentWidget()):
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.is_away and self.currentWidget() is not self._resume:
            self.resume()
