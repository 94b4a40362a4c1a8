"""What can be set: by the worker, and by an administrator for a whole machine."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from tp_directory.core.bilingual import Language

TEXT_SIZES = (80, 90, 100, 110, 125, 150, 175, 200)
IDLE_MINUTES = (0, 1, 2, 5, 10, 15, 30, 60)


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
    """

    language: Language | None = None
    theme: Theme = Theme.SYSTEM
    text_size: int = 100
    idle_minutes: int = 15
    neutral_title: bool = False
    home: str = ""


class Origin(StrEnum):
    """Where the value of a setting comes from."""

    DEFAULT = "default"
    PRESET = "preset"
    USER = "user"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class Chosen:
    """Preferences, and where each comes from, by the name of its field.

    An administrator's policy presets a value (the worker may change it) or locks it.
    """

    preferences: Preferences = Preferences()
    origins: dict[str, Origin] = field(default_factory=dict)

    def is_locked(self, name: str) -> bool:
        """Whether an administrator has locked a setting."""
        return self.origins.get(name) is Origin.LOCKED
