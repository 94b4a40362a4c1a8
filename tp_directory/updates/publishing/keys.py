"""Keys of publishers: made and read as files with a passphrase, or reached by a signer's address.

A file of a key is PKCS #8 in PEM, encrypted, and only its owner may read it; its public half lies
beside it. A key in a device or a service (HSM, KMS) is named by an address that securesystemslib
knows and the file of its public half.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from securesystemslib.exceptions import UnsupportedLibraryError
from securesystemslib.signer import SIGNER_FOR_URI_SCHEME, CryptoSigner, Signer, SSlibKey
from tuf.api.metadata import Root

from tp_directory.core.bilingual import Text
from tp_directory.core.errors import CannotRead
from tp_directory.updates.publishing.configuration import Device, Settings
from tp_directory.updates.publishing.errors import KeyRefused
from tp_directory.updates.publishing.placing import place, placing

PRIVATE_SUFFIX, PUBLIC_SUFFIX = ".pem", ".pub.pem"
_SHORTEST_PASSPHRASE = 12
_NEW_ROOT_KEYS = 3

Passphrase = Callable[[Path], bytes]
"""Tells the passphrase of the file of a key; asked only when that key is needed."""


@dataclass(frozen=True, slots=True)
class KeyRing:
    """Keys at hand: files, and devices or services by their addresses."""

    files: tuple[Path, ...]
    devices: tuple[Device, ...]
    passphrase: Passphrase

    def signers(self) -> tuple[Signer, ...]:
        """What signs with them.

        Raises:
            CannotRead, KeyRefused: a key cannot be used.
        """
        return (
            *(read_signer(file, self.passphrase) for file in self.files),
            *(reach_signer(each.address, Path(each.public)) for each in self.devices),
        )

    def with_those_of(self, settings: Settings) -> KeyRing:
        """These, and the keys of the publisher's settings that are on this computer."""
        named = (file for file in map(Path, settings.keys) if file not in self.files)
        files = (*self.files, *(file for file in named if file.is_file()))
        return KeyRing(files, (*self.devices, *settings.devices), self.passphrase)


_NOT_A_KEY = Text(
    "this is no key that can be used here. An Ed25519 key in PEM is needed.",
    "ce n'est pas une clé utilisable ici. Il faut une clé Ed25519 en PEM.",
)
_NOT_ENCRYPTED = Text(
    "this key has no passphrase, so whoever copies the file can sign. Give it one, or name it by "
    "an address (file2:…) if it is kept safe otherwise.",
    "cette clé n'a pas de phrase secrète : quiconque copie le fichier peut signer. "
    "Donnez-lui-en une, ou nommez-la par une adresse (file2:…) si elle est protégée autrement.",
)
_WRONG_PASSPHRASE = Text(
    "this is not the passphrase of this key. Nothing was signed.",
    "ce n'est pas la phrase secrète de cette clé. Rien n'a été signé.",
)
_EXISTS = Text(
    "there is a key already; it was left as it is.",
    "il y a déjà une clé; elle a été laissée telle quelle.",
)
_TOO_SHORT = Text(
    f"the passphrase is too short: {_SHORTEST_PASSPHRASE} characters or more.",
    f"la phrase secrète est trop courte : {_SHORTEST_PASSPHRASE} caractères ou plus.",
)


def make_key(file: Path, passphrase: bytes) -> CryptoSigner:
    """Make an Ed25519 key, write it to a new file and its public half beside it.

    Raises:
        KeyRefused: the passphrase is too short, or the file is there already.
        CannotWrite: there is no room or no permission.
    """
    if len(passphrase.decode(errors="replace")) < _SHORTEST_PASSPHRASE:
        raise KeyRefused(str(file), _TOO_SHORT)
    if file.exists():
        raise KeyRefused(str(file), _EXISTS)
    private = Ed25519PrivateKey.generate()
    with placing(file) as part:
        part.touch(mode=0o600)
        part.write_bytes(
            private.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.BestAvailableEncryption(passphrase),
            )
        )
    public = private.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    place(public, public_file(file))
    return CryptoSigner(private)


def make_keys(
    folder: Path, roles: Sequence[str], passphrase: bytes
) -> list[tuple[str, CryptoSigner]]:
    """A key for each role, three of root; those that a killed command had made are taken.

    Raises:
        KeyRefused: the passphrase is too short, or not that of a key that is there.
        CannotWrite: there is no room or no permission.
    """
    made = []
    for role in roles:
        names = [f"{role}-{number}" for number in range(1, _NEW_ROOT_KEYS + 1)]
        for name in names if role == Root.type else (role,):
            file = folder / f"{name}{PRIVATE_SUFFIX}"
            if file.exists():
                made.append((role, read_signer(file, lambda _file: passphrase)))
            else:
                made.append((role, make_key(file, passphrase)))
    return made


def public_file(file: Path) -> Path:
    """Where the public half of a key lies."""
    return file.with_name(file.name.removesuffix(PRIVATE_SUFFIX) + PUBLIC_SUFFIX)


def read_public(file: Path) -> SSlibKey:
    """The public half of a key.

    Raises:
        CannotRead: the file is missing or may not be read.
        KeyRefused: it is no public key.
    """
    try:
        key = serialization.load_pem_public_key(_content(file))
        return SSlibKey.from_crypto(key)
    except (ValueError, UnsupportedAlgorithm) as error:
        raise KeyRefused(str(file), _NOT_A_KEY) from error


def read_signer(file: Path, passphrase: Passphrase) -> CryptoSigner:
    """What signs with a key in a file.

    Raises:
        CannotRead: the file is missing or may not be read.
        KeyRefused: it is no key, has no passphrase, or another one.
    """
    content = _content(file)
    if b"BEGIN ENCRYPTED PRIVATE KEY" not in content:
        raise KeyRefused(str(file), _NOT_ENCRYPTED if b"PRIVATE KEY" in content else _NOT_A_KEY)
    try:
        private = serialization.load_pem_private_key(content, passphrase(file))
    except ValueError as error:  # what a wrong passphrase gives, too
        raise KeyRefused(str(file), _WRONG_PASSPHRASE) from error
    if not isinstance(private, Ed25519PrivateKey):
        raise KeyRefused(str(file), _NOT_A_KEY)
    return CryptoSigner(private)


def reach_signer(address: str, public: Path) -> Signer:
    """What signs with a key at an address that securesystemslib knows ("hsm:…", "awskms:…").

    Raises:
        CannotRead, KeyRefused: the public half cannot be read.
        KeyRefused: the address is of no known kind, or what it names cannot be reached.
    """
    key = read_public(public)
    try:
        return Signer.from_priv_key_uri(address, key)
    except (ValueError, OSError, UnsupportedAlgorithm, UnsupportedLibraryError) as error:
        kinds = ", ".join(sorted(SIGNER_FOR_URI_SCHEME))
        reason = Text(
            f"this key cannot be reached ({error}). Kinds of addresses: {kinds}.",
            f"cette clé est inaccessible ({error}). Genres d'adresses : {kinds}.",
        )
        raise KeyRefused(address, reason) from error


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise CannotRead(file, error.strerror or str(error)) from error
