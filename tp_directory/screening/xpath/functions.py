"""The functions of ODK XForms that need neither a device nor a network.

`FUNCTIONS` is the one table of them: the evaluator and the documentation read it. `section` is the
anchor in https://getodk.github.io/xforms-spec/#xpath-functions. What a formula may not evaluate
beforehand (`if`, `coalesce`, `once`, `position`) is built by `build`.
"""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import reduce
from typing import Protocol

from tp_directory.screening.xpath import dates
from tp_directory.screening.xpath.patterns import pattern_of
from tp_directory.screening.xpath.values import (
    Moment,
    Nodes,
    Value,
    to_boolean,
    to_number,
    to_text,
)

_SPACE = " \t\r\n"
_SPACES = re.compile(r"[ \t\r\n]+")


class Surroundings(Protocol):
    """What a function may ask of the session: the time now, and the zone of plain dates."""

    @property
    def zone(self) -> tzinfo:
        """The zone of dates that name none."""

    def now(self) -> datetime:
        """The time now, in that zone."""


@dataclass(frozen=True, slots=True)
class Function:
    """A function: how many arguments it takes (`most` None: any number) and what it does."""

    name: str
    least: int
    most: int | None
    apply: Callable[[tuple[Value, ...], Surroundings], Value]

    @property
    def section(self) -> str:
        """Its anchor in the ODK XForms specification."""
        return f"fn:{self.name}"


def _texts(values: tuple[Value, ...]) -> Iterator[str]:
    """All texts of all values: every node of a node-set, as concat() and join() take them."""
    for value in values:
        if isinstance(value, Nodes):
            yield from value.texts
        else:
            yield to_text(value)


def _numbers(values: tuple[Value, ...], zone: tzinfo) -> list[float]:
    found: list[float] = []
    for value in values:
        each = value.texts if isinstance(value, Nodes) else (value,)
        found += [to_number(single, zone) for single in each]
    return found


def _parts(text: str) -> list[str]:
    """The parts of a space-separated list; an empty text has one part, empty, as in ODK."""
    return _SPACES.split(text.strip(_SPACE))


def _whole(value: Value) -> int | None:
    """A number of characters or an index: what stands before the decimal point, if anything."""
    match = re.match(r"\s*[+-]?\d{1,15}", to_text(value), re.ASCII)
    return int(match.group()) if match else None


def _substr(values: tuple[Value, ...], _: Surroundings) -> Value:
    text = to_text(values[0])
    start = _whole(values[1])
    end = len(text) if len(values) == 2 else _whole(values[2])
    if start is None or end is None:
        return ""
    start, end = (
        min(max(0, each + len(text) if each < 0 else each), len(text)) for each in (start, end)
    )
    return text[start:end] if start <= end else ""


def _translate(values: tuple[Value, ...], _: Surroundings) -> Value:
    text, old, new = map(to_text, values)
    table: dict[int, str] = {}
    for index, each in enumerate(old):
        table.setdefault(ord(each), new[index : index + 1])
    return text.translate(table)


def _before(values: tuple[Value, ...], _: Surroundings) -> Value:
    text, mark = map(to_text, values)
    return text.partition(mark)[0] if mark and mark in text else ""


def _after(values: tuple[Value, ...], _: Surroundings) -> Value:
    text, mark = map(to_text, values)
    return text.partition(mark)[2] if mark else text


def _normalized(values: tuple[Value, ...], _: Surroundings) -> Value:
    return _SPACES.sub(" ", to_text(values[0]).strip(_SPACE))


def _regex(values: tuple[Value, ...], _: Surroundings) -> Value:
    return pattern_of(to_text(values[1])).is_in(to_text(values[0]))


def _count_selected(values: tuple[Value, ...], _: Surroundings) -> Value:
    return float(len(to_text(values[0]).split()))


def _selected(values: tuple[Value, ...], _: Surroundings) -> Value:
    return to_text(values[1]).strip(_SPACE) in _parts(to_text(values[0]))


def _selected_at(values: tuple[Value, ...], _: Surroundings) -> Value:
    parts, index = _parts(to_text(values[0])), _whole(values[1])
    return parts[index] if index is not None and 0 <= index < len(parts) else ""


def _checklist(values: tuple[Value, ...], around: Surroundings) -> Value:
    total = sum(1.0 for each in _singles(values[2:]) if _is_ticked(each))
    return _in_range(values, total, around)


def _weighted_checklist(values: tuple[Value, ...], around: Surroundings) -> Value:
    singles = _singles(values[2:])
    total = sum(
        to_number(weight, around.zone)
        for each, weight in zip(singles[::2], singles[1::2], strict=False)
        if _is_ticked(each)
    )
    return _in_range(values, total, around)


