"""Reads services and closures from an edition's file, which is never written to."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import (
    ColumnElement,
    Select,
    Table,
    bindparam,
    case,
    cast,
    create_engine,
    event,
    func,
    literal,
    select,
)
from sqlalchemy import Integer as SqlInteger
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import ConnectionPoolEntry

from tp_directory.core.bilingual import Language
from tp_directory.core.closure import Closure
from tp_directory.core.edition import EDITION_FORMAT
from tp_directory.core.errors import EditionDamaged, EditionTooNew
from tp_directory.core.folding import fold
from tp_directory.core.service import Service
from tp_directory.store import tables
from tp_directory.store.file_url import read_only

_MAPPED_BYTES = 2**30
Sql = ColumnElement[Any]  # SQL functions build JSON of any type


def _prepare(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    """Let SQLite read the file as memory, and order names as people do.

    Memory takes a third of the time of a large directory's reads.
    """
    connection.execute(f"PRAGMA mmap_size = {_MAPPED_BYTES}")
    connection.create_function("fold", 1, fold, deterministic=True)


def _object(**fields: Sql) -> Sql:
    return func.json_object(
        *(each for name, sql in fields.items() for each in (literal(name), sql))
    )


def _both(table: Table, name: str) -> Sql:
    return _object(en=table.c[f"{name}_en"], fr=table.c[f"{name}_fr"])


def _parts(table: Table, value: Sql, *conditions: ColumnElement[bool]) -> Sql:
    """A service's rows of a table as a JSON array.

    The tables are clustered by service and position, so the rows come in order.
    """
    found = select(func.json_group_array(value)).where(
        table.c.service_row == tables.service.c.row, *conditions
    )
    return func.json(found.scalar_subquery())


def _areas(kind: str, value: Sql) -> Sql:
    return _parts(tables.service_area, value, tables.service_area.c.kind == kind)


def _links(kind: str) -> Sql:
    attribute = tables.attribute.c
    return _parts(tables.attribute, attribute.value, attribute.link_type == kind)


def _location() -> Sql:
    place, street = tables.location.c, tables.address.c
    point = case(
        (
            place.latitude.is_not(None),
            func.json(_object(latitude=place.latitude, longitude=place.longitude)),
        ),
        else_=None,
    )
    value = _object(
        province=place.state_province,
        city=place.city,
        place_id=place.place_id,
        street=func.coalesce(street.address_1, ""),
        postal_code=func.coalesce(street.postal_code, ""),
        point=point,
        precision=place.precision,
    )
    return case((place.service_row.is_not(None), func.json(value)), else_=None)


def _service() -> Sql:
    """A service as the JSON form of core.Service."""
    row, phone, source = tables.service.c, tables.phone.c, tables.source.c
    area = tables.service_area.c.value
    return _object(
        id=row.id,
        name=_both(tables.service, "name"),
        description=_both(tables.service, "description"),
        organization=_both(tables.organization, "name"),
        needs=_links("need"),
        populations=_links("population"),
        coverage=_object(
            scope=row.scope,
            provinces=_areas("province", area),
            place_ids=_areas("place", cast(area, SqlInteger)),
            region_ids=_areas("region", area),
        ),
        serves=_both(tables.service, "serves"),
        sources=_parts(
            tables.source,
            _object(
                url=source.url,
                read_on=source.read_on,
                stated_on=source.stated_on,
                note=source.note,
            ),
        ),
        verification=row.verification,
        location=_location(),
        address_withheld=row.address_withheld,
        phones=_parts(
            tables.phone,
            _object(
                number=phone.number,
                kind=phone.type,
                label=_both(tables.phone, "description"),
                hours=phone.opening_hours,
                extension=phone.extension,
            ),
        ),
        email=row.email,
        url=row.url,
        languages=_parts(tables.language, tables.language.c.code),
        interpretation=_both(tables.service, "interpretation"),
        hours=row.opening_hours,
        timezone=row.timezone,
        fees=_both(tables.service, "fees"),
        eligibility=_both(tables.service, "eligibility"),
        access=_both(tables.service, "access"),
        documents=_both(tables.service, "documents"),
        accessibility=_both(tables.service, "accessibility"),
    )


_SERVICES = (
    select(tables.service.c.row, _service())
    .join(tables.organization)
    .outerjoin(tables.location, tables.location.c.service_row == tables.service.c.row)
    .outerjoin(tables.address, tables.address.c.service_row == tables.service.c.row)
)
_BY_ROWS = _SERVICES.where(tables.service.c.row.in_(bindparam("rows", expanding=True)))
_BY_ID = _SERVICES.where(tables.service.c.id == bindparam("id"))
_CLOSURE = select(
    _object(
        id=tables.closure.c.id,
        name=_both(tables.closure, "name"),
        closed_on=tables.closure.c.closed_on,
        replaced_by=tables.closure.c.replaced_by,
    )
).where(tables.closure.c.id == bindparam("id"))


def _of_organization(language: Language) -> Select[int, Any]:
    """The other services of a service's organization, by name."""
    row, own = tables.service.c, tables.service.alias()
    first, second = row[f"name_{language}"], row[f"name_{language.other}"]
    name = func.fold(case((first != "", first), else_=second))
    organization = select(own.c.organization_row).where(own.c.id == bindparam("id"))
    # The rows are chosen first, so that only these few services are put together in full.
    chosen = (
        select(row.row)
        .where(row.organization_row == organization.scalar_subquery(), row.id != bindparam("id"))
        .order_by(name)
        .limit(bindparam("limit"))
    )
    return _SERVICES.where(row.row.in_(chosen)).order_by(name)


