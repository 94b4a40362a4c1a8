"""The settings: few, plain, and each says where an administrator has decided it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tp_directory.core.bilingual import Language
from tp_directory.core.preferences import (
    ERASE_MINUTES,
    IDLE_MINUTES,
    QUESTIONS_AT_ONCE,
    TEXT_SIZES,
    Chosen,
    Theme,
)
from tp_directory.ui.announcer import announce
from tp_directory.ui.choice_box import ChoiceBox
from tp_directory.ui.page_column import PageColumn
from tp_directory.ui.tokens import SPACE_8, SPACE_16
from tp_directory.ui.words_box import WordsBox

_WIDEST_EMS = 46
_VALUES: dict[str, tuple[object, ...]] = {
    "language": (None, Language.EN, Language.FR),
    "theme": (Theme.SYSTEM, Theme.LIGHT, Theme.DARK, Theme.CONTRAST),
    "text_size": TEXT_SIZES,
    "idle_minutes": IDLE_MINUTES,
    "questions_at_once": QUESTIONS_AT_ONCE,
    "erase_minutes": ERASE_MINUTES,
}
"""What each list offers, by the field of Preferences, in the order of its words."""


class SettingsPage(QScrollArea):
    """Shows the settings in force and tells what is chosen; it keeps nothing itself."""

    chosen = Signal(str, object)  # a field of Preferences, its new value
    reset_wanted = Signal()
    keys_wanted = Signal()

    def __init__(self, chosen: Chosen) -> None:
        super().__init__()
        self.setObjectName("settings_page")
        self.setWidgetResizable(True)
        self._chosen = chosen
        self._title, self._advice = QLabel(), QLabel()
        self._title.setProperty("role", "title")
        self._boxes = {name: ChoiceBox() for name in _VALUES}
        self._home = WordsBox()
        self._home.setObjectName("home_box")
        self._refusal = QLabel()
        self._refusal.setTextFormat(Qt.TextFormat.PlainText)  # it has words that were typed
        self._neutral = QCheckBox()
        self._reset, self._keys = QPushButton(), QPushButton()
        self._fields: tuple[tuple[str, QWidget], ...] = (
            ("language", self._boxes["language"]),
            ("theme", self._boxes["theme"]),
            ("text_size", self._boxes["text_size"]),
            ("home", self._home),
            ("idle_minutes", self._boxes["idle_minutes"]),
            ("neutral_title", self._neutral),
            ("questions_at_once", self._boxes["questions_at_once"]),
            ("erase_minutes", self._boxes["erase_minutes"]),
        )
        self._labels = {name: QLabel() for name, _ in self._fields}
        self._hints = {name: QLabel() for name, _ in self._fields}
        for label in (self._advice, self._refusal, *self._hints.values()):
            label.setWordWrap(True)
        for hint in (self._advice, *self._hints.values()):
            hint.setProperty("tone", "muted")
        for hint in self._hints.values():
            hint.setProperty("role", "caption")
        self._refusal.setProperty("tone", "warn")
        self._refusal.hide()
        self.setWidget(self._page())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self._boxes["language"])

        for name, box in self._boxes.items():
            box.activated.connect(partial(self.choose, name))
        self._neutral.clicked.connect(self.choose_neutral)
        self._home.editingFinished.connect(self.choose_home)
        self._reset.clicked.connect(self.reset_wanted)
        self._keys.clicked.connect(self.keys_wanted)
        self.retranslate()

    def _page(self) -> PageColumn:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_16)
        grid.setVerticalSpacing(SPACE_8)
        grid.setColumnStretch(1, 1)
        for place, (name, field) in enumerate(self._fields):
            self._labels[name].setBuddy(field)
            self._labels[name].setWordWrap(True)
            grid.addWidget(self._labels[name], 3 * place, 0)
            grid.addWidget(field, 3 * place, 1)
            grid.addWidget(self._hints[name], 3 * place + 1, 1)
            grid.setRowMinimumHeight(3 * place + 2, SPACE_8)
            if field is self._home:
                grid.addWidget(self._refusal, 3 * place + 2, 1)
        column = QVBoxLayout()
        column.setSpacing(SPACE_8)
        column.addWidget(self._title)
        column.addWidget(self._advice)
        column.addSpacing(SPACE_16)
        column.addLayout(grid)
        column.addSpacing(SPACE_16)
        for button in (self._reset, self._keys):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return PageColumn(column, _WIDEST_EMS)

    def show_chosen(self, chosen: Chosen) -> None:
        """Show the settings in force; a place that was refused stays to be mended."""
        before, self._chosen = self._chosen.preferences, chosen
        now = chosen.preferences
        for name, box in self._boxes.items():
            box.setCurrentIndex(_VALUES[name].index(getattr(now, name)))
        self._neutral.setChecked(now.neutral_title)
        if self._refusal.isHidden() or now.home != before.home:
            self._home.setText(now.home)
            self._refusal.hide()
        for name, field in self._fields:
            field.setEnabled(not chosen.is_locked(name))
            self._hints[name].setText(self._hint(name))
            self._hints[name].setVisible(bool(self._hint(name)))

    def refuse_home(self, words: str) -> None:
        """Say why a place cannot be the one that searches start from; it stays to be mended."""
        self._refusal.setText(words)
        self._refusal.show()
        announce(self._home, words)

    def forget(self) -> None:
        """Take back a place that was typed and is not in force."""
        self._refusal.clear()
        self._refusal.hide()
        self.show_chosen(self._chosen)

    def choose(self, name: str, place: int) -> None:
        """Tell the value at a place of a list."""
        self.chosen.emit(name, _VALUES[name][place])

    def choose_neutral(self) -> None:
        """Tell whether the title is to be neutral."""
        self.chosen.emit("neutral_title", self._neutral.isChecked())

    def choose_home(self) -> None:
        """Tell the place that searches start from, if it is another than before."""
        self._refusal.hide()
        words = self._home.text().strip()
        if words != self._chosen.preferences.home:
            self.chosen.emit("home", words)

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        self._title.setText(self.tr("Settings"))
        self.setAccessibleName(self.tr("Settings"))
        self._advice.setText(self.tr("They are kept for you on this computer, at once."))
        for name, choices in self._choices().items():
            self._boxes[name].clear()
            self._boxes[name].addItems(choices)
        for name, words in (
            ("language", self.tr("&Language")),
            ("theme", self.tr("&Colours")),
            ("text_size", self.tr("&Text size")),
            ("home", self.tr("Searches start &from")),
            ("idle_minutes", self.tr("Hide &when idle for")),
            ("neutral_title", self.tr("T&itle")),
            ("questions_at_once", self.tr("&Questions of a checklist")),
            ("erase_minutes", self.tr("&Erase a hidden checklist")),
        ):
            self._labels[name].setText(words)
        for name, field in self._fields:
            field.setAccessibleName(self._labels[name].text().replace("&", ""))
        self._neutral.setText(self.tr("Neutral in title and task bar"))
        self._home.setPlaceholderText(self.tr("Anywhere"))
        self._reset.setText(self.tr("&Back to the usual settings"))
        self._keys.setText(self.tr("Keys, &sources and licences…"))
        self.forget()  # a refusal is in the other language

    def _choices(self) -> dict[str, list[str]]:
        """The words of what each list offers."""
        system, percent = self.tr("As the system"), self.tr("{percent} %")
        return {
            "language": [system, "English", "Français"],
            "theme": [system, self.tr("Light"), self.tr("Dark"), self.tr("High contrast")],
            "text_size": [percent.format(percent=each) for each in TEXT_SIZES],
            "idle_minutes": [
                self.tr("%n minutes", "", each) if each else self.tr("Never")
                for each in IDLE_MINUTES
            ],
            "questions_at_once": [
                self.tr("%n at a time", "", each) if each else self.tr("The whole section")
                for each in QUESTIONS_AT_ONCE
            ],
            "erase_minutes": [
                self.tr("After %n minutes", "", each) if each else self.tr("At once")
                for each in ERASE_MINUTES
            ],
        }

    def _hint(self, name: str) -> str:
        if self._chosen.is_locked(name):
            return self.tr("Decided for this computer by its administrator.")
        hints = {
            "home": self.tr(
                "A town or a postal code; empty means anywhere. Hiding and clearing return to it."
            ),
            "idle_minutes": self.tr("Hiding clears words, filters and what was copied."),
            "erase_minutes": self.tr("Its answers are in memory only, and gone after that."),
            "neutral_title": self.tr(
                "There only: what the window shows stays. Some task bars follow at the next start."
            ),
        }
        return hints.get(name, "")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
