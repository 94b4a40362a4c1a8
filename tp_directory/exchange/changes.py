"""What changed between two states of some shards: the records, and what that means to a worker."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tp_directory.core.release import Changes
from tp_directory.exchange.hsds import Status
from tp_directory.exchange.shards import known_by

Pair = tuple[bytes | None, bytes | None]


@dataclass(frozen=True, slots=True)
class Differences:
    """The lines that are gone and those that are new; a changed record has one of each.

    They are only known where `is_small`.
    """

    changes: Changes
    gone: tuple[bytes, ...]
    new: tuple[bytes, ...]
    is_small: bool


def compare(pairs: Iterable[Pair], most_lines: int) -> Differences:
    """The differences that pairs of lines tell (see shards.differences), of all shards together.

    Memory grows with the lines that differ, up to `most_lines` gone and as many new.

    Raises:
        ShardDamaged: a line is no record, or lines are not sorted.
    """
    gone: list[bytes] = []
    new: list[bytes] = []
    was: dict[str, str] = {}
    now: dict[str, str] = {}
    is_small = True
    for pair in pairs:
        for line, lines, statuses in zip(pair, (gone, new), (was, now), strict=True):
            if line is not None:
                known = known_by(line)
                statuses[known.id] = known.status
                if is_small:
                    lines.append(line)
        if max(len(gone), len(new)) > most_lines:
            is_small = False
            gone, new = [], []
    return Differences(_changes(was, now), tuple(gone), tuple(new), is_small)


def _changes(was: dict[str, str], now: dict[str, str]) -> Changes:
    """What changed, by the statuses of the records that differ.

    A record that moved to another shard is gone from one and new in the other: it changed.
    """
    ids: dict[str, list[str]] = {"added": [], "changed": [], "closed": [], "removed": []}
    for service_id in sorted(was.keys() | now.keys()):
        before, after = was.get(service_id), now.get(service_id)
        if after == Status.DEFUNCT and before != Status.DEFUNCT:
            ids["closed"].append(service_id)
        elif after == Status.ACTIVE:
            ids["changed" if before == Status.ACTIVE else "added"].append(service_id)
        elif before == Status.ACTIVE:
            ids["removed"].append(service_id)
    return Changes(**{kind: tuple(each) for kind, each in ids.items()})
