"""Collects Python's garbage where widgets may be destroyed: in the GUI's thread."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000


class GarbageCollection(QObject):
    """Takes the collecting of cyclic garbage into the GUI's thread, until it is stopped.

    Python collects in whichever thread happens to allocate. A widget that is destroyed outside
    the GUI's thread crashes Qt, and opening an edition and counting facets have threads of their
    own.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect each generation that the interpreter would have collected by itself."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Leave it to the interpreter again, if it was before: no window is left."""
        self._timer.stop()
        if self._was_enabled:
            gc.enable()
