"""How many hits are located in each town, for the map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from tp_directory.core.query import TownCount
from tp_directory.search.columns import Site


def count_towns(counts: Mapping[int, int], sites: tuple[Site | None, ...]) -> tuple[TownCount, ...]:
    """The towns of some hits, most hits first, from how many have each number of a site."""
    totals, withheld = Counter[int](), Counter[int]()
    for number, count in counts.items():
        site = sites[number]
        if site is not None and site.place_id is not None:
            totals[site.place_id] += count
            withheld[site.place_id] += count * site.is_withheld
    return tuple(
        TownCount(place_id, total, withheld[place_id])
        for place_id, total in sorted(totals.items(), key=lambda each: (-each[1], each[0]))
    )
