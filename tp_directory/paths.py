"""Where things are: what travels with the program, and what it keeps for one user."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs


@dataclass(frozen=True, slots=True)
class Bundle:
    """The folders that travel with the program: records and reference data, and resources."""

    data: Path
    resources: Path


@dataclass(frozen=True, slots=True)
class UserFolders:
    """What the program keeps for one user: editions it built, settings, and what is kept.

    `updates` holds what updating remembers between two of them.
    `protocols` holds the checklists, and `scenarios` the training cases, that were added from
    outside.
    `policies` are the files in which an administrator may preset and lock settings for everybody;
    what the first ones say comes before the others.
    """

    editions: Path
    updates: Path
    settings: Path
    kept: Path
    protocols: Path
    scenarios: Path
    policies: tuple[Path, ...]

    @classmethod
    def inside(cls, data: Path, settings: Path, policies: tuple[Path, ...] = ()) -> UserFolders:
        """The folders, all of which but the settings are in one."""
        return cls(
            editions=data / "editions",
            updates=data / "updates",
            settings=settings,
            kept=data / "kept.sqlite",
            protocols=data / "protocols",
            scenarios=data / "scenarios",
            policies=policies,
        )


def bundle() -> Bundle:
    """The bundled folders, in an installed wheel or in a checkout."""
    package = Path(__file__).parent
    root = package if (package / "data").is_dir() else package.parent
    return Bundle(root / "data", root / "resources")


def user_folders() -> UserFolders:
    """The user's folders, as the platform places them; they need not exist yet.

    Editions go where a roaming profile does not follow: they are rebuilt on each machine. So does
    what is kept: the file of a database is not to be copied while it is open.
    """
    dirs = PlatformDirs("tp-directory", appauthor=False)
    return UserFolders.inside(
        Path(dirs.user_data_dir),
        Path(dirs.user_config_dir),
        tuple(Path(folder) / "policy.toml" for folder in _machine_folders()),
    )


def _machine_folders() -> list[str]:
    """The folders of settings for all users, of which Linux may have several."""
    dirs = PlatformDirs("tp-directory", appauthor=False, multipath=True)
    return dirs.site_config_dir.split(os.pathsep)
