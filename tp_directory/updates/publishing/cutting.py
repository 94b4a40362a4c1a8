"""Cuts records into shards: each in its canonical form, sorted by id."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from tp_directory.core.release import SHARDS, Content, ShardContent
from tp_directory.exchange.records import parse_record, read_lines, record_files
from tp_directory.exchange.shards import (
    PUBLISHED_LEVEL,
    SUFFIX,
    ShardWriter,
    canonical,
    known_by,
    shard_of,
)
from tp_directory.updates.publishing.wholeness import digested


@dataclass(frozen=True, slots=True)
class Cut:
    """A shard as it was cut: its content, and its new file, or None if it is as it was before."""

    content: ShardContent
    file: Path | None


def cut(
    records: Path,
    workplace: Path,
    before: Mapping[str, ShardContent],
    progress: Callable[[int, int], None],
) -> dict[str, Cut]:
    """The shards of a folder of records that were checked; files of them in an empty workplace.

    `before` are the shards of the edition before; where the content is the same, no file is
    written: another version of the compressor might write other bytes. Memory holds the lines of
    one shard at a time.

    Raises:
        CannotRead, ShardDamaged: a file of records cannot be read.
        OSError: there is no room in the workplace.
    """
    _sort_into(records, workplace)
    shards: dict[str, Cut] = {}
    for shard in SHARDS:
        progress(len(shards), len(SHARDS))
        lines = sorted((workplace / shard).read_bytes().splitlines(), key=_id)
        known = before.get(shard)
        if known and known.sha256 == _content(lines).sha256:
            shards[shard] = Cut(known, None)
            continue
        file = workplace / f"{shard}{SUFFIX}"
        with ShardWriter(file, PUBLISHED_LEVEL) as writer:
            for line in lines:
                writer.add(line)
        shards[shard] = Cut(writer.content, file)
    return shards


def _sort_into(records: Path, workplace: Path) -> None:
    """Write the canonical lines of each shard into a file named as it."""
    with ExitStack() as opened:
        files = {shard: opened.enter_context((workplace / shard).open("wb")) for shard in SHARDS}
        for file in record_files(records):
            name = file.name.removesuffix(SUFFIX).removesuffix(".jsonl")
            for _number, line in read_lines(file):
                record = parse_record(line)
                files[shard_of(record, name)].write(canonical(record) + b"\n")


def _content(lines: list[bytes]) -> Content:
    return digested(line + b"\n" for line in lines)


def _id(line: bytes) -> str:
    return known_by(line).id
