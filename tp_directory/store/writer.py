"""Writes the records of an edition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlalchemy import (
    URL,
    Table,
    bindparam,
    create_engine,
    delete,
    event,
    exists,
    func,
    insert,
    select,
)
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from tp_directory.core.bilingual import Text
from tp_directory.core.closure import Closure
from tp_directory.core.edition import EDITION_FORMAT
from tp_directory.core.errors import CannotWrite, EditionDamaged
from tp_directory.core.service import Service
from tp_directory.store import tables

_BATCH = 500
Row = dict[str, Any]  # a row's values are of whatever type its columns have
_SERVICE = tables.service.c
_ROW_OF = select(_SERVICE.row).where(_SERVICE.id == bindparam("id"))
_NAMES = select(_SERVICE.row, _SERVICE.name_en, _SERVICE.name_fr).order_by(_SERVICE.row)
_NEWEST_READING = select(func.max(tables.source.c.read_on)).where(tables.source.c.position == 0)
_NO_CLOSURE = delete(tables.closure).where(tables.closure.c.id == bindparam("id"))
_WITHOUT_SERVICES = delete(tables.organization).where(
    ~exists().where(_SERVICE.organization_row == tables.organization.c.row)
)
_REMOVALS = (
    *(
        delete(table).where(table.c.service_row == bindparam("row"))
        for table in reversed(tables.metadata.sorted_tables)
        if "service_row" in table.c
    ),
    delete(tables.service).where(_SERVICE.row == bindparam("row")),
)


class StoreWriter:
    """Writes services and closures into a SQLite file, in batches; a context manager.

    The file is new, or a copy of an edition's to be changed. It is complete when the context ends
    without an error. It is written without a journal: a file that was not finished is thrown away
    by its owner.

    Raises, in every method:
        CannotWrite: the disk is full, or fails.
        EditionDamaged: an id comes twice, or the copy is damaged.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._engine = create_engine(URL.create("sqlite", database=str(file)))
        event.listen(self._engine, "connect", _trust_the_writer)
        with self._faults_told():
            tables.metadata.create_all(self._engine)
            self._connection = self._engine.connect()
            self._organizations: dict[Text, int] = {
                Text(english, french): row
                for row, english, french in self._connection.execute(select(tables.organization))
            }
            last: int | None = self._connection.execute(select(func.max(_SERVICE.row))).scalar()
        self._rows = last or 0
        self._organization_rows = max(self._organizations.values(), default=0)
        self._waiting: defaultdict[Table, list[Row]] = defaultdict(list)

    def __enter__(self) -> StoreWriter:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if kind is None:
                self._flush()
                with self._faults_told():
                    self._connection.execute(_WITHOUT_SERVICES)
                    self._connection.exec_driver_sql(f"PRAGMA user_version = {EDITION_FORMAT}")
                    self._connection.commit()
        finally:
            self._connection.close()
            self._engine.dispose()

    def add(self, service: Service) -> int:
        """Write a service and give its row."""
        self._rows += 1
        for table, row in _rows(self._rows, service, self._organization_row(service)):
            self._waiting[table].append(row)
        if self._rows % _BATCH == 0:
            self._flush()
        return self._rows

    def remove(self, service_id: str) -> int:
        """Take a service out, and give the row that it had."""
        self._flush()
        with self._faults_told():
            row: int | None = self._connection.execute(_ROW_OF, {"id": service_id}).scalar()
            if row is None:
                raise EditionDamaged(f"{self._file.name}: {service_id}")
            for statement in _REMOVALS:
                self._connection.execute(statement, {"row": row})
        return row

    def add_closure(self, closure: Closure) -> None:
        """Write what is left of a service that closed."""
        self._waiting[tables.closure].append(
            {
                "id": closure.id,
                **_both("name", closure.name),
                "closed_on": closure.closed_on,
                "replaced_by": closure.replaced_by,
            }
        )

    def remove_closure(self, service_id: str) -> None:
        """Take out what is left of a service that closed."""
        self._flush()
        with self._faults_told():
            self._connection.execute(_NO_CLOSURE, {"id": service_id})

    def names(self) -> Iterator[tuple[int, Text]]:
        """The row and the name of every service."""
        self._flush()
        with self._faults_told():
            for row, english, french in self._connection.execute(_NAMES):
                yield row, Text(english, french)

    def newest_reading(self) -> str:
        """The latest day on which a service's first source was read (ISO 8601)."""
        self._flush()
        with self._faults_told():
            newest: str | None = self._connection.execute(_NEWEST_READING).scalar()
        return newest or ""

    def _organization_row(self, service: Service) -> int:
        name = service.organization
        if name not in self._organizations:
            self._organization_rows += 1
            self._organizations[name] = self._organization_rows
            self._waiting[tables.organization].append(
                {"row": self._organization_rows, "name_en": name.en, "name_fr": name.fr}
            )
        return self._organizations[name]

    def _flush(self) -> None:
        with self._faults_told():
            for table in tables.metadata.sorted_tables:
                if rows := self._waiting.pop(table, None):
                    self._connection.execute(insert(table), rows)

    @contextmanager
    def _faults_told(self) -> Iterator[None]:
        try:
            yield
        except OperationalError as error:
            raise CannotWrite(self._file, str(error.orig)) from error
        except DatabaseError as error:
            raise EditionDamaged(f"{self._file.name}: {error.orig}") from error


