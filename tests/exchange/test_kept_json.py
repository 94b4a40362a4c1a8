import json
from codecs import BOM_UTF8
from datetime import date
from typing import Any

import pytest

from tp_directory.core.bilingual import Text
from tp_directory.core.errors import SharedListRefused
from tp_directory.core.kept import ErrorReport, Fault, Kept, KeptService
from tp_directory.exchange.kept_json import MOST_BYTES, decode, encode, encode_reports

HOUSE = KeptService(
    id="00000000-0000-5000-8000-000000000001",
    name=Text("Example House", "Maison Exemple"),
    organization=Text("Example Society"),
    number="1-807-555-0123 ext. 12",
    kept_on=date(2026, 11, 1),
    note="Demander la réception.\nOpen all night.",
    lists=("Night numbers",),
)
LINE = KeptService(
    "00000000-0000-5000-8000-000000000002", Text(fr="Ligne"), Text(), "", HOUSE.kept_on
)
KEPT = Kept((HOUSE, LINE), ("Empty", "Night numbers"))
REPORT = ErrorReport(HOUSE.id, HOUSE.name, Fault.NUMBER, "It rings.", 3, date(2026, 11, 2), 7)

Record = dict[str, Any]  # Any: JSON


def _record(**changes: object) -> Record:
    record: Record = json.loads(encode(KEPT))
    record["services"][0].update(changes)
    return record


def test_what_is_shared_comes_back() -> None:
    assert decode(encode(KEPT), "list.json") == KEPT


def test_a_list_that_an_editor_marked_as_utf8_comes_back() -> None:
    assert decode(BOM_UTF8 + encode(KEPT), "list.json") == KEPT


def test_a_shared_list_is_text_to_read() -> None:
    lines = encode(KEPT).decode().splitlines()

    assert lines[1:3] == ['  "format": "tp-directory-kept",', '  "version": 1,']
    assert '      "note": "Demander la réception.\\nOpen all night.",' in lines


def test_the_same_content_gives_the_same_bytes() -> None:
    turned = Kept(KEPT.services[::-1], KEPT.lists[::-1])

    assert encode(turned) == encode(KEPT)


def test_error_reports_are_not_shared() -> None:
    assert encode(Kept(KEPT.services, KEPT.lists, (REPORT,))) == encode(KEPT)


def test_sharing_one_list_does_not_tell_the_names_of_others() -> None:
    shared = encode(Kept((HOUSE,), ("Other",)))

    assert b"Night numbers" not in shared


def test_nothing_kept_can_be_shared_too() -> None:
    assert decode(encode(Kept()), "list.json") == Kept()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"id": ""}, "$.services[0].id"),
        ({"id": 5}, "$.services[0].id"),
        ({"name": "Example"}, "$.services[0].name"),
        ({"name": {"en": "", "fr": ""}}, "$.services[0].name"),
        ({"name": {"en": ["Example"]}}, "$.services[0].name.en"),
        ({"organization": None}, "$.services[0].organization"),
        ({"number": 211}, "$.services[0].number"),
        ({"kept_on": "yesterday"}, "$.services[0].kept_on"),
        ({"kept_on": None}, "$.services[0].kept_on"),
        ({"note": True}, "$.services[0].note"),
        ({"lists": "Night"}, "$.services[0].lists"),
        ({"lists": [" "]}, "$.services[0].lists[0]"),
        ({"lists": ["Night", 3]}, "$.services[0].lists[1]"),
    ],
)
def test_a_faulty_field_is_named_with_its_file(changes: Record, field: str) -> None:
    with pytest.raises(SharedListRefused) as caught:
        decode(json.dumps(_record(**changes)).encode(), "list.json")

    assert caught.value.text.en.startswith(f"list.json: {field} is ")
    assert caught.value.text.fr.startswith(f"list.json\N{NO-BREAK SPACE}: {field} ")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"version": "1"}, "$.version"),
        ({"version": None}, "$.version"),
        ({"services": None}, "$.services"),
        ({"services": {}}, "$.services"),
        ({"services": ["Example"]}, "$.services[0]"),
        ({"lists": [""]}, "$.lists[0]"),
        ({"lists": {}}, "$.lists"),
    ],
)
def test_a_faulty_field_of_the_whole_is_named(change: Record, field: str) -> None:
    with pytest.raises(SharedListRefused, match=field.replace("$", r"\$").replace("[", r"\[")):
        decode(json.dumps(_record() | change).encode(), "list.json")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b'"tp-directory-kept"',
        b"{}",
        b'{"format": "tp-directory-reports", "version": 1, "services": []}',
        b'{"format": "tp-directory-kept", "version": 0, "services": []}',
        b'{"format": "tp-directory-kept", "version": 1, "services": [], "lists": ["\xff"]}',
        b'{"format": "tp-directory-kept", "version": 1, "services": [], "lists": ["\\ud800"]}',
        b"[" * 100_000,
    ],
)
def test_what_is_no_list_is_refused(content: bytes) -> None:
    with pytest.raises(SharedListRefused, match="not a list that this program has saved"):
        decode(content, "list.json")


def test_a_list_of_a_newer_program_is_refused_with_what_to_do() -> None:
    with pytest.raises(SharedListRefused, match="Install that program"):
        decode(json.dumps(_record() | {"version": 2}).encode(), "list.json")


def test_a_file_longer_than_any_list_is_not_read() -> None:
    with pytest.raises(SharedListRefused, match="longer than 5 MB"):
        decode(encode(KEPT) + b" " * MOST_BYTES, "list.json")


def test_reports_are_a_file_of_their_own_that_names_nobody() -> None:
    assert json.loads(encode_reports((REPORT,))) == {
        "format": "tp-directory-reports",
        "version": 1,
        "reports": [
            {
                "service": HOUSE.id,
                "name": {"en": "Example House", "fr": "Maison Exemple"},
                "fault": "number",
                "words": "It rings.",
                "edition": 3,
                "reported_on": "2026-11-02",
            }
        ],
    }
