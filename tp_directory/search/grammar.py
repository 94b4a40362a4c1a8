"""The query language: what is typed, parsed by Whoosh into a small tree of our own.

Words, "phrases", prefix*, AND OR NOT and ( ) — ET, OU, SAUF in French — and fields such as
`need:` or `besoin:`. Anything typed has a meaning: what is no query language is words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from whoosh import qparser
from whoosh import query as whoosh_query
from whoosh.fields import ID, Schema

from tp_directory.core.phones import digits, digits_of_letters


class Field(StrEnum):
    """What a field of the query language asks about; the values are its English names."""

    NEED = "need"
    POPULATION = "population"
    PROVINCE = "province"
    CITY = "city"
    LANGUAGE = "language"
    ORGANIZATION = "org"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Words:
    """Words beside each other; `is_open` says that the last one is still being typed."""

    words: tuple[str, ...]
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in this order."""

    text: str


@dataclass(frozen=True, slots=True)
class Prefix:
    """Any word that begins so."""

    start: str


@dataclass(frozen=True, slots=True)
class FieldValue:
    """A value asked of a field, as typed."""

    field: Field
    value: str


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part must hold; no part at all means anything."""

    parts: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One part at least must hold."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part must not hold."""

    part: Expression


Expression = Words | Phrase | Prefix | FieldValue | AllOf | AnyOf | Not

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
_WORDS = "words"
_PLUGINS = (
    qparser.WhitespacePlugin,
    qparser.PhrasePlugin,
    qparser.FieldsPlugin,
    qparser.PrefixPlugin,
    qparser.GroupPlugin,
)
_OPERATORS = {
    "And": r"(?<=\s)(?:AND|ET)(?=\s)",
    "Or": r"(?<=\s)(?:OR|OU)(?=\s)",
    "Not": r"(?:^|(?<=[\s()]))(?:NOT|SAUF)(?=\s)",
    "AndNot": None,
    "AndMaybe": None,
    "Require": None,
}
_FIELD_NAME = re.compile(r"(?<!\S)(\w+)\s?:(?=\S)")
# A number of four digits or more in any writing: 833 900 1010, (833) 900-1010, +1.833.900.1010.
_NUMBER = re.compile(r"(?<![\w:/.])\+?\(?\d[\d().\-\s]{2,18}\d(?![\w/])")
# A toll-free or 310 number spelled with letters: 1 866 APPELLE, 310-COPE.
_VANITY = re.compile(
    r"(?<!\w)(?:1[\s.-]*)?(?:8(?:00|33|44|55|66|77|88)[\s.-]*(?:[0-9A-Z][\s-]?){6,8}[A-Z]+"
    r"|310[\s.-]*[A-Z]{4})(?!\w)"
)
_BARE_WORD = re.compile(r"\w+")
_FEWEST_DIGITS = 4
_LONGEST = 400


@lru_cache(maxsize=1)
def _parser() -> qparser.QueryParser:
    schema = Schema(**{name: ID() for name in (_WORDS, *_FIELDS)})
    plugins = [plugin() for plugin in _PLUGINS] + [qparser.OperatorsPlugin(**_OPERATORS)]
    return qparser.QueryParser(_WORDS, schema, plugins=plugins)


@lru_cache(maxsize=512)
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
    try:
        return _convert(_parser().parse(text, normalize=False))
    except IndexError:  # Whoosh's PrefixOperator fails on "NOT NOT word": then all is words
        return Words(tuple(_BARE_WORD.findall(text)))


def _known_field(match: re.Match[str]) -> str:
    name = match[1].lower()
    return f"{name}:" if name in _FIELDS else match[0]


def _phone_field(match: re.Match[str]) -> str:
    number = digits(match[0])
    return f" phone:{number} " if len(number) >= _FEWEST_DIGITS else match[0]


def _dialled(match: re.Match[str]) -> str:
    return digits_of_letters(match[0])


def _convert(node: whoosh_query.Query) -> Expression:
    match node:
        case whoosh_query.And():
            return _all_of(_convert(part) for part in node.subqueries)
        case whoosh_query.Or():
            return AnyOf(tuple(_convert(part) for part in node.subqueries))
        case whoosh_query.Not():
            return Not(_convert(node.query))
        case whoosh_query.Phrase():
            text = " ".join(node.words)
            return _field(node.fieldname, text) or Phrase(text)
        case whoosh_query.Prefix():
            return _field(node.fieldname, node.text) or Prefix(node.text)
        case whoosh_query.Term():
            return _field(node.fieldname, node.text) or Words((node.text,))
    return AllOf()


def _field(name: str, value: str) -> FieldValue | None:
    return FieldValue(_FIELDS[name], value) if name in _FIELDS else None


def _all_of(parts: Iterable[Expression]) -> Expression:
    """The parts with words beside each other joined, and nested alls opened."""
    joined: list[Expression] = []
    for part in parts:
        for each in part.parts if isinstance(part, AllOf) else (part,):
            last = joined[-1] if joined else None
            if isinstance(each, Words) and isinstance(last, Words):
                joined[-1] = Words(last.words + each.words)
            else:
                joined.append(each)
    return joined[0] if len(joined) == 1 else AllOf(tuple(joined))


def _with_open_end(tree: Expression) -> Expression:
    match tree:
        case Words(words):
            return Words(words, is_open=True)
        case AllOf(parts) if parts:
            return AllOf((*parts[:-1], _with_open_end(parts[-1])))
        case AnyOf(parts) if parts:
            return AnyOf((*parts[:-1], _with_open_end(parts[-1])))
    return tree