def _singles(values: tuple[Value, ...]) -> list[Value]:
    found: list[Value] = []
    for value in values:
        found += value.texts if isinstance(value, Nodes) else (value,)
    return found


def _is_ticked(value: Value) -> bool:
    """Whether a part of a checklist counts: a blank answer does not."""
    return bool(value.strip(_SPACE)) if isinstance(value, str) else to_boolean(value)


def _in_range(values: tuple[Value, ...], total: float, around: Surroundings) -> bool:
    least, most = to_number(values[0], around.zone), to_number(values[1], around.zone)
    return (least == -1 or total >= least) and (most == -1 or total <= most)


def _sum(values: tuple[Value, ...], around: Surroundings) -> Value:
    # Not sum(): from Python 3.12 on it rounds in another way than ODK's engine does.
    numbers = _numbers(values, around.zone)
    return reduce(operator.add, numbers) if numbers else math.nan


def _extreme(
    choose: Callable[[list[float]], float],
) -> Callable[[tuple[Value, ...], Surroundings], Value]:
    def apply(values: tuple[Value, ...], around: Surroundings) -> Value:
        numbers = _numbers(values, around.zone)
        if not numbers or any(map(math.isnan, numbers)):
            return math.nan
        return choose(numbers)

    return apply


def _round(values: tuple[Value, ...], around: Surroundings) -> Value:
    number = to_number(values[0], around.zone)
    decimals = to_number(values[1], around.zone) if len(values) == 2 else 0.0
    if not math.isfinite(number) or math.isnan(decimals):
        return number if not math.isnan(decimals) else math.nan
    if abs(decimals) > 300:
        return number if decimals > 0 else 0.0
    scale = 10.0**decimals
    shifted = abs(number) * scale
    if not math.isfinite(shifted):
        return number
    return math.copysign(math.floor(shifted + 0.5) / scale, number)


def _int(values: tuple[Value, ...], around: Surroundings) -> Value:
    number = to_number(values[0], around.zone)
    return float(math.trunc(number)) if math.isfinite(number) else number


def _number(values: tuple[Value, ...], around: Surroundings) -> Value:
    """number() of a date is a whole number of days where it is stored, as in ODK's engine."""
    number = to_number(values[0], around.zone)
    if isinstance(values[0], str | Nodes) and dates.moment_from(to_text(values[0]), around.zone):
        return Moment(number, str(math.floor(number)))
    return number


def _math(apply: Callable[..., float]) -> Callable[[tuple[Value, ...], Surroundings], Value]:
    """A function of numbers: NaN outside what it is defined for, infinite where it overflows."""

    def applied(values: tuple[Value, ...], around: Surroundings) -> Value:
        numbers = [to_number(each, around.zone) for each in values]
        if any(map(math.isnan, numbers)):
            return math.nan
        try:
            return float(apply(*numbers))
        except OverflowError:
            return math.inf
        except (ValueError, ZeroDivisionError):
            return math.nan

    return applied


def _log(of: Callable[[float], float]) -> Callable[[float], float]:
    return lambda number: -math.inf if number == 0 else of(number)


def _pow(base: float, power: float) -> float:
    """ECMAScript's Number::exponentiate: 0 to a negative power is infinite, 1 to infinity NaN."""
    if math.isinf(power) and abs(base) == 1:
        return math.nan
    is_odd = power.is_integer() and power % 2 == 1
    if base == 0 and power < 0:
        return math.copysign(math.inf, base) if is_odd else math.inf
    try:
        return math.pow(base, power)
    except OverflowError:
        return -math.inf if base < 0 and is_odd else math.inf


def _today(_: tuple[Value, ...], around: Surroundings) -> Value:
    now = around.now()
    return _as_moment(now.replace(hour=0, minute=0, second=0, microsecond=0))


def _now(_: tuple[Value, ...], around: Surroundings) -> Value:
    now = around.now()
    return Moment(dates.days_since_1970(now), dates.moment_text(now))


def _as_moment(moment: datetime | None) -> Value:
    if moment is None:
        return ""
    return Moment(dates.days_since_1970(moment), dates.moment_text(moment))


def _date(values: tuple[Value, ...], around: Surroundings) -> Value:
    """date() of what is no date is empty; ODK's engine stores the words `Invalid Date`."""
    value = values[0]
    if isinstance(value, bool):
        return ""
    if isinstance(value, float | Moment):
        return _as_moment(dates.moment_of_days(to_number(value, around.zone), around.zone))
    return _as_moment(dates.lenient_moment_from(to_text(value), around.zone))


