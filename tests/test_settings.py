"""What is remembered between two starts, and what never is."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

import pytest

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.errors import CannotRead, CannotWrite
from tp_directory.core.preferences import SomePreferences, Theme
from tp_directory.settings import BROKEN, Settings, read_settings, write_settings

FRENCH = SomePreferences().having(language=Language.FR)
MANY = FRENCH.having(
    theme=Theme.DARK, text_size=125, idle_minutes=0, neutral_title=True, home="Kenora"
)


@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings(MANY, "AdnQywAD", (420, 580)),
        Settings(SomePreferences().having(language=None)),
    ],
)
def test_what_was_kept_comes_back(tmp_path: Path, settings: Settings) -> None:
    write_settings(settings, tmp_path / "new folder")

    assert read_settings(tmp_path / "new folder") == (settings, Text())


def test_only_what_the_worker_set_is_written(tmp_path: Path) -> None:
    write_settings(Settings(FRENCH), tmp_path)
    content = json.loads((tmp_path / "settings.json").read_text(encoding="utf-8"))

    assert content == {"language": "fr", "window": "", "panes": []}


def test_the_first_start_has_the_usual_settings(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == (Settings(), Text())


@pytest.mark.parametrize(
    ("content", "settings"),
    [
        ('{"language": "fr", "window": "Adn", "panes": [4, 5]}', Settings(FRENCH, "Adn", (4, 5))),
        ('{"language": null, "window": "", "panes": []}', Settings()),
        ('{"language": "fr", "of_a_later_program": 1}', Settings(FRENCH)),
    ],
)
def test_the_file_of_another_program_is_read(
    tmp_path: Path, content: str, settings: Settings
) -> None:
    (tmp_path / "settings.json").write_text(content, encoding="utf-8")

    assert read_settings(tmp_path) == (settings, Text())


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe\x00", b"[" * 100_000])
def test_a_broken_file_is_told_and_set_aside_when_settings_are_written(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "settings.json").write_bytes(content)

    assert read_settings(tmp_path) == (Settings(), BROKEN)
    assert [file.name for file in tmp_path.iterdir()] == ["settings.json"]

    write_settings(Settings(FRENCH), tmp_path)
    assert (tmp_path / "settings.broken.json").read_bytes() == content
    assert read_settings(tmp_path) == (Settings(FRENCH), Text())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"),
        ("text_size", 3),
        ("window", 3),
        ("window", "é"),
        ("panes", ["wide"]),
        ("panes", 3),
        ("panes", [230, 2**31, 425]),
        ("panes", [230, -1, 425]),
    ],
)
def test_a_wrong_value_is_named_and_the_rest_holds(
    tmp_path: Path, name: str, value: object
) -> None:
    content = json.dumps({"language": "fr", name: value})
    (tmp_path / "settings.json").write_text(content, encoding="utf-8")

    settings, notice = read_settings(tmp_path)

    assert settings == Settings(FRENCH)
    assert f": {name}." in notice.en
    assert f"\N{NO-BREAK SPACE}: {name}." in notice.fr
    assert (tmp_path / "settings.json").read_text(encoding="utf-8") == content


def test_a_file_that_cannot_be_had_is_told_and_stays(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()

    with pytest.raises(CannotRead):
        read_settings(tmp_path)
    with pytest.raises(CannotWrite):
        write_settings(Settings(FRENCH), tmp_path)
    assert (tmp_path / "settings.json").is_dir()
    assert not (tmp_path / "settings.broken.json").exists()


def test_a_folder_that_takes_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(CannotWrite):
        write_settings(Settings(), tmp_path / "file")


def test_settings_hold_nothing_of_a_search() -> None:
    assert {field.name for field in fields(Settings)} == {"own", "window", "panes"}
