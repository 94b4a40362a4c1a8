"""Somebody who gets a copy of a repository wrong: with stolen keys, with none, with old files."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import zstandard
from securesystemslib.signer import CryptoSigner, Signer
from tuf.api.metadata import Metadata, MetaFile, Root, TargetFile

from tests.updates.repository import Repository
from tp_directory.core.release import Release, ShardContent
from tp_directory.exchange.fields import Part
from tp_directory.exchange.shards import ShardWriter, canonical
from tp_directory.updates import manifest
from tp_directory.updates.layout import MANIFEST, METADATA, TARGETS, shard_target

Edit = Callable[[Any], None]  # Any: each role has a class of its own
ONLINE = ("snapshot", "timestamp")


class Forger:
    """Changes the copy at `public`; has all keys of the repository, and one that nobody trusts."""

    def __init__(self, repository: Repository, public: Path) -> None:
        shutil.copytree(repository.public, public)
        self.public = public
        self.keys: dict[str, list[Signer]] = {
            role: list(signers) for role, signers in repository.keys.items()
        }
        self.partners = tuple(each for each in self.keys if each in ("on", "qc"))
        self.now = datetime.now(UTC).replace(microsecond=0)
        self.stranger = CryptoSigner.generate_ed25519()

    def file(self, role: str) -> Path:
        """The present metadata of a role."""
        folder = self.public / METADATA
        if role == "timestamp":
            return folder / "timestamp.json"
        files = folder.glob(f"*.{role}.json")
        return max(files, key=lambda file: int(file.name.partition(".")[0]))

    def read(self, role: str) -> Metadata[Any]:
        """What a role says at present."""
        return Metadata[Any].from_bytes(self.file(role).read_bytes())

    def write(self, role: str, metadata: Metadata[Any], by: Iterable[Signer] | None = None) -> Path:
        """Write the metadata of a role under its version, signed by its keys or by others."""
        metadata.signatures.clear()
        for signer in self.keys[role] if by is None else by:
            metadata.sign(signer, append=True)
        version = "" if role == "timestamp" else f"{metadata.signed.version}."
        file = self.public / METADATA / f"{version}{role}.json"
        file.write_bytes(metadata.to_bytes())
        return file

    def edit(self, role: str, edit: Edit | None = None, by: Iterable[Signer] | None = None) -> Path:
        """Let a role say something else in a new version, and have what is online follow it."""
        metadata = self.read(role)
        metadata.signed.version += 1
        if edit:
            edit(metadata.signed)
        file = self.write(role, metadata, by)
        if role == "snapshot":
            self.follow("timestamp")
        elif role not in ("timestamp", "root"):
            self.follow()
        return file

    def follow(self, *roles: str) -> None:
        """Have the keys that are online sign what is there at present."""
        roles = roles or ONLINE
        if "snapshot" in roles:
            snapshot = self.read("snapshot")
            snapshot.signed.version += 1
            for role in ("targets", *self.partners):
                snapshot.signed.meta[f"{role}.json"] = self._named(role)
            self.write("snapshot", snapshot)
        if "timestamp" in roles:
            timestamp = self.read("timestamp")
            timestamp.signed.version += 1
            timestamp.signed.snapshot_meta = self._named("snapshot")
            self.write("timestamp", timestamp)

    def expire(self, role: str) -> datetime:
        """Sign the present metadata of a role as what was good until yesterday, which it gives."""
        yesterday = self.now - timedelta(days=1)
        self.edit(role, lambda signed: setattr(signed, "expires", yesterday))
        return yesterday

    def rotate(self) -> None:
        """Give the timestamp another key, in a new root, and sign with it."""
        root = self.read("root")
        key = CryptoSigner.generate_ed25519()
        for old in self.keys["timestamp"]:
            root.signed.revoke_key(old.public_key.keyid, "timestamp")
        root.signed.add_key(key.public_key, "timestamp")
        root.signed.version += 1
        self.keys["timestamp"] = [key]
        self.write("root", root)
        self.follow("timestamp")

    def new_root(self, edit: Callable[[Root], None], by: Iterable[Signer] | None = None) -> Path:
        """Another root, as it is edited; nothing is signed with it yet."""
        root = self.read("root")
        root.signed.version += 1
        edit(root.signed)
        return self.write("root", root, by)

    def target(self, name: str, role: str = "targets") -> Path:
        """The file that a role names."""
        named = self.read(role).signed.targets[name]
        return Path(self.public, TARGETS, named.get_prefixed_paths()[0])

    def put(self, name: str, content: bytes, role: str = "targets") -> None:
        """Have a role sign another content for a name, or a new name."""
        named = TargetFile.from_data(name, content)
        file = self.public / TARGETS / named.get_prefixed_paths()[0]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        self.edit(role, lambda signed: signed.targets.update({name: named}))

    def release(self) -> Release:
        """The manifest at present."""
        return manifest.decode(self.target(MANIFEST).read_bytes())

    def put_release(self, edit: Callable[[dict[str, Any]], None]) -> None:
        """Have the publisher sign another manifest."""
        said = json.loads(msgspec.json.encode(self.release()))
        edit(said)
        self.put(MANIFEST, json.dumps(said).encode())

    def put_shard(self, shard: str, records: Iterable[Part], role: str = "targets") -> None:
        """Have a role sign another shard, and the publisher the manifest that agrees."""
        content = self.put_shard_alone(shard, records, role)
        self.put_release(
            lambda said: said["shards"].update({shard: json.loads(msgspec.json.encode(content))})
        )

    def put_shard_alone(
        self, shard: str, records: Iterable[Part], role: str = "targets"
    ) -> ShardContent:
        """Have a role sign another shard, of which the manifest knows nothing."""
        file = self.public.parent / "shard"
        with ShardWriter(file) as writer:
            for record in sorted(records, key=lambda each: str(each["id"])):
                writer.add(canonical(record))
        self.put(shard_target(shard), file.read_bytes(), role)
        return writer.content

    def _named(self, role: str) -> MetaFile:
        file = self.file(role)
        return MetaFile.from_data(self.read(role).signed.version, file.read_bytes(), ["sha256"])


def bomb(megabytes: int = 200) -> bytes:
    """A few kilobytes of Zstandard that unpack to much more."""
    packing = zstandard.ZstdCompressor(level=1).compressobj()
    zeros = bytes(2**20)
    return b"".join(packing.compress(zeros) for _ in range(megabytes)) + packing.flush()
