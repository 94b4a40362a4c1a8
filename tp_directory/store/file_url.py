"""How SQLAlchemy is told which file it may only read, whatever the names of its folders."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL

_ESCAPES = str.maketrans({"%": "%25", "?": "%3f", "#": "%23"})
"""What SQLite wants escaped in a path (https://sqlite.org/uri.html, section 3.1)."""


def read_only(file: Path) -> URL:
    """The URL of an edition's file, which SQLite then neither locks nor writes to."""
    return URL.create(
        "sqlite",
        database=f"file:{str(file).translate(_ESCAPES)}",
        query={"mode": "ro", "immutable": "1", "uri": "true"},
    )
