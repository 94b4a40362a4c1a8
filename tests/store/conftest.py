"""A file of what a worker keeps, in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tp_directory.store.kept import KeptFile


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the file is; a name that a URL would not leave as it is."""
    return tmp_path / "année 100%25 #1?" / "kept.sqlite"


@pytest.fixture
def kept_file(place: Path) -> Iterator[KeptFile]:
    file = KeptFile.open(place)
    yield file
    file.close()
