from __future__ import annotations

import random
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.updates.repository import Record, Repository, make_repository
from tp_directory.core.bilingual import Text
from tp_directory.core.errors import RecordsRefused
from tp_directory.core.release import SHARDS, Release
from tp_directory.exchange.deltas import Delta
from tp_directory.exchange.shards import KEPT_LEVEL
from tp_directory.paths import bundle
from tp_directory.updates.layout import NOTES, delta_target, file_target, shard_target
from tp_directory.updates.publishing import adding
from tp_directory.updates.publishing.adding import Sources, prepare
from tp_directory.updates.publishing.errors import RecordsChanged, RepositoryBusy
from tp_directory.updates.publishing.wholeness import digested, release_of

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)


def of(records: list[Record], province: str) -> list[Record]:
    return [each for each in records if each["coverage"]["provinces"] == [province]]


def release(repository: Repository) -> Release:
    found = release_of(repository.publisher, repository.publisher.published())
    assert found
    return found


def target_paths(repository: Repository, role: str) -> set[str]:
    return set(repository.publisher.published().roles[role].signed.targets)


def served(repository: Repository, path: str) -> Path:
    publisher = repository.publisher
    return publisher.target_file(publisher.published().files[path])


def test_the_first_edition_has_every_shard_and_file_and_a_number(
    repository: Repository, some_records: list[Record]
) -> None:
    first = release(repository)

    assert first.number == 1
    assert datetime.fromisoformat(first.published_at) == NOW
    assert set(first.shards) == set(SHARDS)
    assert sum(each.services + each.closures for each in first.shards.values()) == len(some_records)
    assert {"taxonomy/needs.json", "geography/provinces.geojson", "legal/canada.yaml"} <= set(
        first.files
    )
    assert not any(path.endswith(".md") for path in first.files)


def test_a_partner_signs_its_province_and_nothing_else(repository: Repository) -> None:
    assert target_paths(repository, "on") == {shard_target("on")}
    assert shard_target("on") not in target_paths(repository, "targets")


def test_the_same_records_publish_nothing(repository: Repository, records: list[Record]) -> None:
    before = repository.publisher.published()

    assert repository.publish(records) is None
    assert repository.publisher.published().version("timestamp") == before.version("timestamp")


def test_the_same_records_in_another_order_give_the_same_bytes(
    repository: Repository, records: list[Record], tmp_path: Path
) -> None:
    random.Random(5).shuffle(records)
    turned = [dict(reversed(each.items())) for each in records]

    other = make_repository(tmp_path / "other", turned, now=NOW)

    for shard in SHARDS:
        path = shard_target(shard)
        assert served(other, path).name == served(repository, path).name


