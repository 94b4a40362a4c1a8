"""The edition that is in use, its age, and the way back to the one before, or on again."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton

from tp_directory import wording
from tp_directory.core.bilingual import Language
from tp_directory.core.edition import EditionInfo
from tp_directory.ui.card import Card
from tp_directory.ui.confirm import confirm
from tp_directory.ui.tokens import SPACE_4
from tp_directory.wording.dates import full_date
from tp_directory.wording.editions import edition_date


class EditionCard(Card):
    """Names an edition; to go back is asked once more."""

    go_back_wanted = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._heading = self.column.say("", role="section")
        self.column.addSpacing(SPACE_4)
        self._language = language
        self._edition: EditionInfo | None = None
        self._today, self._previous = date.min, 0
        self._facts = self.column.say("")
        self._age = self.column.say("", tone="warn")
        self._back = QPushButton()
        self.column.addSpacing(SPACE_4)
        self.column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self._back.clicked.connect(self.go)
        self.hide()

    def show_edition(self, edition: EditionInfo, today: date) -> None:
        """Show the edition that is in use."""
        self._edition, self._today = edition, today
        self.show()
        self._say()

    def show_previous(self, number: int) -> None:
        """Offer to use an edition again that is kept beside the present one; 0 is none."""
        self._previous = number
        self._say()

    def set_language(self, language: Language) -> None:
        """State the facts in a language."""
        self._language = language
        self._say()

    def go(self) -> None:
        """Go on with the newer edition, or ask whether the older one is to be in use again."""
        assert self._edition is not None
        if self._previous > self._edition.number:
            self.go_back_wanted.emit()
            return
        confirm(
            self,
            self.tr("Go back"),
            self.tr("Use edition {number} again?").format(number=self._previous),
            self.tr(
                "Its facts are older. Edition {number} is not installed again by itself; "
                "“Update now” brings it back."
            ).format(number=self._edition.number),
            yes=self.tr("&Go back"),
            no=self.tr("Cancel"),
            do=self.go_back_wanted.emit,
        )

    def _say(self) -> None:
        if self._edition is None:
            return
        edition, language = self._edition, self._language
        self._heading.setText(wording.edition_line(edition, self._today, language))
        day = full_date(edition_date(edition)).best(language)
        services = self.tr("%n services", "", edition.services)
        self._facts.setText(f"{day} · {services}")
        age = wording.edition_age_line(edition, self._today, language)
        self._age.setText(age)
        self._age.setVisible(bool(age))
        is_newer = self._previous > edition.number
        words = (
            self.tr("Use edition {number} &again")
            if is_newer
            else self.tr("Go &back to edition {number}…")
        )
        self._back.setText(words.format(number=self._previous))
        self._back.setVisible(bool(self._previous))
