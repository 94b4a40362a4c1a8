"""What is to be said of a protocol that somebody writes, and how grave it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tp_directory.core.bilingual import Text
from tp_directory.screening.authoring.rules import Rules
from tp_directory.screening.faults import Fault
from tp_directory.screening.xlsform.subset import column_of
from tp_directory.screening.xlsform.workbook import Workbook


class Severity(StrEnum):
    """An error keeps the protocol from being used; a warning is to be looked at."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend or to look at, with its sheet, row and column."""

    severity: Severity
    fault: Fault


@dataclass(frozen=True, slots=True)
class Known:
    """What a protocol may name: codes of data/taxonomy, ids of other protocols, and the rules."""

    needs: frozenset[str]
    populations: frozenset[str]
    protocols: frozenset[str]
    rules: Rules


def found(
    severity: Severity, workbook: Workbook, row: int, columns: tuple[str, ...], text: Text
) -> Finding:
    """A finding in a row of the survey, at the first of `columns` that the row has filled.

    `row` is 0 where it concerns the whole sheet.
    """
    filled = {
        column_of(header): header
        for each in workbook.sheets["survey"]
        if each.number == row
        for header in each.cells
    }
    header = next((filled[each] for each in columns if each in filled), "")
    return Finding(severity, Fault("survey", row, header, text))
