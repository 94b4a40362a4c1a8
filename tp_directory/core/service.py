"""A service: who helps, with what, whom, where, how to reach them, and how we know."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tp_directory.core.bilingual import Text
from tp_directory.core.coverage import Coverage
from tp_directory.core.place import Point, Province

_POST_OFFICE_BOX = re.compile(r"(?:P\.? ?O\.? ?Box|C\.? ?P\.?\b|Case postale)", re.IGNORECASE)


class PhoneKind(StrEnum):
    """What answers at a number."""

    VOICE = "voice"
    TEXT = "text"
    TTY = "tty"
    FAX = "fax"
    VRS = "vrs"


class Verification(StrEnum):
    """How often a record was read; none of these means that the provider confirmed it."""

    READ_ONCE = "read_once"
    READ_TWICE = "read_twice"
    CORROBORATED = "corroborated"
    TWO_SOURCES = "two_sources"


class Channel(StrEnum):
    """A way to reach a service."""

    PHONE = "phone"
    TEXT = "text"
    IN_PERSON = "in_person"
    WEB = "web"


class Precision(StrEnum):
    """What a location's point is the centre of; no point is closer than its source."""

    POSTAL_AREA = "postal_area"
    TOWN = "town"


@dataclass(frozen=True, slots=True)
class Phone:
    """A number to dial or text. `hours` is an OSM opening_hours string, "" where not stated."""

    number: str
    kind: PhoneKind
    label: Text
    hours: str = ""
    extension: str = ""


@dataclass(frozen=True, slots=True)
class Location:
    """Where a service is. A withheld address has a town at most: no street, no point."""

    province: Province
    city: str = ""
    place_id: int | None = None
    street: str = ""
    postal_code: str = ""
    point: Point | None = None
    precision: Precision = Precision.TOWN

    @property
    def has_door(self) -> bool:
        """Whether one can go there: a street is stated, and not only a post office box."""
        return bool(self.street) and not _POST_OFFICE_BOX.match(self.street)


@dataclass(frozen=True, slots=True)
class Source:
    """A page the facts were read on.

    `stated_on` is the date it states, as it states it: a year, a month or a day ("2020",
    "2020-03", "2020-03-01"), "" where it is undated.
    """

    url: str
    read_on: date
    stated_on: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Service:
    """One service of the directory; what no source states is empty and never guessed.

    `hours` is an OSM opening_hours string, `timezone` an IANA name, "" where not known.
    `address_withheld` gives the reason ("safety") where the address is kept secret.
    The first of `sources` is the page the record was compiled from.
    """

    id: str
    name: Text
    description: Text
    organization: Text
    needs: tuple[str, ...]
    coverage: Coverage
    serves: Text
    sources: tuple[Source, ...]
    verification: Verification
    populations: tuple[str, ...] = ()
    location: Location | None = None
    address_withheld: str = ""
    phones: tuple[Phone, ...] = ()
    email: str = ""
    url: str = ""
    languages: tuple[str, ...] = ()
    interpretation: Text = Text()
    hours: str = ""
    timezone: str = ""
    fees: Text = Text()
    eligibility: Text = Text()
    access: Text = Text()
    documents: Text = Text()
    accessibility: Text = Text()

    @property
    def main_phone(self) -> Phone | None:
        """The number to give first: the first voice line, or else the first that is not a fax."""
        voices = [phone for phone in self.phones if phone.kind is PhoneKind.VOICE]
        others = [phone for phone in self.phones if phone.kind is not PhoneKind.FAX]
        return next(iter(voices or others), None)

    @property
    def channels(self) -> tuple[Channel, ...]:
        """The ways to reach it that its record states.

        A town alone is no way in: only a street address, or one withheld for safety (a shelter,
        reached by its public contact first), counts as in person.
        """
        kinds = {phone.kind for phone in self.phones}
        has_door = bool(self.address_withheld) or bool(self.location and self.location.has_door)
        ways = {
            Channel.PHONE: PhoneKind.VOICE in kinds,
            Channel.TEXT: PhoneKind.TEXT in kinds,
            Channel.IN_PERSON: has_door,
            Channel.WEB: bool(self.url),
        }
        return tuple(channel for channel, is_open in ways.items() if is_open)
