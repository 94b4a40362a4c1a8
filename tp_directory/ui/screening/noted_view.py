"""What was noted, at the end of a result; nothing noted says nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tp_directory.core.bilingual import Language
from tp_directory.screening.outcome import Outcome
from tp_directory.screening.vocabulary import Vocabulary
from tp_directory.ui.fact_column import FactColumn
from tp_directory.ui.screening.noted import not_a_no, noted_lines
from tp_directory.ui.tokens import SPACE_8, SPACE_12


class NotedView(QWidget):
    """Built anew for each result and language."""

    def __init__(self, outcome: Outcome, vocabulary: Vocabulary, language: Language) -> None:
        super().__init__()
        column = FactColumn()
        self.setLayout(column)
        column.add_section(self.tr("What was noted"))
        for heading, labels in noted_lines(outcome, vocabulary, language):
            column.addSpacing(SPACE_8)
            column.say(heading, role="key")
            for label in labels:
                column.say(label).setIndent(SPACE_12)
        if not outcome.noted:
            column.say(self.tr("No sign was noted. People often cannot speak the first time."))
        if words := not_a_no(outcome, language):
            column.addSpacing(SPACE_8)
            column.say(words, tone="muted")
