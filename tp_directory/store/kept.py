"""What a worker keeps, in a file of its own, and how it leaves without a trace."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection, Engine, bindparam, delete, insert, select, update
from sqlalchemy.exc import DatabaseError, IntegrityError

from tp_directory.core.bilingual import Text
from tp_directory.core.errors import (
    CannotRead,
    CannotWrite,
    KeptDamaged,
    KeptTooNew,
    ListNameTaken,
)
from tp_directory.core.kept import ErrorReport, Kept, KeptService
from tp_directory.store.kept_aside import erase, files_aside, set_aside
from tp_directory.store.kept_engine import MEMORY, is_damage, prepared
from tp_directory.store.kept_rows import (
    ADD_LIST,
    error_report,
    in_order,
    kept_services,
    put_on_lists,
    put_services,
    report_row,
)
from tp_directory.store.kept_tables import listed, metadata, named_list, report, service

_DROP = delete(service).where(service.c.id == bindparam("service_id"))
_SET_NOTE = (
    update(service).where(service.c.id == bindparam("service_id")).values(note=bindparam("words"))
)
_RENAME_LIST = (
    update(named_list).where(named_list.c.name == bindparam("old")).values(name=bindparam("new"))
)
_REMOVE_LIST = delete(named_list).where(named_list.c.name == bindparam("old"))
_REMOVE_REPORT = delete(report).where(report.c.key == bindparam("number"))


class KeptFile:
    """Everything that a worker keeps, in a SQLite file; used by one thread at a time.

    A change takes a few milliseconds. When its method returns, it is on disk, whole, and the words
    that it took away are in no file any more; what a disk holds outside of its files, no program
    can promise to erase. Every change raises CannotWrite where the disk does not take it.
    """

    def __init__(self, file: Path, engine: Engine) -> None:
        """Take a file that `open` or `in_memory` has prepared."""
        self._file = file
        self._engine = engine

    @classmethod
    def open(cls, file: Path) -> KeptFile:
        """Open a file, made where there is none, brought up to date where it is older.

        Raises:
            KeptTooNew: a newer program wrote it; it was left untouched.
            KeptDamaged: it is damaged, or holds something else.
            CannotRead: another program holds it, or the disk fails.
            CannotWrite: the folder takes no file.
        """
        kept = cls(file, prepared(file))
        try:
            kept.everything()
        except (CannotRead, KeptDamaged):
            kept.close()
            raise
        return kept

    @classmethod
    def in_memory(cls) -> KeptFile:
        """What is kept until it is closed, and then forgotten."""
        return cls(MEMORY, prepared(MEMORY))

    def everything(self) -> Kept:
        """All that is kept: services and lists by their names, reports as they were added.

        Raises:
            KeptDamaged: it is damaged.
            CannotRead: another program holds it, or the disk fails.
        """
        try:
            with self._engine.connect() as connection:
                services = connection.execute(select(service)).all()
                memberships = connection.execute(select(listed)).all()
                lists = connection.execute(select(named_list.c.name)).scalars().all()
                reports = connection.execute(select(report).order_by(report.c.key)).all()
            return Kept(
                kept_services(services, memberships),
                in_order(lists),
                tuple(map(error_report, reports)),
            )
        except DatabaseError as error:
            if is_damage(error):
                raise KeptDamaged(self._file) from error
            raise CannotRead(self._file, str(error.orig)) from error
        except ValueError as error:  # no such fault, no such date
            raise KeptDamaged(self._file) from error

    def keep(self, kept: KeptService) -> None:
        """Keep a service with its note, on its lists, instead of what was kept of it."""
        with self._changing() as connection:
            put_services(connection, (kept,))

    def drop(self, service_id: str) -> None:
        """Keep a service no longer, nor the note on it."""
        with self._changing() as connection:
            connection.execute(_DROP, {"service_id": service_id})

    def set_note(self, service_id: str, note: str) -> None:
        """Replace the note on a service.

        Raises:
            KeyError: the service is not kept; the note would be lost.
        """
        with self._changing() as connection:
            changed = connection.execute(_SET_NOTE, {"service_id": service_id, "words": note})
            if not changed.rowcount:
                raise KeyError(service_id)

    def set_lists(self, service_id: str, names: Sequence[str]) -> None:
        """Put a kept service on these lists, made where needed, and on no others."""
        with self._changing() as connection:
            put_on_lists(connection, {service_id: names})

    def add_list(self, name: str) -> None:
        """Have a list of this name; one that there is stays as it is."""
        with self._changing() as connection:
            connection.execute(ADD_LIST, {"name": name})

    def rename_list(self, old: str, new: str) -> None:
        """Give a list another name.

        Raises:
            ListNameTaken: another list has it.
        """
        with self._changing() as connection:
            try:
                connection.execute(_RENAME_LIST, {"old": old, "new": new})
            except IntegrityError as error:
                raise ListNameTaken(new) from error

    def remove_list(self, name: str) -> None:
        """Remove a list; the services on it stay kept."""
        with self._changing() as connection:
            connection.execute(_REMOVE_LIST, {"old": name})

    def add_report(self, new: ErrorReport) -> ErrorReport:
        """Add a report, and give it with its key."""
        with self._changing() as connection:
            added = connection.execute(insert(report).returning(report.c.key), report_row(new))
            key = added.scalar_one()
        return replace(new, key=key)

    def remove_reports(self, keys: Sequence[int]) -> None:
        """Remove the reports with these keys, one at least."""
        with self._changing() as connection:
            connection.execute(_REMOVE_REPORT, [{"number": key} for key in keys])

    def take_in(self, kept: Kept) -> Kept:
        """Add another's services and lists, and give what was new or has gained something.

        A note of one's own stays, with the other's below it; reports are not taken in.
        """
        added = self.everything().additions(kept)
        with self._changing() as connection:
            for name in added.lists:
                connection.execute(ADD_LIST, {"name": name})
            put_services(connection, added.services)
        return added

    def erase(self) -> None:
        """Erase everything, and the damaged files that were set aside."""
        with self._changing() as connection:
            for table in reversed(metadata.sorted_tables):
                connection.execute(delete(table))
        for file in self.set_aside():
            erase(file)

    def set_aside(self) -> tuple[Path, ...]:
        """The damaged files that were set aside, which may hold words that were kept."""
        return files_aside(self._file)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def _changing(self) -> Iterator[Connection]:
        """A transaction, after which nothing is left of the words that it took away.

        secure_delete overwrites a row where it stands, but not a copy left in the page that it was
        moved from before; so VACUUM writes every page anew.
        """
        try:
            with self._engine.begin() as connection:
                yield connection
            with self._engine.connect() as connection:
                connection.exec_driver_sql("VACUUM")
        except IntegrityError:  # a fault of ours, not of the disk
            raise
        except DatabaseError as error:
            raise CannotWrite(self._file.parent, str(error.orig)) from error


def open_kept(file: Path) -> tuple[KeptFile, Text]:
    """Open a worker's file whatever has become of it, and a notice of that ("" where all is well).

    A damaged file is renamed and a new one begun. Where that is not possible, a newer program
    wrote it, or it cannot be had now, it stays as it is and what is kept is kept in memory.
    """
    try:
        try:
            return KeptFile.open(file), Text()
        except KeptDamaged:
            aside = set_aside(file)
            return KeptFile.open(file), _begun_anew(aside)
    except (CannotRead, CannotWrite, KeptDamaged, KeptTooNew) as error:
        return KeptFile.in_memory(), forgetting(error.text)


def _begun_anew(aside: Path) -> Text:
    return Text(
        f"What you kept could not be read. Its file was set aside as {aside}; a new one is in use.",
        f"Ce que vous gardiez était illisible. Le fichier a été mis de côté sous le nom {aside}; "
        "un nouveau le remplace.",
    )


def forgetting(reason: Text) -> Text:
    """That what is kept from now on is not lasting, and why."""
    return Text(
        f"{reason.en} What you keep now is forgotten when the program closes.",
        f"{reason.fr} Ce que vous gardez maintenant sera oublié à la fermeture du programme.",
    )
