"""Shards: the records of one province, or of the nation, as an edition is published and kept.

A shard is a *.jsonl.zst file: records in their canonical form, one a line, sorted by id,
compressed with Zstandard. What identifies it is the SHA-256 of the lines, not of the file: two
versions of the compressor may write the same records as other bytes.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

import msgspec
import zstandard

from tp_directory.core.errors import ShardDamaged
from tp_directory.core.release import NATIONAL_SHARD, SHARDS, ShardContent
from tp_directory.exchange.fields import Part

SUFFIX = ".jsonl.zst"
PUBLISHED_LEVEL = 12  # of compression: the publisher takes its time once, for all workstations
KEPT_LEVEL = 3  # on the workstation itself, where speed counts
_WINDOW_BYTES_LOG = 27
_WINDOW_BYTES = 2**_WINDOW_BYTES_LOG  # the most memory that a compressed file may ask for
_LEAST_REACH = 17  # of compression, as a power of two of bytes
_MOST_LINE = 2**20  # bytes of a record
_PIECE_BYTES = 1024  # of a compressed file at a time: no more than 32 MB can come out of it


class Line(msgspec.Struct, frozen=True):
    """What a record's line is known by, without reading the rest of it."""

    id: str
    status: str = ""


_line_decoder = msgspec.json.Decoder(Line)


def canonical(record: Part) -> bytes:
    """A record as a shard holds it: the same for the same facts, however they were written."""
    return msgspec.json.encode(record, order="sorted")


def known_by(line: bytes) -> Line:
    """What a line of a shard is known by.

    Raises:
        ShardDamaged: it is not a record.
    """
    try:
        return _line_decoder.decode(line)
    except msgspec.DecodeError as error:
        raise ShardDamaged from error


def shard_of(record: Part, file: str) -> str:
    """The shard of a record: the one province it serves; where it serves several, the nation's.

    A closed service may say nothing of whom it served: then the name of its file tells, where that
    is a shard's.
    """
    coverage = record.get("coverage")
    provinces = coverage.get("provinces") if isinstance(coverage, dict) else None
    if isinstance(provinces, list):
        name = str(provinces[0]).lower() if len(provinces) == 1 else NATIONAL_SHARD
    else:
        name = file
    return name if name in SHARDS else NATIONAL_SHARD


def read_shard(file: Path, most_bytes: int | None = None) -> Iterator[bytes]:
    """The lines of a shard, one at a time; memory does not grow with them.

    Raises:
        ShardDamaged: it is no such file, cut short, or longer than `most_bytes` uncompressed.
        OSError: it cannot be read.
    """
    return lines_of(unpacked(file, most_bytes))


def lines_of(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The lines of a content that comes in pieces.

    Raises:
        ShardDamaged: the last line has no end, or one has none for long.
    """
    rest = b""
    for piece in pieces:
        *lines, rest = (rest + piece).split(b"\n")
        yield from lines
        if len(rest) > _MOST_LINE:
            raise ShardDamaged
    if rest:
        raise ShardDamaged


def unpacked(file: Path, most_bytes: int | None = None) -> Iterator[bytes]:
    """The content of a compressed file, in pieces.

    Raises:
        ShardDamaged: it is no such file, cut short, or longer than `most_bytes` uncompressed.
        OSError: it cannot be read.
    """
    with file.open("rb") as stream:
        yield from frame(stream, most_bytes)
        if stream.read(1):
            raise ShardDamaged


def frame(stream: BinaryIO, most_bytes: int | None = None, *, like: bytes = b"") -> Iterator[bytes]:
    """The content of one compressed frame, in pieces; the stream stands at its end afterwards.

    `like` is what it was compressed against, b"" for nothing.

    Raises:
        ShardDamaged: there is no such frame, or it is longer than `most_bytes` uncompressed.
        OSError: the stream cannot be read.
    """
    decompressor = zstandard.ZstdDecompressor(
        dict_data=_dictionary(like), max_window_size=_WINDOW_BYTES
    ).decompressobj()
    length = 0
    try:
        while not decompressor.eof and (piece := stream.read(_PIECE_BYTES)):
            chunk = decompressor.decompress(piece)
            length += len(chunk)
            if most_bytes is not None and length > most_bytes:
                raise ShardDamaged
            yield chunk
    except zstandard.ZstdError as error:
        raise ShardDamaged from error
    if not decompressor.eof:
        raise ShardDamaged
    stream.seek(-len(decompressor.unused_data), os.SEEK_CUR)


def packed(content: bytes, *, like: bytes = b"") -> bytes:
    """A content as one compressed frame, made as small as a published one against `like`."""
    reach = min(max((len(content) + len(like)).bit_length(), _LEAST_REACH), _WINDOW_BYTES_LOG)
    parameters = zstandard.ZstdCompressionParameters.from_level(
        PUBLISHED_LEVEL, window_log=reach, write_checksum=True
    )
    compressor = zstandard.ZstdCompressor(
        dict_data=_dictionary(like), compression_params=parameters
    )
    return compressor.compress(content)


def _dictionary(like: bytes) -> zstandard.ZstdCompressionDict | None:
    if not like:
        return None
    return zstandard.ZstdCompressionDict(like, dict_type=zstandard.DICT_TYPE_RAWCONTENT)


class ShardWriter:
    """Writes a shard line by line and knows its content at the end; a context manager."""

    def __init__(self, file: Path, level: int = KEPT_LEVEL) -> None:
        self._packing = zstandard.ZstdCompressor(level=level, write_checksum=True)
        self._file = file
        self._digest = hashlib.sha256()
        self._bytes = self._services = self._closures = 0

    def __enter__(self) -> ShardWriter:
        with ExitStack() as opened:
            packed = opened.enter_context(self._file.open("wb"))
            writer = self._packing.stream_writer(packed, closefd=False)
            self._stream = opened.enter_context(writer)
            self._opened = opened.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()

    def add(self, line: bytes) -> None:
        """Write a record: its canonical form, without the end of the line."""
        ended = line + b"\n"
        self._stream.write(ended)
        self._digest.update(ended)
        self._bytes += len(ended)
        if known_by(line).status == "defunct":
            self._closures += 1
        else:
            self._services += 1

    @property
    def content(self) -> ShardContent:
        """What was written so far."""
        return ShardContent(self._digest.hexdigest(), self._bytes, self._services, self._closures)


def differences(
    old: Iterable[bytes], new: Iterable[bytes]
) -> Iterator[tuple[bytes | None, bytes | None]]:
    """The lines that differ between two states of a shard, by id: what was, and what is.

    None stands for a record that is not there. Lines of both must be sorted by id.

    Raises:
        ShardDamaged: they are not, or a line is no record.
    """
    olds, news = _keyed(old), _keyed(new)
    was, now = next(olds, None), next(news, None)
    while was or now:
        if was and (now is None or was[0] < now[0]):
            yield was[1], None
            was = next(olds, None)
        elif now and (was is None or now[0] < was[0]):
            yield None, now[1]
            now = next(news, None)
        elif was and now:
            if was[1] != now[1]:
                yield was[1], now[1]
            was, now = next(olds, None), next(news, None)


def _keyed(lines: Iterable[bytes]) -> Iterator[tuple[str, bytes]]:
    last = ""
    for line in lines:
        service_id = known_by(line).id
        if service_id <= last:
            raise ShardDamaged
        last = service_id
        yield service_id, line


def pack(content: bytes, file: Path) -> None:
    """Write a file of any content, compressed as a published one.

    Raises:
        OSError: it cannot be written.
    """
    file.write_bytes(packed(content))
