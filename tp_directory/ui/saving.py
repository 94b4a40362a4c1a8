"""Writes a file where the worker said."""

from __future__ import annotations

import os
from pathlib import Path

from tp_directory.core.errors import CannotWrite


def write(file: Path, content: bytes) -> None:
    """Write a file, in place of one that the worker has agreed to lose.

    Raises:
        CannotWrite: its folder is missing or takes no file.
    """
    try:
        file.write_bytes(content)
    except OSError as error:
        raise CannotWrite(file.parent, error.strerror or os.strerror(error.errno or 0)) from error
