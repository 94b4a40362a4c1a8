"""The filters in force, above the results: a press takes one away."""

from __future__ import annotations

from functools import reduce
from itertools import zip_longest

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from tp_directory.core.choices import Choice, Facet, choices, without_choice
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.query import Query
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.focus_order import chain
from tp_directory.ui.tokens import SPACE_8
from tp_directory.wording.filters import choice_label, towns_label

_MOST_LINES = 2  # more of them would push the results off a small window
_MOST_TOWNS = 3  # each for itself: where towns are close, the map chooses dozens at once


class Chips(QWidget):
    """Shows one button for each filter of a query, and asks for the query without it.

    Those that do not fit on two lines are in the menu of a button that says how many they are.
    The buttons are kept and named anew: then Tab finds them where they stand, and the one that
    was pressed does not take the keyboard with it.
    """

    query_chosen = Signal(object)  # Query

    def __init__(self, taxonomy: Taxonomy, gazetteer: Gazetteer) -> None:
        super().__init__()
        self.setObjectName("chips")
        self.set_terms(taxonomy, gazetteer)
        self._query = Query()
        self._shown: tuple[tuple[Choice, ...], ...] = ()
        self._flow = FlowLayout(self, gap=SPACE_8)
        self._chips: list[QPushButton] = []
        self._menu = QMenu(self)
        self._menu.triggered.connect(self.remove_listed)
        self._more = QPushButton()
        self._more.setObjectName("more_chips")
        self._more.setProperty("role", "chip")
        self._more.setMenu(self._menu)
        self._flow.addWidget(self._more)
        self._add_chip()
        self.hide()

    def set_terms(self, taxonomy: Taxonomy, gazetteer: Gazetteer) -> None:
        """Name needs, populations and places by these from now on."""
        self._taxonomy, self._gazetteer = taxonomy, gazetteer

    def show_query(self, query: Query) -> None:
        """Show the filters of a query."""
        before = self._shown, self._query.language
        self._query, self._shown = query, _together(choices(query))
        if (self._shown, query.language) == before:
            return  # at most keys
        while len(self._chips) < len(self._shown):
            self._add_chip()
        for chip, shown in zip_longest(self._chips, self._shown):
            self._name(chip, self._label(shown) if shown else "")
        self.setVisible(bool(self._shown))
        self._fit()

    def _add_chip(self) -> None:
        chip = QPushButton()
        chip.setProperty("role", "chip")
        chip.clicked.connect(self.remove)
        self._flow.insert_widget(len(self._chips), chip)
        chain(self._chips[-1] if self._chips else None, [chip])
        self._chips.append(chip)
        chain(chip, [self._more])

    def _fit(self) -> None:
        """Show as many as fit on the lines, and list the others in the menu."""
        wanted = len(self._shown)
        widths = [chip.sizeHint().width() for chip in self._chips[:wanted]]
        seen = wanted
        while seen > 1 and not self._fits(widths, seen):
            seen -= 1
        self._count_more(wanted - seen)
        for place, chip in enumerate(self._chips):
            chip.setVisible(place < seen)
        self._more.setVisible(seen < wanted)
        self._menu.clear()
        for place in range(seen, wanted):
            action = QAction(self._chips[place].text(), self._menu)
            action.setData(place)
            self._menu.addAction(action)

    def _fits(self, widths: list[int], seen: int) -> bool:
        """Whether so many are seen without taking too many lines."""
        self._count_more(len(widths) - seen)
        more = [self._more.sizeHint().width()] if seen < len(widths) else []
        return self._flow.lines(widths[:seen] + more, self.width()) <= _MOST_LINES

    def _count_more(self, count: int) -> None:
        self._more.setText(f"+{count}")
        self._more.setAccessibleName(self.tr("%n more filters", "", count))

    def _label(self, shown: tuple[Choice, ...]) -> str:
        language = self._query.language
        if len(shown) > 1:
            return towns_label(len(shown), language)
        return choice_label(shown[0], self._taxonomy, self._gazetteer, language)

    def _name(self, chip: QPushButton, label: str) -> None:
        chip.setText(f"{label}  ✕")
        chip.setAccessibleName(self.tr("Remove the filter: {name}").format(name=label))
        chip.setToolTip(self.tr("Remove this filter"))

    def remove(self) -> None:
        """Ask without the filter whose chip was pressed."""
        chip = self.sender()
        if isinstance(chip, QPushButton):
            self._remove(self._chips.index(chip))

    def remove_listed(self, action: QAction) -> None:
        """Ask without the filter that was chosen in the menu."""
        self._remove(int(action.data()))

    def _remove(self, place: int) -> None:
        self.query_chosen.emit(reduce(without_choice, self._shown[place], self._query))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()


def _together(chosen: tuple[Choice, ...]) -> tuple[tuple[Choice, ...], ...]:
    """The choices one by one, but many towns as one."""
    towns = tuple(choice for choice in chosen if choice.facet is Facet.TOWN)
    if len(towns) <= _MOST_TOWNS:
        return tuple((choice,) for choice in chosen)
    return (*((choice,) for choice in chosen if choice not in towns), towns)
