"""The verb `update`: brings the directory up to date without a window, for people and schedules."""
# No `from __future__ import annotations`: see search.py.

import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from typer import Option

from tp_directory.cli import as_json
from tp_directory.cli.bad_use import BadUse
from tp_directory.cli.opening import now
from tp_directory.cli.update_schedule import add_schedule
from tp_directory.cli.verb import verbs_class
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.errors import CannotWrite
from tp_directory.core.updating import Attempt, Outcome, Stage, UpdateSetup, UpdateStep
from tp_directory.paths import UserFolders, bundle, user_folders
from tp_directory.user_settings import UserSettings

_HELP = Text(
    """Bring the directory up to date from what its publisher has signed.

    Sources are tried in order: web addresses (https), folders or shares, a file from a stick. They
    and the publisher's root.json come from the administrator's policy and from the settings: see
    info --settings. Nothing that is sent tells who asks.

    Whatever happens, the directory that is installed stays in use.

    \b
    Exit codes:
      0   installed, or up to date     6   what is published has expired
      2   not understood               7   this computer cannot write it
      3   another fault                8   the clock is wrong
      4   cannot be reached            9   another update is running
      5   not to be trusted            10  not set up

    \b
    Examples:
      tp-directory update
      tp-directory update --source /media/stick/directory.zip
      tp-directory update --once --json
    """,
    """Mettre le répertoire à jour à partir de ce que son éditeur a signé.

    Les sources sont essayées dans l'ordre : adresses Web (https), dossiers ou partages, fichier sur
    clé USB. Elles et le fichier root.json de l'éditeur viennent de la politique de l'administrateur
    et des réglages : voir info --settings. Rien de ce qui est envoyé ne dit qui demande.

    Quoi qu'il arrive, le répertoire installé reste en service.

    \b
    Codes de retour :
      0   installé, ou à jour          6   ce qui est publié est expiré
      2   incompris                    7   cet ordinateur ne peut pas l'écrire
      3   autre problème               8   l'horloge est fausse
      4   injoignable                  9   une autre mise à jour est en cours
      5   pas fiable                   10  non configuré

    \b
    Exemples :
      tp-directory update
      tp-directory update --source /media/cle/repertoire.zip
      tp-directory update --once --json
    """,
)
_SHORT = Text("Bring the directory up to date.", "Mettre le répertoire à jour.")
_SOURCE = Text(
    "Update from here instead; may be given several times.",
    "Mettre à jour d'ici plutôt; peut être répété.",
)
_SOURCE_METAVAR = Text("ADDRESS|PATH", "ADRESSE|CHEMIN")
_ROOT = Text(
    "The publisher's root.json: whom to trust. Only where no policy names one.",
    "Le fichier root.json de l'éditeur : à qui se fier. Seulement si aucune politique n'en nomme.",
)
_FILE = Text("FILE", "FICHIER")
_ONCE = Text(
    "As a schedule runs it: nothing is done while updates are paused, and an edition that somebody "
    "went back from is not installed again.",
    "Comme le fait un horaire : rien ne se fait tant que les mises à jour sont suspendues, et "
    "une édition quittée pour la précédente n'est pas réinstallée.",
)
_PAUSED = Text(
    "Updates are paused in the settings. To update all the same: tp-directory update.",
    "Les mises à jour sont suspendues dans les réglages. Pour mettre à jour quand même : "
    "tp-directory update.",
)
_WANTED = Text("With --once: it is, as a person asks.", "Avec --once : elle l'est, à la demande.")
_JSON = Text("Print how it ended as JSON.", "Imprimer le résultat en JSON.")
_EVENTS = Text(
    "Print each step, and at last how it ended, as one line of JSON.",
    "Imprimer chaque étape, puis le résultat, sur une ligne de JSON.",
)
_PATIENCE = Text(
    "Seconds that a server has to begin its answer.",
    "Secondes dont un serveur dispose pour commencer sa réponse.",
)
_SECONDS = Text("SECONDS", "SECONDES")
_VERB_METAVAR = Text("[VERB ...]", "[VERBE ...]")
_ROOT_IS_DECIDED = Text(
    "The administrator's policy says whom to trust: --root cannot say otherwise.",
    "La politique de l'administrateur dit à qui se fier : --root ne peut pas dire autrement.",
)
_CODES = {
    Outcome.INSTALLED: 0,
    Outcome.UP_TO_DATE: 0,
    Outcome.DAMAGED: 3,
    Outcome.CANCELLED: 3,
    Outcome.UNREACHABLE: 4,
    Outcome.NOT_TRUSTED: 5,
    Outcome.EXPIRED: 6,
    Outcome.CANNOT_WRITE: 7,
    Outcome.CLOCK_WRONG: 8,
    Outcome.BUSY: 9,
    Outcome.NOT_SET_UP: 10,
}
_STAGES = {
    Stage.CHECKING: Text("Checking", "Vérification"),
    Stage.DOWNLOADING: Text("Downloading", "Téléchargement"),
    Stage.ASSEMBLING: Text("Assembling", "Assemblage"),
    Stage.BUILDING: Text("Building", "Construction"),
    Stage.TESTING: Text("Testing", "Essai"),
    Stage.SAVING: Text("Saving", "Enregistrement"),
    Stage.SWITCHING: Text("Switching", "Passage"),
    Stage.SWITCHED: Text("Done", "Terminé"),
}
_CLEAR_LINE = "\r\x1b[K"


