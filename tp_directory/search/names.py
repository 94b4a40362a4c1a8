"""The alphabetical order of an edition's services, in each language."""

from __future__ import annotations

import re

import msgspec

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.folding import unaccented

_PUNCTUATION = re.compile(r"\W")


class NamesData(msgspec.Struct, frozen=True):
    """What is stored: each service's row, and its rank by name; equal names share a rank."""

    rows: list[int]
    ranks: dict[Language, list[int]]


class NamesWriter:
    """Collects names while records are indexed."""

    def __init__(self) -> None:
        self._rows: list[int] = []
        self._names: dict[Language, list[str]] = {language: [] for language in Language}

    def add(self, row: int, name: Text) -> None:
        """Note the name of the service in a row."""
        self._rows.append(row)
        for language, names in self._names.items():
            names.append(sorting_key(name.best(language)))

    def data(self) -> NamesData:
        """The ranks of all names, to be stored."""
        return NamesData(
            self._rows, {language: _ranks(names) for language, names in self._names.items()}
        )


def sorting_key(name: str) -> str:
    """A name as it is sorted: case and accents do not matter, any punctuation is a space."""
    return _PUNCTUATION.sub(" ", unaccented(name))


def _ranks(names: list[str]) -> list[int]:
    rank_of = {name: rank for rank, name in enumerate(sorted(set(names)))}
    return [rank_of[name] for name in names]
