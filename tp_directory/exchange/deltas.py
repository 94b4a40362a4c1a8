"""Deltas: what changed in some shards between two editions, so that little has to be fetched.

A delta is a *.jsonl.zst file too. Its first line is a DeltaHead; each further line has the name of
a shard, a space, and either a record that was added or changed, or "-" and the id of one that is
gone; sorted by shard and id. What comes out of a delta is checked against the signed manifest, so
a delta is never trusted for what it says of itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec
import zstandard

from tp_directory.core.errors import ShardDamaged
from tp_directory.exchange.shards import (
    PUBLISHED_LEVEL,
    differences,
    known_by,
    read_shard,
)

_GONE = b"-"


class DeltaHead(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The numbers of the editions that a delta leads from and to."""

    before: int
    after: int


def write_delta(
    file: Path, head: DeltaHead, old: Mapping[str, Path], new: Mapping[str, Path]
) -> None:
    """Write what changed between two states of the same shards, given by their files.

    Raises:
        ShardDamaged: one of them is damaged.
        OSError: a file cannot be read or written.
    """
    packing = zstandard.ZstdCompressor(level=PUBLISHED_LEVEL, write_checksum=True)
    with file.open("wb") as packed, packing.stream_writer(packed, closefd=False) as stream:
        stream.write(msgspec.json.encode(head) + b"\n")
        for shard in sorted(new):
            before = read_shard(old[shard]) if shard in old else ()
            for was, now in differences(before, read_shard(new[shard])):
                stream.write(shard.encode() + b" " + _changed(was, now) + b"\n")


def _changed(was: bytes | None, now: bytes | None) -> bytes:
    if now is not None:
        return now
    return _GONE + known_by(was or b"").id.encode()


class Delta:
    """A delta that is read once into memory: it is small, or it would not have been taken."""

    def __init__(self, file: Path, most_bytes: int) -> None:
        """Read a delta.

        Raises:
            ShardDamaged: it is no delta, or longer than `most_bytes` uncompressed.
            OSError: it cannot be read.
        """
        lines = read_shard(file, most_bytes)
        try:
            self.head = msgspec.json.decode(next(lines, b""), type=DeltaHead)
        except msgspec.DecodeError as error:
            raise ShardDamaged from error
        self._changes: dict[str, list[tuple[str, bytes | None]]] = {}
        for line in lines:
            shard, _space, rest = line.partition(b" ")
            is_gone = rest.startswith(_GONE)
            change = (
                (rest[1:].decode("ascii", "replace"), None)
                if is_gone
                else (
                    known_by(rest).id,
                    rest,
                )
            )
            self._changes.setdefault(shard.decode("ascii", "replace"), []).append(change)

    def applied(self, shard: str, old: Iterable[bytes]) -> Iterator[bytes]:
        """The lines of a shard after the changes; whether they are right is for its hash to say.

        Raises:
            ShardDamaged: a line of the shard is no record.
        """
        changes = iter(self._changes.get(shard, ()))
        change = next(changes, None)
        for line in old:
            service_id = known_by(line).id
            while change and change[0] < service_id:
                if change[1] is not None:
                    yield change[1]
                change = next(changes, None)
            if change and change[0] == service_id:
                if change[1] is not None:
                    yield change[1]
                change = next(changes, None)
            else:
                yield line
        while change:
            if change[1] is not None:
                yield change[1]
            change = next(changes, None)
