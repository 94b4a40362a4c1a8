"""Filters, results and service beside each other, as many of them as there is room for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from tp_directory.ui.tokens import em

_SHARES = (230, 345, 425)  # of the width, in thousandths: Qt scales them to the width there is
_WIDE_EMS, _NARROW_EMS = 84, 54


class Panes(QSplitter):
    """Wide windows show all three; narrower ones hide the filters; small ones show one alone."""

    filters_shown = Signal(bool)
    narrowed = Signal(bool)  # whether there is room for one alone
    service_seen = Signal(bool)  # whether a service, or the results it is chosen from, can be seen

    def __init__(self, filters: QWidget, content: QWidget, service: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._filters, self._content, self._service = filters, content, service
        self._is_wide: bool | None = None
        self._is_narrow: bool | None = None
        self._wants_filters = False
        self._has_service = False
        self._is_reading = False
        self._is_map = False
        self._widths: tuple[int, ...] = ()  # when all three were shown last
        self.setChildrenCollapsible(False)
        for place, (widget, stretch) in enumerate(((filters, 0), (content, 2), (service, 3))):
            self.addWidget(widget)
            self.setStretchFactor(place, stretch)
        self.setSizes(list(_SHARES))

    @property
    def is_narrow(self) -> bool:
        """Whether there is room for one alone."""
        return bool(self._is_narrow)

    @property
    def is_reading(self) -> bool:
        """Whether the service hides the results."""
        return self.is_narrow and self._is_reading and self._has_service

    @property
    def is_choosing(self) -> bool:
        """Whether the filters hide the results."""
        return self.is_narrow and self._wants_filters

    def show_service(self, is_wanted: bool) -> None:
        """Have room for a service, or none."""
        self._has_service = is_wanted
        self._arrange()

    def read(self, *, is_wanted: bool) -> None:
        """Prefer the service to the results where there is room for one."""
        self._is_reading = is_wanted
        if self.is_narrow:
            self._wants_filters = False
        self._arrange()

    def mark_map(self, is_map: bool) -> None:
        """Know whether the results are shown on the map, which marks none of them as chosen."""
        self._is_map = is_map
        self._tell_seen()

    def toggle_filters(self) -> bool:
        """Show the filters, or hide them; returns whether they are shown now."""
        self._wants_filters = not self._wants_filters
        self._arrange()
        return self._wants_filters

    def widths(self) -> tuple[int, ...]:
        """The widths of the panes, to be kept for the next start."""
        sizes = tuple(self.sizes())
        return sizes if all(sizes) else self._widths

    def set_widths(self, widths: tuple[int, ...]) -> None:
        """Take over widths kept from the last start; others than three are not ours."""
        if len(widths) == self.count() and all(widths):
            self._widths = widths
            self.setSizes(list(widths))

    def _arrange(self) -> None:
        if all(self.sizes()):
            self._widths = tuple(self.sizes())
        is_read = not self.is_narrow or (self.is_reading and not self.is_choosing)
        self._filters.setVisible(self._wants_filters)
        self._content.setVisible(not self.is_choosing and not self.is_reading)
        self._service.setVisible(self._has_service and is_read)
        self.filters_shown.emit(self._wants_filters)
        self._tell_seen()

    def _tell_seen(self) -> None:
        is_map_alone = self.is_narrow and self._is_map and not self.is_reading
        is_covered = not self.isVisible() or self.is_choosing or is_map_alone
        self.service_seen.emit(self._has_service and not is_covered)

    def _fold(self, width: int) -> None:
        ems = width / em(self.font())
        is_wide, is_narrow = ems >= _WIDE_EMS, ems < _NARROW_EMS
        if (is_wide, is_narrow) == (self._is_wide, self._is_narrow):
            return
        if is_wide is not self._is_wide:
            self._wants_filters = is_wide
        self._is_wide, self._is_narrow = is_wide, is_narrow
        self._arrange()
        self.narrowed.emit(is_narrow)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell_seen()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tell_seen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fold(event.size().width())
        super().resizeEvent(event)
