"""Small repositories, published once and copied for each test, which may do to them as it likes."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.updates.repository import Record, Repository, make_repository, real_records
from tp_directory.updates.publishing.repository import Repository as Publisher

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
PROVINCES = (["PE"], ["YT"], ["ON"])


@pytest.fixture(scope="session")
def some_records() -> list[Record]:
    """Some of the bundled records, of three provinces and of the nation."""
    every = real_records()
    some = [each for name in PROVINCES for each in every if each["coverage"]["provinces"] == name]
    national = [each for each in every if not each["coverage"]["provinces"]]
    return [*some[:60], *national[:5]]


@pytest.fixture(scope="session")
def published_once(
    tmp_path_factory: pytest.TempPathFactory, some_records: list[Record]
) -> Repository:
    """A repository with a first edition, of which a partner signs Ontario's records."""
    folder = tmp_path_factory.mktemp("publisher") / "repository"
    return make_repository(folder, some_records, partners=("on",), now=NOW)


@pytest.fixture
def repository(published_once: Repository, tmp_path: Path) -> Repository:
    """A copy of it."""
    folder = tmp_path / "repository"
    shutil.copytree(published_once.publisher.folder, folder)
    keys = {role: list(its) for role, its in published_once.keys.items()}
    return replace(published_once, publisher=Publisher(folder), keys=keys)


@pytest.fixture
def records(some_records: list[Record]) -> list[Record]:
    """The records of the first edition, each a copy."""
    return [dict(each) for each in some_records]
