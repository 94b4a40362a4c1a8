"""The part of Canada that is in sight, and how kilometres become pixels."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform

from tp_directory.core.projection import Position

# There are no streets on this map and no point is closer than a town: more would pretend to it,
# and would lead somebody close to a place that must stay hidden.
NEAREST_KM = 60.0
_MARGIN = 0.05  # of each side


def flat(position: Position) -> QPointF:
    """A position as Qt counts: kilometres to the right and down."""
    return QPointF(position.east, -position.north)


@dataclass(frozen=True, slots=True)
class Frame:
    """A view of the map; `centre` is in kilometres to the right and down, `size` in pixels."""

    centre: QPointF
    km_per_pixel: float
    size: QSizeF

    @property
    def corner(self) -> QPointF:
        """Where kilometre 0, 0 is, in pixels from the upper left corner."""
        middle = QPointF(self.size.width(), self.size.height()) / 2
        return middle - self.centre / self.km_per_pixel

    @property
    def transform(self) -> QTransform:
        """From kilometres to pixels."""
        pixels = 1 / self.km_per_pixel
        return QTransform(pixels, 0, 0, pixels, self.corner.x(), self.corner.y())

    def at(self, position: Position) -> QPointF:
        """Where a position is, in pixels."""
        return self.corner + flat(position) / self.km_per_pixel

    def moved(self, right: float, down: float) -> Frame:
        """The view this many pixels further."""
        return replace(self, centre=self.centre + QPointF(right, down) * self.km_per_pixel)

    def zoomed(self, factor: float, around: QPointF) -> Frame:
        """The view this many times closer, with what is at a pixel staying there."""
        kilometres = (around - self.corner) * self.km_per_pixel
        middle = QPointF(self.size.width(), self.size.height()) / 2
        km_per_pixel = self.km_per_pixel / factor
        return replace(
            self, centre=kilometres + (middle - around) * km_per_pixel, km_per_pixel=km_per_pixel
        )

    def held(self, land: QRectF) -> Frame:
        """The view brought back to what may be seen: neither too close, nor beside the land."""
        furthest = whole(land, self.size).km_per_pixel
        nearest = min(NEAREST_KM / self.size.width(), furthest)
        return replace(
            self,
            centre=QPointF(
                min(max(self.centre.x(), land.left()), land.right()),
                min(max(self.centre.y(), land.top()), land.bottom()),
            ),
            km_per_pixel=min(max(self.km_per_pixel, nearest), furthest),
        )


def whole(area: QRectF, size: QSizeF, margin: float = _MARGIN) -> Frame:
    """All of an area in the middle of the view, with a share of each side left free."""
    room = size * (1 - 2 * margin)
    return Frame(
        area.center(), max(area.width() / room.width(), area.height() / room.height()), size
    )


def area_around(positions: Iterable[Position], km: float) -> QRectF:
    """The rectangle that holds all positions, with at least so many kilometres beside each."""
    area = QRectF()
    for position in positions:
        area |= QRectF(flat(position) - QPointF(km, km), QSizeF(2 * km, 2 * km))
    return area
