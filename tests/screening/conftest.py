"""Small workbooks, written as an author would see them, and a clock that stands."""

import io
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from openpyxl import Workbook

from tp_directory.screening.form import Form
from tp_directory.screening.session import Session
from tp_directory.screening.xlsform.compile import protocol_of

ZONE = ZoneInfo("America/Toronto")
NOW = datetime(2026, 3, 5, 14, 30, 15, 250_000, tzinfo=ZONE)
PROTOCOLS = Path(__file__).parents[2] / "data" / "protocols"


def written(**sheets: str) -> bytes:
    """Return a workbook: each sheet as lines of cells separated by `|`, the first line headers."""
    return filled(
        **{
            name: [
                [cell.strip().replace("¦", "|") for cell in line.split("|")]
                for line in lines.strip().splitlines()
            ]
            for name, lines in sheets.items()
        }
    )


def filled(**sheets: Iterable[Iterable[str]]) -> bytes:
    """Return a workbook from the rows of cells of its sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([cell or None for cell in row])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def compiled(survey: str, choices: str = "", *, allow_text: bool = True) -> Form:
    sheets = {"survey": survey} | ({"choices": choices} if choices else {})
    return protocol_of(written(**sheets), "small.xlsx", allow_text=allow_text)


@pytest.fixture
def begun() -> Callable[..., Session]:
    """Begin a session on a form that is written in the test."""

    def begin(survey: str, choices: str = "") -> Session:
        return Session(compiled(survey, choices), lambda: NOW)

    return begin
