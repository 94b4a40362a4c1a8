"""A synthetic bilingual directory of any size, for measuring: no service in it exists.

Each service mixes two bundled records: what it does and for whom (needs, words) is one's, how it
is reached is the other's. A sixth of its words is drawn from all records, as often as they stand
there; towns are drawn by their population. Phone numbers are the fictional 555-01xx. The same
seed gives the same directory.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from tp_directory.core.bilingual import Text
from tp_directory.core.coverage import Coverage, Scope
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.place import Place, Province
from tp_directory.core.service import Location, Phone, Service

_AREA_CODES = (204, 236, 250, 306, 403, 416, 418, 506, 514, 604, 613, 705, 709, 807, 867, 902)


def services(
    real: tuple[Service, ...], gazetteer: Gazetteer, count: int, seed: int = 1
) -> Iterator[Service]:
    """`count` made-up services, one at a time."""
    chance = random.Random(seed)
    words = _Words(real, chance)
    places = [place for place in gazetteer.all_places if place.point]
    weights = [place.population for place in places]
    towns = iter(chance.choices(places, weights, k=count))
    for number in range(count):
        model, mood, reach = chance.choice(real), chance.choice(real), chance.choice(real)
        town = next(towns)
        yield replace(
            model,
            id=str(UUID(int=chance.getrandbits(128), version=4)),
            name=words.like(mood.name),
            description=words.like(mood.description),
            organization=Text(f"{words.like(model.organization).en} Example {number % 5000}"),
            needs=mood.needs,
            populations=mood.populations,
            coverage=_coverage(reach, town, gazetteer, chance),
            location=_location(model, town),
            phones=tuple(_phone(phone, chance) for phone in model.phones),
            timezone=town.timezone,
        )


class _Words:
    """Words of the records, drawn as often as they stand there."""

    def __init__(self, real: tuple[Service, ...], chance: random.Random) -> None:
        self._chance = chance
        self._english = [w for each in real for w in each.description.en.split()]
        self._french = [w for each in real for w in each.description.fr.split()]

    def like(self, text: Text) -> Text:
        """As many words as a text has: most its own, the others drawn."""
        return Text(self._drawn(text.en, self._english), self._drawn(text.fr, self._french))

    def _drawn(self, text: str, words: list[str]) -> str:
        chance = self._chance
        return " ".join(
            w if chance.random() > 1 / 6 else chance.choice(words) for w in text.split()
        )


def _coverage(model: Service, town: Place, gazetteer: Gazetteer, chance: random.Random) -> Coverage:
    scope = model.coverage.scope
    if scope is Scope.NATIONAL:
        return Coverage(scope)
    if scope is Scope.PROVINCE:
        return Coverage(scope, (town.province,))
    regions = sorted(gazetteer.regions_of(town.id))
    if scope is Scope.REGION and regions:
        return Coverage(scope, (town.province,), (town.id,), (chance.choice(regions),))
    return Coverage(Scope.CITY, (town.province,), (town.id,))


def _location(model: Service, town: Place) -> Location | None:
    if model.location is None:
        return None
    return replace(
        model.location,
        province=Province(town.province),
        city=town.name,
        place_id=town.id,
        point=None if model.address_withheld else town.point,
    )


def _phone(phone: Phone, chance: random.Random) -> Phone:
    if len(phone.number) < 10:
        return phone
    area, line = chance.choice(_AREA_CODES), chance.randrange(100, 200)
    return replace(phone, number=f"+1-{area}-555-0{line}")
