"""Answers as JSON, for other programs; the shape is documented by `search --help`."""

from __future__ import annotations

import json
from typing import Any

from tp_directory import wording
from tp_directory.core.bilingual import Language
from tp_directory.core.closure import Closure
from tp_directory.core.edition import EditionInfo
from tp_directory.core.hours import Availability
from tp_directory.core.place import Spot
from tp_directory.core.query import Facets, Hit, OpenPhone, Query, Results
from tp_directory.core.service import Location, Service

Shape = dict[str, Any]  # Any: a JSON object


def printed(shape: Shape) -> str:
    """The JSON over several lines, with accents as they are."""
    return json.dumps(shape, ensure_ascii=False, indent=2)


def printed_on_a_line(shape: Shape) -> str:
    """The JSON on one line."""
    return json.dumps(shape, ensure_ascii=False)


def results(answer: Results, language: Language, reasons: tuple[str, ...] = ()) -> Shape:
    """A whole answer, its names in a language; `reasons` tells of each hit why it is there."""
    return {
        "query": _query(answer.query),
        "total": answer.total,
        "services": hits(answer.hits, language, reasons),
        "facets": _facets(answer.facets),
        "suggestion": answer.suggestion,
        "hints": list(answer.hints),
        "spot": _spot(answer.spot) if answer.spot else None,
        "reliefs": [{"dropped": each.dropped, "total": each.total} for each in answer.reliefs],
        "lines": hits(answer.lines, language),
        "notice": wording.NOT_CONFIRMED.best(language),
    }


def hits(found: tuple[Hit, ...], language: Language, reasons: tuple[str, ...] = ()) -> list[Shape]:
    """The hits, each with its reason where there is one."""
    shapes = [_hit(each, language) for each in found]
    for shape, reason in zip(shapes, reasons, strict=False):
        shape["explanation"] = reason
    return shapes


def service(
    each: Service, availability: Availability, phones: tuple[OpenPhone, ...], language: Language
) -> Shape:
    """Everything the directory has about a service."""
    return {
        "id": each.id,
        "name": each.name.best(language),
        "organization": each.organization.best(language),
        "description": each.description.best(language),
        "needs": list(each.needs),
        "populations": list(each.populations),
        "phones": [
            {**_phone(open_phone, language), "hours": open_phone.phone.hours}
            for open_phone in phones
        ],
        "email": each.email,
        "url": each.url,
        "open": availability.state,
        "hours": each.hours,
        "timezone": each.timezone,
        "location": _location(each.location) if each.location else None,
        "address_withheld": each.address_withheld,
        "serves": wording.serves(each, language),
        "provinces_served": list(each.coverage.provinces) or ["CA"],
        "languages": list(each.languages),
        "interpretation": each.interpretation.best(language),
        "eligibility": each.eligibility.best(language),
        "access": each.access.best(language),
        "fees": each.fees.best(language),
        "documents": each.documents.best(language),
        "accessibility": each.accessibility.best(language),
        "verified": each.verification,
        "sources": [
            {
                "url": source.url,
                "read_on": source.read_on.isoformat(),
                "stated_on": source.stated_on,
            }
            for source in each.sources
        ],
        "notice": wording.NOT_CONFIRMED.best(language),
    }


def closure(each: Closure, language: Language) -> Shape:
    """What is left of a service that closed."""
    return {
        "id": each.id,
        "name": each.name.best(language),
        "status": "defunct",
        "closed_on": each.closed_on,
        "replaced_by": each.replaced_by,
    }


def edition(info: EditionInfo, language: Language) -> Shape:
    """What an edition is and holds."""
    return {
        "edition": info.number,
        "format": info.format,
        "built_at": info.built_at,
        "published_at": info.published_at,
        "records_read_on": info.records_read_on,
        "sources_hash": info.sources_hash,
        "services": info.services,
        "closed": info.closed,
        "province": info.provinces,
        "need": info.needs,
        "language": info.languages,
        "verified": info.verifications,
        "stated": info.stated,
        "notice": wording.NOT_CONFIRMED.best(language),
    }


def _hit(hit: Hit, language: Language) -> Shape:
    each = hit.service
    source = each.sources[0]
    return {
        "id": each.id,
        "name": each.name.best(language),
        "organization": each.organization.best(language),
        "needs": list(each.needs),
        "phones": [_phone(phone, language) for phone in hit.phones],
        "city": each.location.city if each.location else "",
        "province": each.location.province if each.location else "",
        "serves": wording.serves(each, language),
        "distance_km": None if hit.distance_km is None else round(hit.distance_km, 1),
        "open": hit.availability.state,
        "verified": each.verification,
        "source": {
            "url": source.url,
            "read_on": source.read_on.isoformat(),
            "stated_on": source.stated_on,
        },
    }


def _phone(open_phone: OpenPhone, language: Language) -> Shape:
    """A number; `extension` only where there is one, because without it the number is wrong."""
    phone = open_phone.phone
    shape: Shape = {
        "number": phone.number,
        "type": phone.kind,
        "label": phone.label.best(language),
        "open": open_phone.availability.state,
    }
    return {**shape, "extension": phone.extension} if phone.extension else shape


def _location(location: Location) -> Shape:
    return {
        "street": location.street,
        "city": location.city,
        "province": location.province,
        "postal_code": location.postal_code,
    }


def _query(query: Query) -> Shape:
    return {
        "words": query.words,
        "lang": query.language,
        "near": query.near,
        "within_km": query.within_km,
        "need": list(query.needs),
        "population": list(query.populations),
        "province": list(query.provinces),
        "language": list(query.languages),
        "channel": list(query.channels),
        "open_now": query.open_now,
        "open_at": query.open_at.isoformat() if query.open_at else None,
        "always_open": query.always_open,
        "trafficking": query.for_trafficking,
        "limit": query.limit,
        "offset": query.offset,
    }


def _facets(facets: Facets) -> Shape:
    return {
        "need": facets.need,
        "population": facets.population,
        "province": facets.province,
        "language": facets.language,
        "channel": facets.channel,
        "open_now": facets.open_now,
        "always_open": facets.always_open,
        "trafficking": facets.for_trafficking,
    }


def _spot(spot: Spot) -> Shape:
    return {
        "title": spot.title,
        "place": spot.place.name,
        "province": spot.place.province,
        "is_approximate": spot.is_approximate,
        "namesakes": [place.title for place in spot.namesakes],
    }
