"""The files of reference that travel with an edition: needs, places, checklists and so on."""

from __future__ import annotations

from pathlib import Path

from tp_directory.core.errors import CannotRead
from tp_directory.core.release import Content
from tp_directory.exchange.reference import read_gazetteer, read_taxonomy
from tp_directory.screening.library import Library
from tp_directory.updates.publishing.wholeness import digested

_PATTERNS = (
    "taxonomy/*.json",
    "thesaurus/*.csv",
    "geography/*.csv",
    "geography/*.geojson",
    "protocols/*.xlsx",
    "protocols/*.yaml",
    "legal/*.yaml",
)


def reference_files(data: Path) -> dict[str, Content]:
    """The contents of the files of reference in a data folder, by their paths in it.

    Raises:
        CannotRead: a file cannot be read, or there is none.
    """
    files = [file for pattern in _PATTERNS for file in sorted(data.glob(pattern))]
    if not files:
        raise CannotRead(data, _PATTERNS[0])
    try:
        return {file.relative_to(data).as_posix(): digested((file.read_bytes(),)) for file in files}
    except OSError as error:
        raise CannotRead(data, error.strerror or str(error)) from error


def check_reference(data: Path) -> None:
    """See that a workstation will be able to use the files of reference.

    Raises:
        DirectoryError: a file is missing, or is not what it should be; names it.
    """
    read_gazetteer(data / "geography")
    read_taxonomy(data)
    nowhere = data / "none"
    for listed in Library(data, nowhere, nowhere).read().listed:
        if listed.refusal:
            raise listed.refusal
