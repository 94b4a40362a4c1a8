"""Made-up HSDS records of any number, for measuring updates: no service in them exists.

Each is a bundled record under another id, with a sixth of its words drawn from all records and
the fictional numbers 555-01xx. They pass `check`. The same seed gives the same records.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

from tp_directory.exchange.hsds import Status
from tp_directory.exchange.records import read_lines, record_files

Record = dict[str, Any]  # JSON
_AREA_CODES = (204, 236, 250, 306, 403, 416, 418, 506, 514, 604, 613, 705, 709, 807, 867, 902)
_SHORTEST_NUMBER = 10


def records(folder: Path, count: int, seed: int = 1) -> Iterator[Record]:
    """`count` made-up records after those of a folder, one at a time."""
    chance = random.Random(seed)
    real = _real(folder)
    words = _Words(real)
    for number in range(count):
        made: Record = json.loads(json.dumps(chance.choice(real)))
        made["id"] = str(UUID(int=chance.getrandbits(128), version=4))
        made["slug"] = f"example-{number}"
        words.redescribe(made, chance)
        made["organization"]["name"] += f" Example {number % 5000}"
        for phone in made.get("phones", ()):
            if len(phone["number"]) >= _SHORTEST_NUMBER:
                area, line = chance.choice(_AREA_CODES), chance.randrange(100, 200)
                phone["number"] = f"+1-{area}-555-0{line}"
        yield made


def changed(made: Iterable[Record], share: float, folder: Path, seed: int = 2) -> Iterator[Record]:
    """The records with about a share of them, scattered over all, described anew."""
    chance = random.Random(seed)
    words = _Words(_real(folder))
    for record in made:
        if chance.random() < share:
            words.redescribe(record, chance)
        yield record


def _french(record: Record, field: str) -> Record:
    return next(each for each in record["translations"] if each["field"] == field)


def _real(folder: Path) -> list[Record]:
    lines = (line for file in record_files(folder) for _number, line in read_lines(file))
    return [each for each in map(json.loads, lines) if each["status"] == Status.ACTIVE]


class _Words:
    """The words that the real records describe services with."""

    def __init__(self, real: list[Record]) -> None:
        self._english = [word for each in real for word in each["description"].split()]
        self._french = [
            word for each in real for word in _french(each, "description")["text"].split()
        ]

    def redescribe(self, record: Record, chance: random.Random) -> None:
        """Draw some words of a record's name and description anew, in both languages."""
        for field in ("name", "description"):
            record[field] = _drawn(record[field], self._english, chance)
            translation = _french(record, field)
            translation["text"] = _drawn(translation["text"], self._french, chance)


def _drawn(text: str, words: list[str], chance: random.Random) -> str:
    return " ".join(w if chance.random() > 1 / 6 else chance.choice(words) for w in text.split())
