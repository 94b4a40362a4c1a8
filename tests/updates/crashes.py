"""Kills the command `update` at any instant, and looks at what is left.

After each kill the program starts, its searches give the right hits of exactly one edition, and
the next update completes. By hand, with 500 random instants and every stage:

    python -m tests.updates.crashes [--instants 500] [--seed 1]
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import NOW
from tests.updates.fictional import fictional
from tests.updates.repository import make_repository
from tp_directory import paths
from tp_directory.core.query import Query
from tp_directory.core.updating import Stage
from tp_directory.directory import Directory
from tp_directory.editions import current

OLD, NEW = 1, 2
LITTLE, MUCH = 10, 60
"""How many records the newer edition renames: few are edited in, many have all written anew."""
_RECORDS = 150
_ROOT = Path(__file__).parents[2]
_QUERIES = tuple(Query(words, limit=500) for words in ("", "Harbour ", "Meadow ", "refuge "))
Answers = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Survival:
    """What was left after a kill: an edition's number, whether it is whole, and what came next."""

    when: str
    number: int
    is_whole: bool
    is_completed: bool

    @property
    def is_survived(self) -> bool:
        """Whether nothing was lost."""
        return self.is_whole and self.is_completed


class Crashes:
    """A publisher of two editions, and workstations that are killed while they take the second.

    Knows what each edition must answer, and how long the update takes.
    """

    def __init__(self, folder: Path, renamed: int) -> None:
        self._folder = folder
        provinces = ("ON", "QC", "BC", None)
        records = [fictional(at, provinces[at % 4], "Harbour") for at in range(_RECORDS)]
        repository = make_repository(folder / "repository", records)
        self._root = folder / "root.json"
        self._root.write_bytes(repository.root)
        self._public = repository.public
        self._template = folder / "template"
        self._finish(self._template)
        for at in range(renamed):
            records[at] = fictional(at, provinces[at % 4], "Meadow")
        repository.publish(records)
        self._answers = {OLD: self._asked(self._template)[1]}
        home = self._home()
        start = time.monotonic()
        self._finish(home)
        self._seconds = time.monotonic() - start
        number, self._answers[NEW] = self._asked(home)
        shutil.rmtree(home)
        if number != NEW or self._answers[NEW] == self._answers[OLD]:
            raise RuntimeError("the second edition is not installed, or is like the first")

    def at(self, stage: Stage) -> Survival:
        """Kill when a stage is told."""

        def reached(child: subprocess.Popen[str]) -> None:
            assert child.stdout is not None
            for line in child.stdout:
                if f'"{stage}"' in line:
                    return
            raise RuntimeError(f"{stage} is never told")

        return self._kill(f"at {stage}", reached)

    def after(self, share: float) -> Survival:
        """Kill after a share of the time that the command takes."""
        return self._kill(f"after {share:.3f}", lambda child: time.sleep(share * self._seconds))

    def _kill(self, when: str, wait: Callable[[subprocess.Popen[str]], None]) -> Survival:
        home = self._home()
        try:
            with self._start(home) as child:
                wait(child)
                child.kill()
            number, answers = self._asked(home)
            self._finish(home)
            is_completed = self._asked(home) == (NEW, self._answers[NEW])
            return Survival(when, number, answers == self._answers.get(number), is_completed)
        finally:
            shutil.rmtree(home)

    def _home(self) -> Path:
        """A workstation that has the first edition."""
        return Path(shutil.copytree(self._template, self._folder / "home"))

    def _start(self, home: Path) -> subprocess.Popen[str]:
        """The real command, on what is published now."""
        command = [sys.executable, "-m", "tp_directory", "update", "--once", "--events"]
        named = ["--root", str(self._root), "--source", str(self._public)]
        own = {"HOME": str(home), "XDG_DATA_HOME": str(home), "XDG_CONFIG_HOME": str(home)}
        environment = {**os.environ, **own}
        return subprocess.Popen(
            [*command, *named], cwd=_ROOT, env=environment, stdout=subprocess.PIPE, text=True
        )

    def _finish(self, home: Path) -> None:
        with self._start(home) as child:
            told = child.communicate()[0]
        if child.returncode:
            raise RuntimeError(told)

    def _asked(self, home: Path) -> tuple[int, Answers]:
        """The number of the edition that the program starts with, and what it answers."""
        editions = home / "tp-directory" / "editions"
        opened = current(paths.bundle(), editions, clock=lambda: NOW, progress=lambda step: None)
        try:
            number = 0 if opened.notice else opened.directory.edition.number
            return number, tuple(_found(opened.directory, query) for query in _QUERIES)
        finally:
            opened.directory.close()


def _found(directory: Directory, query: Query) -> frozenset[str]:
    """What a search gives: of each hit its id and its name, and the counts."""
    results = directory.search(query)
    hits = {f"{hit.service.id} {hit.service.name.en}" for hit in results.hits}
    return frozenset((*hits, str(results.total), str(sorted(results.facets.province.items()))))


def instants(count: int, seed: int) -> list[float]:
    """Random shares of the time that the command takes, and a little more."""
    chance = random.Random(seed)
    return [chance.uniform(0, 1.1) for _ in range(count)]


def main() -> int:
    """Kill as often as asked for, and print how much was survived."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--instants", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    survivals: list[Survival] = []
    for renamed in (LITTLE, MUCH):
        with tempfile.TemporaryDirectory() as folder:
            crashes = Crashes(Path(folder), renamed)
            survivals += [crashes.at(stage) for stage in Stage]
            shares = instants(options.instants // 2, options.seed + renamed)
            for share in shares:
                survivals.append(crashes.after(share))
                print(f"{len(survivals)} tried", end="\r", file=sys.stderr, flush=True)
    lost = [each for each in survivals if not each.is_survived]
    for each in lost:
        print(each)
    numbers = [each.number for each in survivals]
    print(f"{numbers.count(OLD)} times the old edition, {numbers.count(NEW)} times the new one")
    print(f"survived {len(survivals) - len(lost)} of {len(survivals)}")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
