"""Where updates are read from, and what is refused before a byte of it counts."""

from __future__ import annotations

import os
import struct
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from tp_directory.core.errors import DirectoryError
from tp_directory.updates.errors import Incomplete, NothingPublished, SourceRefused, Unreachable
from tp_directory.updates.refusals import LeadsOut, StickRefused
from tp_directory.updates.sources import FolderSource, Source, StickSource, is_web

FILE = "metadata/timestamp.json"


def _content(source: Source, path: str = FILE, offset: int = 0) -> bytes:
    stream = source.open(path, offset)
    return b"".join(stream.pieces)


@pytest.mark.parametrize(
    "source",
    [
        "https://updates.example.org",
        "https://updates.example.org:8443/tp",
        "http://localhost:8000",
        "http://127.0.0.1:8000/tp",
        "http://[::1]:8000",
    ],
)
def test_protected_and_local_addresses_are_sources(source: str) -> None:
    assert is_web(source)


@pytest.mark.parametrize(
    "source",
    [
        "http://updates.example.org",
        "http://127.0.0.1.example.org",
        "ftp://updates.example.org",
        "file:///srv/updates",
        "https://name:word@updates.example.org",
        "https://updates.example.org/?key=1",
        "https://updates.example.org/#key",
        "https://",
        "https://[",
    ],
)
def test_other_addresses_are_refused(source: str) -> None:
    with pytest.raises(SourceRefused):
        is_web(source)


@pytest.mark.parametrize("source", ["/srv/updates", "//server/share/tp", r"\\server\share", "x"])
def test_paths_are_no_addresses(source: str) -> None:
    assert not is_web(source)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What a web server would serve, in a folder."""
    folder = tmp_path / "share"
    (folder / "metadata").mkdir(parents=True)
    (folder / FILE).write_bytes(b"signed")
    (tmp_path / "secret").write_bytes(b"secret")
    return folder


@pytest.mark.parametrize("public", [True, False])
def test_a_folder_holds_what_is_served_or_the_folder_of_it(public: bool, folder: Path) -> None:
    if public:
        served = folder.rename(folder.with_name("public"))
        folder.mkdir()
        served.rename(folder / "public")

    assert _content(FolderSource(str(folder))) == b"signed"
    assert _content(FolderSource(str(folder)), offset=2) == b"gned"


def test_a_folder_without_a_repository_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(NothingPublished):
        FolderSource(str(tmp_path))
    with pytest.raises(Unreachable):
        FolderSource(str(tmp_path / "nowhere"))


def test_a_file_that_a_folder_lacks_is_told_of(folder: Path) -> None:
    with pytest.raises(Incomplete):
        _content(FolderSource(str(folder)), "metadata/2.root.json")


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("to", ["../../secret", "/dev/zero", "/etc"])
def test_links_lead_nowhere_out_of_a_folder(to: str, folder: Path) -> None:
    (folder / FILE).unlink()
    (folder / FILE).symlink_to(to)

    with pytest.raises(LeadsOut):
        _content(FolderSource(str(folder)))


@pytest.mark.skipif(os.name == "nt", reason="there are no such pipes there")
def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    (folder / FILE).unlink()
    os.mkfifo(folder / FILE)

    with pytest.raises(LeadsOut):
        _content(FolderSource(str(folder)))


def test_names_lead_nowhere_out_of_a_folder(folder: Path) -> None:
    with pytest.raises(LeadsOut):
        _content(FolderSource(str(folder)), "metadata/../../secret")


def _zip(file: Path, members: dict[str, bytes], compression: int = ZIP_STORED) -> Path:
    with ZipFile(file, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file


def test_a_stick_gives_its_members(tmp_path: Path) -> None:
    file = _zip(tmp_path / "tp.zip", {FILE: b"signed", "../../evil": b"evil"})

    assert _content(StickSource(str(file))) == b"signed"
    assert _content(StickSource(str(file)), offset=2) == b"gned"
    with pytest.raises(Incomplete):
        _content(StickSource(str(file)), "metadata/2.root.json")


def test_a_stick_is_never_decompressed(tmp_path: Path) -> None:
    file = _zip(tmp_path / "tp.zip", {FILE: bytes(10**8)}, ZIP_DEFLATED)

    assert file.stat().st_size < 10**6
    with pytest.raises(StickRefused):
        _content(StickSource(str(file)))


@pytest.mark.parametrize("spoil", ["content", "encrypted", "length", "offset"])
def test_a_stick_that_is_spoilt_is_refused(spoil: str, tmp_path: Path) -> None:
    file = _zip(tmp_path / "tp.zip", {FILE: b"signed"})
    content = bytearray(file.read_bytes())
    entry = content.rindex(b"PK\x01\x02")
    match spoil:
        case "content":
            content[content.index(b"signed")] ^= 1
        case "encrypted":
            content[entry + 8] |= 1
        case "length":  # uncompressed, longer than compressed
            content[entry + 24 : entry + 28] = (10**9).to_bytes(4, "little")
        case _:
            content[entry + 42 : entry + 46] = (10**6).to_bytes(4, "little")
    file.write_bytes(content)

    with pytest.raises(StickRefused):
        _content(StickSource(str(file)))


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x05\x06", b"PK\x05\x06" + b"\xff" * 18])
def test_another_file_is_no_stick(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "tp.zip"
    file.write_bytes(content)

    with pytest.raises(StickRefused):
        StickSource(str(file))


def test_a_table_of_contents_that_would_fill_the_memory_is_not_read(tmp_path: Path) -> None:
    file = _zip(tmp_path / "tp.zip", {FILE: b"signed"})
    content = bytearray(file.read_bytes())
    content[-10:-6] = (2**31).to_bytes(4, "little")
    file.write_bytes(content)

    with pytest.raises(StickRefused):
        StickSource(str(file))


def test_no_second_place_says_how_long_the_table_of_contents_is(tmp_path: Path) -> None:
    file = _zip(tmp_path / "tp.zip", {FILE: b"signed"})
    content, end = file.read_bytes()[:-22], file.read_bytes()[-22:]
    count, length, offset = struct.unpack_from("<HLL", end, 10)
    zip64 = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, count, count, length, offset)
    place_of_it = struct.pack("<4sLQL", b"PK\6\7", 0, len(content), 1)
    file.write_bytes(content + zip64 + place_of_it + end)

    assert ZipFile(file).namelist() == [FILE]
    with pytest.raises(StickRefused):
        StickSource(str(file))


def test_a_stick_that_is_gone_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(DirectoryError, match=r"cannot be reached"):
        StickSource(str(tmp_path / "tp.zip"))
