"""The verb `publish add`: from records to an edition that is signed and published, or waits."""
# No `from __future__ import annotations`: see search.py.

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer import Argument, Option

from tp_directory.cli.opening import now
from tp_directory.cli.publish_keys import (
    Passphrases,
    key_option,
    key_ring,
    passphrase_option,
    public_option,
    signer_option,
)
from tp_directory.cli.publish_words import print_gone
from tp_directory.cli.records import print_problems, record_schema
from tp_directory.cli.verb import verb_class
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.errors import RecordsRefused
from tp_directory.paths import bundle

if TYPE_CHECKING:
    from tp_directory.updates.publishing.notes import Notes

_ADD = Text(
    """Publish an edition made from a folder of records.

    All records are checked first: one problem, and nothing is published. Then the edition is
    written, and signed with the keys given and those of publish.toml; what lacks a signature
    waits for `publish sign`. A rerun completes what was interrupted. Exit code: 0 published,
    waiting, or nothing new; 1 problems in the records; 3 something does not work.

    \b
    Example:
      tp-directory publish add repository --from data/directory --key keys/targets.pem
    """,
    """Publier une édition faite à partir d'un dossier de fiches.

    Toutes les fiches sont d'abord vérifiées : un seul problème, et rien n'est publié. Puis
    l'édition est écrite, et signée par les clés données et celles de publish.toml; ce qui manque
    d'une signature attend `publish sign`. Relancer la commande complète ce qui a été interrompu.
    Code de retour : 0 publiée, en attente, ou rien de nouveau; 1 problèmes dans les fiches;
    3 quelque chose ne fonctionne pas.

    \b
    Exemple :
      tp-directory publish add depot --from data/directory --key cles/targets.pem
    """,
)
_ADD_SHORT = Text("Publish an edition.", "Publier une édition.")
_FOLDER = Text("FOLDER", "DOSSIER")
_FOLDER_HELP = Text("The folder of the repository.", "Dossier du dépôt.")
_FROM = Text("The folder of records (*.jsonl).", "Dossier des fiches (*.jsonl).")
_DATA = Text(
    "The folder with taxonomy/, thesaurus/, geography/, protocols/ and legal/. Without it: the "
    "program's own.",
    "Dossier contenant taxonomy/, thesaurus/, geography/, protocols/ et legal/. Sans lui : celui "
    "du programme.",
)
_CHECKING = Text("Checking the records", "Vérification des fiches")
_NOTHING_NEW = Text(
    "Nothing new: these records and files are those of the published edition.",
    "Rien de nouveau : ces fiches et ces fichiers sont ceux de l'édition publiée.",
)
_MOST_NAMES = 20  # of each kind of change: the first edition adds all


def add_add(verbs: typer.Typer, language: Language) -> None:
    """Declare `add`, with its help in a language."""

    @verbs.command(
        "add",
        cls=verb_class(language),
        help=_ADD.best(language),
        short_help=_ADD_SHORT.best(language),
    )
    def add(
        folder: Annotated[
            Path, Argument(metavar=_FOLDER.best(language), help=_FOLDER_HELP.best(language))
        ],
        records: Annotated[
            Path, Option("--from", help=_FROM.best(language), metavar=_FOLDER.best(language))
        ],
        data: Annotated[
            Path | None, Option(help=_DATA.best(language), metavar=_FOLDER.best(language))
        ] = None,
        key: Annotated[list[Path] | None, key_option(language)] = None,
        signer: Annotated[list[str] | None, signer_option(language)] = None,
        public: Annotated[list[Path] | None, public_option(language)] = None,
        passphrase_file: Annotated[Path | None, passphrase_option(language)] = None,
    ) -> int:
        # Start-up: tuf, cryptography, the schema and Rich take 0.5 s that other verbs save.
        from rich.console import Console  # noqa: PLC0415
        from rich.progress import Progress  # noqa: PLC0415

        from tp_directory.updates.publishing.adding import Sources, prepare  # noqa: PLC0415
        from tp_directory.updates.publishing.configuration import read_settings  # noqa: PLC0415
        from tp_directory.updates.publishing.going_out import go_out  # noqa: PLC0415
        from tp_directory.updates.publishing.repository import Repository  # noqa: PLC0415
        from tp_directory.updates.publishing.signing import sign  # noqa: PLC0415

        repository = Repository(folder)
        keys = key_ring(key, signer, public, Passphrases(passphrase_file, language))
        sources = Sources(records, data or bundle().data, record_schema())
        with repository.locked():
            settings = read_settings(repository.settings_file)
            try:
                with Progress(console=Console(stderr=True), transient=True) as bar:
                    task = bar.add_task(_CHECKING.best(language), total=None)
                    prepared = prepare(
                        repository,
                        sources,
                        settings.days,
                        now(),
                        lambda words: bar.update(task, description=words.best(language)),
                    )
            except RecordsRefused as refusal:
                print_problems(refusal.problems, language, sys.stderr)
                print(refusal.text.best(language), file=sys.stderr)
                return 1
            if prepared is None:
                print(_NOTHING_NEW.best(language))
            elif prepared.notes:
                _print_notes(prepared.release.number, prepared.notes, language)
            sign(repository, keys.signers())
            gone = go_out(repository, keys.with_those_of(settings).signers, settings.days, now())
        print_gone(gone, language)
        return 0


def _print_notes(number: int, notes: "Notes", language: Language) -> None:
    from tp_directory.updates.publishing.notes import told  # noqa: PLC0415  # see add

    print(Text(f"Edition {number}", f"Édition {number}").best(language))
    for heading, names in told(notes):
        print(f"{heading.best(language)} ({len(names)})")
        for name in names[:_MOST_NAMES]:
            print(f"  {name.best(language)}")
        if (more := len(names) - _MOST_NAMES) > 0:
            print(Text(f"  and {more} more", f"  et {more} de plus").best(language))
