"""What was typed on the command line and cannot be understood."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from tp_directory.core.bilingual import Text
from tp_directory.core.errors import DirectoryError
from tp_directory.core.folding import fold


class BadUse(DirectoryError):
    """The command line says something that means nothing here: type it as the text says."""


def near(words: str, names: Iterable[str], count: int = 3) -> tuple[str, ...]:
    """The names that somebody may have meant: alike in spelling, or containing the words."""
    by_key: dict[str, str] = {}
    for name in names:
        by_key.setdefault(fold(name), name)
    key = fold(words)
    keys = [
        *get_close_matches(key, by_key, count, cutoff=0.6),
        *(each for each in by_key if len(key) > 2 and key in each),
    ]
    return tuple(by_key[each] for each in dict.fromkeys(keys))[:count]


def unknown(option: str, words: str, choices: Iterable[str]) -> BadUse:
    """The refusal of a value, with the choices nearest to it."""
    named = ", ".join(choices)
    return BadUse(
        Text(
            f"{option} does not know “{words}”. Choices: {named}.",
            f"{option} ne connaît pas « {words} ». Choix : {named}.",
        )
    )
