"""Who can help here: the services that match a result, by need, from a place."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.errors import DirectoryError, UnknownPlace
from tp_directory.screening.outcome import Outcome
from tp_directory.ui.announcer import announce
from tp_directory.ui.dropping import drop
from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.focus_order import chain
from tp_directory.ui.place_box import PlaceBox
from tp_directory.ui.screening.matches import Matches, Wanted, find_matches
from tp_directory.ui.screening.need_section import NeedSection
from tp_directory.ui.tokens import SPACE_4, SPACE_8, SPACE_12, Tokens, em
from tp_directory.ui.wrapping_tick import WrappingTick

if TYPE_CHECKING:  # it loads the store and the index, which the window does not wait for
    from tp_directory.directory import Directory

_MINUTE = timedelta(minutes=1)
_PLACE_EMS = 18
_UNFOLDED = 3
"""Needs that are unfolded at first: what follows fits on one screen, one row each."""


class MatchesView(QWidget):
    """Asks the directory for what a result names, and can be told to leave a need out.

    It asks in the GUI's own thread: all needs are one search of some 15 ms, 40 ms without a place.
    """

    copy_wanted = Signal(str, str)  # the number, and what it is called
    number_missed = Signal()  # one was asked for, and none is stated
    open_wanted = Signal(str)  # a service's id
    query_wanted = Signal(object)  # Query

    def __init__(self, directory: Directory, language: Language, tokens: Tokens, home: str) -> None:
        super().__init__()
        self._directory = directory
        self._language, self._tokens = language, tokens
        self._home = self._near = home
        self._refusal = Text()
        self._sections: tuple[NeedSection, ...] = ()
        self._ticks: dict[str, WrappingTick] = {}
        self.matches, self._asked_at = Matches(self._wanted(), None), directory.now()
        self._place_label, self._place = QLabel(), PlaceBox()
        self._place.setObjectName("result_place_box")
        self._place.show_place(home)
        self._place_label.setBuddy(self._place)
        self._told = QLabel()
        self._told.setTextFormat(Qt.TextFormat.PlainText)  # it has words that were typed
        self._told.setWordWrap(True)
        self._rather = QLabel()
        self._populations = FlowLayout(gap=SPACE_8)
        self._populations.addWidget(self._rather)
        self._none = QLabel()
        self._none.setWordWrap(True)
        self._needs = QVBoxLayout()
        self._needs.setSpacing(SPACE_8)
        self._all = QPushButton()
        self._all.setProperty("role", "large")
        # The page may be looked at for an hour, and "Open" must not outlive its truth.
        self._clock = QTimer(self, interval=_MINUTE // timedelta(milliseconds=1))
        place = FlowLayout(gap=SPACE_8)
        place.addWidget(self._place_label)
        place.addWidget(self._place)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_4)
        layout.addLayout(place)
        layout.addWidget(self._told)
        layout.addLayout(self._populations)
        layout.addWidget(self._none)
        layout.addSpacing(SPACE_8)
        layout.addLayout(self._needs)
        layout.addSpacing(SPACE_12)
        layout.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)

        self._place.typed.connect(self.offer_places)
        self._place.chosen.connect(self.set_near)
        self._all.clicked.connect(self.show_all)
        self._clock.timeout.connect(self.show_time)
        self._limit_width()
        self.retranslate()
        self._show()
        self._clock.start()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What Tab reaches in it first and last, whatever is shown."""
        return (self._place, self._all)

    def show_outcome(self, outcome: Outcome) -> None:
        """Look for what a result names: all its needs, rather for all its populations."""
        self._clear()
        needs = self._directory.taxonomy.needs
        for place, need in enumerate(outcome.needs):
            reasons = tuple(each.label for each in outcome.reasons.get(need, ()))
            section = NeedSection(
                need, needs.label(need), reasons, self, is_unfolded=place < _UNFOLDED
            )
            section.toggled.connect(self.ask)
            section.fold_toggled.connect(self._show)
            section.copy_wanted.connect(self.copy_wanted)
            section.number_missed.connect(self.number_missed)
            section.open_wanted.connect(self.open_wanted)
            section.all_wanted.connect(self.show_all_for)
            self._needs.addWidget(section)
            self._sections += (section,)
        last: QWidget = self._place
        for population in outcome.populations:
            tick = WrappingTick("", self)
            tick.setChecked(True)
            tick.clicked.connect(self.ask)
            self._populations.addWidget(tick)
            self._ticks[population] = tick
            chain(last, [tick])
            last = tick
        self._rather.setVisible(bool(self._ticks))
        self.ask()

    def set_directory(self, directory: Directory) -> None:
        """Look again, in another edition."""
        self._directory = directory
        self.ask()

    def set_language(self, language: Language) -> None:
        """State the facts in a language."""
        self._language = language
        self.retranslate()
        self.ask()

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._tokens = tokens
        self._show()

    def set_home(self, place: str) -> None:
        """Look from another place when nothing else is said."""
        was_home, is_other = self._near == self._home, place != self._home
        self._home = place
        if was_home and is_other:
            self._near = place
            self._place.show_place(place)
            self.ask()

    def forget(self) -> None:
        """Drop the needs, the services and the place."""
        self._clear()
        self._place.clear_place()
        self._place.show_place(self._home)
        self._near = self._home
        self.ask()
        self._directory.forget()

    def offer_places(self, words: str) -> None:
        """Offer places for the beginning of a name."""
        self._place.offer(self._directory.gazetteer.offers(words))

    def set_near(self, near: str) -> None:
        """Look from another place: a town, a postal code or "lat,lon"; "" is all of Canada."""
        self._near = near
        self.ask()
        announce(self._place, self._told.text())

    def ask(self) -> None:
        """Look again, from the place and for the needs that are ticked now."""
        self._refusal, self._asked_at = Text(), self._directory.now()
        self.matches = self._found(self._wanted())
        self._show()

    def show_time(self) -> None:
        """Look again while it can be seen: a line may have begun or ceased to answer."""
        if self.isVisible():
            self.ask()

    def show_all(self) -> None:
        """Ask for the directory's own list for all needs that are ticked."""
        wanted = self.matches.wanted
        self.query_wanted.emit(wanted.query(*wanted.needs))

    def show_all_for(self, need: str) -> None:
        """Ask for the directory's own list for one need."""
        self.query_wanted.emit(self.matches.wanted.query(need))

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        self._place_label.setText(self.tr("&Where"))
        self._place.setAccessibleName(self.tr("Where"))
        self._place.setPlaceholderText(self.tr("Town, postal code or lat,lon"))
        self._rather.setText(self.tr("Rather for:"))
        self._none.setText(self.tr("This result names no need. The directory has every service."))
        self._all.setText(self.tr("&Open all of these in the directory"))
        for section in self._sections:
            section.forget_shown()

    def _wanted(self) -> Wanted:
        return Wanted(
            tuple(each.need for each in self._sections if each.is_wanted),
            tuple(code for code, tick in self._ticks.items() if tick.isChecked()),
            self._near,
            self._language,
        )

    def _found(self, wanted: Wanted) -> Matches:
        """What the directory answers; an unknown place is told, and all of Canada asked instead."""
        try:
            return find_matches(self._directory, wanted)
        except UnknownPlace as error:
            self._refusal = error.text
            return self._found(replace(wanted, near=""))
        except DirectoryError as error:
            self._refusal = error.text
            return Matches(wanted, None)

    def _show(self) -> None:
        language, now = self._language, self._directory.now()
        of_needs = {match.need: match for match in self.matches.of_needs}
        last: QWidget = next(reversed(self._ticks.values()), self._place)
        for section in self._sections:
            section.show_match(of_needs.get(section.need), language, now, self._tokens)
            chain(last, section.controls)
            last = section.controls[-1]
        for code, tick in self._ticks.items():
            tick.say(self._directory.taxonomy.populations.label(code).best(language))
        self._say_where()
        self._none.setVisible(not self._sections)
        self._all.setVisible(bool(self._sections))
        self._all.setEnabled(bool(self.matches.wanted.needs))

    def _say_where(self) -> None:
        """Say whom the services serve, or why that is not the place in the box."""
        self._told.setProperty("tone", "warn" if self._refusal else "muted")
        self._told.style().polish(self._told)
        if self._refusal:
            self._told.setText(self._refusal.best(self._language))
        elif self.matches.spot is not None:
            words = self.tr("They serve {place}; the closest come first.")
            self._told.setText(words.format(place=self.matches.spot.title))
        else:
            self._told.setText(
                self.tr("Only services for all of Canada. Name a place to see those that serve it.")
            )

    def _clear(self) -> None:
        for widget in (*self._sections, *self._ticks.values()):
            drop(widget)
        self._sections, self._ticks = (), {}

    def _limit_width(self) -> None:
        self._place.setMinimumWidth(em(self.font()) * _PLACE_EMS)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._directory.now() - self._asked_at >= _MINUTE:
            self.ask()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.FontChange:
            self._limit_width()
        super().changeEvent(event)
