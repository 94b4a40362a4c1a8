"""The command line, asked in this process on the shared directory, or as a program of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tp_directory.cli.main import answer
from tp_directory.core.bilingual import Language
from tp_directory.directory import Directory

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Answered:
    """What a command line gave: its exit code and what it printed."""

    code: int
    out: str
    err: str

    @property
    def plain(self) -> str:
        """What it printed, with common spaces."""
        return (self.out + self.err).replace("\N{NO-BREAK SPACE}", " ")


Ask = Callable[..., Answered]


@pytest.fixture
def ask(
    directory: Directory, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Ask:
    """Ask in this process; the directory stays open for the next test."""
    monkeypatch.setenv("LC_ALL", "en_CA.UTF-8")

    @contextmanager
    def opened(language: Language) -> Iterator[Directory]:
        yield directory

    def run(*arguments: str) -> Answered:
        code = answer(arguments, opened)
        printed = capsys.readouterr()
        return Answered(code, printed.out, printed.err)

    return run


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A user's folder, where the first program that runs builds the edition."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="session")
def run_program(home: Path) -> Ask:
    """Run the program for itself, piped, with `environment` added."""

    def run(*arguments: str, **environment: str) -> Answered:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
        done = subprocess.run(
            [sys.executable, "-m", "tp_directory", *arguments],
            cwd=ROOT,
            env={
                **kept,
                "HOME": str(home),
                "XDG_DATA_HOME": str(home / "data"),
                "XDG_CONFIG_HOME": str(home / "config"),
                "LOCALAPPDATA": str(home),
                "LANG": "en_CA.UTF-8",
                "QT_QPA_PLATFORM": "offscreen",
                **environment,
            },
            capture_output=True,
            check=False,
        )
        return Answered(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return run
