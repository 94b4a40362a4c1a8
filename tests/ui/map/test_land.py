"""The ground of the map: what is shaded where a service serves."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, QSizeF
from PySide6.QtGui import QImage, QPainter

from tp_directory.core.place import Point, Province
from tp_directory.core.projection import CANADA
from tp_directory.exchange.outlines import read_outlines
from tp_directory.paths import Bundle
from tp_directory.ui.map.frame import Frame, area_around, whole
from tp_directory.ui.map.land import Land
from tp_directory.ui.map.marks import Shade
from tp_directory.ui.tokens import CONTRAST, DARK, LIGHT, Tokens

INLAND = Point(50.0, -85.0)
CLOSE_KM = 50.0


@pytest.fixture(scope="module")
def land(bundle: Bundle) -> Land:
    return Land(read_outlines(bundle.data / "geography" / "provinces.geojson"))


def frame_of(reach_km: float) -> Frame:
    return whole(area_around([CANADA.position(INLAND)], reach_km), QSizeF(600, 600))


def painted(land: Land, frame: Frame, tokens: Tokens, *towns: Point) -> QImage:
    image = QImage(frame.size.toSize(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    land.paint(painter, frame, tokens, Shade((Province.ON,), is_whole=False, points=towns))
    painter.end()
    return image


@pytest.mark.parametrize("tokens", [LIGHT, DARK, CONTRAST])
@pytest.mark.usefixtures("qapp")
def test_the_surroundings_of_a_town_fade_without_bands_however_close(
    land: Land, tokens: Tokens
) -> None:
    frame = frame_of(CLOSE_KM)
    image = painted(land, frame, tokens, INLAND)
    centre = frame.at(CANADA.position(INLAND))
    edge = range(round(25 / frame.km_per_pixel), round(45 / frame.km_per_pixel))
    colours = [image.pixelColor((centre + QPointF(away, 0)).toPoint()) for away in edge]
    steps = [
        max(abs(one.red() - other.red()), abs(one.blue() - other.blue()))
        for one, other in pairwise(colours)
    ]

    assert colours[0] != colours[-1]
    assert max(steps) <= 3


@pytest.mark.usefixtures("qapp")
def test_surroundings_are_no_darker_where_they_meet(land: Land) -> None:
    frame = frame_of(CLOSE_KM)
    alone = painted(land, frame, LIGHT, INLAND)
    twice = painted(land, frame, LIGHT, INLAND, INLAND)
    way = [QPoint(300 + away, 300) for away in range(0, 300, 10)]

    assert [twice.pixelColor(at) for at in way] == [alone.pixelColor(at) for at in way]


@pytest.mark.usefixtures("qapp")
def test_nobody_is_served_across_the_border(land: Land) -> None:
    windsor = Point(42.31, -83.04)
    frame = whole(area_around([CANADA.position(windsor)], CLOSE_KM), QSizeF(600, 600))
    bare, shaded = painted(land, frame, LIGHT), painted(land, frame, LIGHT, windsor)
    detroit = frame.at(CANADA.position(Point(42.45, -83.15))).toPoint()

    assert shaded != bare
    assert shaded.pixelColor(detroit) == bare.pixelColor(detroit)
