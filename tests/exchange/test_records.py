from collections.abc import Callable
from pathlib import Path

import pytest

from tp_directory.core.errors import CannotRead, RecordsRefused
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.service import Service
from tp_directory.exchange.fields import Part
from tp_directory.exchange.records import read_records

Write = Callable[..., Path]


def test_the_bundled_records_are_all_read(services: tuple[Service, ...]) -> None:
    assert len(services) == 588
    assert len({service.id for service in services}) == 588


def test_a_folder_is_read_file_by_file_by_name(
    record: Part, gazetteer: Gazetteer, write: Write, tmp_path: Path
) -> None:
    write(record | {"id": "second"}, name="b.jsonl")
    write(record | {"id": "first"}, name="a.jsonl")
    (tmp_path / "PROFILE.md").write_text("not a record", encoding="utf-8")

    assert [service.id for service in read_records(tmp_path, gazetteer)] == ["first", "second"]


def test_records_are_read_one_at_a_time(record: Part, gazetteer: Gazetteer, write: Write) -> None:
    services = read_records(write(record, {"status": "active"}), gazetteer)

    assert next(services).id == record["id"]
    with pytest.raises(RecordsRefused):
        next(services)


def test_a_record_without_a_status_is_not_passed_over(
    record: Part, gazetteer: Gazetteer, write: Write
) -> None:
    del record["status"]

    with pytest.raises(RecordsRefused, match=r"\$\.status"):
        list(read_records(write(record), gazetteer))


@pytest.mark.parametrize("status", ["inactive", "defunct", "temporarily closed"])
def test_a_service_that_is_not_active_is_left_out(
    record: Part, gazetteer: Gazetteer, write: Write, status: str
) -> None:
    assert list(read_records(write(record | {"status": status}), gazetteer)) == []


def test_an_empty_line_is_no_record(record: Part, gazetteer: Gazetteer, write: Write) -> None:
    file = write(record)
    file.write_text(f"\n{file.read_text(encoding='utf-8')}\n", encoding="utf-8")

    assert len(list(read_records(file, gazetteer))) == 1


@pytest.mark.parametrize("line", [b"{", b"[]", b'"words"', b'{"name": "\xff"}', b"\xef\xbb\xbf{}"])
def test_a_line_that_is_no_json_object_is_named(
    record: Part, gazetteer: Gazetteer, write: Write, line: bytes
) -> None:
    file = write(record)
    file.write_bytes(file.read_bytes() + line)

    with pytest.raises(RecordsRefused) as caught:
        list(read_records(file, gazetteer))

    [problem] = caught.value.problems
    assert (problem.file, problem.line, problem.field) == (str(file), 2, "$")


def test_a_record_that_lacks_a_field_is_named_with_it(
    record: Part, gazetteer: Gazetteer, write: Write
) -> None:
    file = write(record, record | {"verification": "phoned"})

    with pytest.raises(RecordsRefused) as caught:
        list(read_records(file, gazetteer))

    [problem] = caught.value.problems
    assert (problem.file, problem.line, problem.field) == (str(file), 2, "$.verification")


def test_a_missing_path_cannot_be_read(gazetteer: Gazetteer, tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="nowhere"):
        list(read_records(tmp_path / "nowhere", gazetteer))


def test_a_folder_without_records_cannot_be_read(gazetteer: Gazetteer, tmp_path: Path) -> None:
    with pytest.raises(CannotRead):
        list(read_records(tmp_path, gazetteer))


def test_a_file_that_cannot_be_opened_is_named(gazetteer: Gazetteer, tmp_path: Path) -> None:
    (tmp_path / "on.jsonl").mkdir()

    with pytest.raises(CannotRead, match=r"on\.jsonl"):
        list(read_records(tmp_path, gazetteer))
