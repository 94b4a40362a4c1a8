"""Which edition the program starts with, whatever happened to the others."""

import errno
import json
import shutil
import tempfile
from pathlib import Path

import pytest

from tests.conftest import NOW
from tests.editions.published import bundled_records, install_edition
from tp_directory.core.bilingual import Text
from tp_directory.core.edition import EDITION_FORMAT
from tp_directory.core.query import Query
from tp_directory.editions import Opened, Step, current, installing
from tp_directory.editions.disk import make_workplace
from tp_directory.editions.layout import read_info
from tp_directory.editions.pointer import go_back, installed
from tp_directory.editions.starting import CAME_WITH_PROGRAM, NOT_KEPT, WENT_BACK
from tp_directory.exchange.fields import Part
from tp_directory.paths import Bundle


@pytest.fixture(scope="module")
def records(bundle: Bundle) -> list[Part]:
    """A few records, sorted by id."""
    return bundled_records(bundle.data)[:60]


@pytest.fixture(scope="module")
def two_installed(
    bundle: Bundle, records: list[Part], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    folder = tmp_path_factory.mktemp("two")
    install_edition(folder, records[:50], bundle.data, 12)
    install_edition(folder, records, bundle.data, 13)
    return folder


@pytest.fixture
def editions(two_installed: Path, tmp_path: Path) -> Path:
    """Two installed editions, of 50 and of 60 services, to be broken."""
    return Path(shutil.copytree(two_installed, tmp_path / "editions"))


def _start(bundle: Bundle, editions: Path, steps: list[Step] | None = None) -> Opened:
    told = [] if steps is None else steps
    return current(bundle, editions, clock=lambda: NOW, progress=told.append)


def _services(opened: Opened) -> int:
    """How many services are found; the directory is closed."""
    total = opened.directory.search(Query()).total
    opened.directory.close()
    return total


def _folders(editions: Path) -> tuple[Path, Path]:
    """The folders of the present edition and of the one before it."""
    found = installed(editions)
    assert found is not None
    assert found.previous is not None
    return found.folder, found.previous


_PARTS = (
    "directory.sqlite",
    "edition.json",
    "index/meta.json",
    "index/columns.json",
    "index/lexicon.json",
    "index/concepts.json",
    "index/names.json",
    "data/geography/places.csv",
    "data/taxonomy/needs.json",
)


@pytest.mark.parametrize("part", _PARTS)
@pytest.mark.parametrize("damage", ["missing", "garbled"])
def test_where_the_newest_is_damaged_the_one_before_opens_and_says_so_once(
    bundle: Bundle, editions: Path, part: str, damage: str
) -> None:
    newest, before = _folders(editions)
    _damage(newest / part, damage)

    first = _start(bundle, editions)
    assert (first.folder, first.data, first.notice) == (before, before / "data", WENT_BACK)
    assert _services(first) == 50

    second = _start(bundle, editions)
    assert (second.folder, second.notice) == (before, Text())
    assert _services(second) == 50
    found = installed(editions)
    assert found is not None
    assert (found.release.number, found.previous, found.held_back) == (12, None, 0)


@pytest.mark.parametrize(
    "spoilt", [{"published_at": "2026-13-24T10:00:00+00:00"}, {"records_read_on": "2O26-11-24"}]
)
def test_an_edition_whose_age_cannot_be_told_is_not_opened(
    spoilt: dict[str, str], bundle: Bundle, editions: Path
) -> None:
    newest, before = _folders(editions)
    info = json.loads((newest / "edition.json").read_text(encoding="utf-8"))
    (newest / "edition.json").write_text(json.dumps(info | spoilt), encoding="utf-8")

    opened = _start(bundle, editions)

    assert (opened.folder, opened.notice, _services(opened)) == (before, WENT_BACK, 50)


def test_where_both_are_damaged_the_bundled_one_opens_and_nothing_counts_as_installed(
    bundle: Bundle, editions: Path
) -> None:
    for folder in _folders(editions):
        _damage(folder / "directory.sqlite", "garbled")

    opened = _start(bundle, editions)

    assert (opened.notice, opened.data) == (CAME_WITH_PROGRAM, bundle.data)
    assert _services(opened) == 588
    assert installed(editions) is None


def _damage(file: Path, damage: str) -> None:
    if damage == "missing":
        file.unlink()
    else:
        file.write_bytes(b"\x00garbled\xff" * 500)


def _set_format(edition: Path, number: int) -> None:
    file = edition / "edition.json"
    info = json.loads(file.read_text(encoding="utf-8")) | {"format": number}
    file.write_text(json.dumps(info), encoding="utf-8")


@pytest.mark.parametrize("step", [-1, 1])
def test_an_edition_of_another_program_version_is_built_again_from_its_own_records(
    step: int, bundle: Bundle, editions: Path
) -> None:
    newest, before = _folders(editions)
    _set_format(newest, EDITION_FORMAT + step)
    (newest / "directory.sqlite").write_bytes(b"of another schema")
    changes = (newest / "changes.json").read_bytes()
    steps: list[Step] = []

    opened = _start(bundle, editions, steps)

    assert (opened.notice, opened.directory.edition.number) == (Text(), 13)
    assert steps[-1].total == 60
    assert _services(opened) == 60
    assert (opened.folder / "changes.json").read_bytes() == changes
    assert _folders(editions) == (opened.folder, before)
    assert not newest.exists()


def test_an_edition_built_again_for_this_session_only_is_gone_with_it(
    bundle: Bundle, editions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    _set_format(_folders(editions)[0], EDITION_FORMAT - 1)

    def take_no_file(parent: Path) -> Path:
        if parent == editions:
            raise OSError(errno.EROFS, "Read-only file system")
        return make_workplace(parent)

    monkeypatch.setattr(installing, "make_workplace", take_no_file)
    opened = _start(bundle, editions)

    assert opened.folder.is_relative_to(temporary)
    assert (opened.notice, _services(opened)) == (NOT_KEPT, 60)
    assert list(temporary.iterdir()) == []


def test_one_can_go_back_to_an_edition_of_an_older_program(bundle: Bundle, editions: Path) -> None:
    newest, before = _folders(editions)
    _set_format(before, EDITION_FORMAT - 1)
    go_back(editions)

    opened = _start(bundle, editions)

    assert (opened.notice, _services(opened)) == (Text(), 50)
    assert read_info(opened.folder).format == EDITION_FORMAT
    assert _folders(editions) == (opened.folder, newest)
    found = installed(editions)
    assert found is not None
    assert found.held_back == 13


def test_where_the_data_of_an_older_edition_is_damaged_the_one_before_opens(
    bundle: Bundle, editions: Path
) -> None:
    newest, before = _folders(editions)
    _set_format(newest, EDITION_FORMAT - 1)
    _damage(newest / "data" / "directory" / "on.jsonl.zst", "garbled")

    opened = _start(bundle, editions)

    assert (opened.folder, opened.notice, _services(opened)) == (before, WENT_BACK, 50)


def test_what_a_closed_edition_had_open_is_closed(bundle: Bundle, editions: Path) -> None:
    """Without a collection of garbage: Windows renames no folder whose files are open."""
    maps = Path("/proc/self/maps")
    if not maps.exists():
        pytest.skip("tells what is open on Linux only")

    assert _services(_start(bundle, editions)) == 60

    assert str(editions) not in maps.read_text(encoding="utf-8")
