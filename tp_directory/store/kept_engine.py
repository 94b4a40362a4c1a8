"""Opens the SQLite file of what is kept: how it writes, whether it is sound, and of which form."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, StaticPool, create_engine, event, inspect
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import ConnectionPoolEntry

from tp_directory.core.errors import CannotWrite, KeptDamaged, KeptTooNew

MEMORY = Path(":memory:")
"""SQLite's name for a file that is nowhere."""

REVISION = "0001"
"""The newest of the migrations; what a newer program writes sorts after it."""

_MIGRATIONS = Path(__file__).with_name("migrations")
_WAIT_SECONDS = 1  # for another program that has the file; the window waits meanwhile
_DAMAGE = (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def prepared(file: Path) -> Engine:
    """The engine of a file that is sound and has the tables of this program.

    Raises:
        KeptTooNew: a newer program wrote it; it was left untouched.
        KeptDamaged: it cannot be read, or is something else.
        CannotWrite: the folder takes no file.
    """
    if file != MEMORY:
        _make(file)
    engine = create_engine(
        URL.create("sqlite", database=str(file)),
        poolclass=StaticPool,
        connect_args={"check_same_thread": False, "timeout": _WAIT_SECONDS},
    )
    event.listen(engine, "connect", _write_safely)
    try:
        with engine.connect() as connection:
            _prepare(connection, file)
    except DatabaseError as error:
        engine.dispose()
        if is_damage(error):
            raise KeptDamaged(file) from error
        raise CannotWrite(file.parent, str(error.orig)) from error
    except (KeptDamaged, KeptTooNew):
        engine.dispose()
        raise
    return engine


def is_damage(error: DatabaseError) -> bool:
    """Whether a file is damaged or something else, and not only locked, or out of reach."""
    # Python's own errors have no code: SQLite gave letters that are no UTF-8.
    code: int = getattr(error.orig, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    return code & 0xFF in _DAMAGE  # the low byte is the kind, the rest its detail


def _make(file: Path) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists():
            file.touch(mode=0o600)  # no other user of the computer is to read it
    except OSError as error:
        raise CannotWrite(file.parent, error.strerror or str(error)) from error


def _write_safely(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    """Let no words stay behind and no change get lost.

    The journal is SQLite's usual one and no WAL: it works too where the home folder is on a
    network drive, and once a change is done no second file holds the words as they were. EXTRA:
    what was reported done stays done after a power cut. What VACUUM puts aside stays in memory.
    """
    cursor = connection.cursor()
    for pragma in (
        "secure_delete = ON",
        "synchronous = EXTRA",
        "temp_store = MEMORY",
        "foreign_keys = ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _prepare(connection: Connection, file: Path) -> None:
    if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one() != "ok":
        raise KeptDamaged(file)
    revision = ""
    if inspect(connection).has_table("alembic_version"):
        found = connection.exec_driver_sql("SELECT version_num FROM alembic_version")
        revision = found.scalar() or ""
    if revision > REVISION:
        raise KeptTooNew
    if revision < REVISION:
        _upgrade(connection)


def _upgrade(connection: Connection) -> None:
    """Bring the tables up to date, all at once or not at all."""
    # Alembic takes 0.1 s to load, and a file needs it once.
    from alembic import command  # noqa: PLC0415 (start-up)
    from alembic.config import Config  # noqa: PLC0415 (with it)

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    # A step that makes a table anew would otherwise empty those that refer to it.
    connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    command.upgrade(config, "head")
    connection.commit()
    connection.exec_driver_sql("PRAGMA foreign_keys = ON")
