"""Counts what an edition holds while it is built."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from tp_directory.core.edition import EditionInfo
from tp_directory.core.service import Service
from tp_directory.search.columns import NATIONAL

_COUNTED = ("provinces", "needs", "languages", "verifications", "stated")
_UNDATED = "undated"


class Counts:
    """How many services there are, in all and of each kind."""

    def __init__(self, before: EditionInfo | None = None) -> None:
        """Count from nothing, or on from what an edition holds."""
        self.services = before.services if before else 0
        self.closed = before.closed if before else 0
        self._by = {
            name: Counter[str](getattr(before, name) if before else ()) for name in _COUNTED
        }

    def add(self, service: Service) -> None:
        """Count a service."""
        self.services += 1
        for name, values in _kinds(service).items():
            self._by[name].update(values)

    def remove(self, service: Service) -> None:
        """Count a service no more."""
        self.services -= 1
        for name, values in _kinds(service).items():
            self._by[name].subtract(values)

    def told_in(self, info: EditionInfo) -> EditionInfo:
        """What an edition says of itself, with what was counted."""
        return replace(
            info,
            services=self.services,
            closed=self.closed,
            provinces=self._of("provinces"),
            needs=self._of("needs"),
            languages=self._of("languages"),
            verifications=self._of("verifications"),
            stated=self._of("stated"),
        )

    def _of(self, name: str) -> dict[str, int]:
        counter = self._by[name]
        return {kind: counter[kind] for kind in sorted(counter) if counter[kind]}


def _kinds(service: Service) -> dict[str, tuple[str, ...]]:
    return {
        "provinces": service.coverage.provinces or (NATIONAL,),
        "needs": service.needs,
        "languages": service.languages,
        "verifications": (service.verification,),
        "stated": (service.sources[0].stated_on[:4] or _UNDATED,),
    }
