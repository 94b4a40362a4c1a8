"""Turns what was entered into what is stored, by the kind of the question.

ODK XForms, Data Types: what is stored is text. What cannot be read gives None; an empty text clears
the answer.
"""

from __future__ import annotations

import math
import re
from datetime import date
from decimal import Decimal

from tp_directory.core.bilingual import Text
from tp_directory.screening.form import Kind
from tp_directory.screening.xpath.values import MAX_TEXT

_NUMBER = re.compile(r"\s*([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,4})?)\s*", re.ASCII)
_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(T\d{2}(:\d{2}(:\d{2}(\.\d+)?)?)?)?", re.ASCII)
_LARGEST = 2**31 - 1

EXPECTED = {
    Kind.INTEGER: Text("Enter a whole number.", "Entrez un nombre entier."),
    Kind.DECIMAL: Text("Enter a number.", "Entrez un nombre."),
    Kind.DATE: Text("Enter a date as 2026-12-31.", "Entrez une date comme 2026-12-31."),
    Kind.ACKNOWLEDGE: Text("Only OK acknowledges.", "Seul OK confirme."),
    Kind.TEXT: Text(
        f"Enter at most {MAX_TEXT} characters.", f"Entrez au plus {MAX_TEXT} caractères."
    ),
    Kind.SELECT_ONE: Text("Take one of the choices.", "Prenez un des choix."),
    Kind.SELECT_MULTIPLE: Text("Take from the choices.", "Prenez parmi les choix."),
}
"""What a question expects, by its kind."""


def stored(kind: Kind, entered: str) -> str | None:
    """Return what is stored for an answer of that kind, or None when it cannot be read as one."""
    if entered == "":
        return ""
    if kind is Kind.INTEGER:
        return _integer(entered)
    if kind is Kind.DECIMAL:
        return _decimal(entered)
    if kind is Kind.DATE:
        return _date(entered)
    if kind is Kind.ACKNOWLEDGE:
        return "OK" if entered.lower() == "ok" else None
    return entered if len(entered) <= MAX_TEXT else None


def _number(entered: str) -> float:
    match = _NUMBER.fullmatch(entered)
    return float(match.group(1)) if match else math.nan


def _integer(entered: str) -> str | None:
    """A number without its decimals, within 32 bits (ODK XForms, data type int)."""
    number = _number(entered)
    if not math.isfinite(number) or not -_LARGEST - 1 <= math.trunc(number) <= _LARGEST:
        return None
    return str(math.trunc(number))


def _decimal(entered: str) -> str | None:
    """A number with one decimal at least and twenty at most, never with an exponent."""
    number = _number(entered)
    if not math.isfinite(number):
        return None
    text = format(Decimal(repr(number)), ".20f")
    whole, _, decimals = text.partition(".")
    return f"{whole}.{decimals.rstrip('0') or '0'}"


def _date(entered: str) -> str | None:
    """A date, or that of a time without offset (ODK XForms, data type date)."""
    match = _DATE.fullmatch(entered)
    if match is None:
        return None
    try:
        return date.fromisoformat(match.group(1)).isoformat()
    except ValueError:
        return None
