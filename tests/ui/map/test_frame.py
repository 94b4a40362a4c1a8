"""What part of the map may be seen: never too close, never beside the land."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF

from tp_directory.core.projection import Position
from tp_directory.ui.map.frame import NEAREST_KM, Frame, area_around, whole

LAND = QRectF(-2500, -2200, 5000, 4400)
VIEW = QSizeF(800, 600)


def test_the_whole_land_fits_into_the_view() -> None:
    frame = whole(LAND, VIEW)
    seen = frame.transform.mapRect(LAND)

    assert QRectF(QPointF(0, 0), VIEW).contains(seen)
    assert seen.center() == QPointF(400, 300)


def test_north_is_up_and_east_is_right() -> None:
    frame = Frame(QPointF(0, 0), 1.0, VIEW)

    assert frame.at(Position(east=10, north=20)) == QPointF(410, 280)


def test_what_is_under_the_mouse_stays_there_while_one_zooms() -> None:
    frame = whole(LAND, VIEW)
    place = Position(1200, -700)
    at = frame.at(place)
    closer = frame.zoomed(3.7, at).at(place)

    assert (closer.x(), closer.y()) == pytest.approx((at.x(), at.y()))


def test_a_move_is_in_pixels() -> None:
    frame = Frame(QPointF(0, 0), 2.0, VIEW)

    assert frame.moved(10, -5).at(Position(0, 0)) == QPointF(390, 305)


def test_nobody_comes_closer_than_a_town_and_its_surroundings() -> None:
    closest = whole(LAND, VIEW).zoomed(1e6, QPointF(1, 1)).held(LAND)

    assert closest.km_per_pixel * VIEW.width() == pytest.approx(NEAREST_KM)


def test_nobody_goes_further_than_the_whole_land() -> None:
    everything = whole(LAND, VIEW)

    assert everything.zoomed(1e-6, QPointF(1, 1)).held(LAND).km_per_pixel == pytest.approx(
        everything.km_per_pixel
    )


@pytest.mark.parametrize(("right", "down"), [(-1e6, 0), (1e6, 0), (0, -1e6), (0, 1e6)])
def test_the_land_cannot_be_lost(right: float, down: float) -> None:
    frame = whole(LAND, VIEW).zoomed(10, QPointF(400, 300)).moved(right, down).held(LAND)

    assert frame.transform.mapRect(LAND).intersects(QRectF(QPointF(0, 0), VIEW))


def test_an_area_holds_all_positions_and_what_is_around_them() -> None:
    area = area_around([Position(0, 0), Position(100, 50)], 10)

    assert area == QRectF(-10, -60, 120, 70)
