import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.screening.conftest import written
from tp_directory.core.errors import CannotRead
from tp_directory.screening.faults import ProtocolRefused
from tp_directory.screening.xlsform.compile import protocol_of, read_protocol

GOOD = written(survey="type | name | label\ninteger | q | q")


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotRead):
        read_protocol(tmp_path / "nowhere.xlsx")


def repacked(change: Callable[[str, bytes], bytes], **added: bytes) -> bytes:
    """The good workbook with its parts changed and others added."""
    content = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(GOOD)) as old,
        zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            new.writestr(part.filename, change(part.filename, old.read(part)))
        for name, data in added.items():
            new.writestr(name, data)
    return content.getvalue()


def same(_: str, data: bytes) -> bytes:
    return data


def with_entity(name: str, data: bytes) -> bytes:
    if not name.endswith("sheet1.xml"):
        return data
    entity = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    return entity + data.removeprefix(b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>')


def far_away(name: str, data: bytes) -> bytes:
    return data.replace(b'r="2"', b'r="1048576"') if name.endswith("sheet1.xml") else data


def under_another_name(content: bytes) -> bytes:
    """The workbook with its sheet in a file that is not called .xml."""
    renamed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(renamed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            data = old.read(part).replace(b"sheet1.xml", b"sheet1.dat")
            new.writestr(part.filename.replace("sheet1.xml", "sheet1.dat"), data)
    return renamed.getvalue()


def compressed_as(kind: int) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", kind) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    return content.getvalue()


def merged(name: str, data: bytes) -> bytes:
    area = b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    return data.replace(b"</sheetData>", area) if name.endswith("sheet1.xml") else data


def with_odd_name(name: str, data: bytes) -> bytes:
    """With a name that lxml takes for one and the parser of openpyxl does not."""
    return data.replace(b"<row ", "<row \U0004cf19='' ".encode()) if "sheet1" in name else data


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"no zip at all", id="no zip"),
        pytest.param(GOOD[:-200], id="cut off"),
        pytest.param(GOOD + b"x" * 3_000_000, id="too large"),
        pytest.param(repacked(same, **{"a.xml": b" " * 30_000_000}), id="bomb"),
        pytest.param(repacked(same, **{f"{n}.txt": b"" for n in range(300)}), id="many parts"),
        pytest.param(repacked(same, **{"xl/vbaProject.bin": b"x"}), id="macros"),
        pytest.param(repacked(same, **{"xl/externalLinks/e.xml": b"<a/>"}), id="links"),
        pytest.param(repacked(same, **{"xl/embeddings/o.bin": b"x"}), id="embedded"),
        pytest.param(repacked(with_entity), id="entity"),
        pytest.param(repacked(with_odd_name), id="odd name"),
        pytest.param(repacked(far_away), id="row far away"),
        pytest.param(repacked(merged), id="merged area"),
        pytest.param(under_another_name(repacked(merged)), id="merged area under another name"),
        pytest.param(compressed_as(zipfile.ZIP_LZMA), id="packed as no workbook is"),
        pytest.param(repacked(lambda name, data: data[:-9]), id="broken XML"),
    ],
)
def test_a_workbook_that_could_do_harm_is_refused(content: bytes) -> None:
    with pytest.raises(ProtocolRefused):
        protocol_of(content, "bad.xlsx")


def test_a_zip_that_lies_about_its_sizes_is_refused() -> None:
    content = repacked(same, **{"a.xml": b" " * 25_000_000})
    content = content.replace((25_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))

    with pytest.raises(ProtocolRefused):
        protocol_of(content, "bad.xlsx")
