"""The two boxes: what is needed, and where."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from tp_directory.core.gazetteer import PlaceOffer
from tp_directory.ui.place_box import PlaceBox
from tp_directory.ui.tokens import SPACE_8, SPACE_12, SPACE_16, em
from tp_directory.ui.words_box import WordsBox

_NARROW_EMS = 66
_STEPS: dict[int, int] = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 5,
    Qt.Key.Key_PageUp: -5,
}


class SearchBox(WordsBox):
    """A line of words from which the results can be walked through without leaving it."""

    moved = Signal(int)  # rows down, negative for up

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = _STEPS.get(event.key())
        if steps is None:
            super().keyPressEvent(event)
        else:
            self.deselect()  # Ctrl+C is about the service from now on, not about the words
            self.moved.emit(steps)


class SearchBar(QWidget):
    """Tells what is typed, and which place is meant once the worker has finished naming it."""

    words_changed = Signal(str)
    place_chosen = Signal(str)
    place_typed = Signal(str)
    moved = Signal(int)
    opened = Signal()  # Enter: the service itself is wanted
    clear_wanted = Signal()

    def __init__(self, filters: QAction) -> None:
        """`filters` shows and hides the filters."""
        super().__init__()
        self.setObjectName("search_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._filters_action = filters
        self._filters = QPushButton()
        self._filters.setObjectName("filters_button")
        self._filters.setCheckable(True)
        self._words_label = QLabel()
        self._words = SearchBox()
        self._words.setObjectName("search_box")
        self._words_label.setBuddy(self._words)
        self._place_label = QLabel()
        self._place = PlaceBox()
        self._place.setObjectName("place_box")
        self._place_label.setBuddy(self._place)
        self._clear = QPushButton()
        self._clear.setObjectName("clear_button")

        self._is_narrow: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        self._grid.setHorizontalSpacing(SPACE_12)
        self._grid.setVerticalSpacing(SPACE_8)
        self._fold(is_narrow=False)
        self.setFocusProxy(self._words)

        self._filters.clicked.connect(filters.trigger)
        self._words.textChanged.connect(self.words_changed)
        self._words.returnPressed.connect(self.opened)
        self._words.moved.connect(self.moved)
        self._place.typed.connect(self.place_typed)
        self._place.chosen.connect(self.place_chosen)
        self._clear.clicked.connect(self.clear_wanted)
        self.retranslate()

    def focus_words(self) -> None:
        """Put the caret into the search box, with its words selected."""
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._words.selectAll()

    def focus_place(self) -> None:
        """Put the caret into the place box, with its words selected."""
        self._place.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._place.selectAll()

    def type_words(self, letters: str) -> None:
        """Go on with letters that were typed elsewhere."""
        self._words.setFocus(Qt.FocusReason.OtherFocusReason)
        self._words.setText(self._words.text() + letters)

    def mark_filters(self, are_shown: bool) -> None:
        """Show on the button whether the filters are shown."""
        self._filters.setChecked(are_shown)

    def show_query(self, words: str, near: str) -> None:
        """Show a question, also one that was not typed here. Tells nothing."""
        self._show_words(words)
        self._place.show_place(near)

    def keep_place(self, words: str) -> None:
        """Leave words that name no place in their box, to be mended there."""
        self._place.keep(words)

    def clear(self) -> None:
        """Empty both boxes. Tells nothing."""
        self._words.empty()
        self._place.clear_place()

    def offer_places(self, offers: tuple[PlaceOffer, ...]) -> None:
        """Offer these places below the box, and anywhere."""
        self._place.offer(offers)

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        self._filters.setText(self.tr("&Filters"))
        self._filters.setToolTip(self._filters_action.statusTip())
        self._words_label.setText(self.tr("&Search"))
        self._words.setAccessibleName(self.tr("Search"))
        self._words.setPlaceholderText(self.tr("Words, need, organization, number…"))
        self._place_label.setText(self.tr("&Where"))
        self._place.setAccessibleName(self.tr("Where"))
        self._place.setPlaceholderText(self.tr("Town, postal code or lat,lon"))
        self._clear.setText(self.tr("Cl&ear all"))
        self._clear.setToolTip(self.tr("Clear words, place and filters (Esc)"))

    def _show_words(self, words: str) -> None:
        if self._words.text() != words:
            self._words.blockSignals(True)
            self._words.setText(words)
            self._words.blockSignals(False)

    def _fold(self, *, is_narrow: bool) -> None:
        """Side by side, or the place below the words where both would be cut."""
        if is_narrow is self._is_narrow:
            return
        self._is_narrow = is_narrow
        places: tuple[tuple[QWidget, int, int], ...]
        if is_narrow:
            places = (
                (self._words_label, 0, 0),
                (self._words, 0, 1),
                (self._clear, 0, 2),
                (self._place_label, 1, 0),
                (self._place, 1, 1),
                (self._filters, 1, 2),
            )
        else:
            places = (
                (self._filters, 0, 0),
                (self._words_label, 0, 1),
                (self._words, 0, 2),
                (self._place_label, 0, 3),
                (self._place, 0, 4),
                (self._clear, 0, 5),
            )
        for widget, _, _ in places:
            self._grid.removeWidget(widget)
        for widget, line, place in places:
            self._grid.addWidget(widget, line, place)
        for column in range(6):
            self._grid.setColumnStretch(column, 0)
        self._grid.setColumnStretch(1 if is_narrow else 2, 3)
        self._grid.setColumnStretch(4, 0 if is_narrow else 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fold(is_narrow=event.size().width() < em(self.font()) * _NARROW_EMS)
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
