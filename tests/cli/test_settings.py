import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tp_directory.cli import info
from tp_directory.core.bilingual import Language
from tp_directory.core.preferences import SomePreferences, Theme
from tp_directory.core.release import SHARDS
from tp_directory.paths import UserFolders
from tp_directory.settings import Settings, write_settings

Ask = Callable[..., Any]  # Any: Answered, in conftest, which no test can import


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> UserFolders:
    """The folders of a user on a computer that has two files for policies."""
    policies = (tmp_path / "first.toml", tmp_path / "second.toml")
    own = UserFolders.inside(tmp_path, tmp_path / "settings", policies)
    monkeypatch.setattr(info, "user_folders", lambda: own)
    return own


@pytest.fixture
def decided(folders: UserFolders) -> UserFolders:
    """Somebody has decided on most settings."""
    first, second = folders.policies
    first.write_text("[locked]\nidle_minutes = 5\n", encoding="utf-8")
    second.write_text('[preset]\nhome = "Kenora"\ntext_size = 125\n', encoding="utf-8")
    own = SomePreferences().having(theme=Theme.DARK, language=Language.FR)
    write_settings(Settings(own), folders.settings)
    return folders


def test_every_setting_is_told_with_who_decided_it(ask: Ask, decided: UserFolders) -> None:
    first, second = decided.policies
    page = ask("info", "--settings")

    assert page.code == 0
    assert page.plain.splitlines() == [
        "Language (language): French — set by you",
        "Colours (theme): dark — set by you",
        f"Size of the text (text_size): 125% — preset by {second}",
        f"Hide the window when unused (idle_minutes): after 5 min — locked by {first}",
        "Neutral window title (neutral_title): no — default",
        f"Search from (home): Kenora — preset by {second}",
        "Erase a hidden checklist (erase_minutes): after 2 min — default",
        "Questions at once (questions_at_once): 3 — default",
        "Pause updates (updates_paused): no — default",
        "Quiet hours without updates (quiet_hours): none — default",
        "Own sources of updates (update_sources): none — default",
        "Checklists from outside: none reviewed, no questions for free text",
        "Updates: not set up, as nothing says where they come from",
        f"A policy for everybody on this computer is looked for here: {first}, {second}",
    ]


def test_it_is_told_in_french_too(ask: Ask, decided: UserFolders) -> None:
    first, second = decided.policies
    page = ask("info", "--settings", "--lang", "fr")

    assert page.plain.splitlines() == [
        "Langue (language) : français — choisi par vous",
        "Couleurs (theme) : sombres — choisi par vous",
        f"Taille du texte (text_size) : 125 % — proposé par {second}",
        f"Masquer la fenêtre inutilisée (idle_minutes) : après 5 min — verrouillé par {first}",
        "Titre de fenêtre neutre (neutral_title) : non — par défaut",
        f"Chercher à partir de (home) : Kenora — proposé par {second}",
        "Effacer une liste masquée (erase_minutes) : après 2 min — par défaut",
        "Questions à la fois (questions_at_once) : 3 — par défaut",
        "Suspendre les mises à jour (updates_paused) : non — par défaut",
        "Heures calmes sans mise à jour (quiet_hours) : aucune — par défaut",
        "Sources de mises à jour choisies (update_sources) : aucune — par défaut",
        "Listes venues d'ailleurs : aucune révisée, aucune question à texte libre",
        "Mises à jour : non configurées, car rien ne dit d'où elles viennent",
        "Une politique pour tous les utilisateurs de cet ordinateur est cherchée ici : "
        f"{first}, {second}",
    ]


def test_what_nobody_decided_is_told_in_words(ask: Ask, folders: UserFolders) -> None:
    folders.policies[0].write_text(
        "[preset]\nidle_minutes = 0\nneutral_title = true\n", encoding="utf-8"
    )
    page = ask("info", "--settings").out

    assert "(language): as the system — default" in page
    assert "(idle_minutes): never — preset" in page
    assert "(neutral_title): yes — preset" in page
    assert "(home): anywhere — default" in page


