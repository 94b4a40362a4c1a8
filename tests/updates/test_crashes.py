"""An update that is killed leaves the old edition or the new one, whole."""

import sys
from pathlib import Path

import pytest

from tests.updates.crashes import LITTLE, MUCH, NEW, OLD, Crashes, instants
from tp_directory.core.updating import Stage

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills with SIGKILL")


@pytest.fixture(scope="module")
def crashes(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Crashes]:
    """Updates that edit the old edition, and such that write all anew."""
    return {
        renamed: Crashes(Path(tmp_path_factory.mktemp("crashes")), renamed)
        for renamed in (LITTLE, MUCH)
    }


@pytest.mark.parametrize("stage", Stage)
def test_killed_at_a_stage(crashes: dict[int, Crashes], stage: Stage) -> None:
    left = crashes[LITTLE].at(stage)

    assert left.is_survived
    assert left.number in ((NEW,) if stage is Stage.SWITCHED else (OLD, NEW))


@pytest.mark.parametrize("share", instants(12, seed=5))
def test_killed_at_any_instant(crashes: dict[int, Crashes], share: float) -> None:
    left = crashes[MUCH].after(share)

    assert left.is_survived
    assert left.number in (OLD, NEW)
