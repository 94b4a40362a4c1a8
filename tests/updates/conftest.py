"""A publisher with three editions, and workstations that have the second."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.updates.fictional import fictional
from tests.updates.forger import Forger
from tests.updates.repository import Repository, make_repository
from tests.updates.serving import Server, served
from tp_directory.cli.main import answer
from tp_directory.cli.opening import now
from tp_directory.core.release import SHARDS
from tp_directory.core.updating import Attempt, UpdateSetup, UpdateStep
from tp_directory.directory import Clock
from tp_directory.paths import bundle
from tp_directory.updates.limits import Limits
from tp_directory.updates.update import update

ROOT = Path(__file__).parents[2]
PATIENCE = 20.0  # seconds: servers of tests are quick, but a machine may be busy


@dataclass(frozen=True)
class Published:
    """The repository with its last edition, and what it was like with those before."""

    repository: Repository
    first: Path
    second: Path


@dataclass(frozen=True)
class Told:
    """How the command ended."""

    code: int
    outcome: str
    number: int
    en: str
    fr: str


@dataclass(frozen=True)
class Workstation:
    """A computer of its own: its folders, and the key that it begins with."""

    home: Path
    root: Path

    @property
    def environment(self) -> dict[str, str]:
        return {
            "HOME": str(self.home),
            "XDG_DATA_HOME": str(self.home / "data"),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_CONFIG_DIRS": str(self.home / "etc"),
            "LOCALAPPDATA": str(self.home),
            "LC_ALL": "en_CA.UTF-8",
        }

    def update(self, *sources: str, patience: float = PATIENCE) -> Told:
        """Run the command as a schedule does."""
        named = [word for source in sources for word in ("--source", source)]
        done = subprocess.run(
            [
                *(sys.executable, "-m", "tp_directory", "update", "--once", "--events"),
                *("--root", str(self.root), "--patience", str(patience), *named),
            ],
            cwd=ROOT,
            env={**os.environ, **self.environment},
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert not done.stderr, done.stderr.decode()
        attempt = json.loads(done.stdout.splitlines()[-1])["attempt"]
        return Told(
            done.returncode,
            attempt["outcome"],
            attempt["number"],
            attempt["text"]["en"],
            attempt["text"]["fr"],
        )

    def update_here(
        self,
        *sources: str,
        shards: tuple[str, ...] = SHARDS,
        clock: Clock = now,
        progress: Callable[[UpdateStep], None] = lambda step: None,
        wanted: bool = False,
    ) -> Attempt:
        """Update in this process, as the command does."""
        return update(
            UpdateSetup(sources, self.root, shards),
            root=self.root.read_bytes(),
            bundled_data=bundle().data,
            editions=self.editions,
            memory=self.memory,
            clock=clock,
            progress=progress,
            wanted=wanted,
            limits=Limits(patience=PATIENCE),
        )

    @property
    def editions(self) -> Path:
        return self.home / "data" / "tp-directory" / "editions"

    @property
    def memory(self) -> Path:
        return self.home / "data" / "tp-directory" / "updates"

    def copied(self, to: Path) -> Workstation:
        return Workstation(Path(shutil.copytree(self.home, to)), self.root)


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """Each edition renames one service of each shard; `on` has a partner."""
    folder = tmp_path_factory.mktemp("publisher")
    provinces = ("ON", "QC", None)
    records = [fictional(at, provinces[at % 3], "Harbour") for at in range(60)]
    repository = make_repository(folder / "repository", records, partners=("on",))
    states = []
    for name in ("Meadow", "Lantern"):
        states.append(Path(shutil.copytree(repository.public, folder / f"before-{name}")))
        records[:3] = [fictional(at, provinces[at], name) for at in range(3)]
        assert repository.publish(records)
    return Published(repository, *states)


@pytest.fixture(scope="session")
def second_edition(published: Published, tmp_path_factory: pytest.TempPathFactory) -> Workstation:
    """A workstation that the real command has given the second edition, by way of the first."""
    folder = tmp_path_factory.mktemp("workstation")
    root = folder / "root.json"
    root.write_bytes(published.repository.root)
    station = Workstation(folder / "home", root)
    for number, state in enumerate((published.first, published.second), start=1):
        with served(state) as server:
            told = station.update(server.url)
        assert (told.outcome, told.number) == ("installed", number), told
    return station


@pytest.fixture
def station(second_edition: Workstation, tmp_path: Path) -> Workstation:
    return second_edition.copied(tmp_path / "home")


@pytest.fixture
def forger(published: Published, tmp_path: Path) -> Forger:
    return Forger(published.repository, tmp_path / "public")


@pytest.fixture
def server(forger: Forger) -> Iterator[Server]:
    with served(forger.public) as server:
        yield server


@pytest.fixture
def publisher(published: Published) -> Iterator[Server]:
    """The three editions on a web server."""
    with served(published.repository.public) as server:
        yield server


@pytest.fixture
def new(published: Published, tmp_path: Path) -> Workstation:
    """A workstation on which nothing was installed yet."""
    root = tmp_path / "root.json"
    root.write_bytes(published.repository.root)
    return Workstation(tmp_path / "new", root)


Search = Callable[[Workstation], str]


@pytest.fixture
def search(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Search:
    """What the command prints when the one service is searched that each edition renames."""

    def run(station: Workstation) -> str:
        for name, value in station.environment.items():
            monkeypatch.setenv(name, value)
        answer(["search", "Harbour OR Meadow OR Lantern OR Willow", "--province", "ON"])
        return capsys.readouterr().out

    return run
