"""What the map marks, as values: towns gathered into clusters, provinces, whom a service serves.

Whatever has a withheld address is counted in its province here, before anything has a position.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass

from tp_directory.core.coverage import Coverage, Scope
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.place import Place, Point, Province
from tp_directory.core.projection import CANADA, Position

# Where the badge of a province stands: open country or sea, away from every town, so that nobody
# can take it for the place of what it counts.
BADGE_POINTS = {
    Province.BC: Point(57.2, -127.3),
    Province.AB: Point(58.0, -114.0),
    Province.SK: Point(57.6, -106.5),
    Province.MB: Point(57.6, -97.0),
    Province.ON: Point(52.0, -86.3),
    Province.QC: Point(53.0, -72.0),
    Province.NB: Point(46.95, -66.6),
    Province.NS: Point(44.0, -62.4),
    Province.PE: Point(46.9, -63.2),
    Province.NL: Point(54.6, -62.5),
    Province.YT: Point(65.0, -135.2),
    Province.NT: Point(65.0, -119.0),
    Province.NU: Point(65.3, -101.0),
}


@dataclass(frozen=True, slots=True)
class TownMark:
    """How many of the services found are in a town, and how many withhold their address."""

    place: Place
    total: int
    withheld: int

    @property
    def visible(self) -> int:
        """How many may be shown where the town is."""
        return self.total - self.withheld


@dataclass(frozen=True, slots=True)
class Cluster:
    """Towns too close to each other to be marked apart, the one with most services first.

    `position` is that of one of them.
    """

    towns: tuple[TownMark, ...]
    position: Position

    @property
    def count(self) -> int:
        """How many services it stands for."""
        return sum(town.visible for town in self.towns)


@dataclass(frozen=True, slots=True)
class Badge:
    """How many services of a province withhold their address."""

    province: Province
    count: int


Mark = Cluster | Badge


@dataclass(frozen=True, slots=True)
class Shade:
    """Whom a service serves: provinces, as a whole or around some towns of theirs, or both."""

    provinces: tuple[Province, ...]
    is_whole: bool
    points: tuple[Point, ...] = ()


def shade_of(coverage: Coverage, gazetteer: Gazetteer) -> Shade:
    """What to shade for a coverage; towns that the gazetteer has no point for are left out."""
    regions = [gazetteer.region(region_id) for region_id in coverage.region_ids]
    members = [place_id for region in regions if region for place_id in region.place_ids]
    places = [gazetteer.place(place_id) for place_id in sorted({*coverage.place_ids, *members})]
    points = tuple(place.point for place in places if place and place.point)
    is_part = bool(coverage.place_ids or coverage.region_ids)
    return Shade(
        provinces=tuple(Province) if coverage.is_national else coverage.provinces,
        is_whole=coverage.is_national or not is_part or coverage.scope is Scope.PROVINCE,
        points=points,
    )


def badges_of(towns: tuple[TownMark, ...]) -> tuple[Badge, ...]:
    """The badges of the provinces that have a service with a withheld address."""
    counts: defaultdict[Province, int] = defaultdict(int)
    for town in towns:
        counts[town.place.province] += town.withheld
    return tuple(Badge(province, counts[province]) for province in Province if counts[province])


def off_the_map(towns: tuple[TownMark, ...]) -> tuple[TownMark, ...]:
    """The towns with services to be shown, for which no source gives a point."""
    return tuple(town for town in towns if town.visible and town.place.point is None)


def clusters_of(towns: tuple[TownMark, ...], reach_km: float) -> tuple[Cluster, ...]:
    """The towns with services to be shown; those within reach of a larger one are gathered.

    Takes a moment per town whatever their number: only neighbouring squares are compared.
    """
    placed = [
        (town, CANADA.position(town.place.point))
        for town in sorted(towns, key=lambda each: (-each.visible, -each.place.population))
        if town.visible and town.place.point
    ]
    squares: defaultdict[tuple[int, int], list[Position]] = defaultdict(list)

    def nearest(position: Position) -> Position | None:
        """The middle of the cluster that is nearest, if any is within reach."""
        column, row = _square(position, reach_km)
        near = [
            middle
            for east in (column - 1, column, column + 1)
            for north in (row - 1, row, row + 1)
            for middle in squares.get((east, north), ())
            if _distance(middle, position) < reach_km
        ]
        return min(near, key=lambda middle: _distance(middle, position), default=None)

    for _, position in placed:
        if nearest(position) is None:
            squares[_square(position, reach_km)].append(position)
    gathered: defaultdict[Position, list[TownMark]] = defaultdict(list)
    for town, position in placed:
        gathered[nearest(position) or position].append(town)
    return tuple(Cluster(tuple(members), middle) for middle, members in gathered.items())


def _square(position: Position, side: float) -> tuple[int, int]:
    return int(position.east // side), int(position.north // side)


def _distance(one: Position, other: Position) -> float:
    return math.hypot(one.east - other.east, one.north - other.north)
