from collections.abc import Callable
from pathlib import Path

import pytest

from tp_directory import paths
from tp_directory.core.bilingual import Text
from tp_directory.core.closure import Closure
from tp_directory.core.errors import CannotRead, Problem, RecordsRefused
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.exchange.check import check
from tp_directory.exchange.fields import Part
from tp_directory.exchange.records import read_closures, read_records

Write = Callable[..., Path]
Check = Callable[..., tuple[Problem, ...]]

NOBODY = "00000000-0000-5000-8000-0000000000ee"


@pytest.fixture
def problems(bundle: paths.Bundle, gazetteer: Gazetteer, taxonomy: Taxonomy) -> Check:
    """The problems that a check of some paths finds."""
    schema = (bundle.resources / "hsds" / "service.json").read_bytes()
    return lambda *paths: check(paths, gazetteer, taxonomy, schema).problems


def _where(found: tuple[Problem, ...]) -> list[tuple[int, str]]:
    return [(problem.line, problem.field) for problem in found]


def test_a_tombstone_is_read_as_a_closure_and_not_as_a_service(
    record: Part, tombstone: Part, gazetteer: Gazetteer, write: Write
) -> None:
    file = write(record, tombstone)

    assert list(read_closures(file)) == [
        Closure(
            tombstone["id"], Text("Example Line", "Ligne Exemple"), "2026-03", str(record["id"])
        )
    ]
    assert [service.id for service in read_records(file, gazetteer)] == [record["id"]]


def test_a_tombstone_may_say_neither_when_nor_what_to_call_instead(
    tombstone: Part, write: Write, problems: Check
) -> None:
    del tombstone["closed_on"], tombstone["replaced_by"]
    file = write(tombstone)

    [closure] = read_closures(file)

    assert (closure.closed_on, closure.replaced_by) == ("", "")
    assert problems(file) == ()


@pytest.mark.parametrize("status", ["active", "inactive", "temporarily closed"])
def test_a_service_that_has_not_closed_for_good_is_no_closure(
    tombstone: Part, write: Write, status: str
) -> None:
    assert list(read_closures(write(tombstone | {"status": status}))) == []


def test_a_closure_without_a_name_is_refused_with_its_line(tombstone: Part, write: Write) -> None:
    del tombstone["name"]

    with pytest.raises(RecordsRefused) as caught:
        list(read_closures(write(tombstone)))

    assert _where(caught.value.problems) == [(1, "$.name")]


def test_closures_of_a_missing_path_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(CannotRead):
        list(read_closures(tmp_path / "nowhere"))


def test_the_bundled_records_have_no_closed_service(bundle: paths.Bundle) -> None:
    assert list(read_closures(bundle.data / "directory")) == []


def test_a_tombstone_needs_nothing_that_only_a_running_service_has(
    record: Part, tombstone: Part, write: Write, problems: Check
) -> None:
    assert problems(write(tombstone, record)) == ()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": None}, "$.name"),
        ({"translations": []}, "$.name"),
        ({"closed_on": "last spring"}, "$.closed_on"),
        ({"closed_on": 2026}, "$.closed_on"),
        ({"closed_on": "2026-02-31"}, "$.closed_on"),
        ({"name": "Example\u202eLine"}, "$.name"),
        ({"sources": []}, "$.sources"),
        ({"replaced_by": 7}, "$.replaced_by"),
        ({"phones": [{"number": "+1-807-555-0123"}]}, "$.phones"),
        ({"email": "help@example.org"}, "$.email"),
        ({"organization": {"phones": [{"number": "+1-807-555-0123"}]}}, "$.organization.phones"),
        (
            {"service_at_locations": [{"location": {"addresses": [{"city": "Kenora"}]}}]},
            "$.service_at_locations[0].location.addresses",
        ),
        (
            {"service_at_locations": [{"location": {"latitude": 49.7}}]},
            "$.service_at_locations[0].location.latitude",
        ),
        ({"description": "It was near P9N 1A1."}, "$.description"),
    ],
)
def test_a_tombstone_that_misleads_is_refused(
    record: Part, tombstone: Part, write: Write, problems: Check, change: Part, field: str
) -> None:
    found = problems(write(record, tombstone | change))

    assert (2, field) in _where(found)
    assert all(problem.text.en and problem.text.fr for problem in found)


def test_a_replacement_may_stand_in_another_file(
    record: Part, tombstone: Part, write: Write, problems: Check
) -> None:
    closed, running = write(tombstone, name="on.jsonl"), write(record, name="national.jsonl")

    assert problems(closed, running) == ()
    assert _where(problems(closed)) == [(1, "$.replaced_by")]


@pytest.mark.parametrize("status", ["inactive", "temporarily closed"])
def test_a_replacement_that_does_not_answer_is_refused(
    record: Part, tombstone: Part, write: Write, problems: Check, status: str
) -> None:
    assert _where(problems(write(record | {"status": status}, tombstone))) == [(2, "$.replaced_by")]


def test_a_service_that_replaced_another_may_have_closed_in_turn(
    record: Part, tombstone: Part, write: Write, problems: Check
) -> None:
    earlier = tombstone | {"id": NOBODY, "replaced_by": tombstone["id"]}

    assert problems(write(earlier, record, tombstone)) == ()


def test_a_tombstone_does_not_replace_itself(
    tombstone: Part, write: Write, problems: Check
) -> None:
    [problem] = problems(write(tombstone | {"replaced_by": tombstone["id"]}))

    assert (problem.line, problem.field) == (1, "$.replaced_by")
    assert "names itself" in problem.text.en


def test_tombstones_that_replace_each_other_are_refused(
    tombstone: Part, write: Write, problems: Check
) -> None:
    other = tombstone | {"id": NOBODY, "replaced_by": tombstone["id"]}

    assert _where(problems(write(tombstone | {"replaced_by": NOBODY}, other))) == [
        (1, "$.replaced_by"),
        (2, "$.replaced_by"),
    ]


def test_the_id_of_a_closed_service_is_not_used_again(
    record: Part, tombstone: Part, write: Write, problems: Check
) -> None:
    reused = tombstone | {"id": record["id"], "replaced_by": None}

    assert _where(problems(write(reused, record))) == [(2, "$.id")]


def test_nothing_in_a_field_of_a_tombstone_breaks_the_check(
    tombstone: Part, write: Write, problems: Check
) -> None:
    values: list[object] = [None, True, 1, "words", [], [1], [[]], [{}], {}, {"a": 1}]
    odd = [tombstone | {field: value} for field in tombstone for value in values]

    assert problems(write(*odd))
