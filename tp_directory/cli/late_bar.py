"""Shows how far something is, but only where it takes long."""

from __future__ import annotations

import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress

_PATIENCE_SECONDS = 1.0


class LateBar:
    """A progress bar that appears once something has taken a second."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._end = time.monotonic() + _PATIENCE_SECONDS
        self._bar: Progress | None = None

    def __enter__(self) -> Self:
        return self

    def show(self, done: int, total: int) -> None:
        """Tell how far it is."""
        if time.monotonic() < self._end:
            return
        if self._bar is None:
            # Start-up: Rich takes time that a short check saves.
            from rich.console import Console  # noqa: PLC0415
            from rich.progress import Progress  # noqa: PLC0415

            self._bar = Progress(console=Console(stderr=True), transient=True)
            self._bar.add_task(self._words, total=total)
            self._bar.start()
        self._bar.update(self._bar.task_ids[0], completed=done)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._bar:
            self._bar.stop()
