"""Whom to call for a child: the province's own first, in an order that can be relied on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.conftest import NOW
from tests.ui.service.conftest import OFFICE, example
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.child_protection import NEED, child_query, child_services, home_province
from tp_directory.core.coverage import Closeness, Coverage, Scope
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.opening import hit_of
from tp_directory.core.place import Province
from tp_directory.core.query import Hit
from tp_directory.directory import Directory

WHOLE = Coverage(Scope.PROVINCE, (Province.ON,))
PART = Coverage(Scope.CITY, (Province.ON,), place_ids=(1,))
REPORTS = (NEED, "report_tip")


def hit(name: str, coverage: Coverage, *, has_phone: bool = True, **facts: object) -> Hit:
    phones = (OFFICE,) if has_phone else ()
    service = example(coverage=coverage, phones=phones, **{"needs": (NEED,), **facts})
    return hit_of(replace(service, id=name, name=Text(name, name)), NOW)


def names(hits: tuple[Hit, ...]) -> list[str]:
    return [each.service.name.en for each in hits]


def test_what_serves_all_of_canada_stands_apart() -> None:
    nation = Coverage(Scope.NATIONAL)

    services = child_services([hit("nation", nation), hit("own", WHOLE)], Province.ON, Language.EN)

    assert (names(services.own), names(services.national)) == (["own"], ["nation"])


def test_the_whole_province_comes_before_a_part_and_a_number_before_none() -> None:
    hits = [
        hit("part", PART),
        hit("mute part", PART, has_phone=False),
        hit("mute", WHOLE, has_phone=False),
        hit("whole", WHOLE),
        hit("takes reports", WHOLE, needs=REPORTS),
    ]

    services = child_services(hits, Province.ON, Language.EN)

    assert names(services.own) == ["takes reports", "whole", "mute", "part", "mute part"]


def test_what_a_service_is_for_goes_by_the_needs_of_its_record() -> None:
    hits = [
        hit("names others first", WHOLE, needs=("legal", NEED)),
        hit("protects", WHOLE),
        hit("line", WHOLE, needs=("family_domestic_violence", NEED, "crisis_line")),
        hit("takes reports", WHOLE, needs=REPORTS),
    ]

    services = child_services(hits, Province.ON, Language.EN)

    assert names(services.own) == ["takes reports", "line", "protects", "names others first"]


def test_what_serves_the_town_comes_first_and_stands_once() -> None:
    nation = hit("nation", Coverage(Scope.NATIONAL))
    whole, part, other = hit("whole", WHOLE), hit("part", PART), hit("other", PART)
    region = hit("region", PART)
    near = [
        replace(nation, closeness=Closeness.NATION),
        replace(whole, closeness=Closeness.PROVINCE),
        replace(region, closeness=Closeness.REGION),
        replace(part, closeness=Closeness.TOWN),
    ]

    services = child_services([nation, whole, part, region, other], Province.ON, Language.EN, near)

    assert names(services.here) == ["part", "whole"]
    assert names(services.around) == ["region"]
    assert names(services.own) == ["other"]
    assert names(services.national) == ["nation"]


def test_in_a_town_what_takes_reports_comes_before_what_is_closer() -> None:
    near = [
        replace(hit("clinic", PART), closeness=Closeness.TOWN),
        replace(hit("takes reports", WHOLE, needs=REPORTS), closeness=Closeness.PROVINCE),
        replace(hit("mute", PART, needs=REPORTS, has_phone=False), closeness=Closeness.TOWN),
    ]

    services = child_services(near, Province.ON, Language.EN, near)

    assert names(services.here) == ["takes reports", "clinic", "mute"]


def test_without_a_province_only_what_serves_all_of_canada_is_left(directory: Directory) -> None:
    hits = directory.search(child_query(None, Language.EN)).hits

    services = child_services(hits, None, Language.EN)

    assert (services.here, services.around, services.own) == ((), (), ())
    assert services.national
    assert all(each.service.coverage.is_national for each in services.national)


@pytest.mark.parametrize(
    ("home", "province"),
    [
        ("Kenora", Province.ON),
        ("H2X", Province.QC),
        ("Windsor", None),
        ("Windsor, NS", Province.NS),
        ("Nowhere at all", None),
        ("", None),
    ],
)
def test_the_province_is_that_of_the_home_place(
    gazetteer: Gazetteer, home: str, province: Province | None
) -> None:
    assert home_province(gazetteer, home) is province


def test_in_nunavut_the_line_to_call_comes_before_the_advocate(directory: Directory) -> None:
    hits = directory.search(child_query(Province.NU, Language.EN)).hits
    organizations = [
        each.service.organization.en for each in child_services(hits, Province.NU, Language.EN).own
    ]

    line = organizations.index("Government of Nunavut – Department of Family Services")
    advocate = organizations.index("Representative for Children and Youth's Office (Nunavut)")
    assert line < advocate


@pytest.mark.parametrize(
    ("language", "order"), [(Language.EN, ["east", "north"]), (Language.FR, ["north", "east"])]
)
def test_parts_stand_by_their_areas_in_the_language(language: Language, order: list[str]) -> None:
    hits = [
        hit("north", PART, serves=Text("Z-town", "À-ville")),
        hit("east", PART, serves=Text("A-town", "Ville Z")),
    ]

    services = child_services(hits, Province.ON, language)

    assert names(services.own) == order
    assert services.are_parted


def test_a_province_with_a_service_of_its_own_is_not_parted() -> None:
    hits = [hit("whole", WHOLE), hit("part", PART)]

    assert not child_services(hits, Province.ON, Language.EN).are_parted


@pytest.mark.parametrize("province", list(Province))
def test_the_bundled_directory_has_child_protection_for_every_province(
    directory: Directory, province: Province
) -> None:
    results = directory.search(child_query(province, Language.EN))

    services = child_services(results.hits, province, Language.EN)

    assert len(results.hits) == results.total
    assert services.own
    assert all("child_protection" in each.service.needs for each in services.own)
    assert all(each.service.coverage.serves_province(province) for each in services.own)
