"""The last line of the window: the edition and its age, what was copied, the language."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QWidget,
)

from tp_directory import wording
from tp_directory.core.bilingual import Language
from tp_directory.core.edition import EditionInfo
from tp_directory.core.update_standing import Standing
from tp_directory.ui.actions import Actions
from tp_directory.ui.announcer import announce
from tp_directory.ui.elided_button import ElidedButton
from tp_directory.ui.elided_label import ElidedLabel
from tp_directory.ui.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from tp_directory.wording.editions import is_old
from tp_directory.wording.updates import standing_briefly

_CONFIRMATION_MS = 6000
_AGE_INDENT = SPACE_8 + 1  # the padding and the border of a switch in the style sheet


class StatusLine(QWidget):
    """Says how old the directory is, confirms quietly, and switches the language."""

    language_chosen = Signal(object)  # Language

    def __init__(self, actions: Actions, language: Language) -> None:
        super().__init__()
        self.setObjectName("status_line")
        self._edition: EditionInfo | None = None
        self._now = datetime.min
        self._language = language
        self._actions = actions
        self._text_size = 100
        self._standing = Standing()
        self._is_set_up = False
        self._age = ElidedButton()
        self._age.setProperty("role", "switch")
        self._confirmation = ElidedLabel()  # in the place of the age, for a few seconds
        self._confirmation.hide()
        self._confirmation.setProperty("tone", "ok")
        self._confirmation.setContentsMargins(_AGE_INDENT, 0, 0, 0)
        self._fading = QTimer(self, singleShot=True, interval=_CONFIRMATION_MS)
        # Each language is named in itself, so that its speaker finds it: never translated.
        self._english = QPushButton("English")
        self._french = QPushButton("Français")
        self._undo = QPushButton()
        self._undo.setProperty("role", "switch")
        self._undo.hide()
        self._news = QPushButton()
        self._news.setProperty("role", "switch")
        self._news.hide()
        self._size = QPushButton()
        self._size.setProperty("role", "switch")
        self._keys = QPushButton()
        self._group = QButtonGroup(self)
        for button in (self._english, self._french):
            button.setCheckable(True)
            button.setProperty("role", "switch")
            self._group.addButton(button)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE_8, SPACE_4, SPACE_16, SPACE_4)
        layout.setSpacing(SPACE_4)
        layout.addWidget(self._age)
        layout.addWidget(self._confirmation)
        layout.addWidget(self._undo)
        layout.addWidget(self._news)
        layout.addStretch()
        layout.addSpacing(SPACE_12)
        layout.addWidget(self._english)
        layout.addWidget(self._french)
        layout.addSpacing(SPACE_12)
        layout.addWidget(self._size)
        layout.addWidget(self._keys)
        self._fading.timeout.connect(self.clear_confirmation)
        self._group.buttonClicked.connect(self.choose_language)
        self._undo.clicked.connect(actions.undo.trigger)
        actions.undo.triggered.connect(self.clear_confirmation)
        self._age.clicked.connect(actions.updates.trigger)
        self._news.clicked.connect(actions.updates.trigger)
        self._news.clicked.connect(self.clear_confirmation)
        self._size.clicked.connect(actions.usual_size.trigger)
        self._keys.clicked.connect(actions.keys.trigger)
        self.set_language(language)

    def show_edition(self, edition: EditionInfo, now: datetime) -> None:
        """Say which edition this is, and its age now."""
        self._edition, self._now = edition, now
        self.retranslate()

    def show_standing(self, standing: Standing, now: datetime, *, is_set_up: bool) -> None:
        """Say whether it is up to date, or why that is not known."""
        self._standing, self._is_set_up, self._now = standing, is_set_up, now
        self.retranslate()

    def set_language(self, language: Language) -> None:
        """Mark the language in force, and state the edition in it."""
        self._language = language
        button = self._french if language is Language.FR else self._english
        button.setChecked(True)
        self.clear_confirmation()
        self.retranslate()

    def show_text_size(self, percent: int) -> None:
        """Say how large the text is."""
        self._text_size = percent
        self.retranslate()

    def confirm(self, words: str) -> None:
        """Say for a few seconds that something was done, also to a screen reader."""
        self._undo.hide()
        self._news.hide()
        self._confirmation.setText(words)
        self._show_confirmation(is_wanted=True)
        self._fading.start()
        announce(self, words)

    def offer_undo(self, words: str) -> None:
        """Say that something was done, with a button that takes it back."""
        self.confirm(words)
        self._undo.show()

    def offer_news(self, words: str) -> None:
        """Say that another edition is in use, with a button that shows what is new."""
        self.confirm(words)
        self._news.show()

    def clear_confirmation(self) -> None:
        """Take back what was confirmed: it does not hold any more."""
        self._confirmation.clear()
        self._show_confirmation(is_wanted=False)
        self._undo.hide()
        self._news.hide()

    def _show_confirmation(self, *, is_wanted: bool) -> None:
        self._confirmation.setVisible(is_wanted)
        self._age.setVisible(not is_wanted and self._edition is not None)

    def choose_language(self) -> None:
        """Tell which language was chosen, if it is the other one."""
        chosen = Language.FR if self._french.isChecked() else Language.EN
        if chosen is not self._language:
            self.language_chosen.emit(chosen)

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        self._keys.setText(self.tr("Ke&ys"))
        self._keys.setToolTip(self._actions.keys.statusTip())
        self._undo.setText(self.tr("&Undo"))
        self._news.setText(self.tr("What is new"))
        self._undo.setToolTip(self._actions.undo.statusTip())
        self._size.setText(self.tr("{percent} %").format(percent=self._text_size))
        self._size.setAccessibleName(
            self.tr("Text size: {percent} %").format(percent=self._text_size)
        )
        self._size.setToolTip(self._actions.usual_size.statusTip())
        self._english.setAccessibleName("English")
        self._french.setAccessibleName("Français")
        if self._edition is not None:
            edition, now, language = self._edition, self._now, self._language
            words = (
                wording.edition_line(edition, now.date(), language),
                standing_briefly(self._standing, now, language, is_set_up=self._is_set_up),
            )
            self._age.setText(", ".join(filter(None, words)))
            tone = "warn" if is_old(edition, now.date()) else "muted"
            if tone != self._age.property("tone"):
                self._age.setProperty("tone", tone)
                self._age.style().polish(self._age)
        self._age.setVisible(self._edition is not None and self._confirmation.isHidden())
