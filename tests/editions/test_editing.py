"""An edition that was edited answers as one that was written whole."""

import json
import random
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from tests.conftest import NOW
from tests.editions.published import bundled_records, fetch, install_edition
from tp_directory.core.bilingual import Language
from tp_directory.core.edition import EDITION_FORMAT, EditionInfo
from tp_directory.core.place import Province
from tp_directory.core.query import Order, Query, Results
from tp_directory.core.release import Changes
from tp_directory.directory import Directory
from tp_directory.editions.layout import read_changes, read_info
from tp_directory.editions.opening import open_edition
from tp_directory.exchange.fields import Part
from tp_directory.paths import Bundle
from tp_directory.search.index import Index
from tp_directory.search.lexicon import LexiconData

_ALL = 1000
_ROUNDS = 3
_CHANGED = 40  # records a round, of each kind about a quarter
_TAKEN_FROM_OTHERS = (
    ("name", "description", "translations"),
    ("attributes", "populations"),
    ("organization",),
    ("coverage", "service_areas", "service_at_locations", "timezone"),
    ("phones", "opening_hours"),
    ("languages", "url", "email"),
    ("sources", "verification"),
    ("fees_description", "eligibility_description"),
)


def _changed(records: list[Part], chance: random.Random) -> list[Part]:
    """The records, sorted by id, after some were added, changed, closed and removed."""
    by_id = {str(record["id"]): record for record in records}
    running = [each for each in records if each["status"] == "active"]
    for record in chance.sample(running, _CHANGED):
        other = chance.choice(running)
        changed = json.loads(json.dumps(record))
        match chance.choice(("add", "change", "change", "close", "remove", "reopen", "pause")):
            case "add":
                changed["id"] = str(UUID(int=chance.getrandbits(128), version=4))
                changed["name"] += " Example"
            case "change":
                for fields in chance.sample(_TAKEN_FROM_OTHERS, 3):
                    _take(changed, other, fields)
            case "close":
                keys = ("id", "slug", "name", "translations", "coverage")
                changed = {key: changed[key] for key in keys if key in changed}
                changed |= {"status": "defunct", "replaced_by": other["id"]}
            case "remove":
                del by_id[changed["id"]]
                continue
            case "reopen":
                closed = [each for each in by_id.values() if each["status"] == "defunct"]
                if closed:
                    changed["id"] = chance.choice(closed)["id"]
            case "pause":
                changed["status"] = "temporarily closed"
        by_id[changed["id"]] = changed
    return [by_id[each] for each in sorted(by_id)]


def _take(record: Part, other: Part, fields: tuple[str, ...]) -> None:
    """Give a record some fields of another; withheld addresses stay withheld."""
    if record.get("address_withheld") or other.get("address_withheld"):
        return
    for field in fields:
        record.pop(field, None)
        if field in other:
            record[field] = other[field]


