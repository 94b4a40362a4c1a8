"""Makes the edition of a workplace: written, checked and flushed to disk, under no name yet."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec

from tp_directory.core.errors import CannotRead, EditionDamaged, RecordsRefused, ShardDamaged
from tp_directory.core.updating import Stage, UpdateStep
from tp_directory.editions.disk import flush
from tp_directory.editions.layout import CHANGES, DATA, INDEX, INFO, RECORDS, RELEASE, STORE
from tp_directory.editions.self_check import CheckFailed, check
from tp_directory.editions.since import differences_since, may_be_edited
from tp_directory.editions.task import Task
from tp_directory.editions.writing import Record, edit, write
from tp_directory.exchange.changes import Differences
from tp_directory.exchange.fields import FieldRefused
from tp_directory.exchange.records import read_closures, read_records, stands_for
from tp_directory.exchange.reference import read_gazetteer, read_taxonomy


def make(task: Task) -> None:
    """Write, check and save an edition; from the one it is based on where that is quicker.

    Raises:
        CheckFailed: what was published is not as it should be.
        CannotWrite, OSError: there is no room, no permission, or the disk fails.
    """
    task.progress(UpdateStep(Stage.BUILDING))
    found = differences_since(task)
    changes = task.workplace / CHANGES
    if not changes.exists():  # an edition that is made again keeps its own
        changes.write_bytes(msgspec.json.encode(found.changes))
    (task.workplace / RELEASE).write_bytes(msgspec.json.encode(task.release))
    try:
        if not _edited(task, found):
            _clear(task)
            _write(task)
            check(task)
    except (CannotRead, RecordsRefused, ShardDamaged) as error:
        raise CheckFailed(error.text) from error
    task.progress(UpdateStep(Stage.SAVING))
    flush(task.workplace)


def _edited(task: Task, found: Differences) -> bool:
    """Edit a copy of the edition it is based on; False where that does not do."""
    try:
        if task.base is None or not may_be_edited(task, task.base, found):
            return False
        _edit(task, task.base, found)
        check(task)
    except (EditionDamaged, FieldRefused):
        return False  # the base was damaged, or a record is at fault: writing it all tells
    return True


def _clear(task: Task) -> None:
    """Remove what was edited in vain."""
    shutil.rmtree(task.workplace / INDEX, ignore_errors=True)
    for name in (STORE, INFO):
        (task.workplace / name).unlink(missing_ok=True)


def _edit(task: Task, base: Path, found: Differences) -> None:
    data = task.workplace / DATA
    gazetteer = read_gazetteer(data / "geography")

    def records(lines: tuple[bytes, ...]) -> Iterator[Record]:
        return (each for line in lines if (each := stands_for(line, gazetteer)) is not None)

    edit(
        task.workplace,
        base,
        records(found.gone),
        records(found.new),
        gazetteer,
        read_taxonomy(data),
        built_at=task.built_at,
        sources=task.release.whole,
        number=task.release.number,
        published_at=task.release.published_at,
        edited=found.changes.total,
        progress=lambda done: task.progress(UpdateStep(Stage.BUILDING, done, len(found.new))),
    )


def _write(task: Task) -> None:
    data = task.workplace / DATA
    gazetteer = read_gazetteer(data / "geography")
    contents = [task.release.shards[shard] for shard in task.shards]
    total = sum(each.services + each.closures for each in contents)
    write(
        task.workplace,
        read_records(data / RECORDS, gazetteer),
        gazetteer,
        read_taxonomy(data),
        built_at=task.built_at,
        sources=task.release.whole,
        number=task.release.number,
        published_at=task.release.published_at,
        closures=read_closures(data / RECORDS),
        progress=lambda done: task.progress(UpdateStep(Stage.BUILDING, done, total)),
    )
    task.progress(UpdateStep(Stage.BUILDING, total, total))
