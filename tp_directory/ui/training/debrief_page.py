"""What came of a case beside what it expects: for a trainer and a trainee to talk about."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.taxonomy import Vocabulary as Terms
from tp_directory.screening.cases.comparison import Comparison
from tp_directory.screening.cases.scenarios import Scenario
from tp_directory.screening.protocol import Band
from tp_directory.ui.announcer import announce
from tp_directory.ui.card import Card
from tp_directory.ui.fact_column import FactColumn
from tp_directory.ui.fact_labels import FactLabel, FactPair
from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.page_change import change_page
from tp_directory.ui.page_column import PageColumn
from tp_directory.ui.tokens import SPACE_4, SPACE_8, SPACE_16
from tp_directory.ui.training.why_section import WhySection


class DebriefPage(QScrollArea):
    """Shows both results, what to remember, what differs, and why the result is what it is."""

    followup_wanted = Signal()
    first_visit_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, needs: Terms, language: Language) -> None:
        """`needs` has the words of the needs by their codes."""
        super().__init__()
        self.setObjectName("training_debrief")
        self.setWidgetResizable(True)
        self._needs, self._language = needs, language
        self._scenario: Scenario | None = None
        self._comparison: Comparison | None = None
        self._changes: tuple[tuple[Text, Text], ...] = ()
        self.retranslate()

    def set_language(self, language: Language) -> None:
        """State the facts in a language."""
        self._language = language
        self.retranslate()

    def show_comparison(
        self,
        scenario: Scenario,
        comparison: Comparison,
        changes: tuple[tuple[Text, Text], ...] = (),
    ) -> None:
        """Show what came of a visit; `changes` are the answers that a follow-up visit brought."""
        self._scenario, self._comparison, self._changes = scenario, comparison, changes
        self.rebuild()
        self.verticalScrollBar().setValue(0)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._verdict(comparison))

    def forget(self) -> None:
        """Show nothing any more."""
        self._scenario = self._comparison = None
        self._changes = ()
        self.rebuild()

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        self.setAccessibleName(self.tr("Expected and given"))
        self.rebuild()

    def rebuild(self) -> None:
        """Show the page as things stand now."""
        column = FactColumn()
        if self._scenario is not None and self._comparison is not None:
            self._tell(self._scenario, self._comparison, column)
        change_page(self, PageColumn(column), is_same=True)

    def _tell(self, scenario: Scenario, comparison: Comparison, column: FactColumn) -> None:
        language = self._language
        column.say(scenario.title.best(language), role="title")
        if self._changes:
            self._add_changes(column)
        self._add_bands(comparison, column)
        column.add_section(self.tr("What to remember"))
        column.say(scenario.teaching.best(language), role="teaching")
        self._add_answers(comparison, column)
        self._add_needs(comparison, column)
        column.add_section(self.tr("Why this result"))
        column.addWidget(WhySection(comparison.why, language))
        column.addSpacing(SPACE_16)
        column.addLayout(self._buttons(scenario))

    def _verdict(self, comparison: Comparison) -> str:
        if comparison.is_expected_band:
            return self.tr("The result is the one that the case expects.")
        return self.tr("The result is another than the case expects.")

    def _add_changes(self, column: FactColumn) -> None:
        column.add_section(self.tr("Follow-up visit: what changed"))
        for question, answer in self._changes:
            column.say(question.best(self._language))
            column.say(answer.best(self._language), role="key")
            column.addSpacing(SPACE_4)

    def _add_bands(self, comparison: Comparison, column: FactColumn) -> None:
        column.add_section(self._verdict(comparison))
        if comparison.is_expected_band:
            column.addWidget(self._band(self.tr("Expected, and given"), comparison.given_band))
            return
        expected = self._band(self.tr("The case expects"), comparison.expected_band)
        given = self._band(self.tr("The checklist gave"), comparison.given_band)
        column.addWidget(FactPair(expected, given))

    def _band(self, heading: str, band: Band) -> Card:
        card = Card()
        card.column.say(heading, role="caption", tone="muted")
        card.column.say(band.title.best(self._language), role="section")
        if band.text:
            card.column.say(band.text.best(self._language))
        return card

    def _add_answers(self, comparison: Comparison, column: FactColumn) -> None:
        differing = comparison.answers
        if not differing:
            column.add_section(self.tr("Answers"))
            column.say(self.tr("No answer differs from the case."))
            return
        column.add_section(self.tr("%n answers differ from the case", "", len(differing)))
        for each in differing:
            column.addSpacing(SPACE_8)
            column.say(each.question.label.best(self._language), role="key")
            expected, given = each.expected.best(self._language), each.given.best(self._language)
            column.addWidget(
                FactPair(
                    FactLabel(self.tr("In the case: {answer}").format(answer=expected)),
                    FactLabel(self.tr("Given: {answer}").format(answer=given)),
                )
            )

    def _add_needs(self, comparison: Comparison, column: FactColumn) -> None:
        column.add_section(self.tr("Services to look for"))
        given, expected = comparison.given_needs, comparison.expected_needs
        for heading, codes in (
            (self.tr("Expected and given"), [each for each in expected if each in given]),
            (self.tr("Expected and not given"), [each for each in expected if each not in given]),
            (self.tr("Given besides"), [each for each in given if each not in expected]),
        ):
            if codes:
                labels = (self._needs.label(code).best(self._language) for code in codes)
                column.say(heading, role="caption", tone="muted")
                column.say(" · ".join(labels))
                column.addSpacing(SPACE_4)

    def _buttons(self, scenario: Scenario) -> FlowLayout:
        buttons = FlowLayout(gap=SPACE_8)
        if self._changes:
            first = QPushButton(self.tr("Back to the &first visit"))
            first.clicked.connect(self.first_visit_wanted)
            buttons.addWidget(first)
        elif scenario.followup is not None:
            followup = QPushButton(self.tr("&Follow-up visit: what changed"))
            followup.clicked.connect(self.followup_wanted)
            buttons.addWidget(followup)
        again = QPushButton(self.tr("Go through the case &again"))
        again.clicked.connect(self.again_wanted)
        buttons.addWidget(again)
        return buttons
