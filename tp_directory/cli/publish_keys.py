"""How the verbs of `publish` are given keys and passphrases."""
# No `from __future__ import annotations`: see search.py.

import getpass
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from typer import Option

from tp_directory.cli.bad_use import BadUse
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.errors import CannotRead

if TYPE_CHECKING:
    from tp_directory.updates.publishing.keys import KeyRing

VARIABLE = "TP_DIRECTORY_PASSPHRASE"
_KEY = Text(
    "The file of a key to sign with (PEM, with a passphrase); may be given again.",
    "Fichier d'une clé avec laquelle signer (PEM, avec phrase secrète); peut être répété.",
)
_SIGNER = Text(
    "The address of a key in a device or a service, as securesystemslib writes it (hsm:…, "
    "awskms:…, gcpkms:…), with --public; may be given again.",
    "Adresse d'une clé dans un appareil ou un service, comme l'écrit securesystemslib (hsm:…, "
    "awskms:…, gcpkms:…), avec --public; peut être répétée.",
)
_PUBLIC = Text(
    "The file of the public half of the key of each --signer, in the same order.",
    "Fichier de la partie publique de la clé de chaque --signer, dans le même ordre.",
)
_PASSPHRASE = Text(
    f"A file with the passphrase of the keys. Without it: the environment variable {VARIABLE}, or "
    "a question on the terminal.",
    "Fichier contenant la phrase secrète des clés. Sans lui : la variable d'environnement "
    f"{VARIABLE}, ou une question au terminal.",
)
_FILE = Text("FILE", "FICHIER")
_ADDRESS = Text("ADDRESS", "ADRESSE")
_ASKED = Text("Passphrase of {file}: ", "Phrase secrète de {file} : ")
_AGAIN = Text("Once more: ", "Encore une fois : ")
_DIFFERENT = Text(
    "The two passphrases differ. Nothing was made.",
    "Les deux phrases secrètes diffèrent. Rien n'a été créé.",
)
_NOT_ASKED = Text(
    f"A passphrase is needed. Give --passphrase-file, set {VARIABLE}, or run this on a terminal.",
    f"Il faut une phrase secrète. Donnez --passphrase-file, définissez {VARIABLE}, ou lancez la "
    "commande dans un terminal.",
)
_NOT_PAIRED = Text(
    "Each --signer needs a --public, and each --public a --signer.",
    "À chaque --signer il faut un --public, et à chaque --public un --signer.",
)


def key_option(language: Language) -> Any:  # Any: what Typer's Option gives
    """The option `--key`, with its help in a language."""
    return Option("--key", help=_KEY.best(language), metavar=_FILE.best(language))


def signer_option(language: Language) -> Any:  # Any: what Typer's Option gives
    """The option `--signer`, with its help in a language."""
    return Option("--signer", help=_SIGNER.best(language), metavar=_ADDRESS.best(language))


def public_option(language: Language) -> Any:  # Any: what Typer's Option gives
    """The option `--public`, with its help in a language."""
    return Option("--public", help=_PUBLIC.best(language), metavar=_FILE.best(language))


def passphrase_option(language: Language) -> Any:  # Any: what Typer's Option gives
    """The option `--passphrase-file`, with its help in a language."""
    return Option(
        "--passphrase-file", help=_PASSPHRASE.best(language), metavar=_FILE.best(language)
    )


@dataclass(frozen=True, slots=True)
class Passphrases:
    """Where passphrases come from; they are written nowhere."""

    file: Path | None
    language: Language

    def of(self, key: Path) -> bytes:
        """The passphrase of a key that exists.

        Raises:
            CannotRead: the file with it cannot be read.
            BadUse: nobody can be asked.
        """
        given = self._given()
        return self._asked(_ASKED.best(self.language).format(file=key)) if given is None else given

    def of_new(self, keys: Path) -> bytes:
        """The passphrase for new keys, asked twice.

        Raises:
            CannotRead: the file with it cannot be read.
            BadUse: nobody can be asked, or the two answers differ.
        """
        given = self._given()
        if given is not None:
            return given
        first = self._asked(_ASKED.best(self.language).format(file=keys))
        if self._asked(_AGAIN.best(self.language)) != first:
            raise BadUse(_DIFFERENT)
        return first

    def _given(self) -> bytes | None:
        if self.file is None:
            words = os.environ.get(VARIABLE)
            return None if words is None else words.encode()
        try:
            return self.file.read_bytes().rstrip(b"\r\n")
        except OSError as error:
            raise CannotRead(self.file, error.strerror or str(error)) from error

    def _asked(self, question: str) -> bytes:
        if not sys.stdin.isatty():
            raise BadUse(_NOT_ASKED)
        return getpass.getpass(question).encode()


def key_ring(
    keys: Sequence[Path] | None,
    signers: Sequence[str] | None,
    publics: Sequence[Path] | None,
    passphrases: Passphrases,
) -> "KeyRing":
    """The keys that a command line names.

    Raises:
        BadUse: an address has no public half, or the other way round.
    """
    # Start-up: cryptography takes 0.1 s that other verbs save.
    from tp_directory.updates.publishing.configuration import Device  # noqa: PLC0415
    from tp_directory.updates.publishing.keys import KeyRing  # noqa: PLC0415

    addresses, files = signers or (), publics or ()
    if len(addresses) != len(files):
        raise BadUse(_NOT_PAIRED)
    pairs = zip(addresses, files, strict=True)
    devices = tuple(Device(address, str(file)) for address, file in pairs)
    return KeyRing(tuple(keys or ()), devices, passphrases.of)
