"""One checklist to choose: for whom it is, how far it can be trusted, and how to begin."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from tp_directory import wording
from tp_directory.core.bilingual import Language, Text
from tp_directory.screening.contents import Listed
from tp_directory.screening.protocol import About, Protocol
from tp_directory.ui.card import Card
from tp_directory.ui.fact_labels import FactLabel
from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.tokens import SPACE_4, SPACE_8, em
from tp_directory.ui.words_box import WordsBox

_HASH_EMS = 10  # a dozen of its 64 digits
_AUDIENCES = {
    "police": Text("police", "police"),
    "border": Text("border officers", "agents des services frontaliers"),
    "ngo": Text(
        "shelters and community organizations",
        "maisons d'hébergement et organismes communautaires",
    ),
}
_AGES = {
    "adult": Text("adults", "adultes"),
    "minor": Text("under 18", "moins de 18 ans"),
    "any": Text("any age", "tout âge"),
}
_DRAFT = Text("Draft, not validated", "Ébauche, non validée")
_UNSTATED = Text("Status not stated", "Statut non indiqué")
_BEGIN_IN = Text("Begin in English", "Commencer en français")


class ProtocolCard(Card):
    """Shows what a checklist says of itself; the language that was used last is offered first."""

    chosen = Signal(object, object)  # Protocol, Language
    remove_wanted = Signal(object)  # Listed

    def __init__(
        self,
        listed: Listed,
        protocol: Protocol,
        language: Language,
        last_used: Language | None,
        parent: QWidget,
    ) -> None:
        """`language` is that of the window; `last_used` is None before the first time."""
        super().__init__(parent)
        self._listed, self._protocol = listed, protocol
        self._language, self._last_used = language, last_used
        about = protocol.about
        self._title = about.title.best(language)
        column = self.column
        column.say(self._title, role="section")
        marks = FlowLayout(gap=SPACE_8)
        column.addLayout(marks)
        marks.addWidget(_badge(_status(about).best(language)))
        self._unreviewed = _badge("")
        self._unreviewed.setVisible(listed.is_own and not listed.is_reviewed)
        marks.addWidget(self._unreviewed)
        column.addSpacing(SPACE_4)
        if setting := about.setting.best(language):
            column.say(setting)
        self._for = column.say("", tone="muted")
        self._origin = column.say("", role="caption", tone="muted")
        self._hash = WordsBox(protocol.form.sha256)
        self._hash_name = column.say("", role="caption", tone="muted")
        self._add_hash()
        self._begin = {each: QPushButton() for each in Language}
        self._remove = QPushButton()
        self._add_buttons()
        self._used = column.say("", role="caption", tone="muted")
        self._say()

    def _add_hash(self) -> None:
        self._hash.setReadOnly(True)
        self._hash.setCursorPosition(0)
        self._hash.setProperty("role", "plain")
        self._hash.setToolTip(self._hash.text())
        self._hash.setMaximumWidth(em(self.font()) * _HASH_EMS)
        self.column.addWidget(self._hash)
        for widget in (self._hash, self._hash_name):
            widget.setVisible(self._listed.is_own)

    def _add_buttons(self) -> None:
        first = self._last_used or self._language
        buttons = FlowLayout(gap=SPACE_8)
        for language in (first, first.other):
            button = self._begin[language]
            button.setObjectName("begin")
            button.setProperty("role", "primary" if language is first else "")
            button.clicked.connect(partial(self.begin, language))
            buttons.addWidget(button)
        self._remove.setVisible(self._listed.is_own)
        self._remove.clicked.connect(self.remove)
        buttons.addWidget(self._remove)
        self.column.addSpacing(SPACE_8)
        self.column.addLayout(buttons)

    def begin(self, language: Language) -> None:
        """Choose the checklist in a language."""
        self.chosen.emit(self._protocol, language)

    def remove(self) -> None:
        """Ask for the checklist to be taken away."""
        self.remove_wanted.emit(self._listed)

    def _say(self) -> None:
        about, language = self._protocol.about, self._language
        self._unreviewed.setText(self.tr("Not reviewed"))
        words = ", ".join(_named(about, language))
        self._for.setText(self.tr("For: {audience}").format(audience=words))
        self._for.setVisible(bool(words))
        origin = (
            about.author,
            self.tr("version {version}").format(version=self._protocol.form.version),
            wording.stated_date(about.date, language) or about.date,
        )
        self._origin.setText(" · ".join(filter(None, origin)))
        self._hash_name.setText(self.tr("Hash of the workbook (SHA-256)"))
        self._hash.setAccessibleName(f"{self._hash_name.text()}, {self._title}")
        for each, button in self._begin.items():
            is_own = each is language
            button.setText(self.tr("Begin") if is_own else _BEGIN_IN.best(each))
            title = about.title.best(each)
            button.setAccessibleName(f"{button.text()}, {title}")
        self._remove.setText(self.tr("Remove"))
        self._remove.setAccessibleName(f"{self._remove.text()}, {self._title}")
        used = {
            Language.EN: self.tr("Last used in English."),
            Language.FR: self.tr("Last used in French."),
        }
        self._used.setText(used[self._last_used] if self._last_used else "")
        self._used.setVisible(self._last_used is not None)


def _badge(words: str) -> FactLabel:
    badge = FactLabel(words, role="badge")
    badge.setWordWrap(False)
    return badge


def _status(about: About) -> Text:
    if about.status == "draft":
        return _DRAFT
    return Text(about.status, about.status) if about.status else _UNSTATED


def _named(about: About, language: Language) -> list[str]:
    """For whom a checklist is, and of what age the person; what is not known stays as written."""
    named = [_AUDIENCES.get(code, Text(code, code)) for code in about.audience.split()]
    if about.age_scope:
        named.append(_AGES.get(about.age_scope, Text(about.age_scope, about.age_scope)))
    return [each.best(language) for each in named]
