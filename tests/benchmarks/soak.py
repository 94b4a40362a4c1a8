"""A random user in the real window for many minutes: does it hold, and does its memory?

The user types, deletes, filters, sorts, walks, opens, keeps, writes notes, compares, uses the map,
goes through checklists and training cases, answers dialogs, switches language, theme and size of
text, resizes, hides and comes back, as the seed decides. A warning of Qt, an exception or a log
record ends it at once, with what was done last, the seed and the number of the event. Each minute
text and window get their usual sizes back, and the window is hidden and left alone for two seconds,
which forgets what was asked and opened: then acts and events so far, memory, open files and living
widgets are printed. Beside the size of the process stands what is in use of it, by C (Qt, SQLite,
Tantivy) and by Python: the rest is free, though not given back. At the end it prints how each
changed in an hour: the slope of a line through all samples (least squares) after the first fifth of
the time. QObjects are not counted: each that Python has looked at once would stay in memory.

Everything is written into a temporary folder, which is gone afterwards.

    python tests/benchmarks/soak.py [--minutes 60] [--seed 1] [--services 2000] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[2] / "packaging")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import psutil
from faults import Faults
from machine import describe
from PySide6.QtCore import QObject, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from random_user import RandomUser
from search import keystrokes
from window import real_services, shown_window

from tests.allocated import allocated
from tp_directory.ui.window import Window

_MINUTE_MS = 60_000
_SETTLING = 0.2  # of the time, in which caches fill


@dataclass(frozen=True, slots=True)
class Sample:
    """What the program held at rest, and how much had been done by then."""

    seconds: float
    acts: int
    events: int
    megabytes: float
    c_megabytes: float
    blocks: int
    files: int
    widgets: int


class Soak(QObject):
    """Lets the user go on until the time is over or something has gone wrong."""

    def __init__(self, window: Window, user: RandomUser, faults: Faults, minutes: float) -> None:
        super().__init__(window)
        self._window, self._user, self._faults = window, user, faults
        self._process = psutil.Process()
        self._start = time.monotonic()
        self._seconds = minutes * 60
        self._is_over = False
        self.samples: list[Sample] = []
        self._watch = QTimer(self, interval=50)
        self._watch.timeout.connect(self.look)
        window.closed.connect(self.tell_closed)
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self.rest)

    def run(self) -> None:
        """Use the window until the end."""
        self._watch.start()
        self._minute.start()
        self.sample()
        QTimer.singleShot(0, self._user.step)
        QApplication.exec()

    def look(self) -> None:
        """End when it is time, or when something has gone wrong."""
        if self._faults.seen or time.monotonic() - self._start > self._seconds:
            self._is_over = True
            self._user.stop()
            QApplication.exit()

    def tell_closed(self) -> None:
        """Note that the user has closed the window, who does not mean to."""
        if not self._is_over:
            self._faults.seen.append("the window was closed")

    def rest(self) -> None:
        """Let the user rest, and take the figures then."""
        self._user.rest(self.sample)

    def sample(self) -> None:
        """Take the figures of this moment, and tell them."""
        in_use = allocated()
        sample = Sample(
            round(time.monotonic() - self._start, 1),
            self._user.acts,
            self._user.events,
            round(self._process.memory_info().rss / 2**20, 1),
            round(in_use.c_bytes / 2**20, 2),
            in_use.blocks,
            self._process.num_fds(),
            len(QApplication.allWidgets()),
        )
        self.samples.append(sample)
        print(
            f"{sample.seconds / 60:5.1f} min {sample.acts:6} acts {sample.events:7} events"
            f" {sample.megabytes:7.1f} MB, in use {sample.c_megabytes:5.1f} MB by C,"
            f" {sample.blocks:8} blocks by Python {sample.files:4} files"
            f" {sample.widgets:5} widgets",
            flush=True,
        )


class Calls(QObject):
    """Takes the numbers that would be called, so that no other program is started."""

    @Slot(QUrl)
    def take(self, _number: QUrl) -> None:
        """Call nobody."""


def slope(samples: list[Sample], figure: Callable[[Sample], float]) -> float:
    """By how much an hour a figure grew after the first fifth of the time."""
    kept = [each for each in samples if each.seconds >= samples[-1].seconds * _SETTLING]
    hours = [each.seconds / 3600 for each in kept]
    middle = sum(hours) / len(hours)
    level = sum(figure(each) for each in kept) / len(kept)
    spread = sum((hour - middle) ** 2 for hour in hours)
    drift = sum(
        (hour - middle) * (figure(each) - level) for hour, each in zip(hours, kept, strict=True)
    )
    return drift / spread if spread else 0.0


def main() -> int:
    """Soak and print; the exit code is 1 where something went wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--services", type=int, default=2000)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    queries = [key.typed for key in keystrokes(real_services(), 300, options.seed)]
    application = QApplication(sys.argv[:1])
    calls = Calls()
    QDesktopServices.setUrlHandler("tel", calls, "take")  # type: ignore[arg-type]  # takes a str
    print(f"seed {options.seed}, {options.services} services, {describe()}", flush=True)
    with (
        Faults() as faults,
        tempfile.TemporaryDirectory() as folder,
        shown_window(application, Path(folder), options.services) as window,
    ):
        user = RandomUser(window, queries, options.seed)
        soak = Soak(window, user, faults, options.minutes)
        soak.run()
    grown = slope(soak.samples, lambda each: each.megabytes)
    grown_c = slope(soak.samples, lambda each: each.c_megabytes)
    grown_python = slope(soak.samples, lambda each: each.blocks)
    print(
        f"memory: {grown:+.1f} MB an hour after the first {_SETTLING:.0%} of the time;"
        f" in use: {grown_c:+.1f} MB by C, {grown_python:+.0f} blocks by Python"
    )
    if options.json:
        figures = {
            "machine": describe(),
            "seed": options.seed,
            "megabytes_an_hour": grown,
            "c_megabytes_an_hour": grown_c,
            "blocks_an_hour": grown_python,
        }
        samples = [asdict(each) for each in soak.samples]
        options.json.write_text(json.dumps(figures | {"samples": samples}, indent=1), "utf-8")
    left = [each.name for each in threading.enumerate() if each is not threading.main_thread()]
    if left or application.topLevelWidgets():
        faults.seen.append(f"left running: {left}, {application.topLevelWidgets()}")
    for fault in faults.seen:
        print(fault)
    if faults.seen:
        done = ", ".join(user.done)
        print(f"event {user.events} of seed {options.seed}; done last: {done}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
