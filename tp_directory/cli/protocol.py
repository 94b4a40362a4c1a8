"""The verbs of `protocol`: for whoever writes a screening checklist."""
# No `from __future__ import annotations`: see search.py.

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer import Argument, Option

from tp_directory.cli import as_json
from tp_directory.cli.late_bar import LateBar
from tp_directory.cli.opening import now, present_data
from tp_directory.cli.protocol_making import add_build, add_new
from tp_directory.cli.protocol_test import add_test
from tp_directory.cli.verb import FORMAT_HELP, Format, verb_class, verbs_of
from tp_directory.core.bilingual import Language, Text
from tp_directory.paths import user_folders
from tp_directory.policy import read_policy

if TYPE_CHECKING:
    from tp_directory.screening.authoring.finding import Finding, Known

_HELP = Text(
    """Write, check and try a screening checklist (an XLSForm workbook).

    \b
    Example:
      tp-directory protocol new my_check.xlsx
    """,
    """Écrire, vérifier et essayer une liste de dépistage (classeur XLSForm).

    \b
    Exemple :
      tp-directory protocol new ma_liste.xlsx
    """,
)
_SHORT = Text("Write and check a checklist.", "Écrire et vérifier une liste de dépistage.")
_CHECK = Text(
    """Check a checklist: every problem, with its sheet, row and column.

    An error keeps the checklist from being used; a warning is to be looked at. Exit code: 0 when
    there is no error, 1 when there is any, 3 when the file cannot be read.

    \b
    Examples:
      tp-directory protocol check my_check.xlsx
      tp-directory protocol check my_check.xlsx --format json
    """,
    """Vérifier une liste : chaque problème, avec sa feuille, sa rangée et sa colonne.

    Une erreur empêche d'employer la liste; un avertissement est à examiner. Code de retour : 0
    s'il n'y a pas d'erreur, 1 s'il y en a, 3 si le fichier est illisible.

    \b
    Exemples :
      tp-directory protocol check ma_liste.xlsx
      tp-directory protocol check ma_liste.xlsx --format json
    """,
)
_CHECK_SHORT = Text("Tell every problem of a checklist.", "Dire chaque problème d'une liste.")
_GUIDE = Text(
    """Tell how a checklist is written, and what of XLSForm it may use.

    \b
    Example:
      tp-directory protocol help
    """,
    """Dire comment écrire une liste, et ce qu'elle peut employer de XLSForm.

    \b
    Exemple :
      tp-directory protocol help
    """,
)
_GUIDE_SHORT = Text("Tell how a checklist is written.", "Dire comment écrire une liste.")
_FILE = Text("The workbook (.xlsx).", "Le classeur (.xlsx).")
_FILE_METAVAR = Text("FILE", "FICHIER")
_SEVERITIES = {"error": Text("error", "erreur"), "warning": Text("warning", "avertissement")}
_SEARCHING = Text("Looking for answers", "Recherche de réponses")


def add_protocol(app: typer.Typer, language: Language) -> None:
    """Declare `protocol` and its verbs, with their help in a language."""
    verbs = verbs_of(language, _HELP, _SHORT)
    add_new(verbs, language)
    add_build(verbs, language)
    _add_check(verbs, language)
    add_test(verbs, language)
    _add_guide(verbs, language)
    app.add_typer(verbs, name="protocol")


def _add_check(verbs: typer.Typer, language: Language) -> None:
    @verbs.command(
        "check",
        cls=verb_class(language),
        help=_CHECK.best(language),
        short_help=_CHECK_SHORT.best(language),
    )
    def check(
        file: Annotated[
            Path, Argument(metavar=_FILE_METAVAR.best(language), help=_FILE.best(language))
        ],
        format_: Annotated[
            Format, Option("--format", help=FORMAT_HELP.best(language))
        ] = Format.TABLE,
    ) -> int:
        # Start-up: pyxform takes 0.3 s that other verbs save.
        from tp_directory.screening.authoring.check import check_protocol  # noqa: PLC0415

        policy = read_policy(user_folders().policies).screening
        with LateBar(_SEARCHING.best(language)) as bar:
            findings = check_protocol(
                file, _known(file.parent), now, bar.show, allow_text=policy.free_text
            )
        errors = sum(each.severity == "error" for each in findings)
        if format_ is Format.JSON:
            print(as_json.printed(_shape(file, findings, language)))
        else:
            _print_findings(findings, language)
            print(_summary(errors, len(findings) - errors).best(language))
        return 1 if errors else 0


def _add_guide(verbs: typer.Typer, language: Language) -> None:
    @verbs.command(
        "help",
        cls=verb_class(language),
        help=_GUIDE.best(language),
        short_help=_GUIDE_SHORT.best(language),
    )
    def tell() -> int:
        # Start-up: see `check`.
        from tp_directory.screening.authoring.guide import guide  # noqa: PLC0415

        print(guide(language), end="")
        return 0


def _known(folder: Path) -> "Known":
    """The codes of the directory, the protocols of a folder and of the edition, and its rules."""
    # Start-up: see `check`.
    from tp_directory.exchange.reference import read_taxonomy  # noqa: PLC0415
    from tp_directory.screening.authoring.finding import Known  # noqa: PLC0415
    from tp_directory.screening.authoring.rules import read_rules  # noqa: PLC0415

    data = present_data()
    taxonomy = read_taxonomy(data)
    ours = data / "protocols"
    return Known(
        needs=frozenset(taxonomy.needs.by_code),
        populations=frozenset(taxonomy.populations.by_code),
        protocols=frozenset(each.stem for at in (ours, folder) for each in at.glob("*.xlsx")),
        rules=read_rules(ours / "common.yaml"),
    )


def _shape(file: Path, findings: Iterable["Finding"], language: Language) -> as_json.Shape:
    return {
        "file": str(file),
        "findings": [
            {
                "severity": each.severity,
                "sheet": each.fault.sheet,
                "row": each.fault.row or None,
                "column": each.fault.column,
                "text": each.fault.text.best(language),
            }
            for each in findings
        ],
    }


def _print_findings(findings: Iterable["Finding"], language: Language) -> None:
    colon = "\u00a0:" if language is Language.FR else ":"
    for each in findings:
        severity = _SEVERITIES[each.severity].best(language)
        where, words = each.fault.where.best(language), each.fault.text.best(language)
        print(" ".join(filter(None, (f"{severity}{colon}", where and f"{where}{colon}", words))))


def _summary(errors: int, warnings: int) -> Text:
    if not errors and not warnings:
        return Text("No problem.", "Aucun problème.")
    return Text(
        f"Errors: {errors}, warnings: {warnings}.",
        f"Erreurs : {errors}, avertissements : {warnings}.",
    )
