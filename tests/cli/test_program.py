import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import translations

Ask = Callable[..., Any]  # Any: Answered, in conftest, which no test can import

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def compiled_words() -> None:
    if translations.is_stale():
        translations.compile_all()


def _modules_after(run_program: Ask, *arguments: str) -> set[str]:
    """The top packages loaded once the program has answered."""
    traced = run_program(*arguments, PYTHONVERBOSE="", PYTHONPROFILEIMPORTTIME="1")
    lines = [line for line in traced.err.splitlines() if line.startswith("import time:")]
    return {line.rpartition("|")[2].strip().partition(".")[0] for line in lines}


def test_a_search_loads_no_window(run_program: Ask) -> None:
    loaded = _modules_after(run_program, "search", "shelter")

    assert "tantivy" in loaded
    assert loaded.isdisjoint({"PySide6", "shiboken6", "jsonschema_rs"})


def test_help_loads_neither_window_nor_directory(run_program: Ask) -> None:
    loaded = _modules_after(run_program, "search", "--help")

    assert "typer" in loaded
    assert loaded.isdisjoint({"PySide6", "sqlalchemy", "tantivy", "rich"})


def test_the_self_test_proves_the_installation(run_program: Ask, compiled_words: None) -> None:
    proved = run_program("self-test", "--lang", "fr")

    assert proved.code == 0, proved.err
    assert proved.out.count("[ok]") == 4
    assert "Tout ce qui a été vérifié fonctionne." in proved.out


def test_the_locale_chooses_the_language(run_program: Ask) -> None:
    assert "Aucun service trouvé." in run_program("search", "qqzzxx", LANG="fr_CA.UTF-8").out
    assert "No service found." in run_program("search", "qqzzxx", LANG="en_CA.UTF-8").out


def test_what_is_piped_is_utf_8_whatever_the_locale(run_program: Ask) -> None:
    page = run_program("search", "hébergement", "--lang", "fr", PYTHONIOENCODING="ascii")

    assert page.code == 0
    assert "hébergement" in page.out.lower()


def test_what_is_piped_has_no_colours_and_whole_numbers_at_40_columns(run_program: Ask) -> None:
    page = run_program("search", "--trafficking", "--always-open", COLUMNS="40")

    assert "\x1b" not in page.out
    assert "\n  1-833-900-1010\n" in page.out


@pytest.mark.parametrize(
    ("words", "code"),
    [(["search", "--limit", "1000"], 0), (["search", "qqzzxx"], 1), (["search", "--nope"], 2)],
)
def test_a_reader_that_leaves_early_changes_nothing(
    home: Path, words: list[str], code: int
) -> None:
    command = [sys.executable, "-m", "tp_directory", *words]
    environment = {**os.environ, "HOME": str(home), "XDG_DATA_HOME": str(home / "data")}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        complaint = process.stderr.read().decode()

    assert process.returncode == code
    assert "Traceback" not in complaint
    assert "Exception ignored" not in complaint


def test_no_word_searched_is_left_on_disk(run_program: Ask, home: Path) -> None:
    run_program("search", "wexqarnold", "--near", "Kenora")
    left = [
        file
        for file in home.rglob("*")
        if file.is_file() and b"wexqarnold" in file.read_bytes().lower()
    ]

    assert any(home.rglob("edition.json"))
    assert left == []
