"""A random user of the window for minutes or hours: it must not crash, warn or grow.

    python tests/benchmarks/soak.py --minutes 60 [--seed 1] [--services 2000]

Types, deletes, filters, sorts, opens, walks, keeps, writes notes, compares, switches language,
theme and size of text, resizes, shows the map and moves it, looks at every page, hides and comes
back, in the real window on made-up services, without a screen. The same seed chooses the same
deeds. A Qt warning, a Python exception or a record of a log ends it at once with the step and the
seed. Once a minute it prints what was done, memory, open files and living widgets; at the end
whether memory was flat after the first fifth of the time.
"""

from __future__ import annotations

import argparse
import logging
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[2] / "packaging"))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import psutil
from machine import describe
from PySide6.QtCore import (
    QEvent,
    QMessageLogContext,
    QPoint,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit
from window import real_services, settle, shown_window, trigger

from tp_directory.core.bilingual import Language
from tp_directory.core.preferences import TEXT_SIZES, Theme
from tp_directory.ui.finding.choices_view import ChoicesView
from tp_directory.ui.finding.hits_view import HitsView
from tp_directory.ui.map.canvas import MapCanvas
from tp_directory.ui.window import Window

_HARMLESS = "does not support"  # the offscreen platform says it of size hints
_PLACES = ("Toronto", "Montréal", "Kenora", "Halifax", "Iqaluit", "K1N", "H2X", "49.7,-94.4", "Xx")
_SIZES = ((1400, 860), (1024, 640), (800, 600), (1920, 1080), (700, 900))
_WARM_UP = 0.2  # of the time: caches fill
_FLAT_MB_PER_HOUR = 20.0


class Sentinel:
    """Hears Qt's messages, exceptions nobody caught, and logs; the first one is kept."""

    def __init__(self) -> None:
        self.heard = ""
        qInstallMessageHandler(self.take_message)
        sys.excepthook = self.take_exception
        handler = logging.Handler()
        handler.emit = self.take_record  # type: ignore[method-assign]  # a handler of one line
        logging.getLogger().addHandler(handler)

    def take_message(
        self, kind: QtMsgType, _context: QMessageLogContext, words: str | None
    ) -> None:
        """Take a message of Qt."""
        if _HARMLESS not in (words or ""):
            self.heard = self.heard or f"Qt says: {words} ({kind.name})"

    def take_exception(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        """Take an exception of a slot or an event handler."""
        self.heard = self.heard or f"{kind.__name__}: {fault}"
        sys.__excepthook__(kind, fault, trace)

    def take_record(self, record: logging.LogRecord) -> None:
        """Take a record of a log."""
        self.heard = self.heard or f"logged: {record.getMessage()}"


class User:
    """Does one random thing after the other."""

    def __init__(self, window: Window, seed: int) -> None:
        self._window = window
        self._chance = random.Random(seed)
        words = [
            service.description.stated_in(each) for service in real_services() for each in Language
        ]
        self._words = sorted({word for text in words for word in text.split()})
        self._deeds: tuple[tuple[int, Callable[[], None]], ...] = (
            (12, self.type_word),
            (6, self.delete),
            (5, self.name_place),
            (6, self.walk),
            (4, self.choose_filter),
            (3, self.press_key),
            (3, self.scroll),
            (2, self.write_note),
            (2, self.move_map),
            (1, self.change_look),
            (1, self.resize),
            (1, self.hide),
            (3, self.clear),
        )

    def act(self) -> str:
        """Do something, let the window follow, and tell what was done."""
        weights = [weight for weight, _ in self._deeds]
        deed = self._chance.choices([deed for _, deed in self._deeds], weights)[0]
        deed()
        QTest.qWait(self._chance.choice((0, 0, 0, 5, 20)))
        settle()
        self._close_dialogs()
        return deed.__name__

    def type_word(self) -> None:
        """Type one of the records' words, or half of one."""
        box = self._box("search_box")
        if len(box.text()) > 40:
            box.clear()
        word = self._chance.choice(self._words)
        _type(box, word[: self._chance.randint(1, len(word))])
        if self._chance.random() < 0.5:
            _type(box, " ")

    def delete(self) -> None:
        """Take back some letters."""
        for _ in range(self._chance.randint(1, 12)):
            QTest.keyClick(self._box("search_box"), Qt.Key.Key_Backspace)

    def name_place(self) -> None:
        """Search from somewhere, or from nowhere that is known."""
        box = self._box("place_box")
        box.clear()
        _type(box, self._chance.choice((*_PLACES, "")))
        completer = box.completer()
        if completer and (popup := completer.popup()):
            popup.hide()
        QTest.keyClick(box, Qt.Key.Key_Return)

    def walk(self) -> None:
        """Walk through the results, and open one now and then."""
        keys = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown)
        for _ in range(self._chance.randint(1, 8)):
            QTest.keyClick(self._box("search_box"), self._chance.choice(keys))
        if self._chance.random() < 0.3:
            QTest.keyClick(self._box("search_box"), Qt.Key.Key_Return)

    def choose_filter(self) -> None:
        """Choose a filter, or take one away."""
        view = self._window.findChild(ChoicesView)
        if view is None or not view.isVisible():
            return
        place = QPoint(
            self._chance.randrange(max(view.viewport().width(), 1)),
            self._chance.randrange(max(view.viewport().height(), 1)),
        )
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def press_key(self) -> None:
        """Press one of the window's keys."""
        keys = (
            "F2", "F3", "F4", "F6", "F7", "F8", "Ctrl+D", "Ctrl+B", "Ctrl+Shift+B", "Ctrl+C",
            "Ctrl+1", "Ctrl+2", "Ctrl+3", "F1", "Ctrl+E", "Ctrl+Z", "Ctrl+F", "Ctrl+Shift+L",
        )  # fmt: skip
        trigger(self._window, self._chance.choice(keys))

    def scroll(self) -> None:
        """Scroll the list to anywhere."""
        view = self._window.findChild(HitsView)
        if view is not None:
            bar = view.verticalScrollBar()
            bar.setValue(self._chance.randint(0, max(bar.maximum(), 0)))

    def write_note(self) -> None:
        """Write a note on the service that is shown."""
        trigger(self._window, "Ctrl+1")
        trigger(self._window, "Ctrl+N")
        note = self._window.findChild(QPlainTextEdit, "note_box")
        if isinstance(note, QPlainTextEdit) and note.isVisible():
            note.setPlainText(f"Example {self._chance.randint(0, 999)}")

    def move_map(self) -> None:
        """Move, zoom and walk the map where it is shown."""
        canvas = self._window.findChild(MapCanvas)
        if canvas is None or not canvas.isVisible():
            return
        for _ in range(6):
            QTest.keyClick(canvas, self._chance.choice(
                (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Left, Qt.Key.Key_Up,
                 Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_0, Qt.Key.Key_Return)
            ))  # fmt: skip

    def change_look(self) -> None:
        """Take another theme or another size of text."""
        if self._chance.random() < 0.5:
            self._window.preference_chosen.emit("theme", self._chance.choice(list(Theme)))
        else:
            self._window.preference_chosen.emit("text_size", self._chance.choice(TEXT_SIZES))

    def resize(self) -> None:
        """Make the window larger or smaller."""
        self._window.resize(*self._chance.choice(_SIZES))

    def hide(self) -> None:
        """Hide everything, and come back."""
        self._window.hide_everything()
        settle()
        self._window.show_again()

    def clear(self) -> None:
        """Start again."""
        trigger(self._window, "Esc")

    def _box(self, name: str) -> QLineEdit:
        trigger(self._window, "Ctrl+1")
        box = self._window.findChild(QLineEdit, name)
        assert isinstance(box, QLineEdit)
        return box

    def _close_dialogs(self) -> None:
        for dialog in self._window.findChildren(QDialog):
            dialog.reject()


def _type(box: QLineEdit, words: str) -> None:
    """Send letters as a keyboard would; QTest's own typing knows no accents."""
    for letter in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(box, key)


def soak(minutes: float, seed: int, count: int) -> int:
    """Use the window until the time is over; return the exit code."""
    application = QApplication([])
    sentinel = Sentinel()
    process = psutil.Process()
    samples: list[tuple[float, float]] = []
    print(f"{describe()}; seed {seed}, {count} services, {minutes:g} minutes", flush=True)
    print("minute    deeds   memory MB  open files  widgets", flush=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        shown_window(application, Path(folder), count) as window,
    ):
        user = User(window, seed)
        started = time.monotonic()
        deeds, next_report = 0, 0.0
        while (passed := (time.monotonic() - started) / 60) < minutes:
            if passed >= next_report:
                memory = process.memory_info().rss / 1e6
                samples.append((passed / 60, memory))
                files, widgets = process.num_fds(), len(QApplication.allWidgets())
                line = f"{passed:6.1f} {deeds:8} {memory:11.1f} {files:11} {widgets:8}"
                print(line, flush=True)
                next_report += 1.0
            name = user.act()
            deeds += 1
            if sentinel.heard:
                print(f"FAILED at deed {deeds} ({name}), seed {seed}: {sentinel.heard}")
                return 1
        qInstallMessageHandler(None)
    growth = slope([each for each in samples if each[0] >= _WARM_UP * minutes / 60])
    is_flat = growth < _FLAT_MB_PER_HOUR
    verdict = "flat" if is_flat else "GROWING"
    print(f"{deeds} deeds, no crash, no warning; memory {verdict}: {growth:+.1f} MB an hour")
    return 0 if is_flat else 1


def slope(samples: Sequence[tuple[float, float]]) -> float:
    """The least-squares slope of (hours, MB) samples in MB an hour; 0 for fewer than three."""
    if len(samples) < 3:
        return 0.0
    middle_x = sum(x for x, _ in samples) / len(samples)
    middle_y = sum(y for _, y in samples) / len(samples)
    spread = sum((x - middle_x) ** 2 for x, _ in samples)
    return sum((x - middle_x) * (y - middle_y) for x, y in samples) / spread


def main() -> int:
    """Read the command line, and soak."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--services", type=int, default=2000)
    options = parser.parse_args()
    return soak(options.minutes, options.seed, options.services)


if __name__ == "__main__":
    sys.exit(main())
