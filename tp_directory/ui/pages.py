"""The pages of the program, in the order of the rail."""

from __future__ import annotations

from enum import IntEnum, auto


class Page(IntEnum):
    """A page; those before UPDATES need the directory."""

    DIRECTORY = 0
    SCREENING = auto()
    KEPT = auto()
    TRAINING = auto()
    UPDATES = auto()
    SETTINGS = auto()
