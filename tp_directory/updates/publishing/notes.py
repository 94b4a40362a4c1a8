"""What is new in an edition: services that were added, changed, closed, or are gone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from tp_directory.core.bilingual import Text
from tp_directory.core.release import Changes
from tp_directory.exchange.fields import french_words
from tp_directory.exchange.hsds import Status
from tp_directory.exchange.records import parse_record
from tp_directory.exchange.shards import differences, known_by, read_shard


@dataclass(frozen=True, slots=True)
class _Seen:
    """A record without the rest of it."""

    digest: bytes
    name: Text
    is_closed: bool


@dataclass(frozen=True, slots=True)
class Notes:
    """The changes since the edition before, and the names of the services by their ids."""

    changes: Changes
    names: dict[str, Text]


def notes(pairs: Iterable[tuple[Path | None, Path]]) -> Notes:
    """What is new, given the files of each shard that differs, before (None: empty) and after.

    A service that moved from one shard to another has changed. Memory holds the names of what
    differs.

    Raises:
        ShardDamaged: a file is no shard.
        OSError: a file cannot be read.
    """
    was: dict[str, _Seen] = {}
    now: dict[str, _Seen] = {}
    for old, new in pairs:
        for before, after in differences(read_shard(old) if old else (), read_shard(new)):
            for line, seen in ((before, was), (after, now)):
                if line is not None:
                    seen[known_by(line).id] = _seen(line)
    kinds: dict[str, list[str]] = {"added": [], "changed": [], "closed": [], "removed": []}
    for service_id in sorted(was.keys() | now.keys()):
        if kind := _kind(was.get(service_id), now.get(service_id)):
            kinds[kind].append(service_id)
    changes = Changes(**{kind: tuple(ids) for kind, ids in kinds.items()})
    names = {each: seen.name for each, seen in {**was, **now}.items()}
    return Notes(changes, names)


def encoded(changes: Changes) -> bytes:
    """The changes as their target, before it is compressed."""
    return msgspec.json.encode(changes, order="sorted")


def told(new: Notes) -> Iterator[tuple[Text, tuple[Text, ...]]]:
    """The notes as a reader gets them: a heading for each kind of change, and the names."""
    changes = new.changes
    for heading, ids in (
        (Text("Added", "Ajoutés"), changes.added),
        (Text("Changed", "Modifiés"), changes.changed),
        (Text("Closed", "Fermés"), changes.closed),
        (Text("Removed without a word", "Retirés sans explication"), changes.removed),
    ):
        if ids:
            yield heading, tuple(new.names[each] for each in ids)


def _kind(was: _Seen | None, now: _Seen | None) -> str:
    if now is None:
        return "removed"
    if was == now:
        return ""  # it moved to another shard as it was
    if now.is_closed and not (was and was.is_closed):
        return "closed"
    return "changed" if was else "added"


def _seen(line: bytes) -> _Seen:
    record = parse_record(line)
    name = Text(str(record["name"]), french_words(record, "$").get("name", ""))
    is_closed = record["status"] == Status.DEFUNCT
    return _Seen(hashlib.sha256(line).digest(), name, is_closed)
