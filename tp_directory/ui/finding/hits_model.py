"""The results as a Qt model: it has all rows, and loads the pages of those that are looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import accumulate

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tp_directory.core.opening import hit_at
from tp_directory.core.query import Hit, Results
from tp_directory.ui.finding.row import Row, RowWriter
from tp_directory.wording.groups import group_heading

ROW_ROLE = Qt.ItemDataRole.UserRole
Page = Callable[[int], tuple[Hit, ...]]
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MOST_LOADED = 2000  # rows in memory; those of other pages are loaded again in some milliseconds


@dataclass(frozen=True, slots=True)
class Heading:
    """Words that stand above a row."""

    row: int
    words: str


class HitsModel(QAbstractListModel):
    """Knows how many hits there are, and the rows of the pages that were asked for.

    A page is as long as the first one, which comes with the answer; further ones take a few
    milliseconds each, at 100,000 hits too.
    """

    def __init__(self, page: Page, parent: QObject) -> None:
        """`page` gives the hits from a position on."""
        super().__init__(parent)
        self._page = page
        self._writer: RowWriter | None = None
        self._page_size = 1
        self._hits: dict[int, Hit] = {}
        self._rows: dict[int, Row] = {}
        self._total = 0
        self._headings: tuple[Heading, ...] = ()
        self._kept: frozenset[str] = frozenset()

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings between the groups of hits, from the first to the last."""
        return self._headings

    def show(self, results: Results, writer: RowWriter) -> None:
        """Hold other results, in the words of a writer."""
        self.beginResetModel()
        self._writer = writer
        self._page_size = max(len(results.hits), 1)
        self._total = results.total
        self._hits, self._rows = dict(enumerate(results.hits)), {}
        self._headings = _headings(results)
        self.endResetModel()

    def hit(self, row: int) -> Hit | None:
        """The hit of a row; None where it cannot be had any more."""
        if row not in self._hits:
            if len(self._hits) > _MOST_LOADED:
                self._hits, self._rows = {}, {}
            first = row - row % self._page_size
            self._hits |= enumerate(self._page(first)[: self._page_size], first)
        return self._hits.get(row)

    def row_of(self, service_id: str, around: int = 0) -> int:
        """The row of a service, if it is loaded or on the page of another row; else -1."""
        if 0 <= around < self._total:
            self.hit(around)
        for place, hit in self._hits.items():
            if hit.service.id == service_id:
                return place
        return -1

    def mark_kept(self, service_ids: frozenset[str]) -> None:
        """Mark the rows of the services that the worker keeps."""
        self._kept = service_ids
        self._rewrite()

    def tell_time(self, now: datetime) -> bool:
        """Say anew who answers at this moment, and how old facts are: the window stays open.

        Who answers at a moment that was chosen stays as it is. Returns whether a service among
        the loaded ones has opened or closed.
        """
        if self._writer is None:
            return False
        before = [hit.availability.state for hit in self._hits.values()]
        self._writer = replace(self._writer, today=now.date())
        if self._writer.open_at is None:
            self._hits = {place: hit_at(hit, now) for place, hit in self._hits.items()}
        self._rewrite()
        return before != [hit.availability.state for hit in self._hits.values()]

    def _rewrite(self) -> None:
        before, self._rows = self._rows, {}
        if any(self._row(place) != row for place, row in before.items()):
            self.dataChanged.emit(self.index(0), self.index(self._total - 1))

    def _row(self, place: int) -> Row | None:
        """The words of a row, written when they are looked at."""
        hit = self.hit(place)
        if place not in self._rows and hit is not None:
            assert self._writer is not None
            is_kept = hit.service.id in self._kept
            self._rows[place] = self._writer.row(hit, is_kept=is_kept)
        return self._rows.get(place)

    def _spoken(self, place: int, row: Row) -> str:
        heading = next((each.words for each in self._headings if each.row == place), "")
        return f"{heading}. {row.sentence}" if heading else row.sentence

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._total

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._row(index.row()) if index.isValid() else None
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index.row(), row)
            case Qt.ItemDataRole.UserRole:
                return row
            case _:
                return None


def _headings(results: Results) -> tuple[Heading, ...]:
    groups, language = results.groups, results.query.language
    starts = accumulate((group.size for group in groups), initial=0)
    words = (group_heading(group, results.spot, language) for group in groups)
    return tuple(
        Heading(start, heading) for start, heading in zip(starts, words, strict=False) if heading
    )
