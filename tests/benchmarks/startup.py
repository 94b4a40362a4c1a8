"""From the start of the process to the window and to painted results, against a bare window.

The program is started as a worker starts it, on editions of several sizes built beforehand; as
soon as its search box is there, "shelter" is put into it, and the clock stops when the list has
painted rows. The bare window is one line edit and one list view, painted. Both run offscreen, in
turn, so that the ratio holds when the machine's speed drifts.

    python tests/benchmarks/startup.py [--services 500 100000] [--runs 7] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from machine import describe
from synthetic import services

from tp_directory import editions, paths
from tp_directory.exchange.records import read_records
from tp_directory.exchange.reference import read_gazetteer, read_taxonomy

_STOP = """
import json, os, time
import psutil
seen = []
def see():
    if not seen:
        seen.append(time.time())
def stop():
    see()
    print(json.dumps([seen[0], time.time(), psutil.Process().memory_info().rss]), flush=True)
    os._exit(0)
"""
_BARE = (
    _STOP
    + """
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QVBoxLayout, QWidget
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            stop()
        return False
application = QApplication([])
window = QWidget()
layout = QVBoxLayout(window)
layout.addWidget(QLineEdit())
view = QListView()
layout.addWidget(view)
watch = Watch()
view.viewport().installEventFilter(watch)
window.resize(1180, 760)
window.show()
application.exec()
"""
)
_PROGRAM = (
    _STOP
    + """
from tp_directory import app
from tp_directory.app.making import make_application
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractItemView
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and watched.objectName() == "search_box":
            watched.setText("shelter")
        if event.type() == QEvent.Type.Paint:
            see()
            view = watched.parent()
            if isinstance(view, QAbstractItemView) and view.objectName() == "hits_view":
                if view.model().rowCount():
                    stop()
        return False
watch = Watch()
application = make_application()
application.installEventFilter(watch)
app.run()
"""
)


def _run(code: str, folder: Path) -> tuple[float, float, float]:
    """Milliseconds to the first paint of the window and of results, and megabytes then."""
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_DATA_HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": str(folder.parent / "pycache"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.time()
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )
    if not done.stdout:
        raise SystemExit(done.stderr)
    seen, stopped, memory = json.loads(done.stdout)
    return (seen - start) * 1000, (stopped - start) * 1000, memory / 2**20


def main() -> None:
    """Measure in turn and print medians and ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--services", type=int, nargs="+", default=[500, 100_000])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    bundle = paths.bundle()
    gazetteer = read_gazetteer(bundle.data / "geography")
    taxonomy = read_taxonomy(bundle.data)
    real = tuple(read_records(bundle.data / "directory", gazetteer))
    name = f"bundled-{editions.sources_hash(bundle.data / 'directory', bundle.data)[:16]}"
    with tempfile.TemporaryDirectory() as temporary:
        folders = {}
        for count in options.services:
            folder = Path(temporary) / str(count)
            edition = folder / "tp-directory" / "editions" / name
            made = services(real, gazetteer, count)
            editions.write(edition, made, gazetteer, taxonomy, built_at="2026-11-24T15:00:00+00:00")
            folders[f"{count} services"] = folder
        bare = Path(temporary) / "bare"
        contenders = {"bare window": (_BARE, bare)}
        contenders |= {name: (_PROGRAM, folder) for name, folder in folders.items()}
        figures: dict[str, list[tuple[float, float, float]]] = {name: [] for name in contenders}
        for turn in range(options.runs + 1):
            for name, (code, folder) in contenders.items():
                measured = _run(code, folder)
                if turn:  # the first turn compiles modules and warms the disk
                    figures[name].append(measured)
    print(describe())
    medians = {
        name: tuple(statistics.median(part) for part in zip(*each, strict=True))
        for name, each in figures.items()
    }
    bare_ms = medians["bare window"][1]
    print(f"{'':18}  window painted       results painted      memory")
    for name, (seen, painted, megabytes) in medians.items():
        print(
            f"{name:18} {seen:6.0f} ms {seen / bare_ms:4.1f} x bare"
            f" {painted:6.0f} ms {painted / bare_ms:4.1f} x bare {megabytes:6.0f} MB"
        )
    if options.json:
        options.json.write_text(json.dumps({"machine": describe(), "startup": medians}), "utf-8")


if __name__ == "__main__":
    main()
