"""The filters in force, above the results: a press takes one away."""

from __future__ import annotations

from functools import reduce
from itertools import zip_longest

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from tp_directory.core.choices import Choice, Facet, choices, without_choice
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.query import Query
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.focus_order import chain
from tp_directory.ui.tokens import SPACE_8
from tp_directory.wording.filters import choice_label, towns_label

_MOST_TOWNS = 3  # each for itself: where towns are close, the map chooses dozens at once


class Chips(QWidget):
    """Shows one button for each filter of a query, and asks for the query without it.

    The buttons are kept and named anew: then Tab finds them where they stand, and the one that
    was pressed does not take the keyboard with it.
    """

    query_chosen = Signal(object)  # Query

    def __init__(self, taxonomy: Taxonomy, gazetteer: Gazetteer) -> None:
        super().__init__()
        self.setObjectName("chips")
        self._taxonomy, self._gazetteer = taxonomy, gazetteer
        self._query = Query()
        self._shown: tuple[tuple[Choice, ...], ...] = ()
        self._flow = FlowLayout(self, gap=SPACE_8)
        self._chips = [self._chip()]
        self.hide()

    def show_query(self, query: Query) -> None:
        """Show the filters of a query."""
        self._query, self._shown = query, _together(choices(query))
        while len(self._chips) < len(self._shown):
            self._chips.append(self._chip())
            chain(self._chips[-2], self._chips[-1:])
        for chip, shown in zip_longest(self._chips, self._shown):
            chip.setVisible(shown is not None)
            if shown is not None:
                self._name(chip, shown)
        self.setVisible(bool(self._shown))

    def _chip(self) -> QPushButton:
        chip = QPushButton()
        chip.setProperty("role", "chip")
        chip.clicked.connect(self.remove)
        self._flow.addWidget(chip)
        return chip

    def _name(self, chip: QPushButton, shown: tuple[Choice, ...]) -> None:
        language = self._query.language
        if len(shown) > 1:
            label = towns_label(len(shown), language)
        else:
            label = choice_label(shown[0], self._taxonomy, self._gazetteer, language)
        chip.setText(f"{label}  ✕")
        chip.setAccessibleName(self.tr("Remove the filter: {name}").format(name=label))
        chip.setToolTip(self.tr("Remove this filter"))

    def remove(self) -> None:
        """Ask without the filter whose chip was pressed."""
        chip = self.sender()
        if isinstance(chip, QPushButton):
            shown = self._shown[self._chips.index(chip)]
            self.query_chosen.emit(reduce(without_choice, shown, self._query))


def _together(chosen: tuple[Choice, ...]) -> tuple[tuple[Choice, ...], ...]:
    """The choices one by one, but many towns as one."""
    towns = tuple(choice for choice in chosen if choice.facet is Facet.TOWN)
    if len(towns) <= _MOST_TOWNS:
        return tuple((choice,) for choice in chosen)
    return (*((choice,) for choice in chosen if choice not in towns), towns)
