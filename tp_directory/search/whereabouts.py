"""How near an edition's services are to where somebody searches from."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable
from functools import cached_property, lru_cache

from tantivy import Occur, Query

from tp_directory.core.coverage import Closeness
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.place import Point, Spot
from tp_directory.search.analysis import is_topic, tokens
from tp_directory.search.columns import Site
from tp_directory.search.expression import AllOf, Expression, Words
from tp_directory.search.index import Index

# Where a place is asked for, closeness ranks first, then the band of distance, then the words:
# each step is larger than what the words' score, scaled down, can add.
CLOSENESS_STEP = 1000.0
BAND_STEP = 100.0
BANDS_KM = (5.0, 10.0, 25.0, 50.0, 100.0, 200.0)
_KM_PER_DEGREE = 111.0


class Nearness:
    """How near the values of the coverage and site columns are to one spot.

    A service of another province counts only if it serves the spot. A withheld address is never
    a point: it is filtered by the town that its page names, and shows no distance.
    """

    def __init__(self, index: Index, gazetteer: Gazetteer, spot: Spot) -> None:
        self._index = index
        self._gazetteer = gazetteer
        self._spot = spot
        place = spot.place
        around, towns = gazetteer.regions_of(place.id), gazetteer.towns_around(place)
        self.closeness = tuple(
            each.closeness(place.id, place.province, around, towns)
            for each in index.columns.coverage
        )

    def distance_km(self, site: int) -> float | None:
        """The distance to show for a site number; None where there is no point."""
        there = self._index.columns.site[site]
        return _km(self._spot.point, there.point if there else None)

    @cached_property
    def distances(self) -> tuple[float, ...]:
        """The kilometres to every site number; infinity where there is no point."""
        shown = (self.distance_km(number) for number in range(len(self._index.columns.site)))
        return tuple(math.inf if km is None else km for km in shown)

    @cached_property
    def served(self) -> Query:
        """Services that serve the spot, scored by how closely their coverage names it."""
        numbers: defaultdict[Closeness, list[int]] = defaultdict(list)
        for number, closeness in enumerate(self.closeness):
            if closeness is not None:
                numbers[closeness].append(number)
        rings = [
            Query.const_score_query(
                self._index.numbered("coverage", ring),
                CLOSENESS_STEP * (len(Closeness) - closeness),
            )
            for closeness, ring in numbers.items()
        ]
        return Query.boolean_query([(Occur.Should, ring) for ring in rings])

    @cached_property
    def bands(self) -> tuple[Query, ...]:
        """Services within each band of distance, scored so that nearer ones come first."""
        numbers: defaultdict[int, list[int]] = defaultdict(list)
        for number, site in enumerate(self._index.columns.site):
            km = self._near_km(site.point if site else None)
            if km is not None and km <= BANDS_KM[-1]:
                numbers[bisect_left(BANDS_KM, km)].append(number)
        return tuple(
            Query.const_score_query(
                self._index.numbered("site", band), BAND_STEP * (len(BANDS_KM) - at)
            )
            for at, band in sorted(numbers.items())
        )

    def beyond(self, km: float) -> Query:
        """Services that one goes to and that are further; lines that one calls are not."""
        numbers = [
            number
            for number, site in enumerate(self._index.columns.site)
            if (there := self._town_point(site)) and (_km(self._spot.point, there) or 0.0) > km
        ]
        return self._index.numbered("site", numbers)

    def _near_km(self, there: Point | None) -> float | None:
        """The distance where it may be within the last band; a cheap look at latitudes first."""
        here = self._spot.point
        if here is None or there is None:
            return None
        if abs(here.latitude - there.latitude) * _KM_PER_DEGREE > BANDS_KM[-1] + 1:
            return None
        return here.distance_km(there)

    def _town_point(self, site: Site | None) -> Point | None:
        if site is None:
            return None
        town = self._gazetteer.place(site.place_id) if site.place_id is not None else None
        return site.point or (town.point if town else None)


def nearness_finder(index: Index, gazetteer: Gazetteer) -> Callable[[Spot], Nearness]:
    """A function from a spot to the nearness of everything, which remembers the last spots."""

    @lru_cache(maxsize=32)
    def nearness(spot: Spot) -> Nearness:
        return Nearness(index, gazetteer, spot)

    return nearness


def _km(here: Point | None, there: Point | None) -> float | None:
    return here.distance_km(there) if here and there else None


def take_spot(
    expression: Expression, gazetteer: Gazetteer, is_common: Callable[[str], bool]
) -> tuple[Expression, Spot, Words] | None:
    """The place named among the words: the expression without it, the spot, and its words.

    A name that the records use as ordinary words ("Legal") is no place. None
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
