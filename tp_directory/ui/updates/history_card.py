"""The last attempts to update, in plain words."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from tp_directory.core.bilingual import Language
from tp_directory.core.updating import Attempt
from tp_directory.ui.card import Card
from tp_directory.ui.dropping import drop
from tp_directory.ui.fact_column import FactColumn
from tp_directory.ui.tokens import SPACE_4, SPACE_8
from tp_directory.wording.updates import attempt_line

_FIRST = 5
_MAY_BREAK = "\N{ZERO WIDTH SPACE}"  # an address has no other


class HistoryCard(Card):
    """Lists attempts, the latest first; the older ones are folded."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._heading = self.column.say("", role="section")
        self.column.addSpacing(SPACE_4)
        self._language = language
        self._attempts: tuple[Attempt, ...] = ()
        self._now = datetime.min
        self._is_whole = False
        self._nothing = self.column.say("", tone="muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE_8)
        self.column.addLayout(self._list)
        self._rows: list[QWidget] = []
        self._fold = QPushButton()
        self._fold.setProperty("role", "small")
        self.column.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        self._fold.clicked.connect(self.toggle)
        self.retranslate()

    def show_attempts(self, attempts: tuple[Attempt, ...], now: datetime) -> None:
        """Show attempts, the latest first; `now` has the computer's offset."""
        if attempts == self._attempts and now.date() == self._now.date():
            return
        self._attempts, self._now = attempts, now
        self._say()

    def set_language(self, language: Language) -> None:
        """State the facts in a language."""
        self._language = language
        self.retranslate()

    def toggle(self) -> None:
        """Show the older ones, too, or fold them again."""
        self._is_whole = not self._is_whole
        self._say()

    def _say(self) -> None:
        for row in self._rows:
            drop(row)
        shown = self._attempts if self._is_whole else self._attempts[:_FIRST]
        self._rows = [self._row(attempt) for attempt in shown]
        for row in self._rows:
            self._list.addWidget(row)
        self._nothing.setVisible(not self._attempts)
        count = len(self._attempts)
        self._fold.setVisible(count > _FIRST)
        self._fold.setText(
            self.tr("Show fewer") if self._is_whole else self.tr("Show all %n", "", count)
        )
        self._fold.setAccessibleName(f"{self._fold.text()}, {self._heading.text()}")

    def _row(self, attempt: Attempt) -> QWidget:
        row = QWidget()
        column = FactColumn()
        column.setSpacing(0)
        row.setLayout(column)
        line = attempt_line(attempt, self._now, self._language)
        column.say(line.replace("/", f"/{_MAY_BREAK}"))
        column.say(attempt.text.best(self._language), role="caption", tone="muted")
        return row

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        self._heading.setText(self.tr("Last attempts"))
        self._nothing.setText(self.tr("There was none yet."))
        self._say()
