"""Where a collected service is, whom it serves and in which time zone, by the gazetteer."""

from __future__ import annotations

from typing import Any

from convert_words import NAMESAKES, Doubtful
from tp_directory.core.bilingual import Text
from tp_directory.core.coverage import Scope
from tp_directory.core.folding import fold
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.place import Place, Province, Region
from tp_directory.exchange.serves import NATION

Part = dict[str, Any]  # Any: JSON as collected and as written
NATION_CODE = "CA"


def place_of(source: Part, gazetteer: Gazetteer) -> Place | None:
    """The town a service is in; None where its record names none."""
    city = source["city"]
    if not city:
        return None
    place = gazetteer.place(NAMESAKES.get((source["id"], city), 0)) or next(
        iter(gazetteer.named(city, Province(source["province"]))), None
    )
    if place is None:
        raise Doubtful(f"{source['id']}: no place {city}, {source['province']}")
    return place


def coverage_of(source: Part, gazetteer: Gazetteer) -> tuple[Part, list[Text]]:
    """The coverage of a service, and the names its record gives to the areas, in order."""
    provinces = [Province(code) for code in source["provinces"] if code != NATION_CODE]
    places: list[int] = []
    regions: list[str] = []
    names: list[Text] = []
    for name in source["service_area"]:
        area = _area(source, name, provinces, gazetteer)
        if isinstance(area, Region):
            regions.append(area.id)
            names.append(area.name)
        else:
            places.append(area.id)
            names.append(Text(name, name))
    whole = [province.label for province in provinces] or [NATION]
    coverage = {
        "scope": source["scope"],
        "provinces": [province.value for province in provinces],
        "places": places,
        "regions": regions,
    }
    return coverage, names or whole


def _area(
    source: Part, name: str, provinces: list[Province], gazetteer: Gazetteer
) -> Region | Place:
    """What a name of a service area means: the region before the place, unless a city is served.

    Of several places, the one with most people, unless NAMESAKES knows better.
    """
    regions = [
        region
        for region in gazetteer.regions
        if region.province in provinces
        and fold(name) in map(fold, (region.name.en, region.name.fr))
    ]
    places = [place for place in gazetteer.named(name) if place.province in provinces]
    meant = gazetteer.place(NAMESAKES.get((source["id"], name), 0))
    is_own_name = bool(places) and fold(places[0].name) == fold(name)
    if regions and not (is_own_name and source["scope"] == Scope.CITY):
        return regions[0]
    if meant or places:
        return meant or places[0]
    raise Doubtful(f"{source['id']}: no area {name}")


def timezone_of(source: Part, place: Place | None) -> str:
    """The IANA time zone of the town, or else of the one province served; "" where neither is."""
    if place:
        return place.timezone
    provinces = [Province(code) for code in source["provinces"] if code != NATION_CODE]
    return provinces[0].timezone if len(provinces) == 1 else ""
