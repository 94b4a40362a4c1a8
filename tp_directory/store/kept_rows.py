"""What is kept as rows of its tables, and back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert
from sqlalchemy.dialects.sqlite import insert as insert_or

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.folding import fold
from tp_directory.core.kept import ErrorReport, Fault, KeptService
from tp_directory.store.kept_tables import listed, named_list, service

Rows = Iterable[Row[Any]]  # Any: a Table does not know the types of its columns

ADD_LIST = insert_or(named_list).on_conflict_do_nothing()
_ADD_SERVICE = insert_or(service)
_KEEP = _ADD_SERVICE.on_conflict_do_update(
    index_elements=[service.c.id],
    set_={column.name: column for column in _ADD_SERVICE.excluded if column.name != "id"},
)
_LEAVE_LISTS = delete(listed).where(listed.c.service_id == bindparam("id"))


def put_services(connection: Connection, services: Sequence[KeptService]) -> None:
    """Write services, each instead of the one with its id, and put them on their lists."""
    if services:
        connection.execute(_KEEP, [_service_row(each) for each in services])
        put_on_lists(connection, {each.id: each.lists for each in services})


def put_on_lists(connection: Connection, lists_of: Mapping[str, Sequence[str]]) -> None:
    """Put services, by their ids, on these lists, made where needed, and on no others."""
    connection.execute(_LEAVE_LISTS, [{"id": service_id} for service_id in lists_of])
    memberships = [
        {"service_id": service_id, "list_name": name}
        for service_id, names in lists_of.items()
        for name in dict.fromkeys(names)
    ]
    if memberships:
        connection.execute(ADD_LIST, [{"name": each["list_name"]} for each in memberships])
        connection.execute(insert(listed), memberships)


def kept_services(services: Rows, memberships: Rows) -> tuple[KeptService, ...]:
    """The services of some rows, by their names, on the lists that other rows put them on."""
    lists_of: defaultdict[str, list[str]] = defaultdict(list)
    for each in memberships:
        lists_of[each.service_id].append(each.list_name)
    kept = (
        KeptService(
            row.id,
            Text(row.name_en, row.name_fr),
            Text(row.organization_en, row.organization_fr),
            row.number,
            row.kept_on,
            row.note,
            in_order(lists_of[row.id]),
        )
        for row in services
    )
    return tuple(sorted(kept, key=lambda each: (_key(each.name.best(Language.EN)), each.id)))


def in_order(names: Iterable[str]) -> tuple[str, ...]:
    """The names of lists in their order, whatever their accents and capitals."""
    return tuple(sorted(names, key=_key))


def error_report(row: Row[Any]) -> ErrorReport:  # Any: as above
    """The report of a row."""
    return ErrorReport(
        row.service_id,
        Text(row.name_en, row.name_fr),
        Fault(row.fault),
        row.words,
        row.edition,
        row.reported_on,
        row.key,
    )


def report_row(report: ErrorReport) -> dict[str, object]:
    """The row of a report that has no key yet."""
    return {
        "service_id": report.id,
        "name_en": report.name.en,
        "name_fr": report.name.fr,
        "fault": report.fault,
        "words": report.words,
        "edition": report.edition,
        "reported_on": report.reported_on,
    }


def _service_row(kept: KeptService) -> dict[str, object]:
    return {
        "id": kept.id,
        "name_en": kept.name.en,
        "name_fr": kept.name.fr,
        "organization_en": kept.organization.en,
        "organization_fr": kept.organization.fr,
        "number": kept.number,
        "kept_on": kept.kept_on,
        "note": kept.note,
    }


def _key(name: str) -> tuple[str, str]:
    return fold(name), name
