"""What is remembered between two starts, and what never is."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.errors import CannotWrite
from tp_directory.settings import BROKEN, Settings, read_settings, write_settings


@pytest.mark.parametrize("settings", [Settings(), Settings(Language.FR, "AdnQywAD", (420, 580))])
def test_what_was_kept_comes_back(tmp_path: Path, settings: Settings) -> None:
    write_settings(settings, tmp_path / "new folder")

    assert read_settings(tmp_path / "new folder") == (settings, Text())


def test_the_first_start_has_the_usual_settings(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == (Settings(), Text())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe\x00",
        b'{"language": "en"}',
        b'{"language": "de", "window": "", "panes": []}',
        b'{"language": null, "window": 3, "panes": []}',
        b'{"language": null, "window": "\xc3\xa9", "panes": []}',
        b'{"language": null, "window": "", "panes": ["wide"]}',
    ],
)
def test_a_broken_file_is_set_aside_with_a_notice(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(content)

    assert read_settings(tmp_path) == (Settings(), BROKEN)
    assert (tmp_path / "settings.broken.json").read_bytes() == content
    assert read_settings(tmp_path) == (Settings(), Text())


def test_a_folder_in_its_place_is_a_broken_file(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()

    assert read_settings(tmp_path) == (Settings(), BROKEN)


def test_a_folder_that_takes_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(CannotWrite):
        write_settings(Settings(), tmp_path / "file")


def test_settings_hold_nothing_of_a_search() -> None:
    assert {field.name for field in fields(Settings)} == {"language", "window", "panes"}
