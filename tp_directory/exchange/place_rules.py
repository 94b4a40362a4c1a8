"""What a record must keep to about where a service is, and whom it serves there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from tp_directory.core.bilingual import Text
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.place import Province
from tp_directory.exchange.fields import (
    MISSING,
    Part,
    members,
    one_of,
    optional,
    parts,
    string,
    strings,
)
from tp_directory.exchange.rules import Fault, Known, Rule

# In a winter and in a summer.
_MOMENTS = (datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 7, 1, tzinfo=UTC))

_ELSEWHERE = Text(
    "This is not where “locality” says that the service is. Mend the one or the other: nobody "
    "must be sent to another town.",
    "Ce n'est pas là que se trouve le service selon « locality ». Corrigez l'un ou l'autre : il ne "
    "faut envoyer personne dans une autre localité.",
)
_OTHER_CLOCK = Text(
    "The clocks of this time zone are not those of the town. Give the town's, such as "
    "“America/Winnipeg”.",
    "L'heure de ce fuseau horaire n'est pas celle de la localité. Donnez le fuseau de la localité, "
    "par exemple « America/Winnipeg ».",
)


def coverage_is_known(record: Part, known: Known) -> Iterator[Fault]:
    """Places and regions served are in the gazetteer, in a province that is served."""
    coverage = optional(record, "coverage", "$", dict) or {}
    provinces = set(strings(coverage, "provinces", "$.coverage")) or set(Province)
    for path, place_id in members(coverage, "places", "$.coverage"):
        place = known.gazetteer.place(place_id) if isinstance(place_id, int) else None
        if place is None or place.province not in provinces:
            yield path, _not_in_gazetteer(place_id)
    for path, region_id in members(coverage, "regions", "$.coverage"):
        region = known.gazetteer.region(region_id) if isinstance(region_id, str) else None
        if region is None or region.province not in provinces:
            yield path, _not_in_gazetteer(region_id)


def town_is_known(record: Part, known: Known) -> Iterator[Fault]:
    """The town of each location is one that the gazetteer has in that province."""
    for path, at in parts(record, "service_at_locations", "$"):
        location = optional(at, "location", path, dict) or {}
        locality = optional(location, "locality", f"{path}.location", dict)
        inside = f"{path}.location.locality"
        if locality is None:
            yield inside, MISSING
            continue
        province = one_of(Province, locality.get("state_province"), f"{inside}.state_province")
        city = string(locality, "city", inside)
        places = known.gazetteer.named(city, province)
        if city and not places:
            yield f"{inside}.city", _not_in_gazetteer(city)
        place_id = optional(locality, "place", inside, int)
        if place_id is not None and place_id not in {place.id for place in places}:
            yield f"{inside}.place", _not_in_gazetteer(place_id)


def address_is_in_its_town(record: Part, known: Known) -> Iterator[Fault]:
    """The town, the province and the postal code of an address are where the service is.

    The window shows the street with the town of `locality`, on the map of the postal area.
    """
    for path, at in parts(record, "service_at_locations", "$"):
        location = optional(at, "location", path, dict) or {}
        locality = optional(location, "locality", f"{path}.location", dict) or {}
        province = locality.get("state_province")
        for inside, address in parts(location, "addresses", f"{path}.location"):
            if string(address, "city", inside) != locality.get("city"):
                yield f"{inside}.city", _ELSEWHERE
            if string(address, "state_province", inside) != province:
                yield f"{inside}.state_province", _ELSEWHERE
            area = known.gazetteer.postal_area(string(address, "postal_code", inside))
            if area and area.province != province:
                yield f"{inside}.postal_code", _ELSEWHERE


def clock_is_the_towns(record: Part, known: Known) -> Iterator[Fault]:
    """The time zone that the hours are in has the clocks of the town that the service is in."""
    timezone = string(record, "timezone", "$")
    for path, at in parts(record, "service_at_locations", "$"):
        location = optional(at, "location", path, dict) or {}
        locality = optional(location, "locality", f"{path}.location", dict) or {}
        place_id = optional(locality, "place", f"{path}.location.locality", int)
        place = None if place_id is None else known.gazetteer.place(place_id)
        if timezone in known.timezones and place and _clocks(timezone) != _clocks(place.timezone):
            yield "$.timezone", _OTHER_CLOCK


PLACE_RULES: tuple[Rule, ...] = (
    coverage_is_known,
    town_is_known,
    address_is_in_its_town,
    clock_is_the_towns,
)


def timezones_of(gazetteer: Gazetteer) -> frozenset[str]:
    """The IANA names of the time zones of Canada."""
    towns = {place.timezone for place in gazetteer.all_places}
    return frozenset(towns | {province.timezone for province in Province})


def _clocks(timezone: str) -> list[object]:
    zone = ZoneInfo(timezone)
    return [zone.utcoffset(moment.astimezone(zone)) for moment in _MOMENTS]


def _not_in_gazetteer(value: object) -> Text:
    return Text(
        f"“{value}” is not in the gazetteer for this province. Mend it, or add it to "
        "data/geography.",
        f"« {value} » n'est pas dans le répertoire toponymique pour cette province. Corrigez-le, "
        "ou ajoutez-le à data/geography.",
    )
