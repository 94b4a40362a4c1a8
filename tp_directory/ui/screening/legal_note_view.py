"""One legal note: what it is about, what it says, and how well that is known."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tp_directory.core.bilingual import Language, Text
from tp_directory.screening.legal_notes import LegalNote
from tp_directory.ui.fact_column import FactColumn
from tp_directory.ui.fact_labels import AddressLabel
from tp_directory.ui.screening.verified_line import VerifiedLine
from tp_directory.ui.service.copy_line import CopyLine
from tp_directory.ui.tokens import Tokens

TRANSLATED = Text(fr="Traduction du programme, non révisée.")
"""What stands above notes in French; the English is the original."""


class LegalNoteView(QWidget):
    """Shows a note; its sources are addresses to copy, for this program opens no network."""

    copy_wanted = Signal(str, str)  # the words, and what they are called

    def __init__(
        self, note: LegalNote, language: Language, tokens: Tokens, *, has_sources: bool = True
    ) -> None:
        super().__init__()
        column = FactColumn()
        column.say(note.reference.best(language), role="key")
        column.say(note.text.best(language))
        column.addWidget(VerifiedLine(note, language, tokens))
        self.setLayout(column)
        if not has_sources:
            return
        if not note.sources:
            column.say(self.tr("No source is stated."), role="caption", tone="muted")
        for source in note.sources:
            line = CopyLine(AddressLabel(source.url, self.tr("Source")), source.url)
            line.copy_wanted.connect(self.copy_wanted)
            column.addWidget(line)
            if source.note:
                column.say(source.note.best(language), role="caption", tone="muted")
