"""Puts the present state of a repository into one file, for a stick."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from tuf.api.metadata import Root

from tp_directory.core.bilingual import Text
from tp_directory.updates.publishing.errors import RepositoryDamaged
from tp_directory.updates.publishing.placing import placing
from tp_directory.updates.publishing.repository import Repository
from tp_directory.updates.publishing.wholeness import check_state

_PIECE_BYTES = 2**20
_NOTHING = Text("no edition is published yet.", "aucune édition n'est encore publiée.")


def export(repository: Repository, file: Path) -> None:
    """Write a ZIP of what is published, uncompressed: the same state, the same bytes.

    It holds metadata/ and targets/ as they are served. The caller holds the lock.

    Raises:
        RepositoryDamaged: nothing is published, or a file is missing or altered.
        CannotWrite: there is no room or no permission.
    """
    published = repository.published()
    if not published.timestamp:
        raise RepositoryDamaged(str(repository.public), _NOTHING)
    check_state(repository, published)
    with placing(file) as part, ZipFile(part, "w", ZIP_STORED) as archive:
        for each in _files(repository):
            name = each.relative_to(repository.public).as_posix()
            with each.open("rb") as source, archive.open(ZipInfo(name), "w") as member:
                while piece := source.read(_PIECE_BYTES):
                    member.write(piece)


def _files(repository: Repository) -> Iterator[Path]:
    """The files of the present state: every root, what is in force, and all targets."""
    published = repository.published()
    for version in repository.root_versions:
        yield repository.published_file(Root.type, version)
    for kept in (*published.roles.values(), published.snapshot, published.timestamp):
        if kept:
            yield kept.file
    for target in sorted(published.files.values(), key=lambda each: each.path):
        yield repository.target_file(target)
