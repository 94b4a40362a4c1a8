"""How far a hit is, and from where; never more exact than the points between which it is."""

from __future__ import annotations

import pytest

from tp_directory import wording
from tp_directory.core.bilingual import Language
from tp_directory.core.query import Hit, Order, Query
from tp_directory.directory import Directory

EN, FR = Language.EN, Language.FR


def nearest(directory: Directory, near: str) -> tuple[Hit, ...]:
    """What is found from a place, the nearest first."""
    hits = directory.search(Query(near=near, order=Order.DISTANCE, limit=400)).hits
    return tuple(hit for hit in hits if hit.distance_km is not None)


def test_a_town_is_named_as_the_place_one_measures_from(directory: Directory) -> None:
    hit = next(hit for hit in nearest(directory, "Kenora") if hit.distance_km)
    far = wording.how_far(hit, EN)

    assert far.endswith("\N{NO-BREAK SPACE}km")
    assert "about" not in far
    assert wording.how_far_from(hit, EN) == f"{far} from Kenora, ON"
    assert wording.how_far_from(hit, FR) == f"à {wording.how_far(hit, FR)} de Kenora, ON"


def test_the_centre_of_a_postal_area_is_near_enough_only(directory: Directory) -> None:
    hit = nearest(directory, "K1N")[-1]

    assert wording.how_far(hit, EN).startswith("about ")
    assert wording.how_far_from(hit, FR).startswith("à environ ")
    assert wording.how_far_from(hit, FR).endswith(" de K1N (Ottawa, ON)")


def test_the_way_within_a_town_is_not_known_from_its_centre(directory: Directory) -> None:
    within = [hit for hit in nearest(directory, "Toronto") if hit.distance_km == 0]

    assert within
    assert {wording.how_far(hit, EN) for hit in within} == {""}
    assert {wording.how_far_from(hit, FR) for hit in within} == {""}


def test_without_a_place_nothing_is_far(directory: Directory) -> None:
    hits = directory.search(Query("shelter")).hits

    assert {wording.how_far_from(hit, EN) for hit in hits} == {""}


@pytest.mark.parametrize(
    ("stated_on", "english", "french"),
    [
        ("", "", ""),
        ("2020", "2020", "2020"),
        ("2020-03", "March 2020", "mars 2020"),
        ("2020-03-01", "1 March 2020", "1er mars 2020"),
    ],
)
def test_a_date_is_as_exact_as_it_is_stated(stated_on: str, english: str, french: str) -> None:
    assert wording.stated_date(stated_on, EN) == english
    assert wording.stated_date(stated_on, FR) == french
