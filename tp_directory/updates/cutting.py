"""Cuts records into shards: the same records give the same contents, wherever it is done."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from tp_directory.core.errors import Problem, RecordsRefused
from tp_directory.core.release import SHARDS, ShardContent
from tp_directory.exchange.fields import FieldRefused
from tp_directory.exchange.records import parse_record, read_lines, record_files
from tp_directory.exchange.shards import (
    KEPT_LEVEL,
    SUFFIX,
    ShardWriter,
    canonical,
    known_by,
    shard_of,
)


def cut(records: Path, folder: Path, level: int = KEPT_LEVEL) -> dict[str, ShardContent]:
    """Write the records of a folder as shards into another one; gives what each holds.

    Memory holds the lines of one shard at a time. `level` is how hard to compress.

    Raises:
        CannotRead, ShardDamaged, RecordsRefused: the records cannot be used.
        OSError: a shard cannot be written.
    """
    _sort_into(records, folder)
    contents = {}
    for shard in SHARDS:
        unsorted = folder / shard
        with ShardWriter(folder / f"{shard}{SUFFIX}", level) as writer:
            for line in sorted(unsorted.read_bytes().splitlines(), key=_id):
                writer.add(line)
        unsorted.unlink()
        contents[shard] = writer.content
    return contents


def _sort_into(records: Path, folder: Path) -> None:
    """Write the canonical lines of each shard into a file named as it, as they come."""
    with ExitStack() as opened:
        files = {shard: opened.enter_context((folder / shard).open("wb")) for shard in SHARDS}
        for file in record_files(records):
            name = file.name.partition(".")[0]
            for number, line in read_lines(file):
                try:
                    record = parse_record(line)
                except FieldRefused as error:
                    problem = Problem(str(file), number, error.field, error.text)
                    raise RecordsRefused((problem,)) from error
                files[shard_of(record, name)].write(canonical(record) + b"\n")


def _id(line: bytes) -> str:
    return known_by(line).id
