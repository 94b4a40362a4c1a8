"""Checks that what is to be signed or published is there, and is what the manifest says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

import msgspec
from tuf.api.metadata import LengthOrHashMismatchError, TargetFile, Targets

from tp_directory.core.bilingual import Text
from tp_directory.core.errors import ShardDamaged
from tp_directory.core.release import Changes, Content, Release
from tp_directory.exchange.shards import unpacked
from tp_directory.updates.layout import MANIFEST, NOTES, file_target, shard_target
from tp_directory.updates.manifest import MOST_BYTES, decode
from tp_directory.updates.publishing.errors import RepositoryDamaged
from tp_directory.updates.publishing.repository import Repository
from tp_directory.updates.publishing.state import State

MOST_NOTES_BYTES = 2**26
MISSING = Text("this file of the edition is missing.", "ce fichier de l'édition est absent.")
_ALTERED = Text(
    "this file is not the one that the edition was made with.",
    "ce fichier n'est pas celui avec lequel l'édition a été faite.",
)
_FOREIGN = Text(
    "this file is not the partner's to sign.",
    "ce fichier n'est pas du ressort du partenaire.",
)
_CONTRARY = Text(
    "what it holds is not what the manifest of the edition says.",
    "son contenu n'est pas celui qu'annonce le manifeste de l'édition.",
)


def release_of(repository: Repository, state: State) -> Release | None:
    """The edition of a state; None before the first one.

    Raises:
        RepositoryDamaged: its manifest is missing or altered.
        ManifestRefused: it is no manifest.
    """
    target = state.targets.signed.targets.get(MANIFEST) if state.targets else None
    if target is None:
        return None
    return decode(intact(repository, target).read_bytes()[: MOST_BYTES + 1])


def intact(repository: Repository, target: TargetFile) -> Path:
    """The file of a target.

    Raises:
        RepositoryDamaged: it is missing, or has another length or hash than what is signed.
    """
    file = repository.target_file(target)
    try:
        with file.open("rb") as opened:
            target.verify_length_and_hashes(opened)
    except OSError as error:
        raise RepositoryDamaged(str(file), MISSING) from error
    except LengthOrHashMismatchError as error:
        raise RepositoryDamaged(str(file), _ALTERED) from error
    return file


def check_role(repository: Repository, state: State, role: str) -> None:
    """Check every file that a role signs: its hash, and what it holds against the manifest.

    Raises:
        RepositoryDamaged: one is missing, altered, holds something else, or is not a partner's to
            sign; names it.
        ManifestRefused: the manifest is none.
    """
    kept = state.roles[role]
    for path, target in kept.signed.targets.items():
        if role in state.partners and not state.partners[role].is_delegated_path(path):
            raise RepositoryDamaged(path, _FOREIGN)
        intact(repository, target)
    release = release_of(repository, state)
    if release is None:
        return
    targets = kept.signed.targets
    for shard in state.shards_of(role):
        _check(repository, shard_target(shard), targets, release.shards[shard])
    if role == Targets.type:
        for path, content in release.files.items():
            _check(repository, file_target(path), targets, content)
        _check_notes(repository, targets)


def check_state(repository: Repository, state: State) -> None:
    """Check every file of a state, and that every shard is signed by the role that must.

    Raises:
        RepositoryDamaged, ManifestRefused: as `check_role`.
    """
    for role in (Targets.type, *state.partners):
        if role not in state.roles:
            raise RepositoryDamaged(f"{role}.json", MISSING)
        check_role(repository, state, role)


def content_of(packed: Path, most_bytes: int) -> Content:
    """The content of a compressed file.

    Raises:
        ShardDamaged: it is no such file, or longer than `most_bytes` uncompressed.
        OSError: it cannot be read.
    """
    return digested(unpacked(packed, most_bytes))


def digested(pieces: Iterable[bytes]) -> Content:
    """A content that comes in pieces."""
    digest, length = hashlib.sha256(), 0
    for piece in pieces:
        digest.update(piece)
        length += len(piece)
    return Content(digest.hexdigest(), length)


def _check(
    repository: Repository, path: str, targets: dict[str, TargetFile], wanted: Content
) -> None:
    if path not in targets:
        raise RepositoryDamaged(path, MISSING)
    try:
        found = content_of(repository.target_file(targets[path]), wanted.bytes)
    except ShardDamaged as error:
        raise RepositoryDamaged(path, _CONTRARY) from error
    if found.sha256 != wanted.sha256:
        raise RepositoryDamaged(path, _CONTRARY)


def _check_notes(repository: Repository, targets: dict[str, TargetFile]) -> None:
    if NOTES not in targets:
        raise RepositoryDamaged(NOTES, MISSING)
    try:
        packed = b"".join(unpacked(repository.target_file(targets[NOTES]), MOST_NOTES_BYTES))
        msgspec.json.decode(packed, type=Changes)
    except (ShardDamaged, msgspec.DecodeError) as error:
        raise RepositoryDamaged(NOTES, _CONTRARY) from error
