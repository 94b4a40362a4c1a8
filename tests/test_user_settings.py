"""The settings of one user: their own, and what a policy makes of them."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.errors import CannotWrite
from tp_directory.core.preferences import Origin, Preferences, QuietHours, Theme
from tp_directory.paths import UserFolders
from tp_directory.settings import BROKEN
from tp_directory.user_settings import UserSettings


@pytest.fixture
def folders(tmp_path: Path) -> UserFolders:
    return UserFolders.inside(tmp_path, tmp_path / "settings", (tmp_path / "policy.toml",))


def rule(folders: UserFolders, content: str) -> None:
    """Write the policy of an administrator."""
    folders.policies[0].write_text(content, encoding="utf-8")


def written(folders: UserFolders) -> dict[str, object]:
    """What is in the file of settings."""
    content: dict[str, object] = json.loads(
        (folders.settings / "settings.json").read_text(encoding="utf-8")
    )
    return content


def test_at_the_first_start_the_usual_settings_are_in_force(folders: UserFolders) -> None:
    settings = UserSettings(folders)

    assert settings.chosen.preferences == Preferences()
    assert (settings.window, settings.panes, settings.notice) == ("", (), Text())
    assert not folders.settings.exists()


def test_what_was_chosen_is_in_force_at_once_and_at_the_next_start(folders: UserFolders) -> None:
    settings = UserSettings(folders)
    settings.choose("theme", Theme.DARK)
    settings.choose("home", "Kenora")
    at_once = settings.chosen.preferences
    settings.keep("AdnQywAD", (200, 400, 500))
    again = UserSettings(folders)

    assert at_once == Preferences(theme=Theme.DARK, home="Kenora")
    assert again.chosen.preferences == at_once
    assert (again.window, again.panes) == ("AdnQywAD", (200, 400, 500))


def test_only_what_was_chosen_is_written(folders: UserFolders) -> None:
    rule(folders, '[preset]\ntheme = "dark"\n')
    settings = UserSettings(folders)
    settings.choose("text_size", 125)
    settings.keep("", ())

    assert settings.chosen.preferences.theme is Theme.DARK
    assert written(folders) == {"text_size": 125, "window": "", "panes": []}


def test_a_choice_comes_before_a_preset_and_a_reset_goes_back_to_it(folders: UserFolders) -> None:
    rule(folders, '[preset]\ntheme = "dark"\n')
    settings = UserSettings(folders)
    settings.choose("theme", Theme.LIGHT)
    own = settings.chosen
    settings.reset()

    assert own.preferences.theme is Theme.LIGHT
    assert own.origins["theme"] is Origin.USER
    assert settings.chosen.preferences.theme is Theme.DARK
    assert settings.chosen.origins["theme"] is Origin.PRESET


def test_what_is_locked_stays_in_force(folders: UserFolders) -> None:
    rule(folders, "[locked]\nidle_minutes = 5\n")
    settings = UserSettings(folders)
    settings.choose("idle_minutes", 60)

    assert settings.chosen.preferences.idle_minutes == 5
    assert settings.chosen.is_locked("idle_minutes")


def test_as_the_system_is_a_choice_that_a_preset_does_not_undo(folders: UserFolders) -> None:
    rule(folders, '[preset]\nlanguage = "fr"\n')
    settings = UserSettings(folders)
    assert settings.chosen.preferences.language is Language.FR
    settings.choose("language", None)
    settings.keep("", ())

    assert UserSettings(folders).chosen.preferences.language is None


def test_a_reset_keeps_the_place_of_the_window(folders: UserFolders) -> None:
    settings = UserSettings(folders)
    settings.choose("theme", Theme.DARK)
    settings.keep("AdnQywAD", (200, 400, 500))
    settings.reset()

    assert settings.chosen.preferences == Preferences()
    assert settings.window == "AdnQywAD"


def test_a_reset_keeps_where_updates_come_from_and_when(folders: UserFolders) -> None:
    about_updates = Preferences(
        updates_paused=True,
        quiet_hours=QuietHours.NIGHT,
        update_sources=("https://updates.example.org",),
    )
    settings = UserSettings(folders)
    settings.choose("home", "Kenora")
    for name in ("updates_paused", "quiet_hours", "update_sources"):
        settings.choose(name, getattr(about_updates, name))
    settings.reset()

    assert settings.chosen.preferences == about_updates


def test_broken_settings_and_a_faulty_policy_are_told_together(folders: UserFolders) -> None:
    folders.settings.mkdir()
    (folders.settings / "settings.json").write_text("{", encoding="utf-8")
    rule(folders, '[preset]\ntheme = "pink"\n')
    settings = UserSettings(folders)

    assert settings.chosen.preferences == Preferences()
    for told, broken in ((settings.notice.en, BROKEN.en), (settings.notice.fr, BROKEN.fr)):
        first, second = told.splitlines()
        assert first == broken
        assert "[preset] theme" in second


def test_a_folder_that_takes_no_file_is_told_and_the_choice_holds(folders: UserFolders) -> None:
    settings = UserSettings(folders)
    folders.settings.write_text("no folder", encoding="utf-8")
    settings.choose("theme", Theme.DARK)
    with pytest.raises(CannotWrite):
        settings.keep("", ())

    assert settings.chosen.preferences.theme is Theme.DARK


def test_settings_that_could_not_be_read_once_are_there_at_the_next_start(
    folders: UserFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = UserSettings(folders)
    first.choose("theme", Theme.DARK)
    first.keep("AdnQywAD", (200, 400, 500))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_text", _fail)
        settings = UserSettings(folders)
    settings.choose("text_size", 125)
    settings.keep("", ())

    assert settings.chosen.preferences == Preferences(text_size=125)
    assert "Stale file handle" in settings.notice.en
    assert "oublié à la fermeture" in settings.notice.fr
    assert written(folders) == {"theme": "dark", "window": "AdnQywAD", "panes": [200, 400, 500]}


def _fail(_file: Path, encoding: str) -> str:
    """What a network drive may say while it comes back."""
    raise OSError(errno.ESTALE, "Stale file handle")
