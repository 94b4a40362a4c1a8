"""The filters as a Qt tree: sections, groups, and choices with the services each would leave."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from tp_directory.core.choices import Choice, Facet, choices, count
from tp_directory.core.folding import fold
from tp_directory.core.query import Facets, Query

COUNT_ROLE = Qt.ItemDataRole.UserRole
HEADING_ROLE = Qt.ItemDataRole.UserRole + 1
FOLDED_ROLE = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(eq=False, slots=True)
class Branch:
    """A row of the tree: a heading with rows below it, or a choice."""

    label: str
    choice: Choice | None = None
    below: list[Branch] = field(default_factory=list)
    above: Branch | None = None
    place: int = 0

    def add(self, branch: Branch) -> Branch:
        """Put a row below this one; returns it."""
        branch.above, branch.place = self, len(self.below)
        self.below.append(branch)
        return branch

    def every(self) -> list[Branch]:
        """This row and all below it, in order."""
        return [self, *(each for branch in self.below for each in branch.every())]


class ChoicesModel(QAbstractItemModel):
    """Knows what may be chosen, what is, and the counts; it decides nothing itself."""

    toggled = Signal(object, bool)  # Choice, whether it is wanted

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._root = Branch("")
        self._chosen: frozenset[Choice] = frozenset()
        self._facets = Facets()
        self._uncounted = Facet.OPEN_AT

    def show_tree(self, root: Branch) -> None:
        """Offer choices; the same ones in another language keep their rows."""
        before, now = self._root.every(), root.every()
        if [each.choice for each in before] != [each.choice for each in now]:
            self.beginResetModel()
            self._root = root
            self.endResetModel()
            return
        self.layoutAboutToBeChanged.emit()  # longer labels take more lines
        for branch, named in zip(before, now, strict=True):
            branch.label = named.label
        self.layoutChanged.emit()

    def show_state(self, query: Query, facets: Facets) -> None:
        """Show what is chosen, and how many services each choice would leave."""
        chosen = frozenset(
            Choice(choice.facet) if choice.facet is Facet.OPEN_AT else choice
            for choice in choices(query)
        )
        # What is open is counted at one moment: now, or at the time that is chosen.
        uncounted = Facet.OPEN_AT if query.open_at is None else Facet.OPEN_NOW
        if (chosen, facets, uncounted) == (self._chosen, self._facets, self._uncounted):
            return
        # Labels have more room where there is no count.
        roles = [] if uncounted is self._uncounted else [Qt.ItemDataRole.SizeHintRole]
        self._chosen, self._facets, self._uncounted = chosen, facets, uncounted
        for branch in self._root.every():
            if branch.below:
                first, last = branch.below[0], branch.below[-1]
                self.dataChanged.emit(self._index_of(first), self._index_of(last), roles)

    def is_chosen(self, index: Index) -> bool:
        """Whether the choice of a row is set."""
        choice = self._branch(index).choice
        return choice is not None and choice in self._chosen

    def toggle(self, index: Index) -> None:
        """Ask for the choice of a row to be set, or taken away."""
        choice = self._branch(index).choice
        if choice is not None:
            self.toggled.emit(choice, choice not in self._chosen)

    def _count(self, choice: Choice | None) -> int | None:
        if choice is None or choice.facet is self._uncounted:
            return None
        return count(self._facets, choice)

    def _branch(self, index: Index) -> Branch:
        branch = index.internalPointer() if index.isValid() else self._root
        assert isinstance(branch, Branch)
        return branch

    def _index_of(self, branch: Branch) -> QModelIndex:
        return self.createIndex(branch.place, 0, branch)

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        below = self._branch(parent).below
        if column or not 0 <= row < len(below):
            return QModelIndex()
        return self._index_of(below[row])

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]  # Qt has two
        above = self._branch(index).above if index.isValid() else None
        return QModelIndex() if above is None or above is self._root else self._index_of(above)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return len(self._branch(parent).below)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsUserCheckable if self._branch(index).choice else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        branch = self._branch(index)
        choice = branch.choice
        found = self._count(choice)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return branch.label
            case Qt.ItemDataRole.AccessibleTextRole:
                counted = self.tr("%n services", "", found) if found is not None else ""
                return f"{branch.label}, {counted}" if counted else branch.label
            case Qt.ItemDataRole.CheckStateRole if choice:
                is_chosen = choice in self._chosen
                return Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked
            case _ if role == COUNT_ROLE:
                return found
            case _ if role == HEADING_ROLE:
                return choice is None
            case _ if role == FOLDED_ROLE:
                return fold(branch.label) if choice else ""
            case _:
                return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not self._branch(index).choice:
            return False
        self.toggle(index)
        return True
