"""Shards and deltas: what they hold comes out again, and what is damaged is refused."""

from __future__ import annotations

import random
from pathlib import Path

import msgspec
import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tp_directory.core.errors import ShardDamaged
from tp_directory.exchange.deltas import Delta, DeltaHead, ShardDelta, write_delta
from tp_directory.exchange.shards import (
    ShardWriter,
    canonical,
    differences,
    lines_of,
    packed,
    read_shard,
    shard_of,
)

_IDS = st.sampled_from([f"0000000{number}" for number in range(8)])
_STATES = st.dictionaries(_IDS, st.sampled_from(["one", "two \u2028", "trois é"]))
_AMPLE = 10**6


def _written(file: Path, state: dict[str, str]) -> Path:
    with ShardWriter(file) as shard:
        for service_id in sorted(state):
            shard.add(canonical({"name": state[service_id], "id": service_id}))
    return file


def test_the_same_facts_are_the_same_bytes_however_they_are_ordered(tmp_path: Path) -> None:
    first = canonical({"id": "1", "name": "Example", "coverage": {"scope": "city", "places": [1]}})
    other = canonical({"coverage": {"places": [1], "scope": "city"}, "name": "Example", "id": "1"})

    assert first == other


@pytest.mark.parametrize(
    ("coverage", "file", "shard"),
    [
        ({"provinces": ["ON"]}, "qc", "on"),
        ({"provinces": ["ON", "QC"]}, "on", "national"),
        ({"provinces": []}, "on", "national"),
        (None, "on", "on"),
        (None, "services", "national"),
    ],
)
def test_a_record_stands_in_the_shard_of_the_one_province_it_serves(
    coverage: dict[str, object] | None, file: str, shard: str
) -> None:
    record = {"id": "1"} if coverage is None else {"id": "1", "coverage": coverage}

    assert shard_of(record, file) == shard


def test_a_shard_knows_its_content(tmp_path: Path) -> None:
    with ShardWriter(tmp_path / "on.jsonl.zst") as shard:
        shard.add(b'{"id":"1","status":"active"}')
        shard.add(b'{"id":"2","status":"defunct"}')

    assert (shard.content.services, shard.content.closures) == (1, 1)
    assert shard.content.bytes == sum(
        len(each) + 1 for each in read_shard(tmp_path / "on.jsonl.zst")
    )


