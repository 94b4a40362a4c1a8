"""The results as a Qt model, loaded page by page."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tp_directory import wording
from tp_directory.core.bilingual import Language
from tp_directory.core.coverage import Closeness
from tp_directory.core.hours import ALWAYS, OpenState
from tp_directory.core.opening import hours_profile, open_phones, service_availability
from tp_directory.core.place import Spot
from tp_directory.core.query import Hit, Results
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.ui.inquiry import More
from tp_directory.ui.row import Row

ROW_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SEPARATOR = " · "


class HitsModel(QAbstractListModel):
    """Knows the rows loaded so far and how many there are in all."""

    def __init__(self, more: More, taxonomy: Taxonomy, parent: QObject) -> None:
        """`more` gives the next hits from a position on."""
        super().__init__(parent)
        self._more = more
        self._taxonomy = taxonomy
        self._rows: tuple[Row, ...] = ()
        self._heads: frozenset[int] = frozenset()
        self._total = 0
        self._spot: Spot | None = None
        self._language = Language.EN

    @property
    def heads(self) -> frozenset[int]:
        """The rows that a heading stands above."""
        return self._heads

    def show(self, results: Results) -> None:
        """Hold other results, in the language they were asked in."""
        self.beginResetModel()
        self._language = results.query.language
        self._spot = results.spot
        self._total = results.total
        self._rows = ()
        self._heads = frozenset()
        self._append(results.hits)
        self.endResetModel()

    def hit(self, row: int) -> Hit:
        """The hit of a row."""
        return self._rows[row].hit

    def row_of(self, service_id: str) -> int:
        """The loaded row of a service, or the first one."""
        ids = [row.hit.service.id for row in self._rows]
        return ids.index(service_id) if service_id in ids else 0

    def tell_time(self, now: datetime) -> None:
        """Say anew who answers at this moment: the window may stay open for hours."""
        hits = tuple(
            replace(
                row.hit,
                availability=service_availability(row.hit.service, now),
                phones=open_phones(row.hit.service, now),
            )
            for row in self._rows
        )
        if hits != tuple(row.hit for row in self._rows):
            self._rows = self._rows_of(hits, None)
            self.dataChanged.emit(self.index(0), self.index(len(hits) - 1))

    def _append(self, hits: tuple[Hit, ...]) -> None:
        first = len(self._rows)
        rows = self._rows_of(hits, self._rows[-1].hit if self._rows else None)
        self._heads |= {first + place for place, row in enumerate(rows) if row.divider}
        self._rows += rows

    def _rows_of(self, hits: tuple[Hit, ...], before: Hit | None) -> tuple[Row, ...]:
        return tuple(self._row(hit, last) for last, hit in pairwise((before, *hits)) if hit)

    def _row(self, hit: Hit, before: Hit | None) -> Row:
        service, language = hit.service, self._language
        name = service.name.best(language)
        labels = (self._taxonomy.needs.label(code).best(language) for code in service.needs)
        needs = ", ".join(labels)
        phone = service.main_phone
        number = wording.number(phone, language) if phone else ""
        organization = service.organization.best(language)
        town = wording.where(service, language) or wording.serves(service, language)
        place = _SEPARATOR.join(filter(None, (town, self._distance(hit))))
        state_word = self._state_word(hit)
        divider = self._divider(hit, before)
        number_words = number or self.tr("no number stated")
        parts = (divider, name, state_word, organization, place, needs, number_words)
        return Row(
            hit=hit,
            name=name,
            state=hit.availability.state,
            state_word=state_word,
            organization="" if organization == name else organization,
            place=place,
            needs=needs,
            number=number,
            divider=divider,
            sentence=". ".join(part for part in parts if part) + ".",
        )

    def _state_word(self, hit: Hit) -> str:
        state = hit.availability.state
        if state is OpenState.UNKNOWN:
            return self.tr("Hours unknown")
        word = wording.open_word(state, self._language).upper()
        is_always = state is OpenState.OPEN and hours_profile(hit.service).is_always_open
        return f"{word} {ALWAYS}" if is_always else word

    def _distance(self, hit: Hit) -> str:
        if hit.distance_km is None:
            return ""
        is_approximate = self._spot is not None and self._spot.is_approximate
        return wording.distance(hit.distance_km, self._language, approximate=is_approximate)

    def _divider(self, hit: Hit, before: Hit | None) -> str:
        """The heading of a group of hits; what serves the town itself needs none."""
        is_named = hit.closeness is not None and hit.closeness is not Closeness.TOWN
        if self._spot is None or not is_named or (before and before.closeness is hit.closeness):
            return ""
        assert hit.closeness is not None
        return wording.closeness_heading(hit.closeness, self._spot, self._language)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return row.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.sentence
            case Qt.ItemDataRole.UserRole:
                return row
            case _:
                return None

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and len(self._rows) < self._total

    def fetchMore(self, parent: Index) -> None:
        if not self.canFetchMore(parent):
            return
        first = len(self._rows)
        hits = self._more(first)
        if not hits:
            self._total = first
            return
        self.beginInsertRows(QModelIndex(), first, first + len(hits) - 1)
        self._append(hits)
        self.endInsertRows()
