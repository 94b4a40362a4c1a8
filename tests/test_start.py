"""What the window's first picture does not wait for."""

from __future__ import annotations

import subprocess
import sys

LATE = {"alembic", "cryptography", "holidays", "pyxform", "sqlalchemy", "tantivy", "tuf", "urllib3"}


def test_the_window_is_loaded_without_what_only_the_directory_and_updates_need() -> None:
    loaded = "import sys, tp_directory.app.running; print(*sys.modules)"

    done = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, check=True, text=True
    )

    assert not LATE & set(done.stdout.split())
