"""A stand-in for the command that updates (a script that prints such lines), and a state."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tp_directory.core.bilingual import Text
from tp_directory.core.release import Changes
from tp_directory.core.updating import Attempt, Outcome, UpdateSetup
from tp_directory.ui.updates.update_state import UpdateState

Command = tuple[str, ...]
Script = Callable[[str], Command]

DONE = (
    '{"attempt": {"at": "2026-11-24T14:00:00+00:00", "outcome": "up_to_date", "number": 12, '
    '"source": "https://updates.example.org", '
    '"text": {"en": "Nothing new.", "fr": "Rien de nouveau."}}}'
)


NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)
FULL = UpdateState(
    setup=UpdateSetup(
        ("https://updates.example.org/a-long-path/of-a-mirror", "//server/share/tp-directory"),
        None,
        ("national", "on", "qc"),
    ),
    attempts=tuple(
        Attempt(
            (NOW - timedelta(hours=5 * each)).isoformat(),
            Outcome.UNREACHABLE,
            12,
            "https://updates.example.org/a-long-path/of-a-mirror",
            Text(
                "The server does not answer. The edition that was there is in use.",
                "Le serveur ne répond pas. L'édition qui était là reste en usage.",
            ),
        )
        for each in range(1, 31)
    ),
    next_at=NOW + timedelta(hours=3),
    previous=11,
    changes=Changes(removed=("example",)),
)
"""Updates that are set up, and have failed for a while."""


@pytest.fixture
def script(tmp_path: Path) -> Script:
    """Makes the command that runs some lines of Python, which have its arguments."""

    def make(lines: str) -> Command:
        file = tmp_path / "update.py"
        file.write_text(f"import sys, time\n{lines}\n", encoding="utf-8")
        return (sys.executable, str(file))

    return make


@pytest.fixture
def succeeding(script: Script) -> Command:
    """An update that takes three steps and finds nothing new."""
    return script(
        'print(\'{"stage": "checking", "done": 0, "total": 0}\')\n'
        'print(\'{"stage": "downloading", "done": 3, "total": 7}\')\n'
        f"print({DONE!r})"
    )


@pytest.fixture
def endless(script: Script) -> Command:
    """An update that does not end by itself."""
    return script('print(\'{"stage": "checking"}\', flush=True)\ntime.sleep(600)')
