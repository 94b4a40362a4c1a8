"""How verbs are declared: help in either language, and refusals that name what was meant."""

from __future__ import annotations

import re
from enum import StrEnum

import typer
from typer.core import TyperCommand, TyperGroup

from tp_directory.cli.bad_use import BadUse, near
from tp_directory.core.bilingual import Language, Text

# The words that Typer itself writes, where they stand in a page of help.
_TYPER_WORDS = (
    ("Usage: ", "Utilisation : "),
    ("\nArguments:\n", "\nArguments :\n"),
    ("\nOptions:\n", "\nOptions :\n"),
    ("\nCommands:\n", "\nVerbes :\n"),
    ("[default: ", "[par défaut : "),
    ("[required]", "[obligatoire]"),
    ("; required]", "; obligatoire]"),
    ("Show this message and exit.", "Afficher cette aide."),
)
_PYTHON_TYPE = re.compile(r" <(?:str|list\[\w+\])>")
_VERB_METAVAR = Text("VERB ...", "VERBE ...")
FORMAT_HELP = Text("How to print the answer.", "Présentation de la réponse.")


class Format(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    JSON = "json"


class Verb(TyperCommand):
    """A verb whose help is in a language."""

    language = Language.EN

    def get_help(self, ctx: typer.Context) -> str:  # type: ignore[override]  # Typer's own Context
        """Its help, with Typer's own words in the language too."""
        return _page(super().get_help(ctx), self.language)


class FrenchVerb(Verb):
    """A verb whose help is in French."""

    language = Language.FR


class Verbs(TyperGroup):
    """All verbs; a word that is none of them is refused with the nearest."""

    language = Language.EN

    def resolve_command(self, ctx, args):  # type: ignore[no-untyped-def]  # typed by private classes
        """The verb that the first argument names.

        Raises:
            BadUse: it names none.
        """
        if self.get_command(ctx, args[0]) is None:
            raise _unknown_verb(args[0], tuple(self.commands))
        return super().resolve_command(ctx, args)

    def get_help(self, ctx: typer.Context) -> str:  # type: ignore[override]  # Typer's own Context
        """Their help, with Typer's own words in the language too."""
        return _page(super().get_help(ctx), self.language)


class FrenchVerbs(Verbs):
    """All verbs, with their help in French."""

    language = Language.FR


def verb_class(language: Language) -> type[TyperCommand]:
    """The class of a verb that speaks a language."""
    return FrenchVerb if language is Language.FR else Verb


def verbs_class(language: Language) -> type[TyperGroup]:
    """The class of the verbs together, in a language."""
    return FrenchVerbs if language is Language.FR else Verbs


def verbs_of(language: Language, help_: Text, short_help: Text) -> typer.Typer:
    """A verb that has verbs of its own, and prints its help without one."""
    verbs = typer.Typer(
        cls=verbs_class(language),
        help=help_.best(language),
        short_help=short_help.best(language),
        subcommand_metavar=_VERB_METAVAR.best(language),
        rich_markup_mode=None,
        invoke_without_command=True,
    )

    @verbs.callback()
    def start(context: typer.Context) -> int:
        if not context.invoked_subcommand:
            print(context.get_help())
        return 0

    return verbs


def refusal(error: typer.TyperException, language: Language) -> str:
    """What Typer says of a command line that it does not understand, in a language."""
    if language is Language.EN:
        return error.format_message()
    # Their classes are private to Typer: told apart by name and by what they carry.
    option = getattr(error, "option_name", "") or _parameter_name(error)
    match type(error).__name__:
        case "NoSuchOption":
            possible = ", ".join(getattr(error, "possibilities", None) or ())
            return f"L'option {option} n'existe pas." + (f" Choix : {possible}." * bool(possible))
        case "BadOptionUsage":
            return f"L'option {option} est mal employée : il lui faut une valeur."
        case "MissingParameter":
            return f"Il manque {option}."
        case "BadParameter":
            return f"La valeur donnée pour {option} n'est pas permise; voir --help."
        case _:
            return "Il y a un mot de trop, ou un mot mal placé."


def _parameter_name(error: typer.TyperException) -> str:
    parameter = getattr(error, "param", None)
    if parameter is None:
        return ""
    options = [name for name in parameter.opts if name.startswith("-")]
    return str(options[0] if options else parameter.metavar)


def _unknown_verb(words: str, verbs: tuple[str, ...]) -> BadUse:
    named = ", ".join(near(words, verbs) or verbs)
    refused = Text(
        f"There is no verb “{words}”. Verbs: {named}.",
        f"Le verbe « {words} » n'existe pas. Verbes : {named}.",
    )
    if "search" not in verbs:
        return BadUse(refused)
    return BadUse(
        Text(
            f"{refused.en} To search: tp-directory search {words}",
            f"{refused.fr} Pour chercher : tp-directory search {words}",
        )
    )


def _page(page: str, language: Language) -> str:
    """A page of Typer's help without Python's names of types, and in a language."""
    page = _PYTHON_TYPE.sub("", page)
    if language is Language.FR:
        for english, french in _TYPER_WORDS:
            page = page.replace(english, french)
    return page
