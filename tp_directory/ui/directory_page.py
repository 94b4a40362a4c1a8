"""The directory in the window: ask above, results at the left, one service at the right."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from tp_directory.core.bilingual import Language
from tp_directory.core.query import Hit, Query, Results
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.ui.first_start import FirstStart
from tp_directory.ui.hits_model import HitsModel
from tp_directory.ui.inquiry import Inquiry
from tp_directory.ui.results_pane import ResultsPane
from tp_directory.ui.search_bar import SearchBar
from tp_directory.ui.service_pane import ServicePane
from tp_directory.ui.tokens import Tokens

_MINUTE_MS = 60_000
_SHARES = (420, 580)  # of the width, in thousandths: Qt scales them to the width there is


class DirectoryPage(QWidget):
    """Joins the inquiry with what shows its answers."""

    copy_wanted = Signal(str)
    number_missed = Signal()
    service_changed = Signal()
    place_changed = Signal()

    def __init__(
        self,
        inquiry: Inquiry,
        taxonomy: Taxonomy,
        tokens: Tokens,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._inquiry = inquiry
        self._bar = SearchBar()
        self._start = FirstStart(inquiry.query.language)
        self._model = HitsModel(inquiry.more, taxonomy, self)
        self._results = ResultsPane(self._model, tokens)
        self._service = ServicePane(taxonomy, tokens)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._results)
        self._splitter.addWidget(self._service)
        self._splitter.setSizes(list(_SHARES))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._start)
        self._stack.addWidget(self._splitter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self._stack, 1)
        # The window may stay open for hours, and "OPEN" must not outlive its truth.
        self._clock = QTimer(self, interval=_MINUTE_MS)
        self._wire()
        self._clock.start()

    def _wire(self) -> None:
        inquiry, bar, results = self._inquiry, self._bar, self._results
        bar.words_changed.connect(inquiry.set_words)
        bar.place_typed.connect(self.place_changed)
        bar.place_typed.connect(inquiry.offer_places)
        bar.place_chosen.connect(self.place_changed)
        bar.place_chosen.connect(inquiry.set_near)
        bar.moved.connect(results.step)
        bar.number_wanted.connect(self._service.copy_main_number)
        bar.clear_wanted.connect(self.clear)
        inquiry.places_offered.connect(bar.offer_places)
        inquiry.answered.connect(self.show_results)
        inquiry.place_refused.connect(bar.keep_place)
        self._start.words_chosen.connect(inquiry.set_words)
        results.hit_chosen.connect(self.show_hit)
        results.number_wanted.connect(self._service.copy_main_number)
        results.words_chosen.connect(inquiry.set_words)
        results.query_chosen.connect(inquiry.ask)
        results.place_chosen.connect(inquiry.set_near)
        self._service.copy_wanted.connect(self.copy_wanted)
        self._service.number_missed.connect(self.number_missed)
        self._clock.timeout.connect(self.tell_time)

    @property
    def last_focus(self) -> QWidget:
        """The last control that Tab leads to, while no service is shown."""
        return self._service

    def panes(self) -> tuple[int, ...]:
        """The widths of the panes, to be kept for the next start."""
        return tuple(self._splitter.sizes())

    def set_panes(self, widths: tuple[int, ...]) -> None:
        """Take over widths kept from the last start; none means the usual ones."""
        if widths:
            self._splitter.setSizes(list(widths))

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._results.set_tokens(tokens)
        self._service.set_tokens(tokens)

    def set_language(self, language: Language) -> None:
        """State the facts in a language."""
        self._start.show_language(language)
        self._inquiry.set_language(language)

    def focus_search(self) -> None:
        """Put the caret into the search box."""
        self._bar.focus_words()

    def clear(self) -> None:
        """Start again: no words, no place."""
        self._bar.clear()
        self.place_changed.emit()
        self._inquiry.ask(Query(language=self._inquiry.query.language))
        self._bar.focus_words()

    def copy_main_number(self) -> None:
        """Have the main number of the chosen service copied."""
        self._service.copy_main_number()

    def show_results(self, results: Results) -> None:
        """Show an answer, or how to ask where nothing is asked."""
        query = results.query
        self._bar.show_query(query.words, query.near)
        if _is_blank(query):
            self._results.clear()
            self._stack.setCurrentWidget(self._start)
        else:
            self._results.show_results(results)
            self._stack.setCurrentWidget(self._splitter)

    def show_hit(self, hit: Hit | None) -> None:
        """Show one service, or none."""
        self.service_changed.emit()
        if hit is None:
            self._service.clear()
        else:
            self._service.show_hit(hit, self._inquiry.now(), self._inquiry.query.language)

    def tell_time(self) -> None:
        """Say anew who answers at this moment."""
        self._results.tell_time(self._inquiry.now())


def _is_blank(query: Query) -> bool:
    """Whether nothing is asked: everything would be found, and the worker helped by nothing."""
    return replace(query, words=query.words.strip()) == Query(language=query.language)
