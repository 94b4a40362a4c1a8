"""Puts files in their place whole or not at all: written beside, flushed to disk, renamed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tp_directory.core.errors import CannotWrite
from tp_directory.editions.disk import sync

_PART = ".part"


@contextmanager
def placing(file: Path) -> Iterator[Path]:
    """A file to write beside another; it takes the other's place at the end, if nothing failed.

    Raises:
        CannotWrite: there is no room or no permission.
    """
    part = file.with_name(f".{file.name}{_PART}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        yield part
        sync(part)
        part.replace(file)
        sync(file.parent)
    except OSError as error:
        raise CannotWrite(file.parent, error.strerror or str(error)) from error
    finally:
        with suppress(OSError):  # it has taken its place, or is removed later
            part.unlink()


def place(content: bytes, file: Path) -> None:
    """Write a file whole.

    Raises:
        CannotWrite: there is no room or no permission.
    """
    with placing(file) as part:
        part.write_bytes(content)


def remove_parts(folder: Path) -> None:
    """Remove what was being written when an earlier command was killed."""
    for part in folder.rglob(f".*{_PART}"):
        part.unlink()
