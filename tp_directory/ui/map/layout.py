"""Where marks and names stand on the map, so that none covers another.

All boxes are in pixels from kilometre 0, 0 at one scale, so that to move the map changes none of
them; only what is docked is in pixels of the view.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.place import Spot
from tp_directory.core.projection import CANADA
from tp_directory.ui.map.frame import flat
from tp_directory.ui.map.marks import (
    BADGE_POINTS,
    Badge,
    Cluster,
    Mark,
    TownMark,
    badges_of,
    clusters_of,
)
from tp_directory.ui.tokens import CAPTION, SPACE_4, SPACE_8, em, scaled

_WITHHELD = Text("address withheld", "adresse non divulguée")
# In ems:
_REACH = 2.5  # between two clusters: a little more than the widest circle
_CIRCLE = 1.2  # across, and what each digit adds
_DIGIT = 0.35
_RING = 4.7  # across, where the search is from
_BADGE_MARGIN = 0.4
_LOCK = 0.95  # with the space after it

_NEAR_KM_PER_PIXEL = 2.0  # closer than this, a badge has room for its words
_DIRECTIONS = 16
_FURTHEST = 10  # half ems that a badge may give way
_DOCK_SHARE = 0.6  # of the view: the rest is for the buttons, and for the map
_GAP = 1.0  # pixels around a circle
_BEHIND = 0.16  # of a circle's width: how far a second one looks out from behind it
_SQUARE = 96.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark, its box and the lines of words in it."""

    mark: Mark
    box: QRectF
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a town beside its circle, or of where the search is from beside its ring."""

    words: str
    box: QRectF


@dataclass(frozen=True, slots=True)
class Layout:
    """The marks and names that found room, and the badges that did not."""

    marks: tuple[Placed, ...] = ()
    names: tuple[Name, ...] = ()
    homeless: tuple[Badge, ...] = ()


def lay_out(
    towns: tuple[TownMark, ...],
    spot: Spot | None,
    land: QRectF,
    km_per_pixel: float,
    font: QFont,
    language: Language,
) -> Layout:
    """Marks and names at one scale; `land` is where badges stay, in kilometres."""
    room = _Room()
    named: list[tuple[str, QRectF]] = []
    here = spot.place if spot and spot.point else None
    if spot and spot.point:
        ring = _around(flat(CANADA.position(spot.point)) / km_per_pixel, _RING * em(font))
        room.take(ring)
        named.append((spot.place.name, ring))
    circles: list[Placed] = []
    for cluster in clusters_of(towns, reach_km(font, km_per_pixel)):
        circle = _circle(cluster, km_per_pixel, em(font))
        circles.append(circle)
        room.take((circle.box | behind(circle.box)).adjusted(-_GAP, -_GAP, _GAP, _GAP))
        first = cluster.towns[0].place
        if first != here:
            named.append((first.name, circle.box))
    limits = QRectF(land.topLeft() / km_per_pixel, land.size() / km_per_pixel)
    badges: list[Placed] = []
    homeless: list[Badge] = []
    for badge in badges_of(towns):
        lines = _badge_lines(badge, km_per_pixel, language)
        home = flat(CANADA.position(BADGE_POINTS[badge.province])) / km_per_pixel
        size = _badge_size(lines, font)
        boxes = (_box(home + step, size) for step in _steps(em(font) / 2))
        free = (box for box in boxes if limits.contains(box) and room.is_free(box))
        if box := next(free, None):
            room.take(box)
            badges.append(Placed(badge, box, lines))
        else:
            homeless.append(badge)
    return Layout((*circles, *badges), tuple(_names(named, font, room)), tuple(homeless))


def dock(
    badges: Iterable[Badge], view: QSizeF, font: QFont, language: Language
) -> tuple[Placed, ...]:
    """Badges in the upper left corner of the view, for provinces with no room for them in sight.

    Where they would be too wide or too many for the view, they stand in rows without their words.
    """
    whole = [(badge, (_long_words(badge, language),)) for badge in badges]
    width = view.width() * _DOCK_SHARE
    sizes = [_badge_size(lines, font) for _, lines in whole]
    height = sum(size.height() + SPACE_4 for size in sizes)
    if height < view.height() * _DOCK_SHARE and all(size.width() <= width for size in sizes):
        return tuple(_rows(whole, 0, font))
    return tuple(
        _rows([(each, (f"{each.province} {each.count}",)) for each, _ in whole], width, font)
    )


def _rows(
    badges: Iterable[tuple[Badge, tuple[str, ...]]], width: float, font: QFont
) -> Iterator[Placed]:
    """Badges side by side as far as the width allows, but at least one in a row."""
    corner = QPointF(SPACE_8, SPACE_8)
    for badge, lines in badges:
        size = _badge_size(lines, font)
        if corner.x() > SPACE_8 and corner.x() + size.width() > width:
            corner = QPointF(SPACE_8, corner.y() + size.height() + SPACE_4)
        yield Placed(badge, QRectF(corner, size), lines)
        corner += QPointF(size.width() + SPACE_4, 0)


def reach_km(font: QFont, km_per_pixel: float) -> float:
    """How close two towns must be to be marked as one."""
    return _REACH * em(font) * km_per_pixel


def badge_font(font: QFont) -> QFont:
    """The font of what stands in a circle or a badge."""
    return scaled(font, CAPTION, bold=True)


def behind(circle: QRectF) -> QRectF:
    """Where the second disc of several towns lies behind the first."""
    return circle.translated(circle.width() * _BEHIND, -circle.width() * _BEHIND)


def lock_box(badge: QRectF, line_height: float, font: QFont) -> QRectF:
    """Where the lock stands, at the start of the first line of a badge."""
    margin, height = _BADGE_MARGIN * em(font), _LOCK * em(font) * 0.8
    top = badge.top() + margin / 2 + (line_height - height) / 2
    return QRectF(badge.left() + margin, top, height * 0.85, height)


def line_boxes(placed: Placed, font: QFont) -> tuple[QRectF, ...]:
    """Where the lines of a badge stand; the first one starts after the lock."""
    margin, lock = _BADGE_MARGIN * em(font), _LOCK * em(font)
    inner = placed.box.adjusted(margin, margin / 2, -margin, -margin / 2)
    height = inner.height() / len(placed.lines)
    return tuple(
        QRectF(inner.left(), inner.top() + line * height, inner.width(), height).adjusted(
            0 if line else lock, 0, 0, 0
        )
        for line in range(len(placed.lines))
    )


def _circle(cluster: Cluster, km_per_pixel: float, ems: int) -> Placed:
    words = str(cluster.count)
    diameter = ems * (_CIRCLE + _DIGIT * len(words))
    return Placed(cluster, _around(flat(cluster.position) / km_per_pixel, diameter), (words,))


def _badge_lines(badge: Badge, km_per_pixel: float, language: Language) -> tuple[str, ...]:
    """A square of two short lines, or one long line where there is room for it."""
    if km_per_pixel < _NEAR_KM_PER_PIXEL:
        return (_long_words(badge, language),)
    return str(badge.count), str(badge.province)


def _long_words(badge: Badge, language: Language) -> str:
    return f"{badge.province} {badge.count} – {_WITHHELD.best(language)}"


def _badge_size(lines: tuple[str, ...], font: QFont) -> QSizeF:
    metrics, ems = QFontMetricsF(badge_font(font)), em(font)
    first, *others = (metrics.horizontalAdvance(line) for line in lines)
    width = max(first + _LOCK * ems, *others, 0)
    margin = _BADGE_MARGIN * ems
    return QSizeF(width + 2 * margin, metrics.height() * len(lines) + margin)


def _steps(length: float) -> Iterator[QPointF]:
    """Nowhere, then ever further in all directions."""
    yield QPointF(0, 0)
    for distance in range(1, _FURTHEST + 1):
        for direction in range(_DIRECTIONS):
            angle = 2 * math.pi * direction / _DIRECTIONS
            yield QPointF(math.cos(angle), math.sin(angle)) * distance * length


def _names(named: list[tuple[str, QRectF]], font: QFont, room: _Room) -> Iterator[Name]:
    """The names that find room beside what they name, towards the middle of the country first."""
    metrics = QFontMetricsF(scaled(font, CAPTION))
    for words, box in named:
        size = QSizeF(metrics.horizontalAdvance(words) + SPACE_4, metrics.height())
        inward = (box.width() + size.width()) / 2 + SPACE_4
        if box.center().x() > 0:
            inward = -inward
        below = (box.height() + size.height()) / 2 + 1
        steps = (QPointF(inward, 0), QPointF(-inward, 0), QPointF(0, below), QPointF(0, -below))
        places = [_box(box.center() + step, size) for step in steps]
        for place in filter(room.is_free, places):
            room.take(place)
            yield Name(words, place)
            break


def _around(centre: QPointF, diameter: float) -> QRectF:
    return _box(centre, QSizeF(diameter, diameter))


def _box(centre: QPointF, size: QSizeF) -> QRectF:
    return QRectF(centre - QPointF(size.width(), size.height()) / 2, size)


class _Room:
    """Knows what is taken, by the squares that it touches, so that few boxes are compared."""

    def __init__(self) -> None:
        self._taken: defaultdict[tuple[int, int], list[QRectF]] = defaultdict(list)

    def take(self, box: QRectF) -> None:
        for square in _squares(box):
            self._taken[square].append(box)

    def is_free(self, box: QRectF) -> bool:
        """Whether a box would cover nothing."""
        return not any(
            other.intersects(box)
            for square in _squares(box)
            for other in self._taken.get(square, ())
        )


def _squares(box: QRectF) -> Iterator[tuple[int, int]]:
    for column in range(int(box.left() // _SQUARE), int(box.right() // _SQUARE) + 1):
        for row in range(int(box.top() // _SQUARE), int(box.bottom() // _SQUARE) + 1):
            yield column, row
