"""Turns an HSDS 3.1 record with this project's profile into a Service or a Closure.

The one way in. The profile is described in data/directory/PROFILE.md. English is the language of
the record itself, French stands in its `translations`.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from uuid import UUID

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.closure import Closure
from tp_directory.core.coverage import Coverage, Scope
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
from tp_directory.exchange.fields import (
    Part,
    french_words,
    members,
    one_of,
    optional,
    parts,
    required,
    string,
    strings,
    typed,
)
from tp_directory.exchange.serves import words_of

NAMESPACE = UUID("7190ffa5-e816-5241-885c-a992b54183e8")
"""The namespace of every UUIDv5 of the project: uuid5(NAMESPACE_DNS, "tp-directory")."""


class Status(StrEnum):
    """Whether a service runs; the values are HSDS's."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    DEFUNCT = "defunct"
    TEMPORARILY_CLOSED = "temporarily closed"


def decode(record: Part, gazetteer: Gazetteer) -> Service:
    """The service that a record describes.

    Reads what the program shows and ignores the rest: whether the record keeps to the schema and
    the profile is for `check` to say.

    Raises:
        FieldRefused: a field that a Service needs is missing, or has a value of another kind.
    """
    coverage = _coverage(required(record, "coverage", "$", dict))
    french = french_words(record, "$")
    withheld = optional(record, "address_withheld", "$", dict)
    reason = "" if withheld is None else required(withheld, "reason", "$.address_withheld", str)
    organization = required(record, "organization", "$", dict)
    organization_name = required(organization, "name", "$.organization", str)
    return Service(
        id=required(record, "id", "$", str),
        name=Text(required(record, "name", "$", str), french.get("name", "")),
        description=_text(record, "description", french),
        organization=Text(
            organization_name, french_words(organization, "$.organization").get("name", "")
        ),
        needs=tuple(
            required(each, "value", path, str)
            for path, each in parts(record, "attributes", "$")
            if each.get("link_type") == "need"
        ),
        coverage=coverage,
        serves=words_of(coverage, _areas(record), gazetteer),
        sources=_sources(record),
        verification=one_of(Verification, record.get("verification"), "$.verification"),
        populations=strings(record, "populations", "$"),
        location=_location(record, gazetteer, is_withheld=bool(reason)),
        address_withheld=reason,
        phones=tuple(_phone(path, phone) for path, phone in parts(record, "phones", "$")),
        email=string(record, "email", "$"),
        url=string(record, "url", "$"),
        languages=tuple(
            required(each, "code", path, str) for path, each in parts(record, "languages", "$")
        ),
        interpretation=_text(record, "interpretation_services", french),
        hours=string(record, "opening_hours", "$"),
        timezone=string(record, "timezone", "$"),
        fees=_text(record, "fees_description", french),
        eligibility=_text(record, "eligibility_description", french),
        access=_text(record, "application_process", french),
        documents=_listed(record, "required_documents", "document", "$"),
        accessibility=Text() if reason else _accessibility(record),
    )


def decode_closure(record: Part) -> Closure:
    """What is left of the service that a record says has closed.

    Raises:
        FieldRefused: its id or its name is missing, or has a value of another kind.
    """
    return Closure(
        id=required(record, "id", "$", str),
        name=Text(required(record, "name", "$", str), french_words(record, "$").get("name", "")),
        closed_on=string(record, "closed_on", "$"),
        replaced_by=string(record, "replaced_by", "$"),
    )


def _phone(path: str, phone: Part) -> Phone:
    extension = phone.get("extension")
    return Phone(
        number=required(phone, "number", path, str),
        kind=one_of(PhoneKind, phone.get("type"), f"{path}.type"),
        label=_text(phone, "description", french_words(phone, path), path),
        hours=string(phone, "opening_hours", path),
        extension="" if extension is None else str(extension),
    )


def _coverage(coverage: Part) -> Coverage:
    path = "$.coverage"
    return Coverage(
        scope=one_of(Scope, coverage.get("scope"), f"{path}.scope"),
        provinces=tuple(
            one_of(Province, code, inside) for inside, code in members(coverage, "provinces", path)
        ),
        place_ids=tuple(
            typed(place_id, inside, int) for inside, place_id in members(coverage, "places", path)
        ),
        region_ids=strings(coverage, "regions", path),
    )


def _areas(record: Part) -> tuple[Text, ...]:
    return tuple(
        Text(string(area, "name", path), french_words(area, path).get("name", ""))
        for path, area in parts(record, "service_areas", "$")
    )


def _sources(record: Part) -> tuple[Source, ...]:
    return tuple(
        Source(
            url=required(source, "url", path, str),
            read_on=one_of(date.fromisoformat, source.get("read_on"), f"{path}.read_on"),
            stated_on=string(source, "stated_on", path),
            note=string(source, "note", path),
        )
        for path, source in parts(record, "sources", "$")
    )


def _location(record: Part, gazetteer: Gazetteer, *, is_withheld: bool) -> Location | None:
    """The first location; its point is never closer than what its record states."""
    for path, at in parts(record, "service_at_locations", "$"):
        inside = f"{path}.location"
        location = required(at, "location", path, dict)
        locality = required(location, "locality", inside, dict)
        code = locality.get("state_province")
        province = one_of(Province, code, f"{inside}.locality.state_province")
        city = string(locality, "city", f"{inside}.locality")
        place = _place(locality, f"{inside}.locality", city, province, gazetteer)
        place_id = place.id if place else None
        if is_withheld:
            return Location(province, city, place_id)
        _, address = next(parts(location, "addresses", inside), ("", {}))
        postal_code = string(address, "postal_code", f"{inside}.addresses[0]")
        point, precision = _point(place, postal_code, gazetteer)
        street = string(address, "address_1", f"{inside}.addresses[0]")
        return Location(province, city, place_id, street, postal_code, point, precision)
    return None


def _accessibility(record: Part) -> Text:
    """What is stated of the first location."""
    for path, at in parts(record, "service_at_locations", "$"):
        location = required(at, "location", path, dict)
        return _listed(location, "accessibility", "description", f"{path}.location")
    return Text()


def _place(
    locality: Part, path: str, city: str, province: Province, gazetteer: Gazetteer
) -> Place | None:
    place_id = optional(locality, "place", path, int)
    if place_id is not None:
        return gazetteer.place(place_id)
    return next(iter(gazetteer.named(city, province)), None)


def _point(
    place: Place | None, postal_code: str, gazetteer: Gazetteer
) -> tuple[Point | None, Precision]:
    """The centre of the postal area, or else of the town.

    A rural postal area (its second character is 0) spans hundreds of kilometres in the north:
    the centre of Iqaluit's lies 1,800 km from it. There the town is closer to the truth.
    """
    area = gazetteer.postal_area(postal_code)
    town = place.point if place else None
    if area and (town is None or not area.is_rural):
        return area.point, Precision.POSTAL_AREA
    return town, Precision.TOWN


def _text(part: Part, key: str, french: dict[str, str], path: str = "$") -> Text:
    return Text(string(part, key, path), french.get(key, ""))


def _listed(part: Part, key: str, field: str, path: str) -> Text:
    """One text of each object of a list, one after the other."""
    texts = [
        _text(each, field, french_words(each, inside), inside)
        for inside, each in parts(part, key, path)
    ]
    return Text(
        "; ".join(text.best(Language.EN) for text in texts if text),
        "; ".join(text.best(Language.FR) for text in texts if text),
    )
