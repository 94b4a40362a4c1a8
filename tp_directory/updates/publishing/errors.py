"""Faults of publishing, named by what the publisher can do about them."""

from __future__ import annotations

from pathlib import Path

from tp_directory.core.bilingual import Text
from tp_directory.core.errors import DirectoryError


class RepositoryExists(DirectoryError):
    """A repository stands in the folder already: choose another, or go on with this one."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            Text(
                f"{folder} is a repository of editions already. Choose another folder, or go on "
                "with this one: tp-directory publish status.",
                f"{folder} est déjà un dépôt d'éditions. Choisissez un autre dossier, ou "
                "poursuivez avec celui-ci : tp-directory publish status.",
            )
        )


class NoRepository(DirectoryError):
    """No repository is in the folder: make one with `publish init`."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            Text(
                f"{folder} is no repository of editions. Make one: tp-directory publish init.",
                f"{folder} n'est pas un dépôt d'éditions. Créez-en un : tp-directory publish init.",
            )
        )


class RepositoryBusy(DirectoryError):
    """Another command is publishing in the folder: wait until it has ended."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            Text(
                f"Another command is working in {folder}. Wait until it has ended.",
                f"Une autre commande travaille dans {folder}. Attendez qu'elle ait terminé.",
            )
        )


class RepositoryDamaged(DirectoryError):
    """A file of the repository is missing or is not what was signed: bring it back from a copy."""

    def __init__(self, file: str, reason: Text) -> None:
        super().__init__(
            Text(
                f"{file}: {reason.en} Nothing was signed or published. Bring it back from a "
                "copy; what only waits for signatures is made again by “publish add”.",
                f"{file} : {reason.fr} Rien n'a été signé ni publié. Rétablissez-le d'une "
                "copie; ce qui attend seulement des signatures se refait par « publish add ».",
            )
        )


class StagedTooOld(DirectoryError):
    """What waits for signatures is older than what is published: remove it from the folder."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            Text(
                f"{file} is older than what is published, or is no successor of it. Remove it, and "
                "prepare the edition again with “publish add”.",
                f"{file} est plus ancien que ce qui est publié, ou n'en est pas la suite. "
                "Supprimez-le, puis préparez l'édition de nouveau avec « publish add ».",
            )
        )


class RecordsChanged(DirectoryError):
    """The records changed while they were read: run the command again."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            Text(
                f"The files in {folder} changed while they were read. Nothing was published. Run "
                "the command again.",
                f"Les fichiers de {folder} ont changé pendant leur lecture. Rien n'a été publié. "
                "Relancez la commande.",
            )
        )


class KeyRefused(DirectoryError):
    """A key cannot be used: check its file, its passphrase or its address."""

    def __init__(self, key: str, reason: Text) -> None:
        super().__init__(Text(f"{key}: {reason.en}", f"{key} : {reason.fr}"))


class SettingsRefused(DirectoryError):
    """The publisher's settings, or keys asked for, make no sense: mend what the text names."""
