"""Counts what an edition holds while it is built."""

from __future__ import annotations

from collections import Counter

from tp_directory.core.edition import EDITION_FORMAT, EditionInfo
from tp_directory.core.service import Service
from tp_directory.search.columns import NATIONAL

_COUNTED = ("provinces", "needs", "languages", "verifications", "stated")
_UNDATED = "undated"


class Counts:
    """How many services there are, in all and of each kind."""

    def __init__(self) -> None:
        self._services = 0
        self._closed = 0
        self._read_on = ""
        self._by = {name: Counter[str]() for name in _COUNTED}

    def add(self, service: Service) -> None:
        """Count a service."""
        self._services += 1
        source = service.sources[0]
        self._read_on = max(self._read_on, source.read_on.isoformat())
        self._by["provinces"].update(service.coverage.provinces or (NATIONAL,))
        self._by["needs"].update(service.needs)
        self._by["languages"].update(service.languages)
        self._by["verifications"][service.verification] += 1
        self._by["stated"][source.stated_on[:4] or _UNDATED] += 1

    def add_closure(self) -> None:
        """Count a service that closed."""
        self._closed += 1

    def info(self, built_at: str, sources: str, number: int, published_at: str) -> EditionInfo:
        """What was counted, of an edition."""
        return EditionInfo(
            format=EDITION_FORMAT,
            number=number,
            built_at=built_at,
            records_read_on=self._read_on,
            services=self._services,
            sources_hash=sources,
            closed=self._closed,
            published_at=published_at,
            **{name: _ordered(counter) for name, counter in self._by.items()},
        )


def _ordered(counter: Counter[str]) -> dict[str, int]:
    return {str(name): counter[name] for name in sorted(counter)}
