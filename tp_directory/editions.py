"""Editions: folders that hold one state of the directory, built whole or not at all.

An edition has directory.sqlite (the store), index/ (the search index) and edition.json. It is
built in a folder beside its place, flushed to disk and renamed last: a build that is killed
leaves nothing under the edition's name. The program's own edition is built from the bundled
records and carries their hash in its name, so that other records make another folder.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from tp_directory.core.bilingual import Text
from tp_directory.core.closure import Closure
from tp_directory.core.edition import EDITION_FORMAT, EditionInfo
from tp_directory.core.errors import CannotWrite, EditionDamaged, EditionTooNew
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.service import Service
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.directory import Clock, Directory
from tp_directory.exchange.records import read_closures, read_records
from tp_directory.exchange.reference import read_gazetteer, read_taxonomy
from tp_directory.paths import Bundle
from tp_directory.search.columns import NATIONAL
from tp_directory.search.finder import Finder
from tp_directory.search.index import IndexWriter
from tp_directory.store.reader import Store
from tp_directory.store.writer import StoreWriter

_STORE, _INDEX, _INFO = "directory.sqlite", "index", "edition.json"
_BUILDING = ".building-"
_BUNDLED = "bundled-"
_ABANDONED_SECONDS = 3600
_UNDATED = "undated"
_PROGRESS_EVERY = 100
# What an edition depends on besides its records; outlines of provinces are only drawn.
_REFERENCE = ("taxonomy/*.json", "thesaurus/*.csv", "geography/*.csv")

REBUILT = Text(
    "The directory on this computer could not be used and has been rebuilt from the records "
    "that came with the program.",
    "Le répertoire de cet ordinateur était inutilisable; il a été reconstruit à partir des "
    "fiches livrées avec le programme.",
)
NOT_KEPT = Text(
    "The directory could not be saved on this computer and was prepared for this session only.",
    "Le répertoire n'a pas pu être enregistré sur cet ordinateur; il a été préparé pour cette "
    "séance seulement.",
)


@dataclass(frozen=True, slots=True)
class Step:
    """How far a build is: services done, of how many."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Opened:
    """A directory ready to be asked, and what the worker should know of it ("" for nothing)."""

    directory: Directory
    notice: Text


Progress = Callable[[Step], None]


def current(bundle: Bundle, editions: Path, *, clock: Clock, progress: Progress) -> Opened:
    """The program's own edition, built or rebuilt first where needed.

    Where `editions` cannot be written, the edition is built in a temporary folder.

    Raises:
        EditionTooNew: a newer program wrote it.
        CannotRead, RecordsRefused: the bundled data is damaged; install the program again.
    """
    records = bundle.data / "directory"
    edition = editions / f"{_BUNDLED}{sources_hash(records, bundle.data)[:16]}"
    notice = Text()
    try:
        if edition.exists():
            try:
                return Opened(open_edition(edition, bundle.data, clock=clock), notice)
            except EditionDamaged:
                notice = REBUILT
        build(records, edition, bundle.data, clock=clock, progress=progress)
    except CannotWrite:
        edition = Path(tempfile.mkdtemp(prefix="tp-directory-")) / edition.name
        build(records, edition, bundle.data, clock=clock, progress=progress)
        notice = NOT_KEPT
    return Opened(open_edition(edition, bundle.data, clock=clock), notice)


def open_edition(folder: Path, data: Path, *, clock: Clock) -> Directory:
    """Open an edition read-only; `data` has the gazetteer and the taxonomy.

    Raises:
        EditionTooNew: a newer program wrote it; it is left untouched.
        EditionDamaged: it is older than this program, incomplete or damaged.
    """
    try:
        info = msgspec.json.decode((folder / _INFO).read_bytes(), type=EditionInfo)
    except (OSError, msgspec.DecodeError) as error:
        raise EditionDamaged(_INFO) from error
    if info.format > EDITION_FORMAT:
        raise EditionTooNew(info.format, EDITION_FORMAT)
    if info.format < EDITION_FORMAT:
        raise EditionDamaged(f"format {info.format}")
    gazetteer = read_gazetteer(data / "geography")
    taxonomy = read_taxonomy(data)
    finder = Finder.open(folder / _INDEX, gazetteer, taxonomy)
    if finder.size != info.services:
        raise EditionDamaged(_INDEX)
    return Directory(Store(folder / _STORE), finder, gazetteer, taxonomy, info, clock)


