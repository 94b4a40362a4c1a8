"""A fictional record that keeps to the schema and the profile, to be broken."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tp_directory import paths
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.exchange.check import Checked, check
from tp_directory.exchange.fields import Part

KENORA = 5991055

_RECORD: Part = {
    "id": "00000000-0000-5000-8000-000000000001",
    "slug": "on-kenora-example",
    "organization_id": "00000000-0000-5000-8000-000000000002",
    "name": "Example House",
    "description": "A fictional shelter.",
    "url": "https://example.org/house",
    "email": "help@example.org",
    "status": "active",
    "fees_description": "Free",
    "translations": [
        {"field": "name", "language": "fr", "text": "Maison Exemple"},
        {"field": "description", "language": "fr", "text": "Un refuge fictif."},
        {"field": "fees_description", "language": "fr", "text": "Gratuit"},
    ],
    "organization": {
        "id": "00000000-0000-5000-8000-000000000002",
        "name": "Example Society",
        "description": "",
    },
    "phones": [
        {
            "id": "00000000-0000-5000-8000-000000000003",
            "number": "+1-807-555-0123",
            "extension": 12,
            "type": "voice",
            "description": "Main line",
            "translations": [
                {"field": "description", "language": "fr", "text": "Ligne principale"}
            ],
            "opening_hours": "Mo-Fr 09:00-17:00",
        },
        {
            "id": "00000000-0000-5000-8000-000000000004",
            "number": "211",
            "type": "text",
            "description": "Text",
            "translations": [{"field": "description", "language": "fr", "text": "Texto"}],
        },
    ],
    "service_areas": [
        {
            "id": "00000000-0000-5000-8000-000000000005",
            "name": "Kenora",
            "translations": [{"field": "name", "language": "fr", "text": "Kenora"}],
        }
    ],
    "service_at_locations": [
        {
            "id": "00000000-0000-5000-8000-000000000006",
            "location": {
                "id": "00000000-0000-5000-8000-000000000007",
                "location_type": "physical",
                "addresses": [
                    {
                        "id": "00000000-0000-5000-8000-000000000008",
                        "address_1": "1 Example Street",
                        "city": "Kenora",
                        "state_province": "ON",
                        "postal_code": "P9N 1A1",
                        "country": "CA",
                        "address_type": "physical",
                    }
                ],
                "locality": {"city": "Kenora", "state_province": "ON", "place": KENORA},
            },
        }
    ],
    "languages": [{"id": "00000000-0000-5000-8000-000000000009", "name": "Ojibwa", "code": "oj"}],
    "attributes": [
        {
            "id": "00000000-0000-5000-8000-00000000000a",
            "link_type": "need",
            "link_entity": "service",
            "value": "shelter_emergency",
        }
    ],
    "coverage": {
        "scope": "region",
        "provinces": ["ON"],
        "places": [KENORA],
        "regions": ["ON:Northwestern Ontario"],
    },
    "populations": ["women"],
    "opening_hours": "24/7",
    "timezone": "America/Winnipeg",
    "sources": [
        {
            "url": "https://example.org/about",
            "kind": "page",
            "read_on": "2026-11-23",
            "stated_on": "2025-03",
            "note": "second paragraph",
        }
    ],
    "verification": "read_twice",
}


@pytest.fixture
def record() -> Part:
    return copy.deepcopy(_RECORD)


@pytest.fixture
def withheld(record: Part) -> Part:
    """The same, of a shelter whose address is kept secret."""
    record["address_withheld"] = {"reason": "safety"}
    del record["service_at_locations"][0]["location"]["addresses"]
    return record


@pytest.fixture
def tombstone() -> Part:
    """What is left of a fictional service that the one of `record` has replaced."""
    return {
        "id": "00000000-0000-5000-8000-0000000000c1",
        "slug": "on-kenora-example-closed",
        "name": "Example Line",
        "status": "defunct",
        "translations": [{"field": "name", "language": "fr", "text": "Ligne Exemple"}],
        "closed_on": "2026-03",
        "replaced_by": _RECORD["id"],
        "sources": [{"url": "https://example.org/closed", "read_on": "2026-11-23"}],
    }


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes records, one a line, and gives the file."""

    def write(*records: Part, name: str = "on.jsonl") -> Path:
        file = tmp_path / name
        lines = (json.dumps(each, ensure_ascii=False) for each in records)
        file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return file

    return write


@pytest.fixture
def checked(
    bundle: paths.Bundle, gazetteer: Gazetteer, taxonomy: Taxonomy
) -> Callable[..., Checked]:
    """Checks paths against the bundled gazetteer, taxonomy and schema."""
    schema = (bundle.resources / "hsds" / "service.json").read_bytes()
    return lambda *paths: check(paths, gazetteer, taxonomy, schema)
