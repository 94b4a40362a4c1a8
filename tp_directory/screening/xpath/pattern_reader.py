"""Reads a regular expression, in ECMAScript's language, into the states of a `Pattern`."""

from __future__ import annotations

from dataclasses import dataclass

from tp_directory.core.bilingual import Text
from tp_directory.screening.xpath.patterns import WORD, Pattern, PatternRefused, State, Test

MAX_STATES = 1_000
"""States of a pattern, after its repetitions were written out."""

_DIGITS = frozenset("0123456789")
_SPACE = frozenset("\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff") | frozenset(
    map(chr, range(0x2000, 0x200B))
)
_SETS = {"d": _DIGITS, "w": WORD, "s": _SPACE}
_CONTROLS = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "v": "\v", "0": "\0"}
_LINE_ENDS = "\n\r\u2028\u2029"


def pattern_of(expression: str) -> Pattern:
    """Read a regular expression.

    Raises:
        PatternRefused: it is broken, needs more than MAX_STATES states, or cannot be bounded.
    """
    return _Reader(expression).whole()


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a pattern under construction: where it begins, and its one open end."""

    start: int
    end: int


class _Reader:
    """Knows an expression, how far it was read, and the states so far."""

    def __init__(self, expression: str) -> None:
        self.expression = expression
        self.at = 0
        self.depth = 0
        self.states: list[State] = []

    def whole(self) -> Pattern:
        piece = self.choice()
        if self.at < len(self.expression):
            raise _broken()
        return Pattern(tuple(self.states), piece.start, piece.end)

    def peek(self, text: str) -> bool:
        return self.expression.startswith(text, self.at)

    def take(self) -> str:
        if self.at >= len(self.expression):
            raise _broken()
        self.at += 1
        return self.expression[self.at - 1]

    def state(self, test: Test | None = None, mark: str = "", ways: tuple[int, ...] = ()) -> int:
        if len(self.states) >= MAX_STATES:
            raise PatternRefused(
                Text(
                    "the pattern is too large; shorten it or its repetitions.",
                    "le motif est trop grand; raccourcissez-le ou réduisez ses répétitions.",
                )
            )
        self.states.append(State(test, mark, ways))
        return len(self.states) - 1

    def joined(self, first: _Piece, second: _Piece) -> _Piece:
        self.states[first.end].ways += (second.start,)
        return _Piece(first.start, second.end)

    def single(self, test: Test | None = None, mark: str = "") -> _Piece:
        end = self.state()
        return _Piece(self.state(test, mark, (end,)), end)

    def empty(self) -> _Piece:
        only = self.state()
        return _Piece(only, only)

    def choice(self) -> _Piece:
        self.depth += 1
        if self.depth > 50:
            raise PatternRefused(
                Text("the pattern is nested too deeply.", "le motif est trop imbriqué.")
            )
        ways = [self.sequence()]
        while self.peek("|"):
            self.at += 1
            ways.append(self.sequence())
        self.depth -= 1
        if len(ways) == 1:
            return ways[0]
        end = self.state()
        for way in ways:
            self.states[way.end].ways += (end,)
        return _Piece(self.state(ways=tuple(way.start for way in ways)), end)

    def sequence(self) -> _Piece:
        piece = self.empty()
        while self.at < len(self.expression) and not self.peek("|") and not self.peek(")"):
            piece = self.joined(piece, self.repeated())
        return piece

    def repeated(self) -> _Piece:
        begin = self.at
        piece = self.atom()
        after = self.at
        least, most = self.times()
        if (least, most) == (1, 1):
            return piece
        is_mark = self.expression[begin] in "^$" or self.expression[begin : begin + 2] in (
            "\\b",
            "\\B",
        )
        if is_mark or (most is not None and least > most):
            raise _broken()
        rest = self.at
        unused = [piece]

        def copy() -> _Piece:
            return unused.pop() if unused else self.again(begin, after)

        made = self.empty()
        for _ in range(least):
            made = self.joined(made, copy())
        if most is None:
            loop = copy()
            end = self.state()
            fork = self.state(ways=(loop.start, end))
            self.states[loop.end].ways += (fork,)
            made = self.joined(made, _Piece(fork, end))
        else:
            end = self.state()
            for _ in range(most - least):
                self.states[made.end].ways += (end,)
                made = self.joined(made, copy())
            self.states[made.end].ways += (end,)
            made = _Piece(made.start, end)
        self.at = rest
        return made

    def again(self, begin: int, after: int) -> _Piece:
        """Read the atom between the two places once more: each repetition has its own states."""
        self.at = begin
        piece = self.atom()
        if self.at != after:
            raise _broken()
        return piece

    def times(self) -> tuple[int, int | None]:
        simple: dict[str, tuple[int, int | None]] = {"*": (0, None), "+": (1, None), "?": (0, 1)}
        sign = self.expression[self.at : self.at + 1]
        found: tuple[int, int | None] = (1, 1)
        if sign in simple:
            self.at += 1
            found = simple[sign]
        elif sign == "{":
            inside, closing, _ = self.expression[self.at + 1 :].partition("}")
            least, comma, most = inside.partition(",")
            if not closing or not _is_count(least) or (most and not _is_count(most)):
                raise _broken()
            self.at += len(inside) + 2
            last = int(most) if most else None if comma else int(least)
            found = (int(least), last)
        else:
            return found
        if self.peek("?"):
            self.at += 1
        if self.expression[self.at : self.at + 1] in ("*", "+", "?", "{"):
            raise _broken()
        return found

    def atom(self) -> _Piece:
        sign = self.take()
        if sign == "(":
            return self.group()
        if sign == "[":
            return self.single(self.character_class())
        if sign == ".":
            return self.single(lambda each: each not in _LINE_ENDS)
        if sign in "^$":
            return self.single(mark=sign)
        if sign == "\\":
            if self.peek("b") or self.peek("B"):
                return self.single(mark=self.take())
            return self.single(self.escape())
        if sign in "*+?{})":
            raise _broken()
        return self.single(_same(sign))

    def group(self) -> _Piece:
        if self.peek("?:"):
            self.at += 2
        elif self.peek("?"):
            raise PatternRefused(
                Text(
                    "looking ahead or behind and named groups are not supported.",
                    "la recherche avant ou arrière et les groupes nommés ne sont pas admis.",
                )
            )
        piece = self.choice()
        if self.take() != ")":
            raise _broken()
        return piece

    def escape(self) -> Test:
        sign = self.take()
        if sign.lower() in _SETS:
            members = _SETS[sign.lower()]
            return members.__contains__ if sign.islower() else lambda each: each not in members
        return _same(self.escaped(sign))

    def escaped(self, sign: str) -> str:
        if sign in _CONTROLS:
            return _CONTROLS[sign]
        if sign in "xu":
            length = 2 if sign == "x" else 4
            digits = self.expression[self.at : self.at + length]
            if len(digits) != length or not all(
                each in "0123456789abcdefABCDEF" for each in digits
            ):
                raise _broken()
            self.at += length
            return chr(int(digits, 16))
        if sign in WORD:
            raise PatternRefused(
                Text(
                    "a back reference, or an escaped letter without a meaning, is not supported.",
                    "une référence arrière, ou une lettre échappée sans signification, n'est pas "
                    "admise.",
                )
            )
        return sign

    def character_class(self) -> Test:
        is_negated = self.peek("^")
        self.at += is_negated
        tests: list[Test] = []
        while not self.peek("]"):
            low, test = self.member()
            if test is not None:
                tests.append(test)
                continue
            if self.peek("-") and not self.peek("-]"):
                self.at += 1
                high, test = self.member()
                if test is not None or high < low:
                    raise _broken()
                tests.append(_between(low, high))
            else:
                tests.append(_same(low))
        self.at += 1
        return lambda each: any(test(each) for test in tests) != is_negated

    def member(self) -> tuple[str, Test | None]:
        sign = self.take()
        if sign != "\\":
            return sign, None
        if self.expression[self.at : self.at + 1].lower() in _SETS:
            return "", self.escape()
        following = self.take()
        return ("\b" if following == "b" else self.escaped(following)), None


def _same(sign: str) -> Test:
    return lambda each: each == sign


def _between(low: str, high: str) -> Test:
    return lambda each: low <= each <= high


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 4


def _broken() -> PatternRefused:
    return PatternRefused(Text("the pattern is broken.", "le motif est mal formé."))
