"""Words to the stems that the index holds: English and French, typed with or without accents.

Accents are removed before stemming, in records and in queries alike, since workers leave them
out; French therefore has a light stemmer of its own that needs none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from whoosh.lang.porter2 import stem as porter2

from tp_directory.core.bilingual import Language
from tp_directory.core.folding import unaccented

_TOKEN = re.compile(r"[0-9a-z]+(?:'[0-9a-z]+)*")
_ELISIONS = frozenset("l d j qu n s m t c jusqu lorsqu puisqu quelqu presqu".split())

# Function words, which carry no topic in either language. "sans" stays ("sans papiers"), and so
# do "out" and "not".
_STOP_WORDS = frozenset(
    """a about am an and any are as at be by can do for from has have he her here him his how i if
    in into is it its me my of on or our she so some that the their them then there these they this
    those to us was we were what when where which who will with would you your
    au aux avec c ce ces cet cette chez comment d dans de des du elle elles en est et etre il ils
    j je l la le les leur leurs lui m ma mes mon n nos notre nous on ont ou par pour qu que quel
    quelle qui quoi s sa se ses son sont sur t ta tes ton tu un une vers vos votre vous y""".split()
)
# Words of asking rather than of topic: they raise a hit and are not required of it.
_ASKING_WORDS = frozenset(
    """find get getting help helps looking near nearby need needs please service services somebody
    someone tonight want wants
    aide aider besoin besoins cherche chercher pres quelqu quelque trouver veut veux soir""".split()
)
_ENGLISH_FORMS = {
    "center": "centre", "centers": "centre", "labor": "labour", "labors": "labour",
    "women": "woman", "men": "man", "children": "child", "people": "person", "youths": "youth",
    "behavior": "behaviour", "neighbor": "neighbour", "honor": "honour", "harbor": "harbour",
    "programme": "program", "programmes": "program", "enrol": "enroll", "cheque": "check",
    "johns": "johns",  # buyers of sex, not the John of St. John's
    "wives": "wife", "knives": "knife", "lives": "life", "teeth": "tooth", "feet": "foot",
}  # fmt: skip
# English words that the French stemmer would confuse with another word of the records.
_FRENCH_EXCEPTIONS = {"refugee": "refugee", "refugees": "refugee", "employee": "employee"}
_SHORTEST_STEM = 3


def tokens(text: str) -> list[str]:
    """The words of a text in order: lower case, no accents, elisions and possessives removed.

    "L'aide aux réfugiées" gives l'... -> ["aide", "aux", "refugiees"]; "women's" -> ["women"].
    """
    words: list[str] = []
    for written in _TOKEN.findall(unaccented(text.replace("\u2019", "'"))):
        if "'" not in written:
            words.append(written)
        else:
            words += _parts(written)[0]
    return words


@lru_cache(maxsize=512)  # the rows in sight, which are read again at each keystroke
def placed_topics(text: str) -> tuple[tuple[str, tuple[int, int]], ...]:
    """The tokens of a text that are topics, and from where to where each stands in it."""
    folded, origins = _folded(text)
    placed: list[tuple[str, tuple[int, int]]] = []
    for match in _TOKEN.finditer(folded):
        start = match.start()
        words, skipped = _parts(match[0])
        start += skipped
        for word in words:
            end = start + len(word)
            if is_topic(word):
                span = origins[start], max(origins[end], origins[end - 1] + 1)
                placed.append((word, span))
            start = end + 1
    return tuple(placed)


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """A text as its tokens are read, and where each of its letters comes from in the original.

    A ligature gives two letters, and an accent that is a letter of its own gives none.
    """
    if text.isascii():
        return text.lower(), range(len(text) + 1)
    letters = [unaccented(letter) for letter in text.replace("\u2019", "'")]
    origins = [at for at, given in enumerate(letters) for _letter in given]
    return "".join(letters), [*origins, len(text)]


def _parts(written: str) -> tuple[list[str], int]:
    """The words of one with apostrophes, and how much of it is skipped before the first."""
    parts, skipped = written.split("'"), 0
    if len(parts) > 1 and parts[0] in _ELISIONS:
        skipped = len(parts[0]) + 1
        parts = parts[1:]
    if len(parts) > 1 and parts[-1] in ("s", "t", "re", "ll", "ve", "d", "m"):
        parts = parts[:-1]
    return parts, skipped


def is_topic(word: str) -> bool:
    """Whether a token is worth indexing: neither a stop word nor a single letter."""
    return word not in _STOP_WORDS and (len(word) > 1 or word.isdigit())


def is_asking(word: str) -> bool:
    """Whether a token asks ("help", « besoin ») rather than names a topic."""
    return word in _ASKING_WORDS


def topics_of(words: Iterable[str], *, is_open: bool) -> tuple[list[str], list[str]]:
    """The topic tokens of words typed: those required of a hit, and asking ones that raise it.

    Where all of them ask, they are required. A last word that is still open may become a topic.
    """
    typed = [token for word in words for token in tokens(word)]
    open_word = typed[-1] if is_open and typed else None
    found = [token for token in typed if is_topic(token) or token is open_word]
    required = [token for token in found if not is_asking(token)] or found
    return required, [token for token in found if token not in required]


@lru_cache(maxsize=16384)  # more than the words of all records
def stem(word: str, language: Language) -> str:
    """The stem of a token in a language; both stemmers are meant for words without accents."""
    return _french_stem(word) if language is Language.FR else _english_stem(word)


def stems(text: str, language: Language) -> list[str]:
    """The stems of a text's topic words, in order."""
    return [stem(word, language) for word in tokens(text) if is_topic(word)]


def _english_stem(word: str) -> str:
    form = _ENGLISH_FORMS.get(word)
    return form if form == word else porter2(form or word)


def _french_stem(word: str) -> str:
    """A light stemmer for plural, feminine and participle forms.

    After Savoy's minimal and light French stemmers (UniNE, 1999), for words without accents:
    "refugiees", "refugie" -> "refugi"; "travailleuses", "travailleur" -> "travailleur".
    """
    if word in _FRENCH_EXCEPTIONS:
        return _FRENCH_EXCEPTIONS[word]
    if len(word) <= _SHORTEST_STEM or word.isdigit():
        return word
    if word.endswith("aux") and not word.endswith("eaux"):
        word = word[:-3] + "al"
    elif word.endswith(("s", "x")):
        word = word[:-1]
    while word.endswith("e") and len(word) > _SHORTEST_STEM:
        word = word[:-1]
    for ending, plain in (("eus", "eur"), ("tric", "teur"), ("if", "iv")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            word = word[: -len(ending)] + plain
    if word.endswith("er") and len(word) > _SHORTEST_STEM + 2:
        word = word[:-2]
    if len(word) > _SHORTEST_STEM + 1 and word[-1] == word[-2]:
        word = word[:-1]
    return word
