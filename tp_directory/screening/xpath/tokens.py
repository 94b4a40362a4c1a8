"""Cuts a formula into tokens by the lexical rules of XPath 1.0, section 3.7."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum, auto

from tp_directory.core.bilingual import Text
from tp_directory.screening.faults import FormulaRefused

MAX_LENGTH = 50_000
"""Characters of a formula: some 500 questions counted one by one."""

_TOKEN = re.compile(
    r"""(?P<space>[ \t\r\n]+)
      | (?P<number>[0-9]+(?:\.[0-9]*)?|\.[0-9]+)
      | (?P<literal>'[^']*'|"[^"]*")
      | (?P<symbol>\.\.|::|//|!=|<=|>=|[/()\[\],@|+\-=<>*.])
      | (?P<name>[^\W\d][\w.\-]*(?::[^\W\d][\w.\-]*)?)
    """,
    re.VERBOSE,
)
_WORD_OPERATORS = frozenset({"and", "or", "div", "mod"})
_OPERATORS = frozenset("and or div mod * / // | + - = != < <= > >=".split())
_BEFORE_OPERAND = _OPERATORS | {"@", "::", "(", "[", ","}


class TokenKind(StrEnum):
    """What a token is; only an operator is told from a name by what stands before it."""

    NUMBER = auto()
    LITERAL = auto()
    NAME = auto()
    SYMBOL = auto()
    OPERATOR = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A token, and where it begins in the formula (characters, from 0)."""

    kind: TokenKind
    text: str
    position: int


def tokens_of(formula: str) -> tuple[Token, ...]:
    """Return the tokens, the last one being END.

    Raises:
        FormulaRefused: a character begins no token, or the formula is longer than MAX_LENGTH.
    """
    if len(formula) > MAX_LENGTH:
        raise FormulaRefused(
            formula,
            MAX_LENGTH,
            Text(
                f"it is longer than {MAX_LENGTH} characters.",
                f"elle dépasse {MAX_LENGTH} caractères.",
            ),
        )
    found: list[Token] = []
    position = 0
    while position < len(formula):
        match = _TOKEN.match(formula, position)
        if match is None:
            raise FormulaRefused(formula, position, _unknown(formula[position]))
        if match.lastgroup != "space":
            found.append(_token(match, found[-1] if found else None))
        position = match.end()
    found.append(Token(TokenKind.END, "", len(formula)))
    return tuple(found)


def _token(match: re.Match[str], before: Token | None) -> Token:
    text, position = match.group(), match.start()
    kind = TokenKind(match.lastgroup or "")
    # XPath 1.0, 3.7: after an operand, `*` multiplies and `and or div mod` are operators.
    after_operand = before is not None and not (
        before.kind is TokenKind.OPERATOR
        or (before.kind is TokenKind.SYMBOL and before.text in _BEFORE_OPERAND)
    )
    if kind is TokenKind.NAME and after_operand and text in _WORD_OPERATORS:
        kind = TokenKind.OPERATOR
    elif kind is TokenKind.SYMBOL and text in _OPERATORS and text not in {"/", "//"}:
        kind = TokenKind.OPERATOR if after_operand or text != "*" else TokenKind.SYMBOL
    return Token(kind, text, position)


def _unknown(character: str) -> Text:
    if character in "'\"":
        return Text("this text is never closed.", "ce texte n'est jamais refermé.")
    if character == "$":
        return Text(
            "${…} names no question here.",
            "${…} ne nomme aucune question ici.",
        )
    return Text(f"“{character}” means nothing here.", f"« {character} » n'a pas de sens ici.")
