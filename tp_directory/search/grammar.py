"""The query language: from what is typed to a small tree; never an error, whatever is typed.

Words, "phrases", prefix*, AND OR NOT and ( ) — ET, OU, SAUF in French — fields such as `need:` or
`besoin:`, and phone numbers in any writing. What is no query language is words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from tp_directory.core.phones import digits, digits_of_letters
from tp_directory.search.analysis import is_topic, tokens
from tp_directory.search.expression import AllOf, AnyOf, Expression, Field, Words

_FIELDS = {
    "need": Field.NEED, "besoin": Field.NEED,
    "population": Field.POPULATION, "clientele": Field.POPULATION, "clientèle": Field.POPULATION,
    "province": Field.PROVINCE,
    "city": Field.CITY, "town": Field.CITY, "ville": Field.CITY,
    "language": Field.LANGUAGE, "langue": Field.LANGUAGE,
    "org": Field.ORGANIZATION, "organization": Field.ORGANIZATION,
    "organisme": Field.ORGANIZATION,
    "phone": Field.PHONE, "tel": Field.PHONE, "téléphone": Field.PHONE, "telephone": Field.PHONE,
}  # fmt: skip
_FIELD_NAME = re.compile(r"(?<!\S)(\w+)\s?:(?=\S)")
# A number by the shape of Canadian ones, from its sixth digit on: 833 900 1010, (833) 900-1010,
# +1.833.900.1010, 555-0123. Fewer digits are words, which find numbers that begin so as well;
# ages and years (16-24, 2024-2025) have another shape.
_BETWEEN = r"\)?[\s.\-\u2010\u2011]{0,3}"
_NUMBER = re.compile(
    rf"(?<![\w:/.])(?:\+?1{_BETWEEN})?"
    rf"\(?([2-9]\d\d{_BETWEEN}\d\d\d(?:{_BETWEEN}\d{{1,4}})?)(?![\w/])"
)
# A toll-free or 310 number spelled with letters: 1 866 APPELLE, 310-COPE.
_VANITY = re.compile(
    r"(?<!\w)(?:1[\s.-]*)?(?:8(?:00|33|44|55|66|77|88)[\s.-]*(?:[0-9A-Z][\s-]?){6,8}[A-Z]+"
    r"|310[\s.-]*[A-Z]{4})(?!\w)"
)
_PLAIN = re.compile(r"[^\"*():]*")  # nothing that the query language gives a meaning to
_EXCLUDING = frozenset({"NOT", "SAUF"})
_OPERATORS = _EXCLUDING | {"AND", "ET", "OR", "OU"}
_LONGEST = 400


@lru_cache(maxsize=2)  # one search parses its words more than once; no more is remembered
def parse(typed: str) -> Expression:
    """The tree of what was typed; never fails, whatever is typed.

    A last word without a space after it is open: it is still being typed.
    """
    text = " ".join(typed.replace("\x00", " ").split())[:_LONGEST]
    text = _FIELD_NAME.sub(_known_field, text)
    text = _VANITY.sub(_dialled, text)
    text = _NUMBER.sub(_phone_field, text)
    is_open = bool(text) and not typed[-1:].isspace()
    tree = _tree(text)
    return _with_open_end(tree) if is_open else tree


def _tree(text: str) -> Expression:
    words = tuple(text.split())
    if _PLAIN.fullmatch(text) and _OPERATORS.isdisjoint(words):
        return Words(words) if words else AllOf()
    # Loads Whoosh, which plain words do without.
    from tp_directory.search.whoosh_language import parse_language  # noqa: PLC0415

    return parse_language(" ".join(_reaching(words)), _FIELDS)


def _reaching(words: tuple[str, ...]) -> Iterator[str]:
    """The words without those between NOT and what it is about: "NOT for men" is NOT men."""
    is_excluding = False
    for word, following in pairwise((*words, ")")):
        is_last = following in _OPERATORS or following.startswith(")")
        if is_excluding and _is_filler(word) and not is_last:
            continue
        is_excluding = word in _EXCLUDING
        yield word


def _is_filler(word: str) -> bool:
    is_plain = bool(_PLAIN.fullmatch(word)) and word not in _OPERATORS
    return is_plain and not any(map(is_topic, tokens(word)))


def _known_field(match: re.Match[str]) -> str:
    name = match[1].lower()
    return f"{name}:" if name in _FIELDS else match[0]


def _phone_field(match: re.Match[str]) -> str:
    return f" phone:{digits(match[1])} "


def _dialled(match: re.Match[str]) -> str:
    return digits_of_letters(match[0])


def _with_open_end(tree: Expression) -> Expression:
    match tree:
        case Words(words):
            return Words(words, is_open=True)
        case AllOf(parts) if parts:
            return AllOf((*parts[:-1], _with_open_end(parts[-1])))
        case AnyOf(parts) if parts:
            return AnyOf((*parts[:-1], _with_open_end(parts[-1])))
    return tree
