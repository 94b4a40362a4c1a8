"""Begins a repository: whose keys count for what, and who signs which province."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from securesystemslib.signer import SSlibKey
from tuf.api.metadata import (
    DelegatedRole,
    Delegations,
    Metadata,
    Role,
    Root,
    Snapshot,
    Targets,
    Timestamp,
)

from tp_directory.core.bilingual import Text
from tp_directory.core.release import NATIONAL_SHARD, SHARDS
from tp_directory.updates.layout import delegated_paths
from tp_directory.updates.publishing.configuration import Settings, written
from tp_directory.updates.publishing.errors import SettingsRefused
from tp_directory.updates.publishing.placing import place
from tp_directory.updates.publishing.repository import Repository

Keys = Sequence[SSlibKey]


@dataclass(frozen=True, slots=True)
class Holders:
    """The public keys of each role, how many roots must sign together, and partners by shard."""

    root: Keys
    targets: Keys
    snapshot: Keys
    timestamp: Keys
    threshold: int = 2
    partners: Mapping[str, SSlibKey] = field(default_factory=dict)


def begin(repository: Repository, holders: Holders, settings: Settings, now: datetime) -> None:
    """Make a repository whose first root waits for signatures, and which has no edition yet.

    Raises:
        RepositoryExists: there is one already.
        SettingsRefused: the keys cannot meet the threshold, or a partner's province is none.
        CannotWrite: there is no room or no permission.
    """
    repository.check_absent()
    by_role = {
        Root.type: holders.root,
        Targets.type: holders.targets,
        Snapshot.type: holders.snapshot,
        Timestamp.type: holders.timestamp,
    }
    roles = {name: Role([], holders.threshold if name == Root.type else 1) for name in by_role}
    root = Root(1, expires=settings.days.expiry(Root.type, now), roles=roles)
    for name, keys in by_role.items():
        for key in keys:
            root.add_key(key, name)
        check_threshold(name, roles[name])
    targets = Targets(1, expires=settings.days.expiry(Targets.type, now))
    for shard, key in holders.partners.items():
        delegate(targets, shard, key)
    place(written(settings), repository.settings_file)
    repository.stage(Targets.type, Metadata(targets))
    repository.stage(Root.type, Metadata(root))  # last: with it the repository exists


def check_threshold(name: str, role: Role) -> None:
    """See that a role can be signed at all.

    Raises:
        SettingsRefused: it has fewer keys than must sign together.
    """
    if len(role.keyids) < role.threshold:
        raise SettingsRefused(
            Text(
                f"{name}: {role.threshold} keys must sign together and there are "
                f"{len(role.keyids)}. Give more keys, or a lower threshold.",
                f"{name} : {role.threshold} clés doivent signer ensemble et il y en a "
                f"{len(role.keyids)}. Donnez plus de clés, ou un seuil plus bas.",
            )
        )


def delegate(targets: Targets, shard: str, key: SSlibKey) -> None:
    """Let a partner alone sign a province.

    Raises:
        SettingsRefused: there is no such province.
    """
    if shard not in SHARDS or shard == NATIONAL_SHARD:
        names = ", ".join(each for each in SHARDS if each != NATIONAL_SHARD)
        raise SettingsRefused(
            Text(
                f"“{shard}” is no province that a partner may sign. Choices: {names}.",
                f"« {shard} » n'est pas une province qu'un partenaire peut signer. "
                f"Choix : {names}.",
            )
        )
    if targets.delegations is None:
        targets.delegations = Delegations(keys={}, roles={})
    roles = targets.delegations.roles
    if roles is not None:
        paths = list(delegated_paths(shard))
        roles[shard] = DelegatedRole(shard, [], 1, terminating=True, paths=paths)
        targets.add_key(key, shard)
