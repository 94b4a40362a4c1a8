"""Disks that are full or fail while an edition is installed: the one before goes on."""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import NOW
from tests.editions.published import bundled_records, install_edition
from tp_directory.core.bilingual import Text
from tp_directory.core.errors import CannotWrite
from tp_directory.core.query import Query
from tp_directory.core.updating import Stage, UpdateStep
from tp_directory.editions import current
from tp_directory.exchange.fields import Part
from tp_directory.paths import Bundle


@pytest.fixture(scope="module")
def records(bundle: Bundle) -> list[Part]:
    """A few records, sorted by id."""
    return bundled_records(bundle.data)[:60]


@pytest.fixture(scope="module")
def one_installed(
    bundle: Bundle, records: list[Part], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    folder = tmp_path_factory.mktemp("one")
    install_edition(folder, records[:50], bundle.data, 12)
    return folder


def _is_as_before(bundle: Bundle, editions: Path) -> bool:
    """Whether the edition of 50 services is there and nothing else, and answers."""
    names = sorted(each.name for each in editions.iterdir())
    opened = current(bundle, editions, clock=lambda: NOW, progress=lambda step: None)
    total = opened.directory.search(Query()).total
    opened.directory.close()
    is_alone = names == [opened.folder.name, "current.json"]
    return is_alone and (total, opened.notice) == (50, Text())


def _then_installs(bundle: Bundle, editions: Path, records: list[Part]) -> bool:
    """Whether the next attempt, to a disk that works, succeeds."""
    install_edition(editions, records, bundle.data, 13)
    opened = current(bundle, editions, clock=lambda: NOW, progress=lambda step: None)
    total = opened.directory.search(Query()).total
    opened.directory.close()
    return total == 60


class _Failing:
    """Replaces a function of the system by one that fails at its n-th call."""

    def __init__(self, works: Callable[..., object], number: int, code: int) -> None:
        self._works = works
        self._left = number
        self._code = code
        self.has_failed = False

    def __call__(self, *arguments: object, **named: object) -> object:
        self._left -= 1
        if self._left == 0:
            self.has_failed = True
            raise OSError(self._code, os.strerror(self._code))
        return self._works(*arguments, **named)

    def __get__(self, file: object, _kind: object = None) -> Callable[..., object]:
        return lambda *arguments, **named: self(file, *arguments, **named)


def _fails_once_built(
    monkeypatch: pytest.MonkeyPatch, target: object, name: str, failing: _Failing
) -> Callable[[UpdateStep], None]:
    """Let a function of the system fail from when an edition is being built."""

    def spoil(step: UpdateStep) -> None:
        if step == UpdateStep(Stage.BUILDING):
            monkeypatch.setattr(target, name, failing)

    return spoil


_CALLS = [
    *((Path, "write_bytes", errno.ENOSPC, number) for number in range(1, 9)),
    *((os, "fsync", errno.EIO, number) for number in (1, 2, 20, 40, 56, 57, 58)),
    *((os, "mkdir", errno.ENOSPC, number) for number in (1, 3)),
    (os, "rename", errno.EIO, 1),
    (os, "replace", errno.EIO, 1),
]


@pytest.mark.parametrize(("target", "name", "code", "number"), _CALLS, ids=str)
def test_a_call_that_fails_leaves_the_edition_before(
    bundle: Bundle,
    records: list[Part],
    one_installed: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    target: object,
    name: str,
    code: int,
    number: int,
) -> None:
    editions = Path(shutil.copytree(one_installed, tmp_path / "editions"))
    failing = _Failing(getattr(target, name), number, code)
    spoil = _fails_once_built(monkeypatch, target, name, failing)

    with pytest.raises(CannotWrite, match=os.strerror(code)):
        install_edition(editions, records, bundle.data, 13, progress=spoil)
    monkeypatch.undo()

    assert failing.has_failed
    assert _is_as_before(bundle, editions)
    assert _then_installs(bundle, editions, records)


def test_a_pointer_that_may_not_be_on_disk_yet_is_no_fault(
    bundle: Bundle,
    records: list[Part],
    one_installed: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The last flush is of the pointer's folder: a crash would bring back the edition before."""
    editions = Path(shutil.copytree(one_installed, tmp_path / "editions"))
    works = os.replace

    def fail_from_now_on(before: Path, after: Path) -> None:
        works(before, after)
        monkeypatch.setattr(os, "fsync", _Failing(os.fsync, 1, errno.EIO))

    monkeypatch.setattr(os, "replace", fail_from_now_on)
    folder = install_edition(editions, records, bundle.data, 13)
    monkeypatch.undo()

    opened = current(bundle, editions, clock=lambda: NOW, progress=lambda step: None)
    assert (opened.folder, opened.directory.search(Query()).total) == (folder, 60)
    opened.directory.close()


_LIMITED = """
import resource, sys
from pathlib import Path
from tests.editions.published import bundled_records, install_edition
from tp_directory import paths
from tp_directory.core.errors import CannotWrite
from tp_directory.core.updating import Stage, UpdateStep

def limit(step):
    if step == UpdateStep(Stage.BUILDING):
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))

data = paths.bundle().data
records = bundled_records(data)[:60]
base = Path(sys.argv[3]) if len(sys.argv) > 3 else None
try:
    install_edition(Path(sys.argv[1]), records, data, 13, base=base, progress=limit)
except CannotWrite as error:
    print(error.text.en)
    sys.exit(7)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits files as POSIX does")
@pytest.mark.parametrize("is_edited", [False, True])
@pytest.mark.parametrize("most_bytes", [0, 100, 5_000, 30_000, 70_000])
def test_a_file_that_cannot_grow_leaves_the_edition_before(
    bundle: Bundle,
    records: list[Part],
    one_installed: Path,
    tmp_path: Path,
    most_bytes: int,
    is_edited: bool,
) -> None:
    """The store and the index are written by libraries, which Python's functions do not tell."""
    editions = Path(shutil.copytree(one_installed, tmp_path / "editions"))
    base = [str(next(editions.glob("12-*")))] if is_edited else []

    done = subprocess.run(
        [sys.executable, "-c", _LIMITED, str(editions), str(most_bytes), *base],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (7, "")
    assert "Cannot write" in done.stdout
    assert _is_as_before(bundle, editions)
    assert _then_installs(bundle, editions, records)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """Gives disks of some kilobytes, where they may be mounted."""
    mounted: list[Path] = []

    def mount(kilobytes: int) -> Path:
        disk = tmp_path / f"disk{kilobytes}"
        disk.mkdir()
        size = ["-o", f"size={kilobytes}k"]
        command = ["mount", "-t", "tmpfs", *size, "tmpfs", str(disk)]
        if not shutil.which("mount"):
            pytest.skip("no disk can be mounted here")
        if subprocess.run(command, check=False, capture_output=True).returncode:
            pytest.skip("no disk may be mounted here")
        mounted.append(disk)
        return disk

    yield mount
    for disk in mounted:
        subprocess.run(["umount", "-l", str(disk)], check=True)


_LARGE_ENOUGH = 6000  # kilobytes for two editions of these records


def test_a_full_disk_leaves_the_edition_before(
    bundle: Bundle,
    records: list[Part],
    one_installed: Path,
    small_disk: Callable[[int], Path],
) -> None:
    editions = small_disk(_LARGE_ENOUGH) / "editions"
    shutil.copytree(one_installed, editions)
    filler = editions.parent / "filler"
    outcomes: list[bool] = []
    free = shutil.disk_usage(editions).free
    for left in range(0, free, free // 25):
        filler.write_bytes(bytes(shutil.disk_usage(editions).free - left))
        try:
            install_edition(editions, records, bundle.data, 13)
        except (CannotWrite, OSError):  # OSError: in what is fetched, which is not installing yet
            outcomes.append(False)
            shutil.rmtree(next(editions.glob(".building-*"), ""), ignore_errors=True)
        else:
            outcomes.append(True)
            break
        filler.unlink()
        assert _is_as_before(bundle, editions)

    assert outcomes[-1]
    assert len(outcomes) > 5
