"""Attacks on the way: endless and slow answers, redirects, files that were changed or cut."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.updates.attacks.conftest import Refused
from tests.updates.forger import Forger
from tests.updates.serving import (
    Answer,
    Server,
    broken_off,
    endless,
    redirect,
    silence,
    status,
    trickled_body,
    trickled_chunks,
    trickled_headers,
)
from tp_directory.core.bilingual import Text
from tp_directory.updates.errors import Incomplete, NothingPublished, TooSlow, Unreachable
from tp_directory.updates.layout import MANIFEST, delta_target, shard_target
from tp_directory.updates.refusals import Altered, LeadsAway, TooLong

DELTA = delta_target("all", 2)
SHARD = shard_target("qc")


def _without_deltas(forger: Forger) -> None:
    """Have shards fetched whole."""
    forger.edit("targets", lambda signed: signed.targets.pop(DELTA))


@pytest.mark.parametrize(
    "role", ["2.root.json", "timestamp.json", ".snapshot.json", ".targets.json", ".on.json"]
)
def test_endless_metadata_is_cut(
    role: str, forger: Forger, server: Server, refused: Refused
) -> None:
    server.answer(role, endless)

    name = role.removesuffix(".json").lstrip(".")
    file = role if name in ("2.root", "timestamp") else forger.file(name).name
    refused(TooLong(file), server.url)


@pytest.mark.parametrize("target", [MANIFEST, SHARD, DELTA])
def test_endless_files_are_cut(
    target: str, forger: Forger, server: Server, refused: Refused
) -> None:
    if target == SHARD:
        _without_deltas(forger)
    server.answer(forger.target(target).name, endless)

    refused(TooLong(target), server.url)


@pytest.mark.parametrize("answer", [trickled_body, trickled_headers, trickled_chunks, silence])
@pytest.mark.parametrize("end", ["timestamp.json", ".edition.json"])
def test_slow_answers_are_not_waited_for(
    answer: Answer, end: str, server: Server, refused: Refused
) -> None:
    server.answer(end, answer)

    refused(TooSlow(server.url), server.url, patience=1)


@pytest.mark.parametrize(
    "to",
    [
        "http://192.0.2.1/metadata/timestamp.json",
        "http://updates.example.org/metadata/timestamp.json",
        "file:///etc/hostname",
        "ftp://127.0.0.1/metadata/timestamp.json",
        "//updates.example.org/timestamp.json",
        "http://[",
        "timestamp.json",
    ],
)
def test_redirects_lead_nowhere_else(to: str, server: Server, refused: Refused) -> None:
    server.answer("timestamp.json", redirect(to))

    refused(LeadsAway(server.url), server.url)


@pytest.mark.parametrize("target", [MANIFEST, SHARD, DELTA])
@pytest.mark.parametrize("change", ["cut short", "one bit", "longer"])
def test_files_that_were_changed_are_refused(
    target: str, change: str, forger: Forger, server: Server, refused: Refused
) -> None:
    if target == SHARD:
        _without_deltas(forger)
    _change(forger.target(target), change)

    refused((TooLong if change == "longer" else Altered)(target), server.url)


def _change(file: Path, change: str) -> None:
    content = bytearray(file.read_bytes())
    match change:
        case "cut short":
            del content[-7:]
        case "one bit":
            content[len(content) // 2] ^= 1
        case _:
            content += b"0"
    file.write_bytes(content)


def test_a_connection_that_breaks_off_again_and_again_is_given_up(
    forger: Forger, server: Server, refused: Refused
) -> None:
    content = forger.target(MANIFEST).read_bytes()
    server.answer(".edition.json", broken_off(content, after=1))

    reason = Text("the connection broke off", "la connexion a été coupée")
    refused(Unreachable(server.url, reason), server.url)


@pytest.mark.parametrize("code", [500, 503, 401])
def test_a_server_that_refuses_is_told_of(code: int, server: Server, refused: Refused) -> None:
    server.answer("timestamp.json", status(code, Retry_After="86400"))

    refused(Unreachable(server.url, Text(f"HTTP {code}")), server.url, patience=1)


def test_compression_that_nobody_asked_for_is_not_unpacked(
    forger: Forger, server: Server, refused: Refused
) -> None:
    server.answer(".edition.json", status(200, Content_Encoding="gzip"))

    refused(Altered(MANIFEST), server.url)


@pytest.mark.parametrize(
    ("lost", "expected"),
    [
        ("timestamp.json", lambda url, forger: NothingPublished(url)),
        ("snapshot.json", lambda url, forger: Incomplete(url, forger.file("snapshot").name)),
    ],
)
def test_a_copy_that_lacks_a_file_is_told_of(
    lost: str,
    expected: Callable[[str, Forger], NothingPublished | Incomplete],
    forger: Forger,
    server: Server,
    refused: Refused,
) -> None:
    server.answer(lost, status(404))

    refused(expected(server.url, forger), server.url)
