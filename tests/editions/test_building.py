import errno
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tp_directory import editions, paths
from tp_directory.core.bilingual import Text
from tp_directory.core.closure import Closure
from tp_directory.core.edition import EDITION_FORMAT
from tp_directory.core.errors import CannotWrite, EditionDamaged, EditionTooNew
from tp_directory.core.query import Query
from tp_directory.editions import NOT_KEPT, REBUILT, Opened, Step, current, open_edition

_NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
_ROOT = Path(__file__).parents[2]


def _current(bundle: paths.Bundle, folder: Path) -> Opened:
    return current(bundle, folder, clock=lambda: _NOW, progress=lambda step: None)


def _build(bundle: paths.Bundle, folder: Path) -> None:
    editions.build(
        bundle.data / "directory",
        folder,
        bundle.data,
        clock=lambda: _NOW,
        progress=lambda step: None,
    )


@pytest.fixture(scope="module")
def built(bundle: paths.Bundle, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "edition"
    _build(bundle, folder)
    return folder


@pytest.fixture
def edition(built: Path, tmp_path: Path) -> Path:
    """A copy of a built edition, to be broken."""
    return Path(shutil.copytree(built, tmp_path / "edition"))


def test_the_first_start_builds_and_the_second_opens(bundle: paths.Bundle, tmp_path: Path) -> None:
    first = _current(bundle, tmp_path)
    made = [each.stat().st_mtime_ns for each in tmp_path.iterdir()]
    first.directory.close()
    second = _current(bundle, tmp_path)

    assert not first.notice
    assert not second.notice
    assert [each.stat().st_mtime_ns for each in tmp_path.iterdir()] == made
    assert second.directory.search(Query("shelter")).total > 0
    second.directory.close()


def test_an_edition_says_what_it_holds(bundle: paths.Bundle, built: Path) -> None:
    info = json.loads((built / "edition.json").read_text(encoding="utf-8"))

    assert info["format"] == EDITION_FORMAT
    assert info["services"] == 588
    assert info["built_at"] == "2026-11-24T15:00:00+00:00"
    assert info["records_read_on"] == "2026-11-23"
    assert sum(info["verifications"].values()) == 588
    assert sum(info["stated"].values()) == 588
    assert info["stated"]["undated"] == 336
    assert info["sources_hash"] == editions.sources_hash(bundle.data / "directory", bundle.data)


def test_an_edition_knows_the_services_that_closed(bundle: paths.Bundle, tmp_path: Path) -> None:
    records = Path(shutil.copytree(bundle.data / "directory", tmp_path / "records"))
    running = json.loads((records / "yt.jsonl").read_text(encoding="utf-8").splitlines()[0])
    tombstone = {
        "id": "00000000-0000-5000-8000-0000000000c1",
        "name": "Qwertzuiop Line",
        "status": "defunct",
        "translations": [{"field": "name", "language": "fr", "text": "Ligne Qwertzuiop"}],
        "replaced_by": running["id"],
    }
    (records / "closed.jsonl").write_text(json.dumps(tombstone), encoding="utf-8")
    info = editions.build(
        records,
        tmp_path / "edition",
        bundle.data,
        clock=lambda: _NOW,
        progress=lambda step: None,
    )
    directory = open_edition(tmp_path / "edition", bundle.data, clock=lambda: _NOW)

    assert (info.services, info.closed) == (588, 1)
    assert directory.closure(tombstone["id"]) == Closure(
        tombstone["id"],
        Text("Qwertzuiop Line", "Ligne Qwertzuiop"),
        replaced_by=running["id"],
    )
    assert directory.closure(running["id"]) is None
    assert directory.search(Query("qwertzuiop ")).total == 0
    directory.close()


def test_progress_ends_at_the_whole(bundle: paths.Bundle, tmp_path: Path) -> None:
    steps: list[Step] = []
    editions.build(
        bundle.data / "directory",
        tmp_path / "edition",
        bundle.data,
        clock=lambda: _NOW,
        progress=steps.append,
    )

    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert steps[0].done < steps[-1].done
    assert steps[-1] == Step(588, 588)


@pytest.mark.parametrize(
    "part", ["directory.sqlite", "edition.json", "index/meta.json", "index/lexicon.json"]
)
@pytest.mark.parametrize("damage", ["missing", "empty", "garbled"])
def test_a_damaged_edition_is_rebuilt_and_says_so(
    bundle: paths.Bundle, tmp_path: Path, part: str, damage: str
) -> None:
    _current(bundle, tmp_path).directory.close()
    file = next(tmp_path.iterdir()) / part
    if damage == "missing":
        file.unlink()
    else:
        file.write_bytes(b"" if damage == "empty" else b"\x00garbled\xff" * 500)

    opened = _current(bundle, tmp_path)

    assert opened.notice == REBUILT
    assert opened.directory.search(Query("shelter")).total > 0
    opened.directory.close()


def test_other_records_make_another_edition(bundle: paths.Bundle, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(bundle.data, data)
    folder = tmp_path / "editions"
    _current(bundle, folder).directory.close()
    records = data / "directory" / "yt.jsonl"
    records.write_text("".join(records.read_text(encoding="utf-8").splitlines(True)[1:]), "utf-8")

    opened = _current(paths.Bundle(data, bundle.resources), folder)

    assert opened.directory.edition.services == 587
    opened.directory.close()


def test_what_other_versions_of_the_program_built_is_removed_once_nobody_uses_it(
    bundle: paths.Bundle, tmp_path: Path
) -> None:
    data = Path(shutil.copytree(bundle.data, tmp_path / "data"))
    records = data / "directory" / "yt.jsonl"
    older, folder = paths.Bundle(data, bundle.resources), tmp_path / "editions"
    first = _current(older, folder)
    records.unlink()
    second = _current(older, folder)
    used = {each.name for each in folder.iterdir()}
    first.directory.close()
    second.directory.close()

    third = _current(bundle, folder)

    assert used == {first.folder.name, second.folder.name}
    assert {each.name for each in folder.iterdir()} == {third.folder.name}
    third.directory.close()


def _set_format(edition: Path, number: int) -> None:
    file = edition / "edition.json"
    info = json.loads(file.read_text(encoding="utf-8")) | {"format": number}
    file.write_text(json.dumps(info), encoding="utf-8")


def test_a_newer_edition_is_refused_and_left_as_it_is(bundle: paths.Bundle, edition: Path) -> None:
    _set_format(edition, EDITION_FORMAT + 1)
    before = {each: each.read_bytes() for each in edition.rglob("*") if each.is_file()}

    with pytest.raises(EditionTooNew, match="newer program"):
        open_edition(edition, bundle.data, clock=lambda: _NOW)

    assert {each: each.read_bytes() for each in before} == before


def test_an_older_edition_is_for_rebuilding(bundle: paths.Bundle, edition: Path) -> None:
    _set_format(edition, EDITION_FORMAT - 1)

    with pytest.raises(EditionDamaged):
        open_edition(edition, bundle.data, clock=lambda: _NOW)


def test_an_index_that_lost_services_is_damaged(bundle: paths.Bundle, edition: Path) -> None:
    file = edition / "edition.json"
    info = json.loads(file.read_text(encoding="utf-8")) | {"services": 589}
    file.write_text(json.dumps(info), encoding="utf-8")

    with pytest.raises(EditionDamaged):
        open_edition(edition, bundle.data, clock=lambda: _NOW)


def test_a_folder_of_somebody_elses_is_not_replaced(bundle: paths.Bundle, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "letter.txt").write_text("dear", encoding="utf-8")

    with pytest.raises(CannotWrite):
        _build(bundle, tmp_path / "letters")

    assert (tmp_path / "letters" / "letter.txt").read_text(encoding="utf-8") == "dear"


def test_an_edition_is_replaced_whole(bundle: paths.Bundle, edition: Path) -> None:
    (edition / "edition.json").write_text("{}", encoding="utf-8")

    _build(bundle, edition)

    assert json.loads((edition / "edition.json").read_text(encoding="utf-8"))["services"] == 588
    assert [each.name for each in edition.parent.iterdir()] == ["edition"]


def test_where_the_new_edition_cannot_take_its_place_the_old_one_stands_there_again(
    bundle: paths.Bundle, edition: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (edition / "edition.json").stat().st_mtime_ns
    rename = Path.rename

    def take_no_new_one(path: Path, target: Path) -> Path:
        if target == edition and (path / "edition.json").stat().st_mtime_ns != before:
            raise OSError(errno.EIO, "Input/output error")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", take_no_new_one)
    with pytest.raises(CannotWrite):
        _build(bundle, edition)

    assert (edition / "edition.json").stat().st_mtime_ns == before
    assert [each.name for each in edition.parent.iterdir()] == ["edition"]


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders are made."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_where_nothing_can_be_written_the_session_still_works_and_leaves_nothing(
    bundle: paths.Bundle, tmp_path: Path, temporary: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    opened = _current(bundle, tmp_path / "file" / "editions")

    assert opened.notice == NOT_KEPT
    assert opened.folder.is_relative_to(temporary)
    assert opened.directory.search(Query("shelter")).total > 0
    opened.directory.close()
    assert list(temporary.iterdir()) == []


def test_a_temporary_build_that_was_stopped_leaves_nothing(
    bundle: paths.Bundle, tmp_path: Path, temporary: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    def stop(_step: Step) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        editions.current(bundle, tmp_path / "file" / "editions", clock=lambda: _NOW, progress=stop)

    assert list(temporary.iterdir()) == []


def test_only_what_an_old_build_left_is_removed(bundle: paths.Bundle, tmp_path: Path) -> None:
    old, fresh = tmp_path / ".building-old", tmp_path / ".building-fresh"
    for folder in (old, fresh):
        folder.mkdir()
    yesterday = time.time() - 86400
    os.utime(old, (yesterday, yesterday))

    _build(bundle, tmp_path / "edition")

    assert not old.exists()
    assert fresh.exists()


_BUILD = """
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from tp_directory import editions, paths
data = paths.bundle().data
print("started", flush=True)
editions.build(data / "directory", Path(sys.argv[1]), data,
               clock=lambda: datetime.now(UTC), progress=lambda step: None)
print("done", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills with SIGKILL")
@pytest.mark.parametrize("attempt", range(8))
def test_a_build_killed_at_any_point_leaves_the_old_edition_or_the_new(
    bundle: paths.Bundle, edition: Path, attempt: int
) -> None:
    before = json.loads((edition / "edition.json").read_text(encoding="utf-8"))["built_at"]
    build = subprocess.Popen(
        [sys.executable, "-c", _BUILD, str(edition)],
        cwd=_ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert build.stdout is not None
    build.stdout.readline()
    time.sleep(random.Random(attempt).uniform(0, 0.5))
    build.send_signal(signal.SIGKILL)
    finished = "done" in build.communicate()[0]

    directory = open_edition(edition, bundle.data, clock=lambda: _NOW)

    assert directory.search(Query("shelter")).total > 0
    assert directory.edition.built_at != before or not finished
    directory.close()
