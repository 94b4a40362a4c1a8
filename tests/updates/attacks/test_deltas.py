"""Attacks by deltas: whatever one says of itself, its result is compared with the manifest."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from tests.updates.conftest import Search, Workstation
from tests.updates.fictional import fictional
from tests.updates.forger import Forger, bomb
from tests.updates.serving import Server
from tp_directory.exchange.deltas import DeltaHead, write_delta
from tp_directory.updates.layout import delta_target, shard_target

DELTA, QC = delta_target("all", 2), shard_target("qc")


def delta_that_is_a_bomb(forger: Forger) -> bytes:
    return bomb()


def delta_that_is_none(forger: Forger) -> bytes:
    return b"evil"


def delta_from_another_edition(forger: Forger) -> bytes:
    return _delta(forger, DeltaHead(1, 3))


def delta_that_leads_elsewhere(forger: Forger) -> bytes:
    return _delta(forger, DeltaHead(2, 3))


def _delta(forger: Forger, head: DeltaHead) -> bytes:
    """A delta that changes nothing, whatever it says of itself."""
    file = forger.public.parent / "delta"
    write_delta(file, head, {}, {})
    return file.read_bytes()


@pytest.mark.parametrize(
    "delta",
    [
        delta_that_is_a_bomb,
        delta_that_is_none,
        delta_from_another_edition,
        delta_that_leads_elsewhere,
    ],
)
def test_a_delta_that_leads_elsewhere_is_replaced_by_shards(
    delta: Callable[[Forger], bytes],
    forger: Forger,
    server: Server,
    station: Workstation,
    search: Search,
) -> None:
    content = delta(forger)
    # Another long shard, so that the delta costs less whatever it holds.
    records = [fictional(at, "QC", os.urandom(99).hex()) for at in range(300, 400)]
    forger.put_shard("qc", [fictional(1, "QC", "Lantern"), *records])
    forger.put(DELTA, content)

    told = station.update(server.url)

    assert (told.outcome, told.number) == ("installed", 3)
    assert "Lantern 0" in search(station)
    assert any(path.endswith(forger.target(DELTA).name) for path in server.paths)
    assert any(path.endswith(forger.target(QC).name) for path in server.paths)
