"""When the next update begins by itself, and where updates come from."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QInputDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from tp_directory.core.bilingual import Language
from tp_directory.core.preferences import QuietHours
from tp_directory.ui.card import Card
from tp_directory.ui.choice_box import ChoiceBox, labelled
from tp_directory.ui.dropping import drop
from tp_directory.ui.fact_labels import AddressLabel
from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.tokens import SPACE_4, SPACE_8, SPACE_16
from tp_directory.ui.updates.update_state import UpdateState
from tp_directory.wording.updates import next_line, quiet_words, subscription_line


class ScheduleCard(Card):
    """Tells times and sources, and lets updates be paused or kept out of some hours."""

    chosen = Signal(str, object)  # a field of Preferences, its new value

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._heading = self.column.say("", role="section")
        self.column.addSpacing(SPACE_4)
        self._language = language
        self._state, self._now = UpdateState(), datetime.min
        self._next = self.column.say("")
        self._pause = QPushButton()
        self._quiet_label, self._quiet = QLabel(), ChoiceBox()
        tools = FlowLayout(gap=SPACE_16)
        tools.addWidget(self._pause)
        self._quiet_row = labelled(self._quiet_label, self._quiet)
        tools.addWidget(self._quiet_row)
        self.column.addSpacing(SPACE_4)
        self.column.addLayout(tools)
        self.column.addSpacing(SPACE_8)
        self._from = self.column.say("", role="key")
        self._sources = QVBoxLayout()
        self._sources.setSpacing(SPACE_4)
        self.column.addLayout(self._sources)
        self._shown: list[QWidget] = []
        self._followed = self.column.say("")
        self._decided = self.column.say("", role="caption", tone="muted")
        self._change = QPushButton()
        self._change.setProperty("role", "small")
        self.column.addWidget(self._change, 0, Qt.AlignmentFlag.AlignLeft)
        self._pause.clicked.connect(self.toggle_pause)
        self._quiet.activated.connect(self.choose_quiet)
        self._change.clicked.connect(self.ask_sources)
        self.retranslate()

    def show_state(self, state: UpdateState, now: datetime) -> None:
        """Show when and from where."""
        self._now = now
        if state.setup != self._state.setup:
            for widget in self._shown:
                drop(widget)
            self._shown = [AddressLabel(each, "") for each in state.setup.sources]
            for widget in self._shown:
                self._sources.addWidget(widget)
        self._state = state
        self._pause.setEnabled(not state.is_pause_locked)
        self._quiet.setEnabled(not state.is_quiet_locked)
        self._quiet.setCurrentIndex(self._quiet.findData(state.quiet))
        self._change.setVisible(not state.is_decided)
        self._say()

    def set_language(self, language: Language) -> None:
        """State the facts in a language."""
        self._language = language
        self.retranslate()

    def toggle_pause(self) -> None:
        """Tell that updates are to begin by themselves no longer, or again."""
        self.chosen.emit("updates_paused", not self._state.is_paused)

    def choose_quiet(self) -> None:
        """Tell in which hours no update is to begin."""
        self.chosen.emit("quiet_hours", QuietHours(self._quiet.currentData()))

    def ask_sources(self) -> None:
        """Ask where updates are to come from, and tell it."""
        words, is_given = QInputDialog.getMultiLineText(
            self,
            self.tr("Sources of updates"),
            self.tr("One web address, folder or file a line; they are tried in this order."),
            "\n".join(self._state.setup.sources),
        )
        if is_given:
            lines = (line.strip() for line in words.splitlines())
            self.chosen.emit("update_sources", tuple(filter(None, lines)))

    def _say(self) -> None:
        state, language = self._state, self._language
        self._next.setText(
            next_line(state.next_at, self._now, language, is_paused=state.is_paused)
            if state.is_set_up
            else self.tr("Nothing says where updates come from, so none begins.")
        )
        self._pause.setText(self.tr("&Resume") if state.is_paused else self.tr("Pa&use"))
        for address in self._shown:
            address.setAccessibleName(self.tr("Source of updates"))
        for part in (self._pause, self._quiet_row, self._from, self._followed):
            part.setVisible(state.is_set_up)
        self._followed.setText(subscription_line(state.setup.shards, language))
        is_locked = state.is_decided or state.is_pause_locked or state.is_quiet_locked
        self._decided.setText(self.tr("Decided for this computer by its administrator."))
        self._decided.setVisible(is_locked)

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        self._heading.setText(self.tr("When and from where"))
        self._quiet_label.setText(self.tr("&Quiet hours"))
        self._quiet.setAccessibleName(self.tr("Quiet hours"))
        self._quiet.clear()
        for quiet in QuietHours:
            self._quiet.addItem(quiet_words(quiet, self._language), quiet)
        self._quiet.setCurrentIndex(self._quiet.findData(self._state.quiet))
        self._from.setText(self.tr("Sources, in this order"))
        self._change.setText(self.tr("Choose the &sources…"))
        self._say()
