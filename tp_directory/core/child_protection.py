"""Whom to call for a child in a province, as the directory has it; no age decides anything."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tp_directory.core.bilingual import Language
from tp_directory.core.coverage import Scope
from tp_directory.core.folding import fold
from tp_directory.core.place import Province
from tp_directory.core.query import Hit, Query

NEED = "child_protection"
_REPORTING = "report_tip"
_EVERY = 500  # far more than serve a province


@dataclass(frozen=True, slots=True)
class ChildServices:
    """The services of one province, and those of all of Canada."""

    own: tuple[Hit, ...]
    national: tuple[Hit, ...]

    @property
    def are_parted(self) -> bool:
        """Whether several serve a part of the province each, and none all of it."""
        return len(self.own) > 1 and all(_is_part(hit) for hit in self.own)


def child_query(province: Province, language: Language) -> Query:
    """What to ask the directory."""
    return Query(language=language, needs=(NEED,), provinces=(province,), limit=_EVERY)


def child_services(hits: Iterable[Hit], language: Language) -> ChildServices:
    """The hits of `child_query` in the order in which they are to be called.

    A service of the whole province comes before one of a part of it, one with a number before one
    without, one that takes reports before others; the directory's own order is left otherwise.
    Parts stand by the names of the areas that they serve, among which one looks for one's own.
    """
    ranked = sorted(hits, key=lambda hit: _rank(hit, language))
    return ChildServices(
        own=tuple(hit for hit in ranked if not hit.service.coverage.is_national),
        national=tuple(hit for hit in ranked if hit.service.coverage.is_national),
    )


def _rank(hit: Hit, language: Language) -> tuple[bool, bool, str, bool]:
    service, is_part = hit.service, _is_part(hit)
    area = fold(service.serves.best(language)) if is_part else ""
    return is_part, hit.main_line is None, area, _REPORTING not in service.needs


def _is_part(hit: Hit) -> bool:
    return hit.service.coverage.scope in (Scope.REGION, Scope.CITY)
