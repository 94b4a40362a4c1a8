"""Two or three services side by side, fact by fact."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tp_directory import wording
from tp_directory.core.bilingual import Language
from tp_directory.core.query import Hit
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.ui.fact_labels import FactLabel
from tp_directory.ui.page_change import change_page
from tp_directory.ui.state_line import StateLine
from tp_directory.ui.tokens import SPACE_8, SPACE_12, SPACE_16, SPACE_24, Tokens, em
from tp_directory.wording.facts import FactKind, facts

_COLUMN_EMS = 16


class ComparePage(QScrollArea):
    """A table with a column for each service; built anew for each comparison."""

    closed = Signal()
    removed = Signal(str)  # the service's id
    copy_wanted = Signal(str)

    def __init__(self, taxonomy: Taxonomy, tokens: Tokens) -> None:
        super().__init__()
        self.setObjectName("compare_page")
        self.setWidgetResizable(True)
        self._taxonomy, self._tokens = taxonomy, tokens
        self._hits: tuple[Hit, ...] = ()
        self._now = datetime.min
        self._language = Language.EN

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
        self.setAccessibleName(self.tr("Comparison"))
        page = QWidget()
        page.setObjectName("service_page")
        outer = QVBoxLayout(page)
        outer.setContentsMargins(SPACE_24, SPACE_16, SPACE_24, SPACE_24)
        outer.setSpacing(SPACE_12)
        outer.addLayout(self._head())
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_16)
        grid.setVerticalSpacing(SPACE_8)
        for column, hit in enumerate(self._hits, start=1):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, em(self.font()) * _COLUMN_EMS)
            self._add_service(grid, column, hit)
        outer.addLayout(grid)
        outer.addStretch()
        change_page(self, page, is_same=is_same)

    def _head(self) -> QHBoxLayout:
        title = FactLabel(self.tr("Side by side"), role="title")
        close = QPushButton(self.tr("← &Back to the results"))
        close.setProperty("role", "small")
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(close)
        return head

    def _add_service(self, grid: QGridLayout, column: int, hit: Hit) -> None:
        service, language = hit.service, self._language
        name = FactLabel(service.name.best(language), role="section")
        phone = hit.main_line.phone if hit.main_line else None
        number = wording.number(phone, language) if phone else ""
        self._put(grid, 0, column, "", name)
        self._put(grid, 1, column, "", FactLabel(service.organization.best(language)))
        self._put(grid, 2, column, self.tr("Number"), self._number(number))
        state = StateLine(hit.availability, self._now, language, self._tokens, self)
        self._put(grid, 3, column, self.tr("Now"), state)
        hours = FactLabel(wording.hours(service.hours, language))
        self._put(grid, 4, column, self.tr("Hours"), self._stated(hours))
        row = 5
        for fact in facts(service, self._taxonomy, language):
            words = fact.words
            if fact.kind is FactKind.WHERE:
                words = " · ".join(filter(None, (words, wording.how_far_from(hit, language))))
            heading = fact.kind.heading.best(language)
            self._put(grid, row, column, heading, self._stated(FactLabel(words)))
            row += 1
        age = FactLabel(wording.facts_age(service, self._now.date(), language))
        if wording.is_doubtful(service, self._now.date()):
            age.setProperty("tone", "warn")
        self._put(grid, row, column, self.tr("How old"), age)
        remove = QPushButton(self.tr("Take away"))
        remove.setProperty("role", "small")
        remove.setAccessibleName(
            self.tr("Take away {name}").format(name=service.name.best(language))
        )
        remove.setProperty("words", service.id)
        remove.clicked.connect(self.remove)
        grid.addWidget(remove, 2 * row + 2, column, Qt.AlignmentFlag.AlignLeft)

    def _put(self, grid: QGridLayout, row: int, column: int, heading: str, fact: QWidget) -> None:
        """Put a fact into its row, with the heading at the left and a line below."""
        top = Qt.AlignmentFlag.AlignTop
        side = Qt.AlignmentFlag.AlignLeft if isinstance(fact, QPushButton) else Qt.AlignmentFlag(0)
        grid.addWidget(fact, 2 * row, column, top | side)
        if column > 1 or not heading:
            return
        label = QLabel(heading)
        label.setProperty("tone", "muted")
        grid.addWidget(label, 2 * row, 0, top)
        line = QFrame()
        line.setObjectName("line")
        line.setFixedHeight(1)
        grid.addWidget(line, 2 * row + 1, 0, 1, len(self._hits) + 1)

    def _number(self, number: str) -> QWidget:
        if not number:
            return self._stated(FactLabel(""))
        button = QPushButton(number)
        button.setProperty("role", "small")
        button.setToolTip(self.tr("Copy this number"))
        button.setAccessibleName(self.tr("Copy {number}").format(number=number))
        button.setProperty("words", number)
        button.clicked.connect(self.copy)
        return button

    def _stated(self, label: FactLabel) -> FactLabel:
        """The label, or a muted one that says that nothing is stated."""
        if not label.text():
            label.setText(self.tr("not stated"))
            label.setProperty("tone", "muted")
        return label

    def copy(self) -> None:
        """Ask for the number to be copied whose button was pressed."""
        button = self.sender()
        if isinstance(button, QPushButton):
            self.copy_wanted.emit(str(button.property("words")))

    def remove(self) -> None:
        """Ask for the service to be taken away whose button was pressed."""
        button = self.sender()
        if isinstance(button, QPushButton):
            self.removed.emit(str(button.property("words")))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange and self._hits:
            self._rebuild(is_same=True)
        super().changeEvent(event)
