"""A web server at its worst moments: broken lines, proxies, certificates, and no network at all."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path
from threading import Thread

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.x509.oid import NameOID

from tests.updates.conftest import Published, Workstation
from tests.updates.fictional import fictional
from tests.updates.forger import Forger
from tests.updates.serving import Server, broken_off, redirect, served
from tp_directory.core.updating import Outcome
from tp_directory.updates.layout import MANIFEST, shard_target
from tp_directory.updates.publishing.exporting import export
from tp_directory.updates.refusals import CertificateRefused

QC = shard_target("qc")


@pytest.fixture
def long_shard(forger: Forger) -> bytes:
    """A shard that is fetched whole, and long enough to break off in."""
    forger.put_shard("qc", [fictional(at, "QC", f"Lantern {at * at}") for at in range(300, 900)])
    return forger.target(QC).read_bytes()


def _asked_from(server: Server, forger: Forger) -> list[str]:
    """From where on a shard was asked for, each time."""
    name = forger.target(QC).name
    return [headers.get("Range", "") for path, headers in server.asked if path.endswith(name)]


@pytest.mark.parametrize("has_ranges", [True, False])
def test_a_download_that_broke_off_is_gone_on_with(
    has_ranges: bool, station: Workstation, forger: Forger, server: Server, long_shard: bytes
) -> None:
    server.answer(forger.target(QC).name, broken_off(long_shard, after=1000))
    broken = station.update_here(server.url)
    server.answers.clear()
    server.asked.clear()
    server.has_ranges = has_ranges

    attempt = station.update_here(server.url)

    assert broken.outcome is Outcome.UNREACHABLE
    assert (attempt.outcome, attempt.number) == (Outcome.INSTALLED, 3)
    assert _asked_from(server, forger) == ["bytes=4000-"]


def test_a_download_that_breaks_off_once_is_gone_on_with_at_once(
    station: Workstation, forger: Forger, server: Server, long_shard: bytes
) -> None:
    server.answer(forger.target(QC).name, broken_off(long_shard, after=len(long_shard) - 100))

    attempt = station.update_here(server.url)

    assert (attempt.outcome, attempt.number) == (Outcome.INSTALLED, 3)
    assert _asked_from(server, forger) == ["", f"bytes={len(long_shard) - 100}-"]


@pytest.mark.parametrize("left", [b"spoilt", bytes(10**6)])
def test_a_spoilt_part_is_fetched_once_whole(
    left: bytes, station: Workstation, forger: Forger, server: Server, long_shard: bytes
) -> None:
    downloads = station.memory / "downloads"
    downloads.mkdir(exist_ok=True)
    name = forger.target(QC).name.partition(".")[0]
    (downloads / f"{name}.part").write_bytes(left)
    (downloads / f"{'0' * 64}.part").write_bytes(b"of an edition that nobody fetches any more")

    attempt = station.update_here(server.url)

    assert (attempt.outcome, attempt.number) == (Outcome.INSTALLED, 3)
    assert _asked_from(server, forger)[-1] == ""
    assert not downloads.exists()


def test_another_mirror_goes_on_with_what_one_began(
    station: Workstation,
    forger: Forger,
    server: Server,
    long_shard: bytes,
) -> None:
    server.answer(forger.target(QC).name, broken_off(long_shard, after=1000))

    with served(forger.public) as mirror:
        attempt = station.update_here(server.url, mirror.url)

        assert (attempt.outcome, attempt.number) == (Outcome.INSTALLED, 3)
        assert _asked_from(mirror, forger) == ["bytes=4000-"]


def test_a_server_that_is_not_there_is_not_called_slow(station: Workstation) -> None:
    with socket.socket() as taken:  # and never listened at
        taken.bind(("127.0.0.1", 0))

        attempt = station.update_here(f"http://127.0.0.1:{taken.getsockname()[1]}")

    assert attempt.outcome is Outcome.UNREACHABLE
    assert "(no connection)" in attempt.text.en


def test_a_redirect_on_this_computer_is_followed(
    station: Workstation, published: Published, server: Server
) -> None:
    with served(published.repository.public) as other:
        server.answer("timestamp.json", redirect(f"{other.url}/metadata/timestamp.json"))

        assert station.update_here(server.url).number == 3
        assert other.paths == ["/metadata/timestamp.json"]


def test_a_proxy_is_asked_where_the_system_names_one(
    station: Workstation, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.setenv("http_proxy", server.url.replace("//", "//name:w%C3%B6rd@"))

    attempt = station.update_here("http://localhost:1")

    assert (attempt.outcome, attempt.number) == (Outcome.INSTALLED, 3)
    assert server.paths[0] == "http://localhost:1/metadata/2.root.json"
    assert server.asked[0][1]["Proxy-Authorization"] == "Basic bmFtZTp3w7ZyZA=="


def test_a_proxy_is_passed_over_where_the_system_says_so(
    station: Workstation, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")

    assert station.update_here(server.url).number == 3


def test_a_stick_needs_no_network(
    station: Workstation, published: Published, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "directory.zip"
    export(published.repository.publisher, stick)

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    attempt = station.update_here(str(stick))

    assert (attempt.outcome, attempt.number) == (Outcome.INSTALLED, 3)
    assert attempt.source == str(stick)


def test_a_folder_needs_no_network(
    station: Workstation, published: Published, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(socket, "socket")
    folder = published.repository.publisher.folder

    assert station.update_here(str(folder)).number == 3


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of this computer and its key, in one file, that no system knows."""
    key = generate_private_key(SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Example")])
    began = datetime.now(UTC) - timedelta(hours=1)
    alternatives = x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))])
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(began)
        .not_valid_after(began + timedelta(days=1))
        .add_extension(alternatives, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("certificate") / "example.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    file.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return file


@pytest.fixture
def secure(server: Server, certificate: Path) -> Iterator[Server]:
    """The server, with a certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with Server(server.folder) as secure:
        secure.socket = context.wrap_socket(secure.socket, server_side=True)
        thread = Thread(target=secure.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield secure
        secure.is_closing.set()
        secure.shutdown()
        thread.join()


def test_a_certificate_that_the_system_does_not_know_is_refused(
    station: Workstation, secure: Server
) -> None:
    url = secure.url.replace("http:", "https:")

    attempt = station.update_here(url)

    assert attempt.outcome is Outcome.NOT_TRUSTED
    assert attempt.text == CertificateRefused(url).text
    assert secure.paths == []


def test_a_certificate_that_the_system_knows_is_trusted(
    station: Workstation, secure: Server, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))

    attempt = station.update_here(secure.url.replace("http:", "https:"))

    assert (attempt.outcome, attempt.number) == (Outcome.INSTALLED, 3)


def test_what_is_protected_is_not_led_to_what_is_not(
    station: Workstation,
    secure: Server,
    server: Server,
    certificate: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    secure.answer(f".{MANIFEST}", redirect(f"{server.url}/anything"))

    attempt = station.update_here(secure.url.replace("http:", "https:"))

    assert attempt.outcome is Outcome.NOT_TRUSTED
    assert "leads to another address that is not protected" in attempt.text.en
    assert server.paths == []
