"""Where things are: what travels with the program, and what it keeps for one user."""

from __future__ import annotations

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
    """What the program keeps for one user: editions it built, and settings."""

    editions: Path
    settings: Path


def bundle() -> Bundle:
    """The bundled folders, in an installed wheel or in a checkout."""
    package = Path(__file__).parent
    root = package if (package / "data").is_dir() else package.parent
    return Bundle(root / "data", root / "resources")


def user_folders() -> UserFolders:
    """The user's folders, as the platform places them; they need not exist yet.

    Editions go where a roaming profile does not follow: they are rebuilt on each machine.
    """
    dirs = PlatformDirs("tp-directory", appauthor=False)
    return UserFolders(Path(dirs.user_data_dir) / "editions", Path(dirs.user_config_dir))