_OF_ORGANIZATION = {language: _of_organization(language) for language in Language}
_decoder = msgspec.json.Decoder(Service)
_closure_decoder = msgspec.json.Decoder(Closure)


class Store:
    """The services of one edition; opened read-only, safe to use from several threads."""

    def __init__(self, file: Path) -> None:
        """Open an edition's file.

        Raises:
            EditionTooNew: a newer program wrote it.
            EditionDamaged: it is missing, older, or no such file.
        """
        self._engine = create_engine(read_only(file))
        event.listen(self._engine, "connect", _prepare)
        try:
            with self._engine.connect() as connection:
                found = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        except DatabaseError as error:
            self.close()
            raise EditionDamaged("directory.sqlite") from error
        if found != EDITION_FORMAT:
            self.close()
            if found > EDITION_FORMAT:
                raise EditionTooNew(found, EDITION_FORMAT)
            raise EditionDamaged("directory.sqlite")

    def services(self, rows: Sequence[int]) -> tuple[Service, ...]:
        """The services of some rows, in their order, in one statement."""
        if not rows:
            return ()
        with self._engine.connect() as connection:
            documents = dict(connection.execute(_BY_ROWS, {"rows": list(rows)}).all())
        return tuple(_decoder.decode(documents[row]) for row in rows)

    def service(self, service_id: str) -> Service | None:
        """The service with a UUID, or None."""
        with self._engine.connect() as connection:
            found = connection.execute(_BY_ID, {"id": service_id}).first()
        return _decoder.decode(found[1]) if found else None

    def of_organization(
        self, service_id: str, language: Language, limit: int
    ) -> tuple[Service, ...]:
        """Other services of the organization of a service, by their names in a language."""
        asked = {"id": service_id, "limit": limit}
        with self._engine.connect() as connection:
            found = connection.execute(_OF_ORGANIZATION[language], asked).all()
        return tuple(_decoder.decode(document) for _row, document in found)

    def closure(self, service_id: str) -> Closure | None:
        """What is left of the service that had a UUID, or None where none with it has closed."""
        with self._engine.connect() as connection:
            found = connection.execute(_CLOSURE, {"id": service_id}).scalar_one_or_none()
        return _closure_decoder.decode(found) if found else None

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()
