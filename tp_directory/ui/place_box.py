"""A line for a place: places are offered while one is named, and one that is unknown is mended."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter

from tp_directory.core.gazetteer import PlaceOffer
from tp_directory.ui.words_box import WordsBox

_WORDS_ROLE = Qt.ItemDataRole.UserRole


class PlaceBox(WordsBox):
    """Tells which place is meant once the worker has finished naming it; "" means none."""

    chosen = Signal(str)
    typed = Signal(str)  # the beginning of a name: places are to be offered for it

    def __init__(self, *, offers_anywhere: bool = True) -> None:
        """Where it `offers_anywhere`, no place means all of Canada, and can be taken as such."""
        super().__init__()
        self._offers_anywhere = offers_anywhere
        self._told = ""  # what was told last
        self._near = ""  # what was searched from last
        self._places = QStandardItemModel(self)
        completer = QCompleter(self._places, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCompletionRole(_WORDS_ROLE)
        self.setCompleter(completer)
        if popup := completer.popup():
            popup.setObjectName("places_popup")
        self.textEdited.connect(self.follow)
        self.editingFinished.connect(self.choose)
        completer.activated.connect(self.take_offer)

    def show_place(self, near: str) -> None:
        """Show a place that is searched from, also one that was not typed here. Tells nothing.

        Words that name no place stay to be mended while the place is the same.
        """
        if near != self._near:
            self._near = near
            self.keep(near)

    def keep(self, words: str) -> None:
        """Leave words that name no place in the box, to be mended there. Tells nothing."""
        self._told = words
        self._show(words)

    def clear_place(self) -> None:
        """Empty the box, and offer nothing. Tells nothing."""
        self._near = ""
        self._places.clear()
        if popup := self.completer().popup():
            popup.hide()
        self._told = ""
        self.empty()

    def offer(self, offers: tuple[PlaceOffer, ...]) -> None:
        """Offer these places below the box."""
        self._places.clear()
        if self._offers_anywhere:
            offers = (*offers, PlaceOffer("", self.tr("Anywhere in Canada")))
        for offer in offers:
            item = QStandardItem(offer.title)
            item.setData(offer.words, _WORDS_ROLE)
            self._places.appendRow(item)

    def follow(self, words: str) -> None:
        """Ask for places to offer; an emptied box means no place at once."""
        self.typed.emit(words)
        if not words.strip():
            self.choose()

    def take_offer(self, place: str) -> None:
        """Search from a place that was offered; the box itself learns of it only later."""
        self._show(place)
        self.choose()

    def choose(self) -> None:
        """Search from the place in the box, if it is another than before.

        Not at each keystroke: half a name is the name of another town.
        """
        words = self.text().strip()
        if words != self._told:
            self._told = words
            self.chosen.emit(words)

    def _show(self, words: str) -> None:
        if self.text() != words:
            self.blockSignals(True)
            self.setText(words)
            self.blockSignals(False)
