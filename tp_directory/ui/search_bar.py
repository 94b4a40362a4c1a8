"""The two boxes: what is needed, and where."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCompleter, QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from tp_directory.core.place import Place
from tp_directory.ui.idle_copy import is_idle_copy
from tp_directory.ui.tokens import SPACE_8, SPACE_12, SPACE_16, em

_NARROW_EMS = 66
_STEPS: dict[int, int] = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 5,
    Qt.Key.Key_PageUp: -5,
}


class WordsBox(QLineEdit):
    """A line of words; Ctrl+C where none is selected is left to the window."""

    def event(self, event: QEvent) -> bool:
        if is_idle_copy(event, has_selection=self.hasSelectedText()):
            event.ignore()
            return False
        return super().event(event)


class SearchBox(WordsBox):
    """A line of words from which the results can be walked through without leaving it."""

    moved = Signal(int)  # rows down, negative for up

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = _STEPS.get(event.key())
        if steps is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(steps)


class SearchBar(QWidget):
    """Tells what is typed, and which place is meant once the worker has finished naming it."""

    words_changed = Signal(str)
    place_chosen = Signal(str)
    place_typed = Signal(str)
    moved = Signal(int)
    number_wanted = Signal()
    clear_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._chosen = ""  # what was told last
        self._near = ""  # what was searched from last
        self._words_label = QLabel()
        self._words = SearchBox()
        self._words.setObjectName("search_box")
        self._words_label.setBuddy(self._words)
        self._place_label = QLabel()
        self._place = WordsBox()
        self._place.setObjectName("place_box")
        self._place_label.setBuddy(self._place)
        self._clear = QPushButton()
        self._clear.setObjectName("clear_button")

        self._places = QStringListModel(self)
        completer = QCompleter(self._places, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._place.setCompleter(completer)
        if popup := completer.popup():
            popup.setObjectName("places_popup")

        self._is_narrow: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        self._grid.setHorizontalSpacing(SPACE_12)
        self._grid.setVerticalSpacing(SPACE_8)
        self._fold(is_narrow=False)

        self._words.textChanged.connect(self.words_changed)
        self._words.returnPressed.connect(self.number_wanted)
        self._words.moved.connect(self.moved)
        self._place.textEdited.connect(self.follow_place)
        self._place.editingFinished.connect(self.choose_place)
        completer.activated.connect(self.take_offer)
        self._clear.clicked.connect(self.clear_wanted)
        self.retranslate()

    def focus_words(self) -> None:
        """Put the caret into the search box, with its words selected."""
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._words.selectAll()

    def show_query(self, words: str, near: str) -> None:
        """Show a question, also one that was not typed here. Tells nothing."""
        _show(self._words, words)
        if near != self._near:
            self._near = self._chosen = near
            _show(self._place, near)

    def keep_place(self, words: str) -> None:
        """Leave words that name no place in their box, to be mended there."""
        self._chosen = words
        _show(self._place, words)

    def clear(self) -> None:
        """Empty both boxes. Tells nothing."""
        self._near = self._chosen = ""
        _show(self._words, "")
        _show(self._place, "")

    def offer_places(self, places: tuple[Place, ...]) -> None:
        """Offer these places below the box."""
        self._places.setStringList([place.title for place in places])

    def follow_place(self, words: str) -> None:
        """Ask for places to offer; an emptied box means everywhere at once."""
        self.place_typed.emit(words)
        if not words.strip():
            self.choose_place()

    def take_offer(self, place: str) -> None:
        """Search from a place that was offered; the box itself learns of it only later."""
        _show(self._place, place)
        self.choose_place()

    def choose_place(self) -> None:
        """Search from the place in the box, if it is another than before.

        Not at each keystroke: half a name is the name of another town.
        """
        words = self._place.text().strip()
        if words != self._chosen:
            self._chosen = words
            self.place_chosen.emit(words)

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        self._words_label.setText(self.tr("&Search"))
        self._words.setAccessibleName(self.tr("Search"))
        self._words.setPlaceholderText(self.tr("Words, need, organization, number…"))
        self._place_label.setText(self.tr("&Where"))
        self._place.setAccessibleName(self.tr("Where"))
        self._place.setPlaceholderText(self.tr("Town, postal code or lat,lon"))
        self._clear.setText(self.tr("Clear all"))
        self._clear.setToolTip(self.tr("Clear both boxes (Esc)"))

    def _fold(self, *, is_narrow: bool) -> None:
        """Side by side, or the place below the words where both would be cut."""
        if is_narrow is self._is_narrow:
            return
        self._is_narrow = is_narrow
        row, column = (1, 0) if is_narrow else (0, 2)
        places = (
            (self._words_label, 0, 0),
            (self._words, 0, 1),
            (self._place_label, row, column),
            (self._place, row, column + 1),
            (self._clear, 0, 4),
        )
        for widget, _, _ in places:
            self._grid.removeWidget(widget)
        for widget, line, place in places:
            self._grid.addWidget(widget, line, place)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(3, 0 if is_narrow else 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fold(is_narrow=event.size().width() < em(self.font()) * _NARROW_EMS)
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _show(box: QLineEdit, words: str) -> None:
    if box.text() != words:
        box.blockSignals(True)
        box.setText(words)
        box.blockSignals(False)
