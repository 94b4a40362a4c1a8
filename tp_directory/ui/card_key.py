"""Ctrl+C on a page of cards, where the window's own key for it sleeps."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


class _Card(Protocol):
    def copy(self) -> None: ...


class CardKey(QShortcut):
    """Copies the number of the card that has the keyboard, itself or one of its parts."""

    missed = Signal()  # none has it

    def __init__(self, page: QWidget, *kinds: type[_Card]) -> None:
        """`kinds` are the cards of the page that copy a number; a box that copies words is none."""
        super().__init__(QKeySequence(QKeySequence.StandardKey.Copy), page)
        self.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._page, self._kinds = page, kinds
        self.activated.connect(self.copy_number)

    def copy_number(self) -> None:
        """Have the card copy its number, or tell that none has the keyboard."""
        card: QWidget | None = self._page.window().focusWidget()
        while card is not None and not isinstance(card, self._kinds):
            card = card.parentWidget()
        if card is None:
            self.missed.emit()
        else:
            card.copy()
