"""Begins updates at their times or when the worker asks, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from tp_directory.core.bilingual import Text
from tp_directory.core.preferences import QuietHours
from tp_directory.core.update_times import Connection, Schedule, is_due, next_update
from tp_directory.core.updating import Attempt, Outcome, UpdateSetup, UpdateStep
from tp_directory.ui.updates.network import Network
from tp_directory.ui.updates.update_process import UpdateProcess

_MINUTE_MS = 60_000
_WANTED = "--wanted"
_SOURCE = "--source"
_STOPPED = Text(
    "The update was stopped. The edition that was there is in use.",
    "La mise à jour a été arrêtée. L'édition qui était là reste en usage.",
)
_BROKE_OFF = Text(
    "The update broke off. The edition that was there is in use. The next one goes on with it.",
    "La mise à jour s'est interrompue. L'édition qui était là reste en usage. La prochaine la "
    "poursuivra.",
)


class Scheduler(QObject):
    """Knows where updates come from, when the next one begins, and how far one is."""

    looked = Signal()  # once a minute, and when the network changes
    changed = Signal()  # a step, an end, or when the next one begins
    ended = Signal(object)  # Attempt

    def __init__(
        self,
        process: UpdateProcess,
        network: Network,
        attempts: Callable[[], tuple[Attempt, ...]],
        slot: Callable[[], time],
        clock: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        """`attempts` gives those remembered, the last one first.

        `slot` gives the time of day for updates, `clock` the present with the computer's offset.
        """
        super().__init__(parent)
        self._process, self._network = process, network
        self._attempts, self._slot, self._clock = attempts, slot, clock
        self._started = clock()
        self._quiet, self._is_paused = QuietHours.NONE, False
        self._setup, self._allows_metered = UpdateSetup(), False
        self._is_stopping = False
        self.step: UpdateStep | None = None
        """How far the update is that is being done, None where none has told it."""
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self.look)
        network.changed.connect(self.look)
        process.stepped.connect(self.show_step)
        process.ended.connect(self.end)

    @property
    def is_running(self) -> bool:
        """Whether an update is being done."""
        return self._process.is_running

    @property
    def next_at(self) -> datetime | None:
        """When the next one may begin by itself, which may be over; None for never."""
        if not self._setup.sources:
            return None
        return next_update(self._schedule, self._attempts(), self._clock())

    def follow(
        self, setup: UpdateSetup, *, quiet: QuietHours, is_paused: bool, allows_metered: bool
    ) -> None:
        """Follow the settings from now on."""
        self._setup, self._quiet, self._is_paused = setup, quiet, is_paused
        self._allows_metered = allows_metered
        self.changed.emit()

    def start(self) -> None:
        """Begin now what is due, and from now on at its time."""
        if not self._minute.isActive():
            self._minute.start()
        self.look()

    def look(self) -> None:
        """Begin an update if one is due."""
        self.looked.emit()
        if not self._minute.isActive() or self.is_running or not self._setup.sources:
            return
        if is_due(
            self._schedule,
            self._attempts(),
            self._clock(),
            self._connection,
            allows_metered=self._allows_metered,
        ):
            self._begin()

    def update_now(self) -> None:
        """Begin an update, as the worker asked, whatever the time."""
        if self._setup.sources:
            self._begin(_WANTED)

    def take_in(self, file: Path) -> None:
        """Update from a file alone, as the worker asked."""
        self._begin(_WANTED, _SOURCE, str(file))

    def cancel(self) -> None:
        """End the update that is being done; the next one goes on with it."""
        if self.is_running:
            self._is_stopping = True
            self._process.stop()

    def stop(self) -> None:
        """Begin nothing more, and end what is being done: the window closes."""
        self._minute.stop()
        self.blockSignals(True)
        self._process.stop()

    def show_step(self, step: UpdateStep) -> None:
        """Tell how far the update is."""
        self.step = step
        self.changed.emit()

    def end(self, attempt: Attempt | None) -> None:
        """Tell how the update ended; one that said nothing was stopped, or broke off."""
        if attempt is None:
            past = self._attempts()
            attempt = Attempt(
                at=self._clock().astimezone(UTC).isoformat(timespec="seconds"),
                outcome=Outcome.CANCELLED,
                number=past[0].number if past else 0,
                source="",
                text=_STOPPED if self._is_stopping else _BROKE_OFF,
            )
        self._is_stopping, self.step = False, None
        self.ended.emit(attempt)
        self.changed.emit()

    @property
    def _schedule(self) -> Schedule:
        return Schedule(self._slot(), self._started, self._quiet, self._is_paused)

    @property
    def _connection(self) -> Connection:
        """The network, if one of the sources needs it."""
        is_needed = any(each.startswith(("http:", "https:")) for each in self._setup.sources)
        return self._network.connection if is_needed else Connection()

    def _begin(self, *arguments: str) -> None:
        self._process.start(*arguments)
        self.changed.emit()
