"""What `show` tells of made-up services; test_verbs.py asks it for bundled ones."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tp_directory.cli.main import answer
from tp_directory.paths import Bundle

Show = Callable[..., tuple[int, str]]
Record = dict[str, Any]  # Any: a JSON object

CLOSED = "00000000-0000-5000-8000-0000000000c1"


def _in_both(field: str, english: str, french: str) -> Record:
    translation = {"field": field, "language": "fr", "text": french}
    return {field: english, "translations": [translation]}


@pytest.fixture(scope="module")
def running(bundle: Bundle) -> Record:
    """A bundled record, with made-up documents and accessibility."""
    lines = (bundle.data / "directory" / "yt.jsonl").read_text(encoding="utf-8").splitlines()
    records: list[Record] = [json.loads(line) for line in lines]
    record = next(
        each
        for each in records
        if "address_withheld" not in each and "service_at_locations" in each
    )
    record["required_documents"] = [
        {
            "id": "00000000-0000-5000-8000-00000000000d",
            **_in_both("document", "Example card", "Carte Exemple"),
        }
    ]
    record["service_at_locations"][0]["location"]["accessibility"] = [
        {
            "id": "00000000-0000-5000-8000-00000000000e",
            **_in_both("description", "Example ramp", "Rampe Exemple"),
        }
    ]
    return record


@pytest.fixture(scope="module")
def edition(running: Record, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition of that service and of one that it replaced."""
    tombstone = {
        "id": CLOSED,
        "slug": "yt-example",
        **_in_both("name", "Example Line", "Ligne Exemple"),
        "status": "defunct",
        "replaced_by": running["id"],
        "sources": [{"url": "https://example.org/closed", "read_on": "2026-11-23"}],
    }
    folder = tmp_path_factory.mktemp("made-up")
    lines = (json.dumps(each) for each in (running, tombstone))
    (folder / "yt.jsonl").write_text("\n".join(lines), encoding="utf-8")
    built = folder / "edition"
    assert answer(["build", "--from", str(folder), "--to", str(built), "--lang", "en"]) == 0
    return built


@pytest.fixture
def show(edition: Path, capsys: pytest.CaptureFixture[str]) -> Show:
    """Show a service of that edition: the exit code and what is printed, with common spaces."""

    def show(*arguments: str) -> tuple[int, str]:
        capsys.readouterr()
        code = answer(["show", *arguments, "--edition", str(edition)])
        return code, capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ")

    return show


def test_documents_and_accessibility_are_shown_in_both_languages(
    show: Show, running: Record
) -> None:
    _code, english = show(running["id"], "--lang", "en")
    _code, french = show(running["id"], "--lang", "fr")

    assert "Documents: Example card\n" in english
    assert "Accessibility: Example ramp\n" in english
    assert "Documents : Carte Exemple\n" in french
    assert "Accessibilité : Rampe Exemple\n" in french


def test_documents_and_accessibility_are_in_the_json(show: Show, running: Record) -> None:
    _code, printed = show(running["id"], "--format", "json", "--lang", "en")
    shape = json.loads(printed)

    assert shape["documents"] == "Example card"
    assert shape["accessibility"] == "Example ramp"


def test_a_closed_service_names_what_replaced_it(show: Show, running: Record) -> None:
    code, english = show(CLOSED, "--lang", "en")
    _code, french = show(CLOSED, "--lang", "fr")

    assert code == 1
    assert english.startswith(
        f"Example Line\nClosed: date not stated\nReplaced by: {running['id']}\n"
    )
    assert french.startswith(
        f"Ligne Exemple\nFermé : date non précisée\nRemplacé par : {running['id']}\n"
    )


def test_a_closed_service_is_json_on_request(show: Show, running: Record) -> None:
    code, printed = show(CLOSED, "--format", "json", "--lang", "en")

    assert code == 1
    assert json.loads(printed) == {
        "id": CLOSED,
        "name": "Example Line",
        "status": "defunct",
        "closed_on": "",
        "replaced_by": running["id"],
    }
