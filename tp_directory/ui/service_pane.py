"""One service in full: numbers first, then how to get in, and last how we know."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tp_directory import wording
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.hours import OpenState
from tp_directory.core.query import Hit
from tp_directory.core.service import Service, Source
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.ui.fact_labels import AddressLabel, FactLabel
from tp_directory.ui.fact_sheet import FactSheet
from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.focus_order import chain
from tp_directory.ui.number_card import NumberCard
from tp_directory.ui.state_line import StateLine
from tp_directory.ui.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24, Tokens, em
from tp_directory.wording.dates import full_date

_WIDEST_EMS = 60  # some 90 characters: longer lines lose the eye


class ServicePane(QScrollArea):
    """Shows one hit; the page is built anew for each, as no two have the same facts."""

    copy_wanted = Signal(str)
    number_missed = Signal()  # one was asked for, and none is stated

    def __init__(self, taxonomy: Taxonomy, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("service_pane")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._taxonomy = taxonomy
        self._tokens = tokens
        self._language = Language.EN
        self._hit: Hit | None = None
        self._now = datetime.min
        self._said: tuple[object, ...] = ()  # what is on the page, as far as it may change
        self.clear()

    @property
    def hit(self) -> Hit | None:
        """The hit that is shown."""
        return self._hit

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._tokens = tokens
        self._rebuild()

    def show_hit(self, hit: Hit, now: datetime, language: Language) -> None:
        """Show a hit as things stand at an aware moment."""
        said = (language, hit.service, *_states(hit, now, language))
        if said == self._said:
            return
        self._said = said
        is_same_service = self._hit is not None and self._hit.service.id == hit.service.id
        place = self.verticalScrollBar().value() if is_same_service else 0
        self._hit, self._now, self._language = hit, now, language
        self._rebuild()
        self.verticalScrollBar().setValue(place)

    def clear(self) -> None:
        """Show no service."""
        self._hit, self._said = None, ()
        self._rebuild()

    def copy_main_number(self) -> None:
        """Ask for the main number to be copied, or tell that there is none."""
        phone = self._hit.service.main_phone if self._hit else None
        if phone:
            self.copy_wanted.emit(wording.number(phone, self._language))
        elif self._hit:
            self.number_missed.emit()

    def _rebuild(self) -> None:
        page = QWidget()
        page.setObjectName("service_page")
        column = QWidget()
        column.setMaximumWidth(em(self.font()) * _WIDEST_EMS)
        margins = QHBoxLayout(page)
        margins.setContentsMargins(SPACE_24, SPACE_16, SPACE_24, SPACE_24)
        margins.addWidget(column)
        margins.addStretch()
        margins.setStretchFactor(column, 1)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_4)
        if self._hit is None:
            hint = QLabel(self.tr("Choose a service to see its numbers."))
            hint.setWordWrap(True)
            hint.setProperty("tone", "muted")
            layout.addWidget(hint)
        else:
            self._add_names(layout, self._hit.service)
            self._add_numbers(layout, self._hit)
            self._add_facts(layout, self._hit.service)
            self._add_sources(layout, self._hit.service)
        layout.addStretch()
        self.setWidget(page)
        chain(self, page.findChildren(QPushButton))
        self.setAccessibleName(self.tr("Service"))

    def _add_names(self, layout: QVBoxLayout, service: Service) -> None:
        language = self._language
        layout.addWidget(FactLabel(service.name.best(language), role="title"))
        other = service.name.stated_in(language.other)
        if other and other != service.name.best(language):
            layout.addWidget(_toned(FactLabel(other), "muted"))
        organization = service.organization.best(language)
        if organization and organization != service.name.best(language):
            layout.addWidget(FactLabel(organization))
        layout.addSpacing(SPACE_16)

    def _add_numbers(self, layout: QVBoxLayout, hit: Hit) -> None:
        main = hit.service.main_phone
        has_own_state = main is not None and bool(main.hours)
        is_silent = not hit.phones and hit.availability.state is OpenState.UNKNOWN
        if not has_own_state and not is_silent:
            layout.addWidget(
                StateLine(hit.availability, self._now, self._language, self._tokens, self)
            )
            layout.addSpacing(SPACE_8)
        if not hit.phones:
            layout.addWidget(_toned(FactLabel(self.tr("No number is stated.")), "muted"))
            layout.addSpacing(SPACE_8)
        for line in sorted(hit.phones, key=lambda each: each.phone is not main):
            card = NumberCard(
                line,
                self._now,
                self._language,
                self._tokens,
                self,
                is_main=line.phone is main,
            )
            card.copy_wanted.connect(self.copy_wanted)
            layout.addWidget(card)
            layout.addSpacing(SPACE_12)

    def _add_facts(self, layout: QVBoxLayout, service: Service) -> None:
        layout.addWidget(_line())
        layout.addSpacing(SPACE_12)
        facts: list[tuple[str, QWidget]] = [
            (heading, FactLabel(words)) for heading, words in self._facts(service) if words
        ]
        for heading, address in (
            (self.tr("E-mail"), service.email),
            (self.tr("Website"), service.url),
        ):
            if address:
                facts.append((heading, self._address(heading, address)))
        layout.addWidget(FactSheet(tuple(facts), self))
        layout.addSpacing(SPACE_16)

    def _facts(self, service: Service) -> tuple[tuple[str, str], ...]:
        language = self._language
        needs = [self._taxonomy.needs.label(code) for code in service.needs]
        people = [self._taxonomy.populations.label(code) for code in service.populations]
        languages = [wording.language_name(code, language) for code in service.languages]
        door = service.location
        town = wording.where(service, language)
        where = ", ".join(filter(None, (door.street, town, door.postal_code))) if door else town
        return (
            (self.tr("Hours"), wording.hours(service.hours, language)),
            (self.tr("What it does"), self._words(service.description)),
            (self.tr("Needs"), ", ".join(label.best(language) for label in needs)),
            (self.tr("For"), ", ".join(label.best(language) for label in people)),
            (self.tr("Who may come"), self._words(service.eligibility)),
            (self.tr("How to get in"), self._words(service.access)),
            (self.tr("Cost"), self._words(service.fees)),
            (self.tr("Languages"), ", ".join(languages)),
            (self.tr("Interpretation"), self._words(service.interpretation)),
            (self.tr("Serves"), wording.serves(service, language)),
            (self.tr("Where"), _capital(where)),
        )

    def _words(self, text: Text) -> str:
        """The words in the worker's language, or the others with a mark that they are."""
        if text.stated_in(self._language) or not text:
            return text.stated_in(self._language)
        if self._language is Language.FR:
            mark = self.tr("(stated in English only)")
        else:
            mark = self.tr("(stated in French only)")
        return f"{text.best(self._language)} {mark}"

    def _address(self, heading: str, address: str) -> QWidget:
        """An address with its button: this program opens no browser and no network."""
        copy = QPushButton(self.tr("Copy"))
        copy.setProperty("role", "chip")
        copy.setAccessibleName(self.tr("Copy {address}").format(address=address))
        copy.setProperty("address", address)
        copy.clicked.connect(self.copy_address)
        line = QWidget()
        row = FlowLayout(line, gap=SPACE_8)
        row.addWidget(AddressLabel(address, heading))
        row.addWidget(copy)
        return line

    def copy_address(self) -> None:
        """Ask for the address to be copied whose button was pressed."""
        button = self.sender()
        if isinstance(button, QPushButton):
            self.copy_wanted.emit(str(button.property("address")))

    def _add_sources(self, layout: QVBoxLayout, service: Service) -> None:
        layout.addWidget(_line())
        layout.addSpacing(SPACE_12)
        language = self._language
        layout.addWidget(FactLabel(self.tr("How we know"), role="section"))
        today = self._now.date()
        age = FactLabel(wording.facts_age(service, today, language))
        layout.addWidget(_toned(age, "warn" if wording.is_doubtful(service, today) else ""))
        layout.addWidget(FactLabel(_capital(wording.verification(service, language))))
        layout.addWidget(FactLabel(wording.NOT_CONFIRMED.best(language)))
        for source in service.sources:
            layout.addSpacing(SPACE_4)
            layout.addWidget(self._address(self.tr("Page it was read on"), source.url))
            if source is not service.sources[0]:
                words = FactLabel(self._source_words(source), role="caption")
                layout.addWidget(_toned(words, "muted"))

    def _source_words(self, source: Source) -> str:
        """When a further page was read, and the date that it states itself."""
        read_on = full_date(source.read_on).best(self._language)
        if source.stated_on:
            words = self.tr("Read on {read}; the page states {stated}")
            return words.format(read=read_on, stated=source.stated_on)
        return self.tr("Read on {read}; the page is undated").format(read=read_on)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._rebuild()
        super().changeEvent(event)


def _states(hit: Hit, now: datetime, language: Language) -> tuple[str, ...]:
    """Who answers, in the words of this minute."""
    answers = (hit.availability, *(line.availability for line in hit.phones))
    return tuple(wording.availability(answer, now, language) for answer in answers)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _line() -> QFrame:
    line = QFrame()
    line.setObjectName("line")
    line.setFrameShape(QFrame.Shape.NoFrame)
    line.setFixedHeight(1)
    return line


def _toned(label: FactLabel, tone: str) -> FactLabel:
    label.setProperty("tone", tone)
    return label
