"""What the program remembers between two starts: what the worker set, and the window's shape.

Never words, places searched or services.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from tp_directory.core.bilingual import Text
from tp_directory.core.errors import CannotRead, CannotWrite
from tp_directory.core.preferences import SETTINGS, SomePreferences, read_preferences

_NAME = "settings.json"
_SET_ASIDE = "settings.broken.json"
_WIDEST = 2**16  # pixels: wider than any screen, and no number that Qt cannot take

BROKEN = Text(
    "The settings file is damaged; the usual settings are in force. When settings are next "
    f"saved, it is set aside as {_SET_ASIDE}.",
    "Le fichier des réglages est endommagé; les réglages habituels s'appliquent. Au prochain "
    f"enregistrement des réglages, il sera mis de côté sous le nom {_SET_ASIDE}.",
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the worker has set (`own`), so that a policy's presets hold for the rest.

    `window` is Qt's geometry in base 64, `panes` the widths of the panes.
    """

    own: SomePreferences = SomePreferences()
    window: str = ""
    panes: tuple[int, ...] = ()


def read_settings(folder: Path) -> tuple[Settings, Text]:
    """The settings kept in a folder, and a notice of what is wrong with them ("" for nothing).

    Of a file with a wrong value, what is right holds; the next `write_settings` drops the rest.

    Raises:
        CannotRead: the file cannot be had now; it may be a good one.
    """
    file = folder / _NAME
    try:
        record = _record(file)
    except FileNotFoundError:
        return Settings(), Text()
    except (ValueError, RecursionError):
        return Settings(), BROKEN
    except OSError as error:
        raise CannotRead(file, error.strerror or str(error)) from error
    return _decode(record)


def write_settings(settings: Settings, folder: Path) -> None:
    """Keep the settings in a folder; whoever reads them meanwhile sees the old or the new ones.

    A broken file is set aside first: somebody may have written it by hand.

    Raises:
        CannotWrite: the folder takes no file.
    """
    content = {**settings.own.plain(), "window": settings.window, "panes": settings.panes}
    building = folder / f".{_NAME}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        building.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
        _set_broken_aside(folder / _NAME)
        building.replace(folder / _NAME)
    except OSError as error:
        raise CannotWrite(folder, error.strerror or os.strerror(error.errno or 0)) from error


def _record(file: Path) -> dict[str, object]:
    """What a file says.

    Raises:
        OSError: it cannot be had.
        ValueError, RecursionError: it is broken.
    """
    record = json.loads(file.read_text(encoding="utf-8"))
    if not isinstance(record, dict):
        raise ValueError(file)
    return record


def _set_broken_aside(file: Path) -> None:
    try:
        _record(file)
    except FileNotFoundError:
        return
    except (ValueError, RecursionError):
        file.replace(file.with_name(_SET_ASIDE))


def _decode(record: dict[str, object]) -> tuple[Settings, Text]:
    # Older programs wrote null for a language that was not chosen.
    plain = {name: record[name] for name in SETTINGS if record.get(name) is not None}
    own, refused = read_preferences(plain)
    window, panes = record.get("window", ""), record.get("panes", [])
    if not isinstance(window, str) or not window.isascii():
        window, refused = "", (*refused, "window")
    if not isinstance(panes, list) or not all(map(_is_width, panes)):
        panes, refused = [], (*refused, "panes")
    return Settings(own, window, tuple(panes)), _ignored(refused)


def _is_width(value: object) -> bool:
    return isinstance(value, int) and 0 <= value <= _WIDEST


def _ignored(names: tuple[str, ...]) -> Text:
    if not names:
        return Text()
    named = ", ".join(names)
    return Text(
        f"The settings file has wrong values, which are not in force: {named}. The rest of it is.",
        f"Le fichier des réglages a des valeurs fausses, qui sont sans effet : {named}. "
        "Le reste s'applique.",
    )
