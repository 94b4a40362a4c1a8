"""What can be set: by the worker, and by an administrator for a whole machine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeGuard

from tp_directory.core.bilingual import Language, Text

TEXT_SIZES = (80, 90, 100, 110, 125, 150, 175, 200)
IDLE_MINUTES = (0, 1, 2, 5, 10, 15, 30, 60)
ERASE_MINUTES = (0, 1, 2, 5, 10, 15)
QUESTIONS_AT_ONCE = (1, 3, 0)


class QuietHours(StrEnum):
    """When no update begins by itself: from one hour of the computer's clock to another."""

    NONE = "none"
    DAY = "8-18"
    EVENING = "16-24"
    NIGHT = "22-6"

    @property
    def hours(self) -> tuple[int, int]:
        """The first hour and the one after the last; twice the same for none."""
        if self is QuietHours.NONE:
            return 0, 0
        first, last = self.value.split("-")
        return int(first), int(last)


class Theme(StrEnum):
    """Which colours the window has."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Preferences:
    """The settings in force.

    `language` None follows the system. `text_size` is in percent of the system's (TEXT_SIZES).
    `idle_minutes` (IDLE_MINUTES) without a key or a click hide the window, 0 never.
    `neutral_title` keeps the program's name and icon out of title and task bar. `home` is the
    place that a search starts from: a town, a postal code or "lat,lon", "" for anywhere.
    `erase_minutes` (ERASE_MINUTES) after hiding, a checklist that was open is erased, 0 at once.
    `questions_at_once` of a checklist are shown together (QUESTIONS_AT_ONCE), 0 a whole section.
    `updates_paused` has none begin by itself; `update_sources` are where they come from (web
    addresses, folders, files), unless an administrator says it.
    """

    language: Language | None = None
    theme: Theme = Theme.SYSTEM
    text_size: int = 100
    idle_minutes: int = 15
    neutral_title: bool = False
    home: str = ""
    erase_minutes: int = 2
    questions_at_once: int = 3
    updates_paused: bool = False
    quiet_hours: QuietHours = QuietHours.NONE
    update_sources: tuple[str, ...] = ()


Plain = str | int | list[str]
"""A value as a file can hold it."""


def _one_of(numbers: tuple[int, ...]) -> Text:
    listed = ", ".join(map(str, numbers))
    return Text(f"one of {listed}", f"un nombre parmi {listed}")


_NUMBERS = {
    "text_size": TEXT_SIZES,
    "idle_minutes": IDLE_MINUTES,
    "erase_minutes": ERASE_MINUTES,
    "questions_at_once": QUESTIONS_AT_ONCE,
}

SETTINGS = tuple(each.name for each in fields(Preferences))
ABOUT_UPDATES = frozenset({"updates_paused", "quiet_hours", "update_sources"})
"""The settings that are chosen on the page of updates."""
FOLLOW_SYSTEM = "system"
"""How `language` None is written: a file cannot say None, and leaving it out says nothing."""

_TRUE_OR_FALSE = Text("true or false", "true ou false")
EXPECTED_SOURCES = Text(
    'a list in brackets, such as ["https://updates.example.org", "//server/share/folder"]',
    'une liste entre crochets, comme ["https://updates.example.org", "//serveur/partage/dossier"]',
)
EXPECTED = {
    "language": Text('"en", "fr" or "system"', '"en", "fr" ou "system"'),
    "theme": Text(
        '"system", "light", "dark" or "contrast"', '"system", "light", "dark" ou "contrast"'
    ),
    "text_size": _one_of(TEXT_SIZES),
    "idle_minutes": _one_of(IDLE_MINUTES),
    "neutral_title": _TRUE_OR_FALSE,
    "erase_minutes": _one_of(ERASE_MINUTES),
    "questions_at_once": _one_of(QUESTIONS_AT_ONCE),
    "home": Text(
        'a place in quotes, such as "Kenora", or "" for anywhere',
        'un lieu entre guillemets, comme "Kenora", ou "" pour partout',
    ),
    "updates_paused": _TRUE_OR_FALSE,
    "quiet_hours": Text('"none", "8-18", "16-24" or "22-6"', '"none", "8-18", "16-24" ou "22-6"'),
    "update_sources": EXPECTED_SOURCES,
}
"""What a file can say of each setting."""


@dataclass(frozen=True, slots=True)
class SomePreferences:
    """Some of the settings: `values` counts for the fields in `names` and is usual elsewhere."""

    values: Preferences = Preferences()
    names: frozenset[str] = frozenset()

    def having(self, **values: Any) -> SomePreferences:  # Any: as dataclasses.replace takes them
        """These, and the values given."""
        return SomePreferences(replace(self.values, **values), self.names | values.keys())

    def plain(self) -> dict[str, Plain]:
        """The values that are set, as a file can hold them."""
        return {name: plain_value(self.values, name) for name in SETTINGS if name in self.names}


class Origin(StrEnum):
    """Where the value of a setting comes from."""

    DEFAULT = "default"
    PRESET = "preset"
    USER = "user"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class Chosen:
    """Preferences, and where each comes from, by the name of its field.

    An administrator's policy presets a value (the worker may change it) or locks it; `files` has
    the policy that a value is from.
    """

    preferences: Preferences = Preferences()
    origins: dict[str, Origin] = field(default_factory=dict)
    files: dict[str, Path] = field(default_factory=dict)

    def is_locked(self, name: str) -> bool:
        """Whether an administrator has locked a setting."""
        return self.origins.get(name) is Origin.LOCKED


def read_preferences(plain: Mapping[str, object]) -> tuple[SomePreferences, tuple[str, ...]]:
    """The settings that plain values set, and the names of those that they cannot set."""
    preferences, refused = SomePreferences(), []
    for name, value in plain.items():
        try:
            preferences = preferences.having(**{name: _value(name, value)})
        except ValueError:
            refused.append(name)
    return preferences, tuple(refused)


def plain_value(preferences: Preferences, name: str) -> Plain:
    """The value of a setting, as a file can hold it."""
    value: Language | tuple[str, ...] | str | int | None = getattr(preferences, name)
    if isinstance(value, tuple):
        return list(value)
    return FOLLOW_SYSTEM if value is None else value


def is_sources(plain: object) -> TypeGuard[list[str]]:
    """Whether a value of a file names where updates come from."""
    return isinstance(plain, list) and all(isinstance(each, str) and each.strip() for each in plain)


def _value(
    name: str, plain: object
) -> Language | Theme | QuietHours | tuple[str, ...] | str | int | None:
    match name, plain:
        case "language", str():
            return None if plain == FOLLOW_SYSTEM else Language(plain)
        case "theme", str():
            return Theme(plain)
        case "quiet_hours", str():
            return QuietHours(plain)
        case _, int() if name in _NUMBERS and not isinstance(plain, bool):
            if plain not in _NUMBERS[name]:
                raise ValueError(name)
            return plain
        case "neutral_title" | "updates_paused", bool():
            return plain
        case "home", str():
            return plain.strip()
        case "update_sources", _ if is_sources(plain):
            return tuple(each.strip() for each in plain)
        case _:
            raise ValueError(name)
