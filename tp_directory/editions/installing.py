"""Installs a published edition: built, checked and saved beside the others, then pointed to."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import chain, count
from pathlib import Path

from tp_directory.core.errors import CannotWrite
from tp_directory.core.release import Release
from tp_directory.core.updating import Stage, UpdateStep
from tp_directory.directory import Clock
from tp_directory.editions.disk import make_workplace, sync
from tp_directory.editions.in_use import hold
from tp_directory.editions.layout import DATA, INDEX, INFO, RECORDS, STORE, read_release
from tp_directory.editions.making import make
from tp_directory.editions.pointer import Pointer, read_pointer, write_pointer
from tp_directory.editions.task import Task
from tp_directory.exchange.shards import SUFFIX

Progress = Callable[[UpdateStep], None]
_BUILT = (STORE, INDEX, INFO)


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
    before: Path | None = None,
) -> Path:
    """Make the edition of a workplace and let it be the present one; gives its folder.

    `workplace/data` holds what was published, already compared with the signed hashes: the shards
    subscribed to as directory/<shard>.jsonl.zst, and the files of reference. `base` is the folder
    of an installed edition that the new one may be made from; where there is none, `before` is a
    folder of the shards that were in force, to tell what changed since. The workplace is gone
    afterwards.

    Raises:
        CannotWrite: there is no room, no permission, or the disk fails.
        EditionDamaged: what was made failed its check; it is not installed.
    """
    task = Task(workplace, release, shards, clock, progress, base, before)
    with _removed_at_last(workplace):
        folder = _saved(task, editions)
    with _removed_on_error(folder), hold(folder):
        progress(UpdateStep(Stage.SWITCHING))
        write_pointer(editions, Pointer(folder.name, read_pointer(editions).edition))
    progress(UpdateStep(Stage.SWITCHED))
    return folder


def rebuild(old: Path, editions: Path, *, clock: Clock, progress: Progress) -> Path:
    """Make an installed edition again, in a folder of its own, from the data it was made from.

    Raises:
        CannotWrite: there is no room, no permission, or the disk fails.
        EditionDamaged: its data cannot be used.
    """
    release = read_release(old)
    files = (old / DATA / RECORDS).glob(f"*{SUFFIX}")
    shards = tuple(sorted(file.name.removesuffix(SUFFIX) for file in files))
    place = workplace(editions)
    with _removed_at_last(place):
        try:
            shutil.copytree(
                old,
                place,
                ignore=lambda folder, _names: _BUILT if Path(folder) == old else (),
                dirs_exist_ok=True,
            )
        except OSError as error:
            raise CannotWrite(place, str(error)) from error
        return _saved(Task(place, release, shards, clock, progress), editions)


@contextmanager
def _removed_at_last(workplace: Path) -> Iterator[None]:
    try:
        yield
    finally:
        shutil.rmtree(workplace, ignore_errors=True)


@contextmanager
def _removed_on_error(folder: Path) -> Iterator[None]:
    with ExitStack() as stack:
        stack.callback(_remove_unless_present, folder)
        yield
        stack.pop_all()


def _remove_unless_present(folder: Path) -> None:
    """Remove an edition; not where an update was ended just after the pointer had changed."""
    if read_pointer(folder.parent).edition != folder.name:
        shutil.rmtree(folder, ignore_errors=True)


def _saved(task: Task, editions: Path) -> Path:
    """Make the edition of a workplace and rename it to its own name, whole or not at all."""
    try:
        make(task)
        name = f"{task.release.number}-{_fingerprint(task.release, task.shards)}"
        folder = _free(editions, name)
        task.workplace.rename(folder)
        with _removed_on_error(folder):
            sync(editions)
    except OSError as error:
        raise CannotWrite(editions, error.strerror or str(error)) from error
    return folder


def _fingerprint(release: Release, shards: tuple[str, ...]) -> str:
    """What tells apart what two editions hold: their release, and what of it is subscribed to."""
    subscribed = " ".join(sorted(shards))
    return hashlib.sha256(f"{release.whole} {subscribed}".encode()).hexdigest()[:12]


def _free(editions: Path, name: str) -> Path:
    """A folder's name that is not taken: an edition is never written where one stands."""
    names = chain((name,), (f"{name}-{number}" for number in count(2)))
    return next(editions / each for each in names if not (editions / each).exists())
