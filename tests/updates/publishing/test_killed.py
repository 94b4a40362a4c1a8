from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
EACH_SO_MANY = 5  # of the steps are tried: another run begins with another one


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the steps are tried in forks")
def test_a_publisher_stopped_at_some_step_leaves_an_edition_whole_and_completes_it_later(
    tmp_path: Path,
) -> None:
    steps = str(random.randrange(EACH_SO_MANY)), str(EACH_SO_MANY)
    done = subprocess.run(
        [sys.executable, "-m", "tests.updates.publishing.killing", str(tmp_path), *steps],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )

    outcome = json.loads(done.stdout)
    assert not outcome["killed"]["failed"]
    assert not outcome["full"]["failed"]
    assert outcome["killed"]["tried"] > outcome["full"]["tried"] > 10 / EACH_SO_MANY
