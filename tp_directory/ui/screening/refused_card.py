"""A workbook that is no checklist: why, where to mend it, and how to be rid of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from tp_directory.core.bilingual import Language
from tp_directory.screening.contents import Listed
from tp_directory.screening.faults import ProtocolRefused
from tp_directory.ui.card import Card
from tp_directory.ui.tokens import SPACE_8

_LISTED = 5  # faults; the first often explains the others


class RefusedCard(Card):
    """Shows the name of the file and its first faults."""

    remove_wanted = Signal(object)  # Listed

    def __init__(self, listed: Listed, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._listed = listed
        column = self.column
        column.say(listed.file.name, role="section")
        self._cannot = column.say("", tone="warn")
        refusal = listed.refusal
        if isinstance(refusal, ProtocolRefused):
            for fault in refusal.faults[:_LISTED]:
                where, words = fault.where.best(language), fault.text.best(language)
                column.say("\n".join(filter(None, (where, words))), role="note")
            if len(refusal.faults) > _LISTED:
                column.say(f"+{len(refusal.faults) - _LISTED}", tone="muted")
        elif refusal is not None:
            column.say(refusal.text.best(language))
        self._remove = QPushButton()
        self._remove.setVisible(listed.is_own)
        self._remove.clicked.connect(self.remove)
        column.addSpacing(SPACE_8)
        column.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignLeft)
        self._say()

    def remove(self) -> None:
        """Ask for the workbook to be taken away."""
        self.remove_wanted.emit(self._listed)

    def _say(self) -> None:
        self._cannot.setText(self.tr("This checklist cannot be used. Its author can mend it:"))
        self._remove.setText(self.tr("Remove"))
        self._remove.setAccessibleName(f"{self._remove.text()}, {self._listed.file.name}")
