"""Somebody between the publisher and a workstation, and what has to come of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.updates.conftest import Published, Search, Workstation
from tests.updates.forger import Forger
from tests.updates.serving import Server, served
from tp_directory.updates.errors import UpdateFailed

INSTALLED = 2


@pytest.fixture
def forger(published: Published, tmp_path: Path) -> Forger:
    return Forger(published.repository, tmp_path / "public")


@pytest.fixture
def server(forger: Forger) -> Iterator[Server]:
    with served(forger.public) as server:
        yield server


Refused = Callable[[UpdateFailed, str], None]


@pytest.fixture
def refused(station: Workstation, search: Search) -> Refused:
    """Update, and check that it is refused in the right words and that the directory answers."""

    def check(expected: UpdateFailed, source: str) -> None:
        told = station.update(source)

        assert (told.en, told.fr) == (expected.text.en, expected.text.fr)
        assert told.outcome == expected.outcome
        assert told.number == INSTALLED
        assert told.code
        found = search(station)
        assert "Meadow 0" in found
        assert "Lantern" not in found

    return check
