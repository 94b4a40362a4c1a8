"""Writes the files of an edition and stages the metadata that names them, unsigned."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from tuf.api.metadata import Metadata, TargetFile, Targets

from tp_directory.core.release import Changes, Release
from tp_directory.exchange.deltas import DeltaHead, write_delta
from tp_directory.exchange.shards import SUFFIX, pack
from tp_directory.updates import manifest
from tp_directory.updates.layout import (
    MANIFEST,
    NOTES,
    SHARED_DELTA,
    delta_target,
    file_target,
    shard_target,
)
from tp_directory.updates.publishing.configuration import Days
from tp_directory.updates.publishing.earlier import Earlier, delta_bases
from tp_directory.updates.publishing.notes import encoded
from tp_directory.updates.publishing.placing import placing
from tp_directory.updates.publishing.repository import Repository
from tp_directory.updates.publishing.signatures import is_signed
from tp_directory.updates.publishing.state import State
from tp_directory.updates.publishing.wholeness import intact

Files = dict[str, TargetFile]


@dataclass(frozen=True, slots=True)
class EditionFiles:
    """What an edition is made of.

    `before` is the edition published before; `data` has the files of reference; `workplace` has
    the shards, and takes other files while they are made.
    """

    release: Release
    before: Release | None
    data: Path
    workplace: Path
    changes: Changes


def changed_shards(before: Release | None, after: Release) -> tuple[str, ...]:
    """The shards whose contents differ between two editions; all where there was none."""
    known = before.shards if before else {}
    return tuple(name for name, content in after.shards.items() if known.get(name) != content)


def stage_edition(
    repository: Repository,
    published: State,
    draft: State,
    edition: EditionFiles,
    days: Days,
    now: datetime,
) -> None:
    """Put the files of an edition where they will be served, then stage what names them.

    A partner whose shard is as before need not sign again, until half the time of its signature
    is over. The publisher's own metadata comes last: it tells that all the rest is there.

    Raises:
        RepositoryDamaged: a file of an earlier edition is not as it should be.
        CannotWrite: there is no room or no permission.
    """
    shards = _shards(repository, published, edition)
    bases = delta_bases(repository, published, now)
    for role in (*draft.partners, Targets.type):
        files = {shard_target(shard): shards[shard] for shard in draft.shards_of(role)}
        expires = days.expiry(role, now)
        if role == Targets.type:
            files.update(_reference(repository, published, edition))
        elif _still_holds(published, draft, role, files, now + (expires - now) / 2):
            repository.unstage(role)
            continue
        files.update(_deltas(repository, bases, edition, role, draft.shards_of(role), shards))
        delegations = draft.roles[role].signed.delegations if role in draft.roles else None
        version = published.version(role) + 1
        signed = Targets(version, expires=expires, targets=files, delegations=delegations)
        repository.stage(role, Metadata(signed))


def put(repository: Repository, file: Path, path: str) -> TargetFile:
    """Copy a file to where a target is served.

    Raises:
        CannotWrite: there is no room or no permission.
    """
    target = TargetFile.from_file(path, str(file), ["sha256"])
    with placing(repository.target_file(target)) as part:
        shutil.copyfile(file, part)
    return target


def _still_holds(published: State, draft: State, role: str, files: Files, until: datetime) -> bool:
    """Whether what a partner has published has these files, and signatures that hold until then."""
    kept = published.roles.get(role)
    if kept is None or kept.signed.expires < until:
        return False
    has_files = all(kept.signed.targets.get(path) == target for path, target in files.items())
    tried = replace(draft, roles={**draft.roles, role: kept})
    return has_files and is_signed(tried, published, role)


def _shards(repository: Repository, published: State, edition: EditionFiles) -> Files:
    """The targets of all shards, by their names.

    One that did not change keeps its file: another version of the compressor might write the same
    records as other bytes, and every workstation would fetch them again.
    """
    before, changed = published.files, changed_shards(edition.before, edition.release)
    return {
        shard: put(repository, edition.workplace / f"{shard}{SUFFIX}", shard_target(shard))
        if shard in changed
        else before[shard_target(shard)]
        for shard in edition.release.shards
    }


def _reference(repository: Repository, published: State, edition: EditionFiles) -> Files:
    """The targets of the files of reference, of the notes and of the manifest."""
    before, made = published.files, edition.workplace / "made"
    known = edition.before.files if edition.before else {}
    files: Files = {}
    for path, content in edition.release.files.items():
        target = file_target(path)
        if known.get(path) == content:
            files[target] = before[target]
            continue
        pack((edition.data / path).read_bytes(), made)
        files[target] = put(repository, made, target)
    pack(encoded(edition.changes), made)
    files[NOTES] = put(repository, made, NOTES)
    made.write_bytes(manifest.encode(edition.release))
    files[MANIFEST] = put(repository, made, MANIFEST)
    return files


def _deltas(
    repository: Repository,
    bases: Iterable[Earlier],
    edition: EditionFiles,
    role: str,
    role_shards: tuple[str, ...],
    shards: Files,
) -> Files:
    """The targets of the deltas of a role's shards, each from an earlier edition."""
    made = edition.workplace / "delta"
    files: Files = {}
    for base in bases:
        old = {
            shard: intact(repository, base.files[shard_target(shard)])
            for shard in changed_shards(base.release, edition.release)
            if shard in role_shards
        }
        if old:
            new = {shard: repository.target_file(shards[shard]) for shard in old}
            before = base.release.number
            write_delta(made, DeltaHead(before, edition.release.number), old, new)
            name = SHARED_DELTA if role == Targets.type else role
            path = delta_target(name, before)
            files[path] = put(repository, made, path)
    return files
