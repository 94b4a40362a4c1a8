from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from securesystemslib.signer import CryptoSigner

from tests.updates.repository import Record, Repository
from tp_directory.updates.layout import shard_target
from tp_directory.updates.publishing.errors import SettingsRefused
from tp_directory.updates.publishing.going_out import Gone, go_out
from tp_directory.updates.publishing.rotating import Rotation, rotate
from tp_directory.updates.publishing.signing import sign
from tp_directory.updates.publishing.verifying import Verified, verify
from tp_directory.updates.sources import FolderSource

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=3)

Look = Callable[[Repository], Verified]


@pytest.fixture
def look(tmp_path: Path) -> Look:
    """Look from the outside, trusting the first root."""

    def look(repository: Repository) -> Verified:
        memory = tmp_path / "memory"
        memory.mkdir(exist_ok=True)
        source = FolderSource(str(repository.public))
        return verify(source, repository.root, memory, LATER, lambda done, total: None)

    return look


def rotated(repository: Repository, rotation: Rotation, *signers: CryptoSigner) -> Gone:
    """Stage a rotation, sign it, and let go out what can; the other keys are at hand for that."""
    last = [*signers, *repository.keys["snapshot"], *repository.keys["timestamp"]]
    with repository.publisher.locked():
        rotate(repository.publisher, rotation, repository.days, LATER)
        sign(repository.publisher, signers)
        return go_out(repository.publisher, lambda: last, repository.days, LATER)


def test_a_new_holder_of_root_is_believed_by_those_who_know_the_first_root(
    repository: Repository, look: Look
) -> None:
    first, second, third = repository.keys["root"]
    new = CryptoSigner.generate_ed25519()
    rotation = Rotation("root", (new.public_key,), (third.public_key.keyid[:10],))

    assert rotated(repository, rotation, first, second).published == ("root",)
    assert rotated(repository, Rotation("root"), second, new).published == ("root",)

    assert repository.publisher.root_versions == [1, 2, 3]
    assert look(repository).release.number == 1


def test_a_root_that_the_old_holders_did_not_sign_waits(repository: Repository) -> None:
    news = [CryptoSigner.generate_ed25519() for _ in range(2)]
    olds = [each.public_key.keyid for each in repository.keys["root"]]

    gone = rotated(repository, Rotation("root", [each.public_key for each in news], olds), *news)

    assert gone.published == ()
    assert [(each.role, each.signatures) for each in gone.waiting] == [("root", 2)]


def test_what_the_old_key_signed_is_signed_anew_by_the_new_one(
    repository: Repository, look: Look, records: list[Record]
) -> None:
    new = CryptoSigner.generate_ed25519()
    (old,) = repository.keys["targets"]
    rotation = Rotation("targets", (new.public_key,), (old.public_key.keyid,))

    waits = rotated(repository, rotation, *repository.keys["root"])
    assert waits.published == ()
    assert "targets" in {each.role for each in waits.waiting}

    repository.keys["targets"] = [new]
    records[0]["url"] = "https://example.org/new"
    repository.publish(records, LATER)
    assert look(repository).release.number == 2


@pytest.mark.parametrize("role", ["snapshot", "timestamp"])
def test_a_new_key_of_snapshot_or_timestamp_signs_at_once(
    repository: Repository, look: Look, role: str
) -> None:
    new = CryptoSigner.generate_ed25519()
    (old,) = repository.keys[role]
    repository.keys[role] = [new]
    rotation = Rotation(role, (new.public_key,), (old.public_key.keyid,))

    gone = rotated(repository, rotation, *repository.keys["root"])

    assert gone.published == ("snapshot", "root", "timestamp")
    assert look(repository).release.number == 1


