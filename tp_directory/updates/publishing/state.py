"""One state of a repository: the metadata of each role that belong together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from tuf.api.metadata import (
    DelegatedRole,
    Metadata,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)

from tp_directory.core.release import SHARDS
from tp_directory.updates.layout import MANIFEST

Kind = TypeVar("Kind", Root, Snapshot, Targets, Timestamp)


@dataclass(frozen=True, slots=True)
class Kept(Generic[Kind]):
    """Metadata, and the file that holds it."""

    file: Path
    metadata: Metadata[Kind]

    @property
    def signed(self) -> Kind:
        """What is signed of it."""
        return self.metadata.signed


@dataclass(frozen=True, slots=True)
class State:
    """The metadata by role; None or absent for what was never made.

    `roles` has `targets` first, then the partners, who are named as their shards.
    """

    root: Kept[Root] | None
    roles: dict[str, Kept[Targets]] = field(default_factory=dict)
    snapshot: Kept[Snapshot] | None = None
    timestamp: Kept[Timestamp] | None = None

    @property
    def targets(self) -> Kept[Targets] | None:
        """The metadata of the publisher itself."""
        return self.roles.get(Targets.type)

    @property
    def partners(self) -> Mapping[str, DelegatedRole]:
        """The partners to whom a shard is delegated, whether they have signed anything or not."""
        delegations = self.targets.signed.delegations if self.targets else None
        return (delegations and delegations.roles) or {}

    @property
    def files(self) -> dict[str, TargetFile]:
        """All targets by path; the publisher's own come before those of partners, as in TUF."""
        found: dict[str, TargetFile] = {}
        for kept in reversed(self.roles.values()):
            found.update(kept.signed.targets)
        return found

    @property
    def has_edition(self) -> bool:
        """Whether there is anything to sign but keys."""
        return self.targets is not None and MANIFEST in self.targets.signed.targets

    def role_of(self, shard: str) -> str:
        """The role that signs a shard."""
        return shard if shard in self.partners else Targets.type

    def shards_of(self, role: str) -> tuple[str, ...]:
        """The shards that a role signs."""
        return tuple(shard for shard in SHARDS if self.role_of(shard) == role)

    def of(self, role: str) -> Kept[Any] | None:  # Any: the kind depends on the role
        """The metadata of a role."""
        tops = {Root.type: self.root, Snapshot.type: self.snapshot, Timestamp.type: self.timestamp}
        return tops[role] if role in tops else self.roles.get(role)

    def version(self, role: str) -> int:
        """The version of a role's metadata, 0 if there is none; of former partners, the last."""
        if kept := self.of(role):
            return int(kept.signed.version)
        meta = self.snapshot.signed.meta.get(f"{role}.json") if self.snapshot else None
        return meta.version if meta else 0
