"""Where the command line starts: the language first, then the verbs, then the exit code."""
# No `from __future__ import annotations`: see search.py.

import locale
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from typer import Option

from tp_directory.cli.bad_use import BadUse
from tp_directory.cli.info import add_info
from tp_directory.cli.opening import OpenDirectory, bundled_directory, edition_directory
from tp_directory.cli.protocol import add_protocol
from tp_directory.cli.publish import add_publish
from tp_directory.cli.records import add_build, add_check
from tp_directory.cli.search import add_search
from tp_directory.cli.self_test import add_self_test
from tp_directory.cli.show import add_places, add_show
from tp_directory.cli.spoken import chosen_language, locale_language, taken
from tp_directory.cli.standard_stream import taking_all
from tp_directory.cli.update import add_update
from tp_directory.cli.verb import refusal, verbs_class
from tp_directory.cli.window import open_window
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.errors import DirectoryError, UnknownPlace

BAD_USE, FAILED = 2, 3

_NAME = "tp-directory"
_HELP = Text(
    """TP Directory: who can help people who may have been trafficked, in Canada. Offline.

    Without a verb, the window opens. Every verb has its own help: tp-directory search --help.

    Nothing that is searched is logged or stored. Everything found was compiled from public pages
    and not confirmed by the providers: look at the age of the facts.

    Exit codes: 0 done or found, 1 nothing found or problems found, 2 not understood (an option, a
    value or a place), 3 something does not work (a file, a folder, the directory); a sentence on
    stderr says what and what to do.
    """,
    """TP Directory : qui peut aider les personnes possiblement victimes de traite, au Canada. Hors
    ligne.

    Sans verbe, la fenêtre s'ouvre. Chaque verbe a son aide : tp-directory search --help.

    Rien de ce qui est cherché n'est journalisé ni conservé. Tout ce qui est trouvé vient de pages
    publiques et n'est pas confirmé par les fournisseurs : regardez l'âge des données.

    Codes de retour : 0 fait ou trouvé, 1 rien trouvé ou problèmes trouvés, 2 incompris (option,
    valeur ou lieu), 3 quelque chose ne fonctionne pas (fichier, dossier, répertoire); une phrase
    sur stderr dit quoi, et que faire.
    """,
)
_EXAMPLES = Text(
    """\b
    Examples:
      tp-directory
      tp-directory search shelter --near Kenora --open-now
      tp-directory search hébergement --near Rimouski --lang fr
      tp-directory info --format json
    """,
    """\b
    Exemples :
      tp-directory
      tp-directory search hébergement --near Rimouski --open-now
      tp-directory search shelter --near Kenora --lang en
      tp-directory info --format json
    """,
)
_LANG = Text(
    "The language of everything printed, help included, before or after the verb. Without it: "
    "LC_ALL, LC_MESSAGES or LANG.",
    "Langue de tout ce qui est imprimé, aide comprise, avant ou après le verbe. Sans elle : "
    "LC_ALL, LC_MESSAGES ou LANG.",
)
_EDITION_OPTION = "--edition"
_EDITION = Text(
    "Ask an edition that `build` has made, in this folder, instead of the program's own; before or "
    "after the verb. The window always shows the program's own.",
    "Interroger une édition faite par `build`, dans ce dossier, plutôt que celle du programme; "
    "avant ou après le verbe. La fenêtre montre toujours celle du programme.",
)
_FOLDER = Text("FOLDER", "DOSSIER")
_VERB_METAVAR = Text("[VERB ...]", "[VERBE ...]")


def main() -> None:
    """Answer the command line and leave with its exit code."""
    sys.stdout, sys.stderr = taking_all(sys.stdout), taking_all(sys.stderr)
    sys.exit(answer(sys.argv[1:]))


def answer(arguments: Sequence[str], open_directory: OpenDirectory = bundled_directory) -> int:
    """Do what the arguments ask, print it, and return the exit code."""
    language = locale_language(os.environ, locale.getlocale()[0])
    try:
        chosen, rest = chosen_language(arguments)
        language = chosen or language
        edition, rest = taken(rest, _EDITION_OPTION)
        if edition is not None:
            open_directory = edition_directory(Path(edition))
        command = typer.main.get_command(build(language, open_directory, chosen))
        return int(command.main(rest, prog_name=_NAME, standalone_mode=False) or 0)
    except typer.TyperException as error:
        return _refused(refusal(error, language), BAD_USE)
    except (BadUse, UnknownPlace) as error:
        return _refused(error.text.best(language), BAD_USE)
    except DirectoryError as error:
        return _refused(error.text.best(language), FAILED)


def build(
    language: Language,
    open_directory: OpenDirectory = bundled_directory,
    chosen: Language | None = None,
) -> typer.Typer:
    """The verbs, with their help in a language; `chosen` is what the window is told to speak."""
    app = typer.Typer(
        cls=verbs_class(language),
        help=_HELP.best(language),
        epilog=_EXAMPLES.best(language),
        subcommand_metavar=_VERB_METAVAR.best(language),
        add_completion=False,
        rich_markup_mode=None,  # plain help: the same on a terminal, in a pipe and in a file
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
    )

    @app.callback(invoke_without_command=True)
    def start(
        context: typer.Context,
        lang: Annotated[str, Option(help=_LANG.best(language), metavar="en|fr")] = "",
        edition: Annotated[
            str, Option(help=_EDITION.best(language), metavar=_FOLDER.best(language))
        ] = "",
    ) -> int:
        # They stand here for the help only: `answer` has taken them before.
        return 0 if context.invoked_subcommand else open_window(chosen)

    add_search(app, language, open_directory)
    add_show(app, language, open_directory)
    add_places(app, language, open_directory)
    add_info(app, language, open_directory)
    add_check(app, language)
    add_build(app, language)
    add_protocol(app, language)
    add_publish(app, language)
    add_update(app, language)
    add_self_test(app, language, open_directory)
    return app


def _refused(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr)
    return code
