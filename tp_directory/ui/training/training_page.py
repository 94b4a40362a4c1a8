"""Training: a fictional case is chosen, gone through on the real checklist, and talked about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.preferences import Preferences
from tp_directory.core.taxonomy import Vocabulary as Terms
from tp_directory.screening.cases.case import Case, groups_of
from tp_directory.screening.cases.comparison import (
    Comparison,
    answered_as,
    changes_of,
    compare,
    give,
)
from tp_directory.screening.cases.slides import slides_of
from tp_directory.screening.contents import CaseFile
from tp_directory.screening.faults import FormulaRefused
from tp_directory.screening.interview import Interview
from tp_directory.screening.protocol import Protocol
from tp_directory.screening.vocabulary import Vocabulary
from tp_directory.ui.icons import Icons
from tp_directory.ui.screening.run_page import RunPage
from tp_directory.ui.screening.training_band import TrainingBand
from tp_directory.ui.tokens import SPACE_8, SPACE_24, Tokens
from tp_directory.ui.training.case_page import CasePage
from tp_directory.ui.training.cases_page import CasesPage
from tp_directory.ui.training.debrief_page import DebriefPage
from tp_directory.ui.training.presenter_view import PresenterView
from tp_directory.ui.training.run_view import RunView


class TrainingPage(QWidget):
    """Knows the cases, the one that is open, and its run; all of it in memory only."""

    add_wanted = Signal()  # a file of further cases
    remove_wanted = Signal(object)  # CaseFile that was added
    copy_wanted = Signal(str, str)  # the number, and what it is called

    def __init__(
        self,
        vocabulary: Vocabulary,
        needs: Terms,
        language: Language,
        tokens: Tokens,
        icons: Icons,
        clock: Callable[[], datetime],
    ) -> None:
        """`needs` has the words of needs by their codes; `clock` tells the time with its zone."""
        super().__init__()
        self.setObjectName("training_page")
        self._vocabulary, self._clock = vocabulary, clock
        self._protocols: Mapping[str, Protocol] = {}
        self._files: tuple[CaseFile, ...] = ()
        self._case: Case | None = None
        self._run: Interview | None = None
        self._first: Comparison | None = None
        self._at_once = Preferences().questions_at_once
        self._back = QPushButton()
        self._back.setProperty("role", "small")
        self._cases_page = CasesPage(language)
        self._told = CasePage(language)
        self._checklist = RunPage(vocabulary, language, tokens, icons)
        self._run_view = RunView(self._checklist, language)
        self._debrief = DebriefPage(needs, language)
        self._presenter = PresenterView(vocabulary, language, tokens, icons, self)
        self._pages = QStackedWidget()
        for page in (self._cases_page, self._told, self._run_view, self._debrief):
            self._pages.addWidget(page)
        self._head = QWidget()
        back = QHBoxLayout(self._head)
        back.setContentsMargins(SPACE_24, SPACE_8, SPACE_24, SPACE_8)
        back.addWidget(self._back)
        back.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(TrainingBand())
        layout.addWidget(self._head)
        layout.addWidget(self._pages, 1)

        self._cases_page.open_wanted.connect(self.open_case)
        self._cases_page.add_wanted.connect(self.add_wanted)
        self._cases_page.remove_wanted.connect(self.remove_wanted)
        self._told.trainee_wanted.connect(self.start_empty)
        self._told.expected_wanted.connect(self.start_answered)
        self._told.presenting_wanted.connect(self.present)
        self._checklist.finished.connect(self.end_run)
        self._checklist.copy_wanted.connect(self.copy_wanted)
        self._checklist.leave_wanted.connect(self.show_case)
        self._debrief.followup_wanted.connect(self.visit_again)
        self._debrief.first_visit_wanted.connect(self.show_first_visit)
        self._debrief.again_wanted.connect(self.show_case)
        self._back.clicked.connect(self.go_back)
        self.show_choices()

    @property
    def is_in_use(self) -> bool:
        """Whether a case is open."""
        return self._case is not None

    def show_protocols(self, protocols: Mapping[str, Protocol]) -> None:
        """Go through cases on these checklists, by their ids."""
        self._protocols = protocols
        self._show_cases()

    def show_case_files(self, files: tuple[CaseFile, ...]) -> None:
        """Offer the cases of these files."""
        self._files = files
        self._show_cases()

    def refuse_cases(self, words: Text) -> None:
        """Say why a file of cases was not taken in; it names file, line and field."""
        self._cases_page.show_refusal(words)

    def set_language(self, language: Language) -> None:
        """State the facts in a language."""
        for page in (
            self._cases_page,
            self._told,
            self._checklist,
            self._run_view,
            self._debrief,
            self._presenter,
        ):
            page.set_language(language)
        self._label_back()

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._checklist.set_tokens(tokens)
        self._presenter.set_tokens(tokens)

    def set_questions_at_once(self, count: int) -> None:
        """Show so many questions together from the next run on, 0 a whole section."""
        self._at_once = count

    def forget(self) -> None:
        """Drop the open case and its run."""
        self._presenter.forget()
        self._close_case()

    # The way through a case

    def open_case(self, case: Case) -> None:
        """Tell a case, and ask how to go through it."""
        self._case = case
        self.show_case()

    def show_case(self) -> None:
        """Go back to what the open case tells; a run of it is over."""
        self._drop_run()
        if self._case is not None:
            self._show_page(self._told)
            self._told.show_case(self._case)

    def start_empty(self) -> None:
        """Begin the checklist of the case without an answer."""
        if self._case is not None and self._case.protocol is not None:
            self._start(Interview(self._case.protocol, self._clock))

    def start_answered(self) -> None:
        """Begin the checklist of the case with the answers that it gives."""
        if self._case is not None and self._case.protocol is not None:
            visits = (self._case.scenario.first,)
            self._start(answered_as(self._case.protocol, visits, self._clock))

    def present(self) -> None:
        """Fill the screen with the case."""
        if self._case is not None and self._case.protocol is not None:
            slides = slides_of(self._case.scenario, self._case.protocol, self._clock)
            self._presenter.present(slides)

    def end_run(self) -> None:
        """Show what came of the run beside what the case expects."""
        if self._case is not None and self._run is not None:
            scenario, protocol = self._case.scenario, self._run.protocol
            expected = answered_as(protocol, (scenario.first,), self._clock)
            self._first = compare(expected, self._run, scenario.first, self._vocabulary)
            self.show_first_visit()

    def show_first_visit(self) -> None:
        """Show what came of the first visit."""
        if self._case is not None and self._first is not None:
            self._show_page(self._debrief)
            self._debrief.show_comparison(self._case.scenario, self._first)

    def visit_again(self) -> None:
        """Give the answers that changed by the follow-up visit, and compare once more."""
        if self._case is None or self._run is None or self._case.scenario.followup is None:
            return
        scenario, protocol = self._case.scenario, self._run.protocol
        visits = (scenario.first, self._case.scenario.followup)
        later = self._run.going_on_with(protocol)
        try:
            give(later, visits[1])
        except FormulaRefused as refusal:
            self.show_choices()
            self._cases_page.show_refusal(refusal.text)
            return
        expected = answered_as(protocol, visits, self._clock)
        comparison = compare(expected, later, visits[1], self._vocabulary)
        self._debrief.show_comparison(scenario, comparison, changes_of(visits[1], later))

    def show_choices(self) -> None:
        """Close the case, and offer all of them."""
        self._close_case()
        self._cases_page.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> bool:
        """Go from the result or the run to the case, and from the case to all of them.

        Return whether there was anything to go back from.
        """
        if self._case is None:
            return False
        if self._pages.currentWidget() is self._told:
            self.show_choices()
        else:
            self.show_case()
        return True

    def toggle_both_languages(self) -> None:
        """Show the questions in both languages, or in one."""
        self._checklist.toggle_both_languages()

    def _start(self, run: Interview) -> None:
        assert self._case is not None
        self._run = run
        self._run_view.show_scenario(self._case.scenario)
        self._show_page(self._run_view)
        # Its own band would stand beside the case, and that of this page is above both.
        self._checklist.start(run, questions_at_once=self._at_once)

    def _drop_run(self) -> None:
        self._run = self._first = None
        self._checklist.forget()
        self._run_view.show_scenario(None)
        self._debrief.forget()

    def _close_case(self) -> None:
        self._case = None
        self._drop_run()
        self._told.forget()
        self._show_page(self._cases_page)

    def _show_page(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        self._head.setVisible(page in (self._told, self._debrief))
        self._label_back()
        self.setFocusProxy(page)

    def _show_cases(self) -> None:
        self._cases_page.show_groups(groups_of(self._files, self._protocols, self._clock))

    def _label_back(self) -> None:
        is_case = self._pages.currentWidget() is self._told
        self._back.setText(self.tr("← All &cases") if is_case else self.tr("← The &case"))
