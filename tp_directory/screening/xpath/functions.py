"""The functions of ODK XForms that need neither a device nor a network.

`FUNCTIONS` is the one table of them: the evaluator and the documentation read it. `section` is the
anchor in https://getodk.github.io/xforms-spec/#xpath-functions. What a formula may not evaluate
beforehand (`if`, `coalesce`, `once`, `position`) is built by `build`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from tp_directory.screening.xpath import date_functions as moments
from tp_directory.screening.xpath import number_functions as numbers
from tp_directory.screening.xpath import text_functions as texts
from tp_directory.screening.xpath.values import Apply, to_boolean, to_text


@dataclass(frozen=True, slots=True)
class Function:
    """A function: how many arguments it takes (`most` None: any number) and what it does."""

    name: str
    least: int
    most: int | None
    apply: Apply

    @property
    def section(self) -> str:
        """Its anchor in the ODK XForms specification."""
        return f"fn:{self.name}"


_ALL = (
    # String functions
    Function("string", 1, 1, lambda values, _: to_text(values[0])),
    Function("concat", 0, None, texts.concat),
    Function("join", 1, None, texts.join),
    Function("substr", 2, 3, texts.substr),
    Function("substring-before", 2, 2, texts.substring_before),
    Function("substring-after", 2, 2, texts.substring_after),
    Function("translate", 3, 3, texts.translate),
    Function("string-length", 1, 1, lambda values, _: float(len(to_text(values[0])))),
    Function("normalize-space", 1, 1, texts.normalize_space),
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
    Function("regex", 2, 2, texts.regex),
    Function("checklist", 2, None, numbers.checklist),
    Function("weighted-checklist", 2, None, numbers.weighted_checklist),
    # Number functions
    Function("number", 1, 1, numbers.number),
    Function("int", 1, 1, numbers.truncated),
    Function("sum", 1, 1, numbers.total),
    Function("max", 1, None, numbers.extreme(max)),
    Function("min", 1, None, numbers.extreme(min)),
    Function("round", 1, 2, numbers.rounded),
    Function("pow", 2, 2, numbers.of_numbers(numbers.power)),
    Function("log", 1, 1, numbers.of_numbers(numbers.logarithm(math.log))),
    Function("log10", 1, 1, numbers.of_numbers(numbers.logarithm(math.log10))),
    Function("abs", 1, 1, numbers.of_numbers(abs)),
    Function("sin", 1, 1, numbers.of_numbers(math.sin)),
    Function("cos", 1, 1, numbers.of_numbers(math.cos)),
    Function("tan", 1, 1, numbers.of_numbers(math.tan)),
    Function("asin", 1, 1, numbers.of_numbers(math.asin)),
    Function("acos", 1, 1, numbers.of_numbers(math.acos)),
    Function("atan", 1, 1, numbers.of_numbers(math.atan)),
    Function("atan2", 2, 2, numbers.of_numbers(math.atan2)),
    Function("sqrt", 1, 1, numbers.of_numbers(math.sqrt)),
    Function("exp", 1, 1, numbers.of_numbers(math.exp)),
    Function("exp10", 1, 1, numbers.of_numbers(lambda power: numbers.power(10.0, power))),
    Function("pi", 0, 0, lambda _values, _: math.pi),
    # Node-set functions
    Function("count", 1, 1, numbers.count),
    Function("count-non-empty", 1, 1, numbers.count_non_empty),
    # Date and time functions
    Function("today", 0, 0, moments.today),
    Function("now", 0, 0, moments.now),
    Function("format-date", 2, 2, moments.formatted),
    Function("format-date-time", 2, 2, moments.formatted),
    Function("date", 1, 1, moments.date_of),
    Function("decimal-date-time", 1, 1, moments.decimal_date_time),
    Function("decimal-time", 1, 1, moments.decimal_time),
    # Select functions
    Function("selected", 2, 2, texts.selected),
    Function("selected-at", 2, 2, texts.selected_at),
    Function("count-selected", 1, 1, texts.count_selected),
)

FUNCTIONS = {each.name: each for each in _ALL}
"""The functions by name, in the order of the specification."""

NODE_SETS_ONLY = frozenset({"count", "count-non-empty", "sum"})
"""Functions whose first argument must be a path."""
