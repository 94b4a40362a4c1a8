"""Where published editions are read from: a web server, a folder or share, or a file on a stick.

Nothing that a source gives is trusted for coming from there: all of it is checked against
signatures. What is refused here is what could harm on the way, such as links and endless data.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from urllib.parse import SplitResult, urlsplit
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from tp_directory.core.bilingual import Text
from tp_directory.updates.errors import Incomplete, NothingPublished, SourceRefused, Unreachable
from tp_directory.updates.layout import METADATA
from tp_directory.updates.refusals import LeadsOut, StickRefused

PIECE_BYTES = 65_536
_PUBLIC = "public"
_NOTHING = Text("nothing is there", "rien ne s'y trouve")
_MOST_ENTRIES = 4 * 2**20  # bytes of a stick's table of contents: some 30,000 files
_END, _END_64 = b"PK\x05\x06", b"PK\x06\x07"
_END_BYTES, _END_64_BYTES = 22, 20


Pieces = Generator[bytes, None, None]


@dataclass(frozen=True, slots=True)
class Stream:
    """A file that is being read: from where in it, and its bytes from there on.

    The pieces are asked for at once, and closed by whoever does not read all of them.
    """

    starts_at: int
    pieces: Pieces


class Source(Protocol):
    """A place that editions are read from; `name` is how the settings call it."""

    name: str

    def open(self, path: str, offset: int = 0) -> Stream:
        """Begin to read a file, where possible from an offset; whoever reads it limits its length.

        Raises, while it is read too:
            Incomplete: it is not there.
            UpdateFailed: it cannot be had.
        """


def is_web(source: str) -> bool:
    """Whether a source is a web address that may be used: https, or http on this very computer.

    Signatures protect what comes, but only https hides from others what is asked for, and when.
    On the way to a loopback address there is nobody.

    Raises:
        SourceRefused: it is another address.
    """
    if "://" not in source:
        return False
    try:
        address = urlsplit(source)
        is_refused = not may_follow(address) or address.username or address.query
    except ValueError as error:  # no address at all
        raise SourceRefused(source) from error
    if is_refused or address.fragment:
        raise SourceRefused(source)
    return True


def local_source(name: str) -> Source:
    """The folder or the file that a source names.

    Raises:
        UpdateFailed: nothing is there, or something else.
    """
    try:
        is_file = Path(name).is_file()
    except OSError as error:
        raise Unreachable(name, Text(error.strerror or str(error))) from error
    return StickSource(name) if is_file else FolderSource(name)


def may_follow(address: SplitResult) -> bool:
    """Whether an address is protected on the way, or never leaves this computer."""
    host = address.hostname or ""
    return bool(host) and (address.scheme == "https" or (address.scheme == "http" and _loops(host)))


def _loops(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class FolderSource:
    """A folder or a share that holds what a web server would serve."""

    def __init__(self, name: str) -> None:
        """Find the repository in a folder.

        Raises:
            Unreachable: nothing is there.
            NothingPublished: there is a folder, without a repository.
        """
        self.name = name
        folder = Path(name)
        try:
            if not folder.is_dir():
                raise Unreachable(name, _NOTHING)
            self._folder = (folder / _PUBLIC if (folder / _PUBLIC).is_dir() else folder).resolve()
            if not (self._folder / METADATA).is_dir():
                raise NothingPublished(name)
        except OSError as error:
            raise Unreachable(name, Text(error.strerror or str(error))) from error

    def open(self, path: str, offset: int = 0) -> Stream:
        """Begin to read a file; links may not lead out of the folder."""
        return Stream(offset, self._pieces(path, offset))

    def _pieces(self, path: str, offset: int) -> Pieces:
        file = self._folder / path
        try:
            if not file.exists():
                raise Incomplete(self.name, path)
            real = file.resolve()
            # A pipe or a device would never end, and says nothing of how long it is.
            if not real.is_file() or not real.is_relative_to(self._folder):
                raise LeadsOut(path)
            with real.open("rb") as stream:
                stream.seek(offset)
                while piece := stream.read(PIECE_BYTES):
                    yield piece
        except OSError as error:
            raise Unreachable(self.name, Text(error.strerror or str(error))) from error


class StickSource:
    """One file with all that is published at present: a ZIP in which nothing is compressed.

    Its members are looked up by the names that are wanted, and never unpacked by their own.
    """

    def __init__(self, name: str) -> None:
        """Read the table of contents.

        Raises:
            Unreachable: it cannot be read.
            StickRefused: it is no such file.
        """
        self.name = name
        file = Path(name)
        try:
            _check_contents(file)
            self._zip = ZipFile(file)
        except OSError as error:
            raise Unreachable(name, Text(error.strerror or str(error))) from error
        except (BadZipFile, ValueError, NotImplementedError) as error:
            raise StickRefused(file.name) from error
        self._members = {each.filename: each for each in self._zip.infolist()}

    def open(self, path: str, offset: int = 0) -> Stream:
        """Begin to read a member."""
        return Stream(offset, self._pieces(path, offset))

    def _pieces(self, path: str, offset: int) -> Pieces:
        member = self._members.get(path)
        if member is None:
            raise Incomplete(self.name, path)
        if not _is_plain(member):
            raise StickRefused(Path(self.name).name)
        try:
            with self._zip.open(member) as stream:
                stream.seek(offset)
                while piece := stream.read(PIECE_BYTES):
                    yield piece
        except OSError as error:
            raise Unreachable(self.name, Text(error.strerror or str(error))) from error
        except (BadZipFile, EOFError, ValueError) as error:
            raise StickRefused(Path(self.name).name) from error


def _is_plain(member: ZipInfo) -> bool:
    """Whether a member is neither compressed nor encrypted: it cannot be longer than the file."""
    is_encrypted = bool(member.flag_bits & 1)
    return (
        member.compress_type == ZIP_STORED
        and member.compress_size == member.file_size
        and not is_encrypted
    )


def _check_contents(file: Path) -> None:
    """Look how long the table of contents says it is, before zipfile takes all of it to memory.

    Raises:
        BadZipFile: it is too long, or there is none; or the file has a comment or ZIP64's tables,
            which are never exported, and with which zipfile would look elsewhere for the length.
    """
    with file.open("rb") as stream:
        length = stream.seek(0, 2)
        stream.seek(max(0, length - _END_64_BYTES - _END_BYTES))
        ends = stream.read()
    before, end = ends[:-_END_BYTES], ends[-_END_BYTES:]
    is_plain = end.startswith(_END) and end.endswith(b"\0\0") and not before.startswith(_END_64)
    if not is_plain or int.from_bytes(end[12:16], "little") > _MOST_ENTRIES:
        raise BadZipFile
