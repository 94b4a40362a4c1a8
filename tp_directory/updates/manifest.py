"""Writes and reads the manifest of an edition, which the publisher signs."""

from __future__ import annotations

import re

import msgspec

from tp_directory.core.bilingual import Text
from tp_directory.core.release import RELEASE_FORMAT, SHARDS, Release, is_moment
from tp_directory.updates.refusals import NotTrusted

MOST_BYTES = 2**20
_HASH = re.compile(r"[0-9a-f]{64}")
_FILE = re.compile(r"(?!directory/)[a-z0-9_]+/[A-Za-z0-9][A-Za-z0-9_.-]*")
"""Of reference: the records in directory/ are shards."""


class ManifestRefused(NotTrusted):
    """The manifest is none of ours, or of a newer program: tell the publisher, or update."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            Text(
                f"The published edition cannot be used: its manifest is not as agreed ({reason}).",
                "L'édition publiée est inutilisable : son manifeste n'est pas conforme "
                f"({reason}).",
            )
        )


def encode(release: Release) -> bytes:
    """A release as its manifest: the same release, the same bytes."""
    return msgspec.json.format(msgspec.json.encode(release, order="sorted"), indent=1) + b"\n"


def decode(manifest: bytes) -> Release:
    """The release that a manifest describes.

    Raises:
        ManifestRefused: it is no manifest, has a format of a newer program, lacks a shard, names a
            file that is none of reference, or does not say when it was published.
    """
    try:
        release = msgspec.json.decode(manifest, type=Release)
    except (msgspec.DecodeError, RecursionError) as error:
        raise ManifestRefused("JSON") from error
    if release.format > RELEASE_FORMAT:
        raise ManifestRefused(f"format {release.format} > {RELEASE_FORMAT}")
    if set(release.shards) != set(SHARDS) or release.number < 1:
        raise ManifestRefused("shards")
    for content in (*release.shards.values(), *release.files.values()):
        if not _HASH.fullmatch(content.sha256) or content.bytes < 0:
            raise ManifestRefused("sha256")
    for path in release.files:
        if not _FILE.fullmatch(path):
            raise ManifestRefused(path)
    if not is_moment(release.published_at):
        raise ManifestRefused("published_at")
    return release
