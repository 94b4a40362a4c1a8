"""The five kinds of value that a formula has, and how each turns into another.

XPath 1.0, sections 3.4 and 4; ODK XForms specification, "XPath Functions": what is stored is text,
and number() reads dates. Where ODK's own engine leaves XPath 1.0, so do we: NaN is stored as an
empty text, and a number may be written as ECMAScript writes it (`1e+21`), or what was stored could
not be read back.
"""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from decimal import Decimal
from typing import Protocol

from tp_directory.core.bilingual import Text
from tp_directory.screening.xpath.dates import days_since_1970, moment_from

SPACE = " \t\r\n"
"""The characters that XPath 1.0 counts as space (3.7, ExprWhitespace)."""

MAX_TEXT = 10_000
"""Characters of a value: what `concat` of `concat` of … may grow to."""

_NUMBER = re.compile(
    r"[ \t\r\n]*([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)[ \t\r\n]*\Z", re.ASCII
)
_INFINITE = {"Infinity": math.inf, "-Infinity": -math.inf}


class ValueRefused(Exception):
    """A value cannot be computed; `text` says why, without a word of any value."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@dataclass(frozen=True, slots=True)
class Nodes:
    """The texts of the questions that a path leads to, in the order of the form."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or a time, which counts as a number of days since 1970 but is stored as text."""

    days: float
    text: str


Value = str | float | bool | Nodes | Moment
"""What a formula, or a part of it, gives."""


class Surroundings(Protocol):
    """What a function may ask of the session: the time now, and the zone of plain dates."""

    @property
    def zone(self) -> tzinfo:
        """The zone of dates that name none."""

    def now(self) -> datetime:
        """The time now, in that zone."""


Apply = Callable[[tuple[Value, ...], Surroundings], Value]
"""What a function of formulas does with the values of its arguments."""


def bounded(text: str) -> str:
    """Return the text.

    Raises:
        ValueRefused: it is longer than MAX_TEXT.
    """
    if len(text) > MAX_TEXT:
        raise ValueRefused(
            Text(
                f"its value is longer than {MAX_TEXT} characters.",
                f"sa valeur dépasse {MAX_TEXT} caractères.",
            )
        )
    return text


def singles(values: tuple[Value, ...]) -> list[Value]:
    """Return every node of the node-sets among the values, and every other value, in order."""
    found: list[Value] = []
    for value in values:
        found += value.texts if isinstance(value, Nodes) else (value,)
    return found


def number_text(number: float) -> str:
    """Write a number as ECMAScript does (Number::toString), except NaN, which is an empty text."""
    if math.isnan(number):
        return ""
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    if abs(number) < 2**53 and number.is_integer():
        return str(int(number))
    if 1e-6 <= abs(number) < 1e21:
        # The shortest digits that tell the number, then zeros: int() would make digits up.
        return format(Decimal(repr(number)), "f").removesuffix(".0")
    mantissa, _, exponent = repr(number).partition("e")
    return f"{mantissa.removesuffix('.0')}e{int(exponent):+d}"


def text_number(text: str, zone: tzinfo) -> float:
    """Read a number, or the days since 1970 of a date in `zone`; NaN where it is neither."""
    match = _NUMBER.match(text)
    if match:
        return float(match.group(1))
    if text in _INFINITE:
        return _INFINITE[text]
    moment = moment_from(text, zone)
    return math.nan if moment is None else days_since_1970(moment)


def to_text(value: Value) -> str:
    """XPath 1.0, string(): of a node-set, the text of its first node."""
    if isinstance(value, str):
        return value
    if isinstance(value, Nodes):
        return value.texts[0] if value.texts else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.text if isinstance(value, Moment) else number_text(value)


def to_number(value: Value, zone: tzinfo) -> float:
    """XPath 1.0, number(), which ODK XForms lets read dates too (of `zone` if they name none)."""
    if isinstance(value, bool):
        return 1.0 if value else 0.0
    if isinstance(value, float):
        return value
    if isinstance(value, Moment):
        return value.days
    return text_number(to_text(value), zone)


def to_boolean(value: Value) -> bool:
    """XPath 1.0, boolean(): a path is true as soon as it leads somewhere.

    So `${question}` alone is true even where it was not answered; authors write
    `${question} != ''`.
    """
    if isinstance(value, bool):
        return value
    if isinstance(value, Moment):
        return value.days != 0 and not math.isnan(value.days)
    if isinstance(value, float):
        return value != 0 and not math.isnan(value)
    if isinstance(value, Nodes):
        return bool(value.texts)
    return bool(value)


_EQUAL: dict[str, Callable[[object, object], bool]] = {"=": operator.eq, "!=": operator.ne}
_ORDER: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def compare(left: Value, sign: str, right: Value, zone: tzinfo) -> bool:
    """Compare by XPath 1.0, section 3.4: a node-set agrees when any of its nodes does."""
    if isinstance(left, bool) or isinstance(right, bool):
        if sign in _EQUAL:
            return _EQUAL[sign](to_boolean(left), to_boolean(right))
        return _ORDER[sign](to_number(left, zone), to_number(right, zone))
    if isinstance(left, Nodes):
        return any(compare(text, sign, right, zone) for text in left.texts)
    if isinstance(right, Nodes):
        return any(compare(left, sign, text, zone) for text in right.texts)
    if sign in _ORDER:
        return _ORDER[sign](to_number(left, zone), to_number(right, zone))
    if isinstance(left, str) and isinstance(right, str):
        return _EQUAL[sign](left, right)
    return _EQUAL[sign](to_number(left, zone), to_number(right, zone))
