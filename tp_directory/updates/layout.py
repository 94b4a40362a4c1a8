"""Names inside a repository of editions: what is where, and who signs it.

    public/metadata/      TUF's metadata, as its specification names it (consistent snapshots)
    public/targets/       what the metadata speaks of, each file with its hash before its name

The top-level `targets` role signs the manifest, the files of reference, the release notes and the
shards of provinces that have no partner. A province with a partner has a delegated role, named as
its shard, which signs only that province's shard and the deltas of it.
"""

from __future__ import annotations

METADATA = "metadata"
TARGETS = "targets"
MANIFEST = "edition.json"
"""The target that is the manifest of the edition: a core.release.Release as JSON."""

NOTES = "notes.json.zst"
"""The target that tells what is new since the edition before: a core.release.Changes as JSON."""

SHARED_DELTA = "all"
"""In the place of a shard's name: the deltas of all shards that `targets` signs, in one file."""


def shard_target(shard: str) -> str:
    """The name of the target that is a shard."""
    return f"records/{shard}/{shard}.jsonl.zst"


def delta_target(role: str, before: int) -> str:
    """The target that leads from edition `before` to the present one.

    `role` is a shard with a role of its own, or SHARED_DELTA.
    """
    return f"deltas/{role}/{before}.jsonl.zst"


def file_target(path: str) -> str:
    """The name of the target that is a file of reference, compressed, by its path in data/."""
    return f"files/{path}.zst"


def delegated_paths(shard: str) -> tuple[str, str]:
    """What the role of a province may sign, as TUF writes patterns."""
    return f"records/{shard}/*", f"deltas/{shard}/*"
