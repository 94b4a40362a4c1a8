"""Who has signed what, and who must."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from tuf.api.metadata import (
    TOP_LEVEL_ROLE_NAMES,
    Root,
    Snapshot,
    Targets,
    Timestamp,
    VerificationResult,
)

from tp_directory.updates.publishing.state import State


@dataclass(frozen=True, slots=True)
class Missing:
    """Signatures that metadata lacks: how many, and the ids of the keys that may give them.

    `needed_by` is when what is published in its place expires.
    """

    role: str
    version: int
    signatures: int
    keys: tuple[str, ...]
    needed_by: datetime | None


def verifications(state: State, published: State, role: str) -> tuple[VerificationResult, ...]:
    """What the signatures of a role amount to; a root's under the root before it, and its own."""
    kept = state.of(role)
    if kept is None or state.root is None:
        return ()
    payload, signatures = kept.metadata.signed_bytes, kept.metadata.signatures
    if role == Root.type:
        before = published.root.signed if published.root else None
        if before is not None and before.version == kept.signed.version:
            before = None
        both = state.root.signed.get_root_verification_result(before, payload, signatures)
        return both.first, both.second
    if role in TOP_LEVEL_ROLE_NAMES:
        return (state.root.signed.get_verification_result(role, payload, signatures),)
    if state.targets is None or role not in state.partners:
        return ()
    return (state.targets.signed.get_verification_result(role, payload, signatures),)


def is_signed(state: State, published: State, role: str) -> bool:
    """Whether the metadata of a role exists and has all signatures that it needs."""
    results = verifications(state, published, role)
    return bool(results) and all(results)


def signed_part(published: State, draft: State) -> State:
    """What is published, with all that waits no more for signatures in its place."""
    root = draft.root if is_signed(draft, published, Root.type) else published.root
    state = State(root, {}, published.snapshot, published.timestamp)
    for role in (Targets.type, *draft.partners):
        for each in (draft.roles.get(role), published.roles.get(role)):
            if each is None:
                continue
            tried = State(
                root, {**state.roles, role: each}, published.snapshot, published.timestamp
            )
            if is_signed(tried, published, role):
                state = tried
                break
    return state


def missing(draft: State, published: State) -> Iterator[Missing]:
    """The signatures that metadata lacks, and by when they are needed."""
    for role in (Root.type, *draft.roles, Snapshot.type, Timestamp.type):
        if role != Root.type and not draft.has_edition:
            continue
        lacking = [each for each in verifications(draft, published, role) if not each.verified]
        if lacking:
            before = published.of(role)
            yield Missing(
                role,
                version=draft.version(role),
                signatures=max(each.missing for each in lacking),
                keys=tuple(sorted({keyid for each in lacking for keyid in each.unsigned})),
                needed_by=before.signed.expires if before else None,
            )
