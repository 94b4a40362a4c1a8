"""One need of a result: why it is there, who can help with it, and a tick to leave it out."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from tp_directory import wording
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.query import Hit
from tp_directory.ui.dropping import drop
from tp_directory.ui.fact_column import FactColumn
from tp_directory.ui.page_change import like
from tp_directory.ui.screening.best_service import BestService
from tp_directory.ui.screening.fold_button import FoldButton
from tp_directory.ui.screening.matches import Match
from tp_directory.ui.screening.offered import Offered, offered
from tp_directory.ui.screening.service_card import ServiceCard
from tp_directory.ui.tokens import SPACE_4, SPACE_8, Tokens, em
from tp_directory.ui.wrapping_tick import WrappingTick
from tp_directory.wording.places import place_line

_NARROW_EMS = 38
_INDENT_EMS = 2
_NAME_SHARE, _BEST_SHARE = 1, 2


class NeedSection(QWidget):
    """Shows a need and its services, or, folded, the best of them in one row.

    One that is left out shows its name alone. The cards are built only when it is unfolded.
    """

    toggled = Signal()
    copy_wanted = Signal(str, str)  # the number, and what it is called
    number_missed = Signal()  # one was asked for, and none is stated
    open_wanted = Signal(str)  # a service's id
    all_wanted = Signal(str)  # the code of the need
    fold_toggled = Signal()  # it is to be shown again

    def __init__(
        self,
        need: str,
        name: Text,
        reasons: tuple[Text, ...],
        parent: QWidget,
        *,
        is_unfolded: bool,
    ) -> None:
        """`reasons` are the questions whose answers add the need; the result itself adds others."""
        super().__init__(parent)
        self.need = need
        self._name, self._reasons = name, reasons
        self._is_unfolded, self._is_narrow = is_unfolded, False
        self._said: object = None  # what is shown now
        self._tick = WrappingTick("", self, role="key")
        self._tick.setChecked(True)
        self._fold = FoldButton(self)
        self._beside: QWidget | None = None
        self._body: QWidget | None = None
        line = QFrame(self)
        line.setObjectName("line")
        line.setFixedHeight(1)
        self._head = QGridLayout()
        self._head.setHorizontalSpacing(SPACE_8)
        self._head.setVerticalSpacing(0)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE_4)
        self._layout.addWidget(line)
        self._layout.addLayout(self._head)
        self._tick.clicked.connect(self.toggled)
        self._fold.clicked.connect(self.toggle_fold)

    @property
    def is_wanted(self) -> bool:
        """Whether the need is not left out."""
        return self._tick.isChecked()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What Tab reaches in it, in reading order."""
        return (self._tick, *_buttons(self._beside), self._fold, *_buttons(self._body))

    def show_match(
        self, match: Match | None, language: Language, now: datetime, tokens: Tokens
    ) -> None:
        """Show who can help, in a language, at an aware moment; None leaves the need out.

        What says the same as before stays as it is. What had the keyboard gives it to its like.
        """
        best = offered(match.best, now, language) if match and match.best else None
        is_folded = best is not None and not self._is_unfolded
        services = tuple(
            offered(hit, now, language, place_line(hit, language))
            for hit in (match.hits if match and not is_folded else ())
        )
        said = (match, best, is_folded, services, now.date(), language, tokens)
        if said == self._said:
            return
        self._said = said
        name = self._name.best(language)
        self._tick.say(name)
        self._fold.show_state(name, is_unfolded=not is_folded)
        self._fold.setVisible(best is not None)
        before = [each for each in (self._beside, self._body) if each is not None]
        focused = self.window().focusWidget()
        self._beside = self._body = None
        if best is not None and is_folded:
            self._beside = self._best(best, tokens)
        elif match is not None:
            self._body = self._cards(match, services, language, tokens)
            self._layout.addWidget(self._body)
            if match.total:
                self._beside = self._all(match.total, name)
        self._place_head()
        after = [each for each in (self._beside, self._body) if each is not None]
        for each in after:
            each.show()  # at once, or it could not take the keyboard yet
        if focused is not None and any(each.isAncestorOf(focused) for each in before):
            found: QWidget = self._tick
            for each in after:
                found = like(focused, each, found)
            found.setFocus(Qt.FocusReason.OtherFocusReason)
        for each in before:
            drop(each)

    def forget_shown(self) -> None:
        """Build all anew the next time."""
        self._said = None

    def toggle_fold(self) -> None:
        """Unfold, or fold again."""
        self._is_unfolded = not self._is_unfolded
        self.fold_toggled.emit()

    def show_all(self) -> None:
        """Ask for all services for the need."""
        self.all_wanted.emit(self.need)

    def _best(self, service: Offered, tokens: Tokens) -> QWidget:
        """What stands beside the name of a folded need."""
        why = self._because(service.language) if self._reasons else ""
        best = BestService(service, why, tokens, self)
        best.copy_wanted.connect(self.copy_wanted)
        best.number_missed.connect(self.number_missed)
        return best

    def _cards(
        self, match: Match, services: tuple[Offered, ...], language: Language, tokens: Tokens
    ) -> QWidget:
        """What stands below the name of a need that is unfolded."""
        body = QWidget(self)
        column = FactColumn(is_selectable=False)
        column.setSpacing(SPACE_8)
        body.setLayout(column)
        why = self._because(language) if self._reasons else self.tr("Goes with this result")
        column.say(why, tone="muted")
        for service in services:
            card = ServiceCard(service, tokens, body)
            card.copy_wanted.connect(self.copy_wanted)
            card.number_missed.connect(self.number_missed)
            card.open_wanted.connect(self.open_wanted)
            column.addWidget(card)
        if match.above:
            names = "; ".join(dict.fromkeys(_dialled(hit, language) for hit in match.above))
            column.say(self.tr("Also, see above: {names}").format(names=names))
        if match.best is None:
            column.say(self.tr("The directory names no service for this here."), tone="muted")
        return body

    def _because(self, language: Language) -> str:
        reasons = "; ".join(each.best(language).rstrip(".") for each in self._reasons)
        return self.tr("Because you noted: {reasons}").format(reasons=reasons)

    def _all(self, total: int, name: str) -> QWidget:
        """What stands beside the name of an unfolded need: the way to all in the directory."""
        button = QPushButton(self.tr("All %n in the directory", "", total))
        button.setProperty("role", "large")
        button.setAccessibleName(f"{button.text()}, {name}")
        button.clicked.connect(self.show_all)
        beside = QWidget(self)
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch()
        row.addWidget(button)
        return beside

    def _place_head(self) -> None:
        """Put what stands beside the name, and the fold, below it where there is little room."""
        head, is_folded = self._head, isinstance(self._beside, BestService)
        for widget in (self._tick, self._fold):
            head.removeWidget(widget)
        row = int(self._is_narrow)
        head.addWidget(self._tick, 0, 0, 1, 3 if self._is_narrow else 1)
        if self._beside is not None:
            head.addWidget(self._beside, row, 1)
        head.addWidget(self._fold, row, 2)
        indent = em(self.font()) * _INDENT_EMS - SPACE_8 if self._is_narrow else 0
        head.setColumnMinimumWidth(0, indent)
        head.setColumnStretch(0, 0 if self._is_narrow else _NAME_SHARE)
        head.setColumnStretch(1, _BEST_SHARE if is_folded or self._is_narrow else 0)

    def _fit(self) -> None:
        is_narrow = self.width() < em(self.font()) * _NARROW_EMS
        if is_narrow is not self._is_narrow:
            self._is_narrow = is_narrow
            self._place_head()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)


def _buttons(widget: QWidget | None) -> list[QPushButton]:
    """What Tab reaches in a part of a section."""
    return widget.findChildren(QPushButton) if widget is not None else []


def _dialled(hit: Hit, language: Language) -> str:
    """The name of a service with its number: it may stand above in a need that is folded."""
    number = wording.number(hit.main_line.phone, language) if hit.main_line else ""
    return ", ".join(filter(None, (hit.service.name.best(language), number)))