@pytest.fixture(scope="module", params=range(2))
def editions(
    bundle: Bundle, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> tuple[Path, Path]:
    """The same edition twice: edited some rounds long, and written whole."""
    chance = random.Random(request.param)
    records = bundled_records(bundle.data)
    folder = tmp_path_factory.mktemp("editions")
    edited = install_edition(folder, records, bundle.data, 1)
    for number in range(2, 2 + _ROUNDS):
        records = _changed(records, chance)
        edited = install_edition(folder, records, bundle.data, number, base=edited)
    return edited, install_edition(folder, records, bundle.data, 1 + _ROUNDS)


@pytest.fixture(scope="module")
def directories(editions: tuple[Path, Path]) -> Iterator[tuple[Directory, Directory]]:
    with ExitStack() as stack:
        edited, whole = (
            stack.enter_context(closing(open_edition(each, each / "data", clock=lambda: NOW)))
            for each in editions
        )
        yield edited, whole


def _infos(editions: tuple[Path, Path]) -> tuple[EditionInfo, EditionInfo]:
    edited, whole = editions
    return read_info(edited), read_info(whole)


def test_it_was_edited_indeed(editions: tuple[Path, Path]) -> None:
    edited, whole = _infos(editions)

    assert (edited.edits, whole.edits) == (_ROUNDS, 0)
    assert 0 < edited.edited <= _ROUNDS * _CHANGED


def test_it_says_the_same_of_itself(editions: tuple[Path, Path]) -> None:
    edited, whole = _infos(editions)

    assert replace(edited, edits=0, edited=0) == whole


def test_it_has_the_same_words_and_names(editions: tuple[Path, Path]) -> None:
    edited, whole = (Index(each / "index") for each in editions)
    lexicons: list[LexiconData] = [edited.lexicon_data(), whole.lexicon_data()]

    assert lexicons[0] == lexicons[1]
    assert edited.concepts_data() == whole.concepts_data()
    for language in Language:
        ranks = [sorted(each.name_ranks(language).values()) for each in (edited, whole)]
        assert ranks[0] == ranks[1]


def test_it_has_the_same_services(
    editions: tuple[Path, Path], directories: tuple[Directory, Directory]
) -> None:
    records = [each["id"] for each in bundled_records(editions[1] / "data")]
    edited, whole = directories
    language = Language.EN

    assert [edited.fate(each) for each in records] == [whole.fate(each) for each in records]
    for hit in whole.page(Query(limit=_ALL)):
        related = [each.related(hit.service, language, _ALL) for each in directories]
        organizations = [{each.id for each in some.same_organization} for some in related]
        assert organizations[0] == organizations[1]


_QUERIES = (
    Query(),
    Query("shelter "),
    Query("shelt"),
    Query("s"),
    Query("cou"),
    Query("héb", Language.FR),
    Query("legal ai"),
    Query("imigrattion "),
    Query("refuge femmes ", Language.FR),
    Query("sheltr "),
    Query("legal aid Toronto"),
    Query("hébergement d'urgence Montréal", Language.FR),
    Query('"crisis line"'),
    Query("org:ywca"),
    Query("need:legal city:Halifax"),
    Query("women NOT shelter"),
    Query("1-8"),
    Query("211 "),
    Query("example "),
    Query("qwertzuiop"),
    Query("cybertip warming"),
    Query("aide immigration ", Language.FR, near="Ottawa"),
    Query("counselling", near="Halifax", order=Order.DISTANCE),
    Query(near="Thunder Bay"),
    Query(near="Iqaluit", within_km=100),
    Query(near="Vancouver", order=Order.OPEN_FIRST),
    Query("support", order=Order.NAME),
    Query("soutien", Language.FR, order=Order.NAME),
    Query(needs=("shelter_emergency",), provinces=(Province.ON,)),
    Query(populations=("women",), languages=("fr",)),
    Query(always_open=True),
    Query(for_trafficking=True, needs=("legal",)),
)


@pytest.mark.parametrize("query", _QUERIES, ids=str)
def test_it_finds_and_counts_the_same(
    directories: tuple[Directory, Directory], query: Query
) -> None:
    asked = replace(query, limit=_ALL)
    edited, whole = (_counted(each.search(asked)) for each in directories)

    assert edited == whole
    towns = [each.town_counts(asked) for each in directories]
    assert towns[0] == towns[1]


def _counted(results: Results) -> tuple[object, ...]:
    """All of an answer but its order and scores."""
    return (
        results.total,
        {
            (hit.service.id, hit.closeness, hit.distance_km, hit.availability)
            for hit in results.hits
        },
        results.facets,
        results.groups,
        results.spot,
        results.suggestion,
        results.is_loose,
        results.hints,
        [(each.dropped, each.query, each.total) for each in results.reliefs],
    )


@pytest.mark.parametrize("query", [each for each in _QUERIES if each.words], ids=str)
def test_it_scores_nearly_the_same(directories: tuple[Directory, Directory], query: Query) -> None:
    edited, whole = (
        {hit.service.id: hit.score for hit in each.page(replace(query, limit=_ALL))}
        for each in directories
    )

    assert edited == pytest.approx(whole, rel=0.15)


def test_it_tells_what_changed_since_the_edition_before(bundle: Bundle, tmp_path: Path) -> None:
    records = bundled_records(bundle.data)[:30]
    base = install_edition(tmp_path, records[:28], bundle.data, 1)
    closed = {"id": records[1]["id"], "name": records[1]["name"], "status": "defunct"}
    renamed = records[2] | {"name": "Example Renamed"}
    edition = install_edition(tmp_path, [closed, renamed, *records[3:]], bundle.data, 2, base=base)

    assert read_changes(edition) == Changes(
        added=(str(records[28]["id"]), str(records[29]["id"])),
        changed=(str(records[2]["id"]),),
        closed=(str(records[1]["id"]),),
        removed=(str(records[0]["id"]),),
    )
    assert read_info(edition).edits == 1


def test_the_first_one_tells_what_changed_since_the_shards_before(
    bundle: Bundle, tmp_path: Path
) -> None:
    records = bundled_records(bundle.data)[:30]
    fetch(tmp_path / "bundled", records[:29], bundle.data, 1)
    before = tmp_path / "bundled" / "data" / "directory"
    edition = install_edition(tmp_path / "editions", records[1:], bundle.data, 2, before=before)

    assert read_changes(edition) == Changes(
        added=(str(records[29]["id"]),), removed=(str(records[0]["id"]),)
    )


def test_services_of_provinces_that_are_not_followed_are_neither_closed_nor_removed(
    bundle: Bundle, tmp_path: Path
) -> None:
    records = bundled_records(bundle.data)
    fetch(tmp_path / "bundled", records, bundle.data, 1)
    before = tmp_path / "bundled" / "data" / "directory"
    editions, followed = tmp_path / "editions", ("national", "on", "yt")
    first = install_edition(editions, records, bundle.data, 2, shards=followed, before=before)
    narrowed = install_edition(
        editions, records, bundle.data, 3, shards=("national", "on"), base=first
    )

    assert 0 < read_info(narrowed).services < read_info(first).services < len(records)
    assert read_changes(first) == Changes()
    assert read_changes(narrowed) == Changes()


_SUBSCRIBED = ("national", "on", "qc")
_FACTS = {
    "an older program": {"program": "0.0.1"},
    "an older format": {"format": EDITION_FORMAT - 1},
    "many edits": {"edits": 50},
    "much edited": {"edited": 20},
}


@pytest.mark.parametrize("facts", _FACTS)
def test_what_an_edition_was_made_by_may_keep_it_from_being_edited(
    bundle: Bundle, tmp_path: Path, facts: str
) -> None:
    records = bundled_records(bundle.data)[:100]
    base = install_edition(tmp_path, records[:99], bundle.data, 1)
    info = json.loads((base / "edition.json").read_text(encoding="utf-8")) | _FACTS[facts]
    (base / "edition.json").write_text(json.dumps(info), encoding="utf-8")

    assert read_info(install_edition(tmp_path, records, bundle.data, 2, base=base)).edits == 0


def test_another_subscription_is_written_whole(bundle: Bundle, tmp_path: Path) -> None:
    records = bundled_records(bundle.data)
    base = install_edition(tmp_path, records, bundle.data, 1, shards=_SUBSCRIBED)
    more = (*_SUBSCRIBED, "pe")

    edition = install_edition(tmp_path, records, bundle.data, 2, shards=more, base=base)

    assert read_info(edition).edits == 0
    assert read_info(edition).services == read_info(base).services + 12


@pytest.mark.parametrize(
    ("file", "edits"),
    [
        ("thesaurus/thesaurus.csv", 0),
        ("taxonomy/needs.json", 0),
        ("geography/fsa.csv", 0),
        ("geography/provinces.geojson", 1),
        ("protocols/common.yaml", 1),
    ],
)
def test_other_words_or_places_are_written_whole_and_other_checklists_are_not(
    bundle: Bundle, tmp_path: Path, file: str, edits: int
) -> None:
    records = bundled_records(bundle.data)[:100]
    base = install_edition(tmp_path / "editions", records[:99], bundle.data, 1)
    reference = Path(shutil.copytree(bundle.data, tmp_path / "data"))
    content = (reference / file).read_bytes()
    (reference / file).write_bytes(content + b"\n" * (not file.endswith(".csv")))
    if file.endswith(".csv"):
        (reference / file).write_bytes(content.rsplit(b"\n", 2)[0] + b"\n")

    edition = install_edition(tmp_path / "editions", records, reference, 2, base=base)

    assert read_info(edition).edits == edits


def test_too_many_changes_are_written_whole(bundle: Bundle, tmp_path: Path) -> None:
    records = bundled_records(bundle.data)[:100]
    base = install_edition(tmp_path, records[:70], bundle.data, 1)

    assert read_info(install_edition(tmp_path, records, bundle.data, 2, base=base)).edits == 0