@given(before=_STATES, after=_STATES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_a_delta_makes_one_state_from_the_other(
    before: dict[str, str], after: dict[str, str], tmp_path: Path
) -> None:
    old, new = _written(tmp_path / "old", before), _written(tmp_path / "new", after)

    write_delta(tmp_path / "delta", DeltaHead(1, 2), {"on": old}, {"on": new})
    delta = Delta(tmp_path / "delta", _AMPLE)

    assert list(delta.applied("on", old)) == list(read_shard(new))
    assert (delta.head.before, delta.head.after) == (1, 2)


@given(before=_STATES, after=_STATES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_differences_are_what_differs(
    before: dict[str, str], after: dict[str, str], tmp_path: Path
) -> None:
    old, new = _written(tmp_path / "old", before), _written(tmp_path / "new", after)
    changed = {each for each in {*before, *after} if before.get(each) != after.get(each)}

    found = list(differences(read_shard(old), read_shard(new)))

    known = [msgspec.json.decode(was or now or b"")["id"] for was, now in found]
    assert known == sorted(changed)


def test_what_changed_little_costs_little(tmp_path: Path) -> None:
    chance = random.Random(1)
    before = {f"{at:08}": chance.randbytes(300).hex() for at in range(50)}
    after = {**before, **{key: f"{before[key]}!" for key in list(before)[:25]}}
    old, new = _written(tmp_path / "old", before), _written(tmp_path / "new", after)

    write_delta(tmp_path / "delta", DeltaHead(1, 2), {"on": old}, {"on": new})

    assert (tmp_path / "delta").stat().st_size < new.stat().st_size / 10


def test_a_delta_says_nothing_of_other_shards(tmp_path: Path) -> None:
    old, new = _written(tmp_path / "old", {"1": "one"}), _written(tmp_path / "new", {"1": "two"})
    write_delta(tmp_path / "delta", DeltaHead(1, 2), {"on": old}, {"on": new})

    with pytest.raises(ShardDamaged):
        list(Delta(tmp_path / "delta", _AMPLE).applied("qc", old))


def test_a_delta_of_several_shards_is_read_one_by_one(tmp_path: Path) -> None:
    states = {"on": ({"1": "one", "2": "two"}, {"2": "deux"}), "qc": ({"3": "x"}, {"3": "y"})}
    old = {name: _written(tmp_path / f"{name}-old", was) for name, (was, _) in states.items()}
    new = {name: _written(tmp_path / f"{name}-new", now) for name, (_, now) in states.items()}

    write_delta(tmp_path / "delta", DeltaHead(1, 2), old, new)
    delta = Delta(tmp_path / "delta", _AMPLE)

    for name in ("qc", "on"):
        assert list(delta.applied(name, old[name])) == list(read_shard(new[name]))


@pytest.mark.parametrize("length", [-7, 0, 2**40, 2**63])
def test_a_delta_that_points_out_of_its_file_is_refused(length: int, tmp_path: Path) -> None:
    head = DeltaHead(1, 2, {"on": ShardDelta(length), "qc": ShardDelta(7)})
    (tmp_path / "delta").write_bytes(packed(msgspec.json.encode(head)))

    with pytest.raises(ShardDamaged):
        Delta(tmp_path / "delta", _AMPLE)


def test_a_delta_that_names_millions_of_records_is_refused_early(tmp_path: Path) -> None:
    head = DeltaHead(1, 2, {"on": ShardDelta(0, ("0",) * 5_000_000)})
    (tmp_path / "delta").write_bytes(packed(msgspec.json.encode(head)))

    assert (tmp_path / "delta").stat().st_size < 2**12
    with pytest.raises(ShardDamaged):
        Delta(tmp_path / "delta", most_bytes=2**40)


def test_a_delta_made_against_all_of_a_long_shard_is_refused(tmp_path: Path) -> None:
    state = {f"{at:08}": "word" * 2**17 for at in range(70)}
    old = _written(tmp_path / "old", state)
    frame = packed(b"")
    head = DeltaHead(1, 2, {"on": ShardDelta(len(frame), tuple(state))})
    (tmp_path / "delta").write_bytes(packed(msgspec.json.encode(head)) + frame)

    with pytest.raises(ShardDamaged):
        list(Delta(tmp_path / "delta", _AMPLE).applied("on", old))


def test_a_line_without_an_end_is_refused_early() -> None:
    pieces = iter([bytes(2**16)] * 1000)

    with pytest.raises(ShardDamaged):
        list(lines_of(pieces))
    assert len(list(pieces)) > 900


def test_a_shard_cut_short_is_refused(tmp_path: Path) -> None:
    file = _written(tmp_path / "on", {f"{number:08}": "word" for number in range(2000)})
    file.write_bytes(file.read_bytes()[:-20])

    with pytest.raises(ShardDamaged):
        list(read_shard(file))


def test_a_small_file_that_unpacks_to_gigabytes_is_refused_early(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb"
    packing = zstandard.ZstdCompressor(level=1)
    with bomb.open("wb") as file, packing.stream_writer(file) as stream:
        for _ in range(300):
            stream.write(bytes(2**20))

    taken = 0
    with pytest.raises(ShardDamaged):
        for line in read_shard(bomb, most_bytes=2**20):
            taken += len(line)
    assert bomb.stat().st_size < 2**17
    assert taken == 0


def test_what_follows_the_end_of_a_shard_is_refused(tmp_path: Path) -> None:
    file = _written(tmp_path / "on", {"1": "word"})
    file.write_bytes(file.read_bytes() + b"more")

    with pytest.raises(ShardDamaged):
        list(read_shard(file))


@pytest.mark.parametrize("content", [b"", b"{}", b"\x28\xb5\x2f\xfd"])
def test_a_file_that_is_no_shard_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "on").write_bytes(content)

    with pytest.raises(ShardDamaged):
        list(read_shard(tmp_path / "on"))


def test_records_out_of_order_are_refused() -> None:
    with pytest.raises(ShardDamaged):
        list(differences([], [b'{"id":"2"}', b'{"id":"1"}']))
