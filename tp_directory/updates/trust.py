"""What the publisher's keys vouch for at a source, by The Update Framework's rules.

python-tuf's ngclient does the checking (TUF specification, section 5): order of the roles, their
signatures and thresholds, versions that only go up, expiry.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from tuf.api.exceptions import (
    BadVersionNumberError,
    DownloadError,
    DownloadHTTPError,
    ExpiredMetadataError,
    LengthOrHashMismatchError,
    RepositoryError,
    UnsignedMetadataError,
)
from tuf.api.metadata import Metadata, Root, Snapshot, TargetFile, Targets, Timestamp
from tuf.api.serialization import DeserializationError
from tuf.ngclient import FetcherInterface, Updater, UpdaterConfig

from tp_directory.core.errors import CannotWrite
from tp_directory.updates.errors import Expired, Incomplete, NothingPublished, UpdateFailed
from tp_directory.updates.layout import METADATA
from tp_directory.updates.limits import ROOT_BYTES, SNAPSHOT_BYTES, TARGETS_BYTES, TIMESTAMP_BYTES
from tp_directory.updates.refusals import (
    Altered,
    KeysOutOfOrder,
    Mixed,
    NotFromRole,
    NotSigned,
    NotUnderstood,
    Older,
    TooLong,
)
from tp_directory.updates.sources import Pieces, Source

PUBLISHER = Targets.type
"""The role that signs what no partner signs."""

_HASH = re.compile(r"[0-9a-f]{64}")
_LIMITS = UpdaterConfig(
    max_delegations=1,
    root_max_length=ROOT_BYTES,
    timestamp_max_length=TIMESTAMP_BYTES,
    snapshot_max_length=SNAPSHOT_BYTES,
    targets_max_length=TARGETS_BYTES,
)


class Trust:
    """Knows which files are signed at a source, and by whom; asks for metadata when made."""

    def __init__(self, source: Source, root: bytes, memory: Path, now: datetime) -> None:
        """Read and check the metadata of a source.

        `root` is the publisher's first root.json; what was seen under it is remembered in a folder
        of its own in `memory`, so that another publisher begins with nothing.

        Raises:
            UpdateFailed: the source cannot be reached, or is not to be trusted.
            CannotWrite: the metadata cannot be kept.
        """
        self._source = source
        folder = memory / METADATA / hashlib.sha256(root).hexdigest()[:16]
        self._fetcher = _MetadataFetcher(source)
        self._folder, self._now = folder, now
        with self._told():
            folder.mkdir(parents=True, exist_ok=True)
            self._updater = _Updater(folder, self._fetcher, root, now)
            self._updater.refresh()

    def role_of(self, shard: str) -> str:
        """Who signs a shard: its own partner, or else the publisher."""
        return shard if shard in self._updater.partners else PUBLISHER

    def target(self, path: str, role: str) -> TargetFile:
        """What a role says of a file.

        Raises:
            UpdateFailed: it says nothing, or may not say it, or cannot be trusted itself.
            CannotWrite: its metadata cannot be kept.
        """
        found = self.target_if_any(path, role)
        if found is None:
            raise NotFromRole(path, role)
        return found

    def target_if_any(self, path: str, role: str) -> TargetFile | None:
        """What a role says of a file, None for nothing; raises as `target` does."""
        with self._told():
            found = self._updater.signed_by(role, path)
        # The hash becomes part of paths: it must be one.
        if found and not _HASH.fullmatch(found.hashes.get("sha256", "")):
            raise NotUnderstood(f"{role}.json")
        return found

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Around ngclient: its errors become ours, each with a sentence of its own."""
        try:
            yield
        except (RepositoryError, DownloadError) as error:
            raise self._refused(error) from error
        except OSError as error:  # ours alone: a source tells its own in other words
            raise CannotWrite(self._folder, error.strerror or str(error)) from error

    def _refused(self, error: RepositoryError | DownloadError) -> UpdateFailed:
        file, content = self._fetcher.file or "root.json", self._fetcher.content
        match error:
            case DownloadHTTPError() if file == "timestamp.json":
                return NothingPublished(self._source.name)
            case DownloadHTTPError():
                return Incomplete(self._source.name, file)
            case UnsignedMetadataError():
                return NotSigned(file)
            case ExpiredMetadataError():
                return Expired(*self._updater.expired(file, content), self._now)
            case LengthOrHashMismatchError():
                return Altered(file)
            case DeserializationError():
                return NotUnderstood(file)
            case BadVersionNumberError() if file.endswith("root.json"):
                return KeysOutOfOrder(file)
            case BadVersionNumberError() if file == "timestamp.json":
                return Older(file)
            case BadVersionNumberError() if file.endswith("snapshot.json"):
                return Older(file) if self._updater.is_snapshot_wanted(content) else Mixed(file)
            case _:
                return Mixed(file)


