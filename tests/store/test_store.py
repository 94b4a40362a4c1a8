import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from tp_directory.core.edition import EDITION_FORMAT
from tp_directory.core.errors import EditionDamaged, EditionTooNew
from tp_directory.core.service import Service
from tp_directory.store.reader import Store
from tp_directory.store.writer import StoreWriter


@pytest.fixture
def file(tmp_path: Path, services: tuple[Service, ...]) -> Path:
    file = tmp_path / "directory.sqlite"
    with StoreWriter(file) as store:
        for service in services:
            store.add(service)
    return file


def test_every_service_is_read_as_it_was_written(file: Path, services: tuple[Service, ...]) -> None:
    store = Store(file)

    assert store.services(range(1, len(services) + 1)) == services
    store.close()


def test_services_come_in_the_order_asked(file: Path, services: tuple[Service, ...]) -> None:
    store = Store(file)

    assert store.services([7, 3]) == (services[6], services[2])
    assert store.services([]) == ()
    store.close()


def test_a_service_is_found_by_its_uuid(file: Path, services: tuple[Service, ...]) -> None:
    store = Store(file)

    assert store.service(services[5].id) == services[5]
    assert store.service("no such id") is None
    store.close()


def test_a_withheld_address_is_in_no_row(file: Path) -> None:
    rows = sqlite3.connect(file)
    found = rows.execute(
        """SELECT count(*) FROM service JOIN location ON service_row = row
           LEFT JOIN address USING (service_row)
           WHERE address_withheld <> '' AND (latitude IS NOT NULL OR address_1 IS NOT NULL)"""
    ).fetchone()
    withheld = rows.execute("SELECT count(*) FROM service WHERE address_withheld <> ''").fetchone()
    rows.close()

    assert found == (0,)
    assert withheld > (100,)


def test_the_foreign_keys_hold(file: Path) -> None:
    rows = sqlite3.connect(file)
    broken = rows.execute("PRAGMA foreign_key_check").fetchall()
    rows.close()

    assert broken == []


def test_a_service_id_is_written_once(tmp_path: Path, services: tuple[Service, ...]) -> None:
    with (
        pytest.raises(Exception, match="UNIQUE"),
        StoreWriter(tmp_path / "directory.sqlite") as store,
    ):
        store.add(services[0])
        store.add(replace(services[0]))


def test_the_file_is_not_written_to(file: Path) -> None:
    before = file.read_bytes()
    store = Store(file)
    store.services([1, 2, 3])
    store.close()

    assert file.read_bytes() == before
    assert [each.name for each in file.parent.iterdir()] == ["directory.sqlite"]


def _set_format(file: Path, number: int) -> None:
    rows = sqlite3.connect(file)
    rows.execute(f"PRAGMA user_version = {number}")
    rows.commit()
    rows.close()


def test_a_newer_format_is_refused(file: Path) -> None:
    _set_format(file, EDITION_FORMAT + 1)

    with pytest.raises(EditionTooNew):
        Store(file)


def test_an_older_format_is_damaged(file: Path) -> None:
    _set_format(file, 0)

    with pytest.raises(EditionDamaged):
        Store(file)


@pytest.mark.parametrize("content", [None, b"", b"not a database at all" * 100])
def test_a_missing_or_broken_file_is_damaged(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "directory.sqlite"
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(EditionDamaged):
        Store(file)
