from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the steps are tried in forks")
def test_a_publisher_stopped_at_any_step_leaves_an_edition_whole_and_completes_it_later(
    tmp_path: Path,
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.updates.publishing.killing", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )

    outcome = json.loads(done.stdout)
    assert not outcome["killed"]["failed"]
    assert not outcome["full"]["failed"]
    assert outcome["killed"]["tried"] > outcome["full"]["tried"] > 10
