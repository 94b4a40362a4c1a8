"""What makes an edition survive a crash: folders of its own, flushes to disk, renames last."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from tp_directory.editions.layout import BUILDING

_ABANDONED_SECONDS = 3600


def make_workplace(parent: Path) -> Path:
    """A new folder inside another, on the same disk; what killed builds left there is removed.

    Raises:
        OSError: it cannot be made.
    """
    parent.mkdir(parents=True, exist_ok=True)
    _remove_abandoned(parent)
    return Path(tempfile.mkdtemp(prefix=BUILDING, dir=parent))


def _remove_abandoned(parent: Path) -> None:
    """Remove what killed builds left; a build that might still run is left alone."""
    for left in parent.glob(f"{BUILDING}*"):
        if time.time() - _last_written(left) > _ABANDONED_SECONDS:
            shutil.rmtree(left, ignore_errors=True)


def _last_written(path: Path) -> float:
    """When something in a folder was written last, in seconds of the epoch.

    What another program removes or renames meanwhile counts as written now.
    """
    try:
        return max(each.stat().st_mtime for each in (path, *path.rglob("*")))
    except OSError:
        return time.time()


def flush(folder: Path) -> None:
    """Have the operating system write every file, and the folders' entries, to disk.

    Raises:
        OSError: it could not.
    """
    for file in sorted(folder.rglob("*")):
        sync(file)
    sync(folder)


def sync(path: Path) -> None:
    """Have the operating system write one file, or a folder's entries, to disk.

    Raises:
        OSError: it could not.
    """
    if path.is_dir() and os.name == "nt":
        return  # Windows opens no folder as a file
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() or os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def put(building: Path, folder: Path) -> None:
    """Rename a finished edition into its place, moving aside what stands there.

    A program that is killed between the two renames leaves nothing in the place: both editions are
    whole then, in folders beside it.

    Raises:
        OSError: it could not; what stood there stands there again.
    """
    if folder.exists():
        aside = Path(tempfile.mkdtemp(prefix=BUILDING, dir=folder.parent))
        old = folder.rename(aside / folder.name)
        try:
            building.rename(folder)
        except OSError:
            old.rename(folder)
            aside.rmdir()
            raise
        shutil.rmtree(aside, ignore_errors=True)
    else:
        building.rename(folder)
    sync(folder.parent)


def replace_file(file: Path, content: bytes) -> None:
    """Write a file so that it holds the old content or the new one, whatever happens.

    Raises:
        OSError: it could not; it holds the old content.
    """
    workplace = make_workplace(file.parent)
    try:
        beside = workplace / file.name
        beside.write_bytes(content)
        sync(beside)
        beside.replace(file)
        with suppress(OSError):  # a crash would bring back the old content, which is whole, too
            sync(file.parent)
    finally:
        shutil.rmtree(workplace, ignore_errors=True)