def test_what_an_administrator_says_of_checklists_is_told(ask: Ask, folders: UserFolders) -> None:
    folders.policies[1].write_text(
        f'[screening]\nreviewed = ["{"a" * 64}"]\nfree_text = true\n'
        "[locked]\nerase_minutes = 0\nquestions_at_once = 0\n",
        encoding="utf-8",
    )
    page = ask("info", "--settings").out
    shape = json.loads(ask("info", "--settings", "--format", "json").out)

    assert "(erase_minutes): at once — locked" in page
    assert "(questions_at_once): the whole section — locked" in page
    assert "Checklists from outside: 1 reviewed, questions for free text are asked" in page
    assert shape["screening"] == {"reviewed": ["a" * 64], "free_text": True}


def test_where_updates_come_from_is_told(ask: Ask, folders: UserFolders) -> None:
    folders.policies[0].write_text(
        '[updates]\nsources = ["https://updates.example.org"]\nprovinces = ["on"]\n'
        '[preset]\nupdates_paused = true\nquiet_hours = "8-18"\n',
        encoding="utf-8",
    )
    english = ask("info", "--settings").plain
    french = ask("info", "--settings", "--lang", "fr").out

    source = "https://updates.example.org"
    assert f"Updates: from {source}; national, on; not over metered connections" in english
    assert "(updates_paused): yes — preset" in english
    assert "(quiet_hours): from 8:00 to 18:00 — preset" in english
    assert f"Mises à jour\N{NO-BREAK SPACE}: de {source}; national, on; pas par les" in french
    assert "de 8\N{NO-BREAK SPACE}h à 18\N{NO-BREAK SPACE}h — proposé" in french


def test_it_is_json_on_request(ask: Ask, decided: UserFolders) -> None:
    first, second = map(str, decided.policies)
    shape = json.loads(ask("info", "--settings", "--format", "json").out)

    assert shape == {
        "settings": [
            {"name": "language", "value": "fr", "origin": "user", "file": None},
            {"name": "theme", "value": "dark", "origin": "user", "file": None},
            {"name": "text_size", "value": 125, "origin": "preset", "file": second},
            {"name": "idle_minutes", "value": 5, "origin": "locked", "file": first},
            {"name": "neutral_title", "value": False, "origin": "default", "file": None},
            {"name": "home", "value": "Kenora", "origin": "preset", "file": second},
            {"name": "erase_minutes", "value": 2, "origin": "default", "file": None},
            {"name": "questions_at_once", "value": 3, "origin": "default", "file": None},
            {"name": "updates_paused", "value": False, "origin": "default", "file": None},
            {"name": "quiet_hours", "value": "none", "origin": "default", "file": None},
            {"name": "update_sources", "value": [], "origin": "default", "file": None},
        ],
        "screening": {"reviewed": [], "free_text": False},
        "updates": {"sources": [], "root": None, "shards": list(SHARDS), "metered": False},
        "policies": [first, second],
        "faults": [],
    }


def test_what_is_wrong_with_a_policy_is_told_and_leaves_with_1(
    ask: Ask, folders: UserFolders
) -> None:
    folders.policies[0].write_text("[locked]\nidle_minutes = 7\n", encoding="utf-8")
    page = ask("info", "--settings")

    assert page.code == 1
    assert page.out.splitlines()[-1].startswith(
        f"{folders.policies[0]}: [locked] idle_minutes has no effect. Expected: one of 0, 1,"
    )
    assert json.loads(ask("info", "--settings", "--format", "json").out)["faults"]


def test_what_is_wrong_with_the_worker_s_own_file_is_told(ask: Ask, folders: UserFolders) -> None:
    folders.settings.mkdir()
    (folders.settings / "settings.json").write_text("{", encoding="utf-8")
    page = ask("info", "--settings")

    assert page.code == 1
    assert "set aside" in page.out


def test_a_worker_s_own_file_that_cannot_be_had_is_told_beside_the_rest(
    ask: Ask, decided: UserFolders
) -> None:
    file = decided.settings / "settings.json"
    file.unlink()
    file.mkdir()
    page = ask("info", "--settings")

    assert page.code == 1
    assert f"Cannot read {file}" in page.plain
    assert "Search from (home): Kenora" in page.plain
    assert file.is_dir()


def test_neither_window_nor_directory_is_loaded(run_program: Ask) -> None:
    told = run_program("info", "--settings", PYTHONPROFILEIMPORTTIME="1")
    lines = [line for line in told.err.splitlines() if line.startswith("import time:")]
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in lines}

    assert told.code == 0
    assert "typer" in loaded
    assert loaded.isdisjoint({"PySide6", "sqlalchemy", "tantivy"})
