"""The verbs `check` and `build`: from records to an edition, for those who keep the records."""
# No `from __future__ import annotations`: see search.py.

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer
from typer import Argument, Option

from tp_directory.cli import as_json
from tp_directory.cli.opening import now
from tp_directory.cli.verb import FORMAT_HELP, Format, verb_class
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.errors import CannotRead, Problem, RecordsRefused
from tp_directory.paths import bundle

if TYPE_CHECKING:
    from tp_directory.exchange.check import Checked

_CHECK = Text(
    """Check records: HSDS files (*.jsonl), or folders of them.

    Prints each problem as file:line, the field and what to do about it. Exit code: 0 when there is
    none, 1 when there is any, 3 when nothing can be read.

    \b
    Examples:
      tp-directory check data/directory
      tp-directory check data/directory/on.jsonl --format json
    """,
    """Vérifier des fiches : fichiers HSDS (*.jsonl), ou dossiers qui en contiennent.

    Imprime chaque problème : fichier et ligne, champ, et quoi faire. Code de retour : 0 s'il n'y en
    a pas, 1 s'il y en a, 3 si rien n'est lisible.

    \b
    Exemples :
      tp-directory check data/directory
      tp-directory check data/directory/on.jsonl --format json
    """,
)
_CHECK_SHORT = Text("Check records before they are used.", "Vérifier des fiches avant leur emploi.")
_PATHS = Text("Files or folders of records.", "Fichiers ou dossiers de fiches.")
_PATHS_METAVAR = Text("PATH", "CHEMIN")
_BUILD = Text(
    """Build an edition (store and search index) from a folder of records.

    The records are checked first, and one doubtful record is enough for nothing to be built. An
    edition that stands at the folder is replaced only once the new one is whole.

    \b
    Example:
      tp-directory build --from data/directory --to /tmp/edition
    """,
    """Construire une édition (données et index de recherche) à partir d'un dossier de fiches.

    Les fiches sont d'abord vérifiées : une seule fiche douteuse, et rien n'est construit. Une
    édition déjà en place n'est remplacée qu'une fois la nouvelle complète.

    \b
    Exemple :
      tp-directory build --from data/directory --to /tmp/edition
    """,
)
_BUILD_SHORT = Text("Build an edition from records.", "Construire une édition à partir de fiches.")
_FROM = Text("The folder of records (*.jsonl).", "Dossier des fiches (*.jsonl).")
_FOLDER_METAVAR = Text("FOLDER", "DOSSIER")
_TO = Text("The folder of the edition.", "Dossier de l'édition.")
_CHECKING = Text("Checking the records", "Vérification des fiches")
_BUILDING = Text("Building", "Construction")


def add_check(app: typer.Typer, language: Language) -> None:
    """Declare `check`, with its help in a language."""

    @app.command(
        "check",
        cls=verb_class(language),
        help=_CHECK.best(language),
        short_help=_CHECK_SHORT.best(language),
    )
    def check(
        paths: Annotated[
            list[Path],
            Argument(metavar=_PATHS_METAVAR.best(language), help=_PATHS.best(language)),
        ],
        format_: Annotated[
            Format, Option("--format", help=FORMAT_HELP.best(language))
        ] = Format.TABLE,
    ) -> int:
        checked = _checked(paths)
        if format_ is Format.JSON:
            shape = {
                "files": checked.files,
                "records": checked.records,
                "problems": [
                    {
                        "file": each.file,
                        "line": each.line,
                        "field": each.field,
                        "text": each.text.best(language),
                    }
                    for each in checked.problems
                ],
            }
            print(as_json.printed(shape))
        else:
            print_problems(checked.problems, language, sys.stdout)
            print(_summary(checked).best(language))
        return 1 if checked.problems else 0


def add_build(app: typer.Typer, language: Language) -> None:
    """Declare `build`, with its help in a language."""

    @app.command(
        "build",
        cls=verb_class(language),
        help=_BUILD.best(language),
        short_help=_BUILD_SHORT.best(language),
    )
    def build(
        records: Annotated[
            Path,
            Option("--from", help=_FROM.best(language), metavar=_FOLDER_METAVAR.best(language)),
        ],
        folder: Annotated[
            Path,
            Option("--to", help=_TO.best(language), metavar=_FOLDER_METAVAR.best(language)),
        ],
    ) -> int:
        # Start-up: the store, the index and Rich take 0.3 s that other verbs save.
        from rich.console import Console  # noqa: PLC0415
        from rich.progress import Progress  # noqa: PLC0415

        from tp_directory import editions  # noqa: PLC0415

        with Progress(console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task(_CHECKING.best(language), total=None)
            checked = _checked([records])
            if checked.problems:
                bar.stop()
                print_problems(checked.problems, language, sys.stderr)
                raise RecordsRefused(checked.problems)
            bar.update(task, description=_BUILDING.best(language))
            info = editions.build(
                records,
                folder,
                bundle().data,
                clock=now,
                progress=lambda step: bar.update(task, completed=step.done, total=step.total),
            )
        built = Text(
            f"Built an edition of {info.services} services in {folder}. "
            f"Search it with: tp-directory search --edition {folder}",
            f"Édition de {info.services} services construite dans {folder}. "
            f"Pour la consulter\u00a0: tp-directory search --edition {folder}",
        )
        print(built.best(language))
        return 0


def _checked(paths: Iterable[Path]) -> "Checked":
    # Start-up: the JSON Schema is compiled in 0.1 s.
    from tp_directory.exchange.check import check  # noqa: PLC0415
    from tp_directory.exchange.reference import read_gazetteer, read_taxonomy  # noqa: PLC0415

    data = bundle().data
    gazetteer = read_gazetteer(data / "geography")
    return check(paths, gazetteer, read_taxonomy(data), record_schema())


def record_schema() -> bytes:
    """The JSON Schema of a record.

    Raises:
        CannotRead: it did not come with the program.
    """
    schema = bundle().resources / "hsds" / "service.json"
    try:
        return schema.read_bytes()
    except OSError as error:
        raise CannotRead(schema, error.strerror or str(error)) from error


def print_problems(problems: Iterable[Problem], language: Language, stream: TextIO) -> None:
    """Print where each problem stands and what to do about it."""
    for each in problems:
        words = each.text.best(language)
        print(f"{each.file}:{each.line} {each.field} {words}", file=stream)


def _summary(checked: "Checked") -> Text:
    files, records, problems = checked.files, checked.records, len(checked.problems)
    if not problems:
        return Text(
            f"No problem. Files: {files}, records: {records}.",
            f"Aucun problème. Fichiers : {files}, fiches : {records}.",
        )
    return Text(
        f"Problems: {problems}. Files: {files}, records: {records}.",
        f"Problèmes : {problems}. Fichiers : {files}, fiches : {records}.",
    )
