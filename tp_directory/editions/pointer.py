"""Which of the installed editions is the present one: a file that changes in one step."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import msgspec

from tp_directory.core.bilingual import Text
from tp_directory.core.errors import CannotWrite, DirectoryError, EditionDamaged
from tp_directory.core.release import Release
from tp_directory.editions.disk import replace_file
from tp_directory.editions.in_use import remove_unused
from tp_directory.editions.layout import read_release

_FILE = "current.json"
_is_name = re.compile(
    r"[0-9]+-[0-9a-f]{12}(-[0-9]+)?"
).fullmatch  # nothing in a pointer leads out of the folder


class NothingBefore(DirectoryError):
    """No edition was installed before the present one: there is nothing to go back to."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                "No earlier edition is kept on this computer.",
                "Aucune édition antérieure n'est gardée sur cet ordinateur.",
            )
        )


class Pointer(msgspec.Struct, frozen=True):
    """What the pointer says: names of the folders of the present edition and of the one before.

    "" where there is none. `held_back` is the number of the edition that the worker went back
    from, 0 for none: it is not installed again by itself.
    """

    edition: str = ""
    previous: str = ""
    held_back: int = 0


@dataclass(frozen=True, slots=True)
class Installed:
    """The installed edition that is the present one, and the one before it, to go back to.

    `held_back` is the number of the edition that the worker went back from, 0 for none.
    """

    folder: Path
    previous: Path | None
    release: Release
    held_back: int


def installed(editions: Path) -> Installed | None:
    """The installed edition; None where only the program's own one can be used.

    Whether its store and its index can be read is for opening it to say.
    """
    pointer = read_pointer(editions)
    if not pointer.edition:
        return None
    folder, previous = editions / pointer.edition, editions / pointer.previous
    try:
        release = read_release(folder)
    except EditionDamaged:
        return None
    is_kept = bool(pointer.previous) and previous.is_dir()
    return Installed(folder, previous if is_kept else None, release, pointer.held_back)


def go_back(editions: Path) -> Installed:
    """Make the edition before the present one the present one; a second time undoes the first.

    Raises:
        NothingBefore: there is none that can be read.
        CannotWrite: the pointer cannot be written; all stays as it is.
    """
    before = installed(editions)
    if before is None or before.previous is None:
        raise NothingBefore
    try:
        release = read_release(before.previous)
    except EditionDamaged as error:
        raise NothingBefore from error
    is_older = release.number < before.release.number
    held_back = before.release.number if is_older else 0
    write_pointer(editions, Pointer(before.previous.name, before.folder.name, held_back))
    return Installed(before.previous, before.folder, release, held_back)


def remove_old(editions: Path) -> None:
    """Remove the installed editions but the present one, the one before it, and those in use."""
    pointer = read_pointer(editions)
    if not pointer.edition:
        return  # a broken pointer, perhaps: what it meant may be wanted still
    for folder in editions.glob("*"):
        if _is_name(folder.name) and folder.name not in (pointer.edition, pointer.previous):
            remove_unused(folder)


def read_pointer(editions: Path) -> Pointer:
    """What the pointer says; a broken one, or none, says that nothing is installed."""
    try:
        pointer = msgspec.json.decode((editions / _FILE).read_bytes(), type=Pointer)
    except (OSError, msgspec.DecodeError):
        return Pointer()
    names = (name for name in (pointer.edition, pointer.previous) if name)
    return pointer if all(map(_is_name, names)) else Pointer()


def is_broken(editions: Path) -> bool:
    """Whether there is a pointer that says nothing of use."""
    return (editions / _FILE).exists() and read_pointer(editions) == Pointer()


def write_pointer(editions: Path, pointer: Pointer) -> None:
    """Change what the pointer says, in one step.

    Raises:
        CannotWrite: it says what it said before.
    """
    try:
        replace_file(editions / _FILE, msgspec.json.encode(pointer))
    except OSError as error:
        raise CannotWrite(editions, error.strerror or str(error)) from error
