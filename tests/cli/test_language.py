from collections.abc import Callable
from typing import Any

import pytest

from tp_directory.cli.bad_use import BadUse
from tp_directory.cli.spoken import chosen_language, locale_language
from tp_directory.core.bilingual import Language

Ask = Callable[..., Any]  # Any: Answered, in conftest, which no test can import

VERBS = ["search", "show", "places", "info", "check", "build", "self-test"]
ENGLISH_LEFT = ["Usage", "Options:", "Commands", "default", "required", "Show ", " the "]


@pytest.mark.parametrize(
    ("arguments", "language", "rest"),
    [
        ([], None, []),
        (["--lang", "fr", "search", "x"], Language.FR, ["search", "x"]),
        (["search", "--lang=FR", "x"], Language.FR, ["search", "x"]),
        (["search", "x", "--lang", "en"], Language.EN, ["search", "x"]),
        (["search", "--", "--lang", "fr"], None, ["search", "--", "--lang", "fr"]),
    ],
)
def test_the_language_is_taken_from_anywhere_among_the_arguments(
    arguments: list[str], language: Language | None, rest: list[str]
) -> None:
    assert chosen_language(arguments) == (language, rest)


@pytest.mark.parametrize("arguments", [["--lang"], ["--lang", "de"], ["--lang="]])
def test_another_language_is_refused(arguments: list[str]) -> None:
    with pytest.raises(BadUse):
        chosen_language(arguments)


@pytest.mark.parametrize(
    ("environment", "system", "language"),
    [
        ({}, None, Language.EN),
        ({"LANG": "fr_CA.UTF-8"}, None, Language.FR),
        ({"LANG": "fr_CA.UTF-8", "LC_ALL": "en_CA.UTF-8"}, None, Language.EN),
        ({"LANG": "en_CA.UTF-8", "LC_MESSAGES": "fr_CA"}, None, Language.FR),
        ({"LANG": "C.UTF-8"}, "French_Canada", Language.EN),
        ({}, "French_Canada", Language.FR),
    ],
)
def test_without_it_the_locale_decides(
    environment: dict[str, str], system: str | None, language: Language
) -> None:
    assert locale_language(environment, system) is language


@pytest.mark.parametrize("verb", VERBS)
def test_the_help_of_a_verb_is_wholly_in_french(ask: Ask, verb: str) -> None:
    page = ask(verb, "--help", "--lang", "fr")

    assert page.code == 0
    assert page.plain.startswith("Utilisation : tp-directory")
    assert [words for words in ENGLISH_LEFT if words in page.plain] == []


def test_the_help_of_the_program_names_every_verb_in_french(ask: Ask) -> None:
    page = ask("--help", "--lang", "fr")

    assert "Verbes :" in page.plain
    assert [verb for verb in VERBS if f"  {verb} " not in page.plain] == []
    assert [words for words in ENGLISH_LEFT if words in page.plain] == []


def test_the_help_of_the_program_has_examples_and_exit_codes(ask: Ask) -> None:
    page = ask("--help", "--lang", "en")

    assert "tp-directory search shelter --near Kenora --open-now" in page.out
    assert "Exit codes: 0" in page.out


@pytest.mark.parametrize(
    ("arguments", "english", "french"),
    [
        (["search", "--bogus"], "--bogus", "L'option --bogus n'existe pas."),
        (["search", "--near"], "--near", "L'option --near est mal employée"),
        (["search", "--limit", "many"], "--limit", "La valeur donnée pour --limit"),
        (["search", "--format", "xml"], "--format", "La valeur donnée pour --format"),
        (["show"], "ID", "Il manque ID."),
        (["show", "a", "b"], "b", "Il y a un mot de trop"),
        (["serch"], "There is no verb “serch”. Verbs: search.", "Le verbe « serch » n'existe pas."),
    ],
)
def test_bad_use_is_told_in_the_language_chosen(
    ask: Ask, arguments: list[str], english: str, french: str
) -> None:
    in_english, in_french = ask(*arguments), ask(*arguments, "--lang", "fr")

    assert (in_english.code, in_french.code) == (2, 2)
    assert english in in_english.err
    assert french in in_french.plain
    assert not in_english.out
