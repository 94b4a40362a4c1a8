"""The verb `self-test`: proves an installation by using it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from tp_directory import wording
from tp_directory.cli.opening import OpenDirectory
from tp_directory.cli.verb import verb_class
from tp_directory.cli.window import check_window
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.errors import DirectoryError
from tp_directory.core.query import Query

if TYPE_CHECKING:
    from tp_directory.directory import Directory

_HELP = Text(
    """Check that the program works on this computer.

    Opens the directory, searches it in both languages, and opens the window without a screen.
    Exit code: 0 when all of it works, 1 when something does not.
    """,
    """Vérifier que le programme fonctionne sur cet ordinateur.

    Ouvre le répertoire, y cherche dans les deux langues et ouvre la fenêtre sans écran. Code de
    retour : 0 si tout fonctionne, 1 sinon.
    """,
)
_SHORT = Text("Check this installation.", "Vérifier cette installation.")
_WORDS = {Language.EN: "shelter", Language.FR: "hébergement"}
_WINDOW = Text("The window opens and finds both.", "La fenêtre s'ouvre et trouve les deux.")
_WORKS = Text("Everything checked works.", "Tout ce qui a été vérifié fonctionne.")


class SearchFailed(DirectoryError):
    """A search that must find something finds nothing: install the program again."""

    def __init__(self, words: str) -> None:
        super().__init__(
            Text(
                f"Nothing is found for “{words}”. Install the program again.",
                f"Rien n'est trouvé pour « {words} ». Réinstallez le programme.",
            )
        )


def add_self_test(app: typer.Typer, language: Language, open_directory: OpenDirectory) -> None:
    """Declare the verb, with its help in a language."""

    @app.command(
        "self-test",
        cls=verb_class(language),
        help=_HELP.best(language),
        short_help=_SHORT.best(language),
    )
    def self_test() -> int:
        try:
            with open_directory(language) as directory:
                today = directory.now().date()
                _tell(wording.edition_line(directory.edition, today, language))
                for spoken, words in _WORDS.items():
                    _tell(_found(directory, words, spoken).best(language))
                check_window(directory, language)
                _tell(_WINDOW.best(language))
        except DirectoryError as error:
            print(error.text.best(language), file=sys.stderr)
            return 1
        print(_WORKS.best(language))
        return 0


def _found(directory: Directory, words: str, spoken: Language) -> Text:
    total = directory.search(Query(words, spoken)).total
    if not total:
        raise SearchFailed(words)
    return Text(f"“{words}”: {total} services found.", f"« {words} » : {total} services trouvés.")


def _tell(sentence: str) -> None:
    print(f"[ok] {sentence}")
