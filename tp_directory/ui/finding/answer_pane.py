"""The middle of the directory: how to ask, the results, or services side by side."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from tp_directory.core.bilingual import Language
from tp_directory.core.choices import Choice, with_choice
from tp_directory.core.kept import Kept
from tp_directory.core.query import Results
from tp_directory.core.service import Service
from tp_directory.ui.actions import Actions
from tp_directory.ui.finding.compare_page import ComparePage
from tp_directory.ui.finding.comparison import Comparison
from tp_directory.ui.finding.first_start import FirstStart
from tp_directory.ui.finding.hits_model import HitsModel
from tp_directory.ui.finding.inquiry import Inquiry
from tp_directory.ui.finding.results_map import ResultsMap
from tp_directory.ui.finding.results_pane import ResultsPane
from tp_directory.ui.finding.row import RowWriter
from tp_directory.ui.map.land import Land
from tp_directory.ui.map.view import MapView
from tp_directory.ui.tokens import Tokens

if TYPE_CHECKING:  # they load the store and the index, which the window does not wait for
    from tp_directory.directory import Directory


class AnswerPane(QStackedWidget):
    """Knows which of the three is in sight, and whether results are a list or a map."""

    results_shown = Signal(bool)  # False: how to ask, or the comparison
    back_wanted = Signal()  # out of the comparison

    def __init__(
        self,
        inquiry: Inquiry,
        directory: Directory,
        comparison: Comparison,
        actions: Actions,
        land: Land,
        tokens: Tokens,
    ) -> None:
        super().__init__()
        taxonomy, gazetteer = directory.taxonomy, directory.gazetteer
        self._inquiry, self._directory, self._comparison = inquiry, directory, comparison
        self.start = FirstStart(inquiry.query.language)
        self._model = HitsModel(inquiry.page, self)
        self._map_view = MapView(land, tokens)
        self._map_view.set_language(inquiry.query.language)
        self._map = ResultsMap(self._map_view, directory, self)
        self.results = ResultsPane(
            self._model, self._map_view, taxonomy, gazetteer, actions, tokens
        )
        self.compare = ComparePage(taxonomy, tokens)
        for page in (self.start, self.results, self.compare):
            self.addWidget(page)

        self.start.words_chosen.connect(inquiry.set_words)
        self.results.words_chosen.connect(inquiry.set_words)
        self.results.query_chosen.connect(inquiry.ask)
        self.results.place_chosen.connect(inquiry.set_near)
        self.results.order_chosen.connect(inquiry.set_order)
        self._map.choices_made.connect(self.ask_on_list)
        self.compare.closed.connect(self.back_wanted)
        self.compare.removed.connect(comparison.remove)
        comparison.changed.connect(self.show_compared)

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to show but how to ask: a map shows all of the directory."""
        return self._inquiry.is_blank and not self._map.is_shown

    @property
    def is_comparing(self) -> bool:
        """Whether services are seen side by side."""
        return self.currentWidget() is self.compare

    def set_directory(self, directory: Directory) -> None:
        """Name everything as another edition does; its answer is still to come."""
        self._directory = directory
        self.results.set_terms(directory.taxonomy, directory.gazetteer)
        self.compare.set_taxonomy(directory.taxonomy)
        self._map.set_directory(directory)

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        for part in (self.results, self.compare, self._map_view):
            part.set_tokens(tokens)

    def set_language(self, language: Language) -> None:
        """State in a language what does not come with an answer."""
        self.start.set_language(language)
        self._map_view.set_language(language)
        if self.is_comparing:
            self._fill_comparison()

    def set_kept(self, kept: Kept) -> None:
        """Mark what is kept."""
        self._model.mark_kept(frozenset(service.id for service in kept.services))

    def take_in(self, results: Results) -> None:
        """Take in an answer; what is in sight stays there."""
        writer = RowWriter(
            self._directory.taxonomy,
            results.query.language,
            self._inquiry.now().date(),
            self._inquiry.marker(),
            results.query.open_at,
        )
        if self.is_blank:
            self.results.clear(writer)
        else:
            self.results.show_results(results, writer, self._inquiry.unplaced)
            self._map.show_results(results)

    def show_answer(self) -> None:
        """Show the results, or how to ask where nothing is asked."""
        self._show(self.start if self.is_blank else self.results)

    def show_service(self, service: Service | None) -> None:
        """Show on the map whom a service serves, or show none there."""
        self._map.show_service(service)

    def toggle_map(self) -> None:
        """Show the results on the map, or as a list again."""
        self._show_map(is_wanted=not self._map.is_shown)
        self._inquiry.ask(self._inquiry.query)  # the map shows all of the directory, too
        self.results.focus_list()

    def ask_on_list(self, chosen: tuple[Choice, ...]) -> None:
        """Ask with these filters more, and show the answer as a list."""
        self._show_map(is_wanted=False)
        self._inquiry.ask(reduce(with_choice, chosen, self._inquiry.query))

    def show_compared(self, count: int) -> None:
        """Say how many services are compared; without any left, ask for the way back."""
        self.results.show_compared(count)
        if self.is_comparing or not count:
            self._fill_comparison()
        if self.is_comparing and not count:
            self.back_wanted.emit()

    def show_comparison(self) -> None:
        """Show the services that are compared side by side."""
        if len(self._comparison):
            self._fill_comparison()
            self._show(self.compare)
            self.compare.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell_time(self) -> bool:
        """Say anew who answers at this moment; returns whether a result has opened or closed."""
        if self.is_comparing:
            self._fill_comparison()
        return self.results.tell_time(self._inquiry.now())

    def focus_page(self) -> None:
        """Give the keyboard to what is in sight."""
        page = self.currentWidget()
        if page is self.results:
            self.results.focus_list()
        elif page is self.start:
            self.start.focus_examples()
        else:
            self.compare.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def forget(self) -> None:
        """Compare nothing, and have the results as a list."""
        self._comparison.clear()
        self._map.forget()
        self.results.show_map(is_wanted=False)
        self._show(self.results)

    def _show(self, page: QWidget) -> None:
        self.setCurrentWidget(page)
        self.results_shown.emit(page is self.results)

    def _show_map(self, *, is_wanted: bool) -> None:
        self.results.show_map(is_wanted=is_wanted)
        self._map.show(is_wanted=is_wanted)

    def _fill_comparison(self) -> None:
        now = self._inquiry.now()
        self.compare.show_hits(self._comparison.hits(now), now, self._inquiry.query.language)
