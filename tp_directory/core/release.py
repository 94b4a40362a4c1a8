"""What a published edition of the directory consists of, as its signed manifest says.

An edition is published as shards (the records of one province, or of the nation) and as files of
reference (taxonomy, gazetteer, checklists...). The manifest gives the SHA-256 of the content of
each, uncompressed, so that it does not matter whether a workstation had it already, fetched it
whole or made it from a delta.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime

from tp_directory.core.place import Province

RELEASE_FORMAT = 1
NATIONAL_SHARD = "national"
SHARDS = (NATIONAL_SHARD, *sorted(province.lower() for province in Province))
"""The names of all shards: the nation's, and the province codes in small letters."""
_CENTURY = 2000


@dataclass(frozen=True, slots=True)
class Content:
    """A content and how long it is: its SHA-256 in hexadecimal, and bytes uncompressed."""

    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True)
class ShardContent(Content):
    """The content of a shard, and how many services and closures it holds."""

    services: int
    closures: int


@dataclass(frozen=True, slots=True)
class Release:
    """A published edition: its number, when it was published (ISO 8601, UTC), and its contents.

    `files` maps paths inside the data folder ("taxonomy/needs.json") to contents. Every release
    has all SHARDS, empty ones included; a workstation may subscribe to some of them.
    """

    number: int
    published_at: str
    shards: dict[str, ShardContent] = field(default_factory=dict)
    files: dict[str, Content] = field(default_factory=dict)
    format: int = RELEASE_FORMAT

    @property
    def whole(self) -> str:
        """The SHA-256 of all contents by name: two releases with the same hold the same."""
        digest = hashlib.sha256()
        for kind in (self.shards, self.files):
            for name in sorted(kind):
                digest.update(f"{name} {kind[name].sha256}\n".encode())
        return digest.hexdigest()


def is_moment(text: str) -> bool:
    """Whether a text tells a moment of this century (ISO 8601, with its distance from UTC)."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return False
    return moment.tzinfo is not None and _CENTURY <= moment.year < _CENTURY + 100


@dataclass(frozen=True, slots=True)
class Changes:
    """How two editions differ: ids of services added, changed, closed, and gone without a word."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """How many services differ."""
        return len(self.added) + len(self.changed) + len(self.closed) + len(self.removed)
