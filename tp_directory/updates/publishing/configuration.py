"""The publisher's settings (publish.toml): how long signatures hold, and keys to use."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
from tuf.api.metadata import Root, Snapshot, Timestamp

from tp_directory.core.bilingual import Text
from tp_directory.core.errors import CannotRead
from tp_directory.updates.publishing.errors import SettingsRefused


@dataclass(frozen=True, slots=True)
class Days:
    """For how many days a signature of each role holds; partners' as that of `targets`."""

    root: int = 365
    targets: int = 90
    snapshot: int = 7
    timestamp: int = 7

    def expiry(self, role: str, now: datetime) -> datetime:
        """When metadata of a role that is made now expires."""
        days = {
            Root.type: self.root,
            Snapshot.type: self.snapshot,
            Timestamp.type: self.timestamp,
        }.get(role, self.targets)
        return now.replace(microsecond=0) + timedelta(days=days)


@dataclass(frozen=True, slots=True)
class Device:
    """A key in a device or a service: its address, and the file of its public half."""

    address: str
    public: str


@dataclass(frozen=True, slots=True)
class Settings:
    """What publish.toml says. `keys` are files of keys, for snapshot and timestamp as a rule."""

    days: Days = Days()
    keys: tuple[str, ...] = ()
    devices: tuple[Device, ...] = field(default=())


def read_settings(file: Path) -> Settings:
    """The publisher's settings.

    Raises:
        CannotRead: the file is missing or may not be read.
        SettingsRefused: it says something that makes no sense.
    """
    try:
        return checked(msgspec.convert(tomllib.loads(file.read_text("utf-8")), Settings), file)
    except OSError as error:
        raise CannotRead(file, error.strerror or str(error)) from error
    except (msgspec.ValidationError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsRefused(Text(f"{file}: {error}", f"{file} : {error}")) from error


def checked(settings: Settings, file: Path) -> Settings:
    """The settings, if signatures hold for a day or more.

    Raises:
        SettingsRefused: one would have expired when it is made.
    """
    days = settings.days
    if min(days.root, days.targets, days.snapshot, days.timestamp) < 1:
        raise SettingsRefused(
            Text(
                f"{file}: a signature must hold for one day or more.",
                f"{file} : une signature doit valoir un jour ou plus.",
            )
        )
    return settings


def written(settings: Settings) -> bytes:
    """The settings as their file."""
    days = settings.days
    devices = "".join(
        f"\n[[devices]]\naddress = {_quoted(each.address)}\npublic = {_quoted(each.public)}\n"
        for each in settings.devices
    )
    keys = ", ".join(map(_quoted, settings.keys))
    return (
        "# Keys that sign without being named: as a rule those of snapshot and timestamp. Only\n"
        "# where they are is written here, as full paths; their passphrases never are.\n"
        f"keys = [{keys}]\n\n"
        "# For how many days a signature holds.\n"
        f"[days]\nroot = {days.root}\ntargets = {days.targets}\n"
        f"snapshot = {days.snapshot}\ntimestamp = {days.timestamp}\n\n"
        "# A key in a device or a service, each with its own [[devices]]:\n"
        '# [[devices]]\n# address = "hsm:…"\n# public = "the full path of its public half"\n'
        f"{devices}"
    ).encode()


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)  # a basic string of TOML is one of JSON
