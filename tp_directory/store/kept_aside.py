"""Damaged files of what was kept: out of the way, so that work goes on, until they are erased."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

from tp_directory.core.errors import CannotWrite

_MARK = ".damaged-"


def set_aside(file: Path) -> Path:
    """Rename a damaged file and give its new name.

    Raises:
        CannotWrite: it cannot be renamed.
    """
    names = (file.with_stem(f"{file.stem}{_MARK}{number}") for number in count(1))
    aside = next(each for each in names if not each.exists())
    try:
        file.replace(aside)
    except OSError as error:
        raise CannotWrite(file.parent, error.strerror or str(error)) from error
    return aside


def files_aside(file: Path) -> tuple[Path, ...]:
    """What was set aside of a file."""
    return tuple(sorted(file.parent.glob(f"{file.stem}{_MARK}*")))


def erase(file: Path) -> None:
    """Write zeros over a file and remove it.

    Raises:
        CannotWrite: it cannot be written or removed.
    """
    try:
        with file.open("r+b") as content:
            content.write(bytes(file.stat().st_size))
            content.flush()
            os.fsync(content.fileno())
        file.unlink()
    except OSError as error:
        raise CannotWrite(file.parent, error.strerror or str(error)) from error
