"""Where things are: points, towns, regions and provinces of Canada."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from tp_directory.core.bilingual import Text

EARTH_RADIUS_KM = 6371.0088  # mean radius R1, IUGG


class Province(StrEnum):
    """A province or territory; the values are Canada Post's codes."""

    BC = "BC"
    AB = "AB"
    SK = "SK"
    MB = "MB"
    ON = "ON"
    QC = "QC"
    NB = "NB"
    NS = "NS"
    PE = "PE"
    NL = "NL"
    YT = "YT"
    NT = "NT"
    NU = "NU"

    @property
    def label(self) -> Text:
        """The province's name."""
        return _NAMES[self]

    @property
    def timezone(self) -> str:
        """The IANA time zone of its capital, for services that serve the whole province."""
        return _CAPITAL_TIMEZONES[self]


_NAMES = {
    Province.BC: Text("British Columbia", "Colombie-Britannique"),
    Province.AB: Text("Alberta", "Alberta"),
    Province.SK: Text("Saskatchewan", "Saskatchewan"),
    Province.MB: Text("Manitoba", "Manitoba"),
    Province.ON: Text("Ontario", "Ontario"),
    Province.QC: Text("Quebec", "Québec"),
    Province.NB: Text("New Brunswick", "Nouveau-Brunswick"),
    Province.NS: Text("Nova Scotia", "Nouvelle-Écosse"),
    Province.PE: Text("Prince Edward Island", "Île-du-Prince-Édouard"),
    Province.NL: Text("Newfoundland and Labrador", "Terre-Neuve-et-Labrador"),
    Province.YT: Text("Yukon", "Yukon"),
    Province.NT: Text("Northwest Territories", "Territoires du Nord-Ouest"),
    Province.NU: Text("Nunavut", "Nunavut"),
}

_CAPITAL_TIMEZONES = {
    Province.BC: "America/Vancouver",
    Province.AB: "America/Edmonton",
    Province.SK: "America/Regina",
    Province.MB: "America/Winnipeg",
    Province.ON: "America/Toronto",
    Province.QC: "America/Toronto",
    Province.NB: "America/Moncton",
    Province.NS: "America/Halifax",
    Province.PE: "America/Halifax",
    Province.NL: "America/St_Johns",
    Province.YT: "America/Whitehorse",
    Province.NT: "America/Yellowknife",
    Province.NU: "America/Iqaluit",
}


@dataclass(frozen=True, slots=True)
class Point:
    """Degrees north and east, WGS 84."""

    latitude: float
    longitude: float

    def distance_km(self, other: Point) -> float:
        """The great-circle distance in kilometres (haversine formula, Sinnott 1984)."""
        north, south = math.radians(self.latitude), math.radians(other.latitude)
        half_latitude = (south - north) / 2
        half_longitude = math.radians(other.longitude - self.longitude) / 2
        chord = (
            math.sin(half_latitude) ** 2
            + math.cos(north) * math.cos(south) * math.sin(half_longitude) ** 2
        )
        return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(min(1.0, chord)))


@dataclass(frozen=True, slots=True)
class Place:
    """A town or settlement of the gazetteer; `point` is absent where no source gives one."""

    id: int
    name: str
    province: Province
    point: Point | None
    population: int
    timezone: str
    other_names: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The name that tells it from its namesakes, such as "Kenora, ON"."""
        return f"{self.name}, {self.province}"


@dataclass(frozen=True, slots=True)
class Region:
    """An area that services name as what they serve, and the towns in it (approximate)."""

    id: str
    name: Text
    province: Province
    place_ids: frozenset[int]


@dataclass(frozen=True, slots=True)
class PostalArea:
    """A forward sortation area: the first three characters of a postal code, and its centre."""

    code: str
    name: str
    province: Province
    point: Point

    @property
    def is_rural(self) -> bool:
        """Whether it is served by rural delivery: Canada Post gives those a 0 in second place."""
        return self.code[1:2] == "0"


@dataclass(frozen=True, slots=True)
class Outline:
    """The land of a province as closed rings; a ring inside another one is water.

    Without a province it is the land of all other countries, with longitudes that may run on
    beyond 180 degrees west.
    """

    province: Province | None
    rings: tuple[tuple[Point, ...], ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where somebody searches from: the town whose services count, and the point itself.

    `is_approximate` is true where the point is the centre of a postal area, which in the
    north can span hundreds of kilometres. `namesakes` are other towns that were meant as well
    as this one.
    """

    title: str
    place: Place
    point: Point | None
    is_approximate: bool = False
    namesakes: tuple[Place, ...] = ()
