"""Cards below each other: what still holds stays as it is, and others are built when needed."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from tp_directory.ui.dropping import drop
from tp_directory.ui.focus_order import chain
from tp_directory.ui.page_change import like
from tp_directory.ui.tokens import SPACE_8, SPACE_12

_AT_ONCE = 20  # more than a screen shows: to lay out 200 takes a fifth of a second each time


class CardColumn(QScrollArea):
    """Knows the values that it shows, and builds their cards as far as the worker scrolls.

    Equal values look the same: a card stays where its value does.
    """

    def __init__(self, make: Callable[[Hashable, QWidget], QWidget]) -> None:
        """`make` builds the card of a value, on the page that is given to it."""
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._make = make
        self._values: tuple[Hashable, ...] = ()
        self._cards: dict[Hashable, QWidget] = {}
        self._page = QWidget()
        self._page.setObjectName("card_column")
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(0, 0, SPACE_8, 0)
        self._column.setSpacing(SPACE_12)
        self._column.addStretch()
        self.setWidget(self._page)
        self.verticalScrollBar().valueChanged.connect(self.build_more)

    def show_values(self, values: tuple[Hashable, ...], *, is_same: bool) -> None:
        """Show a card for each value, in this order.

        Where it `is_same` list but for what has changed in it, the worker goes on at the same
        place. What had the keyboard gives it to its like, or to the column.
        """
        place, height = self.verticalScrollBar().value(), self.viewport().height()
        reached = sum(card.y() < place + height for card in self._cards.values())
        focused = self.window().focusWidget()
        is_within = focused is not None and self._page.isAncestorOf(focused)
        self._values = values
        self._drop_others()
        self._build(max(reached, _AT_ONCE) if is_same else _AT_ONCE)
        if not is_same:
            self.verticalScrollBar().setValue(0)
        if focused is not None and is_within and not self._page.isAncestorOf(focused):
            like(focused, self._page, self).setFocus(Qt.FocusReason.OtherFocusReason)

    def build_more(self, place: int) -> None:
        """Build the next cards where the end of those that are built comes near."""
        bar = self.verticalScrollBar()
        if len(self._cards) < len(self._values) and place + 2 * bar.pageStep() >= bar.maximum():
            self._build(len(self._cards) + _AT_ONCE)

    def forget_cards(self) -> None:
        """Build each card anew when values are shown the next time."""
        self._values = ()
        self._drop_others()

    def _build(self, count: int) -> None:
        """Build cards until there are as many, and put all into their order."""
        last: QWidget = self
        for place, value in enumerate(self._values[:count]):
            card = self._cards.get(value) or self._make(value, self._page)
            self._cards[value] = card
            # Not itemAt: PySide 6.11 keeps such an item after Qt has deleted it, and crashes later.
            if self._column.indexOf(card) != place:
                self._column.insertWidget(place, card)
                chain(last, card.findChildren(QPushButton))
            last = next(reversed(card.findChildren(QPushButton)), last)

    def _drop_others(self) -> None:
        """Take away the cards of values that are not shown any more."""
        for value in self._cards.keys() - set(self._values):
            card = self._cards.pop(value)
            self._column.removeWidget(card)
            drop(card)
