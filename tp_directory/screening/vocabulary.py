"""The words that all checklists share: dimensions, ways of finding out, what every result says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import yaml

from tp_directory.core.bilingual import Text
from tp_directory.core.errors import CannotRead


class Manner(StrEnum):
    """How a worker finds out; the values stand in the column `kind` of a workbook."""

    OBSERVE = "observe"
    ASK = "ask"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What data/protocols/common.yaml says, as far as it is shown; `dimensions` by their codes."""

    manners: dict[Manner, Text]
    dimensions: dict[str, Text]
    disclaimer: Text
    data_rule: Text


def read_vocabulary(file: Path) -> Vocabulary:
    """Read the shared words.

    Raises:
        CannotRead: the file is missing, or lacks words that it must have.
    """
    try:
        record = yaml.safe_load(file.read_text(encoding="utf-8"))
        return Vocabulary(
            manners={Manner(name): _text(each) for name, each in record["kinds"].items()},
            dimensions={name: _text(each) for name, each in record["dimensions"].items()},
            disclaimer=_text(record["disclaimer"]),
            data_rule=_text(record["data_rule"]),
        )
    except OSError as error:
        raise CannotRead(file, error.strerror or str(error)) from error
    except (yaml.YAMLError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise CannotRead(file, str(error)) from error


def _text(record: dict[str, str]) -> Text:
    return Text(record["en"], record["fr"])
