"""Tells what changed since another edition, and whether that is little enough to edit it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from tp_directory import __version__
from tp_directory.core.edition import EDITION_FORMAT
from tp_directory.core.errors import EditionDamaged, ShardDamaged
from tp_directory.core.release import Changes, Release
from tp_directory.editions.building import REFERENCE
from tp_directory.editions.layout import DATA, RECORDS, read_info, read_release
from tp_directory.editions.task import Task
from tp_directory.exchange.changes import Differences, Pair, compare
from tp_directory.exchange.shards import SUFFIX, differences, read_shard

_MOST_EDITED = 0.2  # of all records: to edit more takes about as long as to write all anew
_MOST_EDITS = 50  # then all is written anew, whatever may have gone wrong unseen
_UNKNOWN = Differences(Changes(), (), (), is_small=False)


def differences_since(task: Task) -> Differences:
    """What changed since the edition it is based on, or since the shards before.

    Nothing is told where there are none, or they cannot be read.
    """
    before = task.base / DATA / RECORDS if task.base else task.before
    if before is None:
        return _UNKNOWN
    most = sum(task.release.shards[shard].services for shard in task.shards) * _MOST_EDITED
    try:
        return compare(_pairs(task, before), int(most))
    except (EditionDamaged, ShardDamaged, OSError):
        return _UNKNOWN


def _pairs(task: Task, before: Path) -> Iterator[Pair]:
    """The lines that differ, in the shards subscribed to.

    What was in others has not closed: it is not followed, or not any more.
    """
    known = read_release(task.base).shards if task.base else {}
    for shard in task.shards:
        was, now = (
            folder / f"{shard}{SUFFIX}" for folder in (before, task.workplace / DATA / RECORDS)
        )
        is_same = known.get(shard) == task.release.shards[shard]
        if not (is_same and was.exists() and now.exists()):
            yield from differences(*(read_shard(f) if f.exists() else () for f in (was, now)))


def may_be_edited(task: Task, base: Path, found: Differences) -> bool:
    """Whether the edition may be made from another one, and that is quicker.

    Raises:
        EditionDamaged: that one is.
    """
    info = read_info(base)
    edited = info.edited + found.changes.total
    subscribed = {file.name.removesuffix(SUFFIX) for file in (base / DATA / RECORDS).glob("*")}
    return (
        found.is_small
        and info.format == EDITION_FORMAT
        and info.program == __version__
        and info.edits < _MOST_EDITS
        and edited <= info.services * _MOST_EDITED
        and subscribed == set(task.shards)
        and _reference(read_release(base)) == _reference(task.release)
    )


def _reference(release: Release) -> dict[str, str]:
    """The hashes of what an edition depends on besides its records."""
    return {
        path: content.sha256
        for path, content in release.files.items()
        if any(PurePosixPath(path).match(pattern) for pattern in REFERENCE)
    }
