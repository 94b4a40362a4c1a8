"""Reads files of records, one HSDS service a line, as Services and Closures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from tp_directory.core.bilingual import Text
from tp_directory.core.closure import Closure
from tp_directory.core.errors import CannotRead, Problem, RecordsRefused
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.service import Service
from tp_directory.exchange.fields import FieldRefused, Part, one_of
from tp_directory.exchange.hsds import Status, decode, decode_closure
from tp_directory.exchange.shards import SUFFIX, read_shard

Read = TypeVar("Read")

NOT_JSON = Text(
    "This line is not a JSON object. Write one record on one line, in UTF-8.",
    "Cette ligne n'est pas un objet JSON. Écrivez une fiche par ligne, en UTF-8.",
)


def record_files(path: Path) -> tuple[Path, ...]:
    """The files of records at a path: itself, or the *.jsonl and *.jsonl.zst files of a folder.

    Raises:
        CannotRead: nothing is there, or a folder holds no records.
    """
    if path.is_file():
        return (path,)
    files = tuple(sorted((*path.glob("*.jsonl"), *path.glob(f"*{SUFFIX}"))))
    if not files:
        raise CannotRead(path, "*.jsonl ?")
    return files


def read_lines(file: Path) -> Iterator[tuple[int, bytes]]:
    """The lines of a file that hold something, with their numbers, one at a time.

    Raises:
        CannotRead: the file cannot be opened or read.
        ShardDamaged: it is a damaged shard.
    """
    try:
        if file.name.endswith(SUFFIX):
            yield from enumerate(read_shard(file), start=1)
            return
        with file.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                if not line.isspace():
                    yield number, line
    except OSError as error:
        raise CannotRead(file, str(error)) from error


def read_records(path: Path, gazetteer: Gazetteer) -> Iterator[Service]:
    """The active services of a file or a folder, one at a time.

    Services that are inactive, defunct or temporarily closed are left out: nobody would answer.
    The schema is not applied here (see `check`).

    Raises:
        CannotRead: there is no file to read.
        RecordsRefused: a line is not JSON, or lacks what a Service needs; names the line.
    """
    return _decoded(path, Status.ACTIVE, lambda record: decode(record, gazetteer))


def read_closures(path: Path) -> Iterator[Closure]:
    """What is left of the defunct services of a file or a folder, one at a time.

    Raises:
        CannotRead: there is no file to read.
        RecordsRefused: a line is not JSON, or lacks what a Closure needs; names the line.
    """
    return _decoded(path, Status.DEFUNCT, decode_closure)


def stands_for(line: bytes, gazetteer: Gazetteer) -> Service | Closure | None:
    """What a line of a shard is to the directory: None for a service that nobody would answer.

    Raises:
        FieldRefused: the line is not JSON, or lacks what a Service or a Closure needs.
    """
    record = parse_record(line)
    match one_of(Status, record.get("status"), "$.status"):
        case Status.ACTIVE:
            return decode(record, gazetteer)
        case Status.DEFUNCT:
            return decode_closure(record)
        case _:
            return None


def _decoded(path: Path, status: Status, decoded: Callable[[Part], Read]) -> Iterator[Read]:
    """What the records with a status stand for."""
    for file in record_files(path):
        for number, line in read_lines(file):
            try:
                record = parse_record(line)
                if one_of(Status, record.get("status"), "$.status") is status:
                    yield decoded(record)
            except FieldRefused as error:
                problem = Problem(str(file), number, error.field, error.text)
                raise RecordsRefused((problem,)) from error


def parse_record(line: bytes) -> Part:
    """The JSON object on a line.

    Raises:
        FieldRefused: the line is something else.
    """
    try:
        record = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise FieldRefused("$", NOT_JSON) from error
    if not isinstance(record, dict):
        raise FieldRefused("$", NOT_JSON)
    return record
