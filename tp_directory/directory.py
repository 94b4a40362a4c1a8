"""The directory: the one object that the window and the command line ask."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from operator import itemgetter

from tp_directory.core.bilingual import Language
from tp_directory.core.closure import Closure, Fate
from tp_directory.core.edition import EditionInfo
from tp_directory.core.errors import UnknownService
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.opening import hit_of
from tp_directory.core.place import Place, Spot
from tp_directory.core.query import Hit, Marker, Query, Related, Relief, Results, TownCount
from tp_directory.core.service import Service
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.search.columns import site_of
from tp_directory.search.finder import Finder, Found, Match
from tp_directory.search.widening import wider, widest
from tp_directory.store.reader import Store

Clock = Callable[[], datetime]
_MOST_LINES = 3
_NEARBY_KM = 50.0
_MOST_TRIED = 50


class Directory:
    """One opened edition. Frozen values go in and come out; it may be asked from any thread.

    Nothing asked is kept, logged or written.
    """

    def __init__(
        self,
        store: Store,
        finder: Finder,
        gazetteer: Gazetteer,
        taxonomy: Taxonomy,
        edition: EditionInfo,
        clock: Clock,
        held: ExitStack,
    ) -> None:
        """Join an edition's parts.

        `clock` gives the present as an aware moment. `held` is what is let go of last, once no
        file of the edition is open.
        """
        self._store = store
        self._finder = finder
        self._clock = clock
        self._held = held
        self.gazetteer = gazetteer
        self.taxonomy = taxonomy
        self.edition = edition

    def now(self) -> datetime:
        """The present, by the clock that "open now" goes by."""
        return self._clock()

    def search(self, query: Query) -> Results:
        """The services that answer a query, best first.

        Never fails for words, whatever is typed.

        Raises:
            UnknownPlace: query.near is no known town, postal code or coordinates.
        """
        spot = self._spot(query)
        moment = self._moment(query)
        found = self._finder.find(query, spot, moment)
        results = Results(
            query=query,
            hits=self._hits(found, moment),
            total=found.total,
            facets=found.facets,
            spot=found.spot,
            suggestion=found.corrected,
            is_loose=found.is_loose,
            hints=found.hints,
            groups=found.groups,
        )
        if found.total == 0:
            return self._relieved(results, spot, moment)
        if found.is_loose:
            return replace(results, suggestion=self._suggestion(query, spot, moment))
        return results

    def page(self, query: Query) -> tuple[Hit, ...]:
        """The hits alone that `search` gives, for more of them; raises as `search` does."""
        moment = self._moment(query)
        found = self._finder.find(query, self._spot(query), moment, with_facets=False)
        return self._hits(found, moment)

    def town_counts(self, query: Query) -> tuple[TownCount, ...]:
        """How many of all hits are located in each town, most first; raises as `search` does.

        A service that one only calls is in no town.
        """
        return self._finder.town_counts(query, self._spot(query), self._moment(query))

    def marks(self, query: Query) -> Marker:
        """What finds the words of a query in the texts of its hits."""
        return self._finder.marker(query)

    def service(self, service_id: str) -> Service:
        """The service with a UUID.

        Raises:
            UnknownService: this edition has none.
        """
        service = self._store.service(service_id)
        if service is None:
            raise UnknownService(service_id)
        return service

    def closure(self, service_id: str) -> Closure | None:
        """What is left of the service that had a UUID, or None where none with it has closed."""
        return self._store.closure(service_id)

    def fate(self, service_id: str) -> Fate:
        """What became of a service that was kept: its record today, or what replaced it."""
        service = self._store.service(service_id)
        if service is not None:
            return Fate(service)
        closure = last = self._store.closure(service_id)
        while last and (further := self._store.closure(last.replaced_by)):
            last = further  # what replaced it has closed in turn
        instead = self._store.service(last.replaced_by) if last else None
        return Fate(None, closure, instead)

    def related(self, service: Service, language: Language, limit: int = 5) -> Related:
        """What goes together with a service: at most `limit` of each kind.

        Nearby is what one can go to within 50 km, shares a need and serves its town; nothing is
        near a service that one only calls. A withheld address is no place to measure from: then
        the town counts that its page names, if any.
        """
        return Related(
            self._store.of_organization(service.id, language, limit),
            self._nearby(service, language)[:limit],
        )

    def places(self, prefix: str, limit: int = 10) -> tuple[Place, ...]:
        """Places whose name begins so, most people first."""
        return self.gazetteer.starting(prefix, limit)

    def explain(self, query: Query) -> tuple[tuple[Hit, str], ...]:
        """For developers: why each hit stands where it does; raises as `search` does."""
        spot, moment = self._spot(query), self._moment(query)
        hits = self._hits(self._finder.find(query, spot, moment), moment)
        reasons = self._finder.explain(query, spot, moment)
        return tuple(zip(hits, reasons, strict=False))

    def forget(self) -> None:
        """Let go of the last queries, which are remembered for their further pages."""
        self._finder.forget()

    def close(self) -> None:
        """Let go of the edition's files."""
        self._finder.close()
        self._store.close()
        self._held.close()

    def _spot(self, query: Query) -> Spot | None:
        return self.gazetteer.spot(query.near) if query.near.strip() else None

    def _moment(self, query: Query) -> datetime:
        return query.open_at or self.now()

    def _hits(self, found: Found, moment: datetime) -> tuple[Hit, ...]:
        services = self._store.services([match.row for match in found.matches])
        return tuple(
            _hit(service, match, moment, found.spot)
            for service, match in zip(services, found.matches, strict=True)
        )

    def _nearby(self, service: Service, language: Language) -> tuple[Hit, ...]:
        """Services of other organizations that share a need and are near, the nearest first."""
        spot = self._spot_of(service)
        if spot is None or not service.needs:
            return ()
        # By relevance, which asks where one is: to sort all hits by distance takes twice as long.
        query = Query(language=language, needs=service.needs, limit=_MOST_TRIED)
        moment = self.now()
        found = self._finder.find(query, spot, moment, with_facets=False)
        near = [
            (km, hit)
            for hit in self._hits(found, moment)
            if hit.service.organization != service.organization
            and (km := _km(spot, self._spot_of(hit.service))) <= _NEARBY_KM
        ]
        return tuple(hit for _distance, hit in sorted(near, key=itemgetter(0)))

    def _spot_of(self, service: Service) -> Spot | None:
        """Where one goes for a service: its point, or the town where the address is withheld."""
        site = site_of(service)
        place = self.gazetteer.place(site.place_id) if site and site.place_id is not None else None
        return Spot(place.title, place, site.point or place.point) if site and place else None

    def _relieved(self, empty: Results, spot: Spot | None, moment: datetime) -> Results:
        """An empty answer with its ways out: a spelling, what to leave out, national lines."""
        query = empty.query
        reliefs = [*self._filled(wider(query, empty.spot), moment)] or self._filled(
            widest(query, empty.spot), moment
        )
        lines = self._finder.find(
            Query(
                language=query.language,
                needs=("trafficking",),
                always_open=True,
                limit=_MOST_LINES,
            ),
            spot,
            moment,
            with_facets=False,
        )
        return replace(
            empty,
            suggestion=self._suggestion(query, spot, moment),
            reliefs=tuple(reliefs),
            lines=self._hits(lines, moment),
        )

    def _filled(self, tried: Iterable[tuple[str, Query]], moment: datetime) -> Iterator[Relief]:
        """The wider queries that find something."""
        for dropped, query in tried:
            total = self._finder.total(query, self._spot(query), moment)
            if total:
                yield Relief(dropped, query, total)

    def _suggestion(self, query: Query, spot: Spot | None, moment: datetime) -> str:
        """The words spelled like known ones, if those are found, or ""."""
        mended = self._finder.correction(query.words)
        if not mended:
            return ""
        corrected = replace(query, words=mended)
        return mended if self._finder.total(corrected, spot, moment) else ""


def _hit(service: Service, match: Match, moment: datetime, spot: Spot | None) -> Hit:
    return replace(
        hit_of(service, moment),
        closeness=match.closeness,
        distance_km=match.distance_km,
        score=match.score,
        spot=spot,
    )


def _km(here: Spot, there: Spot | None) -> float:
    if there is None or here.point is None or there.point is None:
        return math.inf
    return here.point.distance_km(there.point)
