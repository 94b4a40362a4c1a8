"""The functions of ODK XForms on text, on the choices taken, and on patterns."""

from __future__ import annotations

import re

from tp_directory.screening.xpath.pattern_reader import pattern_of
from tp_directory.screening.xpath.values import (
    SPACE,
    Surroundings,
    Value,
    bounded,
    singles,
    to_text,
)

_SPACES = re.compile(r"[ \t\r\n]+")


def concat(values: tuple[Value, ...], _: Surroundings) -> Value:
    """`concat`: of a node-set, every node."""
    return bounded("".join(map(to_text, singles(values))))


def join(values: tuple[Value, ...], _: Surroundings) -> Value:
    """`join`: likewise, with a text between them."""
    return bounded(to_text(values[0]).join(map(to_text, singles(values[1:]))))


def substr(values: tuple[Value, ...], _: Surroundings) -> Value:
    """`substr`: positions are from 0, negative ones from the end."""
    text = to_text(values[0])
    start = _whole(values[1])
    end = len(text) if len(values) == 2 else _whole(values[2])
    if start is None or end is None:
        return ""
    start, end = (
        min(max(0, each + len(text) if each < 0 else each), len(text)) for each in (start, end)
    )
    return text[start:end] if start <= end else ""


def translate(values: tuple[Value, ...], _: Surroundings) -> Value:
    """`translate`: the first of two replacements of a character counts."""
    text, old, new = map(to_text, values)
    table: dict[int, str] = {}
    for index, each in enumerate(old):
        table.setdefault(ord(each), new[index : index + 1])
    return text.translate(table)


def substring_before(values: tuple[Value, ...], _: Surroundings) -> Value:
    """`substring-before`."""
    text, mark = map(to_text, values)
    return text.partition(mark)[0] if mark and mark in text else ""


def substring_after(values: tuple[Value, ...], _: Surroundings) -> Value:
    """`substring-after`: after an empty mark, all of it."""
    text, mark = map(to_text, values)
    return text.partition(mark)[2] if mark else text


def normalize_space(values: tuple[Value, ...], _: Surroundings) -> Value:
    """`normalize-space`."""
    return _SPACES.sub(" ", to_text(values[0]).strip(SPACE))


def regex(values: tuple[Value, ...], _: Surroundings) -> Value:
    """`regex` with a pattern that is computed; `build` reads those that are written out."""
    return pattern_of(to_text(values[1])).is_in(to_text(values[0]))


def count_selected(values: tuple[Value, ...], _: Surroundings) -> Value:
    """`count-selected`."""
    return float(len(to_text(values[0]).split()))


def selected(values: tuple[Value, ...], _: Surroundings) -> Value:
    """`selected`."""
    return to_text(values[1]).strip(SPACE) in _parts(to_text(values[0]))


def selected_at(values: tuple[Value, ...], _: Surroundings) -> Value:
    """`selected-at`: from 0; beyond the end, empty."""
    parts, index = _parts(to_text(values[0])), _whole(values[1])
    return parts[index] if index is not None and 0 <= index < len(parts) else ""


def _parts(text: str) -> list[str]:
    """The parts of a space-separated list; an empty text has one part, empty, as in ODK."""
    return _SPACES.split(text.strip(SPACE))


def _whole(value: Value) -> int | None:
    """A number of characters or an index: what stands before the decimal point, if anything."""
    match = re.match(r"\s*[+-]?\d{1,15}", to_text(value), re.ASCII)
    return int(match.group()) if match else None
