"""Makes the edition of a workplace: written, checked and flushed to disk, under no name yet."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

import msgspec

from tp_directory import __version__
from tp_directory.core.edition import EDITION_FORMAT
from tp_directory.core.errors import CannotRead, EditionDamaged, RecordsRefused, ShardDamaged
from tp_directory.core.release import Changes, Release
from tp_directory.core.updating import Stage, UpdateStep
from tp_directory.directory import Clock
from tp_directory.editions.building import REFERENCE
from tp_directory.editions.disk import flush
from tp_directory.editions.layout import (
    CHANGES,
    DATA,
    INDEX,
    INFO,
    RECORDS,
    RELEASE,
    STORE,
    read_info,
    read_release,
)
from tp_directory.editions.self_check import CheckFailed, check
from tp_directory.editions.writing import Record, edit, write
from tp_directory.exchange.changes import Differences, Pair, compare
from tp_directory.exchange.fields import FieldRefused
from tp_directory.exchange.records import read_closures, read_records, stands_for
from tp_directory.exchange.reference import read_gazetteer, read_taxonomy
from tp_directory.exchange.shards import SUFFIX, differences, read_shard

Progress = Callable[[UpdateStep], None]
_MOST_EDITED = 0.2  # of all records: with more, to edit takes about as long as to write anew
_MOST_EDITS = 50  # then all is written anew, whatever may have gone wrong unseen


def make(
    workplace: Path,
    release: Release,
    shards: tuple[str, ...],
    base: Path | None,
    *,
    clock: Clock,
    progress: Progress,
) -> None:
    """Write, check and save an edition; from the one in `base` where that is quicker.

    Raises:
        CheckFailed: what was published is not as it should be.
        CannotWrite, OSError: there is no room, no permission, or the disk fails.
    """
    try:
        _write(workplace, release, shards, base, clock=clock, progress=progress)
    except (CannotRead, RecordsRefused, ShardDamaged) as error:
        raise CheckFailed(error.text) from error
    progress(UpdateStep(Stage.SAVING))
    flush(workplace)


def _write(
    workplace: Path,
    release: Release,
    shards: tuple[str, ...],
    base: Path | None,
    *,
    clock: Clock,
    progress: Progress,
) -> None:
    progress(UpdateStep(Stage.BUILDING))
    built_at = clock().isoformat(timespec="seconds")
    found = _differences(workplace, release, shards, base) if base else None
    if not (workplace / CHANGES).exists():  # an edition that is made again keeps its own
        changes = found.changes if found else Changes()
        (workplace / CHANGES).write_bytes(msgspec.json.encode(changes))
    (workplace / RELEASE).write_bytes(msgspec.json.encode(release))
    if base and found and _may_be_edited(base, release, shards, found):
        try:
            _edit_copy(workplace, release, base, found, built_at, progress)
            check(workplace, release, shards, clock=clock, progress=progress)
        except (EditionDamaged, FieldRefused):
            pass  # the base was damaged, or a record is at fault: writing it all tells
        else:
            return
        for part in (INDEX, STORE, INFO):
            _remove(workplace / part)
    _write_all(workplace, release, shards, built_at, progress)
    check(workplace, release, shards, clock=clock, progress=progress)


def _differences(
    workplace: Path, release: Release, shards: tuple[str, ...], base: Path
) -> Differences | None:
    """What changed since another edition; None where its data cannot be read."""
    most = sum(release.shards[shard].services for shard in shards) * _MOST_EDITED
    try:
        return compare(_pairs(workplace, release, shards, base), int(most))
    except (EditionDamaged, ShardDamaged, OSError):
        return None


def _pairs(
    workplace: Path, release: Release, shards: tuple[str, ...], base: Path
) -> Iterator[Pair]:
    """The lines that differ from another edition, in all shards of both."""
    before = read_release(base)
    for shard in sorted({*shards, *_subscribed(base)}):
        if _shard(base, shard).exists() and before.shards[shard] == release.shards[shard]:
            continue
        was, now = (
            read_shard(file) if file.exists() else ()
            for file in (_shard(folder, shard) for folder in (base, workplace))
        )
        yield from differences(was, now)


def _shard(folder: Path, shard: str) -> Path:
    return folder / DATA / RECORDS / f"{shard}{SUFFIX}"


def _subscribed(edition: Path) -> set[str]:
    return {file.name.removesuffix(SUFFIX) for file in (edition / DATA / RECORDS).iterdir()}


def _may_be_edited(
    base: Path, release: Release, shards: tuple[str, ...], found: Differences
) -> bool:
    """Whether an edition may be made from another one, and that is quicker."""
    info = read_info(base)
    edited = info.edited + found.changes.total
    return (
        found.is_small
        and info.format == EDITION_FORMAT
        and info.program == __version__
        and info.edits < _MOST_EDITS
        and edited <= info.services * _MOST_EDITED
        and _subscribed(base) == set(shards)
        and _reference(read_release(base)) == _reference(release)
    )


def _reference(release: Release) -> dict[str, str]:
    """The hashes of what an edition depends on besides its records."""
    return {
        path: content.sha256
        for path, content in release.files.items()
        if any(PurePosixPath(path).match(pattern) for pattern in REFERENCE)
    }


def _edit_copy(
    workplace: Path,
    release: Release,
    base: Path,
    found: Differences,
    built_at: str,
    progress: Progress,
) -> None:
    data = workplace / DATA
    gazetteer = read_gazetteer(data / "geography")

    def records(lines: tuple[bytes, ...]) -> Iterator[Record]:
        return (each for line in lines if (each := stands_for(line, gazetteer)) is not None)

    edit(
        workplace,
        base,
        records(found.gone),
        records(found.new),
        gazetteer,
        read_taxonomy(data),
        built_at=built_at,
        sources=release.whole,
        number=release.number,
        published_at=release.published_at,
        edited=found.changes.total,
        progress=lambda done: progress(UpdateStep(Stage.BUILDING, done, len(found.new))),
    )


def _write_all(
    workplace: Path,
    release: Release,
    shards: tuple[str, ...],
    built_at: str,
    progress: Progress,
) -> None:
    data = workplace / DATA
    gazetteer = read_gazetteer(data / "geography")
    contents = [release.shards[shard] for shard in shards]
    total = sum(each.services + each.closures for each in contents)
    write(
        workplace,
        read_records(data / RECORDS, gazetteer),
        gazetteer,
        read_taxonomy(data),
        built_at=built_at,
        sources=release.whole,
        number=release.number,
        published_at=release.published_at,
        closures=read_closures(data / RECORDS),
        progress=lambda done: progress(UpdateStep(Stage.BUILDING, done, total)),
    )
    progress(UpdateStep(Stage.BUILDING, total, total))


def _remove(part: Path) -> None:
    if part.is_dir():
        shutil.rmtree(part)
    else:
        part.unlink(missing_ok=True)
