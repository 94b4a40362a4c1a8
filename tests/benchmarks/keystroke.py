"""From a keystroke to painted results, in the real window, against a window that does nothing.

Types the queries of search.py key by key into the search box of the real window, which is shown
offscreen at 1400 x 860 pixels: everywhere and from Ottawa, in both languages. For each key it
measures in milliseconds, from the sending of the key event,

- results: until everything that it changed has been painted, but for the page of the service,
  which follows when nothing has been typed for a moment;
- bare: the same key in a window with a QLineEdit and a QListView of 25 words, until the event
  loop has nothing more to do.

Then somebody types at an easy pace (calm: ten keys a second, a pause after each query) into the
running event loop, in which a timer beats every millisecond: the longest time between two beats
is the longest that a key could have waited. Last, it measures single acts until the event loop
has nothing more to do and the page of the service has followed, that moment included: in a list
of nearly all services, the next service, a page further in its middle and its end; near a place,
each order, a filter, the map, the other language.

    python tests/benchmarks/keystroke.py [--services 500 10000 100000] [--queries 100]
        [--turns 20] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[2] / "packaging")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from faults import Faults
from machine import describe
from PySide6.QtCore import QEventLoop, QStringListModel, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLineEdit,
    QListView,
    QTreeView,
    QVBoxLayout,
    QWidget,
)
from search import Keystroke, keystrokes
from window import (
    USUAL_SIZE,
    Paints,
    part,
    press_letter,
    real_services,
    settle,
    shown_window,
    trigger,
    wait,
)

from tp_directory.core.bilingual import Language
from tp_directory.core.query import Order
from tp_directory.ui.finding.reader import Reader
from tp_directory.ui.window import Window

_FRAME_MS = 1000 / 60
_PLACES = ("", "Ottawa")
_COMMON = "s"  # a letter that some word of nearly every service begins with
_CALM_KEYS = 300
_KEY_MS, _PAUSE_MS = 100, 600
_SETTLED_MS = 200


@dataclass(frozen=True, slots=True)
class Waits:
    """How long each of several keys or acts took, in milliseconds."""

    times: tuple[float, ...]

    def share(self, share: float) -> float:
        """What this share of them did not exceed."""
        return sorted(self.times)[min(len(self.times) - 1, int(len(self.times) * share))]

    @property
    def in_a_frame(self) -> float:
        """The share of them that a screen of 60 Hz shows with its next picture."""
        return sum(each <= _FRAME_MS for each in self.times) / len(self.times)

    def figures(self) -> dict[str, float]:
        """The figures to be compared."""
        return {
            "p50_ms": round(self.share(0.5), 2),
            "p95_ms": round(self.share(0.95), 2),
            "max_ms": round(max(self.times), 2),
            "in_a_frame": round(self.in_a_frame, 4),
            "count": len(self.times),
        }


@dataclass(frozen=True, slots=True)
class Act:
    """Something that is done with one key or click, and how to take it back."""

    name: str
    do: Callable[[], object]
    undo: Callable[[], object]

    def waits(self, reader: Reader, turns: int) -> Waits:
        """What it took in each of several turns until all that follows from it was painted."""
        times = []
        for _turn in range(turns):
            start = time.perf_counter()
            self.do()
            settle()
            while reader.pane.hit is not reader.hit:
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            settle()
            times.append(_since(start))
            self.undo()
            wait(_SETTLED_MS)
        return Waits(tuple(times))


def _since(start: float) -> float:
    """Milliseconds from a moment of the counter until now."""
    return (time.perf_counter() - start) * 1000


def _typed(box: QLineEdit, keys: Sequence[Keystroke], paints: Paints) -> tuple[Waits, Waits]:
    """What each key took until what it changed was painted, and until nothing was left to do."""
    painted, done = [], []
    for key in keys:
        if len(key.typed) == 1:
            box.clear()
            settle()
        paints.count = 0
        start = time.perf_counter()
        press_letter(box, key.typed[-1])
        QApplication.sendPostedEvents()
        painted.append(_since(start))
        assert paints.count or not paints.widget.isVisible(), "the list was not painted"
        settle()
        done.append(_since(start))
        assert box.text() == key.typed
    return Waits(tuple(painted)), Waits(tuple(done))


def _bare(keys: Sequence[Keystroke]) -> Waits:
    """The same keys in a window that does nothing but show them, beside a list."""
    window = QWidget()
    layout = QVBoxLayout(window)
    box, view = QLineEdit(), QListView()
    view.setModel(QStringListModel([f"Service {number}" for number in range(25)], view))
    layout.addWidget(box)
    layout.addWidget(view)
    window.resize(*USUAL_SIZE)
    window.show()
    settle()
    _painted, done = _typed(box, keys, Paints(box))
    window.close()
    return done


def _typed_calmly(box: QLineEdit, keys: Sequence[Keystroke]) -> tuple[Waits, float]:
    """What each key took until what it changed was painted, and the longest block of the loop.

    The pauses empty the caches of the processor, so that each key takes longer than in a row.
    """
    beats: list[float] = []
    heart = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
    heart.timeout.connect(lambda: beats.append(time.perf_counter()))
    heart.start()
    painted = []
    for key in keys:
        if len(key.typed) == 1:
            wait(_PAUSE_MS)
            box.clear()
        start = time.perf_counter()
        press_letter(box, key.typed[-1])
        QApplication.sendPostedEvents()
        painted.append(_since(start))
        wait(_KEY_MS)
    heart.stop()
    longest = max(after - before for before, after in pairwise(beats)) * 1000
    return Waits(tuple(painted)), longest


def _acts_on_list(window: Window) -> tuple[Act, ...]:
    """What is done with a long list of hits."""
    view = part(window, QAbstractItemView, "hits_view")
    bar = view.verticalScrollBar()

    def page_further() -> None:
        bar.triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd)

    def return_to_middle() -> None:
        if bar.value() == bar.maximum():
            bar.setValue(bar.maximum() // 2)

    def press(key: Qt.Key) -> Callable[[], None]:
        return lambda: QTest.keyClick(view, key)

    press(Qt.Key.Key_Home)()
    bar.setValue(bar.maximum() // 2)
    return (
        Act("the next service", press(Qt.Key.Key_Down), press(Qt.Key.Key_Up)),
        Act("a page further", page_further, return_to_middle),
        Act("end of the list", press(Qt.Key.Key_End), press(Qt.Key.Key_Home)),
    )


def _acts_near_place(window: Window) -> tuple[Act, ...]:
    """What is done with an answer as a whole."""
    order_box = part(window, QComboBox, "order_box")
    choices = part(window, QTreeView, "choices_view")

    def choose(order: Order) -> Callable[[], None]:
        def activate() -> None:
            order_box.setCurrentIndex(order_box.findData(order))
            order_box.activated.emit(order_box.currentIndex())

        return activate

    def press_first_filter() -> None:
        first = choices.model().index(0, 0, choices.model().index(0, 0))
        middle = choices.visualRect(first).center()
        QTest.mouseClick(choices.viewport(), Qt.MouseButton.LeftButton, pos=middle)

    def keys(shortcut: str) -> Callable[[], None]:
        return lambda: trigger(window, shortcut)

    best_first = choose(Order.RELEVANCE)
    return (
        Act("by name", choose(Order.NAME), best_first),
        Act("nearest first", choose(Order.DISTANCE), best_first),
        Act("open first", choose(Order.OPEN_FIRST), best_first),
        Act("a filter", press_first_filter, press_first_filter),
        Act("the map", keys("F3"), keys("F3")),
        Act("the language", keys("Ctrl+Shift+L"), keys("Ctrl+Shift+L")),
    )


def _search_from(window: Window, place: str) -> None:
    box = part(window, QLineEdit, "place_box")
    box.setText(place)
    box.editingFinished.emit()
    settle()


def _measured(window: Window, keys: Sequence[Keystroke], turns: int) -> dict[str, dict[str, float]]:
    """All figures of a window, by name."""
    box = part(window, QLineEdit, "search_box")
    paints = Paints(part(window, QAbstractItemView, "hits_view").viewport())
    painted: list[float] = []
    for language in Language:
        spoken = [key for key in keys if key.language is language]
        for place in _PLACES:
            _search_from(window, place)
            painted += _typed(box, spoken, paints)[0].times
        trigger(window, "Ctrl+Shift+L")
    calm, longest = _typed_calmly(box, keys[:_CALM_KEYS])
    figures = {
        "results": Waits(tuple(painted)).figures(),
        "calm": calm.figures() | {"longest_block_ms": round(longest, 2)},
    }
    for place, acts in (("", _acts_on_list), (_PLACES[-1], _acts_near_place)):
        _search_from(window, place)
        box.setText(_COMMON)
        settle()
        for act in acts(window):
            figures[act.name] = act.waits(part(window, Reader, ""), turns).figures()
    return figures


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--services", type=int, nargs="+", default=[500, 10_000, 100_000])
    parser.add_argument("--queries", type=int, default=100)
    parser.add_argument("--turns", type=int, default=20)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    keys = keystrokes(real_services(), options.queries)
    application = QApplication(sys.argv[:1])
    bare = _bare(keys).figures()
    print(f"{len(keys)} keys from {len(_PLACES)} places, {describe()}")
    _print("bare", bare, bare)
    measured: dict[str, object] = {"machine": describe(), "bare": bare}
    for count in options.services:
        with (
            Faults() as faults,
            tempfile.TemporaryDirectory() as folder,
            shown_window(application, Path(folder), count) as window,
        ):
            figures = _measured(window, keys, options.turns)
        faults.check()
        print(f"\n{count} services")
        for name, each in figures.items():
            _print(name, each, bare)
        measured[f"{count} services"] = figures
    if options.json:
        options.json.write_text(json.dumps(measured, indent=2), "utf-8")


def _print(name: str, figures: dict[str, float], bare: dict[str, float]) -> None:
    block = figures.get("longest_block_ms")
    print(
        f"{name:16} p50 {figures['p50_ms']:6.1f} ms  p95 {figures['p95_ms']:6.1f} ms"
        f" ({figures['p95_ms'] / bare['p95_ms']:5.1f} x bare)  max {figures['max_ms']:6.1f} ms"
        f"  in a frame {figures['in_a_frame']:4.0%}"
        + (f"  longest block {block:.1f} ms" if block else "")
    )


if __name__ == "__main__":
    main()
