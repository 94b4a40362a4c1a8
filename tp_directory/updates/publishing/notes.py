"""What is new in an edition: services that were added, changed, closed, or are gone."""

from __future__ import annotations

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
class Notes:
    """The changes since the edition before, and the names of the services they speak of."""

    changes: Changes
    names: dict[str, Text]


def notes(pairs: Iterable[tuple[Path | None, Path]]) -> Notes:
    """What is new, given the files of each shard that differs, before (None: empty) and after.

    A service that moved from one shard to another has changed. Memory holds what differs.

    Raises:
        ShardDamaged: a file is no shard.
        OSError: a file cannot be read.
    """
    was: dict[str, bytes] = {}
    now: dict[str, bytes] = {}
    for old, new in pairs:
        for before, after in differences(read_shard(old) if old else (), read_shard(new)):
            if before is not None:
                was[known_by(before).id] = before
            if after is not None:
                now[known_by(after).id] = after
    kinds: dict[str, list[str]] = {"added": [], "changed": [], "closed": [], "removed": []}
    for service_id in sorted(was.keys() | now.keys()):
        kind = _kind(was.get(service_id), now.get(service_id))
        if kind:
            kinds[kind].append(service_id)
    changes = Changes(**{kind: tuple(ids) for kind, ids in kinds.items()})
    lines = {**was, **now}
    told = (each for ids in kinds.values() for each in ids)
    return Notes(changes, {each: _name(lines[each]) for each in told})


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


def _kind(was: bytes | None, now: bytes | None) -> str:
    if now is None:
        return "removed"
    if was == now:
        return ""  # it moved to another shard as it was
    is_closed = known_by(now).status == Status.DEFUNCT
    if is_closed and (was is None or known_by(was).status != Status.DEFUNCT):
        return "closed"
    return "added" if was is None else "changed"


def _name(line: bytes) -> Text:
    record = parse_record(line)
    return Text(str(record["name"]), french_words(record, "$").get("name", ""))
