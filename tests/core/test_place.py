import math
from zoneinfo import ZoneInfo

import pytest

from tp_directory.core.place import EARTH_RADIUS_KM, Place, Point, Province


def test_a_place_is_as_far_from_itself_as_nothing() -> None:
    assert Point(49.77, -94.49).distance_km(Point(49.77, -94.49)) == 0


@pytest.mark.parametrize(
    ("here", "there", "km"),
    [
        (Point(0, 0), Point(0, 90), EARTH_RADIUS_KM * math.pi / 2),
        (Point(0, 0), Point(0, 180), EARTH_RADIUS_KM * math.pi),
        (Point(90, 0), Point(-90, 0), EARTH_RADIUS_KM * math.pi),
        (Point(0, -179.5), Point(0, 179.5), EARTH_RADIUS_KM * math.pi / 180),
        (Point(43.6532, -79.3832), Point(45.5019, -73.5674), 504),  # Toronto to Montréal
    ],
)
def test_distances_follow_the_great_circle(here: Point, there: Point, km: float) -> None:
    assert here.distance_km(there) == pytest.approx(km, rel=0.002)
    assert there.distance_km(here) == pytest.approx(here.distance_km(there))


@pytest.mark.parametrize("province", Province)
def test_a_province_has_a_name_in_both_languages_and_a_time_zone(province: Province) -> None:
    assert province.label.en
    assert province.label.fr
    assert ZoneInfo(province.timezone)


def test_there_are_thirteen_provinces_and_territories() -> None:
    assert len(Province) == 13


def test_a_title_tells_a_town_from_its_namesakes() -> None:
    town = Place(1, "Example", Province.NS, None, 0, "America/Halifax")

    assert town.title == "Example, NS"
