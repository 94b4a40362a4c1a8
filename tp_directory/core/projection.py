"""Lays the round Earth flat, so that Canada on the map has the shape that people know."""

from __future__ import annotations

import math
from dataclasses import dataclass

from tp_directory.core.place import EARTH_RADIUS_KM, Point


@dataclass(frozen=True, slots=True)
class Position:
    """Where a point is on the flat map: kilometres east and north of the map's origin."""

    east: float
    north: float


class LambertConic:
    """The Lambert conformal conic projection of a sphere: true to scale on two parallels.

    Snyder, Map Projections – A Working Manual, USGS Professional Paper 1395 (1987), section 15;
    its equations are named beside the lines.
    """

    def __init__(
        self, south: float, north: float, origin: Point, radius_km: float = EARTH_RADIUS_KM
    ) -> None:
        """`south` and `north` are the latitudes of the two parallels in degrees."""
        cosines = math.cos(math.radians(south)) / math.cos(math.radians(north))
        self._cone = math.log(cosines) / math.log(_tangent(north) / _tangent(south))  # 15-3
        widest = radius_km * math.cos(math.radians(south))
        self._size = widest * math.pow(_tangent(south), self._cone) / self._cone  # 15-2
        self._origin = origin
        self._origin_ray = self._ray(origin.latitude)  # 15-1a

    def position(self, point: Point) -> Position:
        """Where a point lies on the map; not for the South Pole, which lies nowhere on it."""
        ray = self._ray(point.latitude)
        angle = self._cone * math.radians(point.longitude - self._origin.longitude)  # 14-4
        return Position(ray * math.sin(angle), self._origin_ray - ray * math.cos(angle))  # 14-1, 2

    def _ray(self, latitude: float) -> float:
        """How far a parallel is from the tip of the cone."""
        return self._size / math.pow(_tangent(latitude), self._cone)  # 15-1


def _tangent(latitude: float) -> float:
    return math.tan(math.pi / 4 + math.radians(latitude) / 2)


# Statistics Canada Lambert (EPSG:3347), on a sphere: on this map nobody sees the difference.
CANADA = LambertConic(49, 77, Point(63.390675, -(91 + 52 / 60)))
