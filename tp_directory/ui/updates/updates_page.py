"""The page of updates: how they stand, what is new, when the next one begins, and the past."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout

from tp_directory.core.bilingual import Language
from tp_directory.core.edition import EditionInfo
from tp_directory.ui.fact_labels import FactLabel
from tp_directory.ui.file_dialog import ask_open
from tp_directory.ui.icons import Icons
from tp_directory.ui.page_column import PageColumn
from tp_directory.ui.tokens import SPACE_12, Tokens
from tp_directory.ui.updates.change_list import FateOf
from tp_directory.ui.updates.changes_card import ChangesCard
from tp_directory.ui.updates.edition_card import EditionCard
from tp_directory.ui.updates.history_card import HistoryCard
from tp_directory.ui.updates.schedule_card import ScheduleCard
from tp_directory.ui.updates.state_card import StateCard
from tp_directory.ui.updates.update_state import UpdateState


class UpdatesPage(QScrollArea):
    """Shows what it is told of updates, and asks for them; it is there before a directory is."""

    update_wanted = Signal()
    stop_wanted = Signal()
    file_chosen = Signal(object)  # Path of a file to update from
    go_back_wanted = Signal()
    chosen = Signal(str, object)  # a field of Preferences, its new value
    open_wanted = Signal(str)  # a service's id

    def __init__(self, icons: Icons, language: Language, tokens: Tokens) -> None:
        super().__init__()
        self.setObjectName("updates_page")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fate: FateOf | None = None
        self._title = FactLabel("", role="title")
        self._state = StateCard(icons, language, tokens)
        self._edition = EditionCard(language)
        self._changes = ChangesCard(language)
        self._changes.hide()
        self._schedule = ScheduleCard(language)
        self._history = HistoryCard(language)
        self.setWidget(self._page())
        self.setFocusProxy(self._state)
        self._state.update_wanted.connect(self.update_wanted)
        self._state.stop_wanted.connect(self.stop_wanted)
        self._state.import_wanted.connect(self.ask_file)
        self._edition.go_back_wanted.connect(self.go_back_wanted)
        self._changes.open_wanted.connect(self.open_wanted)
        self._schedule.chosen.connect(self.chosen)
        self.retranslate()

    def _page(self) -> PageColumn:
        column = QVBoxLayout()
        column.setSpacing(SPACE_12)
        column.addWidget(self._title)
        for card in (self._state, self._edition, self._changes, self._schedule, self._history):
            column.addWidget(card)
        return PageColumn(column)

    def show_directory(self, edition: EditionInfo, fate: FateOf, now: datetime) -> None:
        """Show which edition is in use; `fate` tells what became of a service by its id."""
        self._fate = fate
        self._edition.show_edition(edition, now.date())
        self._changes.show()

    def show_state(self, state: UpdateState, now: datetime) -> None:
        """Show how things stand; `now` has the computer's offset."""
        self._state.show_state(state, now)
        self._edition.show_previous(state.previous)
        if self._fate is not None:
            self._changes.show_changes(state.changes, self._fate)
        self._schedule.show_state(state, now)
        self._history.show_attempts(state.attempts, now)

    def set_language(self, language: Language) -> None:
        """State the facts in a language."""
        for card in (self._state, self._edition, self._changes, self._schedule, self._history):
            card.set_language(language)
        self.retranslate()

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._state.set_tokens(tokens)

    def begin(self) -> None:
        """Ask for an update, as its button does."""
        self._state.begin()

    def ask_file(self) -> None:
        """Ask for a file that a publisher made for a stick, and tell it."""
        title, kinds = self.tr("Import an edition"), self.tr("Editions on a stick (*.zip)")
        if file := ask_open(self.window(), title, kinds):
            self.file_chosen.emit(file)

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        self._title.setText(self.tr("Updates"))
        self.setAccessibleName(self.tr("Updates"))
