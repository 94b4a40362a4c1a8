"""Reads the outlines of the provinces, which only the map needs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tp_directory.core.errors import CannotRead
from tp_directory.core.place import Outline, Point, Province

OUTLINES = "geography/provinces.geojson"
"""Where a data folder has them."""


def read_outlines(file: Path) -> tuple[Outline, ...]:
    """The outlines of a GeoJSON file (RFC 7946) whose features have a province's code as `id`.

    Raises:
        CannotRead: the file is missing, is no such GeoJSON, or lacks a province.
    """
    try:
        features = json.loads(file.read_bytes())["features"]
        outlines = tuple(_outline(feature) for feature in features)
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise CannotRead(file, repr(error)) from error
    if missing := set(Province) - {outline.province for outline in outlines}:
        raise CannotRead(file, f"≠ {', '.join(sorted(missing))}")
    return outlines


def _outline(feature: dict[str, Any]) -> Outline:  # Any: straight from JSON
    rings = tuple(
        tuple(Point(float(latitude), float(longitude)) for longitude, latitude in ring)
        for polygon in _polygons(feature["geometry"])
        for ring in polygon
    )
    return Outline(Province(feature["id"]), rings)


def _polygons(geometry: dict[str, Any]) -> Iterator[list[Any]]:  # Any: straight from JSON
    match geometry["type"]:
        case "Polygon":
            yield geometry["coordinates"]
        case "MultiPolygon":
            yield from geometry["coordinates"]
        case kind:
            raise ValueError(kind)
