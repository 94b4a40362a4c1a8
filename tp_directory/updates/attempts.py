"""What updating remembers: how the last attempts ended, and a number that spreads the load.

Nothing of it is ever sent. Nothing in it tells of a person, of words typed or of services.
"""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

import msgspec

from tp_directory.core.errors import CannotWrite
from tp_directory.core.updating import Attempt

MOST_ATTEMPTS = 30
_ATTEMPTS, _SET_ASIDE = "attempts.json", "attempts.broken.json"
_NUMBER = "number.txt"
_NUMBER_BITS = 32


def read_attempts(memory: Path) -> tuple[Attempt, ...]:
    """The last attempts, the latest first; a file that cannot be read is set aside."""
    file = memory / _ATTEMPTS
    try:
        return msgspec.json.decode(file.read_bytes(), type=tuple[Attempt, ...])
    except FileNotFoundError:
        return ()
    except (OSError, msgspec.DecodeError, RecursionError):
        _set_aside(file)
        return ()


def add_attempt(attempt: Attempt, memory: Path) -> None:
    """Remember one more attempt, and forget those before the last MOST_ATTEMPTS.

    Raises:
        CannotWrite: the folder takes no file.
    """
    attempts = (attempt, *read_attempts(memory))[:MOST_ATTEMPTS]
    content = msgspec.json.format(msgspec.json.encode(attempts), indent=1)
    _write(memory / _ATTEMPTS, content)


def installation_number(memory: Path) -> int:
    """A random number of this installation, from which it takes its time of day for updates.

    It is never sent. Where it cannot be kept, the next start has another.
    """
    file = memory / _NUMBER
    try:
        return int(file.read_text(encoding="ascii"))
    except (OSError, ValueError):
        number = secrets.randbits(_NUMBER_BITS)
    try:
        _write(file, str(number).encode("ascii"))
    except CannotWrite:
        return number
    return number


def _write(file: Path, content: bytes) -> None:
    """Write a file so that whoever reads it meanwhile sees the old or the new one."""
    # Not by editions.disk: the window needs the attempts at its start, and not the store beside it.
    building = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        building.write_bytes(content)
        building.replace(file)
    except OSError as error:
        with suppress(OSError):
            building.unlink()
        raise CannotWrite(file.parent, error.strerror or str(error)) from error


def _set_aside(file: Path) -> None:
    try:
        file.replace(file.with_name(_SET_ASIDE))
    except OSError:
        return
