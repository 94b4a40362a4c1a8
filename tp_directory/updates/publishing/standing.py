"""How a repository stands: what is published until when, and who must sign what."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from tuf.api.metadata import Role, Root, Snapshot, Targets, Timestamp

from tp_directory.core.release import Release
from tp_directory.updates.publishing.repository import Repository
from tp_directory.updates.publishing.signatures import Missing, missing
from tp_directory.updates.publishing.state import State
from tp_directory.updates.publishing.wholeness import release_of


@dataclass(frozen=True, slots=True)
class RoleStanding:
    """A role: its published version (0: none), when that expires, and whose signatures count."""

    role: str
    version: int
    expires: datetime | None
    threshold: int
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """What is published, what edition waits (None: none), and which signatures are missing."""

    release: Release | None
    staged: Release | None
    roles: tuple[RoleStanding, ...]
    waiting: tuple[Missing, ...]


def standing(repository: Repository) -> Standing:
    """How a repository stands.

    Raises:
        NoRepository: there is none.
        RepositoryDamaged, ManifestRefused, StagedTooOld: something in it is not as it should be.
    """
    repository.check_exists()
    published = repository.published()
    draft = repository.draft(published)
    release, staged = release_of(repository, published), release_of(repository, draft)
    shown = (Root.type, Targets.type, *draft.partners, Snapshot.type, Timestamp.type)
    return Standing(
        release=release,
        staged=None if staged == release else staged,
        roles=tuple(_role(published, draft, role) for role in shown),
        waiting=tuple(missing(_with_last(repository, draft), published)),
    )


def _with_last(repository: Repository, draft: State) -> State:
    """The draft with the snapshot and the timestamp that wait, if any."""
    return replace(
        draft,
        snapshot=repository.staged(Snapshot.type, Snapshot) or draft.snapshot,
        timestamp=repository.staged(Timestamp.type, Timestamp) or draft.timestamp,
    )


def _role(published: State, draft: State, role: str) -> RoleStanding:
    kept, keys = published.of(role), _keys(draft, role)
    return RoleStanding(
        role,
        version=published.version(role),
        expires=kept.signed.expires if kept else None,
        threshold=keys.threshold,
        keys=tuple(keys.keyids),
    )


def _keys(draft: State, role: str) -> Role:
    if role in draft.partners:
        return draft.partners[role]
    return draft.root.signed.roles[role] if draft.root else Role([], 1)
