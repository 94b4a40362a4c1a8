"""What a result means, and what it does not; and where to go on if another checklist fits."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from tp_directory.core.bilingual import Language, Text
from tp_directory.screening.outcome import Outcome
from tp_directory.screening.protocol import About
from tp_directory.screening.vocabulary import Vocabulary
from tp_directory.ui.card import Card
from tp_directory.ui.fact_column import FactColumn
from tp_directory.ui.tokens import SPACE_8, SPACE_12
from tp_directory.ui.wrapping_button import WrappingButton

_CHILD_PROTECTION = "child_protection"


class ResultHead(QWidget):
    """Says the words of the protocol itself; it adds no judgment of its own."""

    switch_wanted = Signal(str)  # the id of the protocol to go on with
    child_wanted = Signal()

    def __init__(
        self,
        outcome: Outcome,
        about: About,
        vocabulary: Vocabulary,
        language: Language,
        parent: QWidget,
        *,
        switch_title: Text,
    ) -> None:
        """`switch_title` is that of the protocol to go on with."""
        super().__init__(parent)
        self._switch = outcome.switch
        self._column = column = FactColumn()
        self.setLayout(column)
        column.say(about.title.best(language), tone="muted")
        if outcome.band:
            column.say(outcome.band.title.best(language), role="title")
            column.addSpacing(SPACE_8)
            column.say(outcome.band.text.best(language))
        else:
            column.say(self.tr("What was noted"), role="title")
            column.addSpacing(SPACE_8)
            column.say(self.tr("This checklist draws no conclusion. Offer help all the same."))
        column.addSpacing(SPACE_8)
        column.say(vocabulary.disclaimer.best(language), role="note", tone="muted")
        if outcome.switch:
            self._add_switch(outcome.switch_words.best(language), switch_title.best(language))
        elif _CHILD_PROTECTION in outcome.needs:
            column.addSpacing(SPACE_12)
            column.addWidget(self._child_button())

    @property
    def buttons(self) -> list[QPushButton]:
        """What Tab reaches in it, in reading order."""
        return self.findChildren(QPushButton)

    def go_on(self) -> None:
        """Ask for the other checklist."""
        self.switch_wanted.emit(self._switch)

    def _add_switch(self, words: str, title: str) -> None:
        card = Card(self)
        card.column.setSpacing(SPACE_8)
        if words:
            card.column.say(words)
        go_on = WrappingButton(self.tr("Go on with: {title}").format(title=title), card)
        go_on.setProperty("role", "large")
        go_on.clicked.connect(self.go_on)
        card.column.addWidget(go_on)
        card.column.addWidget(self._child_button())
        self._column.addSpacing(SPACE_12)
        self._column.addWidget(card)

    def _child_button(self) -> QPushButton:
        button = WrappingButton(self.tr("Who to call for a child"), self)
        button.setProperty("role", "large")
        button.clicked.connect(self.child_wanted)
        return button
