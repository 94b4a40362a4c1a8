"""Larger and smaller text by keyboard, in the steps that the settings offer."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from tp_directory.core.preferences import TEXT_SIZES, Chosen, Preferences
from tp_directory.ui.actions import Actions

_NAME = "text_size"


class TextSize(QObject):
    """Knows how large the text is, and asks for the next size; a locked one stays."""

    chosen = Signal(str, object)  # the field of Preferences, percent

    def __init__(self, actions: Actions, chosen: Chosen, parent: QObject) -> None:
        super().__init__(parent)
        self._now = chosen
        actions.larger.triggered.connect(self.enlarge)
        actions.smaller.triggered.connect(self.shrink)
        actions.usual_size.triggered.connect(self.reset)

    def follow(self, chosen: Chosen) -> None:
        """Take over the settings in force."""
        self._now = chosen

    def enlarge(self) -> None:
        """Ask for the next larger size."""
        size = self._now.preferences.text_size
        self._choose(min((each for each in TEXT_SIZES if each > size), default=size))

    def shrink(self) -> None:
        """Ask for the next smaller size."""
        size = self._now.preferences.text_size
        self._choose(max((each for each in TEXT_SIZES if each < size), default=size))

    def reset(self) -> None:
        """Ask for the usual size."""
        self._choose(Preferences().text_size)

    def _choose(self, percent: int) -> None:
        if not self._now.is_locked(_NAME):
            self.chosen.emit(_NAME, percent)
