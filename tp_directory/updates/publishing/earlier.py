"""The editions published earlier, from which deltas lead to the new one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from tuf.api.metadata import Snapshot, TargetFile

from tp_directory.core.release import Release
from tp_directory.updates import manifest
from tp_directory.updates.layout import MANIFEST
from tp_directory.updates.publishing.history import kept_snapshots, named_by
from tp_directory.updates.publishing.repository import Repository
from tp_directory.updates.publishing.state import State
from tp_directory.updates.publishing.wholeness import intact

LAST = 5
"""From how many of the last editions deltas are made: computers stand still over long weekends."""

DELTAS_FROM = (timedelta(days=7), timedelta(days=30))
"""How old the editions are from which deltas are made besides."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """An edition that was published, and its files by the paths of their targets."""

    release: Release
    files: dict[str, TargetFile]


def delta_bases(repository: Repository, published: State, now: datetime) -> tuple[Earlier, ...]:
    """The LAST editions, and the youngest ones that are at least as old as DELTAS_FROM says.

    Raises:
        RepositoryDamaged, ManifestRefused: a file of one is missing or altered.
    """
    editions = list(_editions(repository, published.version(Snapshot.type)))
    bases = {each.release.number: each for each in editions[:LAST]}
    for age in DELTAS_FROM:
        for each in editions:
            if datetime.fromisoformat(each.release.published_at) <= now - age:
                bases[each.release.number] = each
                break
    return tuple(bases.values())


def _editions(repository: Repository, newest_snapshot: int) -> Iterator[Earlier]:
    """The editions that are still there, the newest first."""
    last = 0
    for _file, snapshot in kept_snapshots(repository):
        if snapshot.version > newest_snapshot:
            continue  # it was never named by a timestamp
        files: dict[str, TargetFile] = {}
        for _named, targets in named_by(repository, snapshot):
            files.update(targets.targets)
        target = files.get(MANIFEST)
        if target is None or not all(repository.target_file(f).exists() for f in files.values()):
            continue  # not all of it is there any more
        release = manifest.decode(intact(repository, target).read_bytes())
        if release.number != last:
            last = release.number
            yield Earlier(release, files)
