"""What an update does and how it ends, as the window, the command line and the log tell it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tp_directory.core.bilingual import Text
from tp_directory.core.release import SHARDS


@dataclass(frozen=True, slots=True)
class UpdateSetup:
    """Where updates come from: web addresses, folders or files, tried in order; none: not set up.

    `root` is the file of the publisher's first keys, None for the one that came with the program.
    `shards` are the ones subscribed to: all, or some provinces and the nation's.
    """

    sources: tuple[str, ...] = ()
    root: Path | None = None
    shards: tuple[str, ...] = SHARDS


class Stage(StrEnum):
    """What an update is doing, in order."""

    CHECKING = "checking"
    DOWNLOADING = "downloading"
    ASSEMBLING = "assembling"
    BUILDING = "building"
    TESTING = "testing"
    SAVING = "saving"
    SWITCHING = "switching"
    SWITCHED = "switched"


@dataclass(frozen=True, slots=True)
class UpdateStep:
    """How far an update is: `done` of `total` files or records of a stage, 0 of 0 if unknown."""

    stage: Stage
    done: int = 0
    total: int = 0


class Outcome(StrEnum):
    """How an update ended. Whatever it is, the edition installed before goes on serving."""

    INSTALLED = "installed"
    UP_TO_DATE = "up_to_date"
    NOT_SET_UP = "not_set_up"
    BUSY = "busy"
    UNREACHABLE = "unreachable"
    NOT_TRUSTED = "not_trusted"
    EXPIRED = "expired"
    CLOCK_WRONG = "clock_wrong"
    CANNOT_WRITE = "cannot_write"
    DAMAGED = "damaged"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One update that was tried: when (ISO 8601, UTC), from where, how it ended and in what words.

    `number` is the edition installed afterwards, 0 for the one that came with the program.
    `source` is a web address or a path as the settings give it, "" where none was reached.
    """

    at: str
    outcome: Outcome
    number: int
    source: str
    text: Text
