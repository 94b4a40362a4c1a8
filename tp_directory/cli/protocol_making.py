"""The verbs `protocol new` and `protocol build`: a workbook to start from, and its formulas."""
# No `from __future__ import annotations`: see search.py.

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer import Argument, Option

from tp_directory.cli.bad_use import BadUse
from tp_directory.cli.opening import now, present_data
from tp_directory.cli.verb import verb_class
from tp_directory.core.bilingual import Language, Text

if TYPE_CHECKING:
    from tp_directory.screening.authoring.rules import Rules

_SUFFIX = ".xlsx"
_NEW = Text(
    """Write a workbook to start a checklist from: small, in both languages, and it already runs.

    Then replace the examples by your own words, add rows, and let `protocol build` write the
    formulas anew. A file that is there is left alone without --force.

    \b
    Example:
      tp-directory protocol new my_check.xlsx
    """,
    """Écrire un classeur d'où partir : une petite liste dans les deux langues, qui fonctionne déjà.

    Remplacez ensuite les exemples par vos mots, ajoutez des rangées et laissez `protocol build`
    refaire les formules. Un fichier déjà en place n'est pas touché sans --force.

    \b
    Exemple :
      tp-directory protocol new ma_liste.xlsx
    """,
)
_NEW_SHORT = Text("Start a checklist.", "Commencer une liste.")
_BUILD = Text(
    """Write the formulas that list questions anew, from the columns beside the questions.

    Only the rows that are marked in the column “generated” are written. See: tp-directory protocol
    help. Exit code: 0 when it is done, 3 when something keeps it from being done.

    \b
    Example:
      tp-directory protocol build my_check.xlsx
    """,
    """Refaire les formules qui énumèrent des questions, d'après les colonnes à côté de celles-ci.

    Seules les rangées marquées dans la colonne « generated » sont écrites. Voir : tp-directory
    protocol help. Code de retour : 0 si c'est fait, 3 si quelque chose l'empêche.

    \b
    Exemple :
      tp-directory protocol build ma_liste.xlsx
    """,
)
_BUILD_SHORT = Text("Write the formulas anew.", "Refaire les formules.")
_FILE = Text("The workbook (.xlsx).", "Le classeur (.xlsx).")
_FILE_METAVAR = Text("FILE", "FICHIER")
_FORCE = Text("Replace a file that is there.", "Remplacer un fichier déjà en place.")
_UP_TO_DATE = Text("Nothing to change.", "Rien à changer.")


def add_new(verbs: typer.Typer, language: Language) -> None:
    """Declare `new`, with its help in a language."""

    @verbs.command(
        "new",
        cls=verb_class(language),
        help=_NEW.best(language),
        short_help=_NEW_SHORT.best(language),
    )
    def new(
        file: Annotated[
            Path, Argument(metavar=_FILE_METAVAR.best(language), help=_FILE.best(language))
        ],
        force: Annotated[bool, Option("--force", help=_FORCE.best(language))] = False,
    ) -> int:
        # Start-up: openpyxl and pyxform take 0.4 s that other verbs save.
        from tp_directory.screening.authoring.building import replace  # noqa: PLC0415
        from tp_directory.screening.authoring.template import id_from, template  # noqa: PLC0415

        if file.suffix.lower() != _SUFFIX:
            raise BadUse(
                Text(
                    f"A workbook is called {file.name}{_SUFFIX}, not {file.name}.",
                    f"Un classeur s'appelle {file.name}{_SUFFIX}, et non {file.name}.",
                )
            )
        if file.exists() and not force:
            raise BadUse(
                Text(
                    f"{file} is there already and was left alone. Choose another name, or --force.",
                    f"{file} existe déjà et n'a pas été touché. Prenez un autre nom, ou --force.",
                )
            )
        replace(file, template(id_from(file), now().date(), _rules()))
        written = Text(
            f"Written: {file}. How to go on: tp-directory protocol help",
            f"Écrit : {file}. Pour continuer : tp-directory protocol help",
        )
        print(written.best(language))
        return 0


def add_build(verbs: typer.Typer, language: Language) -> None:
    """Declare `build`, with its help in a language."""

    @verbs.command(
        "build",
        cls=verb_class(language),
        help=_BUILD.best(language),
        short_help=_BUILD_SHORT.best(language),
    )
    def build(
        file: Annotated[
            Path, Argument(metavar=_FILE_METAVAR.best(language), help=_FILE.best(language))
        ],
    ) -> int:
        # Start-up: see `new`.
        from tp_directory.screening.authoring import building  # noqa: PLC0415

        changes = building.build(file, _rules())
        done = Text(
            f"Rows added, changed or removed: {changes}. Now: tp-directory protocol check {file}",
            f"Rangées ajoutées, changées ou retirées : {changes}. "
            f"À faire : tp-directory protocol check {file}",
        )
        print((done if changes else _UP_TO_DATE).best(language))
        return 0


def _rules() -> "Rules":
    from tp_directory.screening.authoring.rules import read_rules  # noqa: PLC0415  # see `new`

    return read_rules(present_data() / "protocols" / "common.yaml")