def build(
    records: Path, folder: Path, data: Path, *, clock: Clock, progress: Progress
) -> EditionInfo:
    """Build an edition from records (a folder of *.jsonl) and put it at `folder`.

    An edition that stands there is replaced; another folder that is not empty is left alone.

    Raises:
        CannotWrite: there is no room, no permission, or something else stands there.
        CannotRead, RecordsRefused: the records or the reference data cannot be used.
    """
    is_ours = folder.name.startswith(_BUNDLED) or (folder / _INFO).exists()
    if folder.exists() and any(folder.iterdir()) and not is_ours:
        raise CannotWrite(folder, "it is not empty and not an edition")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _remove_abandoned(folder.parent)
        building = Path(tempfile.mkdtemp(prefix=_BUILDING, dir=folder.parent))
    except OSError as error:
        raise CannotWrite(folder, error.strerror or str(error)) from error
    try:
        total = sum(file.read_bytes().count(b"\n") for file in sorted(records.glob("*.jsonl")))
        gazetteer = read_gazetteer(data / "geography")
        info = write(
            building,
            read_records(records, gazetteer),
            gazetteer,
            read_taxonomy(data),
            built_at=clock().isoformat(timespec="seconds"),
            sources=sources_hash(records, data),
            closures=read_closures(records),
            progress=lambda done: progress(Step(done, total)),
        )
        progress(Step(info.services, info.services))
        _flush(building)
        _put(building, folder)
    except OSError as error:
        raise CannotWrite(folder, error.strerror or str(error)) from error
    finally:
        shutil.rmtree(building, ignore_errors=True)
    return info


def sources_hash(records: Path, data: Path) -> str:
    """The SHA-256 of everything an edition is made from, and of its format, in hexadecimal."""
    digest = hashlib.sha256(f"format {EDITION_FORMAT}\n".encode())
    files = [
        *sorted(records.glob("*.jsonl")),
        *(f for each in _REFERENCE for f in sorted(data.glob(each))),
    ]
    for file in files:
        content = file.read_bytes()
        digest.update(f"{file.name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def write(
    folder: Path,
    services: Iterable[Service],
    gazetteer: Gazetteer,
    taxonomy: Taxonomy,
    *,
    built_at: str,
    sources: str = "",
    closures: Iterable[Closure] = (),
    progress: Callable[[int], None] = lambda done: None,
) -> EditionInfo:
    """Write an edition's files into an empty or new folder, as they come; nothing atomic.

    `closures` are asked for by id and found by no search. `sources` is the hash of what the
    services were read from. `progress` is told now and then how many services are done. Memory
    grows little with their number.
    """
    (folder / _INDEX).mkdir(parents=True)
    index = IndexWriter(folder / _INDEX, taxonomy, gazetteer)
    counts = _Counts()
    with StoreWriter(folder / _STORE) as store:
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
    info = counts.info(built_at, sources)
    (folder / _INFO).write_bytes(msgspec.json.format(msgspec.json.encode(info)))
    return info


class _Counts:
    """Counts what an edition holds while it is built."""

    def __init__(self) -> None:
        self._services = 0
        self._closed = 0
        self._read_on = ""
        self._by = {name: Counter[str]() for name in _COUNTED}

    def add(self, service: Service) -> None:
        self._services += 1
        source = service.sources[0]
        self._read_on = max(self._read_on, source.read_on.isoformat())
        self._by["provinces"].update(service.coverage.provinces or (NATIONAL,))
        self._by["needs"].update(service.needs)
        self._by["languages"].update(service.languages)
        self._by["verifications"][service.verification] += 1
        self._by["stated"][source.stated_on[:4] or _UNDATED] += 1

    def add_closure(self) -> None:
        self._closed += 1

    def info(self, built_at: str, sources: str) -> EditionInfo:
        return EditionInfo(
            format=EDITION_FORMAT,
            number=1,
            built_at=built_at,
            records_read_on=self._read_on,
            services=self._services,
            sources_hash=sources,
            closed=self._closed,
            **{name: _ordered(counter) for name, counter in self._by.items()},
        )


_COUNTED = ("provinces", "needs", "languages", "verifications", "stated")


def _ordered(counter: Counter[str]) -> dict[str, int]:
    return {str(name): counter[name] for name in sorted(counter)}


def _flush(folder: Path) -> None:
    """Have the operating system write every file, and the folders' entries, to disk."""
    for file in sorted(folder.rglob("*")):
        _sync(file)
    _sync(folder)


def _sync(path: Path) -> None:
    if path.is_dir() and os.name == "nt":
        return  # Windows opens no folder as a file
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() or os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _put(building: Path, folder: Path) -> None:
    """Rename the finished edition into its place, moving aside what stands there."""
    if folder.exists():
        aside = Path(tempfile.mkdtemp(prefix=_BUILDING, dir=folder.parent))
        folder.rename(aside / folder.name)
        building.rename(folder)
        shutil.rmtree(aside, ignore_errors=True)
    else:
        building.rename(folder)
    if os.name != "nt":
        _sync(folder.parent)


def _remove_abandoned(parent: Path) -> None:
    """Remove what killed builds left; a build that might still run is left alone."""
    for left in parent.glob(f"{_BUILDING}*"):
        if time.time() - left.stat().st_mtime > _ABANDONED_SECONDS:
            shutil.rmtree(left, ignore_errors=True)
