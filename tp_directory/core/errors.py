"""Faults of the world, named by what the user can do about them.

Faults of ours are not here: they are not caught and reach the one edge that reports them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tp_directory.core.bilingual import Text


class DirectoryError(Exception):
    """A fault of the world; `text` tells it, and the next step, in both languages."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class EditionTooNew(DirectoryError):
    """The edition was made by a newer program: install that program; this one is left as it is."""

    def __init__(self, schema: int, known: int) -> None:
        super().__init__(
            Text(
                f"This directory has format {schema}; this program reads format {known}. "
                "Install the newer program; the directory itself was left untouched.",
                f"Ce répertoire est au format {schema}; ce programme lit le format {known}. "
                "Installez le programme plus récent; le répertoire n'a pas été modifié.",
            )
        )


class EditionDamaged(DirectoryError):
    """The edition cannot be read, or was made by an older program: rebuild it from its records.

    `reason` names what is damaged, in no language.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(
            Text(
                f"The directory on this computer cannot be used ({reason}).",
                f"Le répertoire de cet ordinateur est inutilisable ({reason}).",
            )
        )
        self.reason = reason


class CannotWrite(DirectoryError):
    """A folder cannot be written: free some space, or choose another folder."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(
            Text(
                f"Cannot write in {folder}: {reason}. Free some space or choose another folder.",
                f"Impossible d'écrire dans {folder} : {reason}. "
                "Libérez de l'espace ou choisissez un autre dossier.",
            )
        )


class CannotRead(DirectoryError):
    """A file is missing or cannot be read: check its path and its permissions."""

    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(
            Text(
                f"Cannot read {file}: {reason}.",
                f"Impossible de lire {file} : {reason}.",
            )
        )


class ShardDamaged(DirectoryError):
    """A compressed file of an edition is cut short, too long or no such file: fetch it again."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                "A file of the directory is damaged. It must be fetched again.",
                "Un fichier du répertoire est endommagé. Il faut le télécharger de nouveau.",
            )
        )


class KeptTooNew(DirectoryError):
    """What is kept was written by a newer program: install it; the file is left as it is."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                "What is kept on this computer was written by a newer program and was left "
                "untouched. Install the newer program to see it.",
                "Ce qui est gardé sur cet ordinateur a été écrit par un programme plus récent et "
                "n'a pas été modifié. Installez le programme plus récent pour le voir.",
            )
        )


class KeptDamaged(DirectoryError):
    """What is kept cannot be read: set its file aside and begin anew."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            Text(
                f"What is kept on this computer cannot be read ({file}).",
                f"Ce qui est gardé sur cet ordinateur est illisible ({file}).",
            )
        )


class ListNameTaken(DirectoryError):
    """Another list has that name: choose another."""

    def __init__(self, name: str) -> None:
        super().__init__(
            Text(
                f"There is already a list “{name}”. Choose another name.",
                f"Il existe déjà une liste « {name} ». Choisissez un autre nom.",
            )
        )


class SharedListRefused(DirectoryError):
    """A file is no list that somebody shared, or a field of it is not right: ask for it again."""

    def __init__(self, file: str, fault: Text) -> None:
        super().__init__(
            Text(
                f"{file}: {fault.en} Nothing was imported.",
                f"{file} : {fault.fr} Rien n'a été importé.",
            )
        )


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a record: where it stands and what to do about it."""

    file: str
    line: int
    field: str
    text: Text


class RecordsRefused(DirectoryError):
    """Records are doubtful, so nothing was built from them: mend the named lines."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        first = problems[0]
        where = f"{first.file}:{first.line} {first.field}"
        super().__init__(
            Text(
                f"{len(problems)} problem(s) in the records; nothing was built. "
                f"First: {where}: {first.text.en}",
                f"{len(problems)} problème(s) dans les fiches; rien n'a été construit. "
                f"Premier : {where} : {first.text.fr}",
            )
        )
        self.problems = problems


class UnknownPlace(DirectoryError):
    """Nothing in the gazetteer has that name, postal code or form."""

    def __init__(self, words: str) -> None:
        super().__init__(
            Text(
                f"No town, postal code or coordinates “{words}” is known. "
                "Try a town's name, the first three characters of a postal code, or “lat,lon”.",
                f"Aucune localité, aucun code postal ni coordonnées « {words} ». "
                "Essayez le nom d'une localité, les trois premiers caractères d'un code postal "
                "ou « lat,lon ».",
            )
        )
        self.words = words


class UnknownService(DirectoryError):
    """No service of this edition has that id."""

    def __init__(self, service_id: str) -> None:
        super().__init__(
            Text(
                f"No service has the id “{service_id}”. Take the id from a search.",
                f"Aucun service ne porte l'identifiant « {service_id} ». "
                "Prenez celui d'un résultat de recherche.",
            )
        )
