"""Kills installations at any instant, and looks at what is left.

After each kill the program starts, its searches give the right hits of exactly one edition, and
the next installation completes. By hand, with 500 random instants and every stage:

    python -m tests.updates.crashes [--instants 500] [--seed 1]
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import NOW
from tests.editions.published import bundled_records, install_edition
from tp_directory import paths
from tp_directory.core.query import Query
from tp_directory.core.updating import Stage, UpdateStep
from tp_directory.directory import Directory
from tp_directory.editions import current
from tp_directory.exchange.fields import Part

OLD, NEW = 12, 13
STAGES = tuple(Stage)[tuple(Stage).index(Stage.ASSEMBLING) :]
_ROOT = Path(__file__).parents[2]
_QUERIES = (Query(limit=500), Query("shelter ", limit=500), Query("refuge ", limit=500))

Work = Callable[[Path], list[str]]
"""The command that brings the editions of a folder from OLD to NEW; it tells its steps on stdout.

Each line that it prints has the name of a stage in it, and is written at once.
"""


@dataclass(frozen=True, slots=True)
class Survival:
    """What was left after a kill: the number of the edition, and whether it is whole."""

    when: str
    number: int
    is_whole: bool
    is_completed: bool

    @property
    def is_survived(self) -> bool:
        """Whether nothing was lost."""
        return self.is_whole and self.is_completed


def records(number: int) -> list[Part]:
    """The records of an edition, sorted by id: the newer one has other ones, and one renamed."""
    bundled = bundled_records(paths.bundle().data)
    if number == OLD:
        return bundled[:150]
    return [bundled[0] | {"name": "Example shelter"}, *bundled[1:140], *bundled[150:170]]


def install_whole(editions: Path) -> list[str]:
    """Install all anew."""
    return [sys.executable, "-m", "tests.updates.crashes", "--child", str(editions)]


def install_edited(editions: Path) -> list[str]:
    """Install by editing a copy of the installed edition."""
    return [*install_whole(editions), "--edit"]


class Crashes:
    """Kills one kind of work again and again; knows what each edition must answer."""

    def __init__(self, folder: Path, work: Work) -> None:
        self._folder = folder
        self._work = work
        self._template = folder / "old"
        self._answers: dict[int, tuple[frozenset[str], ...]] = {}
        self._prepare()

    def at(self, stage: Stage) -> Survival:
        """Kill when a stage is told."""

        def reached(child: subprocess.Popen[str]) -> None:
            assert child.stdout is not None
            for line in child.stdout:
                if stage in line:
                    return

        return self._kill(f"at {stage}", reached)

    def after(self, share: float) -> Survival:
        """Kill after a share of the time that the work takes."""

        def slept(child: subprocess.Popen[str]) -> None:
            assert child.stdout is not None
            child.stdout.readline()  # from the first step on: loading Python is no part of it
            time.sleep(share * self._seconds)

        return self._kill(f"after {share:.3f} of the time", slept)

    def _kill(self, when: str, wait: Callable[[subprocess.Popen[str]], None]) -> Survival:
        editions = Path(shutil.copytree(self._template, self._folder / "editions"))
        try:
            child = self._start(editions)
            wait(child)
            child.kill()
            child.communicate()
            number, is_whole = self._look(editions)
            install_edition(editions, records(NEW), paths.bundle().data, NEW)
            return Survival(when, number, is_whole, self._look(editions) == (NEW, True))
        finally:
            shutil.rmtree(editions)

    def _start(self, editions: Path) -> subprocess.Popen[str]:
        return subprocess.Popen(self._work(editions), cwd=_ROOT, stdout=subprocess.PIPE, text=True)

    def _prepare(self) -> None:
        data = paths.bundle().data
        install_edition(self._template, records(OLD), data, OLD)
        self._answers[OLD] = self._asked(self._template)[1]
        editions = Path(shutil.copytree(self._template, self._folder / "editions"))
        child = self._start(editions)
        assert child.stdout is not None
        child.stdout.readline()
        start = time.monotonic()
        child.communicate()
        self._seconds = time.monotonic() - start
        if child.returncode:
            raise RuntimeError(f"the work itself fails: {child.returncode}")
        number, self._answers[NEW] = self._asked(editions)
        if number != NEW or self._answers[NEW] == self._answers[OLD]:
            raise RuntimeError("the work itself does not install the new edition")
        shutil.rmtree(editions)

    def _look(self, editions: Path) -> tuple[int, bool]:
        """The number of the edition that the program starts with, and whether it is that alone."""
        number, answers = self._asked(editions)
        return number, answers == self._answers.get(number)

    def _asked(self, editions: Path) -> tuple[int, tuple[frozenset[str], ...]]:
        opened = current(paths.bundle(), editions, clock=lambda: NOW, progress=lambda step: None)
        try:
            number = 0 if opened.notice else opened.directory.edition.number
            return number, tuple(_found(opened.directory, query) for query in _QUERIES)
        finally:
            opened.directory.close()


def _found(directory: Directory, query: Query) -> frozenset[str]:
    """What a search gives, of each hit its id and its name, and what the counts say."""
    results = directory.search(query)
    hits = {f"{hit.service.id} {hit.service.name.en}" for hit in results.hits}
    return frozenset((*hits, str(results.total), str(sorted(results.facets.need.items()))))


def instants(count: int, seed: int) -> Iterable[float]:
    """Random shares of the time that the work takes, and a little more."""
    chance = random.Random(seed)
    return [chance.uniform(0, 1.1) for _ in range(count)]


def _child(editions: Path, *, is_edited: bool) -> None:
    """Install NEW in this process, and tell each step."""

    def tell(step: UpdateStep) -> None:
        print(f"{step.stage} {step.done} {step.total}", flush=True)

    base = next(editions.glob(f"{OLD}-*")) if is_edited else None
    print(Stage.ASSEMBLING, flush=True)
    install_edition(editions, records(NEW), paths.bundle().data, NEW, base=base, progress=tell)


def main() -> int:
    """Kill as often as asked for, and print how much was survived."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--instants", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--edit", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        _child(options.child, is_edited=options.edit)
        return 0
    survivals: list[Survival] = []
    for work in (install_whole, install_edited):
        with tempfile.TemporaryDirectory() as folder:
            crashes = Crashes(Path(folder), work)
            survivals += [crashes.at(stage) for stage in STAGES]
            shares = instants(options.instants // 2, options.seed)
            survivals += [crashes.after(share) for share in shares]
    lost = [each for each in survivals if not each.is_survived]
    for each in lost:
        print(each)
    numbers = [each.number for each in survivals]
    print(f"{numbers.count(OLD)} times the old edition, {numbers.count(NEW)} times the new one")
    print(f"survived {len(survivals) - len(lost)} of {len(survivals)}")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
