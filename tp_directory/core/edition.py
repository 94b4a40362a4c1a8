"""What an edition of the directory is, apart from its records."""

from __future__ import annotations

from dataclasses import dataclass, field

EDITION_FORMAT = 3  # of the store's tables and the index's fields together


@dataclass(frozen=True, slots=True)
class EditionInfo:
    """An edition's format and number, its dates (ISO 8601) and what it holds.

    `provinces` ("CA" for national), `needs`, `languages` and `verifications` map codes to numbers
    of services; `stated` maps the year a page states, or "undated", to the same. `closed` counts
    the services that closed, which are not among the others. `published_at` is "" for the edition
    that came with the program. `edits` tells how often it was made from the one before by editing
    since it was last built whole, and `edited` how many records that changed. `program` is the
    version of the program that made it.
    """

    format: int
    number: int
    built_at: str
    records_read_on: str
    services: int
    sources_hash: str
    provinces: dict[str, int] = field(default_factory=dict)
    needs: dict[str, int] = field(default_factory=dict)
    languages: dict[str, int] = field(default_factory=dict)
    verifications: dict[str, int] = field(default_factory=dict)
    stated: dict[str, int] = field(default_factory=dict)
    closed: int = 0
    published_at: str = ""
    edits: int = 0
    edited: int = 0
    program: str = ""
