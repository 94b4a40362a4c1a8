"""Cuts records into shards: the same records give the same contents, wherever it is done."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from tp_directory.core.errors import Problem, RecordsRefused
from tp_directory.core.release import SHARDS, ShardContent
from tp_directory.exchange.fields import FieldRefused
from tp_directory.exchange.records import parse_record, read_lines, record_files
from tp_directory.exchange.shards import SUFFIX, ShardWriter, canonical, known_by, shard_of


def cut(records: Path, folder: Path) -> dict[str, ShardContent]:
    """Write the records of a folder as shards into another one; gives what each holds.

    Raises:
        CannotRead, RecordsRefused: the records cannot be used.
        OSError: a shard cannot be written.
    """
    lines: defaultdict[str, list[bytes]] = defaultdict(list)
    for file in record_files(records):
        for number, line in read_lines(file):
            try:
                record = parse_record(line)
            except FieldRefused as error:
                problem = Problem(str(file), number, error.field, error.text)
                raise RecordsRefused((problem,)) from error
            lines[shard_of(record, file.name.partition(".")[0])].append(canonical(record))
    contents = {}
    for shard in SHARDS:
        with ShardWriter(folder / f"{shard}{SUFFIX}") as writer:
            for line in sorted(lines[shard], key=lambda line: known_by(line).id):
                writer.add(line)
        contents[shard] = writer.content
    return contents
