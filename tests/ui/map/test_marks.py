"""What is counted where: towns gathered into clusters, secrets into provinces, areas served."""

from __future__ import annotations

import pytest

from tp_directory.core.coverage import Coverage, Scope
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.place import Place, Point, Province
from tp_directory.ui.map.marks import (
    Badge,
    TownMark,
    badges_of,
    clusters_of,
    off_the_map,
    shade_of,
)


def town(
    number: int, point: Point | None, total: int, withheld: int = 0, people: int = 500
) -> TownMark:
    """A fictional town of Ontario."""
    place = Place(number, f"Example {number}", Province.ON, point, people, "America/Toronto")
    return TownMark(place, total, withheld)


HERE, NEAR, FAR = Point(50.0, -85.0), Point(50.0, -85.1), Point(50.0, -90.0)


def test_towns_within_reach_are_gathered_into_the_one_with_most_services() -> None:
    few, many, alone = town(1, HERE, 2), town(2, NEAR, 5), town(3, FAR, 1)
    first, second = clusters_of((few, many, alone), 20)

    assert (first.towns, first.count) == ((many, few), 7)
    assert (second.towns, second.count) == ((alone,), 1)


def test_of_equal_towns_the_larger_one_names_the_cluster() -> None:
    village, city = town(1, HERE, 3, people=600), town(2, NEAR, 3, people=60_000)
    [cluster] = clusters_of((village, city), 20)

    assert cluster.towns == (city, village)


def test_a_town_is_gathered_into_the_nearest_cluster() -> None:
    """Toronto goes with its neighbours, not with Montréal, however wide the reach."""
    west, east = town(1, Point(50, -86), 9), town(2, Point(50, -85), 10)
    between = town(3, Point(50, -85.8), 1)
    clusters = clusters_of((west, east, between), 70)

    assert [cluster.towns for cluster in clusters] == [(east,), (west, between)]


@pytest.mark.parametrize("reach_km", [1, 30, 300, 3000, 9000])
def test_no_service_is_lost_or_counted_twice(gazetteer: Gazetteer, reach_km: float) -> None:
    towns = tuple(TownMark(place, 3, place.id % 4) for place in gazetteer.all_places)
    clusters = clusters_of(towns, reach_km)
    gathered = [each for cluster in clusters for each in cluster.towns]
    shown = [each for each in towns if each.visible and each.place.point]

    assert sorted(each.place.id for each in gathered) == sorted(each.place.id for each in shown)
    assert sum(cluster.count for cluster in clusters) == sum(each.visible for each in shown)


def test_withheld_services_are_in_no_cluster() -> None:
    [cluster] = clusters_of((town(1, HERE, 3, withheld=2), town(2, FAR, 4, withheld=4)), 1)

    assert cluster.count == 1


def test_withheld_services_are_counted_by_province() -> None:
    towns = (town(1, HERE, 3, withheld=2), town(2, FAR, 4, withheld=4), town(3, None, 1, 1))

    assert badges_of(towns) == (Badge(Province.ON, 7),)


def test_a_town_without_a_point_is_told_and_not_placed() -> None:
    lost = town(1, None, 3, withheld=1)

    assert clusters_of((lost,), 10) == ()
    assert off_the_map((lost, town(2, HERE, 1), town(3, None, 2, withheld=2))) == (lost,)


def test_a_national_service_shades_every_province(gazetteer: Gazetteer) -> None:
    shade = shade_of(Coverage(Scope.NATIONAL), gazetteer)

    assert shade.is_whole
    assert set(shade.provinces) == set(Province)


def test_a_provincial_service_shades_whole_provinces(gazetteer: Gazetteer) -> None:
    shade = shade_of(Coverage(Scope.PROVINCE, (Province.ON, Province.MB)), gazetteer)

    assert (shade.is_whole, shade.provinces) == (True, (Province.ON, Province.MB))


def test_a_region_shades_around_its_towns_only(gazetteer: Gazetteer) -> None:
    coverage = Coverage(Scope.REGION, (Province.ON,), region_ids=("ON:Peel Region",))
    shade = shade_of(coverage, gazetteer)

    assert not shade.is_whole
    assert gazetteer.named("Brampton")[0].point in shade.points
    assert gazetteer.named("Kenora")[0].point not in shade.points


def test_towns_where_a_provincial_service_is_closest_are_shaded_too(gazetteer: Gazetteer) -> None:
    [kenora] = gazetteer.named("Kenora")
    shade = shade_of(Coverage(Scope.PROVINCE, (Province.ON,), (kenora.id,)), gazetteer)

    assert (shade.is_whole, shade.points) == (True, (kenora.point,))


def test_a_town_without_a_point_shades_nothing(gazetteer: Gazetteer) -> None:
    [pinawa] = gazetteer.named("Pinawa")
    shade = shade_of(Coverage(Scope.CITY, (Province.MB,), (pinawa.id,)), gazetteer)

    assert (shade.is_whole, shade.points, shade.provinces) == (False, (), (Province.MB,))
