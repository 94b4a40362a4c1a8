"""Prepares an edition: checks its records, writes its files, and stages what is to be signed."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from tuf.api.metadata import Targets

from tp_directory.core.bilingual import Text
from tp_directory.core.errors import CannotRead, CannotWrite, RecordsRefused
from tp_directory.core.release import Content, Release
from tp_directory.exchange.check import check
from tp_directory.exchange.records import record_files
from tp_directory.exchange.reference import read_gazetteer, read_taxonomy
from tp_directory.exchange.shards import PUBLISHED_LEVEL, SUFFIX
from tp_directory.updates.cutting import cut
from tp_directory.updates.layout import shard_target
from tp_directory.updates.publishing.configuration import Days
from tp_directory.updates.publishing.errors import RecordsChanged, RepositoryDamaged
from tp_directory.updates.publishing.notes import Notes, notes
from tp_directory.updates.publishing.reference import check_reference, reference_files
from tp_directory.updates.publishing.repository import Repository
from tp_directory.updates.publishing.staging import EditionFiles, changed_shards, stage_edition
from tp_directory.updates.publishing.state import State
from tp_directory.updates.publishing.wholeness import MISSING, digested, intact, release_of

Progress = Callable[[Text], None]
"""Told what is being done now."""

_WORKPLACE, _PIECE_BYTES = ".working", 2**20
_CHECKING = Text("Checking the records", "Vérification des fiches")
_CUTTING = Text("Cutting shards", "Découpage des fiches")
_WRITING = Text("Writing the edition", "Écriture de l'édition")


@dataclass(frozen=True, slots=True)
class Sources:
    """What an edition is made from: folders of records and of reference; HSDS's JSON Schema."""

    records: Path
    data: Path
    schema: bytes


@dataclass(frozen=True, slots=True)
class Prepared:
    """An edition that is staged, and what is new in it; nothing if it was staged already."""

    release: Release
    notes: Notes | None


def prepare(
    repository: Repository, sources: Sources, days: Days, now: datetime, progress: Progress
) -> Prepared | None:
    """Check records, write them as an edition and stage what is to be signed; None: nothing new.

    The caller holds the lock. Memory holds the lines of one shard, and names of what differs.

    Raises:
        RecordsRefused: a record is doubtful; has all problems.
        RecordsChanged: a file was changed meanwhile.
        CannotRead, DirectoryError: records or files of reference cannot be used.
        RepositoryDamaged: what is published, or waits, is not as it should be.
        CannotWrite: there is no room or no permission.
    """
    published = repository.published()
    draft = repository.draft(published)
    if draft.targets is None:
        raise RepositoryDamaged(str(repository.staged_file(Targets.type)), MISSING)
    before = release_of(repository, published)
    read = _read(sources)
    progress(_CHECKING)
    _check(sources, before)
    with _workplace(repository) as workplace:
        progress(_CUTTING)
        shards = cut(sources.records, workplace, PUBLISHED_LEVEL)
        files = reference_files(sources.data)
        if _read(sources) != read:
            raise RecordsChanged(sources.records)
        release = Release(
            number=before.number + 1 if before else 1,
            published_at=now.astimezone(UTC).isoformat(timespec="seconds"),
            shards=shards,
            files=files,
        )
        staged = release_of(repository, draft)
        if staged and staged.number < release.number and staged.whole == release.whole:
            return None
        if staged and staged.number == release.number and staged.whole == release.whole:
            return Prepared(staged, None)
        new = notes(_pairs(repository, published, before, release, workplace))
        edition = EditionFiles(release, before, sources.data, workplace, new.changes)
        progress(_WRITING)
        stage_edition(repository, published, draft, edition, days, now)
    return Prepared(release, new)


def _check(sources: Sources, before: Release | None) -> None:
    gazetteer, taxonomy = read_gazetteer(sources.data / "geography"), read_taxonomy(sources.data)
    checked = check((sources.records,), gazetteer, taxonomy, sources.schema)
    if checked.problems:
        raise RecordsRefused(checked.problems)
    if before is None or before.files != reference_files(sources.data):
        check_reference(sources.data)


def _read(sources: Sources) -> dict[str, Content]:
    """What was read: what is checked must be what is cut, so nobody may change it meanwhile."""
    found = reference_files(sources.data)
    for file in record_files(sources.records):
        try:
            with file.open("rb") as opened:
                found[str(file)] = digested(iter(partial(opened.read, _PIECE_BYTES), b""))
        except OSError as error:
            raise CannotRead(file, error.strerror or str(error)) from error
    return found


def _pairs(
    repository: Repository,
    published: State,
    before: Release | None,
    after: Release,
    workplace: Path,
) -> Iterator[tuple[Path | None, Path]]:
    """The files before and after of the shards that changed."""
    for shard in changed_shards(before, after):
        target = published.files.get(shard_target(shard))
        old = intact(repository, target) if target else None
        yield old, workplace / f"{shard}{SUFFIX}"


@contextmanager
def _workplace(repository: Repository) -> Iterator[Path]:
    """An empty folder on the disk of the repository, for as long as it takes."""
    folder = repository.folder / _WORKPLACE
    try:
        shutil.rmtree(folder, ignore_errors=True)  # of a command that was killed
        folder.mkdir()
        yield folder
    except OSError as error:
        raise CannotWrite(folder, error.strerror or str(error)) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)
