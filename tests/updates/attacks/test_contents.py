"""Attacks by those who may sign something: what it holds is held to what it may."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
import zstandard
from tuf.api.metadata import TargetFile

from tests.updates.attacks.conftest import Refused
from tests.updates.conftest import Search, Workstation
from tests.updates.fictional import fictional
from tests.updates.forger import Forger, bomb
from tests.updates.serving import Server
from tp_directory.core.release import RELEASE_FORMAT
from tp_directory.updates.errors import UpdateFailed
from tp_directory.updates.layout import MANIFEST, delta_target, file_target, shard_target
from tp_directory.updates.manifest import ManifestRefused
from tp_directory.updates.refusals import (
    ContentDiffers,
    NotFromRole,
    NotUnderstood,
    OutOfProvince,
    TooLong,
)

Attack = Callable[[Forger], UpdateFailed]
QC, ON = shard_target("qc"), shard_target("on")
DELTA = delta_target("all", 2)
NEEDS = "taxonomy/needs.json"


def shard_that_is_a_bomb(forger: Forger) -> UpdateFailed:
    forger.put(QC, bomb())
    forger.edit("targets", lambda signed: signed.targets.pop(DELTA))
    return ContentDiffers(QC)


def shard_that_is_no_shard(forger: Forger) -> UpdateFailed:
    forger.put(QC, b"#!/bin/sh\n")
    forger.edit("targets", lambda signed: signed.targets.pop(DELTA))
    return ContentDiffers(QC)


def file_that_is_a_bomb(forger: Forger) -> UpdateFailed:
    _needs(forger, {"bytes": 7})
    forger.put(file_target(NEEDS), bomb())
    return ContentDiffers(file_target(NEEDS))


def file_that_differs(forger: Forger) -> UpdateFailed:
    _needs(forger, {})
    forger.put(file_target(NEEDS), zstandard.compress(b"[]"))
    return ContentDiffers(file_target(NEEDS))


def _needs(forger: Forger, also: dict[str, int]) -> None:
    """Have the manifest name another content of a file of reference."""
    forger.put_release(lambda said: said["files"][NEEDS].update(sha256="0" * 64, **also))


def partner_signs_what_the_manifest_does_not_name(forger: Forger) -> UpdateFailed:
    forger.put_shard_alone("on", [fictional(1, "ON", "Lantern")], "on")
    forger.edit("on", lambda signed: signed.targets.pop(delta_target("on", 2)))
    return ContentDiffers(ON)


def partner_signs_records_of_another_province(forger: Forger) -> UpdateFailed:
    forger.put_shard("on", [fictional(0, "ON", "Lantern"), fictional(901, "QC")], "on")
    forger.edit("on", lambda signed: signed.targets.pop(delta_target("on", 2)))
    return OutOfProvince(ON)


def partner_signs_records_of_the_nation(forger: Forger) -> UpdateFailed:
    forger.put_shard("on", [fictional(0, "ON", "Lantern"), fictional(902, None)], "on")
    forger.edit("on", lambda signed: signed.targets.pop(delta_target("on", 2)))
    return OutOfProvince(ON)


def partner_signs_the_shard_of_another_province(forger: Forger) -> UpdateFailed:
    named = forger.read("targets").signed.targets[QC]
    forger.edit("on", lambda signed: signed.targets.update({QC: named}))
    forger.edit("targets", lambda signed: signed.targets.pop(QC))
    return NotFromRole(QC, "targets")


def publisher_signs_for_a_partner(forger: Forger) -> UpdateFailed:
    named = forger.read("on").signed.targets[ON]
    forger.edit("targets", lambda signed: signed.targets.update({ON: named}))
    forger.edit("on", lambda signed: signed.targets.pop(ON))
    return NotFromRole(ON, "on")


def partner_is_given_another_province(forger: Forger) -> UpdateFailed:
    forger.edit(
        "targets",
        lambda signed: setattr(signed.delegations.roles["on"], "paths", ["records/qc/*"]),
    )
    return NotFromRole(ON, "on")


def partner_has_no_hash_but_a_path(forger: Forger) -> UpdateFailed:
    def lead_out(signed: object) -> None:
        signed.targets[ON].hashes["sha256"] = "../../../evil"  # type: ignore[attr-defined]  # Targets

    forger.edit("on", lead_out)
    return NotUnderstood("on.json")


def partner_has_another_kind_of_hash(forger: Forger) -> UpdateFailed:
    def replace(signed: object) -> None:
        signed.targets[ON] = TargetFile(3, {"md5": "0" * 32}, ON)  # type: ignore[attr-defined]  # Targets

    forger.edit("on", replace)
    return NotUnderstood("on.json")


def manifest_leads_out(forger: Forger) -> UpdateFailed:
    return _named(forger, "../evil.json")


def manifest_leads_to_a_root(forger: Forger) -> UpdateFailed:
    return _named(forger, "/tmp/evil.json")


def manifest_leads_through_windows(forger: Forger) -> UpdateFailed:
    return _named(forger, "taxonomy\\..\\..\\evil.json")


def manifest_names_a_folder(forger: Forger) -> UpdateFailed:
    return _named(forger, "taxonomy/..")


def manifest_names_records_as_reference(forger: Forger) -> UpdateFailed:
    return _named(forger, "directory/evil.jsonl")


def _named(forger: Forger, path: str) -> UpdateFailed:
    content = {"sha256": "0" * 64, "bytes": 1}
    forger.put_release(lambda said: said["files"].update({path: content}))
    return ManifestRefused(path)


def manifest_lacks_a_shard(forger: Forger) -> UpdateFailed:
    forger.put_release(lambda said: said["shards"].pop("qc"))
    return ManifestRefused("shards")


def manifest_has_no_hash_but_a_path(forger: Forger) -> UpdateFailed:
    forger.put_release(lambda said: said["shards"]["qc"].update(sha256="../evil"))
    return ManifestRefused("sha256")


def manifest_of_a_newer_program(forger: Forger) -> UpdateFailed:
    forger.put_release(lambda said: said.update(format=RELEASE_FORMAT + 1))
    return ManifestRefused(f"format {RELEASE_FORMAT + 1} > {RELEASE_FORMAT}")


def manifest_says_no_moment(forger: Forger) -> UpdateFailed:
    forger.put_release(lambda said: said.update(published_at="yesterday"))
    return ManifestRefused("published_at")


def manifest_is_of_another_time(forger: Forger) -> UpdateFailed:
    forger.put_release(lambda said: said.update(published_at="0001-01-01T00:00:00+00:00"))
    return ManifestRefused("published_at")


def manifest_says_something_twice(forger: Forger) -> UpdateFailed:
    said = forger.target(MANIFEST).read_text(encoding="utf-8")
    forger.put(MANIFEST, said.replace('"number":', '"number": 4, "number":').encode())
    return NotUnderstood(MANIFEST)


def manifest_is_huge(forger: Forger) -> UpdateFailed:
    forger.put(MANIFEST, forger.target(MANIFEST).read_bytes() + b" " * 2**20)
    return TooLong(MANIFEST)


def manifest_is_none(forger: Forger) -> UpdateFailed:
    forger.put(MANIFEST, json.dumps(["evil"]).encode())
    return ManifestRefused("JSON")


@pytest.mark.parametrize(
    "attack",
    [
        shard_that_is_a_bomb,
        shard_that_is_no_shard,
        file_that_is_a_bomb,
        file_that_differs,
        partner_signs_what_the_manifest_does_not_name,
        partner_signs_records_of_another_province,
        partner_signs_records_of_the_nation,
        partner_signs_the_shard_of_another_province,
        publisher_signs_for_a_partner,
        partner_is_given_another_province,
        partner_has_no_hash_but_a_path,
        partner_has_another_kind_of_hash,
        manifest_leads_out,
        manifest_leads_to_a_root,
        manifest_leads_through_windows,
        manifest_names_a_folder,
        manifest_names_records_as_reference,
        manifest_lacks_a_shard,
        manifest_has_no_hash_but_a_path,
        manifest_of_a_newer_program,
        manifest_says_no_moment,
        manifest_is_of_another_time,
        manifest_says_something_twice,
        manifest_is_huge,
        manifest_is_none,
    ],
)
def test_what_says_more_than_it_may_is_refused(
    attack: Attack, forger: Forger, server: Server, refused: Refused
) -> None:
    refused(attack(forger), server.url)


def test_names_that_nobody_asked_for_are_not_looked_at(
    forger: Forger, server: Server, station: Workstation
) -> None:
    forger.put("../../evil", b"evil")
    forger.put("C:\\evil", b"evil")

    told = station.update(server.url)

    assert (told.outcome, told.number) == ("installed", 3)
    assert not [path for path in server.paths if "evil" in path]
    assert not list(station.home.rglob("*evil*"))


def test_records_that_cannot_be_used_are_not_installed(
    forger: Forger, server: Server, station: Workstation, search: Search
) -> None:
    forger.put_shard("qc", [{"id": "1", "status": "active"}])

    told = station.update(server.url)

    assert (told.code, told.outcome, told.number) == (3, "damaged", 2)
    assert "Meadow 0" in search(station)


def test_the_same_service_in_two_shards_is_not_installed(
    forger: Forger, server: Server, station: Workstation, search: Search
) -> None:
    forger.put_shard("qc", [fictional(0, "QC", "Lantern")])

    told = station.update(server.url)

    assert (told.code, told.outcome, told.number) == (3, "damaged", 2)
    assert "Meadow 0" in search(station)
