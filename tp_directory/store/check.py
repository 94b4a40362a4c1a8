"""Checks an edition's file that was just written, as SQLite can."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import create_engine, func, select
from sqlalchemy.exc import DatabaseError

from tp_directory.core.errors import EditionDamaged
from tp_directory.store import tables
from tp_directory.store.file_url import read_only


@dataclass(frozen=True, slots=True)
class Contents:
    """The rows of an edition's services, and how many closures it has."""

    rows: frozenset[int]
    closures: int


def check_store(file: Path) -> Contents:
    """What an edition's file holds, if it is sound.

    Cost: it is read whole.

    Raises:
        EditionDamaged: it is not, or a row refers to one that is not there.
    """
    engine = create_engine(read_only(file))
    try:
        with engine.connect() as connection:
            if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one() != "ok":
                raise EditionDamaged(f"{file.name}: quick_check")
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise EditionDamaged(f"{file.name}: foreign_key_check")
            rows = frozenset(connection.execute(select(tables.service.c.row)).scalars())
            count = select(func.count()).select_from(tables.closure)
            return Contents(rows, connection.execute(count).scalar_one())
    except DatabaseError as error:
        raise EditionDamaged(file.name) from error
    finally:
        engine.dispose()
