"""The results: their head, and the list, the map, or the ways out of an empty answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.query import Facets, Query, Results
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.ui.actions import Actions
from tp_directory.ui.announcer import Announcer
from tp_directory.ui.finding.chips import Chips
from tp_directory.ui.finding.hit_delegate import HitDelegate
from tp_directory.ui.finding.hits_model import HitsModel
from tp_directory.ui.finding.hits_view import HitsView
from tp_directory.ui.finding.nothing_found import NothingFound
from tp_directory.ui.finding.results_head import ResultsHead
from tp_directory.ui.finding.row import RowWriter
from tp_directory.ui.focus_order import chain
from tp_directory.ui.tokens import SPACE_8, SPACE_16, Tokens


class ResultsPane(QWidget):
    """Shows one answer and tells which hit of it is looked at."""

    hit_chosen = Signal(object)  # Hit, or None where there is none
    opened = Signal()
    typed = Signal(str)
    words_chosen = Signal(str)
    query_chosen = Signal(object)  # Query
    needs_wanted = Signal()
    place_chosen = Signal(str)
    order_chosen = Signal(object)  # Order
    map_shown = Signal(bool)  # or the list again

    def __init__(
        self,
        model: HitsModel,
        map_page: QWidget,
        taxonomy: Taxonomy,
        gazetteer: Gazetteer,
        actions: Actions,
        tokens: Tokens,
    ) -> None:
        super().__init__()
        self.setObjectName("results_pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = model
        self._map = map_page
        self._query = Query()
        self._shown = ""
        self._is_map = False
        self._chips = Chips(taxonomy, gazetteer)
        self._head = ResultsHead(actions.map, actions.comparison)
        self._view = HitsView(model, HitDelegate(tokens, self), tokens)
        self._nothing = NothingFound(taxonomy, gazetteer)
        self._announcer = Announcer(self)
        self._stack = QStackedWidget()
        for page in (self._view, self._nothing, map_page):
            self._stack.addWidget(page)
        chips = QVBoxLayout()
        chips.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, 0)
        chips.addWidget(self._chips)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(chips)
        layout.addWidget(self._head)
        layout.addWidget(self._stack, 1)

        self.retranslate()
        model.modelReset.connect(self._view.measure)
        self._view.current_changed.connect(self.choose_row)
        self._view.opened.connect(self.opened)
        self._view.typed.connect(self.typed)
        self._head.place_chosen.connect(self.place_chosen)
        self._head.order_chosen.connect(self.order_chosen)
        self._head.query_chosen.connect(self.query_chosen)
        self._chips.query_chosen.connect(self.query_chosen)
        self._nothing.words_chosen.connect(self.words_chosen)
        self._nothing.query_chosen.connect(self.query_chosen)
        self._nothing.needs_wanted.connect(self.needs_wanted)
        self._nothing.hit_chosen.connect(self.hit_chosen)
        self._nothing.hit_chosen.connect(self.opened)

    @property
    def summary(self) -> str:
        """How many services were found, as it is shown."""
        return self._head.words

    @property
    def place(self) -> int:
        """How far the list is scrolled, in pixels."""
        return self._view.verticalScrollBar().value()

    def scroll_to(self, place: int) -> None:
        """Scroll the list to a place."""
        self._view.verticalScrollBar().setValue(place)

    def set_terms(self, taxonomy: Taxonomy, gazetteer: Gazetteer) -> None:
        """Name needs, populations and places by these from now on."""
        for part in (self._chips, self._nothing):
            part.set_terms(taxonomy, gazetteer)

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._view.set_tokens(tokens)

    def show_results(self, results: Results, writer: RowWriter, unplaced: str = "") -> None:
        """Show an answer, with its first hit chosen; `unplaced` words name no place.

        The same question in the other language leaves the service that is shown as it is, though
        it need not be among the hits.
        """
        query, before = results.query, self._view.currentIndex().row()
        is_same = replace(self._query, language=query.language) == query
        if not is_same:
            self._shown = ""
        self._query = query
        self._announcer.say("")
        self._model.show(results, writer)
        self._chips.show_query(query)
        self._head.show_results(results, unplaced)
        self._show_page()
        if not results.hits:
            self._nothing.show_results(results)
            chain(self._view, self._nothing.buttons)
            if not is_same:
                self.hit_chosen.emit(None)
        elif self._shown:
            self._view.setCurrentIndex(self._model.index(self._model.row_of(self._shown, before)))
        else:
            self._view.setCurrentIndex(self._model.index(0))

    def clear(self, writer: RowWriter) -> None:
        """Show nothing, and have nothing chosen, unless it is the same in the other language."""
        query = Query(language=writer.language)
        is_translated = self._query == replace(query, language=writer.language.other)
        self._query = query
        self._announcer.say("")
        nothing = Results(query, (), 0, Facets())
        self._model.show(nothing, writer)
        self._chips.show_query(query)
        self._head.show_results(nothing)  # both are out of sight, and keep no place and no words
        self._nothing.show_results(nothing)
        if not is_translated:
            self._shown = ""
            self.hit_chosen.emit(None)

    def mark(self, service_id: str) -> None:
        """Choose the row of a service that is shown already; none where it is not at hand."""
        self._shown = service_id
        self._view.setCurrentIndex(self._model.index(self._model.row_of(service_id)))

    def show_map(self, *, is_wanted: bool) -> None:
        """Show the map, or the list again."""
        self._is_map = is_wanted
        self._head.show_view(is_map=is_wanted)
        self._show_page()
        self.map_shown.emit(is_wanted)

    def show_compared(self, count: int) -> None:
        """Say how many services are being compared."""
        self._head.show_compared(count)

    def step(self, rows: int) -> None:
        """Choose a hit further down, or further up for a negative number."""
        current = self._view.currentIndex().row()
        row = min(max(current + rows, 0), self._model.rowCount() - 1)
        if row >= 0:
            index = self._model.index(row)
            self._view.setCurrentIndex(index)
            # The caret is in the search box, and a screen reader tells only what has it.
            self._announcer.say(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))

    def focus_list(self) -> None:
        """Give the keyboard to what is shown of the results."""
        page = self._stack.currentWidget()
        if page is self._nothing:
            page = next(iter(self._nothing.buttons), page)
        if page:
            page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def tell_time(self, now: datetime) -> bool:
        """Say anew who answers at this moment; returns whether one has opened or closed."""
        return self._model.tell_time(now)

    def choose_row(self, index: QModelIndex) -> None:
        """Tell which hit is looked at."""
        hit = self._model.hit(index.row()) if index.isValid() else None
        if hit is not None:
            self._shown = hit.service.id
            self.hit_chosen.emit(hit)

    def retranslate(self) -> None:
        """Say everything again in the language of the program; results come anew by themselves."""
        self._view.setAccessibleName(self.tr("Results"))

    def _show_page(self) -> None:
        found = self._map if self._is_map else self._view
        self._stack.setCurrentWidget(found if self._model.rowCount() else self._nothing)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() is QEvent.Type.FontChange:
            self._view.measure()
        super().changeEvent(event)
