"""Opening the directory beside the window, which is visible and alive meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

from tp_directory.core.bilingual import Text
from tp_directory.core.errors import DirectoryError

if TYPE_CHECKING:  # they load the store and the index, which the window does not wait for
    from tp_directory.editions import Progress, Step

Open = Callable[["Progress"], object]
"""Opens what the window waits for, and tells how far it is."""


class Abandoned(DirectoryError):
    """The window was closed meanwhile: start the program again to go on."""

    def __init__(self) -> None:
        super().__init__(Text("The preparation was stopped.", "La préparation a été interrompue."))


class Opening(QThread):
    """Runs one opening in a thread of its own; it knows no widget."""

    progressed = Signal(int, int)  # done, total
    opened = Signal(object)  # what was opened
    failed = Signal(object)  # Text

    def __init__(self, open_directory: Open, parent: QObject) -> None:
        super().__init__(parent)
        self._open_directory = open_directory

    def stop(self) -> None:
        """End it at its next step, and wait for that; a build left half is removed."""
        self.requestInterruption()
        self.wait()

    def _tell(self, step: Step) -> None:
        if self.isInterruptionRequested():
            raise Abandoned
        self.progressed.emit(step.done, step.total)

    def run(self) -> None:
        try:
            opened = self._open_directory(self._tell)
        except DirectoryError as error:
            self.failed.emit(error.text)
        else:
            self.opened.emit(opened)
