"""Somebody between the publisher and a workstation, and what has to come of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.updates.conftest import PATIENCE, Search, Workstation
from tp_directory.updates.errors import UpdateFailed

INSTALLED = 2


Refused = Callable[..., None]


@pytest.fixture
def refused(station: Workstation, search: Search) -> Refused:
    """Update, and check that it is refused in the right words and that the directory answers."""

    def check(expected: UpdateFailed, source: str, patience: float = PATIENCE) -> None:
        told = station.update(source, patience=patience)

        assert (told.en, told.fr) == (expected.text.en, expected.text.fr)
        assert told.outcome == expected.outcome
        assert told.number == INSTALLED
        assert told.code
        found = search(station)
        assert "Meadow 0" in found
        assert "Lantern" not in found

    return check
