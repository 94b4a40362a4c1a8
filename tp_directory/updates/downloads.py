"""Fetches signed files, and keeps what came of them until an update needs it.

A download that breaks off is gone on with, from the same source or from another: what counts is
the hash, which is also the name under which a file is kept.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from tuf.api.exceptions import LengthOrHashMismatchError
from tuf.api.metadata import TargetFile

from tp_directory.core.errors import CannotWrite
from tp_directory.updates.errors import Unreachable
from tp_directory.updates.layout import TARGETS
from tp_directory.updates.refusals import Altered, TooLong
from tp_directory.updates.sources import Source

_FOLDER = "downloads"
_PART = ".part"
_RESUMED = 3  # times that a broken download is gone on with at once


class Downloads:
    """Knows the files that were fetched, whole and in part, in a folder of `memory`."""

    def __init__(self, memory: Path) -> None:
        """Make the folder.

        Raises:
            CannotWrite: it cannot be made.
        """
        self._folder = memory / _FOLDER
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise self._cannot_write(error) from error

    def fetch(self, target: TargetFile, source: Source) -> Path:
        """A signed file, compared with what was signed; from here, or else from a source.

        Raises:
            UpdateFailed: the source cannot be reached, or has another file.
            CannotWrite: the disk takes no more.
        """
        whole = self._folder / target.hashes["sha256"]
        part = whole.with_name(f"{whole.name}{_PART}")
        try:
            if whole.exists() and _is_signed(whole, target):
                return whole
            was_begun = part.exists()
            self._complete(part, target, source)
            if was_begun and not _is_signed(part, target):
                # What was left of an earlier attempt may be to blame.
                part.unlink()
                self._complete(part, target, source)
            if not _is_signed(part, target):
                part.unlink()
                raise Altered(target.path)
            part.replace(whole)
        except OSError as error:
            raise self._cannot_write(error) from error
        return whole

    def missing(self, targets: Iterable[TargetFile]) -> int:
        """How many bytes of signed files are still to be fetched."""
        return sum(each.length - self._has(each) for each in targets)

    def keep_only(self, targets: Iterable[TargetFile]) -> None:
        """Remove what earlier updates left and this one does not need."""
        wanted = {each.hashes["sha256"] for each in targets}
        for file in self._folder.glob("*"):
            if file.name.removesuffix(_PART) not in wanted:
                file.unlink(missing_ok=True)

    def clear(self) -> None:
        """Remove all of it: an edition was made from it, or the next update begins anew."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _has(self, target: TargetFile) -> int:
        name = target.hashes["sha256"]
        files = (self._folder / name, self._folder / f"{name}{_PART}")
        lengths = [file.stat().st_size for file in files if file.exists()]
        return min(target.length, max(lengths, default=0))

    def _complete(self, part: Path, target: TargetFile, source: Source) -> None:
        """Fetch what a part lacks; where a connection breaks off, go on while something comes."""
        path = f"{TARGETS}/{target.get_prefixed_paths()[0]}"
        for attempt in range(_RESUMED + 1):
            before = part.stat().st_size if part.exists() else 0
            if before == target.length:
                return
            try:
                return self._append(part, target, source, path)
            except Unreachable:
                after = part.stat().st_size if part.exists() else 0
                if attempt == _RESUMED or after <= before:
                    raise

    def _append(self, part: Path, target: TargetFile, source: Source, path: str) -> None:
        with part.open("ab") as file:
            stream = source.open(path, file.tell())
            with closing(stream.pieces) as pieces:
                length = file.truncate(stream.starts_at)
                for piece in pieces:
                    length += len(piece)
                    if length > target.length:
                        raise TooLong(target.path)
                    file.write(piece)

    def _cannot_write(self, error: OSError) -> CannotWrite:
        return CannotWrite(self._folder, error.strerror or os.strerror(error.errno or 0))


def _is_signed(file: Path, target: TargetFile) -> bool:
    with file.open("rb") as content:
        try:
            target.verify_length_and_hashes(content)
        except LengthOrHashMismatchError:
            return False
    return True
