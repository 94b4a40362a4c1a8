"""Attacks on signatures and keys: nothing counts but what those sign who must."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tuf.api.metadata import Root

from tests.updates.attacks.conftest import Refused
from tests.updates.forger import Forger
from tests.updates.serving import Server
from tp_directory.updates.errors import UpdateFailed
from tp_directory.updates.refusals import Altered, KeysOutOfOrder, Mixed, NotSigned, NotUnderstood

Attack = Callable[[Forger], UpdateFailed]


def _nothing(root: Root) -> None:
    """A root that says what the one before says."""


def wrong_key_for_timestamp(forger: Forger) -> UpdateFailed:
    forger.edit("timestamp", by=[forger.stranger])
    return NotSigned("timestamp.json")


def wrong_key_for_snapshot(forger: Forger) -> UpdateFailed:
    return NotSigned(forger.edit("snapshot", by=[forger.stranger]).name)


def wrong_key_for_targets(forger: Forger) -> UpdateFailed:
    return NotSigned(forger.edit("targets", by=[forger.stranger]).name)


def wrong_key_for_a_partner(forger: Forger) -> UpdateFailed:
    return NotSigned(forger.edit("on", by=[forger.stranger]).name)


def wrong_keys_for_root(forger: Forger) -> UpdateFailed:
    return NotSigned(forger.new_root(_nothing, by=[forger.stranger]).name)


def key_of_another_role(forger: Forger) -> UpdateFailed:
    return NotSigned(forger.edit("targets", by=forger.keys["timestamp"]).name)


def partner_signs_for_the_publisher(forger: Forger) -> UpdateFailed:
    return NotSigned(forger.edit("targets", by=forger.keys["on"]).name)


def no_signature(forger: Forger) -> UpdateFailed:
    forger.edit("timestamp", by=[])
    return NotSigned("timestamp.json")


def one_of_two_keys_for_root(forger: Forger) -> UpdateFailed:
    return NotSigned(forger.new_root(_nothing, by=forger.keys["root"][:1]).name)


def new_keys_without_the_old_ones(forger: Forger) -> UpdateFailed:
    def replace(root: Root) -> None:
        for key in forger.keys["root"]:
            root.revoke_key(key.public_key.keyid, "root")
        root.add_key(forger.stranger.public_key, "root")
        root.roles["root"].threshold = 1

    return NotSigned(forger.new_root(replace, by=[forger.stranger]).name)


def old_keys_without_the_new_ones(forger: Forger) -> UpdateFailed:
    def add(root: Root) -> None:
        root.add_key(forger.stranger.public_key, "root")
        root.roles["root"].threshold = 4

    return NotSigned(forger.new_root(add).name)


def same_signature_twice(forger: Forger) -> UpdateFailed:
    file = forger.new_root(_nothing, by=forger.keys["root"][:1])
    said = json.loads(file.read_bytes())
    said["signatures"] *= 2
    file.write_text(json.dumps(said), encoding="utf-8")
    return NotUnderstood(file.name)


def same_key_twice_in_json(forger: Forger) -> UpdateFailed:
    file = forger.file("timestamp")
    said = file.read_text(encoding="utf-8")
    file.write_text(said.replace('"signed":', '"signed": {}, "signed":', 1), encoding="utf-8")
    return NotUnderstood("timestamp.json")


def gap_in_the_keys(forger: Forger) -> UpdateFailed:
    for _ in range(2):
        forger.rotate()
    (forger.public / "metadata" / "2.root.json").unlink()
    return NotSigned("timestamp.json")


def keys_that_skip_a_version(forger: Forger) -> UpdateFailed:
    for _ in range(2):
        forger.rotate()
    third = forger.file("root")
    third.rename(third.with_name("2.root.json"))
    return KeysOutOfOrder("2.root.json")


def root_rolled_back(forger: Forger) -> UpdateFailed:
    first = forger.file("root")
    first.with_name("2.root.json").write_bytes(first.read_bytes())
    return KeysOutOfOrder("2.root.json")


def a_web_page_instead(forger: Forger) -> UpdateFailed:
    forger.file("timestamp").write_bytes(b"<html>Please sign in to this network</html>")
    return NotUnderstood("timestamp.json")


def other_metadata_instead(forger: Forger) -> UpdateFailed:
    forger.file("timestamp").write_bytes(forger.file("on").read_bytes())
    return Mixed("timestamp.json")


def brackets_without_end(forger: Forger) -> UpdateFailed:
    forger.file("timestamp").write_bytes(b"[" * 16_000)
    return NotUnderstood("timestamp.json")


def timestamp_changed_in_one_bit(forger: Forger) -> UpdateFailed:
    file = forger.file("timestamp")
    said = json.loads(file.read_bytes())
    said["signed"]["version"] ^= 8
    file.write_text(json.dumps(said), encoding="utf-8")
    return NotSigned("timestamp.json")


def snapshot_changed_in_one_bit(forger: Forger) -> UpdateFailed:
    return Altered(_flip(forger.file("snapshot")).name)


def targets_changed_in_one_bit(forger: Forger) -> UpdateFailed:
    return Altered(_flip(forger.file("targets")).name)


def partner_changed_in_one_bit(forger: Forger) -> UpdateFailed:
    return Altered(_flip(forger.file("on")).name)


def snapshot_cut_short(forger: Forger) -> UpdateFailed:
    file = forger.file("snapshot")
    file.write_bytes(file.read_bytes()[:-9] + b"         ")
    return NotUnderstood(file.name)


def _flip(file: Path) -> Path:
    """Change one bit inside a signature, so that it is JSON still."""
    content = bytearray(file.read_bytes())
    at = content.index(b'"sig"') + 10
    content[at] = ord("1") if content[at] == ord("0") else ord("0")
    file.write_bytes(content)
    return file


@pytest.mark.parametrize(
    "attack",
    [
        wrong_key_for_timestamp,
        wrong_key_for_snapshot,
        wrong_key_for_targets,
        wrong_key_for_a_partner,
        wrong_keys_for_root,
        key_of_another_role,
        partner_signs_for_the_publisher,
        no_signature,
        one_of_two_keys_for_root,
        new_keys_without_the_old_ones,
        old_keys_without_the_new_ones,
        same_signature_twice,
        same_key_twice_in_json,
        gap_in_the_keys,
        keys_that_skip_a_version,
        root_rolled_back,
        a_web_page_instead,
        other_metadata_instead,
        brackets_without_end,
        timestamp_changed_in_one_bit,
        snapshot_changed_in_one_bit,
        targets_changed_in_one_bit,
        partner_changed_in_one_bit,
        snapshot_cut_short,
    ],
)
def test_what_is_not_signed_as_it_must_be_is_refused(
    attack: Attack, forger: Forger, server: Server, refused: Refused
) -> None:
    refused(attack(forger), server.url)
