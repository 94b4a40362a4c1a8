"""Opens an edition for reading."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from tp_directory.core.edition import EDITION_FORMAT
from tp_directory.core.errors import EditionDamaged, EditionTooNew
from tp_directory.directory import Clock, Directory
from tp_directory.editions.in_use import hold
from tp_directory.editions.layout import INDEX, STORE, read_info
from tp_directory.exchange.reference import read_gazetteer, read_taxonomy
from tp_directory.search.finder import Finder
from tp_directory.store.reader import Store


def open_edition(
    folder: Path, data: Path, *, clock: Clock, then: ExitStack | None = None
) -> Directory:
    """Open an edition read-only; `data` has the gazetteer and the taxonomy.

    Until the directory is closed, no other program removes the edition. `then` is closed after it,
    or where it cannot be opened.

    Raises:
        EditionTooNew: a newer program wrote it; it is left untouched.
        EditionDamaged: it is older than this program, incomplete or damaged.
        CannotRead: `data` is incomplete or damaged.
    """
    with then or ExitStack() as stack:
        stack.enter_context(hold(folder))
        info = read_info(folder)
        if info.format > EDITION_FORMAT:
            raise EditionTooNew(info.format, EDITION_FORMAT)
        if info.format < EDITION_FORMAT:
            raise EditionDamaged(f"format {info.format}")
        gazetteer = read_gazetteer(data / "geography")
        taxonomy = read_taxonomy(data)
        finder = Finder.open(folder / INDEX, gazetteer, taxonomy)
        if finder.size != info.services:
            raise EditionDamaged(INDEX)
        store = Store(folder / STORE)
        held = stack.pop_all()
    return Directory(store, finder, gazetteer, taxonomy, info, clock, held)
