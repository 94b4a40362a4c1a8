from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.updates.repository import Record, Repository
from tp_directory.updates.publishing.going_out import KEPT_DAYS

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)


def files(repository: Repository) -> set[Path]:
    return {each for each in repository.public.rglob("*") if each.is_file()}


def published_again(repository: Repository, records: list[Record], day: int) -> set[Path]:
    """Publish another edition on some day; gives the files that are served then."""
    records[0]["url"] = f"https://example.org/{day}"
    repository.publish(records, NOW + timedelta(days=day))
    return files(repository)


def test_files_of_the_edition_before_stay_for_those_who_are_fetching_it(
    repository: Repository, records: list[Record]
) -> None:
    before = files(repository)

    after = published_again(repository, records, 1)

    assert before <= after


def test_files_that_nobody_needs_any_more_are_removed(
    repository: Repository, records: list[Record]
) -> None:
    first = files(repository)
    second = published_again(repository, records, 1)

    late = published_again(repository, records, 1 + repository.days.snapshot + KEPT_DAYS + 1)

    metadata = repository.publisher.metadata_folder
    assert metadata / "1.targets.json" in first
    assert metadata / "1.targets.json" not in late
    assert metadata / "2.snapshot.json" in second
    assert metadata / "2.snapshot.json" not in late
    assert metadata / "1.root.json" in late


def test_what_waits_for_signatures_keeps_its_files(
    repository: Repository, records: list[Record]
) -> None:
    publisher = repository.publisher
    keys, repository.keys = repository.keys, {}
    published_again(repository, records, 1)
    repository.keys = {**keys, "targets": []}

    repository.refresh(NOW + timedelta(days=100))

    draft = publisher.draft(publisher.published())
    assert all(publisher.target_file(each).is_file() for each in draft.files.values())
    assert draft.version("targets") == 2


def test_files_of_somebody_else_are_left_alone(
    repository: Repository, records: list[Record]
) -> None:
    own = repository.publisher.targets_folder / "robots.txt"
    own.write_text("User-agent: *", encoding="ascii")

    published_again(repository, records, 100)

    assert own.is_file()
