"""What a checklist comes to, from top to bottom: meaning, steps, services, what was noted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tp_directory.core.bilingual import Language, Text
from tp_directory.screening.interview import Interview
from tp_directory.screening.outcome import Outcome
from tp_directory.screening.protocol import Protocol
from tp_directory.screening.vocabulary import Vocabulary
from tp_directory.ui.announcer import Announcer
from tp_directory.ui.card_key import CardKey
from tp_directory.ui.dropping import drop
from tp_directory.ui.fact_column import FactColumn
from tp_directory.ui.fact_labels import FactLabel
from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.focus_order import chain
from tp_directory.ui.page_column import PageColumn
from tp_directory.ui.screening.best_service import BestService
from tp_directory.ui.screening.matches_view import MatchesView
from tp_directory.ui.screening.next_steps import NextSteps
from tp_directory.ui.screening.noted_view import NotedView
from tp_directory.ui.screening.result_head import ResultHead
from tp_directory.ui.screening.service_card import ServiceCard
from tp_directory.ui.screening.summary import summarize
from tp_directory.ui.screening.summary_files import SummaryFiles
from tp_directory.ui.screening.training_band import TrainingBand
from tp_directory.ui.tokens import SPACE_8, SPACE_12, SPACE_24, Tokens

if TYPE_CHECKING:  # it loads the store and the index, which the window does not wait for
    from tp_directory.directory import Directory


class ResultPage(QWidget):
    """Shows one result until it is told to forget it; nothing of it is written unasked."""

    back_wanted = Signal()  # to the questions
    done_wanted = Signal()  # finish and erase
    legal_notes_wanted = Signal()
    switch_wanted = Signal(str)  # the id of the protocol to go on with
    child_wanted = Signal()
    copy_wanted = Signal(str, str)  # the number, and what it is called
    number_missed = Signal()  # one was asked for, and none is stated
    card_missed = Signal()  # a number was asked for, and no card has the keyboard
    open_wanted = Signal(str)  # a service's id
    query_wanted = Signal(object)  # Query, for the directory's own list
    saved = Signal(str)  # the name of the file
    refused = Signal(object)  # Text: why a file could not be written

    def __init__(
        self,
        directory: Directory,
        vocabulary: Vocabulary,
        title_of: Callable[[str], Text],
        language: Language,
        tokens: Tokens,
        home: str,
    ) -> None:
        """`title_of` gives the title of a protocol by its id, which a result can lead to.

        `home` is the place that services are looked for from at first, "" for anywhere.
        """
        super().__init__()
        self.setObjectName("result_page")
        self._directory, self._vocabulary, self._title_of = directory, vocabulary, title_of
        self._language = language
        self._protocol: Protocol | None = None
        self._outcome: Outcome | None = None
        self._is_training = False
        self._band = TrainingBand()
        self._band.hide()
        self._announcer = Announcer(self)
        self._head, self._noted = QVBoxLayout(), QVBoxLayout()
        self._steps = NextSteps()
        self._matches = MatchesView(directory, language, tokens, home)
        self._files = SummaryFiles(self)
        self._back, self._save = QPushButton(), QPushButton()
        self._legal, self._done = QPushButton(), QPushButton()
        menu = QMenu(self._save)
        self._in_language = {each: menu.addAction("") for each in Language}
        self._save.setMenu(menu)
        tools = FlowLayout(gap=SPACE_8)
        for button in (self._save, self._legal, self._done):
            button.setProperty("role", "large")
            tools.addWidget(button)
        self._back.setProperty("role", "large")
        self._copy = CardKey(self, ServiceCard, BestService)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(SPACE_12)
        column.addLayout(self._head)
        self._what_to_do, self._steps_heading = _section(self._steps)
        self._who_can_help, self._matches_heading = _section(self._matches)
        column.addWidget(self._what_to_do)
        column.addWidget(self._who_can_help)
        column.addLayout(self._noted)
        column.addSpacing(SPACE_24)
        column.addLayout(tools)
        self._page = PageColumn(column)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._band)
        layout.addWidget(self._area, 1)

        self._copy.missed.connect(self.card_missed)
        self._back.clicked.connect(self.back_wanted)
        self._legal.clicked.connect(self.legal_notes_wanted)
        self._done.clicked.connect(self.done_wanted)
        self._in_language[Language.EN].triggered.connect(self.save_in_english)
        self._in_language[Language.FR].triggered.connect(self.save_in_french)
        self._matches.copy_wanted.connect(self.copy_wanted)
        self._matches.number_missed.connect(self.number_missed)
        self._matches.open_wanted.connect(self.open_wanted)
        self._matches.query_wanted.connect(self.query_wanted)
        self._files.saved.connect(self.saved)
        self._files.refused.connect(self.refused)
        chain(self._back, [*self._matches.controls, self._save, self._legal, self._done])
        self.retranslate()

    def show_outcome(self, interview: Interview, *, is_training: bool = False) -> None:
        """Show what an interview comes to, from its top; of it only the result is kept."""
        self._page.inside.hide()  # shown widget by widget, 300 would be laid out as many times
        self._protocol, self._outcome = interview.protocol, interview.outcome()
        self._is_training = is_training
        self._band.setVisible(is_training)
        self._steps.show_actions(self._outcome.actions)
        self._matches.show_outcome(self._outcome)
        self._show()
        self._area.verticalScrollBar().setValue(0)
        self.setFocusProxy(next(iter(self._steps.ticks), self._matches.controls[0]))
        if self._outcome.band:
            band = self._outcome.band
            self._announcer.say(
                f"{band.title.best(self._language)}. {band.text.best(self._language)}"
            )

    def set_directory(self, directory: Directory) -> None:
        """Name the services of another edition; the result stays as it is."""
        self._directory = directory
        self._matches.set_directory(directory)

    def set_language(self, language: Language) -> None:
        """State the facts in a language."""
        self._language = language
        self._matches.set_language(language)
        self.retranslate()

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._matches.set_tokens(tokens)

    def set_home(self, place: str) -> None:
        """Look for services from another place when nothing else is said."""
        self._matches.set_home(place)

    def forget(self) -> None:
        """Drop the result, what was ticked, and the place."""
        self._protocol = self._outcome = None
        self._band.hide()
        self._announcer.say("")
        self._steps.show_actions(())
        self._matches.forget()
        _put(self._head, None)
        _put(self._noted, None)
        self._page.inside.hide()

    def save_in_english(self) -> None:
        """Ask where, and save a summary in English."""
        self._save_in(Language.EN)

    def save_in_french(self) -> None:
        """Ask where, and save a summary in French."""
        self._save_in(Language.FR)

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        self.setAccessibleName(self.tr("Result"))
        self._steps_heading.setText(self.tr("What to do now"))
        self._matches_heading.setText(self.tr("Who can help"))
        self._back.setText(self.tr("← &Back to the questions"))
        self._save.setText(self.tr("&Save a summary"))
        self._legal.setText(self.tr("&Legal notes"))
        self._done.setText(self.tr("&Finish and erase"))
        self._in_language[Language.EN].setText(self.tr("In &English…"))
        self._in_language[Language.FR].setText(self.tr("In &French…"))
        self._show()

    def _save_in(self, language: Language) -> None:
        if self._protocol is not None and self._outcome is not None:
            self._files.save_summary(
                summarize(
                    self._protocol,
                    self._outcome,
                    self._matches.matches,
                    self._vocabulary,
                    self._directory.taxonomy,
                    self._directory.edition,
                    self._directory.now(),
                    language,
                    is_training=self._is_training,
                )
            )

    def _show(self) -> None:
        outcome = self._outcome
        if self._protocol is None or outcome is None:
            return
        head = ResultHead(
            outcome,
            self._protocol.about,
            self._vocabulary,
            self._language,
            self,
            switch_title=self._title_of(outcome.switch),
        )
        head.switch_wanted.connect(self.switch_wanted)
        head.child_wanted.connect(self.child_wanted)
        _put(self._head, head)
        self._what_to_do.setVisible(bool(outcome.actions))
        self._steps.set_language(self._language)
        _put(self._noted, NotedView(outcome, self._vocabulary, self._language))
        chain(self._back, [*head.buttons, *self._steps.ticks])
        self._page.inside.show()


def _section(content: QWidget) -> tuple[QWidget, FactLabel]:
    """A section that holds a widget, and the heading that it is still to be given."""
    section = QWidget()
    column = FactColumn()
    section.setLayout(column)
    heading = column.add_section("")
    column.addSpacing(SPACE_8)
    column.addWidget(content)
    return section, heading


def _put(place: QVBoxLayout, widget: QWidget | None) -> None:
    """Put a widget in the place of the one before."""
    if (item := place.takeAt(0)) and (before := item.widget()):
        drop(before)
    if widget is not None:
        place.addWidget(widget)
