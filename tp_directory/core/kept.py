"""What a worker keeps on purpose: services, notes on them, named lists, and reports of errors.

Nothing is kept by itself. Everything of it stands on one page, and one button erases it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from tp_directory.core.bilingual import Text


@dataclass(frozen=True, slots=True)
class KeptService:
    """A service that a worker keeps, with a private note and the names of the lists it is on.

    `name`, `organization` and `number` (the main one, as written) are as they were when it was
    kept: they tell what it was when a later edition has it no more.
    """

    id: str
    name: Text
    organization: Text
    number: str
    kept_on: date
    note: str = ""
    lists: tuple[str, ...] = ()


class Fault(StrEnum):
    """What a worker found wrong in a record."""

    NUMBER = "number"
    HOURS = "hours"
    PLACE = "place"
    CLOSED = "closed"
    ELIGIBILITY = "eligibility"
    LANGUAGE = "language"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ErrorReport:
    """An error that a worker found in a record, waiting to be handed to whoever keeps it.

    `id` is the service's; `words` are about the record and never about a person. `edition` is
    the number of the edition that has the error. `key` tells reports of one file apart, 0 for one
    that is not in a file yet.
    """

    id: str
    name: Text
    fault: Fault
    words: str
    edition: int
    reported_on: date
    key: int = 0


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything that is kept: services in the order of their names, lists too when empty."""

    services: tuple[KeptService, ...] = ()
    lists: tuple[str, ...] = ()
    reports: tuple[ErrorReport, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.services or self.lists or self.reports)

    def service(self, service_id: str) -> KeptService | None:
        """The kept service with an id, or None."""
        return next((each for each in self.services if each.id == service_id), None)

    def additions(self, other: Kept) -> Kept:
        """What taking in another's services and lists adds; reports are not handed on so.

        Its services are the new ones, and those that gain words or a list, as they become. A
        note of one's own stays, with the other's below it.
        """
        own = {each.id: each for each in self.services}
        becoming = dict(own)
        lists = dict.fromkeys(other.lists)
        for each in other.services:
            known = becoming.get(each.id)
            becoming[each.id] = _united(known, each) if known else each
            lists.update(dict.fromkeys(each.lists))
        return Kept(
            tuple(each for key, each in becoming.items() if each != own.get(key)),
            tuple(name for name in lists if name not in self.lists),
        )


def _united(own: KeptService, other: KeptService) -> KeptService:
    return replace(
        own,
        note=_united_note(own.note, other.note),
        lists=tuple(dict.fromkeys((*own.lists, *other.lists))),
    )


def _united_note(own: str, other: str) -> str:
    """One's own note, and below it the paragraphs of the other that it does not have."""
    known = own.split("\n\n")
    new = (each for each in other.split("\n\n") if each not in known)
    return "\n\n".join(filter(None, (own, *new)))
