"""What the worker is asking at this moment, and nothing of what was asked before."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tp_directory.core.bilingual import Language
from tp_directory.core.errors import DirectoryError, UnknownPlace
from tp_directory.core.query import Hit, Marker, Order, Query, Results

if TYPE_CHECKING:  # they load the store and the index, which the window does not wait for
    from tp_directory.directory import Directory


class Inquiry(QObject):
    """Holds one query, puts each change of it to the directory and tells the answer.

    It asks in the GUI's own thread, at each keystroke: an answer takes a few milliseconds, even
    from 100,000 services, and a thread would only let answers overtake each other.
    """

    answered = Signal(object)  # Results
    refused = Signal(object)  # Text: what could not be asked, and what to do
    place_refused = Signal(str)  # the words that name no place
    places_offered = Signal(object)  # tuple[PlaceOffer, ...]

    def __init__(
        self, directory: Directory, language: Language, home: str, parent: QObject
    ) -> None:
        """`home` is the place that a blank question is asked from, "" for anywhere."""
        super().__init__(parent)
        self._directory = directory
        self._home = home
        self._query = Query(language=language, near=home)
        self._answer: Results | None = None
        self._unplaced = ""

    @property
    def query(self) -> Query:
        """The question that was answered last."""
        return self._query

    @property
    def unplaced(self) -> str:
        """The words that name no place, while all of Canada is asked instead; "" for none."""
        return self._unplaced

    @property
    def is_blank(self) -> bool:
        """Whether nothing is asked: everything would be found, and the worker helped by nothing."""
        asked = replace(self._query, words=self._query.words.strip(), order=Order.RELEVANCE)
        return asked == self._blank

    @property
    def _blank(self) -> Query:
        return Query(language=self._query.language, near=self._home)

    @property
    def goes_by_now(self) -> bool:
        """Whether time alone may change which services are found, or their order."""
        is_open_first = self._query.order is Order.OPEN_FIRST and self._query.open_at is None
        return self._query.open_now or is_open_first

    def now(self) -> datetime:
        """The present, by the directory's clock."""
        return self._directory.now()

    def marker(self) -> Marker:
        """What finds the words of the question in a text."""
        return self._directory.marks(self._query)

    def set_home(self, home: str) -> None:
        """Ask from another place when nothing else is said; a blank question moves there."""
        was_blank, is_other = self.is_blank, home != self._home
        self._home = home
        if was_blank and is_other:
            self.ask_nothing()

    def set_directory(self, directory: Directory) -> None:
        """Ask the same of another edition."""
        self._directory = directory
        self.ask(self._query)

    def set_words(self, words: str) -> None:
        """Ask with other words."""
        self.ask(replace(self._query, words=words))

    def set_near(self, near: str) -> None:
        """Ask from another place: a town, a postal code or "lat,lon"; a distance needs one."""
        self._unplaced = ""
        within_km = self._query.within_km if near.strip() else None
        self.ask(replace(self._query, near=near, within_km=within_km))

    def set_order(self, order: Order) -> None:
        """Ask the same in another order."""
        self.ask(replace(self._query, order=order))

    def set_language(self, language: Language) -> None:
        """Ask the same in the other language."""
        self.ask(replace(self._query, language=language))

    def ask_nothing(self) -> None:
        """Start again: no words, no filters, and the place that is home."""
        self._unplaced = ""
        self.ask(self._blank)

    def ask(self, query: Query) -> None:
        """Ask a whole question. An unknown place is told, and the rest is asked without it."""
        try:
            results = self._directory.search(replace(query, offset=0))
        except UnknownPlace as error:
            if query.near == self._home:
                self._home = ""  # else each new start would be refused again
            self._unplaced = error.words
            self.ask(replace(query, near="", within_km=None))
            self.place_refused.emit(error.words)
            self.refused.emit(error.text)
        except DirectoryError as error:
            self.refused.emit(error.text)
        else:
            self._query, self._answer = results.query, results
            self.answered.emit(results)

    def has_changed(self) -> bool:
        """Whether the question has another answer by now than the one that was told."""
        try:
            return self._directory.search(self._query) != self._answer
        except DirectoryError:
            return False  # the present answer stays; whoever asks on is told

    def offer_places(self, prefix: str) -> None:
        """Find the places that a worker may be about to name."""
        self.places_offered.emit(self._directory.gazetteer.offers(prefix))

    def page(self, offset: int) -> tuple[Hit, ...]:
        """The next hits of the question, from a position on; none where they cannot be had."""
        try:
            return self._directory.page(replace(self._query, offset=offset))
        except DirectoryError as error:
            self.refused.emit(error.text)
            return ()
