"""Puts generated calculations into a workbook, and leaves all else of it as it is."""

from __future__ import annotations

import io
from collections.abc import Container, Iterable, Iterator
from contextlib import suppress
from copy import copy
from pathlib import Path

import openpyxl
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from tp_directory.core.bilingual import Text
from tp_directory.core.errors import CannotWrite
from tp_directory.screening.authoring.counting import generated
from tp_directory.screening.authoring.rules import Rules
from tp_directory.screening.faults import Fault, ProtocolRefused
from tp_directory.screening.xlsform.subset import column_of
from tp_directory.screening.xlsform.workbook import Row, Workbook, open_workbook

GENERATED, MARK = "generated", "yes"
"""The column that marks rows which are written anew; clear it to keep such a row by hand."""
_WRITTEN = ("type", "name", "calculation", GENERATED)


Made = tuple[str | None, str | None, str | None]
"""What a generated row holds: type, name and calculation."""


def build(file: Path, rules: Rules) -> int:
    """Write the generated rows of a workbook anew; return how many were added, changed or removed.

    A name that a row without a mark has is the author's own, and not generated.

    Raises:
        CannotRead: the file is missing or may not be read.
        CannotWrite: it may not be written; it is as it was.
        ProtocolRefused: it is no workbook, has no marked row or has spreadsheet formulas, or its
            columns are not written as they must be.
    """
    workbook = open_workbook(file)
    marked = marked_rows(workbook)
    if not marked:
        text = Text(
            f"no row is marked: write “{MARK}” in a column “{GENERATED}” where the generated rows "
            "are to stand.",
            f"aucune rangée n'est marquée : écrivez « {MARK} » dans une colonne « {GENERATED} » là "
            "où doivent se trouver les rangées générées.",
        )
        raise ProtocolRefused((Fault("survey", 1, GENERATED, text),))
    standing, wanted = list(marked.values()), wanted_rows(workbook, rules)
    changes = len(set(wanted) ^ set(standing)) or int(wanted != standing)
    if changes:
        replace(file, _rewritten(workbook.content, list(marked), wanted))
    return changes


def marked_rows(workbook: Workbook) -> dict[int, Made]:
    """The generated rows of a workbook as they stand, by their numbers."""
    return {
        row.number: (cells.get("type"), cells.get("name"), cells.get("calculation"))
        for row, cells in _survey(workbook)
        if GENERATED in cells
    }


def wanted_rows(workbook: Workbook, rules: Rules) -> list[Made]:
    """The generated rows of a workbook as its columns call for them.

    Raises:
        ProtocolRefused: its columns are not written as they must be.
    """
    own = {cells.get("name") for _, cells in _survey(workbook) if GENERATED not in cells}
    return [
        ("calculate", name, formula)
        for name, formula in generated(workbook.sheets["survey"], rules).items()
        if name not in own
    ]


def _survey(workbook: Workbook) -> Iterator[tuple[Row, dict[str, str]]]:
    for row in workbook.sheets.get("survey", ()):
        yield row, {column_of(header): text for header, text in row.cells.items()}


def replace(file: Path, content: bytes) -> None:
    """Put a whole file in place of another, or leave that as it is.

    Raises:
        CannotWrite: the folder or the disk does not let it.
    """
    fresh = file.with_name(f"{file.name}.new")
    try:
        fresh.write_bytes(content)
        fresh.replace(file)
    except OSError as error:
        with suppress(OSError):
            fresh.unlink()
        raise CannotWrite(file.parent, error.strerror or type(error).__name__) from error


def _rewritten(content: bytes, marked: list[int], wanted: list[Made]) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = next(each for each in book.worksheets if each.title.strip().lower() == "survey")
    columns = {column_of(str(cell.value or "")): place for place, cell in enumerate(sheet[1], 1)}
    faults = [*_missing_columns(columns), *_unsafe_cells(book.worksheets)]
    if faults:
        raise ProtocolRefused(tuple(faults))
    last = marked[-1]
    for number in reversed(marked[len(wanted) :]):
        sheet.delete_rows(number)
    added = range(last + 1, last + 1 + len(wanted) - len(marked))
    if added:
        sheet.insert_rows(added.start, len(added))
    for number, texts in zip([*marked, *added], wanted, strict=False):
        for place in range(1, sheet.max_column + 1):
            cell = sheet.cell(number, place)
            cell.value = None
            if number in added:
                _dress(cell, sheet.cell(last, place))
        for column, text in zip(_WRITTEN, (*texts, MARK), strict=True):
            sheet.cell(number, columns[column]).value = text
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def _dress(cell: Cell | MergedCell, like: Cell | MergedCell) -> None:
    for style in ("font", "fill", "alignment", "border"):
        setattr(cell, style, copy(getattr(like, style)))


def _missing_columns(columns: Container[str]) -> Iterator[Fault]:
    for column in _WRITTEN:
        if column not in columns:
            text = Text(f"there is no column “{column}”.", f"il n'y a pas de colonne « {column} ».")
            yield Fault("survey", 1, column, text)


def _unsafe_cells(sheets: Iterable[Worksheet]) -> Iterator[Fault]:
    """Cells that would not survive: merged ones, and the formulas of a spreadsheet program.

    Saving keeps such formulas but loses what they gave, which is what XLSForm reads.
    """
    for sheet in sheets:
        for merged in sheet.merged_cells.ranges:
            text = Text("undo the merging of these cells.", "annulez la fusion de ces cellules.")
            yield Fault(sheet.title, merged.min_row, "", text)
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    text = Text(
                        "this cell holds a formula of the spreadsheet program; put its value.",
                        "cette cellule contient une formule du tableur; mettez-y sa valeur.",
                    )
                    yield Fault(sheet.title, cell.row or 0, "", text)
