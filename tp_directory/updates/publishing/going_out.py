"""Publishes what has all its signatures, whole, and takes away what nobody needs any more.

The order makes it safe to be killed at any instant: the files of the edition are there already,
then the metadata of each role, the snapshot that names them, a new root, and the timestamp last,
by which alone a client learns of them. What was signed goes on waiting until that is done, so a
rerun completes it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from securesystemslib.signer import Signer
from tuf.api.metadata import (
    Metadata,
    MetaFile,
    Root,
    Signed,
    Snapshot,
    Targets,
    Timestamp,
)

from tp_directory.core.errors import CannotWrite
from tp_directory.updates.publishing.configuration import Days
from tp_directory.updates.publishing.errors import RepositoryDamaged, StagedTooOld
from tp_directory.updates.publishing.history import kept_snapshots, named_by
from tp_directory.updates.publishing.placing import place
from tp_directory.updates.publishing.repository import Repository
from tp_directory.updates.publishing.signatures import (
    Missing,
    is_signed,
    missing,
    signed_part,
)
from tp_directory.updates.publishing.signing import sign_last
from tp_directory.updates.publishing.state import Kept, Kind, State
from tp_directory.updates.publishing.wholeness import check_state, release_of

KEPT_DAYS = 40
"""How long files that a snapshot names stay after it expired: for clients, and for deltas."""

_METADATA = re.compile(r"\d+\.(?!root\.)[a-z]+\.json")
_TARGET = re.compile(r"[0-9a-f]{64}\..+")


@dataclass(frozen=True, slots=True)
class Gone:
    """The roles whose metadata was published, and the signatures that others still lack."""

    published: tuple[str, ...] = ()
    waiting: tuple[Missing, ...] = ()


def go_out(
    repository: Repository,
    signers: Callable[[], Sequence[Signer]],
    days: Days,
    now: datetime,
    *,
    is_refresh: bool = False,
) -> Gone:
    """Publish what has all its signatures, if it makes a whole with what is published.

    `signers` gives the keys for snapshot and timestamp; asked only when those are needed.
    `is_refresh` makes both anew though nothing else changed. The caller holds the lock.

    Raises:
        RepositoryDamaged, ManifestRefused: a file is missing or is not what was signed.
        StagedTooOld: what waits is older than what is published.
        KeyRefused: a key cannot be used.
        CannotWrite: there is no room or no permission.
    """
    published = repository.published()
    draft = repository.draft(published)
    waiting = tuple(missing(draft, published))
    state = signed_part(published, draft)
    if not state.has_edition:
        if published.timestamp:  # what is published is not signed by the keys of the new root
            return Gone(waiting=waiting)
        return _root_alone(repository, published, state, waiting)
    try:
        check_state(repository, state)
    except RepositoryDamaged:
        if waiting:  # what has its signatures needs something that lacks its own
            return Gone(waiting=waiting)
        raise
    _check_follows(repository, published, state)
    changed = [role for role in state.roles if state.version(role) != published.version(role)]
    if not (changed or is_refresh or _is_stale(state, published)):
        if state.root is not published.root:
            return _root_alone(repository, published, state, waiting)
        _unstage(repository, state)
        _clean(repository, state, now)
        return Gone(waiting=waiting)
    keys = signers()
    for role, make in ((Snapshot.type, _snapshot), (Timestamp.type, _timestamp)):
        state = make(repository, state, published, days, now)
        sign_last(repository, state, role, keys)
        if not is_signed(state, state, role):
            return Gone(waiting=tuple(missing(state, published)))
    roles = [*reversed(state.roles), Snapshot.type, Root.type, Timestamp.type]
    out = tuple(role for role in roles if state.version(role) != published.version(role))
    _place(repository, state, out)
    _unstage(repository, state)
    _clean(repository, state, now)
    return Gone(out, tuple(each for each in waiting if each.role not in out))


def _root_alone(
    repository: Repository, published: State, state: State, waiting: tuple[Missing, ...]
) -> Gone:
    """Publish a root whose keys change nothing for the rest of what is published."""
    if state.root is None or state.root is published.root:
        return Gone(waiting=waiting)
    _place(repository, state, (Root.type,))
    _unstage(repository, state)
    return Gone((Root.type,), waiting)


def _check_follows(repository: Repository, published: State, state: State) -> None:
    """See that the edition is not older than the published one, nor another of its number."""
    before, after = release_of(repository, published), release_of(repository, state)
    if before is None or after is None or before.number < after.number:
        return
    if before != after:
        raise StagedTooOld(repository.staged_file(Targets.type))


def _is_stale(state: State, published: State) -> bool:
    """Whether the published snapshot or timestamp is missing, or signed by former keys."""
    return not all(is_signed(state, published, role) for role in (Snapshot.type, Timestamp.type))


def _snapshot(
    repository: Repository, state: State, published: State, days: Days, now: datetime
) -> State:
    """The state with a snapshot that names its roles, waiting for signatures."""
    meta = dict(published.snapshot.signed.meta) if published.snapshot else {}
    for role, kept in state.roles.items():
        meta[f"{role}.json"] = _named(kept)
    expires = days.expiry(Snapshot.type, now)
    signed = Snapshot(published.version(Snapshot.type) + 1, expires=expires, meta=meta)
    return replace(state, snapshot=_waiting(repository, signed, now))


def _timestamp(
    repository: Repository, state: State, published: State, days: Days, now: datetime
) -> State:
    """The state with a timestamp that names its snapshot, waiting for signatures."""
    expires = days.expiry(Timestamp.type, now)
    named = _named(state.snapshot) if state.snapshot else None
    signed = Timestamp(published.version(Timestamp.type) + 1, expires=expires, snapshot_meta=named)
    return replace(state, timestamp=_waiting(repository, signed, now))


def _named(kept: Kept[Kind]) -> MetaFile:
    return MetaFile.from_data(kept.signed.version, kept.file.read_bytes(), ["sha256"])


def _waiting(repository: Repository, made: Kind, now: datetime) -> Kept[Kind]:
    """What was just made, or what says the same, waits already, and will hold long enough."""
    kept = repository.staged(made.type, type(made))
    half_way = now + (made.expires - now) / 2
    if kept and _says_same(kept.signed, made) and kept.signed.expires >= half_way:
        return kept
    metadata = Metadata(made)
    repository.stage(made.type, metadata)
    return Kept(repository.staged_file(made.type), metadata)


def _says_same(one: Signed, other: Signed) -> bool:
    return {**one.to_dict(), "expires": ""} == {**other.to_dict(), "expires": ""}


def _place(repository: Repository, state: State, roles: tuple[str, ...]) -> None:
    """Serve the metadata of some roles, in their order."""
    for role in roles:
        if kept := state.of(role):
            out = repository.published_file(role, kept.signed.version)
            place(kept.file.read_bytes(), out)


def _unstage(repository: Repository, state: State) -> None:
    """Have what went out wait no more, also what a killed command left."""
    for role in (Root.type, *state.roles, Snapshot.type, Timestamp.type):
        staged = repository.staged_file(role)
        out = repository.published_file(role, state.version(role))
        if staged.exists() and out.exists() and staged.read_bytes() == out.read_bytes():
            repository.unstage(role)


def _clean(repository: Repository, state: State, now: datetime) -> None:
    """Remove what no client that is in the middle of an update can need, nor a delta.

    Kept are the files that are named by a snapshot in force or expired for less than KEPT_DAYS,
    or by what waits for signatures.
    """
    kept: set[Path] = set()
    signed: list[Targets] = [each.signed for each in repository.draft(state).roles.values()]
    for file, snapshot in kept_snapshots(repository):
        is_in_force = snapshot.version == state.version(Snapshot.type)
        if is_in_force or snapshot.expires > now - timedelta(days=KEPT_DAYS):
            kept.add(file)
            for named, targets in named_by(repository, snapshot):
                if named not in kept:
                    kept.add(named)
                    signed.append(targets)
    kept.update(repository.target_file(each) for its in signed for each in its.targets.values())
    for folder, pattern in (
        (repository.metadata_folder, _METADATA),
        (repository.targets_folder, _TARGET),
    ):
        for file in folder.rglob("*"):
            if pattern.fullmatch(file.name) and file not in kept:
                _remove(file)


def _remove(file: Path) -> None:
    try:
        file.unlink()
    except OSError as error:
        raise CannotWrite(file.parent, error.strerror or str(error)) from error
