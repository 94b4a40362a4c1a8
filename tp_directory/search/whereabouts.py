"""How near an edition's coverages and sites are to where somebody searches from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from tp_directory.core.coverage import Closeness
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.place import Point, Spot
from tp_directory.search.analysis import is_topic, tokens
from tp_directory.search.columns import Columns, Site
from tp_directory.search.grammar import AllOf, Expression, Words


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near the values of the coverage and site columns are to one spot.

    For each coverage number how closely it serves the spot; for each site number its distance:
    the one to show, and the one to filter by, where a withheld address counts as its town.
    """

    closeness: tuple[Closeness | None, ...]
    shown_km: tuple[float | None, ...]
    filtered_km: tuple[float | None, ...]

    def coverages(self, closeness: Closeness) -> list[int]:
        """The numbers of the coverages that are just so close."""
        return [at for at, each in enumerate(self.closeness) if each is closeness]

    def sites_within(self, km: float) -> list[int]:
        """The numbers of the sites that are no further, where the distance is known."""
        return [at for at, each in enumerate(self.filtered_km) if each is not None and each <= km]

    def sites_beyond(self, km: float) -> list[int]:
        """The numbers of the sites that are further."""
        return [at for at, each in enumerate(self.filtered_km) if each is not None and each > km]


def nearness_finder(columns: Columns, gazetteer: Gazetteer) -> Callable[[Spot], Nearness]:
    """A function from a spot to the nearness of everything, which remembers the last spots."""

    @lru_cache(maxsize=64)
    def nearness(spot: Spot) -> Nearness:
        place = spot.place
        around = gazetteer.regions_of(place.id)
        towns = gazetteer.towns_around(place)
        return Nearness(
            tuple(
                each.closeness(place.id, place.province, around, towns) for each in columns.coverage
            ),
            tuple(_km(spot.point, site.point if site else None) for site in columns.site),
            tuple(_km(spot.point, _town_point(site, gazetteer)) for site in columns.site),
        )

    return nearness


def _town_point(site: Site | None, gazetteer: Gazetteer) -> Point | None:
    if site is None or site.point is not None:
        return site.point if site else None
    town = gazetteer.place(site.place_id) if site.place_id is not None else None
    return town.point if town else None


def _km(here: Point | None, there: Point | None) -> float | None:
    return here.distance_km(there) if here and there else None


def take_spot(
    expression: Expression, gazetteer: Gazetteer, is_common: Callable[[str], bool]
) -> tuple[Expression, Spot, Words] | None:
    """The place named among the words: the expression without it, the spot, and its words.

    A name of one ordinary word ("Hope", "Legal") is no place unless its province follows. None
    where no place is named.
    """
    parts = expression.parts if isinstance(expression, AllOf) else (expression,)
    for at in range(len(parts) - 1, -1, -1):
        part = parts[at]
        if not isinstance(part, Words):
            continue
        found = gazetteer.spot_in(part.words)
        if found is None:
            continue
        spot, start, end = found
        name = [token for word in part.words[start:end] for token in tokens(word)]
        if all(is_common(token) for token in name if is_topic(token)):
            continue
        left = part.words[:start] + part.words[end:]
        rest = (Words(left, is_open=part.is_open and end < len(part.words)),) if left else ()
        others = parts[:at] + rest + parts[at + 1 :]
        without = others[0] if len(others) == 1 else AllOf(others)
        return without, spot, Words(part.words[start:end])
    return None
