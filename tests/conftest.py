"""What many tests stand on: the bundled data, read once, and an edition built from it."""

from __future__ import annotations

import gc
import json
import logging
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tp_directory import editions, paths
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.service import Service
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.directory import Directory
from tp_directory.exchange.records import read_records
from tp_directory.exchange.reference import read_gazetteer, read_taxonomy

# A Tuesday, 10:00 in Toronto and 07:00 in Vancouver; no holiday anywhere in Canada.
NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def bundle() -> paths.Bundle:
    return paths.bundle()


@pytest.fixture(scope="session")
def gazetteer(bundle: paths.Bundle) -> Gazetteer:
    return read_gazetteer(bundle.data / "geography")


@pytest.fixture(scope="session")
def taxonomy(bundle: paths.Bundle) -> Taxonomy:
    return read_taxonomy(bundle.data)


@pytest.fixture(scope="session")
def services(bundle: paths.Bundle, gazetteer: Gazetteer) -> tuple[Service, ...]:
    return tuple(read_records(bundle.data / "directory", gazetteer))


@pytest.fixture(scope="session")
def editions_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("editions")


@pytest.fixture(scope="session")
def directory(bundle: paths.Bundle, editions_folder: Path) -> Iterator[Directory]:
    """The bundled directory at a fixed moment, NOW."""
    opened = editions.current(
        bundle, editions_folder, clock=lambda: NOW, progress=lambda step: None
    )
    yield opened.directory
    opened.directory.close()


@pytest.fixture(scope="session")
def slugs(bundle: paths.Bundle) -> dict[str, str]:
    """The slug of each bundled record, by its UUID."""
    lines = [
        json.loads(line)
        for file in sorted((bundle.data / "directory").glob("*.jsonl"))
        for line in file.read_text(encoding="utf-8").splitlines()
    ]
    return {line["id"]: line["slug"] for line in lines}


@pytest.fixture(autouse=True)
def no_warning_is_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning that is logged fails a test like one that is raised."""
    yield
    logged = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not logged


@pytest.fixture(scope="session", autouse=True)
def garbage_is_collected_in_this_thread() -> Iterator[None]:
    """What GarbageCollection does for the program: no thread of a search destroys a widget."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(scope="module", autouse=True)
def garbage_of_a_module_is_collected() -> Iterator[None]:
    yield
    gc.collect()
