from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest

from tests.updates.repository import Record, Repository
from tp_directory.updates.errors import (
    Expired,
    Incomplete,
)
from tp_directory.updates.layout import delta_target, shard_target
from tp_directory.updates.publishing.errors import RepositoryDamaged
from tp_directory.updates.publishing.exporting import export
from tp_directory.updates.publishing.verifying import Verified, verify
from tp_directory.updates.refusals import (
    Altered,
    NotSigned,
)
from tp_directory.updates.sources import FolderSource, Source, StickSource

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)


def verified(source: Source, repository: Repository, memory: Path, now: datetime = NOW) -> Verified:
    return verify(source, repository.root, memory, now, lambda done, total: None)


def served(repository: Repository, path: str) -> Path:
    publisher = repository.publisher
    return publisher.target_file(publisher.published().files[path])


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    folder = tmp_path / "memory"
    folder.mkdir()
    return folder


@pytest.fixture
def second(repository: Repository, records: list[Record]) -> Repository:
    """A repository with a second edition, and a delta to it."""
    for each in records:
        each["url"] = "https://example.org/changed"
    repository.publish(records)
    return repository


def test_all_files_are_looked_at(second: Repository, memory: Path) -> None:
    found = verified(FolderSource(str(second.public)), second, memory)

    targets = second.publisher.published().files
    assert found.release.number == 2
    assert found.files == len(targets)
    assert found.bytes == sum(each.length for each in targets.values())


@pytest.mark.parametrize("path", [shard_target("on"), delta_target("on", 1), "notes.json.zst"])
def test_a_flipped_bit_is_found(second: Repository, memory: Path, path: str) -> None:
    file = served(second, path)
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)

    with pytest.raises(Altered):
        verified(FolderSource(str(second.public)), second, memory)


def test_a_missing_file_is_found(second: Repository, memory: Path) -> None:
    served(second, shard_target("nu")).unlink()

    with pytest.raises(Incomplete):
        verified(FolderSource(str(second.public)), second, memory)


def test_the_root_of_somebody_else_is_not_enough(
    second: Repository, published_once: Repository, memory: Path
) -> None:
    root = second.root.replace(b'"sig": "', b'"sig": "00').replace(b'"sig":"', b'"sig":"00')

    with pytest.raises(NotSigned):
        verify(FolderSource(str(second.public)), root, memory, NOW, lambda done, total: None)


def test_what_has_expired_is_found(second: Repository, memory: Path) -> None:
    with pytest.raises(Expired):
        verified(FolderSource(str(second.public)), second, memory, NOW + timedelta(days=8))


def test_the_file_of_a_stick_has_all_that_is_published(
    second: Repository, memory: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick.zip"
    with second.publisher.locked():
        export(second.publisher, stick)

    assert verified(StickSource(str(stick)), second, memory).release.number == 2
    with ZipFile(stick) as archive:
        members = archive.infolist()
    assert {each.compress_type for each in members} == {ZIP_STORED}
    assert {each.filename.split("/")[0] for each in members} == {"metadata", "targets"}


def test_the_same_state_gives_the_same_stick(second: Repository, tmp_path: Path) -> None:
    sticks = [tmp_path / "one.zip", tmp_path / "other.zip"]
    for stick in sticks:
        export(second.publisher, stick)

    assert sticks[0].read_bytes() == sticks[1].read_bytes()


def test_a_damaged_repository_is_not_exported(second: Repository, tmp_path: Path) -> None:
    served(second, shard_target("pe")).write_bytes(b"")

    with pytest.raises(RepositoryDamaged):
        export(second.publisher, tmp_path / "stick.zip")

    assert not (tmp_path / "stick.zip").exists()
