"""What there is to screen and to train with on a computer, once it was read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tp_directory.core.errors import DirectoryError
from tp_directory.screening.cases.scenarios import Scenario
from tp_directory.screening.legal_notes import LegalNotes
from tp_directory.screening.protocol import Protocol
from tp_directory.screening.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Listed:
    """A checklist on the shelf: it can be used, or `refusal` says why not.

    `is_reviewed`: it travels with the program, or an administrator listed its hash. What travels
    with the program is a draft all the same (`Protocol.about`).
    """

    file: Path
    is_own: bool
    is_reviewed: bool
    protocol: Protocol | None = None
    refusal: DirectoryError | None = None


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A file of training cases: its scenarios, or why it cannot be used."""

    file: Path
    is_own: bool
    scenarios: tuple[Scenario, ...] = ()
    refusal: DirectoryError | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """What was read."""

    listed: tuple[Listed, ...]
    vocabulary: Vocabulary
    legal_notes: LegalNotes
    case_files: tuple[CaseFile, ...]
