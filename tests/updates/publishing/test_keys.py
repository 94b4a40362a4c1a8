from __future__ import annotations

import os
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from securesystemslib.signer import CryptoSigner

from tp_directory.updates.publishing.errors import KeyRefused
from tp_directory.updates.publishing.keys import (
    make_key,
    public_file,
    reach_signer,
    read_public,
    read_signer,
)

PASSPHRASE = b"a fictional passphrase"


def test_a_key_comes_back_with_its_passphrase(tmp_path: Path) -> None:
    made = make_key(tmp_path / "root.pem", PASSPHRASE)

    read = read_signer(tmp_path / "root.pem", lambda file: PASSPHRASE)

    assert read.public_key == made.public_key
    assert read_public(public_file(tmp_path / "root.pem")) == made.public_key


def test_a_key_is_encrypted_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    file = tmp_path / "root.pem"
    make_key(file, PASSPHRASE)

    assert file.read_bytes().startswith(b"-----BEGIN ENCRYPTED PRIVATE KEY")
    if os.name != "nt":
        assert file.stat().st_mode & 0o777 == 0o600


def test_a_key_that_exists_is_never_replaced(tmp_path: Path) -> None:
    file = tmp_path / "root.pem"
    make_key(file, PASSPHRASE)
    before = file.read_bytes(), public_file(file).read_bytes()

    with pytest.raises(KeyRefused):
        make_key(file, PASSPHRASE)

    assert (file.read_bytes(), public_file(file).read_bytes()) == before


def test_a_short_passphrase_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KeyRefused, match="too short"):
        make_key(tmp_path / "root.pem", b"secret")

    assert not list(tmp_path.iterdir())


def test_a_wrong_passphrase_is_a_sentence(tmp_path: Path) -> None:
    make_key(tmp_path / "root.pem", PASSPHRASE)

    with pytest.raises(KeyRefused, match="not the passphrase"):
        read_signer(tmp_path / "root.pem", lambda file: b"another passphrase")


def test_a_key_without_a_passphrase_is_refused_but_by_its_address(tmp_path: Path) -> None:
    signer = CryptoSigner.generate_ed25519()
    file, public = tmp_path / "online.pem", tmp_path / "online.pub.pem"
    file.write_bytes(signer.private_bytes)
    public.write_bytes(
        serialization.load_pem_private_key(signer.private_bytes, None)
        .public_key()
        .public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    )

    with pytest.raises(KeyRefused, match="no passphrase"):
        read_signer(file, lambda file: PASSPHRASE)

    assert reach_signer(f"file2:{file}", public).public_key == signer.public_key


def test_an_address_of_no_known_kind_is_refused(tmp_path: Path) -> None:
    make_key(tmp_path / "root.pem", PASSPHRASE)

    with pytest.raises(KeyRefused, match="hsm"):
        reach_signer("carrier-pigeon:7", public_file(tmp_path / "root.pem"))


@pytest.mark.parametrize("content", [b"", b"no key at all", b"-----BEGIN PUBLIC KEY-----\n"])
def test_what_is_no_key_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "root.pem"
    file.write_bytes(content)

    with pytest.raises(KeyRefused):
        read_signer(file, lambda file: PASSPHRASE)
    with pytest.raises(KeyRefused):
        read_public(file)
