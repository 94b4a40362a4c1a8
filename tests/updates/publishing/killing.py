"""Kills a publisher before every change of what is served, and fills its disk at every new file.

Run as a program: `python -m tests.updates.publishing.killing FOLDER [FIRST EACH]` prints what
survived, as JSON: every step, or only each so many from a first one on. It forks, which a process
with threads should not do, and adds audit hooks, which cannot be taken away.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from tests.updates.repository import Record, Repository, make_repository, real_records
from tp_directory.core.errors import CannotWrite
from tp_directory.updates.errors import UpdateFailed
from tp_directory.updates.publishing.repository import Repository as Publisher
from tp_directory.updates.publishing.verifying import verify
from tp_directory.updates.sources import FolderSource

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
STOPPED, ENDED, WRONG = 11, 0, 12  # exit codes of a child


def main(folder: Path, begin: int = 0, each_so_many: int = 1) -> None:
    """Try steps in both ways and print how often what was published stayed whole."""
    every = real_records()
    records = [each for each in every if each["coverage"]["provinces"] in (["PE"], ["ON"])][:30]
    first = make_repository(folder / "first", records, partners=("on",), now=NOW)
    for each in records:
        each["url"] = "https://example.org/changed"
    outcome = {
        name: _try_steps(first, records, folder / name, stop, count(begin, each_so_many))
        for name, stop in (("killed", _kill), ("full", _fill))
    }
    print(json.dumps(outcome))


def _try_steps(
    first: Repository,
    records: list[Record],
    folder: Path,
    stop: Callable[[], None],
    steps: Iterator[int],
) -> dict[str, object]:
    tried, failed, is_over = 0, [], False
    while not is_over:
        step = next(steps)
        copy = folder / str(step)
        shutil.copytree(first.publisher.folder, copy)
        repository = replace(first, publisher=Publisher(copy))
        code = _publish_in_child(repository, records, step, stop)
        is_over = code == ENDED
        expected = ENDED if is_over else -signal.SIGKILL if stop is _kill else STOPPED
        numbers = [_seen(repository)]
        repository.publish(records)
        numbers.append(_seen(repository))
        if code != expected or numbers[0] not in (1, 2) or numbers[1] != 2:
            failed.append({"step": step, "code": code, "editions": numbers})
        tried += 1
        shutil.rmtree(copy)
    return {"tried": tried, "failed": failed}


def _publish_in_child(
    repository: Repository, records: list[Record], step: int, stop: Callable[[], None]
) -> int:
    """Publish in another process that is stopped at a step; gives how it ended."""
    child = os.fork()
    if child == 0:
        try:
            _stop_at(step, repository.publisher.folder, stop)
            repository.publish(records)
            os._exit(ENDED)
        except CannotWrite:
            os._exit(STOPPED)
        finally:
            os._exit(WRONG)
    _pid, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def _stop_at(step: int, folder: Path, stop: Callable[[], None]) -> None:
    """Have this process stopped before it changes for the nth time what is served or waits."""
    met = 0

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal met
        path = str(arguments[0]) if arguments else ""
        if path.startswith((str(folder / "public"), str(folder / "staged"))) and (
            (event == "open" and _creates(arguments))
            or (stop is _kill and event in ("os.rename", "os.remove"))
        ):
            met += 1
            if met > step:
                stop()

    sys.addaudithook(watch)


def _creates(arguments: tuple[object, ...]) -> bool:
    flags = arguments[2]
    return isinstance(flags, int) and bool(flags & os.O_CREAT)


def _kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _fill() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _seen(repository: Repository) -> int:
    """The number of the edition that is seen from the outside; 0 if it is not whole."""
    source = FolderSource(str(repository.public))
    with tempfile.TemporaryDirectory() as memory:
        try:
            found = verify(source, repository.root, Path(memory), NOW, lambda done, total: None)
        except UpdateFailed:
            return 0
    return found.release.number


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
