import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.closure import Closure
from tp_directory.core.edition import EDITION_FORMAT
from tp_directory.core.errors import EditionDamaged, EditionTooNew
from tp_directory.core.service import Service
from tp_directory.store.check import check_store
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


@pytest.mark.parametrize("name", ["C# 100%25", "été 100%", "why?mode=rw"])
def test_the_name_of_a_folder_may_mean_something_in_a_url(
    tmp_path: Path, name: str, services: tuple[Service, ...]
) -> None:
    file = tmp_path / name / "directory.sqlite"
    file.parent.mkdir()
    with StoreWriter(file) as writer:
        writer.add(services[0])
    store = Store(file)

    assert store.services([1]) == services[:1]
    assert check_store(file).rows == {1}
    assert [each.name for each in tmp_path.rglob("*.sqlite")] == ["directory.sqlite"]
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


def test_documents_and_accessibility_are_read_as_they_were_written(
    tmp_path: Path, services: tuple[Service, ...]
) -> None:
    service = replace(
        services[0],
        documents=Text("Proof of age", "Preuve d'âge"),
        accessibility=Text("Ramp at the door", "Rampe à l'entrée"),
    )
    with StoreWriter(tmp_path / "directory.sqlite") as writer:
        writer.add(service)
    store = Store(tmp_path / "directory.sqlite")

    assert store.service(service.id) == service
    store.close()


def test_a_closure_is_read_as_it_was_written_and_is_no_service(tmp_path: Path) -> None:
    closure = Closure("closed", Text("Example Line", "Ligne Exemple"), "2026-03", "running")
    with StoreWriter(tmp_path / "directory.sqlite") as writer:
        writer.add_closure(closure)
    store = Store(tmp_path / "directory.sqlite")

    assert store.closure("closed") == closure
    assert store.closure("running") is None
    assert store.service("closed") is None
    store.close()


@pytest.mark.parametrize(
    ("language", "names"),
    [
        (Language.EN, ["east line", "Évangéline House", "West Line"]),
        (Language.FR, ["Étoile", "Ligne Est", "Ligne Ouest"]),
    ],
)
def test_the_others_of_an_organization_come_by_their_names_in_a_language(
    tmp_path: Path, services: tuple[Service, ...], language: Language, names: list[str]
) -> None:
    named = [
        Text("Main Line", "Ligne principale"),
        Text("West Line", "Ligne Ouest"),
        Text("Évangéline House", "Étoile"),
        Text("east line", "Ligne Est"),
    ]
    own = [
        replace(services[0], id=str(at), name=name, organization=Text("Example Society"))
        for at, name in enumerate(named)
    ]
    with StoreWriter(tmp_path / "directory.sqlite") as writer:
        for service in (*own, replace(services[1], organization=Text("Example Club"))):
            writer.add(service)
    store = Store(tmp_path / "directory.sqlite")

    found = store.of_organization("0", language, limit=5)

    assert [service.name.stated_in(language) for service in found] == names
    assert store.of_organization("0", language, limit=2) == found[:2]
    assert store.of_organization("no such id", language, limit=5) == ()
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


def test_a_service_that_is_removed_leaves_no_row(
    file: Path, tmp_path: Path, services: tuple[Service, ...]
) -> None:
    copy = Path(shutil.copy(file, tmp_path / "copy.sqlite"))
    with StoreWriter(copy) as writer:
        for service in services[1:]:
            writer.remove(service.id)
    rows = sqlite3.connect(copy)
    tables = [name for (name,) in rows.execute("SELECT name FROM sqlite_schema WHERE type='table'")]
    left = {name: rows.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables}
    rows.close()
    store = Store(copy)

    assert (left["service"], left["organization"]) == (1, 1)
    assert left["phone"] == len(services[0].phones)
    assert left["source"] == len(services[0].sources)
    assert store.service(services[0].id) == services[0]
    store.close()


def test_a_changed_service_keeps_its_organization(
    file: Path, tmp_path: Path, services: tuple[Service, ...]
) -> None:
    copy = Path(shutil.copy(file, tmp_path / "copy.sqlite"))
    renamed = replace(services[0], name=Text("Example"))
    with StoreWriter(copy) as writer:
        writer.remove(renamed.id)
        writer.add(renamed)
    before, store = Store(file), Store(copy)
    others, others_before = (
        each.of_organization(renamed.id, Language.EN, 99) for each in (store, before)
    )

    assert store.service(renamed.id) == renamed
    assert others == others_before
    before.close()
    store.close()


def test_what_is_not_there_cannot_be_removed(tmp_path: Path) -> None:
    with (
        pytest.raises(EditionDamaged, match="no such id"),
        StoreWriter(tmp_path / "directory.sqlite") as writer,
    ):
        writer.remove("no such id")


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
