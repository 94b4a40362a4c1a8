"""Writes an edition's files: from all its services, or from what changes in a copy of another."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import chain
from pathlib import Path

import msgspec

from tp_directory import __version__
from tp_directory.core.closure import Closure
from tp_directory.core.edition import EDITION_FORMAT, EditionInfo
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.service import Service
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.editions.counting import Counts
from tp_directory.editions.layout import INDEX, INFO, STORE, read_info
from tp_directory.search.indexing import IndexWriter
from tp_directory.store.writer import StoreWriter

_PROGRESS_EVERY = 100
Progress = Callable[[int], None]
Record = Service | Closure


def _unheard(_done: int) -> None:
    """Tell nobody."""


def write(
    folder: Path,
    services: Iterable[Service],
    gazetteer: Gazetteer,
    taxonomy: Taxonomy,
    *,
    built_at: str,
    sources: str = "",
    number: int = 0,
    published_at: str = "",
    closures: Iterable[Closure] = (),
    progress: Progress = _unheard,
) -> EditionInfo:
    """Write an edition's files into an empty or new folder, as they come; nothing atomic.

    `closures` are asked for by id and found by no search. `sources` is the hash of what the
    services were read from. `progress` is told now and then how many services are done. Memory
    grows little with their number.

    Raises:
        CannotWrite: the disk is full, or fails.
        EditionDamaged: two services have the same id.
    """
    (folder / INDEX).mkdir(parents=True)
    info = EditionInfo(
        format=EDITION_FORMAT,
        number=number,
        built_at=built_at,
        records_read_on="",
        services=0,
        sources_hash=sources,
        published_at=published_at,
        program=__version__,
    )
    return _write(folder, (), chain(services, closures), gazetteer, taxonomy, info, progress)


def edit(
    folder: Path,
    base: Path,
    gone: Iterable[Record],
    new: Iterable[Record],
    gazetteer: Gazetteer,
    taxonomy: Taxonomy,
    *,
    built_at: str,
    sources: str,
    number: int,
    published_at: str,
    edited: int,
    progress: Progress = _unheard,
) -> EditionInfo:
    """Write an edition's files as `write` does, from those of another and what changed since.

    The other one was made by the same program from the same reference data. `edited` is how many
    records changed. Searches find the same as if all were written anew; only their scores may
    differ a little, and so the order of hits that fit alike: services that are gone still count
    in how rare a word is, for Tantivy's Python library cannot be told to merge them away.

    Raises:
        CannotWrite: the disk is full, or fails.
        EditionDamaged: the other edition is, or does not have what is gone.
    """
    before = read_info(base)
    shutil.copytree(base / INDEX, folder / INDEX)
    shutil.copyfile(base / STORE, folder / STORE)
    info = replace(
        before,
        number=number,
        built_at=built_at,
        sources_hash=sources,
        published_at=published_at,
        edits=before.edits + 1,
        edited=before.edited + edited,
    )
    return _write(folder, gone, new, gazetteer, taxonomy, info, progress)


def _write(
    folder: Path,
    gone: Iterable[Record],
    new: Iterable[Record],
    gazetteer: Gazetteer,
    taxonomy: Taxonomy,
    info: EditionInfo,
    progress: Progress,
) -> EditionInfo:
    """Take out and add records; `info` counts what was there before."""
    index = IndexWriter(folder / INDEX, taxonomy, gazetteer)
    counts = Counts(info)
    with StoreWriter(folder / STORE) as store:
        for each in gone:
            if isinstance(each, Closure):
                store.remove_closure(each.id)
                counts.closed -= 1
            else:
                index.remove(store.remove(each.id), each)
                counts.remove(each)
        for done, each in enumerate(new, start=1):
            if isinstance(each, Closure):
                store.add_closure(each)
                counts.closed += 1
            else:
                index.add(store.add(each), each)
                counts.add(each)
            if done % _PROGRESS_EVERY == 0:
                progress(done)
        index.finish(store.names())
        read_on = store.newest_reading()
    written = counts.told_in(replace(info, records_read_on=read_on))
    (folder / INFO).write_bytes(msgspec.json.format(msgspec.json.encode(written)))
    return written
