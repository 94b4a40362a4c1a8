"""The way through a checklist: its parts in order, the pages of a part, and where the worker is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from tp_directory.core.bilingual import Text
from tp_directory.screening.form import Question
from tp_directory.screening.interview import Interview
from tp_directory.screening.protocol import Step

_BEFORE = Text("Before you start", "Avant de commencer")
_DANGER = Text("Immediate danger", "Danger immédiat")
_TO_BEGIN = Text("To begin", "Pour commencer")
_FURTHER = Text("Further questions", "Autres questions")


class PartKind(Enum):
    """What a part is: the preconditions, the question of danger, or a step."""

    BEFORE = auto()
    DANGER = auto()
    STEP = auto()


class Standing(Enum):
    """How far a part is. One that was left with open questions is not passed, and not wrong."""

    PASSED = auto()
    HERE = auto()
    OPEN = auto()
    TO_COME = auto()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the way, with a name to be found by, and all the questions that it can have."""

    kind: PartKind
    name: Text
    step: Step


class Course:
    """Where a worker is in one run of a checklist, and what comes before and after."""

    def __init__(self, interview: Interview, at_once: int) -> None:
        """Begin at the first part; `at_once` is how many questions make a page, 0 the whole part.

        Notes come on top of that number.
        """
        self._interview = interview
        self._at_once = at_once
        self._all = tuple(_parts(interview))
        self._here = next(
            (place for place, part in enumerate(self._all) if interview.asked(part.step)), 0
        )
        self._page = 0
        self._seen = {self._here}

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts that have something to ask now, the one where the worker is included."""
        return tuple(
            part
            for place, part in enumerate(self._all)
            if place == self._here or self._interview.asked(part.step)
        )

    @property
    def part(self) -> Part:
        """The part where the worker is."""
        return self._all[self._here]

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions and notes of the page where the worker is."""
        pages = self._pages
        return pages[min(self._page, len(pages) - 1)]

    @property
    def is_first(self) -> bool:
        """Whether nothing comes before this page."""
        return self._page == 0 and self.parts[0] is self.part

    @property
    def is_last(self) -> bool:
        """Whether nothing comes after this page but the result."""
        return self._page >= len(self._pages) - 1 and self.parts[-1] is self.part

    def standing(self, part: Part) -> Standing:
        """How far a part is."""
        if part is self.part:
            return Standing.HERE
        if self._place(part) not in self._seen:
            return Standing.TO_COME
        return Standing.PASSED if self._interview.is_passed(part.step) else Standing.OPEN

    def go_on(self) -> None:
        """Go to the next page, which may be that of the next part; at the last one, stay."""
        if self._page < len(self._pages) - 1:
            self._page += 1
        elif not self.is_last:
            self.go_to(self._neighbour(1))

    def go_back(self) -> None:
        """Go to the page before, which may be the last one of the part before."""
        if self._page > 0:
            self._page -= 1
        elif not self.is_first:
            self.go_to(self._neighbour(-1))
            self._page = len(self._pages) - 1

    def go_to(self, part: Part) -> None:
        """Go to the first page of a part."""
        self._here = self._place(part)
        self._page = 0
        self._seen.add(self._here)

    def set_at_once(self, at_once: int) -> None:
        """Put more or fewer questions on a page; what comes first on this page stays in sight."""
        first = next(iter(self.questions), None)
        self._at_once = at_once
        self._page = next(
            (place for place, page in enumerate(self._pages) if first in page), self._page
        )

    @property
    def _pages(self) -> tuple[tuple[Question, ...], ...]:
        # Preconditions are a list to be ticked off, which is of no use one by one.
        at_once = 0 if self.part.kind is PartKind.BEFORE else self._at_once
        return _pages_of(self._interview.asked(self.part.step), at_once)

    def _place(self, part: Part) -> int:
        return next(place for place, each in enumerate(self._all) if each is part)

    def _neighbour(self, distance: int) -> Part:
        parts = self.parts
        place = next(place for place, part in enumerate(parts) if part is self.part)
        return parts[place + distance]


def _parts(interview: Interview) -> Iterable[Part]:
    """The parts of a checklist; at least one, which may have nothing to ask."""
    protocol = interview.protocol
    if protocol.before.questions:
        yield Part(PartKind.BEFORE, protocol.before.label or _BEFORE, protocol.before)
    if protocol.danger is not None:
        yield Part(PartKind.DANGER, _DANGER, Step(Text(), (protocol.danger,)))
    for place, step in enumerate(protocol.steps):
        unnamed = _FURTHER if place else _TO_BEGIN
        yield Part(PartKind.STEP, step.label or unnamed, step)
    if not protocol.steps:
        yield Part(PartKind.STEP, _TO_BEGIN, Step(Text(), ()))


def _pages_of(asked: tuple[Question, ...], at_once: int) -> tuple[tuple[Question, ...], ...]:
    """Cut what is asked into pages; a note stands with the question that follows it."""
    pages: list[list[Question]] = [[]]
    count = 0
    waiting: list[Question] = []
    for each in asked:
        waiting.append(each)
        if not each.kind.is_answered:
            continue
        if at_once and count == at_once:
            pages.append([])
            count = 0
        pages[-1] += waiting
        count += 1
        waiting = []
    pages[-1] += waiting
    return tuple(tuple(page) for page in pages)
