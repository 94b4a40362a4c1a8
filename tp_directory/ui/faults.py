"""The one edge where faults of ours arrive: one dialog, one entry in a file."""

from __future__ import annotations

import platform
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal, qVersion
from PySide6.QtWidgets import QMessageBox, QWidget

from tp_directory import __version__

LOG_NAME = "faults.log"
_MOST_BYTES = 200_000


def entry(kind: type[BaseException], trace: TracebackType | None) -> str:
    """What the file says of a fault: its kind and where it arose in the program's code.

    Neither the message of the exception nor any value is in it: they could be words that were
    typed, a place or a service.
    """
    frames = traceback.extract_tb(trace)
    lines = [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    versions = f"{__version__}, Python {platform.python_version()}, Qt {qVersion()}"
    moment = datetime.now(UTC).isoformat(timespec="seconds")
    head = f"{moment} {kind.__name__} (TP Directory {versions}, {platform.system()})"
    return "\n".join([head, *lines]) + "\n"


class FaultReporter(QObject):
    """Writes a fault down, and says so in a dialog of the GUI's thread, one at a time."""

    fault_happened = Signal()

    def __init__(self, folder: Path, window: QWidget) -> None:
        super().__init__(window)
        self._file = folder / LOG_NAME
        self._window = window
        self._dialog = QMessageBox(window)
        self._dialog.setIcon(QMessageBox.Icon.Warning)
        # The fault may be another thread's: the signal brings it to the thread of the window.
        self.fault_happened.connect(self.show_dialog)

    def install(self) -> None:
        """Take the faults that nobody caught."""
        sys.excepthook = self.take

    def uninstall(self) -> None:
        """Leave them to Python again, before the window is gone."""
        sys.excepthook = sys.__excepthook__

    def take(
        self,
        kind: type[BaseException],
        _fault: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Write a fault down and tell it. The terminal gets the same: desktops log what it gets."""
        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        words = entry(kind, trace)
        sys.stderr.write(words)
        self._write(words)
        self.fault_happened.emit()

    def show_dialog(self) -> None:
        """Say that something went wrong here, what still works and where it is written."""
        if self._dialog.isVisible():
            return
        self._dialog.setWindowTitle(self._window.windowTitle())  # which may be a neutral one
        self._dialog.setText(
            self.tr(
                "Something went wrong in the program itself. The directory is unharmed and can "
                "still be searched; if the window behaves oddly, close it and start again.\n\n"
                "What happened is noted in {file}, without anything that was typed or opened."
            ).format(file=self._file)
        )
        self._dialog.open()

    def _write(self, words: str) -> None:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            is_full = self._file.exists() and self._file.stat().st_size > _MOST_BYTES
            with self._file.open("w" if is_full else "a", encoding="utf-8") as log:
                log.write(words)
        except OSError:
            return  # a disk that takes no entry must not hide the dialog
