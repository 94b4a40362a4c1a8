"""A fictional case before it is gone through: what happens in it, and the ways to go through it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea

from tp_directory.core.bilingual import Language
from tp_directory.screening.cases.case import Case
from tp_directory.ui.fact_column import FactColumn
from tp_directory.ui.page_change import change_page
from tp_directory.ui.page_column import PageColumn
from tp_directory.ui.tokens import SPACE_4, SPACE_8, SPACE_12


class CasePage(QScrollArea):
    """Tells a case, and asks how to go through it."""

    trainee_wanted = Signal()  # on an empty checklist
    expected_wanted = Signal()  # on a checklist that is answered as the case says
    presenting_wanted = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.setObjectName("training_case")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._language = language
        self._case: Case | None = None

    def set_language(self, language: Language) -> None:
        """State the facts in a language."""
        self._language = language
        self.rebuild()

    def show_case(self, case: Case) -> None:
        """Tell a case; the keyboard goes to the first way through it."""
        self._case = case
        self.rebuild()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Tell nothing any more."""
        self._case = None
        self.rebuild()

    def rebuild(self) -> None:
        """Show the page as things stand now."""
        column = FactColumn()
        if self._case is not None:
            self._tell(self._case, column)
        page = PageColumn(column)
        first = page.findChild(QPushButton)
        if isinstance(first, QPushButton):
            self.setFocusProxy(first)
        change_page(self, page, is_same=True)

    def _tell(self, case: Case, column: FactColumn) -> None:
        scenario, language = case.scenario, self._language
        self.setAccessibleName(scenario.title.best(language))
        column.say(scenario.title.best(language), role="title")
        if case.protocol is not None:
            column.say(case.protocol.about.title.best(language), tone="muted")
        column.addSpacing(SPACE_12)
        column.say(scenario.vignette.best(language), role="vignette")
        column.addSpacing(SPACE_12)
        for way, words, advice in (
            (
                self.trainee_wanted,
                self.tr("The trainee ans&wers"),
                self.tr("The checklist is empty, as at work."),
            ),
            (
                self.expected_wanted,
                self.tr("Show the e&xpected answers"),
                self.tr("The checklist is answered as the case says, to walk through together."),
            ),
            (
                self.presenting_wanted,
                self.tr("Present on the wh&ole screen"),
                self.tr(
                    "Large type, both languages, one question at a time. A remote control or "
                    "Page Down goes on, Page Up goes back, B blanks the screen, Esc leaves."
                ),
            ),
        ):
            button = QPushButton(words)
            button.setProperty("role", "way")
            button.setAccessibleDescription(advice)
            button.clicked.connect(way)
            column.addSpacing(SPACE_8)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            column.addSpacing(SPACE_4)
            column.say(advice, role="caption", tone="muted")
