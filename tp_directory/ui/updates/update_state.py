"""What the page of updates shows, as one value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tp_directory.core.preferences import QuietHours
from tp_directory.core.release import Changes
from tp_directory.core.updating import Attempt, UpdateSetup, UpdateStep


@dataclass(frozen=True, slots=True)
class UpdateState:
    """How things stand with updates.

    `is_decided` says that an administrator names the sources; `policy` is the file in which they
    may. `attempts` are the last ones, the latest first. `step` is how far the update is that
    `is_running`. `next_at` is when the next one may begin, None for never. `previous` is the
    number of the edition that can be gone back to, or on to again, 0 for none; `held_back` is that
    of the one that the worker went back from. `changes` is what the present one brought.
    """

    setup: UpdateSetup = UpdateSetup()
    is_decided: bool = False
    policy: str = ""
    attempts: tuple[Attempt, ...] = ()
    is_running: bool = False
    step: UpdateStep | None = None
    next_at: datetime | None = None
    is_paused: bool = False
    is_pause_locked: bool = False
    quiet: QuietHours = QuietHours.NONE
    is_quiet_locked: bool = False
    previous: int = 0
    held_back: int = 0
    changes: Changes = Changes()

    @property
    def is_set_up(self) -> bool:
        """Whether anything says where updates come from."""
        return bool(self.setup.sources)
