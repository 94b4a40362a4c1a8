"""A question to the directory and its answer, as frozen values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from tp_directory.core.bilingual import Language
from tp_directory.core.coverage import Closeness
from tp_directory.core.hours import Availability, OpenState
from tp_directory.core.place import Province, Spot
from tp_directory.core.service import Channel, Phone, PhoneKind, Service


class Order(StrEnum):
    """What the hits of an answer are sorted by."""

    RELEVANCE = "relevance"
    DISTANCE = "distance"
    NAME = "name"
    OPEN_FIRST = "open_first"


class Unstated(StrEnum):
    """A fact that a filter asks for and that services may not state; the values name filters."""

    LANGUAGES = "languages"
    POPULATIONS = "populations"
    OPEN = "open"
    ALWAYS_OPEN = "always_open"


@dataclass(frozen=True, slots=True)
class Query:
    """What a worker asks for: words as typed, and filters.

    Values of one filter are alternatives; filters narrow each other. `near` is as typed: a town, a
    postal code or "lat,lon". `within_km` drops located services further away; services reached by
    phone only are kept, and all are where the place has no point to measure from. `open_at` is an
    aware moment; `open_now` uses the Directory's clock. `provinces` means provinces served, `towns`
    the ids of places that services are located in. A filter whose fact is in `unstated` keeps what
    does not state the fact, instead of what does. `limit` and `offset` choose the hits that are
    loaded.
    """

    words: str = ""
    language: Language = Language.EN
    near: str = ""
    within_km: float | None = None
    needs: tuple[str, ...] = ()
    populations: tuple[str, ...] = ()
    provinces: tuple[Province, ...] = ()
    languages: tuple[str, ...] = ()
    channels: tuple[Channel, ...] = ()
    open_now: bool = False
    open_at: datetime | None = None
    always_open: bool = False
    for_trafficking: bool = False
    towns: tuple[int, ...] = ()
    unstated: tuple[Unstated, ...] = ()
    order: Order = Order.RELEVANCE
    limit: int = 25
    offset: int = 0


_LINE_ORDER = (OpenState.OPEN, OpenState.UNKNOWN, OpenState.CLOSED)


@dataclass(frozen=True, slots=True)
class OpenPhone:
    """A number of a hit, and whether it answers at the moment asked for."""

    phone: Phone
    availability: Availability


@dataclass(frozen=True, slots=True)
class Hit:
    """A service found, and what the question adds to it.

    `availability` is that of any of its lines; `own_availability` goes by the hours that the
    service states for itself, and is unknown where it states none. `distance_km` is from the
    `spot` searched from, None where either end has no point; `closeness` is None where no place
    was asked for.
    """

    service: Service
    availability: Availability
    own_availability: Availability
    phones: tuple[OpenPhone, ...]
    closeness: Closeness | None = None
    distance_km: float | None = None
    score: float = 0.0
    spot: Spot | None = None

    @property
    def main_line(self) -> OpenPhone | None:
        """The line to give first: one that answers now before one that may, and a voice first.

        A line without hours goes by the service's own, never by those of another line. A fax is
        never given.
        """
        lines = [line for line in self.phones if line.phone.kind is not PhoneKind.FAX]
        return min(lines, key=self._rank, default=None)

    def answer(self, line: OpenPhone) -> Availability:
        """Whether somebody answers a line; one without hours goes by the service's own."""
        return line.availability if line.phone.hours else self.own_availability

    def _rank(self, line: OpenPhone) -> tuple[int, bool]:
        place = _LINE_ORDER.index(self.answer(line).state)
        return place, line.phone.kind is not PhoneKind.VOICE


@dataclass(frozen=True, slots=True)
class Related:
    """What goes together with a service: others of its organization, and others nearby.

    `nearby` share a need with it and are in its town or not far; `distance_km` is from it.
    """

    same_organization: tuple[Service, ...] = ()
    nearby: tuple[Hit, ...] = ()


@dataclass(frozen=True, slots=True)
class Facets:
    """How many services each choice would leave; a facet's own choice does not count.

    `province` counts the provinces served: a national service counts in each of them and in
    "CA". `unstated` counts, for each fact that a filter asks for, what fits but for not stating it.
    """

    need: dict[str, int] = field(default_factory=dict)
    population: dict[str, int] = field(default_factory=dict)
    province: dict[str, int] = field(default_factory=dict)
    language: dict[str, int] = field(default_factory=dict)
    channel: dict[str, int] = field(default_factory=dict)
    open_now: int = 0
    always_open: int = 0
    for_trafficking: int = 0
    unstated: dict[Unstated, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Relief:
    """A way out of an empty list: the query that leaves something out, and what that brings.

    `dropped` names the field of Query that was left out or widened.
    """

    dropped: str
    query: Query
    total: int


@dataclass(frozen=True, slots=True)
class Group:
    """A run of hits that stand together, in the order of the answer.

    Sorted by relevance from a place, a run shares its `closeness` (None: it does not serve the
    place, or stands first because the words are its name: `is_named`); with open ones first it
    shares its `state`; by distance, `has_distance` tells apart what has none.
    """

    size: int
    closeness: Closeness | None = None
    state: OpenState | None = None
    is_named: bool = False
    has_distance: bool | None = None


@dataclass(frozen=True, slots=True)
class TownCount:
    """How many of the hits are located in a town; `withheld` of them keep their address secret."""

    place_id: int
    total: int
    withheld: int


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to a query.

    `hits` are the loaded ones, `total` counts all. `spot` is where the search is from, whether
    asked for or found among the words. `suggestion` is a spelling that has hits, `reliefs` are
    wider questions, and `lines` national numbers, offered where there is no hit. `is_loose` is
    true where no service has all the words and these have some. `hints` names what in the words
    was not understood. `suggestion` beside hits is how a typing error was read, or, where
    `is_loose`, what may have been meant. The sizes of `groups` add up to `total`; there are none
    where the hits are one run.
    """

    query: Query
    hits: tuple[Hit, ...]
    total: int
    facets: Facets
    spot: Spot | None = None
    suggestion: str = ""
    reliefs: tuple[Relief, ...] = ()
    lines: tuple[Hit, ...] = ()
    is_loose: bool = False
    hints: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()


Marker = Callable[[str, Language], tuple[tuple[int, int], ...]]
"""Gives the parts of a text (start, end) that match the words typed."""
