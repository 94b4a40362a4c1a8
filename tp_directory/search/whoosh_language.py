"""The part of the query language that is not plain words, parsed by Whoosh.

Whoosh takes 60 ms to load: a module of its own, so that a start with plain words does without.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from whoosh import qparser
from whoosh import query as whoosh_query
from whoosh.fields import ID, Schema

from tp_directory.search.expression import (
    AllOf,
    AnyOf,
    Expression,
    Field,
    FieldValue,
    Not,
    Phrase,
    Prefix,
    Words,
)

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
_BARE_WORD = re.compile(r"\w+")


def parse_language(text: str, fields: dict[str, Field]) -> Expression:
    """The tree of a text in the query language; `fields` are the known names of fields."""
    names = tuple(fields)
    try:
        return _Converter(fields).tree(_parser(names).parse(text, normalize=False))
    except IndexError:  # Whoosh's PrefixOperator fails on "NOT NOT word": then all is words
        return Words(tuple(_BARE_WORD.findall(text)))


@lru_cache(maxsize=1)
def _parser(names: tuple[str, ...]) -> qparser.QueryParser:
    schema = Schema(**{name: ID() for name in (_WORDS, *names)})
    plugins = [plugin() for plugin in _PLUGINS] + [qparser.OperatorsPlugin(**_OPERATORS)]
    return qparser.QueryParser(_WORDS, schema, plugins=plugins)


class _Converter:
    """Turns Whoosh's nodes into ours; knows the names of the fields."""

    def __init__(self, fields: dict[str, Field]) -> None:
        self._fields = fields

    def tree(self, node: whoosh_query.Query) -> Expression:
        match node:
            case whoosh_query.And():
                return _all_of(self.tree(part) for part in node.subqueries)
            case whoosh_query.Or():
                return AnyOf(tuple(self.tree(part) for part in node.subqueries))
            case whoosh_query.Not():
                return Not(self.tree(node.query))
            case whoosh_query.Phrase():
                text = " ".join(node.words)
                return self._field(node.fieldname, text) or Phrase(text)
            case whoosh_query.Prefix():
                return self._field(node.fieldname, node.text) or Prefix(node.text)
            case whoosh_query.Term():
                return self._field(node.fieldname, node.text) or Words((node.text,))
        return AllOf()

    def _field(self, name: str, value: str) -> FieldValue | None:
        return FieldValue(self._fields[name], value) if name in self._fields else None


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
