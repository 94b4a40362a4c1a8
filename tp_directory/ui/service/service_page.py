"""The page of one service: numbers first, then how to get in, and last how we know."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from tp_directory import wording
from tp_directory.core.bilingual import Language
from tp_directory.core.hours import ALWAYS, OpenState
from tp_directory.core.opening import hours_profile
from tp_directory.core.query import Hit, OpenPhone, Related
from tp_directory.core.service import Phone, PhoneKind, Service, Source
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.core.week import week
from tp_directory.ui.actions import Actions
from tp_directory.ui.fact_column import FactColumn
from tp_directory.ui.fact_labels import AddressLabel, FactLabel, FactPair
from tp_directory.ui.service.copy_line import CopyLine
from tp_directory.ui.service.fact_sheet import FactSheet
from tp_directory.ui.service.note_box import NoteBox
from tp_directory.ui.service.number_card import NumberCard
from tp_directory.ui.service.related_list import RelatedList
from tp_directory.ui.service.service_tools import ServiceTools
from tp_directory.ui.service.shown import Shown
from tp_directory.ui.service.week_table import WeekTable
from tp_directory.ui.state_line import StateLine
from tp_directory.ui.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24, Tokens, em
from tp_directory.wording.dates import full_date
from tp_directory.wording.facts import FactKind, address, facts, not_stated
from tp_directory.wording.lines import NO_NUMBER, told_apart

_WIDEST_EMS = 60  # some 90 characters: longer lines lose the eye
MakeMap = Callable[[Service, QWidget], QWidget]


class ServicePage(QWidget):
    """Built anew for each service, as no two have the same facts."""

    copy_wanted = Signal(str, str)  # the words, and what they are called
    call_wanted = Signal(object)  # Phone
    code_wanted = Signal(object)  # Phone
    back_wanted = Signal()
    related_chosen = Signal(str)
    note_written = Signal(str, str)
    lists_chosen = Signal(object)
    list_wanted = Signal()

    def __init__(
        self,
        shown: Shown,
        taxonomy: Taxonomy,
        actions: Actions,
        make_map: MakeMap,
        tokens: Tokens,
    ) -> None:
        super().__init__()
        self.setObjectName("service_page")
        self._shown, self._language = shown, shown.language
        self._spoken = tuple(Language) if shown.is_both else (shown.language,)
        self._taxonomy, self._tokens = taxonomy, tokens
        self.note: NoteBox | None = None
        self._clock: FactLabel | None = None
        column = QWidget()
        column.setMaximumWidth(em(self.font()) * _WIDEST_EMS)
        margins = QHBoxLayout(self)
        margins.setContentsMargins(SPACE_24, SPACE_16, SPACE_24, SPACE_24)
        margins.addWidget(column)
        margins.addStretch()
        margins.setStretchFactor(column, 1)
        self._column = FactColumn()
        column.setLayout(self._column)
        service = shown.hit.service
        self._add_names(service)
        self._add_numbers(shown.hit)
        self._add_tools(actions)
        self._add_note(service)
        self._add_hours(service)
        self._add_facts(service)
        self._column.addSpacing(SPACE_12)
        self._column.addWidget(make_map(service, self))
        self._related = FactColumn()
        self._column.addLayout(self._related)
        self._add_sources(service)
        self._column.addStretch()

    @property
    def service_id(self) -> str:
        """The id of the service."""
        return self._shown.hit.service.id

    def show_time(self, now: datetime) -> None:
        """Say what time it is at the service, where its clock is another one."""
        if self._clock is not None:
            service = self._shown.hit.service
            self._clock.setText(wording.zone_note(service.timezone, now, self._language))

    def show_related(self, related: Related) -> None:
        """Show what goes together with the service; it is known a moment after the service."""
        if related.same_organization or related.nearby:
            self._related.add_section(self.tr("See also"))
            listed = RelatedList(related, self._language, self)
            listed.chosen.connect(self.related_chosen)
            self._related.addWidget(listed)

    def _add_names(self, service: Service) -> None:
        column, language = self._column, self._language
        if self._shown.is_alone:
            back = QPushButton(self.tr("← &Back to the results"))
            back.setProperty("role", "small")
            back.clicked.connect(self.back_wanted)
            column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
            column.addSpacing(SPACE_8)
        name, organization = service.name.best(language), service.organization.best(language)
        column.say(name, role="title")
        other = service.name.stated_in(language.other)
        if other and other != name:
            column.say(other, tone="muted")
        if organization and organization not in (name, other):
            column.say(organization)
        other = service.organization.stated_in(language.other)
        if self._shown.is_both and other and other not in (name, organization):
            column.say(other, tone="muted")
        today = self._shown.today
        tone = "warn" if wording.is_doubtful(service, today) else "muted"
        ages = tuple(wording.facts_age(service, today, each) for each in self._spoken)
        column.addWidget(_in_languages(ages, role="caption", tone=tone))
        column.addSpacing(SPACE_12)

    def _add_numbers(self, hit: Hit) -> None:
        shown, service = self._shown, hit.service
        main = hit.main_line.phone if hit.main_line else None
        has_own_state = main is not None and bool(main.hours)
        is_silent = not hit.phones and hit.availability.state is OpenState.UNKNOWN
        if not has_own_state and not is_silent:
            state = StateLine(hit.availability, shown.now, self._language, self._tokens, self)
            self._column.addWidget(state)
            self._column.addSpacing(SPACE_8)
        if not hit.phones:
            self._column.say(NO_NUMBER.best(self._language), tone="muted")
            self._column.addSpacing(SPACE_8)
        for line in sorted(hit.phones, key=lambda each: _rank(each, main)):
            card = NumberCard(
                line,
                shown.now,
                self._language,
                self._tokens,
                self,
                name=told_apart(line.phone, service, self._language),
                is_main=line.phone is main,
                is_both=shown.is_both,
            )
            card.copy_wanted.connect(self.copy_wanted)
            card.call_wanted.connect(self.call_wanted)
            card.code_wanted.connect(self.code_wanted)
            self._column.addWidget(card)
            self._column.addSpacing(SPACE_12)
        if not _has_times(service.hours) and any(_has_times(each.hours) for each in service.phones):
            self._add_clock(service)

    def _add_tools(self, actions: Actions) -> None:
        tools = ServiceTools(
            actions,
            self._shown.kept,
            self._shown.lists,
            self,
            is_compared=self._shown.is_compared,
            is_both=self._shown.is_both,
        )
        tools.lists_chosen.connect(self.lists_chosen)
        tools.list_wanted.connect(self.list_wanted)
        self._column.addWidget(tools)
        self._column.addSpacing(SPACE_8)

    def _add_note(self, service: Service) -> None:
        kept = self._shown.kept
        if not self._shown.is_noting and not (kept and kept.note):
            return
        self.note = NoteBox(service.id, kept.note if kept else "", self)
        self.note.written.connect(self.note_written)
        self._column.addWidget(self.note)
        self._column.addSpacing(SPACE_8)

    def _add_hours(self, service: Service) -> None:
        if not service.hours:
            return
        self._column.add_section(self.tr("Hours"))
        today = self._shown.today
        if days := week(hours_profile(service), service.hours, today):
            weeks = (wording.week_lines(days, today, each) for each in self._spoken)
            hours = _side_by_side([WeekTable(lines) for lines in weeks], keeps_lines=True)
        else:
            hours = _in_languages([wording.hours(service.hours, each) for each in self._spoken])
        self._column.addWidget(hours)
        if _has_times(service.hours):
            self._add_clock(service)

    def _add_clock(self, service: Service) -> None:
        """Say whose clock the hours go by, where it is not the one of this computer."""
        if not service.timezone:
            words = self.tr("The time zone of these hours is not stated.")
            self._column.say(words, role="caption", tone="muted")
        elif words := wording.zone_note(service.timezone, self._shown.now, self._language):
            self._clock = self._column.say(words, role="caption", tone="muted")

    def _add_facts(self, service: Service) -> None:
        self._column.add_section(self.tr("The service"))
        told = {each: facts(service, self._taxonomy, each) for each in self._spoken}
        rows: list[tuple[str, QWidget]] = []
        for versions in zip(*told.values(), strict=True):
            kind, words = versions[0].kind, tuple(each.words for each in versions)
            if words[0]:
                is_where = kind is FactKind.WHERE
                fact = self._where(service) if is_where else _in_languages(words)
                rows.append((kind.heading.best(self._language), fact))
        for heading, line in (
            (self.tr("E-mail"), service.email),
            (self.tr("Website"), service.url),
        ):
            if line:
                rows.append((heading, self._copy_line(AddressLabel(line, heading), line)))
        self._column.addWidget(FactSheet(tuple(rows), self))
        if missing := not_stated(told[self._language], self._language):
            self._column.addSpacing(SPACE_4)
            self._column.say(missing, role="caption", tone="muted")

    def _where(self, service: Service) -> QWidget:
        """Where it is and how far that is; a street has a button that copies the address."""
        hit = self._shown.hit
        sites = ((address(service, each), wording.how_far_from(hit, each)) for each in self._spoken)
        words = _in_languages([" · ".join(filter(None, site)) for site in sites])
        if service.location is None or not service.location.street or service.address_withheld:
            return words
        return self._copy_line(words, address(service, self._language))

    def _add_sources(self, service: Service) -> None:
        self._column.add_section(self.tr("How we know"))
        verified = (wording.verification(service, each) for each in self._spoken)
        self._column.addWidget(_in_languages([each[:1].upper() + each[1:] for each in verified]))
        unconfirmed = [wording.NOT_CONFIRMED.best(each) for each in self._spoken]
        self._column.addWidget(_in_languages(unconfirmed))
        for source in service.sources:
            self._column.addSpacing(SPACE_4)
            page = AddressLabel(source.url, self.tr("Page it was read on"))
            self._column.addWidget(self._copy_line(page, source.url))
            if source is not service.sources[0]:
                self._column.say(self._source_words(source), role="caption", tone="muted")

    def _source_words(self, source: Source) -> str:
        """When a further page was read, and the date that it states itself."""
        read_on = full_date(source.read_on).best(self._language)
        if stated := wording.stated_date(source.stated_on, self._language):
            words = self.tr("Read on {read}; the page states {stated}")
            return words.format(read=read_on, stated=stated)
        return self.tr("Read on {read}; the page is undated").format(read=read_on)

    def _copy_line(self, fact: QWidget, words: str) -> CopyLine:
        line = CopyLine(fact, words)
        line.copy_wanted.connect(self.copy_wanted)
        return line


def _rank(line: OpenPhone, main: Phone | None) -> int:
    """The main number first and faxes last: nobody answers those."""
    return 2 * (line.phone.kind is PhoneKind.FAX) + (line.phone is not main)


def _has_times(rule: str) -> bool:
    """Whether hours depend on whose clock they are read by."""
    return rule not in ("", ALWAYS)


def _in_languages(versions: Sequence[str], *, role: str = "", tone: str = "") -> QWidget:
    """A fact in one language, or in English and French beside each other."""
    labels = [FactLabel(words, role=role, tone=tone) for words in versions]
    for label, language in zip(labels, ("English", "Français"), strict=False):
        if len(labels) > 1:
            label.setAccessibleName(f"{language}: {label.text()}")
    return _side_by_side(labels)


def _side_by_side(versions: Sequence[QWidget], *, keeps_lines: bool = False) -> QWidget:
    """The one version of a fact, or both beside each other."""
    return versions[0] if len(versions) == 1 else FactPair(*versions, keeps_lines=keeps_lines)
