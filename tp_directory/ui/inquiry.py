"""What the worker is asking at this moment, and nothing of what was asked before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tp_directory.core.bilingual import Language
from tp_directory.core.errors import DirectoryError, UnknownPlace
from tp_directory.core.query import Hit, Query

if TYPE_CHECKING:  # they load the store and the index, which the window does not wait for
    from tp_directory.directory import Directory

_PAGE = 100


class Inquiry(QObject):
    """Holds one query, puts each change of it to the directory and tells the answer.

    It asks in the GUI's own thread, at each keystroke: an answer takes a few milliseconds, even
    from 100,000 services, and a thread would only let answers overtake each other.
    """

    answered = Signal(object)  # Results
    refused = Signal(object)  # Text: what could not be asked, and what to do
    place_refused = Signal(str)  # the words that name no place
    places_offered = Signal(object)  # tuple[Place, ...]

    def __init__(self, directory: Directory, language: Language, parent: QObject) -> None:
        super().__init__(parent)
        self._directory = directory
        self._query = Query(language=language)

    @property
    def query(self) -> Query:
        """The question that was answered last."""
        return self._query

    def now(self) -> datetime:
        """The present, by the directory's clock."""
        return self._directory.now()

    def set_words(self, words: str) -> None:
        """Ask with other words."""
        self.ask(replace(self._query, words=words))

    def set_near(self, near: str) -> None:
        """Ask from another place: a town, a postal code or "lat,lon"."""
        self.ask(replace(self._query, near=near))

    def set_language(self, language: Language) -> None:
        """Ask the same in the other language."""
        self.ask(replace(self._query, language=language))

    def ask(self, query: Query) -> None:
        """Ask a whole question. An unknown place is told, and the rest is asked without it."""
        self._query = replace(query, offset=0)
        try:
            results = self._directory.search(self._query)
        except UnknownPlace as error:
            self.ask(replace(query, near="", within_km=None))
            self.place_refused.emit(error.words)
            self.refused.emit(error.text)
        except DirectoryError as error:
            self.refused.emit(error.text)
        else:
            self.answered.emit(results)

    def offer_places(self, prefix: str) -> None:
        """Find the places that a worker may be about to name."""
        self.places_offered.emit(self._directory.places(prefix))

    def more(self, offset: int) -> tuple[Hit, ...]:
        """The next hits of the question, from a position on; none where they cannot be had."""
        try:
            page = replace(self._query, offset=offset, limit=_PAGE)
            return self._directory.search(page).hits
        except DirectoryError as error:
            self.refused.emit(error.text)
            return ()


More = Callable[[int], tuple[Hit, ...]]
