"""Puts the data of an edition together, and compares all of it with the signed hashes."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

from tp_directory.core.errors import CannotWrite, ShardDamaged
from tp_directory.core.release import Content
from tp_directory.core.updating import Stage, UpdateStep
from tp_directory.editions.layout import DATA, RECORDS
from tp_directory.exchange.deltas import Delta
from tp_directory.exchange.fields import Part
from tp_directory.exchange.shards import SUFFIX, ShardWriter, read_shard, shard_of, unpacked
from tp_directory.updates.downloads import Downloads
from tp_directory.updates.layout import file_target, shard_target
from tp_directory.updates.planning import Plan, Shortcut
from tp_directory.updates.present import Present
from tp_directory.updates.refusals import ContentDiffers, OutOfProvince
from tp_directory.updates.sources import Source

Progress = Callable[[UpdateStep], None]


def fetch(plan: Plan, downloads: Downloads, source: Source, progress: Progress) -> None:
    """Fetch all that a plan needs.

    Raises:
        UpdateFailed: the source cannot be reached, or has other files than were signed.
        CannotWrite: the disk takes no more.
    """
    for done, target in enumerate(plan.fetched):
        progress(UpdateStep(Stage.DOWNLOADING, done, len(plan.fetched)))
        downloads.fetch(target, source)


class Assembly:
    """Makes the data folder of an edition, as a plan says."""

    def __init__(self, plan: Plan, present: Present, downloads: Downloads, source: Source) -> None:
        self._plan = plan
        self._present = present
        self._downloads = downloads
        self._source = source

    def assemble(self, workplace: Path, progress: Progress) -> None:
        """Put the data folder together in a workplace.

        A delta that does not lead to the signed contents is replaced by whole shards.

        Raises:
            UpdateFailed: something is not what was signed, or cannot be fetched.
            CannotWrite: the disk takes no more.
        """
        self._data = workplace / DATA
        self._shards = self._data / RECORDS
        try:
            self._shards.mkdir(parents=True)
            self._assemble(progress)
        except OSError as error:
            raise CannotWrite(self._data, error.strerror or str(error)) from error

    def _assemble(self, progress: Progress) -> None:
        plan = self._plan
        total = len(plan.kept) + len(plan.changed)
        progress(UpdateStep(Stage.ASSEMBLING, 0, total))
        for shard in plan.kept:
            _place(self._present.shard(shard), self._shard(shard))
        done = len(plan.kept)
        for shortcut in plan.shortcuts:
            for shard in self._detours(shortcut):
                self._take_whole(shard)
            done += len(shortcut.shards)
            progress(UpdateStep(Stage.ASSEMBLING, done, total))
        for shard in plan.whole:
            self._take_whole(shard)
            done += 1
            progress(UpdateStep(Stage.ASSEMBLING, done, total))
        # What came with the program is copied: whoever updates the program may write into it.
        take = _place if self._present.edition else _copy
        for path, file in plan.kept_files.items():
            take(file, self._data / path)
        for path in plan.files:
            self._take_file(path)

    def _shard(self, name: str) -> Path:
        return self._shards / f"{name}{SUFFIX}"

    def _detours(self, shortcut: Shortcut) -> Iterator[str]:
        """Make shards with a delta; gives those that did not become what was signed."""
        try:
            packed = self._downloads.fetch(shortcut.delta, self._source)
            delta = Delta(packed, self._longest_delta())
        except ShardDamaged:
            yield from shortcut.shards
            return
        # A partner of whom nothing is new need not sign again: its deltas may lead to less new
        # an edition, with the same contents.
        if delta.head.before != self._present.number:
            yield from shortcut.shards
            return
        for shard in shortcut.shards:
            if not self._is_made(shard, delta):
                yield shard

    def _longest_delta(self) -> int:
        """Bytes, uncompressed: at most all lines are replaced, each with a shard's name before."""
        release = self._plan.release.shards.values()
        contents = (*release, *self._present.shards.values())
        return 2 * sum(each.bytes for each in contents) + 1024

    def _is_made(self, shard: str, delta: Delta) -> bool:
        wanted = self._plan.release.shards[shard]
        try:
            with ShardWriter(self._shard(shard)) as writer:
                for line in delta.applied(shard, self._present.shard(shard)):
                    self._check_province(shard, line)
                    writer.add(line)
        except ShardDamaged:
            return False
        return writer.content == wanted

    def _take_whole(self, shard: str) -> None:
        wanted = self._plan.release.shards[shard]
        packed = self._downloads.fetch(self._plan.changed[shard], self._source)
        digest = hashlib.sha256()
        try:
            for line in read_shard(packed, wanted.bytes):
                self._check_province(shard, line)
                digest.update(line + b"\n")
        except ShardDamaged as error:
            raise ContentDiffers(shard_target(shard)) from error
        if digest.hexdigest() != wanted.sha256:
            raise ContentDiffers(shard_target(shard))
        _place(packed, self._shard(shard))

    def _take_file(self, path: str) -> None:
        wanted: Content = self._plan.release.files[path]
        packed = self._downloads.fetch(self._plan.files[path], self._source)
        digest = hashlib.sha256()
        file = self._data / path
        file.parent.mkdir(exist_ok=True)
        try:
            with file.open("wb") as content:
                for piece in unpacked(packed, wanted.bytes):
                    digest.update(piece)
                    content.write(piece)
        except ShardDamaged as error:
            raise ContentDiffers(file_target(path)) from error
        if digest.hexdigest() != wanted.sha256:
            raise ContentDiffers(file_target(path))

    def _check_province(self, shard: str, line: bytes) -> None:
        """Check that a partner speaks for its own province only.

        Raises:
            OutOfProvince: it does not.
            ShardDamaged: the line is no record.
        """
        if shard not in self._plan.partners:
            return
        try:
            record = msgspec.json.decode(line, type=Part)
        except msgspec.DecodeError as error:
            raise ShardDamaged from error
        if shard_of(record, shard) != shard:
            raise OutOfProvince(shard_target(shard))


def _place(file: Path, to: Path) -> None:
    """Have a file in a second place, without a second copy where the disk can do that."""
    to.parent.mkdir(exist_ok=True)
    with suppress(OSError):
        os.link(file, to)
        return
    shutil.copyfile(file, to)


def _copy(file: Path, to: Path) -> None:
    to.parent.mkdir(exist_ok=True)
    shutil.copyfile(file, to)
