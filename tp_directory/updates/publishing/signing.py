"""Signs what waits for signatures; never anything whose files are not as it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from securesystemslib.signer import Signer
from tuf.api.exceptions import UnsignedMetadataError
from tuf.api.metadata import Metadata, Root

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
        asked = _asked(signers, draft, published, role)
        if asked and role != Root.type:
            check_role(repository, draft, role)
        made.extend(_signed(repository, role, kept.metadata, asked))
    return tuple(made)


def sign_last(repository: Repository, state: State, role: str, signers: Sequence[Signer]) -> None:
    """Sign the snapshot or the timestamp of a state that was checked.

    Raises:
        KeyRefused: a device did not sign.
        CannotWrite: there is no room or no permission.
    """
    if kept := state.of(role):
        _signed(repository, role, kept.metadata, _asked(signers, state, state, role))


def _asked(
    signers: Sequence[Signer], state: State, published: State, role: str
) -> tuple[Signer, ...]:
    """Those whose signature the metadata of a role lacks and may have."""
    results = verifications(state, published, role)
    wanted = {keyid for each in results for keyid in each.unsigned}
    return tuple(each for each in signers if each.public_key.keyid in wanted)


def _signed(
    repository: Repository,
    role: str,
    metadata: Metadata[Any],  # Any: of whichever kind the role has
    signers: Sequence[Signer],
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
