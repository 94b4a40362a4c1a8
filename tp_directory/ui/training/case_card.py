"""One fictional case in the list of those to choose from."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from tp_directory.core.bilingual import Language
from tp_directory.screening.cases.case import Case
from tp_directory.ui.fact_column import FactColumn
from tp_directory.ui.tokens import SPACE_12, SPACE_16


class CaseCard(QFrame):
    """What it is about, which checklist it is for, and what is wrong with it."""

    open_wanted = Signal(object)  # Case

    def __init__(self, case: Case, language: Language) -> None:
        super().__init__()
        self.setObjectName("card")
        self._case = case
        title = case.scenario.title.best(language)
        column = FactColumn()
        column.say(title, role="section")
        if case.protocol is not None:
            column.say(case.protocol.about.title.best(language))
        has_followup = case.scenario.followup is not None
        kind = (
            self.tr("Fictional, with a follow-up visit") if has_followup else self.tr("Fictional")
        )
        column.say(kind, role="caption", tone="muted")
        for fault in case.faults:
            column.say(fault.best(language), role="caption", tone="warn")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        row.setSpacing(SPACE_16)
        row.addLayout(column, 1)
        if case.protocol is not None:
            button = QPushButton(self.tr("Open"))
            button.setAccessibleName(f"{button.text()}, {title}")
            button.clicked.connect(self.open)
            row.addWidget(button)

    def open(self) -> None:
        """Ask for the case to be opened."""
        self.open_wanted.emit(self._case)
