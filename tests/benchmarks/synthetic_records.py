"""Made-up HSDS records of any number, for measuring updates: no service in them exists.

Each is a bundled record under another id, with a sixth of its words drawn from all records and
the fictional numbers 555-01xx. They pass `check`. The same seed gives the same records.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
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
    lines = [line for file in record_files(folder) for _number, line in read_lines(file)]
    real = [json.loads(line) for line in lines]
    real = [each for each in real if each["status"] == Status.ACTIVE]
    english = [word for each in real for word in each["description"].split()]
    french = [word for each in real for word in _french(each, "description")["text"].split()]
    for number in range(count):
        made = json.loads(json.dumps(chance.choice(real)))
        made["id"] = str(UUID(int=chance.getrandbits(128), version=4))
        made["slug"] = f"example-{number}"
        redescribe(made, chance, english, french)
        made["organization"]["name"] += f" Example {number % 5000}"
        for phone in made.get("phones", ()):
            if len(phone["number"]) >= _SHORTEST_NUMBER:
                area, line = chance.choice(_AREA_CODES), chance.randrange(100, 200)
                phone["number"] = f"+1-{area}-555-0{line}"
        yield made


def redescribe(
    record: Record, chance: random.Random, english: list[str], french: list[str]
) -> None:
    """Draw some of the words of a record's name and description anew, in both languages."""
    for field in ("name", "description"):
        record[field] = _drawn(record[field], english, chance)
        translation = _french(record, field)
        translation["text"] = _drawn(translation["text"], french, chance)


def changed(made: list[Record], share: float, seed: int = 2) -> list[Record]:
    """The records with a share of them, scattered over all, described anew."""
    chance = random.Random(seed)
    words = [word for each in made[:500] for word in each["description"].split()]
    mots = [word for each in made[:500] for word in _french(each, "description")["text"].split()]
    chosen = set(chance.sample(range(len(made)), round(len(made) * share)))
    after = []
    for at, record in enumerate(made):
        kept = record
        if at in chosen:
            kept = json.loads(json.dumps(record))
            redescribe(kept, chance, words, mots)
        after.append(kept)
    return after


def _french(record: Record, field: str) -> Record:
    return next(each for each in record["translations"] if each["field"] == field)


def _drawn(text: str, words: list[str], chance: random.Random) -> str:
    return " ".join(w if chance.random() > 1 / 6 else chance.choice(words) for w in text.split())
