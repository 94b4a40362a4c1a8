"""Attacks with what was signed once: old states, mixed states, states that are held back."""

from __future__ import annotations

import shutil
from collections.abc import Callable

import pytest
from tuf.api.metadata import MetaFile

from tests.updates.attacks.conftest import Refused
from tests.updates.conftest import Published, Search, Workstation
from tests.updates.fictional import fictional
from tests.updates.forger import Forger
from tests.updates.repository import make_repository
from tests.updates.serving import Server
from tp_directory.updates.errors import Expired, UpdateFailed
from tp_directory.updates.refusals import Altered, Mixed, NotSigned, Older, OlderEdition

Attack = Callable[[Forger, Published], UpdateFailed]


def all_of_an_older_state(forger: Forger, published: Published) -> UpdateFailed:
    shutil.rmtree(forger.public)
    shutil.copytree(published.first, forger.public)
    return Older("timestamp.json")


def timestamp_of_an_older_state(forger: Forger, published: Published) -> UpdateFailed:
    shutil.copy(published.first / "metadata" / "timestamp.json", forger.file("timestamp"))
    return Older("timestamp.json")


def timestamp_that_names_an_older_snapshot(forger: Forger, published: Published) -> UpdateFailed:
    old = published.first / "metadata" / "1.snapshot.json"
    named = MetaFile.from_data(1, old.read_bytes(), ["sha256"])
    forger.edit("timestamp", lambda signed: setattr(signed, "snapshot_meta", named))
    return Older("timestamp.json")


def snapshot_that_names_older_targets(forger: Forger, published: Published) -> UpdateFailed:
    old = published.first / "metadata" / "1.targets.json"
    named = MetaFile.from_data(1, old.read_bytes(), ["sha256"])
    file = forger.edit("snapshot", lambda signed: signed.meta.update({"targets.json": named}))
    return Older(file.name)


def snapshot_that_leaves_a_partner_out(forger: Forger, published: Published) -> UpdateFailed:
    return Mixed(forger.edit("snapshot", lambda signed: signed.meta.pop("on.json")).name)


def snapshot_of_an_older_state(forger: Forger, published: Published) -> UpdateFailed:
    present = forger.file("snapshot")
    shutil.copy(published.second / "metadata" / "2.snapshot.json", present)
    return Altered(present.name)


def snapshot_of_another_version_than_named(forger: Forger, published: Published) -> UpdateFailed:
    present = forger.file("snapshot")
    shutil.copy(published.second / "metadata" / "2.snapshot.json", present)
    forger.edit("timestamp", lambda signed: setattr(signed, "snapshot_meta", MetaFile(3)))
    return Mixed(present.name)


def targets_of_an_older_state(forger: Forger, published: Published) -> UpdateFailed:
    present = forger.file("targets")
    shutil.copy(published.second / "metadata" / "2.targets.json", present)
    return Altered(present.name)


def targets_of_another_version_than_named(forger: Forger, published: Published) -> UpdateFailed:
    present = forger.file("targets")
    shutil.copy(published.second / "metadata" / "2.targets.json", present)
    forger.edit("snapshot", lambda signed: signed.meta.update({"targets.json": MetaFile(3)}))
    return Mixed(present.name)


def partner_of_an_older_state(forger: Forger, published: Published) -> UpdateFailed:
    present = forger.file("on")
    shutil.copy(published.second / "metadata" / "2.on.json", present)
    return Altered(present.name)


def manifest_of_an_older_number(forger: Forger, published: Published) -> UpdateFailed:
    forger.put_release(lambda said: said.update(number=1))
    return OlderEdition(1, 2)


def manifest_of_the_same_number(forger: Forger, published: Published) -> UpdateFailed:
    forger.put_release(lambda said: said.update(number=2))
    return OlderEdition(2, 2)


@pytest.mark.parametrize(
    "attack",
    [
        all_of_an_older_state,
        timestamp_of_an_older_state,
        timestamp_that_names_an_older_snapshot,
        snapshot_that_names_older_targets,
        snapshot_that_leaves_a_partner_out,
        snapshot_of_an_older_state,
        snapshot_of_another_version_than_named,
        targets_of_an_older_state,
        targets_of_another_version_than_named,
        partner_of_an_older_state,
        manifest_of_an_older_number,
        manifest_of_the_same_number,
    ],
)
def test_what_is_older_or_does_not_belong_together_is_refused(
    attack: Attack, forger: Forger, published: Published, server: Server, refused: Refused
) -> None:
    refused(attack(forger, published), server.url)


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets", "on", "root"])
def test_what_is_held_back_expires(
    role: str, forger: Forger, server: Server, station: Workstation, search: Search
) -> None:
    day = forger.expire(role)

    told = station.update(server.url)

    file = f"{role}.json" if role in ("root", "snapshot") else forger.file(role).name
    expected = Expired(file, day, forger.now)
    assert (told.en, told.fr) == (expected.text.en, expected.text.fr)
    assert (told.code, told.outcome, told.number) == (6, "expired", 2)
    assert "Meadow 0" in search(station)


def test_keys_that_were_replaced_sign_nothing_any_more(
    forger: Forger, published: Published, server: Server, station: Workstation
) -> None:
    forger.rotate()
    assert station.update(server.url).outcome == "installed"
    shutil.rmtree(forger.public)
    shutil.copytree(published.repository.public, forger.public)

    told = station.update(server.url)

    assert told.en == NotSigned("timestamp.json").text.en
    assert told.number == 3


def test_keys_that_were_replaced_several_times_are_followed(
    forger: Forger, server: Server, station: Workstation, search: Search
) -> None:
    for _ in range(5):
        forger.rotate()

    told = station.update(server.url)

    assert (told.code, told.outcome, told.number) == (0, "installed", 3)
    assert "Lantern 0" in search(station)


def test_another_publisher_may_begin_with_a_lower_number(
    station: Workstation, published: Published, forger: Forger, server: Server, search: Search
) -> None:
    other = make_repository(forger.public.parent / "other", [fictional(0, name="Lantern")])
    server.folder = other.public
    mine = station.root.with_name("other.json")
    mine.write_bytes(other.root)

    told = Workstation(station.home, mine).update(server.url)

    assert (told.outcome, told.number) == ("installed", 1)
    assert "Lantern 0" in search(station)
