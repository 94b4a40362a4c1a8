"""A child: whom to call in a province, from the directory; nothing here decides by age."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from tp_directory.core.bilingual import Language
from tp_directory.core.child_protection import child_query, child_services
from tp_directory.core.place import Province
from tp_directory.screening.legal_notes import CHILDREN, LegalNote, LegalNotes
from tp_directory.ui.choice_box import labelled
from tp_directory.ui.fact_column import FactColumn
from tp_directory.ui.fact_labels import FactLabel
from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.kept.card_column import CardColumn
from tp_directory.ui.screening.legal_note_view import TRANSLATED, LegalNoteView
from tp_directory.ui.screening.province_box import ProvinceBox
from tp_directory.ui.screening.service_card import Offered, ServiceCard, offered
from tp_directory.ui.strip import EMERGENCY
from tp_directory.ui.tokens import SPACE_8, SPACE_12, SPACE_16, SPACE_24, Tokens, em

if TYPE_CHECKING:  # it loads the store and the index, which the window does not wait for
    from tp_directory.directory import Directory

_MINUTE_MS = 60_000
_WIDEST_EMS = 48


@dataclass(frozen=True, slots=True)
class _Words:
    """A line between the cards."""

    words: str
    role: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class _Law:
    """A legal note in one language."""

    note: LegalNote
    language: Language


class ChildPage(QWidget):
    """Shows the services of a province first, then those of all of Canada, then what the law says.

    The rule and 911 stand above them.
    """

    copy_wanted = Signal(str, str)  # the words, and what they are called
    open_wanted = Signal(str)  # a service's id
    legal_notes_wanted = Signal(object)  # Province
    number_missed = Signal()  # one was asked for, and none is stated
    card_missed = Signal()  # a number was asked for, and no card has the keyboard

    def __init__(
        self,
        directory: Directory,
        notes: LegalNotes,
        language: Language,
        tokens: Tokens,
        province: Province,
    ) -> None:
        """`province` is chosen at first, and again when the page forgets."""
        super().__init__()
        self.setObjectName("child_page")
        self._directory, self._children = directory, notes.topic(CHILDREN)
        self._language, self._tokens, self._home = language, tokens, province
        self._shown: Province | None = None
        self._title, self._label = QLabel(), QLabel()
        self._title.setProperty("role", "title")
        self._provinces = ProvinceBox(province, language)
        self._law = QPushButton()
        choices = FlowLayout(gap=SPACE_12)
        choices.addWidget(labelled(self._label, self._provinces))
        choices.addWidget(self._law)
        self._cards = CardColumn(self._card)
        # The window's own key for it acts on the service in the directory, and sleeps here.
        self._copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self)
        self._copy.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        # The page may be looked at for hours, and "Open" must not outlive its truth.
        self._clock = QTimer(self, interval=_MINUTE_MS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_24, SPACE_16, SPACE_24, SPACE_16)
        layout.setSpacing(SPACE_8)
        layout.addWidget(self._title)
        layout.addLayout(choices)
        layout.addSpacing(SPACE_8)
        layout.addWidget(self._cards, 1)

        self._provinces.province_chosen.connect(self.show_services)
        self._law.clicked.connect(self.ask_law)
        self._copy.activated.connect(self.copy_number)
        self._clock.timeout.connect(self.show_services)
        self.setFocusProxy(self._provinces)
        self._limit_width()
        self.retranslate()
        self._clock.start()

    def set_language(self, language: Language) -> None:
        """Show the services in a language."""
        self._language = language
        self._provinces.show_language(language)
        self.retranslate()

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._tokens = tokens
        self._cards.forget_cards()
        self.show_services()

    def show_province(self, province: Province) -> None:
        """Choose a province and show its services."""
        self._provinces.choose(province)

    def forget(self) -> None:
        """Go back to the province that was chosen at first, and drop what is shown."""
        self._provinces.choose(self._home)
        self._cards.forget_cards()

    def show_services(self) -> None:
        """Show the services of the province that was chosen, as things stand now."""
        if not self.isVisible():
            return
        province = self._provinces.province
        self._cards.show_values(tuple(self._values(province)), is_same=province is self._shown)
        self._shown = province

    def copy_number(self) -> None:
        """Ask for the number of the card that has the keyboard, or tell that none has it."""
        card = self._cards.current
        if isinstance(card, ServiceCard | _RuleCard):
            card.copy()
        else:
            self.card_missed.emit()

    def ask_law(self) -> None:
        """Ask for the legal notes on children in the province that was chosen."""
        self.legal_notes_wanted.emit(self._provinces.province)

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        self._title.setText(self.tr("A child"))
        self._label.setText(self.tr("&Province or territory"))
        self._provinces.setAccessibleName(self.tr("Province or territory"))
        self._law.setText(self.tr("&Legal notes"))
        self._cards.setAccessibleName(self.tr("Whom to call for a child"))
        self._cards.forget_cards()
        self.show_services()

    def _values(self, province: Province) -> Iterator[Hashable]:
        """What is shown, in order."""
        language, now = self._language, self._directory.now()
        results = self._directory.search(child_query(province, language))
        found = child_services(results.hits, language)
        name = province.label.best(language)
        yield self._children.rule.best(language)
        yield _Words(name, role="section")
        if not found.own:
            words = self.tr("The directory has no child protection service of this province.")
            yield _Words(words, tone="warn")
        if found.are_parted:
            words = self.tr("Several services share this province. They stand by their areas.")
            yield _Words(words, tone="muted")
        yield from (offered(hit, now, language) for hit in found.own)
        yield _Words(self.tr("All of Canada"), role="section")
        yield from (offered(hit, now, language) for hit in found.national)
        yield _Words(self.tr("What the law says: help text, not legal advice"), role="section")
        if translated := TRANSLATED.stated_in(language):
            yield _Words(translated, role="caption", tone="muted")
        yield from (_Law(note, language) for note in self._children.in_province(province))

    def _card(self, value: Hashable, parent: QWidget) -> QWidget:
        match value:
            case Offered():
                card = ServiceCard(value, self._tokens, parent)
                card.copy_wanted.connect(self.copy_wanted)
                card.open_wanted.connect(self.open_wanted)
                card.number_missed.connect(self.number_missed)
                return card
            case _Law(note, language):
                return LegalNoteView(note, language, self._tokens, has_sources=False)
            case _Words(words, role, tone):
                label = FactLabel(words, parent, role=role)
                label.setProperty("tone", tone)
                return label
            case _:
                rule = _RuleCard(str(value), parent)
                rule.copy_wanted.connect(self.copy_wanted)
                return rule

    def _limit_width(self) -> None:
        self._cards.setMaximumWidth(em(self.font()) * _WIDEST_EMS)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_services()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() is QEvent.Type.FontChange:
            self._limit_width()
        super().changeEvent(event)


class _RuleCard(QFrame):
    """What to do whatever the age, and 911."""

    copy_wanted = Signal(str, str)  # the words, and what they are called

    def __init__(self, rule: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(rule)
        copy = QPushButton(self.tr("Copy"))
        copy.setProperty("role", "small")
        copy.setAccessibleName(self.tr("Copy {number}").format(number=EMERGENCY))
        copy.clicked.connect(self.copy)
        number = QLabel(EMERGENCY)
        number.setProperty("role", "number")
        emergency = FlowLayout(gap=SPACE_12)
        for widget in (QLabel(self.tr("Immediate danger")), number, copy):
            emergency.addWidget(widget)
        column = FactColumn()
        column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        column.say(rule, role="key")
        column.addLayout(emergency)
        self.setLayout(column)

    def copy(self) -> None:
        """Ask for 911 to be copied."""
        self.copy_wanted.emit(EMERGENCY, "")
