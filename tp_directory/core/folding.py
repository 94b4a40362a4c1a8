"""Words without what never matters in a search: case, accents, ligatures and punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "Œ": "oe", "Æ": "ae", "ø": "o", "ß": "ss"})
_POSSESSIVE = re.compile(r"['\u2019]s\b")
_NOT_A_WORD = re.compile(r"[^0-9a-z]+")
_REMEMBERED = 8192  # the same few thousand words and places come again and again


@lru_cache(maxsize=_REMEMBERED)
def unaccented(words: str) -> str:
    """The words in lower case, without accents and with ligatures spelled out."""
    lowered = words.translate(_LIGATURES).lower()
    if lowered.isascii():
        return lowered
    parts = unicodedata.normalize("NFKD", lowered)
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


@lru_cache(maxsize=_REMEMBERED)
def fold(words: str) -> str:
    """A name as a key: unaccented, with one space for any punctuation.

    "St." is "saint" and a possessive has no apostrophe: "St. John's" is "saint johns".
    """
    bare = _NOT_A_WORD.sub(" ", _POSSESSIVE.sub("s", unaccented(words))).strip()
    if bare.startswith(("st ", "ste ")):
        head, _, tail = bare.partition(" ")
        return f"{'saint' if head == 'st' else 'sainte'} {tail}"
    return bare


def forget_words() -> None:
    """Let go of the words that were folded, which somebody may have typed."""
    unaccented.cache_clear()
    fold.cache_clear()
