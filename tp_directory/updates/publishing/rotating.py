"""Changes whose keys count, or lets a signature hold longer: stages what must be signed for it."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import datetime

from securesystemslib.signer import SSlibKey
from tuf.api.metadata import TOP_LEVEL_ROLE_NAMES, DelegatedRole, Metadata, Role, Root, Targets

from tp_directory.core.bilingual import Text
from tp_directory.updates.layout import shard_target
from tp_directory.updates.publishing.configuration import Days
from tp_directory.updates.publishing.errors import SettingsRefused
from tp_directory.updates.publishing.repository import Repository
from tp_directory.updates.publishing.signatures import is_signed
from tp_directory.updates.publishing.starting import check_threshold, delegate
from tp_directory.updates.publishing.state import Kept, Kind, State


@dataclass(frozen=True, slots=True)
class Rotation:
    """What becomes of the keys of a role; nothing: its signature is to hold longer.

    `removed` are ids of keys, or beginnings of them; `threshold` 0 leaves it as it is.
    """

    role: str
    added: Sequence[SSlibKey] = ()
    removed: Sequence[str] = ()
    threshold: int = 0

    @property
    def changes_keys(self) -> bool:
        """Whether it does more than renew."""
        return bool(self.added or self.removed or self.threshold)


def rotate(repository: Repository, rotation: Rotation, days: Days, now: datetime) -> None:
    """Stage what a rotation asks for. The caller holds the lock.

    A new root must be signed by as many of the old keys as the old root asks for, and by as many
    of the new ones. A province becomes a partner's with its first key, and the publisher's again
    when its last one is removed.

    Raises:
        SettingsRefused: the role, or a key to remove, is not there; or too few keys are left.
        RepositoryDamaged, StagedTooOld: what is there cannot be built on.
        CannotWrite: there is no room or no permission.
    """
    published = repository.published()
    draft = repository.draft(published)
    role = rotation.role
    if not rotation.changes_keys:
        _renew(repository, published, draft, role, days, now)
    elif role in TOP_LEVEL_ROLE_NAMES:
        _rotate_root(repository, published, draft, rotation, days, now)
    else:
        _rotate_partner(repository, published, draft, rotation, days, now)


def _renew(
    repository: Repository, published: State, draft: State, role: str, days: Days, now: datetime
) -> None:
    kept = draft.of(role)
    if kept is None or role not in (Root.type, *draft.roles):
        raise SettingsRefused(_unknown(role, (Root.type, *draft.roles)))
    _stage(repository, published, role, deepcopy(kept.signed), days, now)


def _rotate_root(
    repository: Repository,
    published: State,
    draft: State,
    rotation: Rotation,
    days: Days,
    now: datetime,
) -> None:
    if draft.root is None:
        raise SettingsRefused(_unknown(rotation.role, ()))
    root = deepcopy(draft.root.signed)
    for keyid in _found(rotation, root.roles[rotation.role]):
        root.revoke_key(keyid, rotation.role)
    for key in rotation.added:
        root.add_key(key, rotation.role)
    _set_threshold(rotation, root.roles[rotation.role])
    staged = _stage(repository, published, Root.type, root, days, now)
    after = replace(draft, root=staged)
    if draft.targets and not is_signed(after, published, Targets.type):
        targets = deepcopy(draft.targets.signed)
        _stage(repository, published, Targets.type, targets, days, now)


def _rotate_partner(
    repository: Repository,
    published: State,
    draft: State,
    rotation: Rotation,
    days: Days,
    now: datetime,
) -> None:
    if draft.targets is None:
        raise SettingsRefused(_unknown(rotation.role, ()))
    shard, targets = rotation.role, deepcopy(draft.targets.signed)
    for key in rotation.added:
        if shard in _partners(targets):
            targets.add_key(key, shard)
        else:
            delegate(targets, shard, key)
    role = _partners(targets).get(shard)
    if role is None:
        raise SettingsRefused(_unknown(shard, tuple(draft.roles)))
    for keyid in _found(rotation, role):
        targets.revoke_key(keyid, shard)
    if role.keyids:
        _set_threshold(rotation, role)
        partner = deepcopy(draft.roles[shard].signed) if shard in draft.roles else Targets()
    else:
        _partners(targets).pop(shard)
        partner = None
    _move(shard, targets, draft, partner)
    staged = _stage(repository, published, Targets.type, targets, days, now)
    if partner is None:
        repository.unstage(shard)
        return
    after = replace(draft, roles={**draft.roles, Targets.type: staged})
    if not is_signed(after, published, shard):
        _stage(repository, published, shard, partner, days, now)


def _move(shard: str, targets: Targets, draft: State, partner: Targets | None) -> None:
    """Have a shard, if there is an edition, signed by the partner, or else by the publisher."""
    path = shard_target(shard)
    target = draft.files.get(path)
    targets.targets.pop(path, None)
    if target:
        (partner or targets).targets[path] = target


def _partners(targets: Targets) -> dict[str, DelegatedRole]:
    return (targets.delegations and targets.delegations.roles) or {}


def _found(rotation: Rotation, role: Role) -> list[str]:
    """The ids of the keys to remove."""
    found = []
    for start in rotation.removed:
        keyids = [keyid for keyid in role.keyids if keyid.startswith(start)]
        if len(keyids) != 1 or not start:
            raise SettingsRefused(_unknown(start, tuple(each[:8] for each in role.keyids)))
        found += keyids
    return found


def _set_threshold(rotation: Rotation, role: Role) -> None:
    role.threshold = rotation.threshold or role.threshold
    check_threshold(rotation.role, role)


def _stage(
    repository: Repository,
    published: State,
    role: str,
    signed: Kind,
    days: Days,
    now: datetime,
) -> Kept[Kind]:
    signed.version = published.version(role) + 1
    signed.expires = days.expiry(role, now)
    metadata = Metadata(signed)
    repository.stage(role, metadata)
    return Kept(repository.staged_file(role), metadata)


def _unknown(words: str, choices: tuple[str, ...]) -> Text:
    named = ", ".join(choices)
    return Text(
        f"“{words}” is not there, or not the only one. Choices: {named}.",
        f"« {words} » n'existe pas, ou n'est pas le seul. Choix : {named}.",
    )
