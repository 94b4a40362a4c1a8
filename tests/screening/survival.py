"""What fuzzing does with a workbook, a formula or a pattern: nothing but a refusal may come out."""

import io
import zipfile
from collections.abc import Iterable

from tests.screening.conftest import NOW, PROTOCOLS, ZONE
from tp_directory.screening.faults import AnswerRefused, FormulaRefused, ProtocolRefused
from tp_directory.screening.session import Session
from tp_directory.screening.xlsform.compile import protocol_of
from tp_directory.screening.xpath.build import formula_of
from tp_directory.screening.xpath.formula import Scope
from tp_directory.screening.xpath.outline import Node, Outline
from tp_directory.screening.xpath.pattern_reader import pattern_of
from tp_directory.screening.xpath.patterns import PatternRefused

PROTOCOL = (PROTOCOLS / "police_rapid.xlsx").read_bytes()

OUTLINE = Outline(
    (
        Node(0, "d", -1, (1, 2)),
        Node(1, "a", 0, ()),
        Node(2, "g", 0, (3, 4)),
        Node(3, "b", 2, ()),
        Node(4, "c", 2, ()),
    ),
    {"l": ({"name": "x", "of": "1"}, {"name": "y", "of": "2"})},
)
"""A form of three questions `a`, `b` and `c`, and a list `l`, for formulas."""


def open_and_answer(content: bytes, answers: Iterable[tuple[int, str]]) -> int | None:
    """Open a workbook and give answers (place of the question, value).

    Return how many stood, or None where the workbook was refused.
    """
    try:
        session = Session(protocol_of(content, "fuzz.xlsx", allow_text=True), lambda: NOW)
    except (ProtocolRefused, FormulaRefused):
        return None
    stood = 0
    names = [question.name for question in session.form.questions[1:]]
    for place, value in answers if names else ():
        try:
            session.answer(names[place % len(names)], value)
        except (AnswerRefused, FormulaRefused):
            continue
        stood += 1
    return stood


def compute(formula: str, values: tuple[str, str, str]) -> str | None:
    """Compute a formula over OUTLINE, or None where it is refused."""
    a, b, c = values
    scope = Scope(["", a, "", b, c], lambda: NOW, ZONE)
    try:
        return formula_of(formula, OUTLINE, 4).text_in(scope)
    except FormulaRefused:
        return None


def look_for(pattern: str, text: str) -> bool | None:
    """Look for a pattern in a text, or None where it is refused."""
    try:
        return pattern_of(pattern).is_in(text)
    except PatternRefused:
        return None


def with_part(name: str, data: bytes) -> bytes:
    """A protocol that ships, with one of its files replaced."""
    content = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(PROTOCOL)) as old,
        zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            new.writestr(part.filename, data if part.filename == name else old.read(part))
    return content.getvalue()


def parts() -> dict[str, bytes]:
    """The files of that protocol's workbook."""
    with zipfile.ZipFile(io.BytesIO(PROTOCOL)) as archive:
        return {part.filename: archive.read(part) for part in archive.infolist()}