def _decimal_date_time(values: tuple[Value, ...], around: Surroundings) -> Value:
    value = values[0]
    if isinstance(value, bool):
        return math.nan
    if isinstance(value, float | Moment):
        return to_number(value, around.zone)
    moment = dates.moment_from(to_text(value), around.zone)
    return math.nan if moment is None else dates.days_since_1970(moment)


def _decimal_time(values: tuple[Value, ...], around: Surroundings) -> Value:
    return dates.day_fraction(to_text(values[0]), around.zone)


def _formatted(values: tuple[Value, ...], around: Surroundings) -> Value:
    moment = dates.moment_from(to_text(values[0]), around.zone)
    return "" if moment is None else dates.formatted(moment, to_text(values[1]))


def _count(values: tuple[Value, ...], _: Surroundings) -> Value:
    return float(len(values[0].texts)) if isinstance(values[0], Nodes) else math.nan


def _count_non_empty(values: tuple[Value, ...], _: Surroundings) -> Value:
    texts = values[0].texts if isinstance(values[0], Nodes) else ()
    return float(sum(1 for each in texts if each))


_ALL = (
    # String functions
    Function("string", 1, 1, lambda values, _: to_text(values[0])),
    Function("concat", 0, None, lambda values, _: "".join(_texts(values))),
    Function("join", 1, None, lambda values, _: to_text(values[0]).join(_texts(values[1:]))),
    Function("substr", 2, 3, _substr),
    Function("substring-before", 2, 2, _before),
    Function("substring-after", 2, 2, _after),
    Function("translate", 3, 3, _translate),
    Function("string-length", 1, 1, lambda values, _: float(len(to_text(values[0])))),
    Function("normalize-space", 1, 1, _normalized),
    Function("contains", 2, 2, lambda values, _: to_text(values[1]) in to_text(values[0])),
    Function(
        "starts-with", 2, 2, lambda values, _: to_text(values[0]).startswith(to_text(values[1]))
    ),
    Function("ends-with", 2, 2, lambda values, _: to_text(values[0]).endswith(to_text(values[1]))),
    # Boolean functions
    Function("true", 0, 0, lambda _values, _: True),
    Function("false", 0, 0, lambda _values, _: False),
    Function("boolean", 1, 1, lambda values, _: to_boolean(values[0])),
    Function("boolean-from-string", 1, 1, lambda values, _: to_text(values[0]) in {"1", "true"}),
    Function("not", 1, 1, lambda values, _: not to_boolean(values[0])),
    Function("regex", 2, 2, _regex),
    Function("checklist", 2, None, _checklist),
    Function("weighted-checklist", 2, None, _weighted_checklist),
    # Number functions
    Function("number", 1, 1, _number),
    Function("int", 1, 1, _int),
    Function("sum", 1, 1, _sum),
    Function("max", 1, None, _extreme(max)),
    Function("min", 1, None, _extreme(min)),
    Function("round", 1, 2, _round),
    Function("pow", 2, 2, _math(_pow)),
    Function("log", 1, 1, _math(_log(math.log))),
    Function("log10", 1, 1, _math(_log(math.log10))),
    Function("abs", 1, 1, _math(abs)),
    Function("sin", 1, 1, _math(math.sin)),
    Function("cos", 1, 1, _math(math.cos)),
    Function("tan", 1, 1, _math(math.tan)),
    Function("asin", 1, 1, _math(math.asin)),
    Function("acos", 1, 1, _math(math.acos)),
    Function("atan", 1, 1, _math(math.atan)),
    Function("atan2", 2, 2, _math(math.atan2)),
    Function("sqrt", 1, 1, _math(math.sqrt)),
    Function("exp", 1, 1, _math(math.exp)),
    Function("exp10", 1, 1, _math(lambda power: _pow(10.0, power))),
    Function("pi", 0, 0, lambda _values, _: math.pi),
    # Node-set functions
    Function("count", 1, 1, _count),
    Function("count-non-empty", 1, 1, _count_non_empty),
    # Date and time functions
    Function("today", 0, 0, _today),
    Function("now", 0, 0, _now),
    Function("format-date", 2, 2, _formatted),
    Function("format-date-time", 2, 2, _formatted),
    Function("date", 1, 1, _date),
    Function("decimal-date-time", 1, 1, _decimal_date_time),
    Function("decimal-time", 1, 1, _decimal_time),
    # Select functions
    Function("selected", 2, 2, _selected),
    Function("selected-at", 2, 2, _selected_at),
    Function("count-selected", 1, 1, _count_selected),
)

FUNCTIONS = {each.name: each for each in _ALL}
"""The functions by name, in the order of the specification."""

NODE_SETS_ONLY = frozenset({"count", "count-non-empty", "sum"})
"""Functions whose first argument must be a path."""
