"""What the map shows and which part of it is in sight, without mouse and keyboard."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QPainter, QPixmap

from tp_directory.core.bilingual import Language
from tp_directory.core.place import Spot
from tp_directory.core.projection import CANADA, Position
from tp_directory.ui.map.frame import Frame, area_around, whole
from tp_directory.ui.map.land import Land
from tp_directory.ui.map.layout import Layout, Placed, dock, lay_out, reach_km
from tp_directory.ui.map.marks import (
    BADGE_POINTS,
    Badge,
    Cluster,
    Mark,
    Shade,
    TownMark,
    clusters_of,
)
from tp_directory.ui.map.paint import (
    paint_focus,
    paint_mark,
    paint_name,
    paint_pin,
    paint_scale,
    paint_spot,
)
from tp_directory.ui.tokens import Tokens

_SPOT_KM = 250.0  # what is shown on each side of where the search is from
_CLOSER = 1.6
_MARGIN = 0.15  # around what a cluster has fallen apart into


class MapScene:
    """Knows what is marked, where the marks stand at this scale, and draws them."""

    def __init__(self, land: Land, tokens: Tokens, font: QFont, size: QSizeF) -> None:
        self.frame = whole(land.extent, size)
        self._land = land
        self._tokens = tokens
        self._font = font
        self._language = Language.EN
        self._towns: tuple[TownMark, ...] = ()
        self._spot: Spot | None = None
        self._shade: Shade | None = None
        self._pin: Position | None = None
        self._layout = Layout()
        self._seen: tuple[Placed, ...] | None = None  # in this frame, looked up once
        self._ground: QPixmap | None = None  # land and shade in this frame, drawn once

    @property
    def in_sight(self) -> tuple[Placed, ...]:
        """The marks that can be seen, with their boxes in pixels: docked ones, then eastwards."""
        if self._seen is None:
            self._seen = self._marks_seen()
        return self._seen

    @property
    def _view(self) -> QRectF:
        return QRectF(QPointF(0, 0), self.frame.size)

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._tokens = tokens
        self._ground = None

    def set_font(self, font: QFont) -> None:
        """Write in another font; marks grow with it."""
        self._font = font
        self._ground = None
        self._lay_out()

    def set_language(self, language: Language) -> None:
        """Write in a language."""
        self._language = language
        self._lay_out()

    def set_size(self, size: QSizeF) -> None:
        """Show the same part in a view of another size."""
        frame = self.frame
        if frame == whole(self._land.extent, frame.size):
            self.go(whole(self._land.extent, size))
        else:
            shrunk = _least(frame.size) / _least(size)
            self.go(Frame(frame.centre, frame.km_per_pixel * shrunk, size))

    def show_towns(self, towns: tuple[TownMark, ...]) -> None:
        """Mark other towns; the part in sight stays."""
        self._towns = towns
        self._lay_out()

    def show_spot(self, spot: Spot | None) -> None:
        """Ring where the search is from, and go there if it is somewhere new, or away again."""
        before = self._spot.point if self._spot else None
        here = spot.point if spot else None
        self._spot = spot
        self._lay_out()
        if here and here != before:
            self.go(whole(area_around([CANADA.position(here)], _SPOT_KM), self.frame.size))
        elif before and not here:
            self.show_all()

    def show_shade(self, shade: Shade | None) -> None:
        """Shade whom a service serves."""
        self._shade = shade
        self._ground = None

    def show_pin(self, position: Position | None) -> None:
        """Mark the one service that is looked at."""
        self._pin = position

    def show_all(self) -> None:
        """Show all of Canada."""
        self.go(whole(self._land.extent, self.frame.size))

    def go(self, frame: Frame) -> None:
        """Show another part, as far as it may be seen."""
        before = self.frame.km_per_pixel
        self.frame = frame.held(self._land.extent)
        self._ground = self._seen = None
        if self.frame.km_per_pixel != before:
            self._lay_out()

    def split(self, cluster: Cluster) -> Frame | None:
        """The part in which a cluster falls apart, or None where none is close enough."""
        positions = [
            CANADA.position(town.place.point) for town in cluster.towns if town.place.point
        ]
        land = self._land.extent
        frame = whole(area_around(positions, 1), self.frame.size, _MARGIN).held(land)
        while len(clusters_of(cluster.towns, reach_km(self._font, frame.km_per_pixel))) == 1:
            closer = frame.zoomed(_CLOSER, self._view.center()).held(land)
            if closer.km_per_pixel == frame.km_per_pixel:
                return None
            frame = closer
        return frame

    def find_again(self, mark: Mark | None) -> Mark | None:
        """The mark that now stands for the same province, or for the same town among others."""
        for now in (*(placed.mark for placed in self._layout.marks), *self._layout.homeless):
            match now, mark:
                case Badge(), Badge() if now.province is mark.province:
                    return now
                case Cluster(), Cluster() if mark.towns[0].place in (
                    town.place for town in now.towns
                ):
                    return now
        return None

    def focal_point(self, current: Mark | None) -> QPointF:
        """What to zoom around, in pixels: the first of what is marked and in sight, or the middle.

        That is the current mark, then the chosen service, then where the search is from.
        """
        spot = CANADA.position(self._spot.point) if self._spot and self._spot.point else None
        marked = (_position(current) if current else None, self._pin, spot)
        points = (self.frame.at(position) for position in marked if position)
        return next((at for at in points if self._view.contains(at)), self._view.center())

    def paint(self, painter: QPainter, current: Mark | None) -> None:
        """Draw everything, with a ring around the current mark."""
        ratio = painter.device().devicePixelRatio()
        if self._ground is None or self._ground.devicePixelRatio() != ratio:
            self._ground = self._painted_ground(ratio)
        painter.drawPixmap(0, 0, self._ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, font = self._tokens, self._font
        for name in self._layout.names:
            box = name.box.translated(self.frame.corner)
            if self._view.contains(box):
                paint_name(painter, replace(name, box=box), font, tokens)
        for placed in reversed(self.in_sight):
            paint_mark(painter, placed, font, tokens)
        if self._spot and self._spot.point:
            at = self.frame.at(CANADA.position(self._spot.point))
            is_approximate = self._spot.is_approximate
            paint_spot(painter, at, font, tokens, is_approximate=is_approximate)
        if self._pin:
            paint_pin(painter, self._tip(self._pin), font, tokens)
        for placed in self.in_sight:
            if placed.mark == current:
                paint_focus(painter, placed, tokens)

    def _painted_ground(self, ratio: float) -> QPixmap:
        pixmap = QPixmap((self.frame.size * ratio).toSize())
        pixmap.setDevicePixelRatio(ratio)
        painter = QPainter(pixmap)
        self._land.paint(painter, self.frame, self._tokens, self._shade)
        paint_scale(painter, self.frame, self._font, self._tokens)
        painter.end()
        return pixmap

    def _tip(self, position: Position) -> QPointF:
        """Where the pin stands: on the circle that is at its point, so that the number is seen."""
        tip = self.frame.at(position)
        circles = (each.box for each in self.in_sight if isinstance(each.mark, Cluster))
        box = next((box for box in circles if box.contains(tip)), None)
        return QPointF(box.center().x(), box.top() + 2) if box else tip

    def _lay_out(self) -> None:
        scale, land = self.frame.km_per_pixel, self._land.extent
        self._layout = lay_out(self._towns, self._spot, land, scale, self._font, self._language)
        self._seen = None

    def _marks_seen(self) -> tuple[Placed, ...]:
        """What stands in the view, after the badges that have no room in it."""
        view, corner = self._view, self.frame.corner
        provinces = self._land.provinces_in(self.frame)
        circles: list[Placed] = []
        badges: dict[Badge, Placed] = {}
        outside = [each for each in self._layout.homeless if each.province in provinces]
        for each in self._layout.marks:
            placed = replace(each, box=each.box.translated(corner))
            if isinstance(each.mark, Cluster):
                circles += [placed] if view.contains(placed.box.center()) else []
            elif view.contains(placed.box):
                badges[each.mark] = placed
            elif each.mark.province in provinces:
                outside.append(each.mark)
        docked = self._dock(outside)
        while covered := [badge for badge, each in badges.items() if _meets(each, docked)]:
            for badge in covered:
                del badges[badge]
            outside += covered
            docked = self._dock(outside)
        eastwards = sorted((*circles, *badges.values()), key=lambda each: each.box.center().x())
        return (*docked, *eastwards)

    def _dock(self, badges: list[Badge]) -> tuple[Placed, ...]:
        return dock(badges, self.frame.size, self._font, self._language)


def _position(mark: Mark) -> Position:
    """Where a mark is at home, wherever there is room for it."""
    if isinstance(mark, Badge):
        return CANADA.position(BADGE_POINTS[mark.province])
    return mark.position


def _meets(placed: Placed, others: tuple[Placed, ...]) -> bool:
    return any(placed.box.intersects(other.box) for other in others)


def _least(size: QSizeF) -> float:
    return min(size.width(), size.height())
