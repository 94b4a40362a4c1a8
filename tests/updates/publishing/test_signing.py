from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, TargetFile, Targets

from tests.updates.repository import Record, Repository, make_repository
from tp_directory.core.release import Release
from tp_directory.updates.layout import shard_target
from tp_directory.updates.publishing.errors import RepositoryDamaged, StagedTooOld
from tp_directory.updates.publishing.going_out import Gone, go_out
from tp_directory.updates.publishing.repository import Repository as Publisher
from tp_directory.updates.publishing.repository import read_metadata
from tp_directory.updates.publishing.signing import Signature, sign
from tp_directory.updates.publishing.standing import standing
from tp_directory.updates.publishing.wholeness import release_of

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)


def change(records: list[Record], *provinces: str) -> list[Record]:
    """Change one record of each province."""
    for province in provinces:
        first = next(each for each in records if each["coverage"]["provinces"] == [province])
        first["url"] = "https://example.org/changed"
    return records


def number(publisher: Publisher) -> int:
    release: Release | None = release_of(publisher, publisher.published())
    return release.number if release else 0


def stage(repository: Repository, records: list[Record]) -> None:
    """Prepare an edition that nobody signs."""
    keys, repository.keys = repository.keys, {}
    repository.publish(records)
    repository.keys = keys


def signed_by(
    publisher: Publisher, *signers: CryptoSigner, only: str = ""
) -> tuple[Signature, ...]:
    with publisher.locked():
        return sign(publisher, signers, only)


def gone(repository: Repository, *roles: str) -> Gone:
    """Let go out what can, with the keys of these roles."""
    signers = [each for role in roles for each in repository.keys[role]]
    with repository.publisher.locked():
        return go_out(repository.publisher, lambda: signers, repository.days, NOW)


