"""Turns an HSDS 3.1 record with this project's profile into a Service; the one way in.

The profile is described in data/directory/PROFILE.md. English is the language of the record
itself, French stands in its `translations`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from tp_directory.core.bilingual import Text
from tp_directory.core.coverage import Coverage, Scope
from tp_directory.core.errors import DirectoryError
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.place import Place, Point, Province
from tp_directory.core.service import (
    Location,
    Phone,
    PhoneKind,
    Precision,
    Service,
    Source,
    Verification,
)
from tp_directory.exchange.serves import words_of

NAMESPACE = UUID("d67a61c8-3f2a-5d3b-9b3a-000000000000")
"""The namespace of every UUIDv5 of the project: uuid5(NAMESPACE_DNS, "tp-directory")."""

ACTIVE = "active"

Part = dict[str, Any]  # Any: a JSON object as it was read; each value is checked when taken
Read = TypeVar("Read")


class FieldRefused(DirectoryError):
    """A field of a record is missing or is not what the profile says: mend that field."""

    def __init__(self, field: str, text: Text) -> None:
        super().__init__(text)
        self.field = field


def decode(record: Part, gazetteer: Gazetteer) -> Service:
    """The service that a record describes.

    Reads what the program shows and ignores the rest: whether the record keeps to the schema and
    the profile is for `check` to say.

    Raises:
        FieldRefused: a field that a Service needs is missing, or has a value of another kind.
    """
    coverage = _coverage(_required(record, "coverage", "$", dict))
    french = _french(record, "$")
    withheld = _optional(record, "address_withheld", "$", dict)
    organization = _required(record, "organization", "$", dict)
    organization_name = _required(organization, "name", "$.organization", str)
    return Service(
        id=_required(record, "id", "$", str),
        name=Text(_required(record, "name", "$", str), french.get("name", "")),
        description=_text(record, "description", french),
        organization=Text(
            organization_name, _french(organization, "$.organization").get("name", "")
        ),
        needs=tuple(
            _required(each, "value", path, str)
            for path, each in _parts(record, "attributes", "$")
            if each.get("link_type") == "need"
        ),
        coverage=coverage,
        serves=words_of(coverage, _areas(record), gazetteer),
        sources=_sources(record),
        verification=_one_of(Verification, record, "verification", "$"),
        populations=_strings(record, "populations", "$"),
        location=_location(record, gazetteer, is_withheld=withheld is not None),
        address_withheld=_string(withheld, "reason", "$.address_withheld") if withheld else "",
        phones=tuple(_phone(path, phone) for path, phone in _parts(record, "phones", "$")),
        email=_string(record, "email", "$"),
        url=_string(record, "url", "$"),
        languages=tuple(
            _required(each, "code", path, str) for path, each in _parts(record, "languages", "$")
        ),
        interpretation=_text(record, "interpretation_services", french),
        hours=_string(record, "opening_hours", "$"),
        timezone=_string(record, "timezone", "$"),
        fees=_text(record, "fees_description", french),
        eligibility=_text(record, "eligibility_description", french),
        access=_text(record, "application_process", french),
    )


def _phone(path: str, phone: Part) -> Phone:
    extension = phone.get("extension")
    return Phone(
        number=_required(phone, "number", path, str),
        kind=_one_of(PhoneKind, phone, "type", path),
        label=_text(phone, "description", _french(phone, path), path),
        hours=_string(phone, "opening_hours", path),
        extension="" if extension is None else str(extension),
    )


def _coverage(coverage: Part) -> Coverage:
    path = "$.coverage"
    return Coverage(
        scope=_one_of(Scope, coverage, "scope", path),
        provinces=tuple(
            _value(Province, code, f"{path}.provinces[{number}]")
            for number, code in enumerate(_list(coverage, "provinces", path))
        ),
        place_ids=tuple(
            _kind(place_id, f"{path}.places[{number}]", int)
            for number, place_id in enumerate(_list(coverage, "places", path))
        ),
        region_ids=_strings(coverage, "regions", path),
    )


def _areas(record: Part) -> tuple[Text, ...]:
    return tuple(
        Text(_string(area, "name", path), _french(area, path).get("name", ""))
        for path, area in _parts(record, "service_areas", "$")
    )


def _sources(record: Part) -> tuple[Source, ...]:
    return tuple(
        Source(
            url=_required(source, "url", path, str),
            read_on=_value(date.fromisoformat, source.get("read_on"), f"{path}.read_on"),
            stated_on=_string(source, "stated_on", path),
            note=_string(source, "note", path),
        )
        for path, source in _parts(record, "sources", "$")
    )


def _location(record: Part, gazetteer: Gazetteer, *, is_withheld: bool) -> Location | None:
    """The first location; its point is never closer than what its record states."""
    for path, at in _parts(record, "service_at_locations", "$"):
        inside = f"{path}.location"
        location = _required(at, "location", path, dict)
        locality = _required(location, "locality", inside, dict)
        province = _one_of(Province, locality, "state_province", f"{inside}.locality")
        city = _string(locality, "city", f"{inside}.locality")
        place = _place(locality, f"{inside}.locality", city, province, gazetteer)
        place_id = place.id if place else None
        if is_withheld:
            return Location(province, city, place_id)
        _, address = next(_parts(location, "addresses", inside), ("", {}))
        postal_code = _string(address, "postal_code", f"{inside}.addresses[0]")
        point, precision = _point(place, postal_code, gazetteer)
        street = _string(address, "address_1", f"{inside}.addresses[0]")
        return Location(province, city, place_id, street, postal_code, point, precision)
    return None


def _place(
    locality: Part, path: str, city: str, province: Province, gazetteer: Gazetteer
) -> Place | None:
    place_id = _optional(locality, "place", path, int)
    if place_id is not None:
        return gazetteer.place(place_id)
    return next(iter(gazetteer.named(city, province)), None)


def _point(
    place: Place | None, postal_code: str, gazetteer: Gazetteer
) -> tuple[Point | None, Precision]:
    area = gazetteer.postal_area(postal_code)
    if area:
        return area.point, Precision.POSTAL_AREA
    return place.point if place else None, Precision.TOWN


def _french(part: Part, path: str) -> dict[str, str]:
    """The French words of a part, by the names of its fields."""
    return {
        _required(each, "field", inside, str): _required(each, "text", inside, str)
        for inside, each in _parts(part, "translations", path)
        if each.get("language") == "fr"
    }


def _text(part: Part, key: str, french: dict[str, str], path: str = "$") -> Text:
    return Text(_string(part, key, path), french.get(key, ""))


def _string(part: Part, key: str, path: str) -> str:
    return _optional(part, key, path, str) or ""


def _strings(part: Part, key: str, path: str) -> tuple[str, ...]:
    return tuple(
        _kind(each, f"{path}.{key}[{number}]", str)
        for number, each in enumerate(_list(part, key, path))
    )


def _list(part: Part, key: str, path: str) -> list[Any]:  # Any: its members are checked one by one
    return _optional(part, key, path, list) or []


def _parts(part: Part, key: str, path: str) -> Iterator[tuple[str, Part]]:
    """The objects of a list, each with its JSON path."""
    for number, each in enumerate(_list(part, key, path)):
        inside = f"{path}.{key}[{number}]"
        yield inside, _kind(each, inside, dict)


def _one_of(kind: Callable[[str], Read], part: Part, key: str, path: str) -> Read:
    return _value(kind, _required(part, key, path, str), f"{path}.{key}")


def _value(kind: Callable[[str], Read], value: object, path: str) -> Read:
    try:
        return kind(_kind(value, path, str))
    except ValueError as error:
        raise FieldRefused(path, _not_known(value)) from error


def _required(part: Part, key: str, path: str, kind: type[Read]) -> Read:
    value = part.get(key)
    if value is None or value == "":
        raise FieldRefused(f"{path}.{key}", _MISSING)
    return _kind(value, f"{path}.{key}", kind)


def _optional(part: Part, key: str, path: str, kind: type[Read]) -> Read | None:
    value = part.get(key)
    return None if value is None else _kind(value, f"{path}.{key}", kind)


def _kind(value: object, path: str, kind: type[Read]) -> Read:
    if not isinstance(value, kind):
        raise FieldRefused(path, _not_known(value))
    return value


_MISSING = Text(
    "This field is missing. Add it, as the profile (PROFILE.md) describes it.",
    "Ce champ manque. Ajoutez-le comme le décrit le profil (PROFILE.md).",
)


def _not_known(value: object) -> Text:
    return Text(
        f"“{value}” is not a value of this field. See the profile (PROFILE.md) for its values.",
        f"« {value} » n'est pas une valeur de ce champ. "
        "Voyez les valeurs permises dans le profil (PROFILE.md).",
    )
