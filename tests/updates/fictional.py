"""Made-up records, that check finds nothing wrong in and searches find by their names."""

from __future__ import annotations

from tp_directory.exchange.fields import Part


def fictional(number: int, province: str | None = "ON", name: str = "Example") -> Part:
    """A service of a province, or of the nation."""
    provinces = [province] if province else []
    return {
        "id": f"00000000-0000-5000-8000-{number:012}",
        "slug": f"example-{number}",
        "organization_id": f"00000000-0000-5000-9000-{number:012}",
        "name": f"{name} {number}",
        "description": "A fictional shelter.",
        "url": "https://example.org/house",
        "status": "active",
        "translations": [
            {"field": "name", "language": "fr", "text": f"{name} {number}"},
            {"field": "description", "language": "fr", "text": "Un refuge fictif."},
        ],
        "organization": {
            "id": f"00000000-0000-5000-9000-{number:012}",
            "name": f"Example Society {number}",
            "description": "",
        },
        "phones": [
            {
                "id": f"00000000-0000-5000-a000-{number:012}",
                "number": f"+1-807-555-01{number % 100:02}",
                "type": "voice",
                "description": "Main line",
                "translations": [
                    {"field": "description", "language": "fr", "text": "Ligne principale"}
                ],
            }
        ],
        "attributes": [],
        "coverage": {
            "scope": "province" if province else "national",
            "provinces": provinces,
            "places": [],
            "regions": [],
        },
        "populations": [],
        "timezone": "America/Toronto",
        "sources": [{"url": "https://example.org/house", "kind": "page", "read_on": "2026-01-01"}],
        "verification": "read_once",
    }
