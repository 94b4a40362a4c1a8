"""What of a directory is on this computer already, and need not be fetched."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import msgspec

from tp_directory.core.errors import ShardDamaged
from tp_directory.core.release import ShardContent
from tp_directory.editions.layout import DATA, RECORDS
from tp_directory.editions.pointer import Installed
from tp_directory.exchange.records import read_lines, record_files
from tp_directory.exchange.shards import SUFFIX, read_shard
from tp_directory.updates.cutting import cut

_UNKNOWN = ""


class _Source(msgspec.Struct, frozen=True):
    read_on: str = _UNKNOWN


class _Dated(msgspec.Struct, frozen=True):
    sources: tuple[_Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Present:
    """An edition that a new one can be made from.

    `number` is 0 for the one that came with the program, which no delta leads from. `folder` has
    its shards, whose contents are as `shards` says unless the disk is damaged; `data` has its
    files of reference. `edition` is the folder of an installed one.
    """

    number: int
    shards: dict[str, ShardContent]
    folder: Path
    data: Path
    edition: Path | None = None

    def shard(self, name: str) -> Path:
        """The file of a shard."""
        return self.folder / f"{name}{SUFFIX}"


def installed_edition(installed: Installed) -> Present:
    """What the installed edition was made from."""
    data = installed.folder / DATA
    folder = data / RECORDS
    shards = {
        name: content
        for name, content in installed.release.shards.items()
        if (folder / f"{name}{SUFFIX}").exists()
    }
    return Present(installed.release.number, shards, folder, data, installed.folder)


def bundled_edition(data: Path, scratch: Path) -> Present:
    """What came with the program, cut into shards in a scratch folder.

    Raises:
        CannotRead, RecordsRefused: it is damaged.
        OSError: a shard cannot be written.
    """
    scratch.mkdir(parents=True, exist_ok=True)
    return Present(0, cut(data / RECORDS, scratch), scratch, data)


def bundled_day(data: Path) -> str:
    """The day (ISO 8601) on which the last of the bundled records was read: it has passed.

    Raises:
        CannotRead: there are no records.
    """
    lines = (line for file in record_files(data / RECORDS) for _, line in read_lines(file))
    dated = msgspec.json.Decoder(_Dated)
    return max((each.read_on for line in lines for each in dated.decode(line).sources), default="")


def is_intact(file: Path, content: ShardContent) -> bool:
    """Whether a shard holds what it should."""
    digest = hashlib.sha256()
    try:
        for line in read_shard(file, content.bytes):
            digest.update(line + b"\n")
    except (OSError, ShardDamaged):
        return False
    return digest.hexdigest() == content.sha256
