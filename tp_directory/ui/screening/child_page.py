"""A child: whom to call in a province, from the directory; nothing here decides by age."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from tp_directory import wording
from tp_directory.core.bilingual import Language
from tp_directory.core.child_protection import ChildServices, child_query, child_services
from tp_directory.core.coverage import Closeness
from tp_directory.core.place import Province, Spot
from tp_directory.core.query import Hit
from tp_directory.screening.legal_notes import CHILDREN, LegalNote, LegalNotes
from tp_directory.ui.announcer import announce
from tp_directory.ui.card_column import CardColumn
from tp_directory.ui.card_key import CardKey
from tp_directory.ui.fact_labels import FactLabel
from tp_directory.ui.screening.child_place import ChildPlace
from tp_directory.ui.screening.child_rule import ChildRule
from tp_directory.ui.screening.legal_note_view import TRANSLATED, LegalNoteView
from tp_directory.ui.screening.offered import Offered, offered
from tp_directory.ui.screening.service_card import ServiceCard
from tp_directory.ui.tokens import SPACE_4, SPACE_8, SPACE_24, Tokens, em

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

    The rule and 911 stand above them. Where a town is named, what serves it comes first. Nothing is
    assumed: without a province it asks for one.
    """

    copy_wanted = Signal(str, str)  # the words, and what they are called
    open_wanted = Signal(str)  # a service's id
    legal_notes_wanted = Signal(object)  # Province, or None
    number_missed = Signal()  # one was asked for, and none is stated
    card_missed = Signal()  # a number was asked for, and no card has the keyboard

    def __init__(
        self,
        directory: Directory,
        notes: LegalNotes,
        language: Language,
        tokens: Tokens,
        province: Province | None,
        home: str,
    ) -> None:
        """`province` is chosen at first, and again when the page forgets; None asks for one.

        `home` is the place of the settings, as typed there or "". It is the town at first where it
        is in the province.
        """
        super().__init__()
        self.setObjectName("child_page")
        self._directory, self._children = directory, notes.topic(CHILDREN)
        self._language, self._tokens = language, tokens
        self._shown: tuple[Province | None, Spot | None] = (None, None)
        self._said = ""  # above the first service
        self._law = QPushButton()
        self._place = ChildPlace(directory.gazetteer, language, province, home, self._law)
        self._cards = CardColumn(self._card)
        self._copy = CardKey(self, ServiceCard, ChildRule)
        # The page may be looked at for hours, and "Open" must not outlive its truth.
        self._clock = QTimer(self, interval=_MINUTE_MS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_24, SPACE_4, SPACE_24, 0)
        layout.setSpacing(SPACE_8)
        layout.addWidget(self._place)
        layout.addWidget(self._cards, 1)

        self._place.changed.connect(self.show_services)
        self._place.town_named.connect(self.announce_town)
        self._law.clicked.connect(self.ask_law)
        self._copy.missed.connect(self.card_missed)
        self._clock.timeout.connect(self.show_services)
        self.setFocusProxy(self._place)
        self._limit_width()
        self.retranslate()
        self._clock.start()

    def set_directory(self, directory: Directory) -> None:
        """Show the services of another edition."""
        self._directory = directory
        self._place.set_gazetteer(directory.gazetteer)
        self.show_services()

    def set_language(self, language: Language) -> None:
        """Show the services in a language."""
        self._language = language
        self._place.set_language(language)
        self.retranslate()

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._tokens = tokens
        self._cards.forget_cards()
        self.show_services()

    def set_home(self, home: str) -> None:
        """Follow the place of the settings unless another is shown."""
        self._place.set_home(home)

    def show_province(self, province: Province | None) -> None:
        """Choose a province, or none, and show its services."""
        self._place.choose(province)

    def forget(self) -> None:
        """Go back to the province and the town of the beginning, and drop what is shown."""
        self._place.go_home()
        self._cards.forget_cards()
        self._shown, self._said = (None, None), ""
        self._directory.forget()

    def announce_town(self) -> None:
        """Have a screen reader say whether services serve the town that was named."""
        announce(self._place, self._said)

    def show_services(self) -> None:
        """Show the services of the province that was chosen, as things stand now."""
        if not self.isVisible():
            return
        shown, found = (self._place.province, self._place.spot), self._found()
        values = tuple(self._values(found))
        self._cards.show_values(values, is_same=shown == self._shown)
        self._shown = shown
        self._said = next((each.words for each in values if isinstance(each, _Words)), "")

    def ask_law(self) -> None:
        """Ask for the legal notes on children in the province that was chosen."""
        self.legal_notes_wanted.emit(self._place.province)

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        self.setWindowTitle(self.tr("A child"))
        self._law.setText(self.tr("&Legal notes"))
        self._cards.setAccessibleName(self.tr("Whom to call for a child"))
        self._cards.forget_cards()
        self.show_services()

    def _found(self) -> ChildServices:
        language, place, directory = self._language, self._place, self._directory
        hits = directory.search(child_query(place.province, language)).hits
        if not place.near:
            return child_services(hits, place.province, language)
        near = directory.search(child_query(place.province, language, place.near)).hits
        return child_services(hits, place.province, language, near)

    def _say(self, found: ChildServices) -> Iterator[Hashable]:
        """What there is to say above the first service."""
        language, place = self._language, self._place
        if place.refusal:
            yield _Words(place.refusal.best(language), tone="warn")
        elif place.provinces and place.spot is None:
            names = ", ".join(each.label.best(language) for each in place.provinces)
            words = self.tr("There is a place of this name in each of: {provinces}. Choose one.")
            yield _Words(words.format(provinces=names), tone="warn")
        elif place.province is None:
            words = self.tr("Choose a province or territory, or name a town, to see whom to call.")
            yield _Words(words, role="key")
        elif not (found.here or found.around or found.own):
            words = self.tr("The directory has no child protection service of this province.")
            yield _Words(words, tone="warn")
        elif place.spot and not (found.here or found.around):
            words = self.tr("The directory has no child protection service that serves {place}.")
            yield _Words(words.format(place=place.spot.title), tone="warn")
        elif found.are_parted and place.spot is None:
            words = self.tr(
                "Several services share this province. Name a town to see which serve it."
            )
            yield _Words(words, tone="muted")

    def _values(self, found: ChildServices) -> Iterator[Hashable]:
        """What is shown, in order."""
        language, province, spot = self._language, self._place.province, self._place.spot
        yield self._children.rule.best(language)
        yield from self._say(found)
        elsewhere = ""
        if province and spot:
            for closeness, hits in (
                (Closeness.TOWN, found.here),
                (Closeness.REGION, found.around),
            ):
                heading = wording.closeness_heading(closeness, spot, language)
                yield from self._section(heading, hits)
            name = province.label.best(language)
            elsewhere = self.tr("Elsewhere in {province}").format(province=name)
        yield from self._section(elsewhere, found.own)
        yield from self._section(self.tr("All of Canada"), found.national)
        yield _Words(self.tr("What the law says: help text, not legal advice"), role="section")
        if translated := TRANSLATED.stated_in(language):
            yield _Words(translated, role="caption", tone="muted")
        yield from (_Law(note, language) for note in self._children.in_province(province))

    def _section(self, heading: str, hits: Iterable[Hit]) -> Iterator[Hashable]:
        """A heading and services below it; nothing where there is none."""
        now = self._directory.now()
        cards = tuple(offered(hit, now, self._language) for hit in hits)
        if cards and heading:
            yield _Words(heading, role="section")
        yield from cards

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
                return FactLabel(words, parent, role=role, tone=tone)
            case _:
                rule = ChildRule(str(value), parent)
                rule.copy_wanted.connect(self.copy_wanted)
                return rule

    def _limit_width(self) -> None:
        self._cards.setMaximumWidth(em(self.font()) * _WIDEST_EMS)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_services()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.FontChange:
            self._limit_width()
        super().changeEvent(event)
