"""Writes the sheets of a workbook, legibly: headers stay, cells wrap, what is generated is grey."""

from __future__ import annotations

import io
from collections.abc import Mapping

import openpyxl
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from tp_directory.core.bilingual import Language, Text
from tp_directory.screening.authoring.building import GENERATED
from tp_directory.screening.authoring.check_words import HEADER_LANGUAGE

Cells = dict[str, str]
"""A row: its texts by header."""

_WIDTHS = {
    "type": 20,
    "name": 20,
    "label": 60,
    "hint": 40,
    "relevant": 34,
    "calculation": 60,
    "kind": 10,
    "dimension": 11,
    "strength": 10,
    "needs": 24,
    "populations": 24,
    GENERATED: 11,
}
"""The columns of the survey in order, with their widths in characters."""

_SHOWN = ("label", "hint")
_NARROW = 24


def words_of(column: str, text: Text) -> Cells:
    """The cells of a column that is in both languages."""
    return {f"{column}::{HEADER_LANGUAGE[each]}": text.stated_in(each) for each in Language}


def workbook_of_rows(
    survey: list[Cells],
    choices: list[Cells],
    settings: Cells,
    offered: Mapping[str, tuple[str, ...]],
) -> bytes:
    """Return an .xlsx file; `offered` are the values that a column of the survey can be given."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "survey"
    widths = {
        header: width
        for column, width in _WIDTHS.items()
        for header in (words_of(column, Text()) if column in _SHOWN else (column,))
    }
    _fill(sheet, survey, widths)
    for column, values in offered.items():
        _offer(sheet, list(widths).index(column) + 1, values)
    _fill(book.create_sheet("choices"), choices, dict.fromkeys(choices[0], _NARROW))
    _fill(book.create_sheet("settings"), [settings], dict.fromkeys(settings, _NARROW))
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def _fill(sheet: Worksheet, rows: list[Cells], widths: dict[str, int]) -> None:
    sheet.append(list(widths))
    for cells in rows:
        sheet.append([cells.get(header) or None for header in widths])
    sheet.freeze_panes = "C2"
    for number, width in enumerate(widths.values(), 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for number, cells in enumerate(rows, 2):
        if GENERATED in cells:
            for cell in sheet[number]:
                cell.fill = PatternFill("solid", fgColor="E7E6E6")


def _offer(sheet: Worksheet, place: int, values: tuple[str, ...]) -> None:
    """Let a column be filled from a list; what is not on it is allowed all the same."""
    letter = get_column_letter(place)
    validation = DataValidation("list", formula1=f'"{",".join(values)}"', showErrorMessage=False)
    validation.add(f"{letter}2:{letter}1000")
    sheet.add_data_validation(validation)
