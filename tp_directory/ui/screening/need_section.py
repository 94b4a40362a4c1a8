"""One need of a result: why it is there, who can help with it, and a tick to leave it out."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from tp_directory.core.bilingual import Language, Text
from tp_directory.ui.fact_column import FactColumn
from tp_directory.ui.finding.row import RowWriter
from tp_directory.ui.page_change import like
from tp_directory.ui.screening.dropping import drop
from tp_directory.ui.screening.matches import Match
from tp_directory.ui.screening.service_card import ServiceCard, offered
from tp_directory.ui.tokens import SPACE_4, SPACE_8, Tokens
from tp_directory.ui.wrapping_tick import WrappingTick


class NeedSection(QWidget):
    """Shows a need and its services; one that is left out shows its name alone."""

    toggled = Signal()
    copy_wanted = Signal(str, str)  # the number, and what it is called
    number_missed = Signal()  # one was asked for, and none is stated
    open_wanted = Signal(str)  # a service's id
    all_wanted = Signal(str)  # the code of the need

    def __init__(self, need: str, name: Text, reasons: tuple[Text, ...], parent: QWidget) -> None:
        """`reasons` are the questions whose answers add the need; the result itself adds others."""
        super().__init__(parent)
        self.need = need
        self._name, self._reasons = name, reasons
        self._said: object = None  # what is shown now
        self._tick = WrappingTick("", self, role="section")
        self._tick.setChecked(True)
        self._body = QWidget(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE_4)
        self._layout.addWidget(self._tick)
        self._layout.addWidget(self._body)
        self._tick.clicked.connect(self.toggled)

    @property
    def is_wanted(self) -> bool:
        """Whether the need is not left out."""
        return self._tick.isChecked()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What Tab reaches in it, in reading order."""
        return (self._tick, *self._body.findChildren(QPushButton))

    def show_match(
        self, match: Match | None, writer: RowWriter, now: datetime, tokens: Tokens
    ) -> None:
        """Show who can help, in the language of the writer; None leaves the need out.

        What says the same as before stays as it is. What had the keyboard gives it to its like.
        """
        language = writer.language
        services = [
            offered(hit, now, language, writer.row(hit, is_kept=False).place)
            for hit in (match.hits if match else ())
        ]
        said = (match, services, writer.today, language, tokens)
        if said == self._said:
            return
        self._said = said
        self._tick.say(self._name.best(language))
        before, focused = self._body, self.window().focusWidget()
        self._body = QWidget(self)
        column = FactColumn(is_selectable=False)
        column.setSpacing(SPACE_8)
        self._body.setLayout(column)
        if match is not None:
            column.say(self._why(language), tone="muted")
            for service in services:
                card = ServiceCard(service, tokens, self._body)
                card.copy_wanted.connect(self.copy_wanted)
                card.number_missed.connect(self.number_missed)
                card.open_wanted.connect(self.open_wanted)
                column.addWidget(card)
            self._add_rest(column, match, language)
        self._body.setVisible(match is not None)
        self._layout.replaceWidget(before, self._body)
        if focused is not None and before.isAncestorOf(focused):
            like(focused, self._body, self._tick).setFocus(Qt.FocusReason.OtherFocusReason)
        drop(before)

    def forget_shown(self) -> None:
        """Build all anew the next time."""
        self._said = None

    def show_all(self) -> None:
        """Ask for all services for the need."""
        self.all_wanted.emit(self.need)

    def _why(self, language: Language) -> str:
        if not self._reasons:
            return self.tr("Goes with this result")
        reasons = "; ".join(each.best(language).rstrip(".") for each in self._reasons)
        return self.tr("Because you noted: {reasons}").format(reasons=reasons)

    def _add_rest(self, column: FactColumn, match: Match, language: Language) -> None:
        """Name those that stand above, and lead to all there are."""
        if match.above:
            names = "; ".join(dict.fromkeys(hit.service.name.best(language) for hit in match.above))
            column.say(self.tr("Also, see above: {names}").format(names=names))
        if not match.total:
            column.say(self.tr("The directory names no service for this here."), tone="muted")
            return
        button = QPushButton(self.tr("All %n in the directory", "", match.total))
        button.setProperty("role", "large")
        name = self._name.best(language)
        button.setAccessibleName(f"{button.text()}, {name}")
        button.clicked.connect(self.show_all)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