def add_update(app: typer.Typer, language: Language) -> None:
    """Declare `update`, with its help in a language."""
    verbs = typer.Typer(
        cls=verbs_class(language),
        help=_HELP.best(language),
        short_help=_SHORT.best(language),
        subcommand_metavar=_VERB_METAVAR.best(language),
        rich_markup_mode=None,
        invoke_without_command=True,
    )

    @verbs.callback()
    def update(
        context: typer.Context,
        sources: Annotated[
            list[str] | None,
            Option("--source", help=_SOURCE.best(language), metavar=_SOURCE_METAVAR.best(language)),
        ] = None,
        root: Annotated[
            Path | None, Option(help=_ROOT.best(language), metavar=_FILE.best(language))
        ] = None,
        once: Annotated[bool, Option("--once", help=_ONCE.best(language))] = False,
        wanted: Annotated[bool, Option("--wanted", help=_WANTED.best(language))] = False,
        json: Annotated[bool, Option("--json", help=_JSON.best(language))] = False,
        events: Annotated[bool, Option("--events", help=_EVENTS.best(language))] = False,
        patience: Annotated[
            float, Option(min=0.1, help=_PATIENCE.best(language), metavar=_SECONDS.best(language))
        ] = 30,
    ) -> int:
        if context.invoked_subcommand:
            return 0
        folders = user_folders()
        setup = _setup(folders, tuple(sources or ()), root)
        # The window decides for itself when it begins, and reads the events.
        if once and not (wanted or sources or events) and _are_paused(folders):
            text = _PAUSED.best(language)
            print(as_json.printed({"outcome": "paused", "text": text}) if json else text)
            return 0
        told = _print_event if events else _Line(language).show
        attempt = _attempt(folders, setup, told, wanted=wanted or not once, patience=patience)
        if events:
            _print_event(attempt)
        elif json:
            print(as_json.printed(_shape(attempt, language)))
        else:
            stream = sys.stderr if _CODES[attempt.outcome] else sys.stdout
            print(attempt.text.best(language), file=stream)
        return _CODES[attempt.outcome]

    add_schedule(verbs, language)
    app.add_typer(verbs, name="update")


def _are_paused(folders: UserFolders) -> bool:
    return UserSettings(folders).chosen.preferences.updates_paused


def _setup(folders: UserFolders, sources: tuple[str, ...], root: Path | None) -> UpdateSetup:
    """Where updates come from and whom they are trusted from.

    Raises:
        BadUse: a policy says the latter, and the command line too.
    """
    setup = UserSettings(folders).updates
    if root and setup.root:
        raise BadUse(_ROOT_IS_DECIDED)
    shipped = bundle().resources / "trust" / "root.json"
    return replace(
        setup,
        sources=sources or setup.sources,
        root=root or setup.root or (shipped if shipped.exists() else None),
    )


def _attempt(
    folders: UserFolders,
    setup: UpdateSetup,
    told: Callable[[UpdateStep], None],
    *,
    wanted: bool,
    patience: float,
) -> Attempt:
    """Update once, and remember how it went."""
    # Start-up: tuf and urllib3 take 0.3 s that other verbs save.
    from tp_directory.updates.attempts import add_attempt  # noqa: PLC0415
    from tp_directory.updates.errors import RootUnreadable  # noqa: PLC0415
    from tp_directory.updates.limits import USUAL  # noqa: PLC0415
    from tp_directory.updates.update import failed, update  # noqa: PLC0415

    # What ends a service asks it by this signal to leave in order.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        root = setup.root.read_bytes() if setup.root else None
    except OSError as error:
        unreadable = RootUnreadable(str(setup.root), error.strerror or str(error))
        attempt = failed(unreadable, now(), folders.editions)
    else:
        attempt = update(
            setup,
            root=root,
            bundled_data=bundle().data,
            editions=folders.editions,
            memory=folders.updates,
            clock=now,
            progress=told,
            wanted=wanted,
            limits=replace(USUAL, patience=patience),
        )
    if attempt.outcome is not Outcome.BUSY:  # the other one remembers its own
        with suppress(CannotWrite):
            add_attempt(attempt, folders.updates)
    return attempt


def _shape(attempt: Attempt, language: Language) -> as_json.Shape:
    return {
        "at": attempt.at,
        "outcome": attempt.outcome,
        "number": attempt.number,
        "source": attempt.source,
        "text": attempt.text.best(language),
    }


def _print_event(event: UpdateStep | Attempt) -> None:
    shape = {"attempt": event} if isinstance(event, Attempt) else event
    print(msgspec.json.encode(shape).decode(), flush=True)


class _Line:
    """Tells on a terminal, in one line, how far an update is."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def show(self, step: UpdateStep) -> None:
        """Tell how far it is."""
        if not sys.stderr.isatty():
            return
        words = _STAGES[step.stage].best(self._language)
        far = f" {step.done} / {step.total}" if step.total else ""
        end = _CLEAR_LINE if step.stage is Stage.SWITCHED else ""
        sys.stderr.write(f"{_CLEAR_LINE}{words}…{far}{end}")
        sys.stderr.flush()