def test_a_province_becomes_a_partners_and_comes_back(
    repository: Repository, look: Look, records: list[Record]
) -> None:
    partner = CryptoSigner.generate_ed25519()
    path = shard_target("yt")
    ours = repository.keys["targets"]

    rotated(repository, Rotation("yt", (partner.public_key,)), *ours, partner)
    its = repository.publisher.published().roles
    assert path in its["yt"].signed.targets
    assert path not in its["targets"].signed.targets
    assert look(repository).release.number == 1

    rotated(repository, Rotation("yt", (), (partner.public_key.keyid,)), *ours)
    assert path in repository.publisher.published().roles["targets"].signed.targets
    assert look(repository).release.number == 1

    rotated(repository, Rotation("yt", (partner.public_key,)), *ours, partner)
    repository.keys["yt"] = [partner]
    yukon = next(each for each in records if each["coverage"]["provinces"] == ["YT"])
    yukon["url"] = "https://example.org/yt"
    repository.publish(records, LATER)
    assert repository.publisher.published().version("yt") == 3
    assert look(repository).release.number == 2


def test_a_new_key_of_a_partner_signs_what_the_old_one_signed(
    repository: Repository, look: Look
) -> None:
    new = CryptoSigner.generate_ed25519()
    (old,) = repository.keys["on"]
    rotation = Rotation("on", (new.public_key,), (old.public_key.keyid,))

    assert rotated(repository, rotation, *repository.keys["targets"]).published == ()
    assert rotated(repository, Rotation("on"), new).published[0] == "on"
    assert look(repository).release.number == 1


def test_a_partner_whose_key_was_changed_is_asked_though_nothing_changed_for_it(
    repository: Repository, look: Look, records: list[Record]
) -> None:
    new = CryptoSigner.generate_ed25519()
    (old,) = repository.keys["on"]
    rotation = Rotation("on", (new.public_key,), (old.public_key.keyid,))
    rotated(repository, rotation, *repository.keys["targets"])
    repository.keys["on"] = [new]
    island = next(each for each in records if each["coverage"]["provinces"] == ["PE"])
    island["url"] = "https://example.org/pe"

    repository.publish(records, LATER)

    assert look(repository).release.number == 2


def test_a_root_that_went_out_before_the_publisher_was_killed_is_completed(
    repository: Repository, look: Look
) -> None:
    new = CryptoSigner.generate_ed25519()
    (old,) = repository.keys["timestamp"]
    rotation = Rotation("timestamp", (new.public_key,), (old.public_key.keyid,))
    rotated(repository, rotation, *repository.keys["root"])  # its new key is not at hand
    publisher = repository.publisher
    shutil.copy(publisher.staged_file("root"), publisher.published_file("root", 2))
    repository.keys["timestamp"] = [new]

    repository.refresh(LATER)

    assert look(repository).release.number == 1
    assert not list(publisher.staged_folder.iterdir())


def test_without_keys_a_signature_is_made_to_hold_longer(
    repository: Repository, look: Look
) -> None:
    gone = rotated(repository, Rotation("targets"), *repository.keys["targets"])

    expires = repository.publisher.published().roles["targets"].signed.expires
    assert gone.published == ("targets", "snapshot", "timestamp")
    assert expires == LATER + timedelta(days=repository.days.targets)
    assert look(repository).release.number == 1


def test_too_few_holders_are_refused(repository: Repository) -> None:
    first, second, _third = (each.public_key.keyid for each in repository.keys["root"])

    with pytest.raises(SettingsRefused, match="2 keys must sign together"):
        rotated(repository, Rotation("root", (), (first, second)))


@pytest.mark.parametrize(
    "rotation",
    [
        Rotation("nobody"),
        Rotation("nobody", (), ("12345678",)),
        Rotation("root", (), ("nothing",)),
        Rotation("root", (), ("",)),
        Rotation("national", (CryptoSigner.generate_ed25519().public_key,)),
    ],
)
def test_a_role_or_key_that_is_not_there_is_refused(
    repository: Repository, rotation: Rotation
) -> None:
    with pytest.raises(SettingsRefused):
        rotated(repository, rotation)

    assert not list(repository.publisher.staged_folder.iterdir())