def test_a_shard_that_did_not_change_keeps_its_file_under_another_compressor(
    repository: Repository, records: list[Record], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = served(repository, shard_target("yt")).name
    monkeypatch.setattr(adding, "PUBLISHED_LEVEL", KEPT_LEVEL)
    of(records, "PE")[0]["url"] = "https://example.org/pe"

    repository.publish(records)

    assert served(repository, shard_target("yt")).name == before


def test_one_doubtful_record_and_nothing_is_published(
    repository: Repository, records: list[Record]
) -> None:
    records[0]["sources"] = []

    with pytest.raises(RecordsRefused):
        repository.publish(records)

    assert release(repository).number == 1
    assert not list(repository.publisher.staged_folder.iterdir())


def test_records_that_change_while_they_are_read_are_not_published(
    repository: Repository, records: list[Record]
) -> None:
    repository.publish(records)  # writes the file
    file = repository.publisher.folder / "records" / "records.jsonl"
    schema = (bundle().resources / "hsds" / "service.json").read_bytes()
    sources = Sources(file.parent, repository.data, schema)

    def write_meanwhile(words: Text) -> None:
        file.write_bytes(file.read_bytes() + b"\n")

    with repository.publisher.locked(), pytest.raises(RecordsChanged):
        prepare(repository.publisher, sources, repository.days, NOW, write_meanwhile)


def test_two_commands_do_not_publish_at_once(repository: Repository) -> None:
    with (
        repository.publisher.locked(),
        pytest.raises(RepositoryBusy),
        type(repository.publisher)(repository.publisher.folder).locked(),
    ):
        pass


def test_the_notes_tell_what_was_added_changed_closed_and_removed(
    repository: Repository, records: list[Record]
) -> None:
    first, second, third, *rest = of(records, "PE")
    first["url"] = "https://example.org/new"
    closed = {
        "id": second["id"],
        "name": second["name"],
        "organization_id": second["organization_id"],
        "organization": second["organization"],
        "status": "defunct",
        "translations": [each for each in second["translations"] if each["field"] == "name"],
        "coverage": second["coverage"],
        "sources": second["sources"],
    }
    others = [each for each in records if each["coverage"]["provinces"] != ["PE"]]
    moved = others.pop()
    added = {**rest[0], "id": "00000000-0000-5000-8000-00000000000a", "slug": "pe-example"}

    prepared = repository.publish([*others, first, closed, *rest, added])

    assert prepared
    assert prepared.notes
    changes = prepared.notes.changes
    assert changes.added == (added["id"],)
    assert changes.changed == (first["id"],)
    assert changes.closed == (second["id"],)
    assert set(changes.removed) == {third["id"], moved["id"]}
    assert prepared.notes.names[second["id"]].en == second["name"]
    assert release(repository).shards["pe"].closures == 1
    assert served(repository, NOTES).is_file()


def test_a_service_that_moves_to_another_shard_has_changed(
    repository: Repository, records: list[Record]
) -> None:
    moved = of(records, "PE")[0]
    moved["coverage"] = {
        "scope": "province",
        "provinces": ["PE", "NB"],
        "places": [],
        "regions": [],
    }

    prepared = repository.publish(records)

    assert prepared
    assert prepared.notes
    assert prepared.notes.changes.changed == (moved["id"],)
    assert prepared.notes.changes.total == 1


def test_deltas_lead_from_the_last_editions_and_those_a_week_and_a_month_old(
    repository: Repository, records: list[Record]
) -> None:
    changed = of(records, "PE")[0]
    for day in (5, 10, 28, 36, 37, 38, 39, 40, 41):  # editions 2 to 10
        changed["url"] = f"https://example.org/{day}"
        repository.publish(records, NOW + timedelta(days=day))

    paths = {path for path in target_paths(repository, "targets") if path.startswith("deltas/")}

    # On the 41st day: 36 to 40 are the last ones, 28 is a week old, and 10 is a month old.
    assert paths == {delta_target("all", before) for before in (9, 8, 7, 6, 5, 4, 3)}


def test_a_delta_gives_the_contents_that_the_manifest_names(
    repository: Repository, records: list[Record]
) -> None:
    old = {shard: served(repository, shard_target(shard)) for shard in ("pe", "on")}
    for province in ("PE", "ON"):
        of(records, province)[1]["url"] = "https://example.org/other"

    repository.publish(records)

    for shard, role in (("pe", "all"), ("on", "on")):
        delta = Delta(served(repository, delta_target(role, 1)), 10**6)
        made = digested(line + b"\n" for line in delta.applied(shard, old[shard]))
        assert (delta.head.before, delta.head.after) == (1, 2)
        assert made.sha256 == release(repository).shards[shard].sha256


def test_a_partner_need_not_sign_again_where_its_province_did_not_change(
    repository: Repository, records: list[Record]
) -> None:
    repository.keys["on"] = []
    of(records, "PE")[0]["url"] = "https://example.org/pe"

    repository.publish(records)

    assert release(repository).number == 2
    assert repository.publisher.published().version("on") == 1


def test_a_partner_is_asked_again_when_half_the_time_of_its_signature_is_over(
    repository: Repository, records: list[Record]
) -> None:
    of(records, "PE")[0]["url"] = "https://example.org/pe"

    repository.publish(records, NOW + timedelta(days=46))

    assert repository.publisher.published().version("on") == 2


def test_files_of_reference_are_published_when_they_change(
    repository: Repository, records: list[Record], tmp_path: Path
) -> None:
    data = tmp_path / "data"
    shutil.copytree(repository.data, data, ignore=shutil.ignore_patterns("directory"))
    with (data / "thesaurus" / "thesaurus.csv").open("a", encoding="utf-8") as thesaurus:
        thesaurus.write("example,exemple,shelter_emergency,\n")
    before = served(repository, file_target("thesaurus/thesaurus.csv")).name
    repository.data = data

    repository.publish(records)

    assert release(repository).number == 2
    assert served(repository, file_target("thesaurus/thesaurus.csv")).name != before
