"""The directory in the window: ask above, and below it filters, results and one service."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tp_directory.core.bilingual import Language
from tp_directory.core.closure import Fate
from tp_directory.core.kept import Kept
from tp_directory.core.opening import hit_of
from tp_directory.core.query import Hit, Results
from tp_directory.ui.actions import Actions
from tp_directory.ui.announcer import Announcer
from tp_directory.ui.finding.answer_pane import AnswerPane
from tp_directory.ui.finding.comparison import Comparison
from tp_directory.ui.finding.filters_pane import FiltersPane
from tp_directory.ui.finding.inquiry import Inquiry
from tp_directory.ui.finding.panes import Panes
from tp_directory.ui.finding.reader import Reader
from tp_directory.ui.finding.search_bar import SearchBar
from tp_directory.ui.focus_order import focus_next, holds_focus
from tp_directory.ui.map.land import Land
from tp_directory.ui.tokens import Tokens

if TYPE_CHECKING:  # they load the store and the index, which the window does not wait for
    from tp_directory.directory import Directory

_MINUTE_MS = 60_000


class DirectoryPage(QWidget):
    """Joins the inquiry with what shows its answers, and knows which of that is in sight."""

    copy_wanted = Signal(str, str)  # the words, and what they are called
    place_changed = Signal()

    def __init__(
        self,
        inquiry: Inquiry,
        directory: Directory,
        actions: Actions,
        land: Land,
        tokens: Tokens,
    ) -> None:
        super().__init__()
        self._inquiry, self._directory, self._actions = inquiry, directory, actions
        self._language = inquiry.query.language
        self._is_moving = False
        self.comparison = Comparison(self)
        self.reader = Reader(inquiry, directory, self.comparison, actions, land, tokens, self)
        self.answer = AnswerPane(inquiry, directory, self.comparison, actions, land, tokens)
        self._bar = SearchBar(actions.filters)
        self._filters = FiltersPane(
            directory.taxonomy, directory.gazetteer, directory.edition, inquiry.now, tokens
        )
        self._panes = Panes(self._filters, self.answer, self.reader.pane)
        self._announcer = Announcer(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self._panes, 1)
        self.setFocusProxy(self._bar)
        # The window may stay open for hours, and "OPEN" must not outlive its truth.
        self._clock = QTimer(self, interval=_MINUTE_MS)
        self._wire_asking()
        self._wire_showing()
        self._clock.start()

    def _wire_asking(self) -> None:
        inquiry, bar, answer = self._inquiry, self._bar, self.answer
        bar.words_changed.connect(inquiry.set_words)
        bar.place_typed.connect(self.place_changed)
        bar.place_typed.connect(inquiry.offer_places)
        bar.place_chosen.connect(self.place_changed)
        bar.place_chosen.connect(inquiry.set_near)
        bar.moved.connect(answer.results.step)
        bar.opened.connect(self.open_service)
        bar.clear_wanted.connect(self.start_again)
        inquiry.places_offered.connect(bar.offer_places)
        inquiry.answered.connect(self.show_results)
        inquiry.place_refused.connect(bar.keep_place)
        self._filters.query_chosen.connect(inquiry.ask)
        answer.start.words_chosen.connect(self.focus_search)
        answer.results.typed.connect(bar.type_words)
        answer.results.needs_wanted.connect(self.choose_need)

    def _wire_showing(self) -> None:
        reader, answer = self.reader, self.answer
        self._panes.filters_shown.connect(self._bar.mark_filters)
        self._panes.narrowed.connect(reader.set_alone)
        self._panes.service_seen.connect(self._actions.offer_service)
        answer.results.hit_chosen.connect(self.show_hit)
        answer.results.opened.connect(self.open_service)
        answer.results.map_shown.connect(self._panes.mark_map)
        answer.results_shown.connect(self._panes.show_service)
        answer.back_wanted.connect(self.go_back)
        answer.compare.opened.connect(self.open_id)
        answer.compare.copy_wanted.connect(self.copy_wanted)
        reader.pane.copy_wanted.connect(self.copy_wanted)
        reader.pane.back_wanted.connect(self.go_back)
        reader.pane.related_chosen.connect(self.open_id)
        self._clock.timeout.connect(self.tell_time)

    def widths(self) -> tuple[int, ...]:
        """The widths of the panes, to be kept for the next start."""
        return self._panes.widths()

    def set_widths(self, widths: tuple[int, ...]) -> None:
        """Take over widths kept from the last start; none means the usual ones."""
        self._panes.set_widths(widths)

    def set_directory(self, directory: Directory) -> Fate | None:
        """Go on with another edition: the same question, the same service, the same page.

        Where the service that was looked at is no more, what replaced it is shown; return its fate
        then, else None.
        """
        before, place = self.reader.hit, self.answer.results.place
        self._directory = directory
        self._filters.set_edition(directory.taxonomy, directory.gazetteer, directory.edition)
        self.answer.set_directory(directory)
        self.reader.set_directory(directory)
        self.comparison.renew(directory.fate, directory.now())
        self._is_moving = True
        self._inquiry.set_directory(directory)
        self._is_moving = False
        fate = self._follow(before) if before else None
        self.answer.results.scroll_to(place)
        return fate

    def _follow(self, before: Hit) -> Fate | None:
        """Show a service as the present edition has it, or what replaced it."""
        fate = self._directory.fate(before.service.id)
        service = fate.service or fate.instead
        if service is None:
            self.show_hit(None)
        elif self.reader.hit is before:  # it is not among the results, or not by this id
            self.show_hit(hit_of(service, self._inquiry.now()))
            self.answer.results.mark(service.id)
        self.reader.show()
        return None if fate.service else fate

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        for part in (self._filters, self.answer, self.reader):
            part.set_tokens(tokens)

    def set_language(self, language: Language) -> None:
        """State the facts in a language."""
        self._inquiry.set_language(language)
        self.answer.set_language(language)

    def set_kept(self, kept: Kept) -> None:
        """Mark what is kept."""
        self.answer.set_kept(kept)
        self.reader.set_kept(kept)

    def focus_search(self) -> None:
        """Put the caret into the search box."""
        self._panes.read(is_wanted=False)
        self._bar.focus_words()

    def focus_place(self) -> None:
        """Put the caret into the place box."""
        self._bar.focus_place()

    def focus_filters(self) -> None:
        """Put the caret where a filter is found by its name."""
        if not self._filters.isVisible():
            self._panes.toggle_filters()
        self._filters.focus_find()

    def choose_need(self) -> None:
        """Ask without the words, and put the caret where a need is found by its name."""
        self._inquiry.set_words("")
        self.focus_filters()

    def focus_next_pane(self) -> None:
        """Give the keyboard to the next of: search box, filters, results, service."""
        pane = self.reader.pane
        focus_next(
            (
                (self._bar, self._bar.focus_words),
                (self._filters, self._filters.focus_find),
                (self.answer, self.answer.focus_page),
                (pane, partial(pane.setFocus, Qt.FocusReason.ShortcutFocusReason)),
            )
        )

    def toggle_filters(self) -> None:
        """Show the filters, or hide them."""
        if self._panes.toggle_filters():
            self._filters.focus_find()
        else:
            self._bar.focus_words()

    def clear(self) -> None:
        """Go back to the results where something hides them; else start again with nothing."""
        is_covered = self._panes.is_reading or self._panes.is_choosing
        if self.answer.is_comparing or is_covered or holds_focus(self.reader.pane):
            self.go_back()
        else:
            self.start_again()

    def start_again(self) -> None:
        """Ask nothing, with empty boxes."""
        self._bar.clear()
        self._filters.clear()
        self.place_changed.emit()
        self._inquiry.ask_nothing()
        self._bar.focus_words()

    def forget(self) -> None:
        """Start again as if nothing had been asked, opened or compared."""
        self.reader.forget()
        self.answer.forget()
        self.start_again()

    def go_back(self) -> None:
        """Leave the comparison, the service or the filters for the results."""
        self._panes.read(is_wanted=False)
        self.answer.show_answer()
        self._bar.focus_words()

    def open_service(self) -> None:
        """Give the keyboard to the service that is chosen, and room where there is little."""
        if self.reader.hit is not None:
            self.reader.show()
            self._panes.read(is_wanted=True)
            self.reader.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_id(self, service_id: str) -> None:
        """Show a service that need not be among the results."""
        hit = hit_of(self._directory.service(service_id), self._inquiry.now())
        if self.answer.is_comparing:
            self.go_back()
        self.show_hit(hit)
        self.answer.results.mark(service_id)
        self._panes.show_service(is_wanted=True)
        self.open_service()

    def show_results(self, results: Results) -> None:
        """Show an answer, or how to ask where nothing is asked.

        In the other language, or from another edition, the service that was opened, or the
        comparison, stays in front.
        """
        query = results.query
        is_same = query.language is not self._language or self._is_moving
        self._language = query.language
        self._bar.show_query(query.words, query.near)
        self._filters.show_results(results)
        self.answer.take_in(results)
        self._announcer.say("" if self.answer.is_blank else self.answer.results.summary)
        if not is_same:
            # Where filters hide the results, the worker may want to choose more of them.
            if not holds_focus(self._filters):
                self._panes.read(is_wanted=False)
            self.answer.show_answer()

    def show_hit(self, hit: Hit | None) -> None:
        """Show one service, or none."""
        self.reader.show_hit(hit)
        self.answer.show_service(hit.service if hit else None)

    def tell_time(self) -> None:
        """Say anew who answers at this moment, and ask again where that is what was asked.

        An answer in which nobody has opened or closed is left alone, with the keyboard in it.
        """
        has_turned = self.answer.tell_time()
        self.reader.tell_time()
        if self._inquiry.goes_by_now and (has_turned or self._inquiry.has_changed()):
            place = self.answer.results.place
            self._is_moving = True
            self._inquiry.ask(self._inquiry.query)
            self._is_moving = False
            self.answer.results.scroll_to(place)
