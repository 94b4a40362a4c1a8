"""The two or three services that the worker weighs against each other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from tp_directory.core.closure import Fate
from tp_directory.core.opening import hit_at, hit_of
from tp_directory.core.query import Hit

MOST = 3


class Comparison(QObject):
    """Knows which services are compared; nothing of it outlives the window."""

    changed = Signal(int)  # how many there are now
    filled = Signal()  # one more was wanted than there is room for

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._hits: tuple[Hit, ...] = ()

    def __len__(self) -> int:
        return len(self._hits)

    def __contains__(self, service_id: object) -> bool:
        return any(hit.service.id == service_id for hit in self._hits)

    def hits(self, moment: datetime) -> tuple[Hit, ...]:
        """The services compared, as they answer at an aware moment."""
        return tuple(hit_at(hit, moment) for hit in self._hits)

    def toggle(self, hit: Hit) -> None:
        """Put a service beside the others, or take it away."""
        if hit.service.id in self:
            self.remove(hit.service.id)
        elif len(self) == MOST:
            self.filled.emit()
        else:
            self._set((*self._hits, hit))

    def remove(self, service_id: str) -> None:
        """Take a service away."""
        self._set(tuple(hit for hit in self._hits if hit.service.id != service_id))

    def renew(self, fate: Callable[[str], Fate], moment: datetime) -> None:
        """Compare the same services as another edition has them, without those it has no more."""
        fates = (fate(hit.service.id) for hit in self._hits)
        self._set(tuple(hit_of(each.service, moment) for each in fates if each.service))

    def clear(self) -> None:
        """Compare nothing."""
        self._set(())

    def _set(self, hits: tuple[Hit, ...]) -> None:
        self._hits = hits
        self.changed.emit(len(hits))
