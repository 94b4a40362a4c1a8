"""What updating remembers between two attempts."""

from __future__ import annotations

import json
from errno import ENOSPC
from pathlib import Path

import pytest

from tp_directory.core.bilingual import Text
from tp_directory.core.errors import CannotWrite
from tp_directory.core.updating import Attempt, Outcome
from tp_directory.updates.attempts import (
    MOST_ATTEMPTS,
    add_attempt,
    installation_number,
    read_attempts,
)


def attempt(minute: int, outcome: Outcome = Outcome.UP_TO_DATE) -> Attempt:
    return Attempt(
        f"2026-11-24T10:{minute:02d}:00+00:00",
        outcome,
        12,
        "https://updates.example.org",
        Text("Nothing new.", "Rien de nouveau."),
    )


def test_before_the_first_attempt_there_is_none(tmp_path: Path) -> None:
    assert read_attempts(tmp_path / "updates") == ()


def test_the_latest_attempt_comes_first(tmp_path: Path) -> None:
    memory = tmp_path / "new" / "folder"
    add_attempt(attempt(1), memory)
    add_attempt(attempt(2, Outcome.UNREACHABLE), memory)

    assert read_attempts(memory) == (attempt(2, Outcome.UNREACHABLE), attempt(1))


def test_only_the_last_thirty_are_remembered(tmp_path: Path) -> None:
    for minute in range(40):
        add_attempt(attempt(minute), tmp_path)

    remembered = read_attempts(tmp_path)

    assert len(remembered) == MOST_ATTEMPTS == 30
    assert (remembered[0], remembered[-1]) == (attempt(39), attempt(10))


@pytest.mark.parametrize(
    "content", ["", "{", "[1]", '[{"at": 5}]', "[" * 100_000, '[{"outcome": "sold"}]']
)
def test_a_damaged_file_is_set_aside_and_the_log_begins_anew(tmp_path: Path, content: str) -> None:
    (tmp_path / "attempts.json").write_text(content, encoding="utf-8")

    assert read_attempts(tmp_path) == ()
    assert (tmp_path / "attempts.broken.json").read_text(encoding="utf-8") == content
    add_attempt(attempt(1), tmp_path)
    assert read_attempts(tmp_path) == (attempt(1),)


def test_nothing_but_the_attempts_is_written(tmp_path: Path) -> None:
    add_attempt(attempt(1), tmp_path)
    [file] = tmp_path.iterdir()

    [written] = json.loads(file.read_text(encoding="utf-8"))
    assert set(written) == {"at", "outcome", "number", "source", "text"}


def test_a_folder_that_takes_no_file_is_told(tmp_path: Path) -> None:
    taken = tmp_path / "updates"
    taken.write_text("", encoding="utf-8")

    with pytest.raises(CannotWrite):
        add_attempt(attempt(1), taken)


def test_an_attempt_that_cannot_be_written_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_attempt(attempt(1), tmp_path)

    def fill(file: Path, content: bytes) -> int:
        file.touch()
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fill)

    with pytest.raises(CannotWrite):
        add_attempt(attempt(2), tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["attempts.json"]
    assert read_attempts(tmp_path) == (attempt(1),)


def test_the_number_of_an_installation_stays(tmp_path: Path) -> None:
    number = installation_number(tmp_path)

    assert installation_number(tmp_path) == number
    assert 0 <= number < 2**32


def test_two_installations_have_two_numbers(tmp_path: Path) -> None:
    numbers = {installation_number(tmp_path / str(each)) for each in range(5)}

    assert len(numbers) > 1


def test_a_damaged_number_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "number.txt").write_text("many", encoding="utf-8")
    number = installation_number(tmp_path)

    assert installation_number(tmp_path) == number


def test_where_a_number_cannot_be_kept_there_is_one_still(tmp_path: Path) -> None:
    taken = tmp_path / "updates"
    taken.write_text("", encoding="utf-8")

    assert installation_number(taken) >= 0
