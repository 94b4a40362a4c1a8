"""An installation that is killed leaves the old edition or the new one, whole."""

import sys
from pathlib import Path

import pytest

from tests.updates.crashes import (
    NEW,
    OLD,
    STAGES,
    Crashes,
    Work,
    install_edited,
    install_whole,
    instants,
)
from tp_directory.core.updating import Stage

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills with SIGKILL")


@pytest.fixture(scope="module", params=[install_whole, install_edited])
def crashes(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Crashes:
    work: Work = request.param
    return Crashes(Path(tmp_path_factory.mktemp("crashes")), work)


@pytest.mark.parametrize("stage", STAGES)
def test_killed_at_a_stage(crashes: Crashes, stage: Stage) -> None:
    left = crashes.at(stage)

    assert left.is_survived
    assert left.number in ((NEW,) if stage is Stage.SWITCHED else (OLD, NEW))


@pytest.mark.parametrize("share", instants(8, seed=5))
def test_killed_at_any_instant(crashes: Crashes, share: float) -> None:
    left = crashes.after(share)

    assert left.is_survived
    assert left.number in (OLD, NEW)