def check_unambiguous(content: bytes, file: str) -> None:
    """Check that no object of a JSON file says the same thing twice.

    Raises:
        NotUnderstood: one does, or it is no JSON.
    """
    try:
        json.loads(content, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise NotUnderstood(file) from error


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    said = dict(pairs)
    if len(said) < len(pairs):
        raise ValueError
    return said


class _MetadataFetcher(FetcherInterface):
    """Hands metadata from a source to ngclient, and knows which file it was last.

    Our own errors pass through ngclient as they are.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self.file = ""
        self.content = b""

    def _fetch(self, url: str) -> Pieces:
        return self._source.open(url).pieces

    def download_bytes(self, url: str, max_length: int) -> bytes:
        """The file, in which nothing may be said twice: readers could differ in what counts."""
        self.file, self.content = url.removeprefix(f"{METADATA}/"), b""
        content = bytearray()
        try:
            with closing(self._fetch(url)) as pieces:
                for piece in pieces:
                    content += piece
                    if len(content) > max_length:
                        raise TooLong(self.file)
        except Incomplete as error:
            raise DownloadHTTPError(self.file, 404) from error
        self.content = bytes(content)
        check_unambiguous(self.content, self.file)
        return self.content


class _Updater(Updater):
    """ngclient, with the caller's clock, and asked who signs what."""

    def __init__(self, folder: Path, fetcher: FetcherInterface, root: bytes, now: datetime) -> None:
        super().__init__(
            metadata_dir=str(folder),
            metadata_base_url=METADATA,
            fetcher=fetcher,
            config=_LIMITS,
            bootstrap=root,
        )
        self._trusted_set.reference_time = now.astimezone(UTC)

    def _update_root_symlink(self) -> None:
        """Do without root.json: it is a link, which not every disk knows, and we bring the root."""

    @property
    def partners(self) -> dict[str, object]:
        """The roles that the publisher has delegated to."""
        delegations = self._trusted_set.targets.delegations
        return dict(delegations.roles or {}) if delegations else {}

    def signed_by(self, role: str, path: str) -> TargetFile | None:
        """What a role says of a file; what another one says of it does not count."""
        delegations = self._trusted_set.targets.delegations
        if role == PUBLISHER:
            return self._trusted_set.targets.targets.get(path)
        delegated = (delegations.roles or {}).get(role) if delegations else None
        if delegated is None or not delegated.is_delegated_path(path):
            return None
        return self._load_targets(role, PUBLISHER).targets.get(path)

    def expired(self, last: str, content: bytes) -> tuple[str, datetime]:
        """What has expired and when: of what was read, or else of what was read last."""
        for role in (Root.type, Timestamp.type, Snapshot.type):
            signed = self._trusted_set.get(role)
            if signed and signed.is_expired(self._trusted_set.reference_time):
                return f"{role}.json", signed.expires
        return last, Metadata.from_bytes(content).signed.expires

    def is_snapshot_wanted(self, content: bytes) -> bool:
        """Whether a snapshot is the one that the timestamp asks for."""
        wanted = self._trusted_set.timestamp.snapshot_meta.version
        return Metadata.from_bytes(content).signed.version == wanted
