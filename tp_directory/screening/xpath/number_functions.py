"""The functions of ODK XForms on numbers, counts and checklists."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from functools import reduce

from tp_directory.screening.xpath import dates
from tp_directory.screening.xpath.values import (
    SPACE,
    Apply,
    Moment,
    Nodes,
    Surroundings,
    Value,
    singles,
    to_boolean,
    to_number,
    to_text,
)


def total(values: tuple[Value, ...], around: Surroundings) -> Value:
    """`sum`: NaN where there is nothing."""
    numbers = [to_number(each, around.zone) for each in singles(values)]
    return _added(numbers) if numbers else math.nan


def extreme(choose: Callable[[list[float]], float]) -> Apply:
    """`max` or `min`: NaN where there is nothing, or anything that is no number."""

    def apply(values: tuple[Value, ...], around: Surroundings) -> Value:
        numbers = [to_number(each, around.zone) for each in singles(values)]
        if not numbers or any(map(math.isnan, numbers)):
            return math.nan
        return choose(numbers)

    return apply


def rounded(values: tuple[Value, ...], around: Surroundings) -> Value:
    """`round`: halves away from zero, to so many decimals (before the point if negative)."""
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


def truncated(values: tuple[Value, ...], around: Surroundings) -> Value:
    """`int`."""
    number = to_number(values[0], around.zone)
    return float(math.trunc(number)) if math.isfinite(number) else number


def number(values: tuple[Value, ...], around: Surroundings) -> Value:
    """`number`: of a date, a whole number of days where it is stored, as in ODK's engine."""
    found = to_number(values[0], around.zone)
    if isinstance(values[0], str | Nodes) and dates.moment_from(to_text(values[0]), around.zone):
        return Moment(found, str(math.floor(found)))
    return found


def of_numbers(apply: Callable[..., float]) -> Apply:
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


def logarithm(of: Callable[[float], float]) -> Callable[[float], float]:
    """A logarithm that is -Infinity at 0, where Python's is undefined."""
    return lambda number: -math.inf if number == 0 else of(number)


def power(base: float, exponent: float) -> float:
    """ECMAScript's Number::exponentiate: 0 to a negative power is infinite, 1 to infinity NaN."""
    if math.isinf(exponent) and abs(base) == 1:
        return math.nan
    is_odd = exponent.is_integer() and exponent % 2 == 1
    if base == 0 and exponent < 0:
        return math.copysign(math.inf, base) if is_odd else math.inf
    try:
        return math.pow(base, exponent)
    except OverflowError:
        return -math.inf if base < 0 and is_odd else math.inf


def count(values: tuple[Value, ...], _: Surroundings) -> Value:
    """`count`: how many nodes."""
    return float(len(singles(values)))


def count_non_empty(values: tuple[Value, ...], _: Surroundings) -> Value:
    """`count-non-empty`: how many nodes with a text."""
    return float(sum(1 for each in singles(values) if each))


def checklist(values: tuple[Value, ...], around: Surroundings) -> Value:
    """`checklist`: whether so many of the values count, -1 being no limit."""
    ticked = sum(1.0 for each in singles(values[2:]) if _is_ticked(each))
    return _is_between(ticked, values, around)


def weighted_checklist(values: tuple[Value, ...], around: Surroundings) -> Value:
    """`weighted-checklist`: the same of pairs of a value and its weight."""
    given = singles(values[2:])
    weights = [
        to_number(weight, around.zone)
        for each, weight in zip(given[::2], given[1::2], strict=False)
        if _is_ticked(each)
    ]
    return _is_between(_added(weights), values, around)


def _added(numbers: list[float]) -> float:
    # Not sum(): from Python 3.12 on it rounds in another way than ODK's engine does.
    return reduce(operator.add, numbers, 0.0)


def _is_ticked(value: Value) -> bool:
    """Whether a part of a checklist counts: a blank answer does not."""
    return bool(value.strip(SPACE)) if isinstance(value, str) else to_boolean(value)


def _is_between(number: float, values: tuple[Value, ...], around: Surroundings) -> bool:
    least, most = to_number(values[0], around.zone), to_number(values[1], around.zone)
    return (least == -1 or number >= least) and (most == -1 or number <= most)
