"""Looks at what is published from the outside, as a workstation would, but at all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tp_directory.core.errors import ShardDamaged
from tp_directory.core.release import Content, Release
from tp_directory.updates import manifest
from tp_directory.updates.downloads import Downloads
from tp_directory.updates.layout import (
    MANIFEST,
    NOTES,
    SHARED_DELTA,
    delta_target,
    file_target,
    shard_target,
)
from tp_directory.updates.publishing.wholeness import content_of
from tp_directory.updates.refusals import ContentDiffers
from tp_directory.updates.sources import Source
from tp_directory.updates.trust import PUBLISHER, Trust


@dataclass(frozen=True, slots=True)
class Verified:
    """A published edition of which everything is right: how many files, and bytes as served."""

    release: Release
    files: int
    bytes: int


def verify(
    source: Source, root: bytes, memory: Path, now: datetime, progress: Callable[[int, int], None]
) -> Verified:
    """Fetch and check everything that is published, from the first root on.

    `memory` is an empty folder for what is fetched. `progress` is told how many files are done.

    Raises:
        UpdateFailed: something is missing or not to be trusted; says what.
        CannotWrite: there is no room or no permission.
    """
    trust, downloads = Trust(source, root, memory, now), Downloads(memory)
    first = trust.target(MANIFEST, PUBLISHER)
    release = manifest.decode(downloads.fetch(first, source).read_bytes())
    targets = [first]
    for path, role, content in (wanted := tuple(_wanted(release, trust))):
        progress(len(targets), len(wanted) + 1)
        target = trust.target(path, role)
        file = downloads.fetch(target, source)
        targets.append(target)
        if content and not _holds(file, content):
            raise ContentDiffers(path)
        file.unlink()  # files with the same content, such as empty shards, must each be there
    return Verified(release, len(targets), sum(each.length for each in targets))


def _wanted(release: Release, trust: Trust) -> Iterator[tuple[str, str, Content | None]]:
    """Every target: its path, who signs it, and its content where the manifest says that."""
    yield NOTES, PUBLISHER, None
    for path, content in release.files.items():
        yield file_target(path), PUBLISHER, content
    for shard, content in release.shards.items():
        yield shard_target(shard), trust.role_of(shard), content
    for role in dict.fromkeys(map(trust.role_of, release.shards)):
        name = SHARED_DELTA if role == PUBLISHER else role
        for before in range(1, release.number):
            path = delta_target(name, before)
            if trust.target_if_any(path, role):
                yield path, role, None


def _holds(file: Path, content: Content) -> bool:
    try:
        return content_of(file, content.bytes).sha256 == content.sha256
    except ShardDamaged:
        return False
