"""Services side by side in words: what tells them apart, and what none of them states."""

from __future__ import annotations

from dataclasses import replace

from tests.conftest import NOW
from tests.wording.test_facts import SERVICE
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.opening import hit_of
from tp_directory.core.service import Service
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.wording.comparing import ComparedFact, compared


def rows(taxonomy: Taxonomy, *services: Service) -> dict[str, ComparedFact]:
    """The facts of services side by side, by their headings."""
    hits = tuple(hit_of(service, NOW) for service in services)
    return {row.heading: row for row in compared(hits, taxonomy, Language.EN)}


def test_what_only_one_states_tells_them_apart(taxonomy: Taxonomy) -> None:
    free = rows(taxonomy, SERVICE, replace(SERVICE, fees=Text()))["Cost"]

    assert free.words == ("Free", "")
    assert free.differs


def test_what_all_state_alike_does_not(taxonomy: Taxonomy) -> None:
    told = rows(taxonomy, SERVICE, replace(SERVICE, hours="24/7"))

    assert not told["Cost"].differs
    assert told["Hours"].words == ("", "24 hours a day, 7 days a week")
    assert told["Hours"].differs


def test_what_none_states_is_no_difference(taxonomy: Taxonomy) -> None:
    told = rows(taxonomy, SERVICE, SERVICE)["Documents"]

    assert not told.is_stated
    assert not told.differs
