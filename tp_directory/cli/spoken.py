"""Which language the command line answers in: `--lang` anywhere, or else the locale's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tp_directory.cli.bad_use import unknown
from tp_directory.core.bilingual import Language

_OPTION = "--lang"
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def chosen_language(arguments: Sequence[str]) -> tuple[Language | None, list[str]]:
    """The language that `--lang` asks for, if any, and the arguments without it.

    Read before the parser is built, because the help is in that language too. What follows
    "--" is left alone.

    Raises:
        BadUse: the value is neither "en" nor "fr".
    """
    value, rest = taken(arguments, _OPTION)
    return None if value is None else _language(value), rest


def taken(arguments: Sequence[str], option: str) -> tuple[str | None, list[str]]:
    """The value of an option that may stand anywhere, and the arguments without it.

    The last one counts; what follows "--" is left alone.
    """
    value: str | None = None
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--":
            rest += [argument, *waiting]
        elif argument == option:
            value = next(waiting, "")
        elif argument.startswith(f"{option}="):
            value = argument.removeprefix(f"{option}=")
        else:
            rest.append(argument)
    return value, rest


def locale_language(environment: Mapping[str, str], system_locale: str | None) -> Language:
    """The language of the locale: the first POSIX variable that is set, or else the system's."""
    stated = next(filter(None, (environment.get(name) for name in _VARIABLES)), system_locale)
    return Language.FR if (stated or "").lower().startswith("fr") else Language.EN


def _language(words: str) -> Language:
    if words.lower() not in set(Language):
        raise unknown(_OPTION, words, Language)
    return Language(words.lower())
