"""Whom to call for a child: the province's own first, in an order that can be relied on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.conftest import NOW
from tests.ui.service.conftest import OFFICE, example
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.child_protection import child_query, child_services
from tp_directory.core.coverage import Coverage, Scope
from tp_directory.core.opening import hit_of
from tp_directory.core.place import Province
from tp_directory.core.query import Hit
from tp_directory.directory import Directory

WHOLE = Coverage(Scope.PROVINCE, (Province.ON,))
PART = Coverage(Scope.CITY, (Province.ON,), place_ids=(1,))
REPORTS = ("child_protection", "report_tip")


def hit(name: str, coverage: Coverage, *, has_phone: bool = True, **facts: object) -> Hit:
    service = example(coverage=coverage, phones=(OFFICE,) if has_phone else (), **facts)
    return hit_of(replace(service, name=Text(name, name)), NOW)


def names(hits: tuple[Hit, ...]) -> list[str]:
    return [each.service.name.en for each in hits]


def test_what_serves_all_of_canada_stands_apart() -> None:
    nation = Coverage(Scope.NATIONAL)

    services = child_services([hit("nation", nation), hit("own", WHOLE)], Language.EN)

    assert (names(services.own), names(services.national)) == (["own"], ["nation"])


def test_the_whole_province_comes_before_a_part_and_a_number_before_none() -> None:
    hits = [
        hit("part", PART),
        hit("mute part", PART, has_phone=False),
        hit("mute", WHOLE, has_phone=False),
        hit("whole", WHOLE),
        hit("takes reports", WHOLE, needs=REPORTS),
    ]

    services = child_services(hits, Language.EN)

    assert names(services.own) == ["takes reports", "whole", "mute", "part", "mute part"]


@pytest.mark.parametrize(
    ("language", "order"), [(Language.EN, ["east", "north"]), (Language.FR, ["north", "east"])]
)
def test_parts_stand_by_their_areas_in_the_language(language: Language, order: list[str]) -> None:
    hits = [
        hit("north", PART, serves=Text("Z-town", "À-ville")),
        hit("east", PART, serves=Text("A-town", "Ville Z")),
    ]

    services = child_services(hits, language)

    assert names(services.own) == order
    assert services.are_parted


def test_a_province_with_a_service_of_its_own_is_not_parted() -> None:
    assert not child_services([hit("whole", WHOLE), hit("part", PART)], Language.EN).are_parted


@pytest.mark.parametrize("province", list(Province))
def test_the_bundled_directory_has_child_protection_for_every_province(
    directory: Directory, province: Province
) -> None:
    results = directory.search(child_query(province, Language.EN))

    services = child_services(results.hits, Language.EN)

    assert len(results.hits) == results.total
    assert services.own
    assert all("child_protection" in each.service.needs for each in services.own)
    assert all(each.service.coverage.serves_province(province) for each in services.own)
