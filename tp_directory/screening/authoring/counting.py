"""Writes the formulas that list the questions of a workbook, from the columns beside them.

XLSForm cannot count the questions of a kind: a formula must name each. An author gives a question a
`dimension` and a `strength`, a question or a band `needs` and `populations`; the calculations that
follow are written here, into the workbook, where anybody can read and change them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tp_directory.core.bilingual import Text
from tp_directory.screening.authoring.rules import Line, Rules
from tp_directory.screening.faults import Fault, ProtocolRefused
from tp_directory.screening.form import Kind
from tp_directory.screening.outcome import YES
from tp_directory.screening.protocol import BAND, NEEDS, NEEDS_OF_BAND, POPULATIONS
from tp_directory.screening.xlsform.subset import column_of, kind_of
from tp_directory.screening.xlsform.workbook import Row

POPULATIONS_OF_BAND = "populations_of_band"
_CODED = ("needs", "populations")
_COUNTED = ("dimension", "strength", *_CODED)
_RELEVANT = ("relevant", "relevance", "skip_logic")
"""Headers that XLSForm takes for the same column."""
_DIMENSION = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_CODE = re.compile(r"[a-z][a-z0-9_]*")
_BAND_NOTE = "band_"
_NO = "no"


@dataclass(frozen=True, slots=True)
class _Item:
    """A question that counts, or that adds codes, where it is answered with yes."""

    cells: dict[str, str]
    conditions: tuple[str, ...]
    """Of the question and its groups: when it is shown."""

    def is_answered(self, *answers: str) -> str:
        """The formula that is true for any of these answers."""
        return " or ".join(f"${{{self.cells['name']}}} = '{answer}'" for answer in answers)


def generated(survey: Iterable[Row], rules: Rules) -> dict[str, str]:
    """Return the calculations that the rows of a survey call for: formulas by name, in order.

    Raises:
        ProtocolRefused: a dimension, a strength or a code is not written as it must be.
    """
    rows = [
        (row, {column_of(header): text for header, text in row.cells.items()}) for row in survey
    ]
    items = tuple(_items(cells for _, cells in rows))
    bands = {cells["name"].removeprefix(_BAND_NOTE): cells for _, cells in rows if _is_band(cells)}
    faults = tuple(fault for row, cells in rows for fault in _faults(row, cells, rules))
    if faults:
        raise ProtocolRefused(faults)
    counts = dict(_counts([each for each in items if "dimension" in each.cells], rules))
    return (
        counts
        | _codes(NEEDS, NEEDS_OF_BAND, "needs", bands, items)
        | _codes(POPULATIONS, POPULATIONS_OF_BAND, "populations", bands, items)
    )


def _is_band(cells: dict[str, str]) -> bool:
    is_note = kind_of(cells.get("type", "")) is Kind.NOTE
    return is_note and cells.get("name", "").startswith(_BAND_NOTE)


def _is_asked(cells: dict[str, str]) -> bool:
    return kind_of(cells.get("type", "")) is Kind.SELECT_ONE and "name" in cells


def _items(rows: Iterable[dict[str, str]]) -> Iterator[_Item]:
    """The questions that count or add codes, in order."""
    groups: list[str] = []
    for cells in rows:
        relevant = " ".join(filter(None, map(cells.get, _RELEVANT)))
        if kind_of(cells.get("type", "")) is Kind.GROUP:
            groups.append(relevant)
        elif cells.get("type", "").replace("_", " ").lower() == "end group":
            del groups[-1:]
        elif _is_asked(cells) and any(column in cells for column in _COUNTED):
            yield _Item(cells, tuple(filter(None, (*groups, relevant))))


def _faults(row: Row, cells: dict[str, str], rules: Rules) -> Iterator[Fault]:
    dimension, strength = cells.get("dimension", ""), cells.get("strength", "")
    known = ", ".join(rules.strengths)
    if dimension and not _DIMENSION.fullmatch(dimension):
        text = Text(
            "a dimension is written with letters and digits only.",
            "une dimension s'écrit avec des lettres et des chiffres seulement.",
        )
        yield Fault("survey", row.number, "dimension", text)
    if bool(dimension) != bool(strength) or (strength and strength not in rules.strengths):
        text = Text(
            f"a dimension and a strength go together; strengths: {known}.",
            f"une dimension et une force vont ensemble; forces : {known}.",
        )
        yield Fault("survey", row.number, "strength", text)
    for column in _COUNTED:
        if column in cells and not (_is_asked(cells) or (_is_band(cells) and column in _CODED)):
            text = Text(
                "this counts nothing here, only by a question of type select_one that has a name; "
                "needs and populations also by a note “band_…”.",
                "ceci ne compte pour rien ici, seulement à côté d'une question de type select_one "
                "qui a un nom; needs et populations aussi à côté d'une note « band_… ».",
            )
            yield Fault("survey", row.number, column, text)
    for column in _CODED:
        for code in cells.get(column, "").split():
            if not _CODE.fullmatch(code):
                text = Text(
                    f"“{code}” is not a code: they are separated by spaces.",
                    f"« {code} » n'est pas un code : ils sont séparés par des espaces.",
                )
                yield Fault("survey", row.number, column, text)


def _counts(items: list[_Item], rules: Rules) -> Iterator[tuple[str, str]]:
    dimensions = tuple(dict.fromkeys(each.cells["dimension"] for each in items))
    for dimension in dimensions:
        for strength in rules.strengths:
            counted = [
                each.is_answered(YES)
                for each in items
                if (each.cells["dimension"], each.cells["strength"]) == (dimension, strength)
            ]
            yield f"n_{dimension}_{strength}", _how_many(counted)
        lines = " or ".join(_met(line, dimension) for line in rules.present)
        yield f"p_{dimension}", f"if({lines}, 1, 0)"
    yield "present", _sum(f"${{p_{dimension}}}" for dimension in dimensions)
    for strength in rules.strengths:
        yield f"t_{strength}", _sum(f"${{n_{each}_{strength}}}" for each in dimensions)
    yield "answered", _how_many([each.is_answered(YES, _NO) for each in items])
    yield "of", _how_many([_all(each.conditions) for each in items])


def _met(line: Line, dimension: str) -> str:
    parts = (
        f"{_sum(f'${{n_{dimension}_{strength}}}' for strength in strengths)} >= {count}"
        for strengths, count in line
    )
    return f"({' and '.join(parts)})"


def _codes(
    name: str,
    name_of_band: str,
    column: str,
    bands: dict[str, dict[str, str]],
    items: tuple[_Item, ...],
) -> dict[str, str]:
    """The codes that go with the band, and all: each only once, those of the band first."""
    of_band = "''"
    for band, cells in reversed(bands.items()):
        codes = " ".join(cells.get(column, "").split())
        of_band = f"if(${{{BAND}}} = '{band}', '{codes}', {of_band})"
    conditions: dict[str, list[str]] = {}
    for item in items:
        for code in item.cells.get(column, "").split():
            conditions.setdefault(code, []).append(item.is_answered(YES))
    added = "".join(
        f", if(not(selected(${{{name_of_band}}}, '{code}')) and ({' or '.join(each)}), "
        f"' {code}', '')"
        for code, each in conditions.items()
    )
    every = f"normalize-space(concat(${{{name_of_band}}}{added}))" if added else None
    return {name_of_band: of_band, name: every or f"${{{name_of_band}}}"}


def _how_many(conditions: list[str]) -> str:
    return _sum(f"if({each}, 1, 0)" for each in conditions)


def _sum(terms: Iterable[str]) -> str:
    return " + ".join(terms) or "0"


def _all(conditions: tuple[str, ...]) -> str:
    return " and ".join(f"({each})" for each in conditions) or "true()"
