"""The states of a repository that were published and are still there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tuf.api.metadata import Metadata, Snapshot, Targets

from tp_directory.updates.publishing.repository import Repository, read_metadata


def kept_snapshots(repository: Repository) -> Iterator[tuple[Path, Snapshot]]:
    """Every snapshot that is still there, the newest first.

    Raises:
        RepositoryDamaged: one cannot be read.
    """
    files = repository.metadata_folder.glob("*.snapshot.json")
    for file in sorted(files, key=lambda each: int(each.name.split(".")[0]), reverse=True):
        yield file, read_metadata(file, Snapshot).signed


def named_by(repository: Repository, snapshot: Snapshot) -> Iterator[tuple[Path, Targets]]:
    """The metadata of the publisher and its partners that a snapshot names, where still there.

    Raises:
        RepositoryDamaged: one cannot be read.
    """
    for name, meta in snapshot.meta.items():
        file = repository.published_file(name.removesuffix(".json"), meta.version)
        if file.exists():
            metadata: Metadata[Targets] = read_metadata(file, Targets)
            yield file, metadata.signed
