"""Whether an expression says anything: what says nothing must not be taken away by NOT."""

from __future__ import annotations

from tp_directory.search.analysis import is_topic, tokens
from tp_directory.search.codes import CodesOf
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


def says_nothing(expression: Expression, codes_of: CodesOf) -> bool:
    """Whether every service answers it, as none of its words or values has a meaning."""
    match expression:
        case Words(words):
            return not any(is_topic(token) for word in words for token in tokens(word))
        case Phrase(text):
            return not any(map(is_topic, tokens(text)))
        case Prefix(text) | FieldValue(Field.ORGANIZATION, text):
            return not tokens(text)
        case FieldValue(Field.CITY | Field.PHONE):
            return False
        case FieldValue(field, value):
            return not codes_of(field, value)
        case AllOf(parts):
            return all(says_nothing(part, codes_of) for part in parts)
        case AnyOf(parts):
            return any(says_nothing(part, codes_of) for part in parts)
        case Not(part):
            return says_nothing(part, codes_of)
