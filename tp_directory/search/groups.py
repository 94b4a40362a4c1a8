"""The runs of hits that stand together in an answer, from counts of the index's columns."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from tp_directory.core.coverage import Closeness
from tp_directory.core.hours import OpenState
from tp_directory.core.query import Group

OPEN_FIRST = (OpenState.OPEN, OpenState.UNKNOWN, OpenState.CLOSED)
Counts = Mapping[int, int]  # how many hits have each number of a column


def by_closeness(
    coverage: Counts, named: Counts, closeness: Sequence[Closeness | None]
) -> tuple[Group, ...]:
    """The groups of hits sorted by relevance from a place.

    `coverage` counts all hits, `named` those among them that stand first because the words are
    their name; `closeness` is that of each number.
    """
    sizes = Counter[Closeness | None]()
    for number, count in coverage.items():
        sizes[closeness[number]] += count - named.get(number, 0)
    return _filled(
        Group(sum(named.values()), is_named=True),
        *(Group(sizes[each], closeness=each) for each in (*Closeness, None)),
    )


def by_distance(sites: Counts, distances: Sequence[float]) -> tuple[Group, ...]:
    """The groups of hits sorted by distance; `distances` holds infinity where there is none."""
    far = sum(count for site, count in sites.items() if math.isinf(distances[site]))
    near = sum(sites.values()) - far
    return _filled(Group(near, has_distance=True), Group(far, has_distance=False))


def by_state(hours: Counts, states: Sequence[OpenState]) -> tuple[Group, ...]:
    """The groups of hits with open ones first; `states` is that of each number."""
    sizes = Counter[OpenState]()
    for number, count in hours.items():
        sizes[states[number]] += count
    return _filled(*(Group(sizes[state], state=state) for state in OPEN_FIRST))


def _filled(*groups: Group) -> tuple[Group, ...]:
    return tuple(group for group in groups if group.size)
