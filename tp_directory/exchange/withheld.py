"""Finds what tells where a service is, in a record that may not tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tp_directory.exchange.fields import Part, optional, parts, walk

_REVEALING = frozenset(
    {
        "addresses",
        "address_1",
        "address_2",
        "postal_code",
        "latitude",
        "longitude",
        "external_identifier",
        "transportation",
        "extent",
        "accessibility",
        "locations",
        "metadata",  # what a field was before it was changed
    }
)
# All that a record with a withheld address may say of where the service is.
_OF_A_SITE = frozenset({"id", "service_id", "location_id", "location"})
_OF_A_LOCATION = frozenset({"id", "location_type", "locality"})
_OF_A_TOWN = frozenset({"city", "state_province", "place"})
_POSTAL_CODE = re.compile(
    r"(?<![^\W_])[ABCEGHJ-NPRSTVXY]\d[A-Z](?:[\W_]|%20){0,3}\d[A-Z]\d(?![^\W_])", re.IGNORECASE
)
_STREET = re.compile(
    r"\b\d+[A-Z]?,?\s+(?:"
    r"(?:[^\W_a-z][\w'’.-]*\s+){1,3}"  # not "12 women from St. Catharines"
    r"(?:St|Street|Ave|Avenue|Rd|Road|Drive|Blvd|Boulevard|Cres|Crescent|Lane|Hwy|Highway)"
    r"|(?i:rue|av|avenue|boul|boulevard|chemin|route|rang))\b"
)


def traces(record: Part) -> Iterator[str]:
    """The JSON paths of all that may give a withheld address away.

    Raises:
        FieldRefused: what says where the service is has another kind than a record's.
    """
    for path, key, value in walk(record, "$"):
        if is_revealing(key, value):
            yield path
    for path, at in parts(record, "service_at_locations", "$"):
        location = optional(at, "location", path, dict) or {}
        locality = optional(location, "locality", f"{path}.location", dict) or {}
        yield from _beyond(at, _OF_A_SITE, path)
        yield from _beyond(location, _OF_A_LOCATION, f"{path}.location")
        yield from _beyond(locality, _OF_A_TOWN, f"{path}.location.locality")


def is_revealing(key: str, value: object) -> bool:
    """Whether a value tells where a service is: by its key, or by a postal code or a street."""
    is_written = isinstance(value, str) and bool(
        _POSTAL_CODE.search(value) or _STREET.search(value)
    )
    return is_written or (key in _REVEALING and value not in (None, "", []))


def _beyond(part: Part, needed: frozenset[str], path: str) -> Iterator[str]:
    return (
        f"{path}.{key}"
        for key, value in part.items()
        if key not in needed and value not in (None, "", [])
    )
