"""The fictional cases to choose from."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea

from tp_directory.core.bilingual import Language, Text
from tp_directory.screening.cases.case import CaseGroup
from tp_directory.screening.contents import CaseFile
from tp_directory.ui.announcer import announce
from tp_directory.ui.fact_column import FactColumn
from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.page_change import change_page
from tp_directory.ui.page_column import PageColumn
from tp_directory.ui.tokens import SPACE_8
from tp_directory.ui.training.case_card import CaseCard


class CasesPage(QScrollArea):
    """Shows cases as cards, and why a file of cases could not be taken in."""

    open_wanted = Signal(object)  # Case
    add_wanted = Signal()  # a file of further cases
    remove_wanted = Signal(object)  # CaseFile

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.setObjectName("training_cases")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._language = language
        self._groups: tuple[CaseGroup, ...] = ()
        self._refusal = Text()
        self.retranslate()

    def set_language(self, language: Language) -> None:
        """State the facts in a language."""
        self._language = language
        self.retranslate()

    def show_groups(self, groups: tuple[CaseGroup, ...]) -> None:
        """Show the cases of these files; a refusal of earlier is gone."""
        self._groups, self._refusal = groups, Text()
        self.rebuild()

    def show_refusal(self, words: Text) -> None:
        """Say why a file was not taken in; the cases that are there stay."""
        self._refusal = words
        self.rebuild()
        announce(self, words.best(self._language))

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        self.setAccessibleName(self.tr("Training"))
        self.rebuild()

    def rebuild(self) -> None:
        """Show the page as things stand now."""
        column = FactColumn()
        column.setSpacing(SPACE_8)
        column.say(self.tr("Training"), role="title")
        column.say(
            self.tr(
                "Fictional cases on the real checklists. All people in them are invented. Nothing "
                "is counted and nothing is kept."
            ),
            tone="muted",
        )
        add = QPushButton(self.tr("&Add cases…"))
        add.setProperty("role", "small")
        add.clicked.connect(self.add_wanted)
        tools = FlowLayout(gap=SPACE_8)
        tools.addWidget(add)
        column.addLayout(tools)
        if self._refusal:
            column.say(self._refusal.best(self._language), tone="warn")
        for group in self._groups:
            column.addSpacing(SPACE_8)
            if group.file.is_own:
                column.addLayout(self._file(group.file))
            for case in group.cases:
                card = CaseCard(case, self._language)
                card.open_wanted.connect(self.open_wanted)
                column.addWidget(card)
        self.setFocusProxy(add)
        change_page(self, PageColumn(column), is_same=True)

    def _file(self, file: CaseFile) -> FactColumn:
        """A file that was added: its name, why it cannot be used, and how to take it away."""
        name = file.file.name
        column = FactColumn()
        column.say(self.tr("Added: {file}").format(file=name), role="section")
        if file.refusal is not None:
            column.say(file.refusal.text.best(self._language), tone="warn")
        remove = QPushButton(self.tr("Remove"))
        remove.setProperty("role", "small")
        remove.setAccessibleName(f"{remove.text()}, {name}")
        remove.clicked.connect(partial(self.remove_wanted.emit, file))
        tools = FlowLayout(gap=SPACE_8)
        tools.addWidget(remove)
        column.addLayout(tools)
        return column
