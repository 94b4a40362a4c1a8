import pytest

from tp_directory.core.coverage import Closeness, Coverage, Scope
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.place import Place, Province
from tp_directory.core.service import Service


def _town(gazetteer: Gazetteer, title: str) -> Place:
    place = gazetteer.spot(title).place
    assert place.title == title
    return place


def _closeness(coverage: Coverage, gazetteer: Gazetteer, title: str) -> Closeness | None:
    place = _town(gazetteer, title)
    return coverage.closeness(
        place.id,
        place.province,
        gazetteer.regions_of(place.id),
        gazetteer.towns_around(place),
    )


@pytest.fixture
def kenora_and_around(gazetteer: Gazetteer) -> Coverage:
    kenora = _town(gazetteer, "Kenora, ON")
    return Coverage(Scope.REGION, (Province.ON,), (kenora.id,), ("ON:Northwestern Ontario",))


@pytest.mark.parametrize(
    ("title", "closeness"),
    [
        ("Kenora, ON", Closeness.TOWN),
        ("Dryden, ON", Closeness.REGION),
        ("Toronto, ON", None),
        ("Winnipeg, MB", None),
    ],
)
def test_a_region_serves_its_towns_and_no_others(
    gazetteer: Gazetteer, kenora_and_around: Coverage, title: str, closeness: Closeness | None
) -> None:
    assert _closeness(kenora_and_around, gazetteer, title) is closeness


def test_a_service_of_a_city_serves_its_neighbourhoods(gazetteer: Gazetteer) -> None:
    toronto = _town(gazetteer, "Toronto, ON")
    coverage = Coverage(Scope.CITY, (Province.ON,), (toronto.id,))

    assert _closeness(coverage, gazetteer, "Little Portugal, ON") is Closeness.REGION
    assert _closeness(coverage, gazetteer, "Ottawa, ON") is None


def test_a_province_is_served_whole(gazetteer: Gazetteer) -> None:
    ontario = Coverage(Scope.PROVINCE, (Province.ON,))

    assert _closeness(ontario, gazetteer, "Kenora, ON") is Closeness.PROVINCE
    assert _closeness(ontario, gazetteer, "Winnipeg, MB") is None


def test_a_town_named_by_a_province_wide_service_is_only_closer(gazetteer: Gazetteer) -> None:
    winnipeg = _town(gazetteer, "Winnipeg, MB")
    manitoba = Coverage(Scope.PROVINCE, (Province.MB,), (winnipeg.id,))

    assert _closeness(manitoba, gazetteer, "Winnipeg, MB") is Closeness.TOWN
    assert _closeness(manitoba, gazetteer, "Thompson, MB") is Closeness.PROVINCE


def test_without_a_province_all_of_canada_is_served(gazetteer: Gazetteer) -> None:
    canada = Coverage(Scope.NATIONAL)

    assert canada.is_national
    assert all(canada.serves_province(province) for province in Province)
    assert _closeness(canada, gazetteer, "Iqaluit, NU") is Closeness.NATION


def test_a_national_line_that_leaves_a_province_out_does_not_serve_it(
    gazetteer: Gazetteer,
) -> None:
    most = Coverage(Scope.NATIONAL, (Province.BC, Province.AB))

    assert not most.is_national
    assert not most.serves_province(Province.NU)
    assert _closeness(most, gazetteer, "Vancouver, BC") is Closeness.NATION
    assert _closeness(most, gazetteer, "Iqaluit, NU") is None


def test_a_region_without_names_is_the_whole_province(gazetteer: Gazetteer) -> None:
    island = Coverage(Scope.REGION, (Province.PE,))

    assert _closeness(island, gazetteer, "Summerside, PE") is Closeness.PROVINCE


def test_every_bundled_service_serves_somebody(
    services: tuple[Service, ...], gazetteer: Gazetteer
) -> None:
    unknown = [
        service.id
        for service in services
        if any(gazetteer.place(place_id) is None for place_id in service.coverage.place_ids)
        or any(gazetteer.region(region_id) is None for region_id in service.coverage.region_ids)
    ]

    assert unknown == []


@pytest.mark.parametrize(
    ("title", "organization"),
    [
        ("St. Catharines, ON", "COAST Niagara"),
        ("Saint-Jérôme, QC", "Laurentides"),
    ],
)
def test_a_town_is_served_by_what_serves_its_region(
    services: tuple[Service, ...], gazetteer: Gazetteer, title: str, organization: str
) -> None:
    serving = {
        service.organization.en
        for service in services
        if _closeness(service.coverage, gazetteer, title) is Closeness.REGION
    }

    assert any(organization in name for name in serving)
