"""Services side by side in words: what differs, what is the same, and what none of them states."""

from __future__ import annotations

from dataclasses import dataclass

from tp_directory import wording
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.query import Hit
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.wording.facts import FactKind, facts

_HOURS = Text("Hours", "Heures")


@dataclass(frozen=True, slots=True)
class ComparedFact:
    """One fact of each service, in their order; "" where a service does not state it."""

    heading: str
    words: tuple[str, ...]

    @property
    def is_stated(self) -> bool:
        """Whether any of the services states it."""
        return any(self.words)

    @property
    def differs(self) -> bool:
        """Whether it tells the services apart; that only one states it does so, too."""
        return len(set(self.words)) > 1


def compared(
    hits: tuple[Hit, ...], taxonomy: Taxonomy, language: Language
) -> tuple[ComparedFact, ...]:
    """The facts of services side by side, in the order in which facts are read."""
    hours = tuple(
        wording.hours(hit.service.hours, language) if hit.service.hours else "" for hit in hits
    )
    told = zip(*(facts(hit.service, taxonomy, language) for hit in hits), strict=True)
    rows = []
    for versions in told:
        kind, words = versions[0].kind, tuple(fact.words for fact in versions)
        if kind is FactKind.WHERE:
            far = (wording.how_far_from(hit, language) for hit in hits)
            words = tuple(" · ".join(filter(None, site)) for site in zip(words, far, strict=True))
        rows.append(ComparedFact(kind.heading.best(language), words))
    return (
        ComparedFact(_HOURS.best(language), hours),
        *rows,
    )
