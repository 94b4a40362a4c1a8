"""What the program remembers between two starts: the language and the shape of its window.

Never words, places or services.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.errors import CannotWrite

_NAME = "settings.json"
_SET_ASIDE = "settings.broken.json"

BROKEN = Text(
    "The settings could not be read and were set aside; the usual ones are in force.",
    "Les réglages étaient illisibles et ont été mis de côté; les réglages habituels s'appliquent.",
)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings. `window` is Qt's geometry in base 64, `panes` the widths of the panes."""

    language: Language | None = None
    window: str = ""
    panes: tuple[int, ...] = ()


def read_settings(folder: Path) -> tuple[Settings, Text]:
    """The settings kept in a folder, and a notice where they could not be read ("" otherwise).

    A broken file is renamed, so that the next start has nothing to say.
    """
    file = folder / _NAME
    try:
        content = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings(), Text()
    except (OSError, UnicodeDecodeError):
        return _set_aside(file)
    try:
        return _decode(content), Text()
    except (ValueError, TypeError, KeyError):
        return _set_aside(file)


def write_settings(settings: Settings, folder: Path) -> None:
    """Keep the settings in a folder; whoever reads them meanwhile sees the old or the new ones.

    Raises:
        CannotWrite: the folder takes no file.
    """
    content = {
        "language": settings.language,
        "window": settings.window,
        "panes": list(settings.panes),
    }
    building = folder / f".{_NAME}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        building.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
        building.replace(folder / _NAME)
    except OSError as error:
        raise CannotWrite(folder, error.strerror or os.strerror(error.errno or 0)) from error


def _decode(content: str) -> Settings:
    record = json.loads(content)
    language = record["language"]
    window = record["window"]
    if not isinstance(window, str) or not window.isascii():
        raise ValueError(window)
    return Settings(
        Language(language) if language is not None else None,
        window,
        tuple(int(width) for width in record["panes"]),
    )


def _set_aside(file: Path) -> tuple[Settings, Text]:
    try:
        file.replace(file.with_name(_SET_ASIDE))
    except OSError:
        return Settings(), BROKEN
    return Settings(), BROKEN
