import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Engine, create_engine

from tp_directory.core.bilingual import Text
from tp_directory.core.errors import CannotRead, CannotWrite, KeptDamaged, KeptTooNew
from tp_directory.core.kept import ErrorReport, Fault, Kept, KeptService
from tp_directory.store import kept, kept_engine, kept_tables
from tp_directory.store.kept import KeptFile, open_kept

ROOT = Path(__file__).parents[2]
HOUSE = KeptService("house", Text("Example House"), Text(), "211", date(2026, 11, 1), "A note.")
REPORT = ErrorReport("house", HOUSE.name, Fault.HOURS, "Closed.", 1, HOUSE.kept_on)


@pytest.fixture
def written(place: Path) -> Path:
    """A file with a service and a report in it, closed."""
    file = KeptFile.open(place)
    file.keep(HOUSE)
    file.add_report(REPORT)
    file.close()
    return place


def _change(place: Path, statement: str) -> None:
    rows = sqlite3.connect(place)
    rows.execute(statement)
    rows.commit()
    rows.close()


def _cut(place: Path) -> None:
    place.write_bytes(place.read_bytes()[:-4096])


def _overwrite(place: Path) -> None:
    place.write_bytes(b"no database at all " * 1000)


def _scratch(place: Path) -> None:
    content = bytearray(place.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    place.write_bytes(content)


def _blank_the_index_of_services(place: Path) -> None:
    content = place.read_bytes()
    place.write_bytes(content[: 4 * 4096] + bytes(4096) + content[5 * 4096 :])


def _forget_the_revision(place: Path) -> None:
    _change(place, "DELETE FROM alembic_version")


def _drop_a_table(place: Path) -> None:
    _change(place, "DROP TABLE listed")


def _name_no_fault(place: Path) -> None:
    _change(place, "UPDATE report SET fault = 'mood'")


def _name_no_day(place: Path) -> None:
    _change(place, "UPDATE service SET kept_on = 'yesterday'")


def _be_something_else(place: Path) -> None:
    place.unlink()
    _change(place, "CREATE TABLE service (words)")


def _held(place: Path) -> sqlite3.Connection:
    """The file as another program holds it, until the connection is closed."""
    other = sqlite3.connect(place)
    other.execute("BEGIN EXCLUSIVE")
    return other


DAMAGES = [
    _cut,
    _overwrite,
    _scratch,
    _blank_the_index_of_services,
    _forget_the_revision,
    _drop_a_table,
    _name_no_fault,
    _name_no_day,
    _be_something_else,
]


def test_a_good_file_has_nothing_to_say(written: Path) -> None:
    file, notice = open_kept(written)

    assert not notice
    assert file.everything().services == (HOUSE,)
    assert file.set_aside() == ()
    file.close()


def test_an_empty_file_is_begun(place: Path) -> None:
    place.parent.mkdir()
    place.touch()
    file = KeptFile.open(place)

    assert file.everything() == Kept()
    file.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the folders of users apart")
def test_other_users_cannot_read_what_is_kept(written: Path) -> None:
    assert written.stat().st_mode & 0o077 == 0


def test_nothing_stands_beside_the_file(written: Path) -> None:
    assert list(written.parent.iterdir()) == [written]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_set_aside_and_a_new_one_begun(
    written: Path, damage: Callable[[Path], None]
) -> None:
    damage(written)
    content = written.read_bytes()

    file, notice = open_kept(written)
    file.keep(HOUSE)

    [aside] = file.set_aside()
    assert aside.name == "kept.damaged-1.sqlite"
    assert aside.read_bytes() == content
    assert str(aside) in notice.en
    assert str(aside) in notice.fr
    assert file.everything() == Kept((HOUSE,))
    assert written.is_file()
    file.close()


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_told_as_one(written: Path, damage: Callable[[Path], None]) -> None:
    damage(written)

    with pytest.raises(KeptDamaged):
        KeptFile.open(written)


def test_a_second_damaged_file_does_not_replace_the_first(written: Path) -> None:
    for _ in range(2):
        _overwrite(written)
        file, _ = open_kept(written)
        file.close()

    assert [each.name for each in file.set_aside()] == [
        "kept.damaged-1.sqlite",
        "kept.damaged-2.sqlite",
    ]


def test_a_journal_of_a_damaged_file_does_not_spoil_the_new_one(written: Path) -> None:
    _overwrite(written)
    written.with_name("kept.sqlite-journal").write_bytes(b"the words as they were")
    file, _ = open_kept(written)

    assert file.everything() == Kept()
    assert sorted(each.name for each in written.parent.iterdir()) == [
        "kept.damaged-1.sqlite",
        "kept.sqlite",
    ]
    file.close()


def test_a_file_that_is_damaged_while_it_is_open_is_told(written: Path) -> None:
    file = KeptFile.open(written)
    _name_no_fault(written)

    with pytest.raises(KeptDamaged):
        file.everything()
    file.close()


def test_a_text_that_is_no_utf_8_is_damage(written: Path) -> None:
    _change(written, "UPDATE service SET note = CAST(x'ff41' AS TEXT)")

    with pytest.raises(KeptDamaged):
        KeptFile.open(written)


def test_a_file_that_another_program_holds_while_it_is_open_is_told(written: Path) -> None:
    file = KeptFile.open(written)
    other = _held(written)

    with pytest.raises(CannotRead, match="locked"):
        file.everything()
    other.close()
    file.close()


def test_a_file_that_another_program_takes_while_it_is_opened_is_not_set_aside(
    written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other program comes between the check of the file and the reading of it."""
    content, others = written.read_bytes(), []

    def prepared(place: Path) -> Engine:
        engine = kept_engine.prepared(place)
        if place == written:
            others.append(_held(written))
        return engine

    monkeypatch.setattr(kept, "prepared", prepared)
    file, notice = open_kept(written)
    others.pop().close()

    assert not file.everything().services  # it is another one, in memory
    assert "locked" in notice.en
    assert "oublié à la fermeture" in notice.fr
    assert written.read_bytes() == content
    assert list(written.parent.iterdir()) == [written]
    file.close()


def test_the_file_of_a_newer_program_is_left_untouched(written: Path) -> None:
    _change(written, "UPDATE alembic_version SET version_num = '0002'")
    content = written.read_bytes()

    with pytest.raises(KeptTooNew):
        KeptFile.open(written)
    file, notice = open_kept(written)
    file.keep(replace(HOUSE, note="Another note."))
    file.close()

    assert "newer program" in notice.en
    assert "plus récent" in notice.fr
    assert "forgotten when the program closes" in notice.en
    assert written.read_bytes() == content
    assert list(written.parent.iterdir()) == [written]


def test_where_no_file_can_be_what_is_kept_is_forgotten_at_the_end(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    place = tmp_path / "file" / "kept.sqlite"

    with pytest.raises(CannotWrite):
        KeptFile.open(place)
    file, notice = open_kept(place)
    file.keep(HOUSE)

    assert "Cannot write" in notice.en
    assert "oublié à la fermeture" in notice.fr
    assert file.everything().services == (HOUSE,)
    file.close()


def test_a_folder_in_the_place_of_the_file_is_not_removed(place: Path) -> None:
    place.mkdir(parents=True)
    file, notice = open_kept(place)

    assert notice
    assert place.is_dir()
    file.close()


def test_the_migrations_lead_to_the_tables_of_this_program(written: Path) -> None:
    config = Config()
    config.set_main_option(
        "script_location", str(Path(kept_engine.__file__).with_name("migrations"))
    )
    engine = create_engine(URL.create("sqlite", database=str(written)))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        differences = compare_metadata(context, kept_tables.metadata)
    engine.dispose()

    assert differences == []
    assert ScriptDirectory.from_config(config).get_current_head() == kept_engine.REVISION


def test_a_file_that_is_up_to_date_is_opened_without_alembic(written: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from tp_directory.store.kept import KeptFile; "
        "KeptFile.open(Path(sys.argv[1])).close(); print('alembic' in sys.modules)"
    )
    command = [sys.executable, "-c", program, str(written)]

    assert subprocess.check_output(command, cwd=ROOT).strip() == b"False"
