"""The command `update` as people and schedules use it; attacks on it are in tests/updates."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Answered, Ask
from tests.updates.fictional import fictional
from tests.updates.repository import Repository, make_repository
from tests.updates.serving import Server, served, silence


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    folder = tmp_path_factory.mktemp("publisher") / "repository"
    made = make_repository(folder, [fictional(1, name="Lantern")])
    (folder / "root.json").write_bytes(made.root)
    return made


@pytest.fixture
def root(repository: Repository) -> str:
    return str(repository.publisher.folder / "root.json")


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A user of whom nothing is known yet."""
    return {
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_CONFIG_DIRS": str(tmp_path / "etc"),
        "LOCALAPPDATA": str(tmp_path),
    }


@pytest.fixture
def run(run_program: Ask, environment: dict[str, str]) -> Ask:
    def run(*arguments: str) -> Answered:
        answered: Answered = run_program(*arguments, **environment)
        return answered

    return run


def test_an_update_says_what_is_installed_and_searches_find_it(
    run: Ask, repository: Repository, root: str
) -> None:
    folder = str(repository.public)

    first = run("update", "--source", folder, "--root", root)
    second = run("update", "--source", folder, "--root", root, "--lang", "fr")

    assert (first.code, first.out, first.err) == (0, "Edition 1 is installed.\n", "")
    assert (second.code, second.out) == (0, "L'édition 1 est la plus récente.\n")
    assert "Lantern 1" in run("search", "lantern").out


@pytest.mark.parametrize("table", ["preset", "locked"])
def test_a_schedule_does_nothing_while_updates_are_paused(
    run: Ask, repository: Repository, root: str, tmp_path: Path, table: str
) -> None:
    policy = tmp_path / "etc" / "tp-directory" / "policy.toml"
    policy.parent.mkdir(parents=True)
    updates = f"[updates]\nsources = ['{repository.public}']\nroot = '{root}'\n"
    policy.write_text(f"{updates}[{table}]\nupdates_paused = true\n", encoding="utf-8")

    scheduled = run("update", "--once")
    shape = json.loads(run("update", "--once", "--json").out)
    asked = run("update")

    assert scheduled.code == 0
    assert scheduled.out.startswith("Updates are paused in the settings.")
    assert shape["outcome"] == "paused"
    assert asked.out == "Edition 1 is installed.\n"


def test_how_it_ended_is_json_on_request(run: Ask, repository: Repository, root: str) -> None:
    folder = str(repository.public)

    shape = json.loads(run("update", "--source", folder, "--root", root, "--json").out)

    assert shape["outcome"] == "installed"
    assert (shape["number"], shape["source"]) == (1, folder)
    assert shape["text"] == "Edition 1 is installed."


def test_every_step_is_a_line_on_request(run: Ask, repository: Repository, root: str) -> None:
    printed = run("update", "--source", str(repository.public), "--root", root, "--events").out

    *steps, last = map(json.loads, printed.splitlines())
    assert list(dict.fromkeys(step["stage"] for step in steps)) == [
        "checking",
        "downloading",
        "assembling",
        "building",
        "testing",
        "saving",
        "switching",
        "switched",
    ]
    assert last["attempt"]["outcome"] == "installed"


def test_nothing_is_set_up_at_first(run: Ask) -> None:
    answered = run("update", "--lang", "fr")

    assert answered.code == 10
    assert answered.err.startswith("Les mises à jour ne sont pas configurées")


@pytest.mark.parametrize(("source", "code"), [("/nowhere", 4), ("http://updates.example.org", 10)])
def test_exit_codes_tell_failures_apart(run: Ask, root: str, source: str, code: int) -> None:
    answered = run("update", "--source", source, "--root", root)

    assert answered.code == code
    assert "The directory on this computer stays in use." in answered.err


@pytest.mark.parametrize("content", [None, b"no root", b"{}"])
def test_a_root_that_is_none_is_told_of(
    content: bytes | None, run: Ask, repository: Repository, tmp_path: Path
) -> None:
    file = tmp_path / "root.json"
    if content is not None:
        file.write_bytes(content)

    answered = run("update", "--source", str(repository.public), "--root", str(file))

    assert answered.code == (10 if content is None else 5)
    assert "root.json" in answered.err


def test_a_policy_says_where_updates_come_from_and_whom_to_trust(
    run: Ask, repository: Repository, root: str, environment: dict[str, str]
) -> None:
    policy = Path(environment["XDG_CONFIG_DIRS"]) / "tp-directory" / "policy.toml"
    policy.parent.mkdir(parents=True)
    policy.write_text(
        f"[updates]\nsources = ['{repository.public}']\nroot = '{root}'\n", encoding="utf-8"
    )

    assert run("update").code == 0
    refused = run("update", "--root", root)
    assert refused.code == 2
    assert "--root" in refused.err


def test_how_it_ended_is_remembered(run: Ask, root: str, environment: dict[str, str]) -> None:
    run("update", "--source", "/nowhere", "--root", root)

    memory = Path(environment["XDG_DATA_HOME"]) / "tp-directory" / "updates" / "attempts.json"
    (attempt,) = json.loads(memory.read_bytes())
    assert attempt["outcome"] == "unreachable"


@pytest.mark.skipif(os.name == "nt", reason="there is no such signal there")
def test_an_update_that_is_asked_to_end_says_so(
    repository: Repository, root: str, environment: dict[str, str]
) -> None:
    with served(repository.public) as server:
        server.answer("timestamp.json", silence)
        command = [sys.executable, "-m", "tp_directory", "update", "--events"]
        with subprocess.Popen(
            [*command, "--source", server.url, "--root", root],
            cwd=ROOT,
            env={**os.environ, **environment},
            stdout=subprocess.PIPE,
        ) as process:
            _wait_for(server, "/metadata/timestamp.json")
            process.send_signal(signal.SIGTERM)
            printed, _ = process.communicate(timeout=30)

    assert process.returncode == 3
    assert json.loads(printed.splitlines()[-1])["attempt"]["outcome"] == "cancelled"


def _wait_for(server: Server, path: str) -> None:
    end = time.monotonic() + 30
    while path not in server.paths and time.monotonic() < end:
        time.sleep(0.02)
