"""Whom to call for a child in a province, as the directory has it; no age decides anything."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tp_directory.core.bilingual import Language
from tp_directory.core.coverage import Closeness, Scope
from tp_directory.core.errors import UnknownPlace
from tp_directory.core.folding import fold
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.place import Province
from tp_directory.core.query import Hit, Query

NEED = "child_protection"
_REPORTING = "report_tip"
_CRISIS = "crisis_line"
_EVERY = 500  # far more than serve a province


@dataclass(frozen=True, slots=True)
class ChildServices:
    """The services of one province, and those of all of Canada.

    `here` are those of the province whose records name the town, or all of the province; `around`
    those of a region that the town lies in as far as the gazetteer knows; `own` are its others.
    """

    here: tuple[Hit, ...]
    around: tuple[Hit, ...]
    own: tuple[Hit, ...]
    national: tuple[Hit, ...]

    @property
    def are_parted(self) -> bool:
        """Whether several of `own` serve a part of the province each, and none all of it."""
        return len(self.own) > 1 and all(_is_part(hit) for hit in self.own)


def home_province(gazetteer: Gazetteer, home: str) -> Province | None:
    """The province of the place that a computer is set to.

    None where nothing tells it, or where places of several provinces have that name.
    """
    try:
        spots = gazetteer.spots(home)
    except UnknownPlace:
        return None
    return spots[0].place.province if len(spots) == 1 else None


def child_query(province: Province | None, language: Language, near: str = "") -> Query:
    """What to ask the directory: for a province, or what of it serves a town, or for all."""
    provinces = (province,) if province else ()
    return Query(language=language, needs=(NEED,), provinces=provinces, near=near, limit=_EVERY)


def child_services(
    hits: Iterable[Hit],
    province: Province | None,
    language: Language,
    near: Iterable[Hit] = (),
) -> ChildServices:
    """The hits of `child_query` for a province in the order in which they are to be called.

    `near` are those of the same question for a town. The services that serve it stand by what they
    are for, then by how closely they serve it. Elsewhere a service of the whole province comes
    before one of a part of it, and parts stand by the names of the areas that they serve, among
    which one looks for one's own. One with a number always comes before one without. Without a
    province only what serves all of Canada is left.
    """
    ranked = sorted(hits, key=lambda hit: _rank(hit, language))
    serving = sorted(filter(_is_own, near), key=_rank_here)
    served = {hit.service.id for hit in serving}
    own = (hit for hit in ranked if _is_own(hit) and hit.service.id not in served)
    return ChildServices(
        here=tuple(hit for hit in serving if hit.closeness is not Closeness.REGION),
        around=tuple(hit for hit in serving if hit.closeness is Closeness.REGION),
        own=tuple(own) if province else (),
        national=tuple(hit for hit in ranked if not _is_own(hit)),
    )


def _rank(hit: Hit, language: Language) -> tuple[object, ...]:
    is_part = _is_part(hit)
    area = fold(hit.service.serves.best(language)) if is_part else ""
    return is_part, hit.main_line is None, area, _purpose(hit)


def _rank_here(hit: Hit) -> tuple[object, ...]:
    return hit.main_line is None, _purpose(hit), hit.closeness


def _purpose(hit: Hit) -> tuple[bool, ...]:
    """Sorts by what the record's own needs say that it is for.

    First what takes reports, then a line that helps at once, then what names child protection
    before other needs; the directory's own order is left otherwise.
    """
    needs = hit.service.needs
    return _REPORTING not in needs, _CRISIS not in needs, needs[:1] != (NEED,)


def _is_own(hit: Hit) -> bool:
    return not hit.service.coverage.is_national


def _is_part(hit: Hit) -> bool:
    return hit.service.coverage.scope in (Scope.REGION, Scope.CITY)
