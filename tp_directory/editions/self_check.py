"""Checks an edition that was made, before anything points to it."""

from __future__ import annotations

import random
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.errors import DirectoryError, EditionDamaged
from tp_directory.core.query import Query
from tp_directory.core.service import Service
from tp_directory.core.updating import Stage, UpdateStep
from tp_directory.directory import Directory
from tp_directory.editions.layout import DATA, INDEX, RECORDS, STORE
from tp_directory.editions.opening import open_edition
from tp_directory.editions.task import Task
from tp_directory.exchange.hsds import Status
from tp_directory.exchange.outlines import OUTLINES, read_outlines
from tp_directory.exchange.records import read_lines, stands_for
from tp_directory.exchange.shards import SUFFIX, known_by
from tp_directory.search.index import Index
from tp_directory.store.check import check_store

_SAMPLED_OF_A_SHARD = 20
_NAMES_SEARCHED = 10
_MOST_HITS = 1000


class CheckFailed(EditionDamaged):
    """A new edition is not what it should be: the one before goes on; tell the publisher."""

    def __init__(self, reason: Text) -> None:
        DirectoryError.__init__(
            self,
            Text(
                f"The new edition failed its check and was not installed ({reason.en}). "
                "The directory on this computer goes on as it was.",
                "La nouvelle édition n'a pas réussi sa vérification et n'a pas été installée "
                f"({reason.fr}). Le répertoire de cet ordinateur reste tel quel.",
            ),
        )


@dataclass(frozen=True, slots=True)
class _Shard:
    """What a shard's lines are: how many of each kind, and some of them."""

    active: int
    services: int
    closures: int
    sample: tuple[bytes, ...]


def check(task: Task) -> None:
    """Check that an edition in a workplace holds what its release and its records say, and answers.

    Raises:
        CheckFailed: something is wrong; the sentence names it.
        CannotRead, RecordsRefused, ShardDamaged: its data cannot be read.
    """
    folder, total = task.workplace, len(task.shards)
    task.progress(UpdateStep(Stage.TESTING, 0, total))
    try:
        read_outlines(folder / DATA / OUTLINES)
        contents = check_store(folder / STORE)
        if sorted(Index(folder / INDEX).rows()) != sorted(contents.rows):
            raise EditionDamaged(f"{INDEX} ≠ {STORE}")
        with closing(open_edition(folder, folder / DATA, clock=task.clock)) as directory:
            active = closures = 0
            sampled: list[Service] = []
            for done, name in enumerate(task.shards, start=1):
                shard = _read(folder / DATA / RECORDS / f"{name}{SUFFIX}")
                stated = task.release.shards[name]
                if (shard.services, shard.closures) != (stated.services, stated.closures):
                    raise EditionDamaged(name)
                active, closures = active + shard.active, closures + shard.closures
                sampled += _compared(shard.sample, directory)
                task.progress(UpdateStep(Stage.TESTING, done, total))
            if (active, closures) != (len(contents.rows), contents.closures):
                raise EditionDamaged(f"{STORE} ≠ {RECORDS}")
            _search(sampled, directory)
    except EditionDamaged as error:
        raise CheckFailed(Text(error.reason, error.reason)) from error


def _read(file: Path) -> _Shard:
    """Count the lines of a shard, and draw some; the same ones whenever it is the same file."""
    chance = random.Random(file.name)
    statuses = Counter[str]()
    sample: list[bytes] = []
    for at, line in read_lines(file):
        statuses[known_by(line).status] += 1
        if at <= _SAMPLED_OF_A_SHARD:
            sample.append(line)
        elif (place := chance.randrange(at)) < _SAMPLED_OF_A_SHARD:
            sample[place] = line
    closures = statuses[Status.DEFUNCT]
    services = statuses.total() - closures
    return _Shard(statuses[Status.ACTIVE], services, closures, tuple(sample))


def _compared(lines: tuple[bytes, ...], directory: Directory) -> list[Service]:
    """The services that lines stand for, which the edition has just so."""
    services: list[Service] = []
    for line in lines:
        expected = stands_for(line, directory.gazetteer)
        fate = directory.fate(known_by(line).id)
        if (fate.service or fate.closure) != expected:
            raise EditionDamaged(f"{STORE}: {known_by(line).id}")
        if isinstance(expected, Service):
            services.append(expected)
    return services


def _search(sampled: list[Service], directory: Directory) -> None:
    """Find services by their names, in both languages.

    Half of them suffice, lest a good edition be refused: more services than are looked at may
    share a name, and a name may be another town's. In the bundled directory all are found.
    """
    chosen = random.Random(len(sampled)).sample(sampled, min(len(sampled), _NAMES_SEARCHED))
    for language in Language:
        found = [
            service.id in {hit.service.id for hit in directory.page(query)}
            for service in chosen
            for query in (Query(service.name.best(language), language, limit=_MOST_HITS),)
        ]
        if 2 * sum(found) < len(found):
            raise EditionDamaged(f"{INDEX}: {language}")
