"""Finds words that a protocol shows in one language only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tp_directory.core.bilingual import Language, Text
from tp_directory.screening.authoring.finding import Finding, Severity
from tp_directory.screening.faults import Fault
from tp_directory.screening.xlsform.subset import SHOWN, column_of
from tp_directory.screening.xlsform.workbook import Row, Workbook

HEADER_LANGUAGE = {Language.EN: "English (en)", Language.FR: "Français (fr)"}
"""How the headers of our workbooks name a language."""

_LANGUAGE = re.compile(r"(?:.*\()?(en|fr)\)?", re.DOTALL)
_NAMES = {Language.EN: Text("English", "anglais"), Language.FR: Text("French", "français")}


def word_findings(workbook: Workbook, default: Language) -> Iterator[Finding]:
    """Tell of every text that lacks a language; `default` is that of headers that name none."""
    for sheet in ("survey", "choices"):
        for row in workbook.sheets.get(sheet, ()):
            yield from _one_language(sheet, row, default)


def _one_language(sheet: str, row: Row, default: Language) -> Iterator[Finding]:
    stated: dict[str, set[Language]] = {}
    for header in row.cells:
        column, language = column_of(header), _language(header, default)
        if column in SHOWN and language:
            stated.setdefault(column, set()).add(language)
    for column, languages in stated.items():
        for missing in set(Language) - languages:
            name = _NAMES[missing]
            text = Text(f"the words in {name.en} are missing.", f"il manque le texte {name.fr}.")
            header = f"{column}::{HEADER_LANGUAGE[missing]}"
            yield Finding(Severity.WARNING, Fault(sheet, row.number, header, text))


def _language(header: str, default: Language) -> Language | None:
    """The language that a header names: `label::Français (fr)`; without any, the form's own."""
    _, mark, name = header.partition("::")
    match = _LANGUAGE.fullmatch(name.strip())
    if match:
        return Language(match.group(1))
    return None if mark else default
