"""Every place the program knows, and how a worker's words become one of them."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from tp_directory.core.errors import UnknownPlace
from tp_directory.core.folding import fold
from tp_directory.core.place import Place, Point, PostalArea, Province, Region, Spot

_POSTAL = re.compile(r"([A-Za-z]\d[A-Za-z])(?:\s*-?\s*\d[A-Za-z]\d)?")
_COORDINATES = re.compile(r"(-?\d{1,3}(?:\.\d+)?)\s*[,;]\s*(-?\d{1,3}(?:\.\d+)?)")
_MOST_WORDS_IN_A_NAME = 5
_POSTAL_AREA_LETTERS = 3
_KM_PER_ROOT_OF_PEOPLE = 0.014
_LEAST_REACH_KM = 3.0
_MUCH_LARGER = 4
_FURTHEST_NAMESAKE_KM = 60.0


@dataclass(frozen=True, slots=True)
class PlaceOffer:
    """A place to offer while its name is typed: what to search from, and how it is shown."""

    words: str
    title: str


class Gazetteer:
    """The places, regions and postal areas of Canada, looked up by name and by nearness.

    Knows names with or without accents, in either language, and which of several namesakes has
    most people. Does no input or output: it is given what it knows.
    """

    def __init__(
        self,
        places: tuple[Place, ...],
        regions: tuple[Region, ...] = (),
        postal_areas: tuple[PostalArea, ...] = (),
    ) -> None:
        self._places = {place.id: place for place in places}
        self._regions = {region.id: region for region in regions}
        self._postal_areas = {area.code: area for area in postal_areas}

    @cached_property
    def _by_name(self) -> dict[str, list[Place]]:
        """The places of each folded name: its own name before a namesake's other name."""
        own: defaultdict[str, list[Place]] = defaultdict(list)
        other: defaultdict[str, list[Place]] = defaultdict(list)
        for place in sorted(self._places.values(), key=lambda each: -each.population):
            name = fold(place.name)
            own[name].append(place)
            for alias in {fold(alias) for alias in place.other_names} - {name, ""}:
                other[alias].append(place)
        for name, places in other.items():
            own[name].extend(places)
        return dict(own)

    @cached_property
    def _names(self) -> list[str]:
        return sorted(self._by_name)

    @cached_property
    def _provinces(self) -> dict[str, Province]:
        known = {fold(province): province for province in Province}
        for province in Province:
            known[fold(province.label.en)] = known[fold(province.label.fr)] = province
        return known

    def place(self, place_id: int) -> Place | None:
        """The place with an id, or None."""
        return self._places.get(place_id)

    def region(self, region_id: str) -> Region | None:
        """The region with an id such as "ON:Kenora District", or None."""
        return self._regions.get(region_id)

    @property
    def all_places(self) -> tuple[Place, ...]:
        """All places."""
        return tuple(self._places.values())

    @property
    def regions(self) -> tuple[Region, ...]:
        """All regions."""
        return tuple(self._regions.values())

    def province(self, words: str) -> Province | None:
        """The province with a code or a name in either language, or None."""
        return self._provinces.get(fold(words))

    def named(self, name: str, province: Province | None = None) -> tuple[Place, ...]:
        """The places with a name (accents and case do not matter), most people first."""
        places = self._by_name.get(fold(name), [])
        return tuple(each for each in places if province in (None, each.province))

    def starting(self, prefix: str, limit: int = 10) -> tuple[Place, ...]:
        """Places to offer while a name is typed, most people first; "" gives none."""
        start, _, province = prefix.partition(",")
        wanted = self.province(province) if province.strip() else None
        key = fold(start)
        if not key:
            return ()
        found: dict[int, Place] = {}
        for name in self._names[bisect_left(self._names, key) :]:
            if not name.startswith(key):
                break
            found.update((place.id, place) for place in self._by_name[name])
        kept = (each for each in found.values() if wanted in (None, each.province))
        return tuple(sorted(kept, key=lambda each: -each.population)[:limit])

    def offers(self, prefix: str, limit: int = 10) -> tuple[PlaceOffer, ...]:
        """Towns and postal areas to offer while one is typed; "" gives none."""
        towns = [PlaceOffer(place.title, place.title) for place in self.starting(prefix, limit)]
        start = prefix.strip().upper()[:_POSTAL_AREA_LETTERS]
        codes = [code for code in self._postal_areas if start and code.startswith(start)]
        for code in sorted(codes)[: limit - len(towns)]:
            area = self._postal_areas[code]
            towns.append(PlaceOffer(code, f"{code} – {area.name}, {area.province}"))
        return tuple(towns)

    def spot(self, words: str) -> Spot:
        """Where a worker means: a town, a postal code or its first half, or "lat,lon".

        Raises:
            UnknownPlace: nothing has that name or form.
        """
        words = words.strip()
        if coordinates := _COORDINATES.fullmatch(words):
            latitude, longitude = (float(number) for number in coordinates.groups())
            if abs(latitude) <= 90 and abs(longitude) <= 180:
                return self._spot_at(words, Point(latitude, longitude))
        if (postal := _POSTAL.fullmatch(words)) and (
            area := self._postal_areas.get(postal[1].upper())
        ):
            town = self._town_of(area)
            # The centre of a rural area may be far from where its people live.
            point = town.point if area.is_rural else area.point
            return Spot(f"{area.code} ({town.title})", town, point, is_approximate=True)
        if places := self._titled(words):
            first, *rest = places
            return Spot(first.title, first, first.point, namesakes=tuple(rest))
        raise UnknownPlace(words)

    def spots(self, words: str) -> tuple[Spot, ...]:
        """The same in each province where a place has that name, most people first; "" gives none.

        Raises:
            UnknownPlace: nothing has that name or form.
        """
        if not words.strip():
            return ()
        spot = self.spot(words)
        found = {spot.place.province: spot}
        for place in spot.namesakes:
            found.setdefault(place.province, Spot(place.title, place, place.point))
        return tuple(found.values())

    def spot_in(self, words: tuple[str, ...]) -> tuple[Spot, int, int] | None:
        """The place named among words typed, and which of them name it: from, to (exclusive).

        The longest name wins, then the last; "Windsor ON" takes the province too.
        """
        for length in range(min(_MOST_WORDS_IN_A_NAME, len(words)), 0, -1):
            for start in range(len(words) - length, -1, -1):
                name = " ".join(words[start : start + length])
                is_postal = bool(_POSTAL.fullmatch(name)) and any(map(str.isdigit, name))
                if not is_postal and not self._titled(name):
                    continue
                try:
                    return self.spot(name), start, start + length
                except UnknownPlace:
                    continue
        return None

    def regions_of(self, place_id: int) -> frozenset[str]:
        """The ids of the regions that a place lies in."""
        return self._regions_by_place.get(place_id, frozenset())

    @cached_property
    def _regions_by_place(self) -> dict[int, frozenset[str]]:
        lists: defaultdict[int, set[str]] = defaultdict(set)
        for region in self._regions.values():
            for place_id in region.place_ids:
                lists[place_id].add(region.id)
        return {place_id: frozenset(ids) for place_id, ids in lists.items()}

    def towns_around(self, place: Place) -> frozenset[int]:
        """Much larger towns of the province that a place is a part or suburb of.

        Our own rule of thumb, since the gazetteer lists neighbourhoods like towns: at least four
        times the people, and no further than 0.014 km times the root of its people (23 km for
        Toronto, 5 km for a town of 130,000). It errs on the side of inclusion, so what it finds
        counts as "region" and not as "town".
        """
        here = place.point
        if here is None:
            return frozenset()
        return frozenset(
            town.id
            for town in self._places.values()
            if town.province is place.province
            and town.population >= _MUCH_LARGER * max(place.population, 1)
            and town.point is not None
            and abs(town.point.latitude - here.latitude) < 1
            and town.point.distance_km(here) <= _reach_km(town)
        )

    def nearest(self, point: Point, province: Province | None = None) -> Place:
        """The town that a point belongs to: the largest pull wins, people over cubed distance.

        Our own rule: it gives a neighbourhood to its city, and the wilderness to its village.

        Raises:
            UnknownPlace: the gazetteer is empty.
        """
        best: tuple[float, Place] | None = None
        for place in self._places.values():
            if place.point is None or province not in (None, place.province):
                continue
            pull = max(place.population, 1) / (place.point.distance_km(point) + 2) ** 3
            if best is None or pull > best[0]:
                best = pull, place
        if best is None:
            raise UnknownPlace(f"{point.latitude},{point.longitude}")
        return best[1]

    def postal_area(self, postal_code: str) -> PostalArea | None:
        """The forward sortation area of a postal code, or None."""
        return self._postal_areas.get(postal_code[:3].upper())

    def _spot_at(self, words: str, point: Point) -> Spot:
        town = self.nearest(point)
        return Spot(f"{words} ({town.title})", town, point)

    def _town_of(self, area: PostalArea) -> Place:
        """The town of a postal area: one that its name gives, or else the nearest.

        Names are like "Ottawa (Lower Town / Sandy Hill)", "Prince Albert Central" and, where an
        area is wide, "Outer Nunavut (Iqaluit)". Of namesakes the nearest is meant; one far off is
        another town of that name, unless the centre lies far from everything.
        """
        nearest = self.nearest(area.point, area.province)
        is_wide = area.is_rural or _distance_km(nearest, area.point) > _FURTHEST_NAMESAKE_KM
        head, _, tail = area.name.partition("(")
        words = head.split()
        names = [" ".join(words[:length]) for length in range(len(words), 0, -1)]
        inner = tail.rstrip(")")
        names = [inner, *names] if is_wide else [*names, inner, *words[-1:]]
        for name in names:
            towns = self.named(name, area.province)
            town = min(towns, key=lambda each: _distance_km(each, area.point), default=None)
            if town and (is_wide or _distance_km(town, area.point) <= _FURTHEST_NAMESAKE_KM):
                return town
        if not is_wide:
            return nearest
        own = [town for town in self.all_places if town.province is area.province]
        return min(own, key=lambda each: _distance_km(each, area.point))

    def _titled(self, words: str) -> tuple[Place, ...]:
        """The places named by "Kenora", "Kenora, ON" or "Windsor Ontario"."""
        if places := self.named(words):
            return places
        name, comma, end = words.rpartition(",")
        if not comma:
            name, _, end = words.rpartition(" ")
        province = self.province(end) if name else None
        return self.named(name, province) if province else ()


def _reach_km(town: Place) -> float:
    return max(_LEAST_REACH_KM, _KM_PER_ROOT_OF_PEOPLE * math.sqrt(town.population))


def _distance_km(town: Place, point: Point) -> float:
    return town.point.distance_km(point) if town.point else math.inf
