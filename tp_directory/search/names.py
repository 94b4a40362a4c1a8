"""The alphabetical order of an edition's services, in each language."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.folding import unaccented

_PUNCTUATION = re.compile(r"\W")


class NamesData(msgspec.Struct, frozen=True):
    """What is stored: each service's row, and its rank by name; equal names share a rank."""

    rows: list[int]
    ranks: dict[Language, list[int]]


def ranked(names: Iterable[tuple[int, Text]]) -> NamesData:
    """The ranks of the names of the services in some rows, to be stored."""
    rows: list[int] = []
    keys: dict[Language, list[str]] = {language: [] for language in Language}
    for row, name in names:
        rows.append(row)
        for language, each in keys.items():
            each.append(sorting_key(name.best(language)))
    return NamesData(rows, {language: _ranks(each) for language, each in keys.items()})


def sorting_key(name: str) -> str:
    """A name as it is sorted: case and accents do not matter, any punctuation is a space."""
    return _PUNCTUATION.sub(" ", unaccented(name))


def _ranks(names: list[str]) -> list[int]:
    rank_of = {name: rank for rank, name in enumerate(sorted(set(names)))}
    return [rank_of[name] for name in names]
