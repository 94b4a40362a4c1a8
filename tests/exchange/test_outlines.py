"""The outlines of the provinces: all of them, where they should be, or a refusal with a reason."""

import itertools
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tp_directory import paths
from tp_directory.core.errors import CannotRead
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.place import Outline, Point, Province
from tp_directory.exchange.fields import Part
from tp_directory.exchange.outlines import read_outlines


@pytest.fixture
def file(bundle: paths.Bundle) -> Path:
    return bundle.data / "geography" / "provinces.geojson"


def lies_in(point: Point, outline: Outline) -> bool:
    """Whether a line from the point to the west crosses the outline an odd number of times."""
    crossings = 0
    for ring in outline.rings:
        for one, other in itertools.pairwise(ring):
            if (one.latitude > point.latitude) is not (other.latitude > point.latitude):
                share = (point.latitude - one.latitude) / (other.latitude - one.latitude)
                crossings += (
                    one.longitude + share * (other.longitude - one.longitude) < point.longitude
                )
    return crossings % 2 == 1


def test_every_province_has_an_outline_of_closed_rings(file: Path) -> None:
    outlines = read_outlines(file)

    assert {outline.province for outline in outlines if outline.province} == set(Province)
    assert [
        outline.province
        for outline in outlines
        for ring in outline.rings
        if len(ring) < 4 or ring[0] != ring[-1]
    ] == []


@pytest.mark.parametrize(
    ("town", "province"),
    [
        ("Kamloops", Province.BC),
        ("Red Deer", Province.AB),
        ("Saskatoon", Province.SK),
        ("Brandon", Province.MB),
        ("Kenora", Province.ON),
        ("Sherbrooke", Province.QC),
        ("Fredericton", Province.NB),
        ("Truro", Province.NS),
        ("Gander", Province.NL),
        ("Whitehorse", Province.YT),
        ("Hay River", Province.NT),
        ("Baker Lake", Province.NU),
    ],
)
def test_a_town_lies_within_its_own_province(
    file: Path, gazetteer: Gazetteer, town: str, province: Province
) -> None:
    point = gazetteer.named(town, province)[0].point

    assert point is not None
    assert [outline.province for outline in read_outlines(file) if lies_in(point, outline)] == [
        province
    ]


@pytest.mark.parametrize(
    ("town", "point"),
    [
        ("Buffalo", Point(42.9, -78.8)),
        ("Seattle", Point(47.4, -122.1)),
        ("Fairbanks", Point(64.8, -147.7)),
        ("Nuuk", Point(64.4, -50.5)),
        ("Magadan", Point(60.5, 150.8 - 360)),
    ],
)
def test_what_lies_beyond_the_border_is_land_of_other_countries(
    file: Path, town: str, point: Point
) -> None:
    assert [each.province for each in read_outlines(file) if lies_in(point, each)] == [None]


def test_the_great_lakes_and_the_sea_are_no_land(file: Path) -> None:
    lakes = Point(47.7, -87.5), Point(43.6, -78.0), Point(44.0, -87.0), Point(45.0, -50.0)

    assert [
        (point, each.province)
        for point in lakes
        for each in read_outlines(file)
        if lies_in(point, each)
    ] == []


@pytest.fixture
def broken(file: Path, tmp_path: Path) -> Callable[[Callable[[Part], None]], Path]:
    """A copy of the outlines after something was done to it."""

    def broken(damage: Callable[[Part], None]) -> Path:
        content = json.loads(file.read_bytes())
        damage(content)
        copy = tmp_path / "provinces.geojson"
        copy.write_text(json.dumps(content), encoding="utf-8")
        return copy

    return broken


def lose_the_features(content: Part) -> None:
    del content["features"]


def lose_a_province(content: Part) -> None:
    del content["features"][0]


def name_another_province(content: Part) -> None:
    content["features"][0]["id"] = "XX"


def draw_lines(content: Part) -> None:
    content["features"][0]["geometry"]["type"] = "LineString"


def write_words(content: Part) -> None:
    content["features"][0]["geometry"]["coordinates"][0][0] = ["west", "north"]


def lose_half_a_point(content: Part) -> None:
    content["features"][0]["geometry"]["coordinates"][0][0] = [-110.0]


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (lose_the_features, "features"),
        (lose_a_province, "AB"),
        (name_another_province, "XX"),
        (draw_lines, "LineString"),
        (write_words, "north"),
        (lose_half_a_point, "values to unpack"),
    ],
)
def test_damage_is_refused_with_its_reason(
    broken: Callable[[Callable[[Part], None]], Path], damage: Callable[[Part], None], reason: str
) -> None:
    with pytest.raises(CannotRead, match=rf"provinces\.geojson.*{reason}"):
        read_outlines(broken(damage))


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"features": 1}', b"\xff"])
def test_what_is_no_geojson_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "provinces.geojson"
    file.write_bytes(content)

    with pytest.raises(CannotRead, match=r"provinces\.geojson"):
        read_outlines(file)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match=r"none\.geojson"):
        read_outlines(tmp_path / "none.geojson")
