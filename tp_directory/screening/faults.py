"""What can be wrong with a protocol, told where it stands, in both languages."""

from __future__ import annotations

from dataclasses import dataclass

from tp_directory.core.bilingual import Text
from tp_directory.core.errors import DirectoryError


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a workbook: its sheet, row (from 1, 0 when unknown) and column ("" likewise)."""

    sheet: str
    row: int
    column: str
    text: Text

    @property
    def where(self) -> Text:
        """The place in words: `survey, row 12, relevant`."""
        row = Text(f"row {self.row}", f"rangée {self.row}") if self.row else Text()
        return Text(
            ", ".join(filter(None, (self.sheet, row.en, self.column))),
            ", ".join(filter(None, (self.sheet, row.fr, self.column))),
        )


class ProtocolRefused(DirectoryError):
    """A workbook is no protocol that this program can run: mend what `faults` names."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        first = faults[0]
        where = first.where
        super().__init__(
            Text(
                f"{len(faults)} problem(s) in the protocol; it was not opened. "
                f"First: {where.en}: {first.text.en}",
                f"{len(faults)} problème(s) dans le protocole; il n'a pas été ouvert. "
                f"Premier : {where.fr} : {first.text.fr}",
            )
        )
        self.faults = faults


class FormulaRefused(DirectoryError):
    """A formula cannot be understood or computed: mend it at `position` (characters, from 0)."""

    def __init__(self, formula: str, position: int, reason: Text) -> None:
        shown = formula if len(formula) <= 80 else formula[:79] + "…"
        super().__init__(
            Text(
                f"In the formula “{shown}”, at character {position + 1}: {reason.en}",
                f"Dans la formule « {shown} », au caractère {position + 1} : {reason.fr}",
            )
        )
        self.formula = formula
        self.position = position
        self.reason = reason


class AnswerRefused(DirectoryError):
    """What was entered is no answer to the question: enter what its kind expects."""

    def __init__(self, name: str, text: Text) -> None:
        super().__init__(text)
        self.name = name
