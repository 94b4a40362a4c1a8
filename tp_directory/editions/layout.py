"""What is where in an edition's folder, and in the folder of all editions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec

from tp_directory.core.edition import EditionInfo
from tp_directory.core.errors import EditionDamaged
from tp_directory.core.release import Changes, Release, is_moment

STORE, INDEX, INFO = "directory.sqlite", "index", "edition.json"
RELEASE = "release.json"
"""Of a published edition: the core.release.Release that it was made from."""
CHANGES = "changes.json"
"""Of a published edition: the core.release.Changes against what was there before it."""
DATA = "data"
"""Of a published edition: its records, and the files of reference that it was made with."""
RECORDS = "directory"
"""In a data folder: the records."""
BUILDING = ".building-"
"""How the names of what is not finished begin."""


def data_of(folder: Path, bundled: Path) -> Path:
    """The data folder that an edition is read with: its own, or else that of the program."""
    own = folder / DATA
    return own if own.is_dir() else bundled


def read_info(folder: Path) -> EditionInfo:
    """What an edition says of itself.

    Raises:
        EditionDamaged: it says nothing that can be read.
    """
    try:
        info = msgspec.json.decode((folder / INFO).read_bytes(), type=EditionInfo)
        if info.records_read_on:
            date.fromisoformat(info.records_read_on)
    except (OSError, msgspec.DecodeError, ValueError) as error:
        raise EditionDamaged(INFO) from error
    if info.published_at and not is_moment(info.published_at):
        raise EditionDamaged(INFO)
    return info


def read_release(folder: Path) -> Release:
    """The release that a published edition was made from.

    Raises:
        EditionDamaged: it cannot be read.
    """
    try:
        release = msgspec.json.decode((folder / RELEASE).read_bytes(), type=Release)
    except (OSError, msgspec.DecodeError) as error:
        raise EditionDamaged(RELEASE) from error
    if not is_moment(release.published_at):
        raise EditionDamaged(RELEASE)
    return release


def read_changes(folder: Path) -> Changes:
    """What an edition brought; nothing where it came with the program, or cannot tell."""
    try:
        return msgspec.json.decode((folder / CHANGES).read_bytes(), type=Changes)
    except (OSError, msgspec.DecodeError):
        return Changes()
