"""A repository of editions: the folder of the publisher, what is published and what waits in it.

publish.toml    the publisher's settings
public/         what a web server serves (see updates.layout)
staged/         metadata that waits for signatures: root.json, targets.json, on.json...
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from filelock import FileLock, Timeout
from tuf.api.metadata import (
    Metadata,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)
from tuf.api.serialization import DeserializationError

from tp_directory.core.bilingual import Text
from tp_directory.core.errors import CannotWrite
from tp_directory.updates.layout import METADATA, TARGETS
from tp_directory.updates.publishing.errors import (
    NoRepository,
    RepositoryBusy,
    RepositoryDamaged,
    RepositoryExists,
    StagedTooOld,
)
from tp_directory.updates.publishing.placing import place, remove_parts
from tp_directory.updates.publishing.state import Kept, Kind, State

_SETTINGS, _PUBLIC, _STAGED, _LOCK = "publish.toml", "public", "staged", ".lock"
_NOT_METADATA = Text("this is no metadata of TUF.", "ce ne sont pas des métadonnées de TUF.")


class Repository:
    """Knows where everything is in a publisher's folder, and reads its metadata."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.public = folder / _PUBLIC
        self.staged_folder = folder / _STAGED
        self.metadata_folder = self.public / METADATA
        self.targets_folder = self.public / TARGETS
        self.settings_file = folder / _SETTINGS

    @property
    def exists(self) -> bool:
        """Whether a repository stands in the folder."""
        has_root = self.staged_file(Root.type).is_file() or bool(self.root_versions)
        return has_root and self.settings_file.is_file()

    def check_exists(self) -> None:
        """See that a repository stands in the folder.

        Raises:
            NoRepository: none does.
        """
        if not self.exists:
            raise NoRepository(self.folder)

    def check_absent(self) -> None:
        """See that no repository stands in the folder.

        Raises:
            RepositoryExists: one does.
        """
        if self.exists:
            raise RepositoryExists(self.folder)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep every other command out of the folder, and clear what a killed one was writing.

        Raises:
            NoRepository: there is none.
            RepositoryBusy: another command is at work.
            CannotWrite: there is no permission.
        """
        self.check_exists()
        with ExitStack() as opened:
            try:
                opened.enter_context(FileLock(self.folder / _LOCK, blocking=False))
                remove_parts(self.folder)
            except Timeout as error:
                raise RepositoryBusy(self.folder) from error
            except OSError as error:
                raise CannotWrite(self.folder, error.strerror or str(error)) from error
            yield

    @property
    def root_versions(self) -> list[int]:
        """The versions of the published roots, the oldest first."""
        names = (file.name.split(".") for file in self.metadata_folder.glob("*.root.json"))
        return sorted(int(name[0]) for name in names if name[0].isdigit())

    def published(self) -> State:
        """What is published; of a new repository, a root alone, or nothing.

        Raises:
            RepositoryDamaged: a file that is named by another is missing or damaged.
        """
        versions = self.root_versions
        root = self._versioned(Root.type, versions[-1], Root) if versions else None
        stamp = self.published_file(Timestamp.type, 0)
        if root is None or not stamp.exists():
            return State(root)
        timestamp = Kept(stamp, read_metadata(stamp, Timestamp))
        version = timestamp.signed.snapshot_meta.version
        return self._state_at(root, self._versioned(Snapshot.type, version, Snapshot), timestamp)

    def _state_at(
        self, root: Kept[Root], snapshot: Kept[Snapshot], timestamp: Kept[Timestamp]
    ) -> State:
        """What a snapshot names."""
        meta = {
            name.removesuffix(".json"): each.version for name, each in snapshot.signed.meta.items()
        }
        targets = self._versioned(Targets.type, meta[Targets.type], Targets)
        roles = {Targets.type: targets}
        # A snapshot goes on naming those who are partners no more: TUF's clients insist on it.
        for name in State(root, roles).partners:
            if name in meta:
                roles[name] = self._versioned(name, meta[name], Targets)
        return State(root, roles, snapshot, timestamp)

    def draft(self, published: State) -> State:
        """What would be published if everything that waits had its signatures.

        Raises:
            RepositoryDamaged: a file that waits is damaged.
            StagedTooOld: a file that waits is not the successor of what is published.
        """
        root = self._successor(Root.type, published, Root) or published.root
        targets = self._successor(Targets.type, published, Targets) or published.targets
        roles = {Targets.type: targets} if targets else {}
        for name in State(root, roles).partners:
            if kept := self._successor(name, published, Targets) or published.roles.get(name):
                roles[name] = kept
        return State(root, roles, published.snapshot, published.timestamp)

    def staged_file(self, role: str) -> Path:
        """Where the metadata of a role waits for signatures."""
        return self.staged_folder / f"{role}.json"

    def stage(self, role: str, metadata: Metadata[Kind]) -> None:
        """Put metadata where it waits for signatures.

        Raises:
            CannotWrite: there is no room or no permission.
        """
        place(metadata.to_bytes(), self.staged_file(role))

    def staged(self, role: str, kind: type[Kind]) -> Kept[Kind] | None:
        """The metadata of a role that waits, if any.

        Raises:
            RepositoryDamaged: it is none.
        """
        file = self.staged_file(role)
        return Kept(file, read_metadata(file, kind)) if file.is_file() else None

    def unstage(self, role: str) -> None:
        """Take away metadata that waits, if any.

        Raises:
            CannotWrite: there is no permission.
        """
        try:
            self.staged_file(role).unlink(missing_ok=True)
        except OSError as error:
            raise CannotWrite(self.staged_folder, error.strerror or str(error)) from error

    def published_file(self, role: str, version: int) -> Path:
        """Where the metadata of a role is served; that of `timestamp` has no version."""
        name = f"{role}.json" if role == Timestamp.type else f"{version}.{role}.json"
        return self.metadata_folder / name

    def target_file(self, target: TargetFile) -> Path:
        """Where a target is served: its hash stands before its name."""
        folder, _slash, name = target.path.rpartition("/")
        return self.targets_folder / folder / f"{target.hashes['sha256']}.{name}"

    def _successor(self, role: str, published: State, kind: type[Kind]) -> Kept[Kind] | None:
        """The metadata of a role that waits to come after what is published."""
        kept = self.staged(role, kind)
        before = published.version(role)
        if kept is None or kept.signed.version == before + 1:
            return kept
        out = self.published_file(role, kept.signed.version)
        if kept.signed.version == before and out.read_bytes() == kept.file.read_bytes():
            return None  # it went out; the command was killed before it could remove it
        raise StagedTooOld(kept.file)

    def _versioned(self, role: str, version: int, kind: type[Kind]) -> Kept[Kind]:
        file = self.published_file(role, version)
        return Kept(file, read_metadata(file, kind))


def read_metadata(file: Path, kind: type[Kind]) -> Metadata[Kind]:
    """The metadata in a file, of a kind.

    Raises:
        RepositoryDamaged: it is missing, cannot be read, or is of another kind.
    """
    try:
        metadata = Metadata[Kind].from_bytes(file.read_bytes())
    except (OSError, DeserializationError) as error:
        raise RepositoryDamaged(str(file), _NOT_METADATA) from error
    if not isinstance(metadata.signed, kind):
        raise RepositoryDamaged(str(file), _NOT_METADATA)
    return metadata
