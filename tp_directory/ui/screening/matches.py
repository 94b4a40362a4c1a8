"""Which services a result asks for: what to ask the directory, and whom to name first.

Nothing is filtered away by whom a service states to be for: most state nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tp_directory.core.bilingual import Language
from tp_directory.core.coverage import Closeness
from tp_directory.core.hours import Availability, OpenState
from tp_directory.core.place import Spot
from tp_directory.core.query import Hit, Query

if TYPE_CHECKING:  # it loads the store and the index, which the window does not wait for
    from tp_directory.directory import Directory

_TRAFFICKING = "trafficking"
_STATES = (OpenState.OPEN, OpenState.UNKNOWN, OpenState.CLOSED)
_AT_MOST = 150
"""Services that are ranked: twice as many as serve Toronto, or all of Canada."""
_FEW_NEEDS = 3


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: needs and populations by their codes, and the place as typed."""

    needs: tuple[str, ...]
    populations: tuple[str, ...]
    near: str
    language: Language

    def query(self, *needs: str) -> Query:
        """The question that gives the directory's own list for some of the needs."""
        return Query(language=self.language, near=self.near, needs=needs)


@dataclass(frozen=True, slots=True)
class Match:
    """Who can help with one need: `hits` to name, of `total` in the directory.

    `above` would be named too, but were with a need before this one.
    """

    need: str
    hits: tuple[Hit, ...]
    above: tuple[Hit, ...]
    total: int

    @property
    def best(self) -> Hit | None:
        """Whom to name where there is room for one: none that stands above if there is another."""
        return next(iter(self.hits + self.above), None)


@dataclass(frozen=True, slots=True)
class Matches:
    """The answer for all needs, in their order, from where `spot` is (None: all of Canada)."""

    wanted: Wanted
    spot: Spot | None
    of_needs: tuple[Match, ...] = ()


def find_matches(directory: Directory, wanted: Wanted) -> Matches:
    """Ask the directory once for all needs, and choose two or three services for each.

    A need's services stand in this order: those that state one of the populations, or none at
    all; those with a number; those that serve the place most closely; those that answer now;
    those whose record names the need first; those that also help with trafficking; and then as
    the directory ranks them. Where none of those chosen answers now, the best that does and is
    for this need first, often a national line, takes the last place. Without a place only
    services for all of Canada count. A service is named once, with the first need that it is
    chosen for.

    Raises:
        UnknownPlace: wanted.near is no known town, postal code or coordinates.
    """
    if not wanted.needs:
        return Matches(wanted, None)
    results = directory.search(replace(wanted.query(*wanted.needs), limit=_AT_MOST))
    shown: set[str] = set()
    found = []
    count = 3 if len(wanted.needs) <= _FEW_NEEDS else 2
    for need in wanted.needs:
        ranked = sorted(
            (hit for hit in results.hits if need in hit.service.needs and _is_in_reach(hit)),
            key=lambda hit: _rank(hit, need, wanted.populations),
        )
        best = _best(ranked, need, count)
        above = tuple(hit for hit in best if hit.service.id in shown)
        others = [*best, *(hit for hit in ranked if hit not in best)]
        fresh = [hit for hit in others if hit.service.id not in shown]
        hits = tuple(fresh[: max(1, count - len(above))])
        shown.update(hit.service.id for hit in hits)
        found.append(Match(need, hits, above, results.facets.need.get(need, 0)))
    return Matches(wanted, results.spot, tuple(found))


def answer_of(hit: Hit) -> Availability:
    """Whether somebody answers the number that is given for a service, or the service itself."""
    return hit.answer(hit.main_line) if hit.main_line else hit.availability


def _is_in_reach(hit: Hit) -> bool:
    """Whether it serves the place; a search without one finds services of every province."""
    return hit.closeness is not None or hit.service.coverage.is_national


def _rank(hit: Hit, need: str, populations: tuple[str, ...]) -> tuple[object, ...]:
    service = hit.service
    is_for_others = bool(service.populations and populations) and not (
        set(service.populations) & set(populations)
    )
    return (
        is_for_others,
        hit.main_line is None,
        Closeness.NATION if hit.closeness is None else hit.closeness,
        _STATES.index(answer_of(hit).state),
        service.needs[0] != need,
        _TRAFFICKING not in service.needs,
    )


def _best(ranked: list[Hit], need: str, count: int) -> list[Hit]:
    """The first of a need's services, with one that answers now among them if there is any.

    It must name the need first: a line of another kind would lead the worker astray.
    """
    best = ranked[:count]
    answering = [hit for hit in ranked if answer_of(hit).state is OpenState.OPEN]
    lines = [hit for hit in answering if hit.service.needs[0] == need]
    if lines and not any(hit in best for hit in answering):
        best[-1] = lines[0]
    return best
