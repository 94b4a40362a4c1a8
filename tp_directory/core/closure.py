"""What is left of a service that closed: its name, and what to call instead."""

from __future__ import annotations

from dataclasses import dataclass

from tp_directory.core.bilingual import Text
from tp_directory.core.service import Service


@dataclass(frozen=True, slots=True)
class Closure:
    """The tombstone of a service: its id is never used again.

    `closed_on` is the date its source states ("2026", "2026-03", "2026-03-01"), "" where it is
    not stated; `replaced_by` is the id of the service to call instead, "" where there is none.
    """

    id: str
    name: Text
    closed_on: str = ""
    replaced_by: str = ""


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a service that was kept: it runs, it closed, or nothing is known of it.

    `instead` is the running service to call where a closed one was replaced.
    """

    service: Service | None = None
    closure: Closure | None = None
    instead: Service | None = None
