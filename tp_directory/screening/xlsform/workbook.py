"""Opens a workbook from anywhere without harm, and reads its rows with their numbers.

An .xlsx file is a zip of XML. All limits are checked before any library may open it: sizes as
declared and as really unpacked, rows and columns as written (a single cell in row 1,048,576 makes a
library walk a million rows), merged areas, macros, links to other files, and document types, which
alone can hold entities.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils.exceptions import (
    CellCoordinatesException,
    InvalidFileException,
    SheetTitleException,
)

from tp_directory.core.bilingual import Text
from tp_directory.core.errors import CannotRead
from tp_directory.screening.faults import Fault, ProtocolRefused

MAX_FILE = 2_000_000
"""Bytes of a workbook; the longest of ours has some 10,000."""
MAX_UNPACKED = 20_000_000
"""Bytes of all its parts together, unpacked."""
MAX_PARTS = 200
"""Files within the zip."""
MAX_ROWS = 5_000
MAX_COLUMNS = 200
MAX_CELLS = 100_000

_FORBIDDEN = (
    ("vbaproject", Text("it contains macros.", "il contient des macros.")),
    ("activex/", Text("it contains active controls.", "il contient des contrôles actifs.")),
    ("embeddings/", Text("it contains other files.", "il contient d'autres fichiers.")),
    ("externallinks/", Text("it is linked to other files.", "il est lié à d'autres fichiers.")),
    ("connections.xml", Text("it is linked to other data.", "il est lié à d'autres données.")),
    ("querytables/", Text("it is linked to other data.", "il est lié à d'autres données.")),
)
_DAMAGED = Text(
    "it is no .xlsx workbook, or it is damaged. Save it again as .xlsx.",
    "ce n'est pas un classeur .xlsx, ou il est endommagé. Enregistrez-le de nouveau en .xlsx.",
)
_TOO_LARGE = Text(
    "it is larger than a protocol can be.", "il est plus grand que ne peut l'être un protocole."
)
_COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""All that the standard of workbooks knows (ECMA-376, part 2); others may ask for gigabytes."""
_BEFORE_XML = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
"""What may stand before the first `<` of an XML file: marks of the encoding, and blanks."""
_BROKEN = (
    zipfile.BadZipFile, zlib.error, CellCoordinatesException, InvalidFileException,
    SheetTitleException, ArithmeticError, AttributeError, EOFError, LookupError,
    NotImplementedError, OSError, SyntaxError, TypeError, ValueError,
)  # fmt: skip
"""What zipfile, lxml and openpyxl, which has a parser of XML of its own, raise of a broken file."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a sheet: its number as the author sees it (from 1), and its cells by header."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Workbook:
    """The bytes that were checked, and the rows of every sheet by its name in lower case."""

    content: bytes
    sheets: dict[str, tuple[Row, ...]]


def open_workbook(file: Path) -> Workbook:
    """Read a workbook.

    Raises:
        CannotRead: the file is missing or may not be read.
        ProtocolRefused: it is no workbook, exceeds a limit, or holds what could do harm.
    """
    try:
        with file.open("rb") as stream:
            content = stream.read(MAX_FILE + 1)
    except OSError as error:
        raise CannotRead(file, error.strerror or type(error).__name__) from error
    return workbook_of(content, file.name)


def workbook_of(content: bytes, name: str) -> Workbook:
    """Check and read the bytes of a workbook; `name` is what faults call it.

    Raises:
        ProtocolRefused: it is no workbook, exceeds a limit, or holds what could do harm.
    """
    if len(content) > MAX_FILE:
        raise _refused(name, _TOO_LARGE)
    try:
        for part, data in _parts(content, name):
            # A sheet may have any name, so what looks like XML is checked whatever its name.
            if part.endswith((".xml", ".rels", ".vml")) or data.lstrip(_BEFORE_XML)[:1] == b"<":
                _check_xml(data, name)
        with warnings.catch_warnings():
            # openpyxl warns of styles and extensions that it leaves out; no cell is among them.
            warnings.simplefilter("ignore", UserWarning)
            book = load_workbook(io.BytesIO(content), data_only=True)
    except _BROKEN as error:
        raise _refused(name, _DAMAGED) from error
    sheets = {
        title: tuple(_rows(title, sheet.iter_rows(values_only=True)))
        for sheet in book.worksheets
        if (title := sheet.title.strip().lower())
    }
    return Workbook(content, sheets)


def _parts(content: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    """Unpack every file of the zip, once what it declares and what it really holds is in bounds."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
            raise _refused(name, _TOO_LARGE)
        left = MAX_UNPACKED
        for part in parts:
            path = part.filename.lower()
            for forbidden, reason in _FORBIDDEN:
                if forbidden in path:
                    raise _refused(name, reason)
            if part.compress_type not in _COMPRESSIONS:
                raise _refused(name, _DAMAGED)
            if part.flag_bits & 0x1:
                raise _refused(
                    name,
                    Text("it is protected by a password.", "il est protégé par un mot de passe."),
                )
            with archive.open(part) as stream:
                data = stream.read(left + 1)
            left -= len(data)
            if left < 0:
                raise _refused(name, _TOO_LARGE)
            yield path, data


def _check_xml(data: bytes, name: str) -> None:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise _refused(
            name,
            Text(
                "it declares entities, which could draw in other files.",
                "il déclare des entités, qui pourraient attirer d'autres fichiers.",
            ),
        )
    _check_cells(root, name)


def _check_cells(root: etree._Element, name: str) -> None:
    cells = 0
    for element in root.iter("{*}row", "{*}c", "{*}mergeCell"):
        kind = etree.QName(element).localname
        cells += kind == "c"
        references = (element.get("r") or element.get("ref") or "").split(":")
        for reference in references:
            letters, digits = _split(reference)
            if (
                cells > MAX_CELLS
                or (digits and (len(digits) > 7 or int(digits) > MAX_ROWS))
                or _column_number(letters) > MAX_COLUMNS
            ):
                raise _refused(
                    name,
                    Text(
                        f"a sheet has more than {MAX_ROWS} rows or {MAX_COLUMNS} columns.",
                        f"une feuille a plus de {MAX_ROWS} rangées ou {MAX_COLUMNS} colonnes.",
                    ),
                )


def _split(reference: str) -> tuple[str, str]:
    match = re.fullmatch(r"\$?([A-Za-z]*)\$?([0-9]*)", reference)
    if match is None:
        raise ValueError(reference)
    return match.group(1).upper(), match.group(2)


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters[:4]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _rows(sheet: str, rows: Iterator[tuple[object, ...]]) -> Iterator[Row]:
    headers = [" ".join(_cell_text(cell).split()) for cell in next(rows, ())]
    for header in filter(None, headers):
        if headers.count(header) > 1:
            reason = Text("this column stands there twice.", "cette colonne s'y trouve deux fois.")
            raise ProtocolRefused((Fault(sheet, 1, header, reason),))
    for number, cells in enumerate(rows, 2):
        texts = {
            header: text
            for header, cell in zip(headers, cells, strict=False)
            if header and (text := _cell_text(cell))
        }
        if texts:
            yield Row(number, texts)


def _cell_text(cell: object) -> str:
    """A cell as XLSForm reads it: TRUE and FALSE, and a whole number without decimals."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def _refused(name: str, reason: Text) -> ProtocolRefused:
    return ProtocolRefused((Fault(name, 0, "", reason),))
