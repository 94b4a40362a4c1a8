"""Why an update does not happen, each reason with its own sentence and what to do next.

None of them is the end of anything: the directory that is installed goes on serving.
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.errors import DirectoryError
from tp_directory.core.updating import Outcome
from tp_directory.wording.dates import full_date

STAYS = Text(
    "The directory on this computer stays in use.",
    "Le répertoire de cet ordinateur reste en service.",
)
TELL = Text("Tell whoever publishes it.", "Avisez la personne qui le publie.")
_LATER = Text(
    "The next update tries again; a file on a stick works without a network.",
    "La prochaine mise à jour réessaiera; un fichier sur clé USB fonctionne sans réseau.",
)


class UpdateFailed(DirectoryError):
    """An update that did not happen: what happened, what still works, and what to do next."""

    outcome: ClassVar[Outcome]

    def __init__(self, what: Text, then: Text) -> None:
        super().__init__(Text(f"{what.en} {STAYS.en} {then.en}", f"{what.fr} {STAYS.fr} {then.fr}"))
        self.what = what


class NotSetUp(UpdateFailed):
    """Nobody has said where updates come from, or whom to trust."""

    outcome = Outcome.NOT_SET_UP

    def __init__(self) -> None:
        super().__init__(
            Text(
                "Updates are not set up: a source, or the publisher's root.json, is missing.",
                "Les mises à jour ne sont pas configurées : il manque une source, ou le fichier "
                "root.json de l'éditeur.",
            ),
            Text(
                "Whoever administers this computer names both in policy.toml.",
                "La personne qui administre cet ordinateur nomme les deux dans policy.toml.",
            ),
        )


class RootUnreadable(UpdateFailed):
    """The publisher's root.json, which somebody named, cannot be read."""

    outcome = Outcome.NOT_SET_UP

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(
            Text(f"Cannot read {file}: {reason}.", f"Impossible de lire {file} : {reason}."),
            Text(
                "It says whom updates are trusted from: name the right file.",
                "Il dit à qui se fier pour les mises à jour : nommez le bon fichier.",
            ),
        )


class Busy(UpdateFailed):
    """Another program is updating this computer."""

    outcome = Outcome.BUSY

    def __init__(self) -> None:
        super().__init__(
            Text("Another update is running.", "Une autre mise à jour est en cours."),
            Text("Wait until it is done.", "Attendez qu'elle se termine."),
        )


class Cancelled(UpdateFailed):
    """Somebody ended the update."""

    outcome = Outcome.CANCELLED

    def __init__(self) -> None:
        super().__init__(
            Text("The update was ended.", "La mise à jour a été interrompue."),
            Text(
                "What was downloaded is kept for the next one.",
                "Ce qui a été téléchargé servira à la prochaine.",
            ),
        )


class NoRoom(UpdateFailed):
    """The disk has too little room for another edition."""

    outcome = Outcome.CANNOT_WRITE

    def __init__(self, needed: int, free: int) -> None:
        needed_mb, free_mb = -(-needed // 10**6), free // 10**6
        super().__init__(
            Text(
                f"The new edition needs {needed_mb} MB of disk, and {free_mb} MB are free.",
                f"La nouvelle édition demande {needed_mb} Mo de disque; il en reste {free_mb} Mo.",
            ),
            Text("Free some space.", "Libérez de l'espace."),
        )


class SourceRefused(UpdateFailed):
    """A source is named in a way that no update comes from."""

    outcome = Outcome.NOT_SET_UP

    def __init__(self, source: str) -> None:
        super().__init__(
            Text(
                f"“{source}” is no source of updates.",
                f"« {source} » n'est pas une source de mises à jour.",
            ),
            Text(
                "Give an address that begins with https://, a folder or a file.",
                "Donnez une adresse qui commence par https://, un dossier ou un fichier.",
            ),
        )


class Unreachable(UpdateFailed):
    """A source does not answer, or not with what was asked."""

    outcome = Outcome.UNREACHABLE

    def __init__(self, source: str, reason: Text) -> None:
        super().__init__(
            Text(
                f"{source} cannot be reached ({reason.en}).",
                f"{source} est injoignable ({reason.best(Language.FR)}).",
            ),
            _LATER,
        )


class TooSlow(UpdateFailed):
    """A source answers so slowly that waiting for it makes no sense."""

    outcome = Outcome.UNREACHABLE

    def __init__(self, source: str) -> None:
        super().__init__(
            Text(f"{source} answers too slowly.", f"{source} répond trop lentement."), _LATER
        )


class Incomplete(UpdateFailed):
    """A source lacks a file that belongs to what it publishes."""

    outcome = Outcome.UNREACHABLE

    def __init__(self, source: str, file: str) -> None:
        super().__init__(
            Text(f"{source} lacks {file}.", f"Il manque {file} à {source}."),
            Text(
                "Its copy may be unfinished: the next update tries again.",
                "Sa copie est peut-être inachevée : la prochaine mise à jour réessaiera.",
            ),
        )


class NothingPublished(UpdateFailed):
    """Nothing is published at the place that a source names."""

    outcome = Outcome.UNREACHABLE

    def __init__(self, source: str) -> None:
        super().__init__(
            Text(
                f"No directory is published at {source}.",
                f"Aucun répertoire n'est publié à {source}.",
            ),
            Text("Check how it is written.", "Vérifiez comment la source est écrite."),
        )


class ClockWrong(UpdateFailed):
    """The clock is before a moment that has certainly passed."""

    outcome = Outcome.CLOCK_WRONG

    def __init__(self, now: datetime, passed: datetime) -> None:
        today, before = _day(now), _day(passed)
        super().__init__(
            Text(
                f"The clock of this computer says {today.en}, which is before {before.en}, a day "
                "that has passed. Dates of updates cannot be checked.",
                f"L'horloge de cet ordinateur indique le {today.fr}, avant le {before.fr}, un jour "
                "déjà passé. Les dates des mises à jour ne peuvent pas être vérifiées.",
            ),
            Text("Set the clock.", "Réglez l'horloge."),
        )


class Expired(UpdateFailed):
    """What is published was good until a day that has passed: a clock, or somebody holds it back.

    Attack: freeze.
    """

    outcome = Outcome.EXPIRED

    def __init__(self, file: str, day: datetime, now: datetime) -> None:
        last, today = _day(day), _day(now)
        super().__init__(
            Text(
                f"What is published has expired: {file} was good until {last.en}, and the clock "
                f"of this computer says {today.en}. Nobody has renewed it, somebody holds newer "
                "ones back, or the clock is wrong.",
                f"Ce qui est publié est expiré : {file} était valable jusqu'au {last.fr}, et "
                f"l'horloge de cet ordinateur indique le {today.fr}. Personne ne l'a renouvelé, "
                "quelqu'un en retient de plus récents, ou l'horloge est fausse.",
            ),
            Text(
                "Check the clock; if it is right, tell whoever publishes it.",
                "Vérifiez l'horloge; si elle est juste, avisez la personne qui le publie.",
            ),
        )


def _day(moment: datetime) -> Text:
    """The day by this computer's clock."""
    return full_date(moment.astimezone().date())
