"""How things stand with updates: a sentence with its icon, the progress, and what to do."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton

from tp_directory.core.bilingual import Language
from tp_directory.core.update_standing import standing
from tp_directory.core.updating import Outcome
from tp_directory.ui.announcer import announce
from tp_directory.ui.card import Card
from tp_directory.ui.fact_labels import FactLabel
from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.icons import Icons
from tp_directory.ui.tokens import SPACE_4, SPACE_8, SPACE_12, Tokens, em
from tp_directory.ui.updates.setup_advice import SetupAdvice
from tp_directory.ui.updates.update_state import UpdateState
from tp_directory.wording.updates import held_back_line, standing_line, step_line

_ICON_EMS = 1.5
_WELL = {Outcome.INSTALLED, Outcome.UP_TO_DATE}
_ICONS = {
    Outcome.INSTALLED: "circle-check",
    Outcome.UP_TO_DATE: "circle-check",
    Outcome.UNREACHABLE: "cloud-off",
    Outcome.NOT_TRUSTED: "shield-alert",
    Outcome.EXPIRED: "shield-alert",
    Outcome.CLOCK_WRONG: "triangle-alert",
    Outcome.CANNOT_WRITE: "triangle-alert",
    Outcome.DAMAGED: "triangle-alert",
}


class StateCard(Card):
    """Says in one sentence how things stand, and lets an update be begun, ended or brought."""

    update_wanted = Signal()
    stop_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, icons: Icons, language: Language, tokens: Tokens) -> None:
        super().__init__()
        self._icons, self._language, self._tokens = icons, language, tokens
        self._state, self._now = UpdateState(), datetime.min
        self._mark = QLabel()
        self._heading, self._detail = FactLabel("", role="section"), FactLabel("")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(SPACE_8)
        self._advice = SetupAdvice()
        self._update, self._stop, self._import = QPushButton(), QPushButton(), QPushButton()
        self._update.setProperty("role", "primary")
        head = QHBoxLayout()
        head.setSpacing(SPACE_12)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._heading, 1)
        buttons = FlowLayout(gap=SPACE_8)
        for button in (self._update, self._stop, self._import):
            buttons.addWidget(button)
        self.column.addLayout(head)
        self.column.addSpacing(SPACE_4)
        for part in (self._detail, self._bar, self._advice):
            self.column.addWidget(part)
        self.column.addSpacing(SPACE_8)
        self.column.addLayout(buttons)
        self._update.clicked.connect(self.begin)
        self._stop.clicked.connect(self.stop_wanted)
        self._import.clicked.connect(self.import_wanted)
        self.setFocusProxy(self._import)
        self.retranslate()

    def show_state(self, state: UpdateState, now: datetime) -> None:
        """Show how things stand; a screen reader hears it when an update begins or has ended."""
        is_news = state.is_running is not self._state.is_running
        has_focus = any(each.hasFocus() for each in (self._update, self._stop))
        self._state, self._now = state, now
        self._update.setVisible(state.is_set_up and not state.is_running)
        self._stop.setVisible(state.is_running)
        self._import.setEnabled(not state.is_running)
        usual = self._update if state.is_set_up else self._import
        first = self._stop if state.is_running else usual
        self.setFocusProxy(first)
        if has_focus and is_news:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say()
        if is_news and self.isVisible():
            announce(self, self._heading.text())

    def begin(self) -> None:
        """Ask for an update, unless one is being done or nothing says where it would come from."""
        if self._state.is_set_up and not self._state.is_running:
            self.update_wanted.emit()

    def set_language(self, language: Language) -> None:
        """State the facts in a language."""
        self._language = language
        self.retranslate()

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._tokens = tokens
        self._say()

    def _say(self) -> None:
        state, language, tokens = self._state, self._language, self._tokens
        shown = standing(state.attempts)
        if state.is_running:
            step = state.step
            words = step_line(step, language) if step else self.tr("Beginning…")
            self._heading.setText(words)
            icon, colour, detail = "refresh-cw", tokens.accent, ""
            self._bar.setRange(0, step.total if step else 0)
            self._bar.setValue(step.done if step else 0)
            self._bar.setAccessibleName(words)
        else:
            is_set_up = state.is_set_up
            words = standing_line(shown, self._now, language, is_set_up=is_set_up)
            self._heading.setText(held_back_line(state.held_back, language) or words)
            is_told = shown.outcome is not None and is_set_up and not state.held_back
            icon = _ICONS.get(shown.outcome, "info") if shown.outcome and is_told else "info"
            is_well = shown.outcome in _WELL
            colour = {"info": tokens.muted, "circle-check": tokens.ok}.get(icon, tokens.warn)
            detail = shown.text.best(language) if is_told and not is_well else ""
        side = round(em(self.font()) * _ICON_EMS)
        self._mark.setPixmap(self._icons.pixmap(icon, colour, side, self.devicePixelRatioF()))
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._bar.setVisible(state.is_running)
        self._advice.setVisible(not state.is_set_up and not state.is_running)
        self._advice.show_file(state.policy)

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        self._update.setText(self.tr("Update &now"))
        self._update.setToolTip("F5")
        self._stop.setText(self.tr("St&op"))
        self._import.setText(self.tr("Import from a stic&k…"))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.FontChange:
            self._say()
        super().changeEvent(event)
