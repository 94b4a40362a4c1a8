import pytest

from tp_directory.core.place import EARTH_RADIUS_KM, Point
from tp_directory.core.projection import CANADA, LambertConic

ORIGIN = Point(63.390675, -(91 + 52 / 60))


def test_it_gives_the_numbers_of_the_manual() -> None:
    """Snyder, Map Projections – A Working Manual, page 295: the example on a sphere of radius 1."""
    conic = LambertConic(33, 45, Point(23, -96), radius_km=1)
    position = conic.position(Point(35, -75))

    assert position.east == pytest.approx(0.2966785, abs=1e-7)
    assert position.north == pytest.approx(0.2462112, abs=1e-7)


def test_the_origin_is_in_the_middle_of_the_map() -> None:
    position = CANADA.position(ORIGIN)

    assert (position.east, position.north) == pytest.approx((0, 0))


@pytest.mark.parametrize("latitude", [49, 77])
def test_the_parallels_are_true_to_scale(latitude: float) -> None:
    here, there = Point(latitude, -100), Point(latitude, -99.999)
    one, other = CANADA.position(here), CANADA.position(there)
    on_the_map = ((one.east - other.east) ** 2 + (one.north - other.north) ** 2) ** 0.5

    assert on_the_map == pytest.approx(here.distance_km(there), rel=1e-6)


@pytest.mark.parametrize("latitude", [42, 49, 62, 77, 83])
@pytest.mark.parametrize("step", [Point(0.001, 0), Point(0, 0.001)], ids=["north", "east"])
def test_in_canada_a_kilometre_is_nearly_as_long_everywhere(latitude: float, step: Point) -> None:
    here = Point(latitude, -75)
    there = Point(here.latitude + step.latitude, here.longitude + step.longitude)
    one, other = CANADA.position(here), CANADA.position(there)
    on_the_map = ((one.east - other.east) ** 2 + (one.north - other.north) ** 2) ** 0.5

    assert on_the_map == pytest.approx(here.distance_km(there), rel=0.06)


@pytest.mark.parametrize("latitude", [43.7, 60, 83])
def test_east_and_west_of_the_middle_mirror_each_other(latitude: float) -> None:
    east = CANADA.position(Point(latitude, ORIGIN.longitude + 30))
    west = CANADA.position(Point(latitude, ORIGIN.longitude - 30))

    assert west.east == pytest.approx(-east.east)
    assert west.north == pytest.approx(east.north)


def test_all_meridians_meet_in_the_north_pole() -> None:
    one, other = CANADA.position(Point(90, 12)), CANADA.position(Point(90, -130))

    assert (one.east, one.north) == pytest.approx((other.east, other.north), abs=1e-6)
    assert 0 < one.north < EARTH_RADIUS_KM
