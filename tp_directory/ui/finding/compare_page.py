"""Two or three services side by side: whom to call, then what differs, then what does not."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tp_directory import wording
from tp_directory.core.bilingual import Language
from tp_directory.core.query import Hit
from tp_directory.core.service import PhoneKind, Service
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.ui.fact_column import FactColumn
from tp_directory.ui.fact_labels import FactLabel
from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.page_change import change_page
from tp_directory.ui.service.number_card import NumberCard
from tp_directory.ui.state_line import StateLine
from tp_directory.ui.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24, Tokens, em
from tp_directory.wording.comparing import ComparedFact, compared
from tp_directory.wording.facts import unstated
from tp_directory.wording.lines import NO_NUMBER, told_apart

_COLUMN_EMS = 16
_WIDEST_EMS = 34


class ComparePage(QScrollArea):
    """A table with a column for each service; built anew for each comparison.

    Headings stand above their facts and not beside them: there is no width to be lost.
    """

    closed = Signal()
    removed = Signal(str)  # the service's id
    opened = Signal(str)  # the service's id
    copy_wanted = Signal(str, str)  # the words, and what they are called

    def __init__(self, taxonomy: Taxonomy, tokens: Tokens) -> None:
        super().__init__()
        self.setObjectName("compare_page")
        self.setWidgetResizable(True)
        self._taxonomy, self._tokens = taxonomy, tokens
        self._hits: tuple[Hit, ...] = ()
        self._now = datetime.min
        self._language = Language.EN

    def set_taxonomy(self, taxonomy: Taxonomy) -> None:
        """Name needs and populations by this from the next comparison on."""
        self._taxonomy = taxonomy

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._tokens = tokens
        self._rebuild(is_same=True)

    def show_hits(self, hits: tuple[Hit, ...], now: datetime, language: Language) -> None:
        """Show these services as things stand at an aware moment."""
        is_same = any(hit.service.id == each.service.id for hit in hits for each in self._hits)
        self._hits, self._now, self._language = hits, now, language
        self._rebuild(is_same=is_same)

    def _rebuild(self, *, is_same: bool) -> None:
        language = self._language
        self.setAccessibleName(self.tr("Comparison"))
        page = QWidget()
        page.setObjectName("service_page")
        outer = QVBoxLayout(page)
        outer.setContentsMargins(SPACE_24, SPACE_16, SPACE_24, SPACE_24)
        outer.setSpacing(SPACE_12)
        outer.addLayout(self._head())
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_24)
        grid.setVerticalSpacing(SPACE_4)
        for column, hit in enumerate(self._hits):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, em(self.font()) * _COLUMN_EMS)
            name = FactLabel(hit.service.name.best(language), role="section")
            name.setObjectName("compared_name")
            grid.addWidget(name, 0, column, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(self._numbers(hit), 1, column)
            grid.addLayout(self._tools(hit.service), 2, column)
        if self._hits:
            self._add_facts(grid)
        outer.addLayout(grid)
        outer.addStretch()
        page.setMaximumWidth(em(self.font()) * _WIDEST_EMS * max(1, len(self._hits)))
        change_page(self, page, is_same=is_same)

    def _head(self) -> FlowLayout:
        """The way back and the title, at the left: what is at the right may be out of sight."""
        back = QPushButton(self.tr("← &Back to the results"))
        back.setProperty("role", "small")
        back.clicked.connect(self.closed)
        head = FlowLayout(gap=SPACE_16)
        head.addWidget(back)
        head.addWidget(FactLabel(self.tr("Side by side"), role="title"))
        return head

    def _numbers(self, hit: Hit) -> FactColumn:
        """Its numbers as on its own page, the one to call now first; a fax is left to that page."""
        service, language, column = hit.service, self._language, FactColumn()
        lines = [line for line in hit.phones if line.phone.kind is not PhoneKind.FAX]
        if not (hit.main_line and hit.main_line.phone.hours):  # it says itself whether it answers
            column.addWidget(StateLine(hit.availability, self._now, language, self._tokens, self))
        for line in sorted(lines, key=lambda each: each is not hit.main_line):
            called = told_apart(line.phone, service, language)
            name = " · ".join(filter(None, (service.name.best(language), called)))
            card = NumberCard(
                line, self._now, language, self._tokens, self, name=name, is_brief=True
            )
            card.copy_wanted.connect(self.copy_wanted)
            column.addWidget(card)
            column.addSpacing(SPACE_8)
        if not lines:
            column.say(NO_NUMBER.best(language), tone="muted")
        column.addStretch()
        return column

    def _tools(self, service: Service) -> FactColumn:
        """Whose it is, how old its facts are, and what can be done with it."""
        language, today, column = self._language, self._now.date(), FactColumn()
        name, organization = service.name.best(language), service.organization.best(language)
        if organization and organization != name:
            column.say(organization)
        tone = "warn" if wording.is_doubtful(service, today) else "muted"
        column.say(wording.facts_age(service, today, language), role="caption", tone=tone)
        buttons = FlowLayout(gap=SPACE_8)
        for words, named, slot in (
            (self.tr("Open"), self.tr("Open {name}"), self.open),
            (self.tr("Take away"), self.tr("Take away {name}"), self.remove),
        ):
            button = QPushButton(words)
            button.setProperty("role", "small")
            button.setAccessibleName(named.format(name=name))
            button.setProperty("service", service.id)
            button.clicked.connect(slot)
            buttons.addWidget(button)
        column.addSpacing(SPACE_4)
        column.addStretch()  # above them: they stand on one line in all columns
        column.addLayout(buttons)
        return column

    def _add_facts(self, grid: QGridLayout) -> None:
        """Add what differs, then what is the same, then the names of what no source states."""
        rows = compared(self._hits, self._taxonomy, self._language)
        differing = [row for row in rows if row.differs]
        same = [row for row in rows if row.is_stated and not row.differs]
        is_alone = len(self._hits) == 1
        self._add_rows(grid, self.tr("What differs"), differing)
        self._add_rows(grid, "" if is_alone else self.tr("The same for all"), same)
        missing = [row.heading for row in rows if not row.is_stated]
        if words := unstated(missing, self._language):
            self._add_line(grid)
            self._add_wide(grid, words, tone="muted")

    def _add_rows(self, grid: QGridLayout, title: str, rows: list[ComparedFact]) -> None:
        """Add rows below a title; what is the same is said once, for all services."""
        for place, row in enumerate(rows):
            self._add_line(grid)
            if title and not place:
                self._add_wide(grid, title, role="section")
            self._add_wide(grid, row.heading, role="caption", tone="muted")
            if not row.differs:
                self._add_wide(grid, row.words[0])
                continue
            top = grid.rowCount()
            for column, words in enumerate(row.words):
                tone = "" if words else "muted"
                label = FactLabel(words or self.tr("not stated"), tone=tone)
                grid.addWidget(label, top, column, Qt.AlignmentFlag.AlignTop)

    def _add_wide(self, grid: QGridLayout, words: str, *, role: str = "", tone: str = "") -> None:
        label = FactLabel(words, role=role, tone=tone)
        grid.addWidget(label, grid.rowCount(), 0, 1, len(self._hits))

    def _add_line(self, grid: QGridLayout) -> None:
        line = QFrame()
        line.setObjectName("line")
        line.setFixedHeight(1)
        row = grid.rowCount()
        grid.setRowMinimumHeight(row, SPACE_12)
        grid.addWidget(line, row, 0, 1, len(self._hits))

    def open(self) -> None:
        """Ask for the service to be shown in full whose button was pressed."""
        self.opened.emit(self._chosen())

    def remove(self) -> None:
        """Ask for the service to be taken away whose button was pressed."""
        self.removed.emit(self._chosen())

    def _chosen(self) -> str:
        button = self.sender()
        assert isinstance(button, QPushButton)
        return str(button.property("service"))
