"""Writes an edition's files from services, as they come."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from tp_directory.core.closure import Closure
from tp_directory.core.edition import EditionInfo
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.service import Service
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.editions.counting import Counts
from tp_directory.editions.layout import INDEX, INFO, STORE
from tp_directory.search.index import IndexWriter
from tp_directory.store.writer import StoreWriter

_PROGRESS_EVERY = 100


def write(
    folder: Path,
    services: Iterable[Service],
    gazetteer: Gazetteer,
    taxonomy: Taxonomy,
    *,
    built_at: str,
    sources: str = "",
    number: int = 1,
    published_at: str = "",
    closures: Iterable[Closure] = (),
    progress: Callable[[int], None] = lambda done: None,
) -> EditionInfo:
    """Write an edition's files into an empty or new folder, as they come; nothing atomic.

    `closures` are asked for by id and found by no search. `sources` is the hash of what the
    services were read from. `progress` is told now and then how many services are done. Memory
    grows little with their number.

    Raises:
        CannotWrite: the disk is full, or fails.
    """
    (folder / INDEX).mkdir(parents=True)
    index = IndexWriter(folder / INDEX, taxonomy, gazetteer)
    counts = Counts()
    with StoreWriter(folder / STORE) as store:
        for service in services:
            row = store.add(service)
            index.add(row, service)
            counts.add(service)
            if row % _PROGRESS_EVERY == 0:
                progress(row)
        for closure in closures:
            store.add_closure(closure)
            counts.add_closure()
    index.finish()
    info = counts.info(built_at, sources, number, published_at)
    (folder / INFO).write_bytes(msgspec.json.format(msgspec.json.encode(info)))
    return info
