"""Builds the program's own edition, or one from records of whatever folder."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tp_directory.core.edition import EDITION_FORMAT, EditionInfo
from tp_directory.core.errors import CannotWrite
from tp_directory.directory import Clock
from tp_directory.editions.disk import flush, make_workplace, put
from tp_directory.editions.layout import INFO
from tp_directory.editions.writing import write
from tp_directory.exchange.records import read_closures, read_records
from tp_directory.exchange.reference import read_gazetteer, read_taxonomy

BUNDLED = "bundled-"
REFERENCE = ("taxonomy/*.json", "thesaurus/*.csv", "geography/*.csv")
"""What an edition depends on besides its records; outlines of provinces are only drawn."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far a build is: services done, of how many."""

    done: int
    total: int


Progress = Callable[[Step], None]


def build(
    records: Path, folder: Path, data: Path, *, clock: Clock, progress: Progress
) -> EditionInfo:
    """Build an edition from records (a folder of *.jsonl) and put it at `folder`.

    An edition that stands there is replaced; another folder that is not empty is left alone.

    Raises:
        CannotWrite: there is no room, no permission, or something else stands there.
        CannotRead, RecordsRefused: the records or the reference data cannot be used.
    """
    is_ours = folder.name.startswith(BUNDLED) or (folder / INFO).exists()
    if folder.exists() and any(folder.iterdir()) and not is_ours:
        raise CannotWrite(folder, "it is not empty and not an edition")
    try:
        building = make_workplace(folder.parent)
    except OSError as error:
        raise CannotWrite(folder, error.strerror or str(error)) from error
    try:
        total = sum(file.read_bytes().count(b"\n") for file in sorted(records.glob("*.jsonl")))
        gazetteer = read_gazetteer(data / "geography")
        info = write(
            building,
            read_records(records, gazetteer),
            gazetteer,
            read_taxonomy(data),
            built_at=clock().isoformat(timespec="seconds"),
            sources=sources_hash(records, data),
            closures=read_closures(records),
            progress=lambda done: progress(Step(done, total)),
        )
        progress(Step(info.services, info.services))
        flush(building)
        put(building, folder)
    except OSError as error:
        raise CannotWrite(folder, error.strerror or str(error)) from error
    finally:
        shutil.rmtree(building, ignore_errors=True)
    return info


def sources_hash(records: Path, data: Path) -> str:
    """The SHA-256 of everything an edition is made from, and of its format, in hexadecimal."""
    digest = hashlib.sha256(f"format {EDITION_FORMAT}\n".encode())
    files = [
        *sorted(records.glob("*.jsonl")),
        *(f for each in REFERENCE for f in sorted(data.glob(each))),
    ]
    for file in files:
        content = file.read_bytes()
        digest.update(f"{file.name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()
