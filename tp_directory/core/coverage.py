"""Whom a service serves, and how closely that fits one town."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from tp_directory.core.place import Province


class Scope(StrEnum):
    """How far a service reaches, as its page says it."""

    NATIONAL = "national"
    PROVINCE = "province"
    REGION = "region"
    CITY = "city"


class Closeness(IntEnum):
    """How directly a service's coverage names a town; smaller is closer."""

    TOWN = 0
    REGION = 1
    PROVINCE = 2
    NATION = 3


@dataclass(frozen=True, slots=True)
class Coverage:
    """The areas a service serves.

    No province means all of Canada. No place and no region means all of the provinces; with
    scope PROVINCE, places and regions only say where it is closest.
    """

    scope: Scope
    provinces: tuple[Province, ...] = ()
    place_ids: tuple[int, ...] = ()
    region_ids: tuple[str, ...] = ()

    @property
    def is_national(self) -> bool:
        """Whether it serves all of Canada."""
        return not self.provinces

    def serves_province(self, province: Province) -> bool:
        """Whether somebody somewhere in the province is served."""
        return self.is_national or province in self.provinces

    def closeness(
        self, place_id: int, province: Province, around: frozenset[str], towns: frozenset[int]
    ) -> Closeness | None:
        """How it serves a town, or None where it does not.

        `around` holds the ids of the regions the town lies in, `towns` the ids of larger towns
        that it is a part of (Gazetteer.regions_of and towns_around).
        """
        if not self.serves_province(province):
            return None
        if place_id in self.place_ids:
            return Closeness.TOWN
        if not around.isdisjoint(self.region_ids) or not towns.isdisjoint(self.place_ids):
            return Closeness.REGION
        if self.is_national:
            return Closeness.NATION
        is_whole = not self.place_ids and not self.region_ids
        if not is_whole and self.scope is not Scope.PROVINCE:
            return None
        return Closeness.PROVINCE if self.scope is not Scope.NATIONAL else Closeness.NATION
