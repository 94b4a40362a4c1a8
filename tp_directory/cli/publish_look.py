"""The verbs `publish status`, `verify` and `export`: what needs no key."""
# No `from __future__ import annotations`: see search.py.

import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer
from typer import Argument, Option

from tp_directory.cli import as_json
from tp_directory.cli.late_bar import LateBar
from tp_directory.cli.opening import now
from tp_directory.cli.publish_words import print_standing, standing_shape
from tp_directory.cli.verb import FORMAT_HELP, Format, verb_class
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.errors import CannotRead

_STATUS = Text(
    """Tell what is published until when, and who must sign what by when.

    \b
    Example:
      tp-directory publish status repository
    """,
    """Dire ce qui est publié et jusqu'à quand, et qui doit signer quoi et quand.

    \b
    Exemple :
      tp-directory publish status depot
    """,
)
_STATUS_SHORT = Text("Tell who must sign what.", "Dire qui doit signer quoi.")
_VERIFY = Text(
    """Look at what is published from the outside, as a workstation would, but at all of it.

    Fetches every file and compares it with what was signed, from the first root on. Exit code:
    0 all is right, 1 something is not, 3 something does not work here.

    \b
    Examples:
      tp-directory publish verify https://example.org/directory --root root.json
      tp-directory publish verify repository --root repository/public/metadata/1.root.json
    """,
    """Regarder de l'extérieur ce qui est publié, comme le ferait un poste, mais en entier.

    Télécharge chaque fichier et le compare à ce qui a été signé, à partir de la première racine.
    Code de retour : 0 tout va bien, 1 quelque chose ne va pas, 3 quelque chose ne fonctionne pas
    ici.

    \b
    Exemples :
      tp-directory publish verify https://exemple.org/repertoire --root root.json
      tp-directory publish verify depot --root depot/public/metadata/1.root.json
    """,
)
_VERIFY_SHORT = Text("Check what is published.", "Vérifier ce qui est publié.")
_EXPORT = Text(
    """Put what is published into one file, for a stick.

    \b
    Example:
      tp-directory publish export repository directory.zip
    """,
    """Mettre ce qui est publié dans un seul fichier, pour une clé USB.

    \b
    Exemple :
      tp-directory publish export depot repertoire.zip
    """,
)
_EXPORT_SHORT = Text("Write a file for a stick.", "Écrire un fichier pour une clé USB.")
_FOLDER = Text("FOLDER", "DOSSIER")
_FOLDER_HELP = Text("The folder of the repository.", "Dossier du dépôt.")
_SOURCE = Text("SOURCE", "SOURCE")
_SOURCE_HELP = Text(
    "A web address, a folder, or the file of a stick.",
    "Une adresse web, un dossier, ou le fichier d'une clé USB.",
)
_ROOT = Text(
    "The root.json that workstations are given to trust.",
    "Le root.json auquel les postes doivent se fier.",
)
_FILE = Text("FILE", "FICHIER")
_FILE_HELP = Text("The file to write (.zip).", "Fichier à écrire (.zip).")
_LOOKING = Text("Checking", "Vérification")


def add_status(verbs: typer.Typer, language: Language) -> None:
    """Declare `status`, with its help in a language."""

    @verbs.command(
        "status",
        cls=verb_class(language),
        help=_STATUS.best(language),
        short_help=_STATUS_SHORT.best(language),
    )
    def status(
        folder: Annotated[
            Path, Argument(metavar=_FOLDER.best(language), help=_FOLDER_HELP.best(language))
        ],
        format_: Annotated[
            Format, Option("--format", help=FORMAT_HELP.best(language))
        ] = Format.TABLE,
    ) -> int:
        # Start-up: tuf takes 0.2 s that other verbs save.
        from tp_directory.updates.publishing.repository import Repository  # noqa: PLC0415
        from tp_directory.updates.publishing.standing import standing  # noqa: PLC0415

        found = standing(Repository(folder))
        if format_ is Format.JSON:
            print(as_json.printed(standing_shape(found)))
        else:
            print_standing(found, now(), language)
        return 0


def add_verify(verbs: typer.Typer, language: Language) -> None:
    """Declare `verify`, with its help in a language."""

    @verbs.command(
        "verify",
        cls=verb_class(language),
        help=_VERIFY.best(language),
        short_help=_VERIFY_SHORT.best(language),
    )
    def verify_(
        source: Annotated[
            str, Argument(metavar=_SOURCE.best(language), help=_SOURCE_HELP.best(language))
        ],
        root: Annotated[Path, Option(help=_ROOT.best(language), metavar=_FILE.best(language))],
    ) -> int:
        # Start-up: tuf and urllib3 take 0.3 s that other verbs save.
        from tp_directory.updates.errors import UpdateFailed  # noqa: PLC0415
        from tp_directory.updates.publishing.verifying import verify  # noqa: PLC0415
        from tp_directory.updates.update import open_source  # noqa: PLC0415

        try:
            trusted = root.read_bytes()
        except OSError as error:
            raise CannotRead(root, error.strerror or str(error)) from error
        try:
            with (
                tempfile.TemporaryDirectory() as memory,
                LateBar(_LOOKING.best(language)) as bar,
            ):
                found = verify(open_source(source), trusted, Path(memory), now(), bar.show)
        except UpdateFailed as failure:
            print(failure.what.best(language), file=sys.stderr)
            return 1
        number, files, size = found.release.number, found.files, found.bytes
        done = Text(
            f"All is right: edition {number}, {files} files, {size} bytes.",
            f"Tout va bien : édition {number}, {files} fichiers, {size} octets.",
        )
        print(done.best(language))
        return 0


def add_export(verbs: typer.Typer, language: Language) -> None:
    """Declare `export`, with its help in a language."""

    @verbs.command(
        "export",
        cls=verb_class(language),
        help=_EXPORT.best(language),
        short_help=_EXPORT_SHORT.best(language),
    )
    def export_(
        folder: Annotated[
            Path, Argument(metavar=_FOLDER.best(language), help=_FOLDER_HELP.best(language))
        ],
        file: Annotated[
            Path, Argument(metavar=_FILE.best(language), help=_FILE_HELP.best(language))
        ],
    ) -> int:
        # Start-up: tuf takes 0.2 s that other verbs save.
        from tp_directory.updates.publishing.exporting import export  # noqa: PLC0415
        from tp_directory.updates.publishing.repository import Repository  # noqa: PLC0415

        repository = Repository(folder)
        with repository.locked():
            export(repository, file)
        done = Text(f"Written: {file}.", f"Écrit : {file}.")
        print(done.best(language))
        return 0