def _trust_the_writer(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    for pragma in ("foreign_keys = ON", "journal_mode = OFF", "synchronous = OFF"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _rows(row: int, service: Service, organization: int) -> Iterator[tuple[Table, Row]]:
    """The rows of a service, by table."""
    yield (
        tables.service,
        {
            "row": row,
            "id": service.id,
            "organization_row": organization,
            **_both("name", service.name),
            **_both("description", service.description),
            **_both("interpretation", service.interpretation),
            **_both("fees", service.fees),
            **_both("eligibility", service.eligibility),
            **_both("access", service.access),
            **_both("documents", service.documents),
            **_both("accessibility", service.accessibility),
            "email": service.email,
            "url": service.url,
            "opening_hours": service.hours,
            "timezone": service.timezone,
            "address_withheld": service.address_withheld,
            "verification": service.verification,
            "scope": service.coverage.scope,
            **_both("serves", service.serves),
        },
    )
    yield from _location_rows(row, service)
    for table, parts in _parts(service):
        for position, part in enumerate(parts):
            yield table, {"service_row": row, "position": position, **part}


def _location_rows(row: int, service: Service) -> Iterator[tuple[Table, Row]]:
    place = service.location
    if place is None:
        return
    yield (
        tables.location,
        {
            "service_row": row,
            "city": place.city,
            "state_province": place.province,
            "place_id": place.place_id,
            "latitude": place.point.latitude if place.point else None,
            "longitude": place.point.longitude if place.point else None,
            "precision": place.precision,
        },
    )
    if place.street or place.postal_code:
        yield (
            tables.address,
            {"service_row": row, "address_1": place.street, "postal_code": place.postal_code},
        )


def _parts(service: Service) -> Iterator[tuple[Table, list[Row]]]:
    """The ordered parts of a service, without the two columns that all have."""
    coverage = service.coverage
    areas = [("province", str(each)) for each in coverage.provinces]
    areas += [("place", each) for each in map(str, coverage.place_ids)]
    areas += [("region", each) for each in coverage.region_ids]
    yield tables.service_area, [{"kind": kind, "value": value} for kind, value in areas]
    yield (
        tables.phone,
        [
            {
                "number": each.number,
                "type": each.kind,
                "extension": each.extension,
                **_both("description", each.label),
                "opening_hours": each.hours,
            }
            for each in service.phones
        ],
    )
    yield tables.language, [{"code": code} for code in service.languages]
    links = [("need", code) for code in service.needs]
    links += [("population", code) for code in service.populations]
    yield tables.attribute, [{"link_type": kind, "value": code} for kind, code in links]
    yield (
        tables.source,
        [
            {
                "url": each.url,
                "read_on": each.read_on.isoformat(),
                "stated_on": each.stated_on,
                "note": each.note,
            }
            for each in service.sources
        ],
    )


def _both(name: str, text: Text) -> Row:
    return {f"{name}_en": text.en, f"{name}_fr": text.fr}
