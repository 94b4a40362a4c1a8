"""What goes together with a service, in the bundled directory and among made-up services."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import NOW
from tp_directory import editions
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.coverage import Coverage, Scope
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.place import Place, Province
from tp_directory.core.service import Location, Service
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.directory import Directory
from tp_directory.paths import Bundle

EN = Language.EN
Ask = Callable[..., tuple[list[str], list[str]]]


def test_every_bundled_service_has_only_what_goes_together_with_it(
    directory: Directory, services: tuple[Service, ...]
) -> None:
    together = [(service, directory.related(service, EN)) for service in services]

    assert any(related.same_organization for _service, related in together)
    assert any(related.nearby for _service, related in together)
    for service, related in together:
        assert {each.organization for each in related.same_organization} <= {service.organization}
        assert service not in related.same_organization
        for hit in related.nearby:
            assert hit.service.organization != service.organization
            assert not set(hit.service.needs).isdisjoint(service.needs)
            assert hit.service.location is not None
            assert hit.distance_km is None or hit.distance_km <= 50


@pytest.fixture
def shelter(services: tuple[Service, ...], gazetteer: Gazetteer) -> Service:
    """A made-up shelter in Ottawa."""
    ottawa = gazetteer.named("Ottawa")[0]
    return replace(
        services[0],
        id="Example Shelter",
        name=Text("Example Shelter"),
        organization=Text("Example Society"),
        needs=("shelter_emergency", "legal"),
        coverage=Coverage(Scope.CITY, (Province.ON,), (ottawa.id,)),
        address_withheld="",
        location=Location(Province.ON, "Ottawa", ottawa.id, "1 Example Street", point=ottawa.point),
    )


def _other(service: Service, name: str) -> Service:
    """A service of another organization, like a service in everything else."""
    return replace(service, id=name, name=Text(name), organization=Text(f"{name} Society"))


def _in(service: Service, town: Place) -> Service:
    """The same service in another town, still serving its own."""
    return replace(service, location=Location(town.province, town.name, town.id, point=town.point))


@pytest.fixture
def asked(
    tmp_path: Path, bundle: Bundle, gazetteer: Gazetteer, taxonomy: Taxonomy
) -> Iterator[Ask]:
    """Builds an edition of services, and asks what goes together with the first of them."""
    opened: list[Directory] = []

    def ask(*services: Service, limit: int = 5) -> tuple[list[str], list[str]]:
        folder = tmp_path / "edition"
        editions.write(folder, services, gazetteer, taxonomy, built_at=NOW.isoformat())
        opened.append(editions.open_edition(folder, bundle.data, clock=lambda: NOW))
        related = opened[0].related(services[0], EN, limit)
        return (
            [service.name.en for service in related.same_organization],
            [hit.service.name.en for hit in related.nearby],
        )

    yield ask
    opened[0].close()


def test_one_that_shares_a_need_in_its_town_is_nearby(asked: Ask, shelter: Service) -> None:
    clinic = replace(_other(shelter, "Legal Clinic"), needs=("legal",))
    school = replace(_other(shelter, "School"), needs=("education",))

    assert asked(shelter, school, clinic) == ([], ["Legal Clinic"])


def test_one_of_its_organization_is_named_once(asked: Ask, shelter: Service) -> None:
    line = replace(shelter, id="line", name=Text("Example Line"))

    assert asked(shelter, line) == (["Example Line"], [])


def test_the_nearest_come_first_and_none_is_further_than_50_km(
    asked: Ask, shelter: Service, gazetteer: Gazetteer
) -> None:
    gatineau, kingston = (gazetteer.named(name)[0] for name in ("Gatineau", "Kingston"))
    near = _in(_other(shelter, "Near"), gatineau)
    far = _in(_other(shelter, "Far"), kingston)

    assert asked(shelter, far, near, _other(shelter, "Here")) == ([], ["Here", "Near"])


def test_a_line_that_one_calls_is_not_nearby(asked: Ask, shelter: Service) -> None:
    line = replace(
        _other(shelter, "Line"),
        coverage=Coverage(Scope.PROVINCE, (Province.ON,)),
        location=shelter.location and replace(shelter.location, street=""),
    )

    assert asked(shelter, line) == ([], [])


def test_nothing_is_near_a_service_that_is_nowhere(asked: Ask, shelter: Service) -> None:
    assert asked(replace(shelter, location=None), _other(shelter, "Here")) == ([], [])


def test_nothing_is_near_a_service_without_a_town(asked: Ask, shelter: Service) -> None:
    nowhere = replace(shelter, location=Location(Province.ON))

    assert asked(nowhere, _other(shelter, "Here")) == ([], [])


def test_nothing_shares_a_need_with_a_service_without_any(asked: Ask, shelter: Service) -> None:
    assert asked(replace(shelter, needs=()), _other(shelter, "Here")) == ([], [])


def test_a_withheld_address_counts_as_its_town(
    asked: Ask, shelter: Service, gazetteer: Gazetteer
) -> None:
    ottawa, gatineau = (gazetteer.named(name)[0] for name in ("Ottawa", "Gatineau"))
    hidden = replace(
        shelter,
        address_withheld="safety",
        location=Location(Province.ON, "Ottawa", ottawa.id),
    )
    others = (
        _in(_other(shelter, "Near"), gatineau),
        _other(hidden, "Hidden"),
        _other(shelter, "Here"),
    )

    assert asked(hidden, *others) == ([], ["Here", "Hidden", "Near"])


def test_no_more_are_named_than_asked_for(asked: Ask, shelter: Service) -> None:
    others = [_other(shelter, f"Other {at}") for at in range(4)]
    own = [replace(shelter, id=str(at), name=Text(f"Own {at}")) for at in range(4)]

    same_organization, nearby = asked(shelter, *others, *own, limit=3)

    assert same_organization == ["Own 0", "Own 1", "Own 2"]
    assert len(nearby) == 3
