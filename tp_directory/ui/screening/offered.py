"""A service as it is offered to a worker: what is said of it at a moment, in one language."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from tp_directory import wording
from tp_directory.core.bilingual import Language
from tp_directory.core.hours import Availability
from tp_directory.core.query import Hit
from tp_directory.core.service import Phone
from tp_directory.ui.screening.matches import answer_of
from tp_directory.wording.lines import told_apart


@dataclass(frozen=True, slots=True)
class Offered:
    """A service found, at an aware moment and in one language: two that are equal look the same.

    `answer` is that of the number that is given, or of the service where it has none, and `state`
    says it in words. `place` is where it is, how far and whom it serves; "" tells the last alone.
    """

    hit: Hit
    language: Language
    answer: Availability
    state: str
    place: str
    now: datetime = field(compare=False)

    @property
    def name(self) -> str:
        """What the service is called."""
        return self.hit.service.name.best(self.language)

    @property
    def phone(self) -> Phone | None:
        """The number to call first, None where none is stated."""
        return self.hit.main_line.phone if self.hit.main_line else None

    @property
    def number(self) -> str:
        """That number as it is dialled, "" where none is stated."""
        return wording.number(self.phone, self.language) if self.phone else ""

    @property
    def called(self) -> str:
        """What a copy of the number is called."""
        apart = told_apart(self.phone, self.hit.service, self.language) if self.phone else ""
        return " · ".join(filter(None, (self.name, apart)))


def offered(hit: Hit, now: datetime, language: Language, place: str = "") -> Offered:
    """How a hit is offered at an aware moment."""
    answer = answer_of(hit)
    return Offered(hit, language, answer, wording.availability(answer, now, language), place, now)
