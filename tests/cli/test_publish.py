from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tp_directory.cli import publish_look
from tp_directory.cli.opening import now
from tp_directory.cli.publish_keys import VARIABLE
from tp_directory.paths import Bundle
from tp_directory.wording.dates import full_date

Ask = Callable[..., Any]  # Any: Answered, in conftest, which no test can import
PASSPHRASE = "a fictional passphrase"


@pytest.fixture
def passphrase(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of the passphrase; no other is given."""
    monkeypatch.delenv(VARIABLE, raising=False)
    file = tmp_path / "passphrase.txt"
    file.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    return file


@pytest.fixture
def records(bundle: Bundle, tmp_path: Path) -> Path:
    """A folder with some of the bundled records."""
    folder = tmp_path / "records"
    folder.mkdir()
    shutil.copy(bundle.data / "directory" / "pe.jsonl", folder)
    return folder


@pytest.fixture
def publish(ask: Ask, passphrase: Path) -> Ask:
    """Ask a verb of `publish` that needs keys."""

    def publish(verb: str, *arguments: str) -> Any:  # Any: Answered, see above
        return ask("publish", verb, *arguments, "--passphrase-file", str(passphrase))

    return publish


@pytest.fixture
def begun(publish: Ask, tmp_path: Path) -> Path:
    """The folder of a new repository; its keys are in `keys` beside it."""
    folder = tmp_path / "repository"
    assert publish("init", str(folder), "--new-keys", str(tmp_path / "keys")).code == 0
    return folder


def key(folder: Path, name: str) -> str:
    return str(folder.parent / "keys" / f"{name}.pem")


def root(folder: Path) -> str:
    return str(folder / "public" / "metadata" / "1.root.json")


@pytest.fixture
def published(publish: Ask, begun: Path, records: Path) -> Path:
    """The folder of a repository with an edition."""
    added = publish("add", str(begun), "--from", str(records), "--key", key(begun, "targets"))
    assert added.code == 0
    return begun


def test_from_nothing_to_an_edition_in_two_commands(ask: Ask, published: Path) -> None:
    page = ask("publish", "status", str(published))

    assert page.code == 0
    assert page.out.startswith(f"Edition 1, prepared on {full_date(now().date()).en}")
    assert "expired" not in page.out
    assert ": 12 services." in page.out
    assert "missing" not in page.out


def test_what_has_expired_is_told_with_what_to_do(
    ask: Ask, published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    then = now() + timedelta(days=30)
    monkeypatch.setattr(publish_look, "now", lambda: then)

    page = ask("publish", "status", str(published)).out

    expired = [line.split()[0] for line in page.splitlines() if ", expired on " in line]
    assert expired == ["snapshot", "timestamp"]
    assert "publish refresh FOLDER" in page


def test_long_lists_of_names_are_cut(
    publish: Ask, begun: Path, records: Path, bundle: Bundle
) -> None:
    shutil.copy(bundle.data / "directory" / "nu.jsonl", records)

    added = publish("add", str(begun), "--from", str(records)).out.splitlines()

    total = int(added[1].removeprefix("Added (").removesuffix(")"))
    assert (added[0], added[22]) == ("Edition 1", f"  and {total - 20} more")
    assert all(line.startswith("  ") for line in added[2:22])


def test_it_is_told_in_french_who_must_sign_what(
    publish: Ask, ask: Ask, published: Path, records: Path
) -> None:
    (records / "pe.jsonl").write_bytes((records / "pe.jsonl").read_bytes().split(b"\n", 1)[1])

    added = publish("add", str(published), "--from", str(records), "--lang", "fr").plain
    page = ask("publish", "status", str(published), "--lang", "fr").plain

    assert "Retirés sans explication (1)" in added
    assert "Rien n'a été publié." in added
    assert "L'édition 2 attend des signatures." in page
    assert "targets, version 2 : 1 parmi les clés" in page


def test_status_as_json_names_the_missing_keys(
    publish: Ask, ask: Ask, published: Path, records: Path
) -> None:
    (records / "pe.jsonl").write_bytes((records / "pe.jsonl").read_bytes().split(b"\n", 1)[1])
    publish("add", str(published), "--from", str(records))

    shape = json.loads(ask("publish", "status", str(published), "--format", "json").out)

    targets = next(each for each in shape["roles"] if each["role"] == "targets")
    assert (shape["published"], shape["staged"]) == (1, 2)
    assert shape["missing"] == [
        {
            "role": "targets",
            "version": 2,
            "signatures": 1,
            "keys": targets["keys"],
            "needed_by": targets["expires"],
        }
    ]


def test_signing_publishes_what_waits_and_then_nothing_waits(
    publish: Ask, published: Path, records: Path
) -> None:
    (records / "pe.jsonl").write_bytes((records / "pe.jsonl").read_bytes().split(b"\n", 1)[1])
    publish("add", str(published), "--from", str(records))

    signed = publish("sign", str(published), "--key", key(published, "targets"))
    again = publish("sign", str(published), "--key", key(published, "targets"))

    assert "Published: targets, snapshot, timestamp." in signed.out
    assert (signed.code, again.code) == (0, 1)
    assert again.out.startswith("Nothing waits for a signature by these keys.")


def test_the_same_records_are_nothing_new(publish: Ask, published: Path, records: Path) -> None:
    again = publish("add", str(published), "--from", str(records))

    assert again.code == 0
    assert again.out.startswith("Nothing new")


def test_problems_of_records_are_told_as_check_tells_them(
    publish: Ask, published: Path, records: Path
) -> None:
    file = records / "pe.jsonl"
    file.write_bytes(file.read_bytes().replace(b'"needs"', b'"wants"') + b"no record\n")

    refused = publish("add", str(published), "--from", str(records))

    assert refused.code == 1
    assert f"{file}:13 $ This line is not a JSON object." in refused.err


def test_a_refresh_needs_only_the_keys_of_the_settings(publish: Ask, published: Path) -> None:
    refreshed = publish("refresh", str(published))

    assert (refreshed.code, refreshed.out) == (0, "Published: snapshot, timestamp.\n")


def test_a_province_is_given_to_a_partner_who_makes_a_key(
    publish: Ask, published: Path, tmp_path: Path
) -> None:
    partner = tmp_path / "keys" / "partner.pem"

    made = publish("new-key", str(partner))
    rotated = publish(
        "rotate",
        *(str(published), "pe", "--add", str(tmp_path / "keys" / "partner.pub.pem")),
        *("--key", key(published, "targets")),
    )
    signed = publish("sign", str(published), "--key", str(partner))

    assert made.code == 0
    assert "pe, version 1: 1 of the keys" in rotated.out
    assert "Published: pe, targets, snapshot, timestamp." in signed.out


def test_what_is_published_is_right_from_a_folder_and_from_a_stick(
    ask: Ask, published: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick.zip"

    assert ask("publish", "export", str(published), str(stick)).code == 0
    for source in (published, stick):
        page = ask("publish", "verify", str(source), "--root", root(published))
        assert page.code == 0
        assert page.out.startswith("All is right: edition 1, ")


def test_what_is_not_right_is_told_in_a_sentence(ask: Ask, published: Path) -> None:
    shards = published / "public" / "targets" / "records" / "pe"
    for file in shards.iterdir():
        file.write_bytes(file.read_bytes()[:-1])

    page = ask("publish", "verify", str(published), "--root", root(published))

    assert page.code == 1
    assert "records/pe/pe.jsonl.zst" in page.err
    assert "this computer" not in page.err


def test_without_a_passphrase_nobody_is_asked_outside_a_terminal(
    ask: Ask, published: Path, passphrase: Path
) -> None:
    refused = ask("publish", "sign", str(published), "--key", key(published, "targets"))

    assert refused.code == 2
    assert VARIABLE in refused.err


def test_a_passphrase_from_the_environment_serves(
    ask: Ask, published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, PASSPHRASE)
    assert ask("publish", "refresh", str(published)).code == 0

    monkeypatch.setenv(VARIABLE, "another fictional passphrase")
    refused = ask("publish", "refresh", str(published))
    assert refused.code == 3
    assert "this is not the passphrase of this key" in refused.err


def test_a_passphrase_is_written_nowhere(published: Path) -> None:
    files = [each for each in published.parent.rglob("*") if each.is_file()]

    holding = [each.name for each in files if PASSPHRASE.encode() in each.read_bytes()]

    assert holding == ["passphrase.txt"]


def test_a_second_init_leaves_the_repository_alone(publish: Ask, published: Path) -> None:
    before = (published / "publish.toml").read_bytes()

    refused = publish("init", str(published), "--new-keys", str(published.parent / "more"))

    assert refused.code == 3
    assert "is a repository of editions already" in refused.err
    assert (published / "publish.toml").read_bytes() == before
    assert not (published.parent / "more").exists()


def test_holders_begin_a_repository_with_the_public_halves_of_their_keys(
    publish: Ask, tmp_path: Path
) -> None:
    holders = {name: tmp_path / f"{name}.pem" for name in ("anna", "ben", "chloe", "online", "on")}
    for file in holders.values():
        assert publish("new-key", str(file)).code == 0
    public = {name: str(file.with_suffix(".pub.pem")) for name, file in holders.items()}
    folder = str(tmp_path / "repository")

    begun = publish(
        "init",
        *(folder, "--root", public["anna"], "--root", public["ben"], "--root", public["chloe"]),
        *("--targets", public["anna"], "--snapshot", public["online"]),
        *("--timestamp", public["online"], "--partner", f"on={public['on']}"),
        *("--days", "timestamp=2"),
    )
    first = publish("sign", folder, "--key", str(holders["anna"]))
    second = publish("sign", folder, "--key", str(holders["chloe"]))

    assert "root, version 1: 2 of the keys" in begun.out
    assert "root, version 1: 1 of the keys" in first.out
    assert "Published: root." in second.out
    assert "timestamp = 2" in (tmp_path / "repository" / "publish.toml").read_text("utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--partner", "on"),
        ("--days", "timestamp=soon"),
        ("--days", "nobody=3"),
        ("--partner", "zz=nothing.pem"),
    ],
)
def test_what_makes_no_sense_is_refused(
    publish: Ask, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    folder = tmp_path / "repository"

    refused = publish("init", str(folder), *arguments)

    assert refused.code in (2, 3)
    assert refused.err
    assert not folder.exists()


def test_a_folder_without_a_repository_is_told(ask: Ask, tmp_path: Path) -> None:
    refused = ask("publish", "status", str(tmp_path), "--lang", "fr").plain

    assert "n'est pas un dépôt d'éditions" in refused


def test_help_speaks_both_languages(ask: Ask) -> None:
    verbs = ("new-key", "init", "add", "sign", "refresh", "rotate", "status", "verify", "export")

    english = ask("publish", "--help").out
    french = ask("publish", "--help", "--lang", "fr").plain

    assert all(verb in english and verb in french for verb in verbs)
    assert "Make a key." in english
    assert "Créer une clé." in french
