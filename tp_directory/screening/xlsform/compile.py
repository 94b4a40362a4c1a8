"""Opens a protocol: checks its workbook, lets pyxform compile it, and reads the result.

pyxform is called with `validate=False`: its own check is a Java program, which is not shipped. What
that check would find in formulas is found here.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from pyxform.errors import PyXFormError
from pyxform.xls2xform import convert

from tp_directory.core.bilingual import Text
from tp_directory.screening.faults import Fault, FormulaRefused, ProtocolRefused
from tp_directory.screening.form import Form
from tp_directory.screening.graph import Circle, graph_of
from tp_directory.screening.xlsform.subset import SHOWN, column_of, faults_in
from tp_directory.screening.xlsform.workbook import Row, Workbook, open_workbook, workbook_of
from tp_directory.screening.xlsform.xform import form_of

_ROW = re.compile(r"\[row : (\d+)\]\s*")
_ALIASES = {
    "relevant": ("relevant", "relevance", "skip_logic"),
    "calculation": ("calculation", "calculate"),
}
_PYXFORM_FAILS = (
    PyXFormError, AttributeError, LookupError, RecursionError, TypeError, ValueError,
)  # fmt: skip
"""What pyxform raises of a broken workbook: its own error, or whatever it stumbled over."""


def read_protocol(file: Path, *, allow_text: bool = False) -> Form:
    """Open a protocol's workbook (.xlsx).

    `allow_text` lets questions of type `text` in, which the policy of a workstation decides.

    Raises:
        CannotRead: the file is missing or may not be read.
        ProtocolRefused: it is no workbook, could do harm, uses what is not supported, or has
            formulas that are broken or depend on each other in a circle.
    """
    return compile_workbook(open_workbook(file), allow_text=allow_text)


def protocol_of(content: bytes, name: str, *, allow_text: bool = False) -> Form:
    """Open a protocol from the bytes of its workbook; `name` is what faults call the file.

    Raises:
        ProtocolRefused: as `read_protocol`.
    """
    return compile_workbook(workbook_of(content, name), allow_text=allow_text)


def xform_of(workbook: Workbook) -> str:
    """Compile a workbook that was checked into an ODK XForm, as XML.

    Raises:
        ProtocolRefused: pyxform cannot compile it.
    """
    sheets: dict[str, list[dict[str, str]]] = {}
    for name in ("survey", "choices", "settings"):
        rows = workbook.sheets.get(name, ())
        sheets[name] = _rows_for_pyxform(rows)
        sheets[f"{name}_header"] = [dict.fromkeys((each for row in rows for each in row.cells), "")]
    try:
        result = convert(sheets, validate=False, form_name="data")
    except _PYXFORM_FAILS as error:
        raise ProtocolRefused((_pyxform_fault(error),)) from error
    return str(result.xform)


def compile_workbook(workbook: Workbook, *, allow_text: bool = False) -> Form:
    """Compile a workbook that was opened.

    Raises:
        ProtocolRefused: it uses what is not supported, or has broken formulas.
    """
    faults = list(faults_in(workbook, allow_text=allow_text))
    if faults:
        raise ProtocolRefused(tuple(faults))
    rows = {name: row for row in workbook.sheets["survey"] if (name := _named(row))}

    def refuse(name: str, facet: str, error: FormulaRefused) -> None:
        row = rows.get(name)
        header = _header(row, facet) if row else ""
        faults.append(Fault("survey", row.number if row else 0, header or facet, error.text))

    form = form_of(
        xform_of(workbook),
        hashlib.sha256(workbook.content).hexdigest(),
        rows,
        refuse,
    )
    if not faults:
        faults += _circle_fault(form, rows)
    if faults:
        raise ProtocolRefused(tuple(faults))
    return form


def _rows_for_pyxform(rows: tuple[Row, ...]) -> list[dict[str, str]]:
    """The rows, blank ones too, so that pyxform counts as the author does.

    pyxform's own reader of workbooks makes every no-break space a plain one. Words that are shown
    keep theirs, which French needs.
    """
    listed: list[dict[str, str]] = [{} for _ in range(rows[-1].number - 1 if rows else 0)]
    for row in rows:
        listed[row.number - 2] = {
            header: text if column_of(header) in SHOWN else text.replace("\u00a0", " ")
            for header, text in row.cells.items()
        }
    return listed


def _circle_fault(form: Form, rows: dict[str, Row]) -> list[Fault]:
    try:
        graph_of(form)
    except Circle as circle:
        way = " → ".join(circle.names)
        row = rows.get(circle.names[0])
        text = Text(
            f"these questions depend on each other in a circle: {way}.",
            f"ces questions dépendent les unes des autres en rond : {way}.",
        )
        return [Fault("survey", row.number if row else 0, "", text)]
    return []


def _named(row: Row) -> str:
    return next((text for header, text in row.cells.items() if column_of(header) == "name"), "")


def _header(row: Row, facet: str) -> str:
    """The header as the author wrote it."""
    columns = _ALIASES.get(facet, (facet,))
    return next((header for header in row.cells if column_of(header) in columns), "")


def _pyxform_fault(error: Exception) -> Fault:
    words = str(error)
    match = _ROW.search(words)
    plain = _ROW.sub("", words).strip() or type(error).__name__
    return Fault(
        "survey" if match else "",
        int(match.group(1)) if match else 0,
        "",
        Text(plain, f"{plain} (message de pyxform, en anglais seulement)"),
    )
