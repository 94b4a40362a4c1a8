"""What is asked for when an edition is to be made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tp_directory.core.release import Release
from tp_directory.core.updating import UpdateStep
from tp_directory.directory import Clock


@dataclass(frozen=True, slots=True)
class Task:
    """An edition to be made in a workplace, whose data is there already.

    `shards` are the ones subscribed to. `base` is the folder of an installed edition that it may
    be made from. `before` is a folder of shards that were in force, to tell what changed since.
    """

    workplace: Path
    release: Release
    shards: tuple[str, ...]
    clock: Clock
    progress: Callable[[UpdateStep], None]
    base: Path | None = None
    before: Path | None = None

    @property
    def built_at(self) -> str:
        """The present, as an edition says when it was built (ISO 8601)."""
        return self.clock().isoformat(timespec="seconds")
