"""The lists beside what is on them: everything kept, each list by its name, and the reports."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from tp_directory.core.kept import Kept
from tp_directory.ui.tokens import SPACE_8

_ENTRY = Qt.ItemDataRole.UserRole


class Shelf(Enum):
    """What an entry stands for."""

    ALL = "all"
    LIST = "list"
    REPORTS = "reports"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the view; `name` is that of a list."""

    shelf: Shelf = Shelf.ALL
    name: str = ""


class _NameDelegate(QStyledItemDelegate):
    """Draws a name; Qt alone forgets the padding where it measures how a long one breaks."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        view = option.widget
        assert isinstance(view, QListWidget)
        option.rect = QRect(0, 0, view.viewport().width() - 2 * SPACE_8, 1)
        return super().sizeHint(option, index)


class ListsView(QListWidget):
    """Shows how many there are on each list, and which one was chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lists")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setItemDelegate(_NameDelegate(self))

    @property
    def chosen(self) -> Entry:
        """What was chosen."""
        item = self.currentItem()
        entry = item.data(_ENTRY) if item else Entry()
        assert isinstance(entry, Entry)
        return entry

    def choose(self, entry: Entry) -> None:
        """Choose an entry, if it is there."""
        rows = (self.item(row) for row in range(self.count()))
        if item := next((each for each in rows if each.data(_ENTRY) == entry), None):
            self.setCurrentItem(item)

    def show_lists(self, kept: Kept) -> None:
        """Show what is kept, and choose again what was chosen; nobody is told of that."""
        chosen = self.chosen
        self.blockSignals(True)
        self.clear()
        everything = self.tr("Everything kept ({count})").format(count=len(kept.services))
        self._add(everything, Entry())
        for name in kept.lists:
            count = sum(name in service.lists for service in kept.services)
            self._add(f"{name} ({count})", Entry(Shelf.LIST, name))
        reports = self.tr("Error reports ({count})").format(count=len(kept.reports))
        self._add(reports, Entry(Shelf.REPORTS))
        self.setCurrentRow(0)
        self.choose(chosen)
        self.blockSignals(False)

    def _add(self, words: str, entry: Entry) -> None:
        item = QListWidgetItem(words)
        item.setData(_ENTRY, entry)
        self.addItem(item)
