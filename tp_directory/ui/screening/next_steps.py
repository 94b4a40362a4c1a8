"""What to do now: each step in order, to be ticked off while this page is open."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tp_directory.core.bilingual import Language, Text
from tp_directory.ui.dropping import drop
from tp_directory.ui.tokens import SPACE_4
from tp_directory.ui.wrapping_tick import WrappingTick


class NextSteps(QWidget):
    """Knows which steps were ticked off; it tells and keeps nothing of that."""

    def __init__(self) -> None:
        super().__init__()
        self._actions: tuple[Text, ...] = ()
        self.ticks: tuple[WrappingTick, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_4)

    def show_actions(self, actions: tuple[Text, ...]) -> None:
        """Show other steps, none of them ticked off."""
        for tick in self.ticks:
            drop(tick)
        self._actions = actions
        self.ticks = tuple(WrappingTick("", self) for _ in actions)
        for tick in self.ticks:
            self._column.addWidget(tick)

    def set_language(self, language: Language) -> None:
        """Say the steps in a language."""
        for number, (tick, action) in enumerate(zip(self.ticks, self._actions, strict=True), 1):
            tick.say(f"{number}. {action.best(language)}")
