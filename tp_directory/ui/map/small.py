"""A small map in the service pane: the area that one service serves, and its own mark."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QSizeF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from tp_directory.core.bilingual import Language
from tp_directory.core.projection import CANADA, Position
from tp_directory.core.service import Location
from tp_directory.ui.fact_labels import FactLabel
from tp_directory.ui.map.frame import area_around, whole
from tp_directory.ui.map.land import Land
from tp_directory.ui.map.marks import Shade
from tp_directory.ui.map.paint import paint_pin, paint_scale
from tp_directory.ui.map.words import NOT_SHOWN
from tp_directory.ui.tokens import SPACE_4, Tokens, em

_HEIGHT_EMS = 12
_AROUND_KM = 250.0  # beside what is shown, so that one sees where in Canada it is


class SmallMap(QWidget):
    """Shows whom a service serves, and says it; a withheld address is no part of it."""

    def __init__(
        self,
        land: Land,
        tokens: Tokens,
        shade: Shade,
        location: Location | None,
        caption: str,
        language: Language,
        parent: QWidget,
        *,
        withheld: bool,
    ) -> None:
        """`caption` says whom it serves."""
        super().__init__(parent)
        point = location.point if location and not withheld else None
        pin = CANADA.position(point) if point else None
        if withheld:
            caption = (
                f"{caption.rstrip('.')}. {NOT_SHOWN.best(language)}"
                if caption
                else NOT_SHOWN.best(language)
            )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_4)
        layout.addWidget(_Picture(land, tokens, shade, pin, self))
        layout.addWidget(FactLabel(caption, role="caption"))


class _Picture(QWidget):
    """Draws the area and the mark; cannot be moved."""

    def __init__(
        self, land: Land, tokens: Tokens, shade: Shade, pin: Position | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._land = land
        self._tokens = tokens
        self._shade = shade
        self._pin = pin
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _area(self) -> QRectF:
        """What must be in sight, in kilometres."""
        positions = [CANADA.position(point) for point in self._shade.points]
        if self._pin:
            positions.append(self._pin)
        area = area_around(positions, _AROUND_KM)
        if self._shade.is_whole or not self._shade.points:
            provinces = self._land.extent_of(self._shade.provinces)
            area |= provinces.adjusted(-_AROUND_KM, -_AROUND_KM, _AROUND_KM, _AROUND_KM)
        return area

    def sizeHint(self) -> QSize:
        return QSize(20, _HEIGHT_EMS) * em(self.font())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        frame = whole(self._area(), QSizeF(self.size()))
        self._land.paint(painter, frame, self._tokens, self._shade)
        paint_scale(painter, frame, self.font(), self._tokens)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._pin:
            paint_pin(painter, frame.at(self._pin), self.font(), self._tokens)
        painter.end()
