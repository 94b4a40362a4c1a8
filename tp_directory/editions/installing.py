"""Installs a published edition: built, checked and saved beside the others, then pointed to."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain, count
from pathlib import Path

import msgspec

from tp_directory.core.errors import (
    CannotRead,
    CannotWrite,
    RecordsRefused,
    ShardDamaged,
)
from tp_directory.core.release import Release
from tp_directory.core.updating import Stage, UpdateStep
from tp_directory.directory import Clock
from tp_directory.editions.disk import flush, make_workplace, sync
from tp_directory.editions.in_use import hold
from tp_directory.editions.layout import CHANGES, DATA, RECORDS, RELEASE, read_release
from tp_directory.editions.pointer import Pointer, read_pointer, write_pointer
from tp_directory.editions.self_check import CheckFailed, check
from tp_directory.editions.writing import write
from tp_directory.exchange.records import read_closures, read_records
from tp_directory.exchange.reference import read_gazetteer, read_taxonomy
from tp_directory.exchange.shards import SUFFIX

Progress = Callable[[UpdateStep], None]


def workplace(editions: Path) -> Path:
    """A new folder in which an edition is made; what killed installations left is removed.

    Raises:
        CannotWrite: it cannot be made.
    """
    try:
        return make_workplace(editions)
    except OSError as error:
        raise CannotWrite(editions, error.strerror or str(error)) from error


def install(
    workplace: Path,
    release: Release,
    shards: tuple[str, ...],
    editions: Path,
    *,
    base: Path | None,
    clock: Clock,
    progress: Progress,
) -> Path:
    """Make the edition of a workplace and let it be the present one; gives its folder.

    `workplace/data` holds what was published, already compared with the signed hashes: the shards
    subscribed to as directory/<shard>.jsonl.zst, and the files of reference. `base` is the folder
    of an installed edition that the new one may be made from. The workplace is gone afterwards.

    Raises:
        CannotWrite: there is no room, no permission, or the disk fails.
        EditionDamaged: what was made failed its check; it is not installed.
    """
    with _removed_at_last(workplace):
        folder = _make(workplace, release, shards, editions, clock=clock, progress=progress)
    progress(UpdateStep(Stage.SWITCHING))
    before = read_pointer(editions).edition
    with hold(folder):
        try:
            write_pointer(editions, Pointer(folder.name, before))
        except CannotWrite:
            shutil.rmtree(folder, ignore_errors=True)
            raise
    progress(UpdateStep(Stage.SWITCHED))
    return folder


def rebuild(old: Path, editions: Path, *, clock: Clock, progress: Progress) -> Path:
    """Make an installed edition again, in a folder of its own, from the data it was made from.

    Raises:
        CannotWrite: there is no room, no permission, or the disk fails.
        EditionDamaged: its data cannot be used.
    """
    release = read_release(old)
    shards = tuple(each.name.removesuffix(SUFFIX) for each in (old / DATA / RECORDS).glob("*"))
    place = workplace(editions)
    with _removed_at_last(place):
        try:
            shutil.copytree(old / DATA, place / DATA)
            shutil.copy(old / CHANGES, place)
        except (OSError, shutil.Error) as error:
            raise CannotWrite(place, str(error)) from error
        return _make(place, release, shards, editions, clock=clock, progress=progress)


@contextmanager
def _removed_at_last(workplace: Path) -> Iterator[None]:
    try:
        yield
    finally:
        shutil.rmtree(workplace, ignore_errors=True)


def _make(
    workplace: Path,
    release: Release,
    shards: tuple[str, ...],
    editions: Path,
    *,
    clock: Clock,
    progress: Progress,
) -> Path:
    """Build, check and save the edition of a workplace under its own name, whole or not at all."""
    try:
        _build(workplace, release, shards, clock=clock, progress=progress)
        check(workplace, release, shards, clock=clock, progress=progress)
        progress(UpdateStep(Stage.SAVING))
        flush(workplace)
        folder = _free(editions, f"{release.number}-{_fingerprint(release, shards)}")
        workplace.rename(folder)
        sync(editions)
    except OSError as error:
        raise CannotWrite(editions, error.strerror or str(error)) from error
    except (CannotRead, RecordsRefused, ShardDamaged) as error:
        raise CheckFailed(error.text) from error
    return folder


def _build(
    workplace: Path,
    release: Release,
    shards: tuple[str, ...],
    *,
    clock: Clock,
    progress: Progress,
) -> None:
    data = workplace / DATA
    total = sum(release.shards[shard].services for shard in shards)
    progress(UpdateStep(Stage.BUILDING, 0, total))
    gazetteer = read_gazetteer(data / "geography")
    write(
        workplace,
        read_records(data / RECORDS, gazetteer),
        gazetteer,
        read_taxonomy(data),
        built_at=clock().isoformat(timespec="seconds"),
        sources=release.whole,
        number=release.number,
        published_at=release.published_at,
        closures=read_closures(data / RECORDS),
        progress=lambda done: progress(UpdateStep(Stage.BUILDING, done, total)),
    )
    (workplace / RELEASE).write_bytes(msgspec.json.encode(release))


def _fingerprint(release: Release, shards: tuple[str, ...]) -> str:
    """What tells apart what two editions hold: their release, and what of it is subscribed to."""
    subscribed = " ".join(sorted(shards))
    return hashlib.sha256(f"{release.whole} {subscribed}".encode()).hexdigest()[:12]


def _free(editions: Path, name: str) -> Path:
    """A folder's name that is not taken: an edition is never written where one stands."""
    names = chain((name,), (f"{name}-{number}" for number in count(2)))
    return next(editions / each for each in names if not (editions / each).exists())
