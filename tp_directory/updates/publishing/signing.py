"""Signs what waits for signatures; never anything whose files are not as it says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from securesystemslib.signer import Signer
from tuf.api.exceptions import UnsignedMetadataError
from tuf.api.metadata import Metadata, Root, Snapshot, Timestamp

from tp_directory.core.bilingual import Text
from tp_directory.updates.publishing.errors import KeyRefused
from tp_directory.updates.publishing.repository import Repository
from tp_directory.updates.publishing.signatures import verifications
from tp_directory.updates.publishing.state import State
from tp_directory.updates.publishing.wholeness import check_role


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature that was made: of which version of which role, by the key with which id."""

    role: str
    version: int
    key: str


def sign(
    repository: Repository, signers: Sequence[Signer], only: str = ""
) -> tuple[Signature, ...]:
    """Sign what waits with every key that may; `only` one role, if that is named.

    What has a key's signature is left as it is. The caller holds the lock.

    Raises:
        RepositoryDamaged, ManifestRefused: a file that would be signed for is not as it should be.
        StagedTooOld: what waits does not follow what is published.
        KeyRefused: a device did not sign.
        CannotWrite: there is no room or no permission.
    """
    published = repository.published()
    draft = repository.draft(published)
    made: list[Signature] = []
    for role in (Root.type, *(draft.roles if draft.has_edition else ())):
        kept = draft.of(role)
        if kept is None or (only and role != only) or kept is published.of(role):
            continue
        asked = asked_of(signers, draft, published, role)
        if asked and role != Root.type:
            check_role(repository, draft, role)
        made.extend(_signed(repository, role, kept.metadata, asked))
    return tuple(made)


def asked_of(
    signers: Iterable[Signer], state: State, published: State, role: str
) -> tuple[Signer, ...]:
    """Those whose signature the metadata of a role lacks and may have."""
    results = verifications(state, published, role)
    wanted = {keyid for each in results for keyid in each.unsigned}
    return tuple(each for each in signers if each.public_key.keyid in wanted)


def sign_last(
    repository: Repository, signers: Iterable[Signer], state: State, role: str
) -> tuple[Signature, ...]:
    """Sign the snapshot or the timestamp that waits.

    Raises:
        KeyRefused: a device did not sign.
        CannotWrite: there is no room or no permission.
    """
    kept = state.of(role)
    if kept is None or role not in (Snapshot.type, Timestamp.type):
        return ()
    return _signed(repository, role, kept.metadata, asked_of(signers, state, state, role))


def _signed(
    repository: Repository,
    role: str,
    metadata: Metadata[Any],  # Any: of whichever kind the role has
    signers: Iterable[Signer],
) -> tuple[Signature, ...]:
    made = []
    for signer in signers:
        key = signer.public_key.keyid
        try:
            metadata.sign(signer, append=True)
        except UnsignedMetadataError as error:
            reason = Text(f"it did not sign ({error}).", f"elle n'a pas signé ({error}).")
            raise KeyRefused(key, reason) from error
        made.append(Signature(role, metadata.signed.version, key))
    if made:
        repository.stage(role, metadata)
    return tuple(made)
