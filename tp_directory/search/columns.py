"""What a service has besides words, as columns of the index.

Services share few distinct values: 100,000 services have some hundred sets of needs, some
thousand coverages and some dozen hours. Each column of the index holds the number of such a
value, so that deciding something for a value (is it open now? does it serve Kenora? how far?)
decides it for all services that have it, and a count for a value counts in all choices of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

import msgspec

from tp_directory.core.coverage import Coverage, Scope
from tp_directory.core.hours import HoursProfile
from tp_directory.core.opening import hours_profile
from tp_directory.core.place import Point, Province
from tp_directory.core.service import Service

NATIONAL = "CA"
Value = TypeVar("Value")


class Site(msgspec.Struct, frozen=True):
    """Where one goes for a service: its point, and the town, which a withheld address has too.

    A provincial or national line without a street is an office that nobody goes to: no site.
    No point does not tell that the address is withheld: some towns have none in the gazetteer.
    """

    point: Point | None
    place_id: int | None
    is_withheld: bool


class Columns(msgspec.Struct, frozen=True):
    """The distinct values of each column; a service's column holds the position of its own."""

    needs: tuple[tuple[str, ...], ...]
    populations: tuple[tuple[str, ...], ...]
    provinces: tuple[tuple[str, ...], ...]
    languages: tuple[tuple[str, ...], ...]
    channels: tuple[tuple[str, ...], ...]
    coverage: tuple[Coverage, ...]
    hours: tuple[HoursProfile, ...]
    site: tuple[Site | None, ...]


COLUMN_NAMES = Columns.__struct_fields__


class _Numbers(Generic[Value]):
    """Numbers for distinct values, in the order they come."""

    def __init__(self, before: Iterable[Value] = ()) -> None:
        self._numbers = {value: number for number, value in enumerate(before)}

    def of(self, value: Value) -> int:
        return self._numbers.setdefault(value, len(self._numbers))

    def values(self) -> tuple[Value, ...]:
        return tuple(self._numbers)


class ColumnsWriter:
    """Numbers the values of services while they are indexed, on from those of before."""

    def __init__(self, before: Columns | None = None) -> None:
        self._sets: dict[str, _Numbers[tuple[str, ...]]] = {
            name: _Numbers(getattr(before, name, ()))
            for name in ("needs", "populations", "provinces", "languages", "channels")
        }
        self._coverage = _Numbers(before.coverage if before else ())
        self._hours = _Numbers(before.hours if before else ())
        self._sites = _Numbers(before.site if before else ())

    def numbers(self, service: Service) -> dict[str, int]:
        """The value numbers of a service, by column."""
        sets = {
            "needs": service.needs,
            "populations": service.populations,
            "provinces": provinces_served(service.coverage),
            "languages": service.languages,
            "channels": service.channels,
        }
        numbers = {name: self._sets[name].of(tuple(sorted(v))) for name, v in sets.items()}
        numbers["coverage"] = self._coverage.of(service.coverage)
        numbers["hours"] = self._hours.of(hours_profile(service))
        numbers["site"] = self._sites.of(site_of(service))
        return numbers

    def columns(self) -> Columns:
        """All values, to be stored."""
        return Columns(
            **{name: numbers.values() for name, numbers in self._sets.items()},
            coverage=self._coverage.values(),
            hours=self._hours.values(),
            site=self._sites.values(),
        )


def site_of(service: Service) -> Site | None:
    """Where one goes for a service, or None where one calls it instead."""
    place = service.location
    if place is None:
        return None
    is_wide = service.coverage.scope in (Scope.PROVINCE, Scope.NATIONAL)
    if is_wide and not place.street and not service.address_withheld:
        return None
    return Site(place.point, place.place_id, bool(service.address_withheld))


def provinces_served(coverage: Coverage) -> tuple[str, ...]:
    """The province codes in which a service counts; a national one counts in each, and in "CA"."""
    if coverage.is_national:
        return (NATIONAL, *Province)
    return coverage.provinces
