"""Decides what has to be fetched for an edition: the least that gives the signed contents."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from tuf.api.metadata import TargetFile

from tp_directory.core.release import Content, Release
from tp_directory.updates.layout import SHARED_DELTA, delta_target, file_target, shard_target
from tp_directory.updates.present import Present, is_intact
from tp_directory.updates.trust import PUBLISHER, Trust


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A delta, and the shards of one role that are made with it."""

    delta: TargetFile
    shards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """How the contents of a release come together.

    `kept` and `kept_files` are there already. `changed` are the other shards, whole, of which
    those of the `shortcuts` need not be fetched if all goes well. `partners` are the shards that
    the publisher does not sign itself.
    """

    release: Release
    kept: tuple[str, ...]
    changed: dict[str, TargetFile]
    shortcuts: tuple[Shortcut, ...]
    kept_files: dict[str, Path]
    files: dict[str, TargetFile]
    partners: frozenset[str]

    @property
    def whole(self) -> dict[str, TargetFile]:
        """The shards that are fetched whole."""
        shortened = {shard for each in self.shortcuts for shard in each.shards}
        return {name: each for name, each in self.changed.items() if name not in shortened}

    @property
    def fetched(self) -> tuple[TargetFile, ...]:
        """All that is fetched if all goes well."""
        deltas = (each.delta for each in self.shortcuts)
        return (*deltas, *self.whole.values(), *self.files.values())

    @property
    def of_use(self) -> tuple[TargetFile, ...]:
        """All that may be fetched: the shards, too, that deltas may not lead to."""
        return (*self.fetched, *self.changed.values())


def plan(release: Release, shards: tuple[str, ...], present: Present, trust: Trust) -> Plan:
    """The cheapest way to the shards subscribed to, and to all files of reference.

    Raises:
        UpdateFailed: somebody who must sign one of them does not.
        CannotWrite: the metadata of a partner cannot be kept.
    """
    kept = tuple(shard for shard in shards if _is_kept(shard, release, present))
    roles = {shard: trust.role_of(shard) for shard in shards}
    changed = {
        shard: trust.target(shard_target(shard), roles[shard])
        for shard in shards
        if shard not in kept
    }
    kept_files = {
        path: present.data / path
        for path, content in release.files.items()
        if _is_same(present.data / path, content)
    }
    return Plan(
        release,
        kept,
        changed,
        _shortcuts(changed, roles, present, trust),
        kept_files,
        {
            path: trust.target(file_target(path), PUBLISHER)
            for path in release.files
            if path not in kept_files
        },
        frozenset(shard for shard, role in roles.items() if role != PUBLISHER),
    )


def _shortcuts(
    changed: dict[str, TargetFile], roles: dict[str, str], present: Present, trust: Trust
) -> tuple[Shortcut, ...]:
    """The deltas that cost less than what they replace."""
    found = []
    for role in sorted({roles[shard] for shard in changed}):
        name = SHARED_DELTA if role == PUBLISHER else role
        delta = trust.target_if_any(delta_target(name, present.number), role)
        shards = tuple(each for each in changed if roles[each] == role and each in present.shards)
        if delta and delta.length < sum(changed[shard].length for shard in shards):
            found.append(Shortcut(delta, shards))
    return tuple(found)


def _is_kept(shard: str, release: Release, present: Present) -> bool:
    """Whether a shard is there as it should be: the disk may have changed it since."""
    has, wanted = present.shards.get(shard), release.shards[shard]
    is_same = has is not None and has.sha256 == wanted.sha256
    return is_same and is_intact(present.shard(shard), wanted)


def _is_same(file: Path, content: Content) -> bool:
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest() == content.sha256
    except OSError:
        return False
