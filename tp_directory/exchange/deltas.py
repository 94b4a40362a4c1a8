"""Deltas: what changed in some shards between two editions, so that little has to be fetched.

A delta is a file of compressed frames one after the other: a DeltaHead as JSON, then a frame for
each of its shards. A frame has a line for each difference, sorted by id: a record that was added or
changed, or "-" and the id of one that is gone. A frame is compressed against the lines that it
replaces, which the reader has: a telephone number that changed costs little more than its digits.

What comes out of a delta is checked against the signed manifest, so a delta is never trusted for
what it says of itself.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import msgspec

from tp_directory.core.errors import ShardDamaged
from tp_directory.exchange.shards import differences, frame, known_by, lines_of, packed, read_shard

_GONE = b"-"
_MOST_LIKE = 2**25  # bytes that a frame is compressed against: both sides hold them in memory
_MOST_HEAD = 2**24  # bytes, uncompressed: some 400,000 ids


class ShardDelta(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The frame of a shard: how many bytes it has, and the ids of the lines it is made against."""

    bytes: int
    like: tuple[str, ...] = ()


class DeltaHead(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The numbers of the editions that a delta leads from and to, and its shards in order."""

    before: int
    after: int
    shards: dict[str, ShardDelta] = {}


def write_delta(
    file: Path, head: DeltaHead, old: Mapping[str, Path], new: Mapping[str, Path]
) -> None:
    """Write what changed between two states of the same shards, given by their files.

    Memory holds the compressed delta, and what changed in one shard.

    Raises:
        ShardDamaged: one of them is damaged.
        OSError: a file cannot be read or written.
    """
    shards: dict[str, ShardDelta] = {}
    frames: list[bytes] = []
    for shard in sorted(new):
        like: dict[str, bytes] = {}
        lines: list[bytes] = []
        size = 0
        before = read_shard(old[shard]) if shard in old else ()
        for was, now in differences(before, read_shard(new[shard])):
            if now is None:
                lines.append(_GONE + known_by(was or b"").id.encode())
                continue
            lines.append(now)
            if was is not None and size + len(was) < _MOST_LIKE:
                like[known_by(was).id] = was
                size += len(was) + 1
        frames.append(packed(_joined(lines), like=_joined(like.values())))
        shards[shard] = ShardDelta(len(frames[-1]), tuple(like))
    whole = msgspec.structs.replace(head, shards=shards)
    file.write_bytes(b"".join((packed(msgspec.json.encode(whole)), *frames)))


def _joined(lines: Collection[bytes]) -> bytes:
    return b"".join(line + b"\n" for line in lines)


class Delta:
    """A delta that was fetched; its shards are read one at a time."""

    def __init__(self, file: Path, most_bytes: int) -> None:
        """Read what a delta says of itself.

        Raises:
            ShardDamaged: it is no delta, or it or its head is too long uncompressed.
            OSError: it cannot be read.
        """
        self._file, self._most_bytes = file, most_bytes
        with file.open("rb") as stream:
            content = b"".join(frame(stream, min(most_bytes, _MOST_HEAD)))
            begin = stream.tell()
            end = stream.seek(0, os.SEEK_END)
        try:
            self.head = msgspec.json.decode(content, type=DeltaHead)
        except msgspec.DecodeError as error:
            raise ShardDamaged from error
        self._begins: dict[str, int] = {}
        for shard, its in self.head.shards.items():
            self._begins[shard] = begin
            begin += its.bytes
        if begin != end or any(its.bytes < 0 for its in self.head.shards.values()):
            raise ShardDamaged

    def applied(self, shard: str, old: Path) -> Iterator[bytes]:
        """The lines of a shard after the changes; whether they are right is for its hash to say.

        Raises:
            ShardDamaged: the delta says nothing of it, or a line is no record.
            OSError: a file cannot be read.
        """
        changes = iter(self._changes(shard, old))
        change = next(changes, None)
        for line in read_shard(old):
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

    def _changes(self, shard: str, old: Path) -> Iterator[tuple[str, bytes | None]]:
        """The ids of what changed in a shard, each with its line, or with None for what is gone."""
        begin = self._begins.get(shard)
        if begin is None:
            raise ShardDamaged
        like = self._like(shard, old)
        with self._file.open("rb") as stream:
            stream.seek(begin)
            for line in lines_of(frame(stream, self._most_bytes, like=like)):
                if line.startswith(_GONE):
                    yield line[1:].decode("ascii", "replace"), None
                else:
                    yield known_by(line).id, line

    def _like(self, shard: str, old: Path) -> bytes:
        """The lines that the frame of a shard was compressed against."""
        wanted = frozenset(self.head.shards[shard].like)
        if not wanted:
            return b""
        like: list[bytes] = []
        size = 0
        for line in read_shard(old):
            if known_by(line).id in wanted:
                like.append(line)
                size += len(line) + 1
                if size > _MOST_LIKE:
                    raise ShardDamaged
        return _joined(like)