def test_a_root_needs_as_many_signatures_as_its_threshold(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r", [], now=NOW)
    first, second, _third = repository.keys["root"]

    signed_by(repository.publisher, first)
    assert gone(repository).published == ()
    signed_by(repository.publisher, second)
    assert gone(repository).published == ("root",)


def test_an_edition_waits_until_everybody_has_signed(
    repository: Repository, records: list[Record]
) -> None:
    publisher = repository.publisher
    stage(repository, change(records, "PE", "ON"))

    signed_by(publisher, *repository.keys["targets"])
    waiting = gone(repository, "snapshot", "timestamp").waiting
    assert number(publisher) == 1
    assert [each.role for each in waiting] == ["on"]

    signed_by(publisher, *repository.keys["on"])
    assert gone(repository, "snapshot").waiting[0].role == "timestamp"
    assert number(publisher) == 1

    assert gone(repository, "timestamp").published == ("on", "targets", "snapshot", "timestamp")
    assert number(publisher) == 2
    assert not list(publisher.staged_folder.iterdir())


def test_a_partner_signs_its_own_role_on_a_copy(
    repository: Repository, records: list[Record], tmp_path: Path
) -> None:
    stage(repository, change(records, "ON"))
    copy = Publisher(tmp_path / "copy")
    shutil.copytree(repository.publisher.folder, copy.folder)

    made = signed_by(copy, *repository.keys["on"], *repository.keys["targets"], only="on")

    assert [each.role for each in made] == ["on"]
    shutil.copy(copy.staged_file("on"), repository.publisher.staged_file("on"))
    signed_by(repository.publisher, *repository.keys["targets"])
    gone(repository, "snapshot", "timestamp")
    assert number(repository.publisher) == 2


def test_a_key_of_nobody_signs_nothing(repository: Repository, records: list[Record]) -> None:
    stage(repository, change(records, "PE"))

    assert signed_by(repository.publisher, CryptoSigner.generate_ed25519()) == ()
    assert gone(repository, "snapshot", "timestamp").published == ()


def test_a_partner_cannot_sign_for_the_publisher(
    repository: Repository, records: list[Record]
) -> None:
    stage(repository, change(records, "PE"))

    assert signed_by(repository.publisher, *repository.keys["on"]) == ()


def test_nothing_is_signed_whose_file_is_missing(
    repository: Repository, records: list[Record]
) -> None:
    stage(repository, change(records, "PE"))
    publisher = repository.publisher
    target = publisher.draft(publisher.published()).files[shard_target("pe")]
    publisher.target_file(target).unlink()

    with pytest.raises(RepositoryDamaged, match="pe"):
        signed_by(publisher, *repository.keys["targets"])


def test_nothing_is_signed_whose_file_was_altered(
    repository: Repository, records: list[Record]
) -> None:
    stage(repository, change(records, "PE"))
    publisher = repository.publisher
    file = publisher.target_file(publisher.draft(publisher.published()).files[shard_target("pe")])
    content = bytearray(file.read_bytes())
    content[50] ^= 1
    file.write_bytes(content)

    with pytest.raises(RepositoryDamaged, match="pe"):
        signed_by(publisher, *repository.keys["targets"])


def test_nothing_is_signed_that_is_not_what_the_manifest_says(
    repository: Repository, records: list[Record]
) -> None:
    stage(repository, change(records, "PE"))
    publisher = repository.publisher
    metadata: Metadata[Targets] = read_metadata(publisher.staged_file("targets"), Targets)
    other = metadata.signed.targets[shard_target("yt")]
    wrong = publisher.targets_folder / "records" / "pe" / f"{other.hashes['sha256']}.pe.jsonl.zst"
    shutil.copy(publisher.target_file(other), wrong)
    path = shard_target("pe")
    metadata.signed.targets[path] = TargetFile(other.length, other.hashes, path)
    publisher.stage("targets", metadata)

    with pytest.raises(RepositoryDamaged, match="pe"):
        signed_by(publisher, *repository.keys["targets"])


def test_a_partner_cannot_have_the_records_of_another_province_published(
    repository: Repository, records: list[Record]
) -> None:
    publisher = repository.publisher
    stage(repository, change(records, "ON"))
    metadata: Metadata[Targets] = read_metadata(publisher.staged_file("on"), Targets)
    path = shard_target("yt")
    metadata.signed.targets[path] = publisher.published().files[path]
    metadata.sign(repository.keys["on"][0])
    publisher.stage("on", metadata)
    signed_by(publisher, *repository.keys["targets"])

    with pytest.raises(RepositoryDamaged, match="yt"):
        gone(repository, "snapshot", "timestamp")
    assert number(publisher) == 1


def test_what_was_signed_for_an_earlier_edition_is_not_published_again(
    repository: Repository, records: list[Record], tmp_path: Path
) -> None:
    publisher = repository.publisher
    stage(repository, change(records, "PE"))
    signed_by(publisher, *repository.keys["targets"])
    old = shutil.copy(publisher.staged_file("targets"), tmp_path)
    gone(repository, "snapshot", "timestamp")
    repository.publish(change(records, "YT"))

    shutil.copy(old, publisher.staged_file("targets"))

    with pytest.raises(StagedTooOld):
        gone(repository, "snapshot", "timestamp")
    assert number(publisher) == 3


def test_an_edition_with_a_number_that_is_not_above_the_published_one_is_refused(
    repository: Repository, records: list[Record]
) -> None:
    publisher = repository.publisher
    first: Metadata[Targets] = read_metadata(publisher.published_file("targets", 1), Targets)
    repository.publish(change(records, "PE"))
    first.signed.version = 3
    first.sign(repository.keys["targets"][0])
    publisher.stage("targets", first)

    with pytest.raises(StagedTooOld):
        gone(repository, "snapshot", "timestamp")
    assert number(publisher) == 2


def test_an_edition_that_waits_is_replaced_by_a_later_one_of_the_same_number(
    repository: Repository, records: list[Record]
) -> None:
    stage(repository, change(records, "PE"))

    repository.publish(change(records, "YT"))

    assert number(repository.publisher) == 2
    assert standing(repository.publisher).staged is None


def test_adding_again_what_waits_keeps_its_signatures(
    repository: Repository, records: list[Record]
) -> None:
    publisher = repository.publisher
    stage(repository, change(records, "PE", "ON"))
    signed_by(publisher, *repository.keys["on"])

    stage(repository, records)

    assert [each.role for each in standing(publisher).waiting] == ["targets"]


def test_a_refresh_signs_snapshot_and_timestamp_and_nothing_else(repository: Repository) -> None:
    before = repository.publisher.published()

    assert repository.refresh().published == ("snapshot", "timestamp")

    after = repository.publisher.published()
    assert after.version("timestamp") == before.version("timestamp") + 1
    assert after.roles["targets"].file == before.roles["targets"].file


def test_it_is_told_who_must_sign_what_by_when(
    repository: Repository, records: list[Record]
) -> None:
    stage(repository, change(records, "PE"))

    found = standing(repository.publisher)

    assert found.release
    assert found.staged
    assert (found.release.number, found.staged.number) == (1, 2)
    (missing,) = found.waiting
    published = repository.publisher.published()
    assert (missing.role, missing.version, missing.signatures) == ("targets", 2, 1)
    assert missing.keys == (repository.keys["targets"][0].public_key.keyid,)
    assert missing.needed_by == published.roles["targets"].signed.expires
