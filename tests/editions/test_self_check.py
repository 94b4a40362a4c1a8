"""What is wrong with a new edition keeps it from being installed.

Each test spoils the edition between building and checking it, when the stage is told.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import NOW
from tests.editions.published import bundled_records, fetch, install_edition
from tp_directory.core.bilingual import Text
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.query import Query
from tp_directory.core.release import SHARDS
from tp_directory.core.service import Service
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.core.updating import Stage, UpdateStep
from tp_directory.editions import current
from tp_directory.editions.installing import install, workplace
from tp_directory.editions.layout import read_info
from tp_directory.editions.self_check import CheckFailed
from tp_directory.exchange.fields import Part
from tp_directory.exchange.records import read_records
from tp_directory.exchange.reference import read_gazetteer, read_taxonomy
from tp_directory.paths import Bundle
from tp_directory.search.indexing import IndexWriter

Spoil = Callable[[Path], None]


@pytest.fixture(scope="module")
def records(bundle: Bundle) -> list[Part]:
    """A few records, sorted by id, one of which has closed."""
    running = bundled_records(bundle.data)[:40]
    closed = {"id": running[3]["id"], "name": "Example Line", "status": "defunct"}
    return [*running[:3], closed, *running[4:]]


def _sql(statement: str) -> Spoil:
    def spoil(edition: Path) -> None:
        with closing(sqlite3.connect(edition / "directory.sqlite")) as connection:
            connection.execute(statement)
            connection.commit()

    return spoil


def _garble(edition: Path) -> None:
    file = edition / "directory.sqlite"
    content = bytearray(file.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 4096] = b"\xff" * 4096
    file.write_bytes(content)


def _remove(name: str) -> Spoil:
    return lambda edition: (edition / name).unlink()


def _services(edition: Path) -> tuple[list[Service], Gazetteer, Taxonomy]:
    data = edition / "data"
    gazetteer = read_gazetteer(data / "geography")
    services = list(read_records(data / "directory", gazetteer))
    return services, gazetteer, read_taxonomy(data)


def _lose_a_row(edition: Path) -> None:
    """Take one service out of the index, which the store still has."""
    services, gazetteer, taxonomy = _services(edition)
    index = IndexWriter(edition / "index", taxonomy, gazetteer)
    index.remove(1, services[0])
    index.finish(())


def _index_other_words(edition: Path) -> None:
    """Index each row under the words of the next one."""
    services, gazetteer, taxonomy = _services(edition)
    for file in (edition / "index").iterdir():
        file.unlink()
    index = IndexWriter(edition / "index", taxonomy, gazetteer)
    for row, service in enumerate((*services[1:], services[0]), start=1):
        index.add(row, service)
    index.finish(())


_FAULTS: dict[str, tuple[Spoil, str]] = {
    "garbled": (_garble, "directory.sqlite"),
    "no store": (_remove("directory.sqlite"), "directory.sqlite"),
    "other schema": (_sql("PRAGMA user_version = 1"), "directory.sqlite"),
    "dangling row": (
        _sql("INSERT INTO language (service_row, position, code) VALUES (99999, 0, 'xx')"),
        "foreign_key_check",
    ),
    "lost service": (_sql("DELETE FROM service WHERE row = 5"), "foreign_key_check"),
    "one more service": (
        _sql(
            "INSERT INTO service SELECT 99999, 'other', organization_row, name_en, name_fr, "
            "description_en, description_fr, interpretation_en, interpretation_fr, fees_en, "
            "fees_fr, eligibility_en, eligibility_fr, access_en, access_fr, documents_en, "
            "documents_fr, accessibility_en, accessibility_fr, email, url, opening_hours, "
            "timezone, address_withheld, verification, scope, serves_en, serves_fr "
            "FROM service WHERE row = 1"
        ),
        "index ≠ directory.sqlite",
    ),
    "lost closure": (_sql("DELETE FROM closure"), "directory.sqlite"),
    "wrong number": (_sql("UPDATE phone SET number = '+1-416-555-0100'"), "directory.sqlite: "),
    "lost row of the index": (_lose_a_row, "index ≠ directory.sqlite"),
    "no index": (_remove("index/meta.json"), "index"),
    "other words": (_index_other_words, "index: "),
    "no facts": (_remove("edition.json"), "edition.json"),
    "no outlines": (_remove("data/geography/provinces.geojson"), "provinces.geojson"),
    "lost shard": (_remove("data/directory/on.jsonl.zst"), "on.jsonl.zst"),
}


@pytest.mark.parametrize("fault", _FAULTS)
def test_a_spoilt_edition_is_named_and_not_installed(
    bundle: Bundle, records: list[Part], tmp_path: Path, fault: str
) -> None:
    spoil, name = _FAULTS[fault]
    before = install_edition(tmp_path, records[:20], bundle.data, 12)

    def spoil_once_built(step: UpdateStep) -> None:
        if step == UpdateStep(Stage.TESTING, 0, len(SHARDS)):
            spoil(next(tmp_path.glob(".building-*")))

    with pytest.raises(CheckFailed) as raised:
        install_edition(tmp_path, records, bundle.data, 13, progress=spoil_once_built)

    assert name in raised.value.text.en
    assert name in raised.value.text.fr
    opened = current(bundle, tmp_path, clock=lambda: NOW, progress=lambda step: None)
    assert (opened.folder, opened.notice) == (before, Text())
    assert opened.directory.search(Query()).total == 19
    opened.directory.close()
    assert sorted(each.name for each in tmp_path.iterdir()) == [before.name, "current.json"]


def test_a_release_that_counts_otherwise_is_not_installed(
    bundle: Bundle, records: list[Part], tmp_path: Path
) -> None:
    place = workplace(tmp_path)
    release = fetch(place, records, bundle.data, 12)
    shards = release.shards | {"on": replace(release.shards["on"], services=1)}

    with pytest.raises(CheckFailed, match=r"\(on\)"):
        install(
            place,
            replace(release, shards=shards),
            SHARDS,
            tmp_path,
            base=None,
            clock=lambda: NOW,
            progress=lambda step: None,
        )


def test_a_record_that_cannot_be_used_is_named(
    bundle: Bundle, records: list[Part], tmp_path: Path
) -> None:
    broken = [*records[:-1], records[-1] | {"coverage": {"scope": "galaxy"}}]
    base = install_edition(tmp_path, records, bundle.data, 12)

    with pytest.raises(CheckFailed, match="galaxy"):
        install_edition(tmp_path, broken, bundle.data, 13, base=base)


def test_where_an_edited_edition_fails_its_check_all_is_written_anew(
    bundle: Bundle, records: list[Part], tmp_path: Path
) -> None:
    base = install_edition(tmp_path, records[:36], bundle.data, 12)
    spoilt: list[Path] = []

    def spoil_the_first(step: UpdateStep) -> None:
        if step.stage is Stage.TESTING and not spoilt:
            spoilt.append(next(tmp_path.glob(".building-*")))
            _garble(spoilt[0])

    edition = install_edition(
        tmp_path, records, bundle.data, 13, base=base, progress=spoil_the_first
    )

    assert spoilt
    assert (read_info(edition).edits, read_info(edition).services) == (0, 39)


@pytest.mark.parametrize(
    "part",
    [
        "directory.sqlite",
        "index/lexicon.json",
        "release.json",
        "edition.json",
        "data/directory/on.jsonl.zst",
    ],
)
def test_a_damaged_edition_is_no_base(
    bundle: Bundle, records: list[Part], tmp_path: Path, part: str
) -> None:
    base = install_edition(tmp_path, records[:36], bundle.data, 12)
    (base / part).write_bytes(b"\x00garbled\xff" * 500)

    edition = install_edition(tmp_path, records, bundle.data, 13, base=base)

    assert read_info(edition).edits == 0
