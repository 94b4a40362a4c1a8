import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tp_directory.core.service import Service
from tp_directory.directory import Directory
from tp_directory.paths import Bundle

Ask = Callable[..., Any]  # Any: Answered, in conftest, which no test can import


@pytest.fixture
def broken(bundle: Bundle, tmp_path: Path) -> Path:
    """A folder of records of which one has a number that cannot be dialled."""
    folder = tmp_path / "records"
    folder.mkdir()
    file = Path(shutil.copy(bundle.data / "directory" / "yt.jsonl", folder))
    records = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    records.sort(key=lambda record: "phones" not in record)
    records[1]["phones"] = [{**records[1]["phones"][0], "number": "+1-000-555-0100"}]
    lines = [json.dumps(record, ensure_ascii=False) + "\n" for record in records]
    file.write_text("".join(lines), encoding="utf-8")
    return folder


@pytest.fixture
def extended(services: tuple[Service, ...]) -> Service:
    """A service with an extension."""
    return next(each for each in services if any(phone.extension for phone in each.phones))


def test_show_prints_every_number_and_where_the_facts_are_from(ask: Ask, extended: Service) -> None:
    page = ask("show", extended.id)

    assert page.code == 0
    assert f"ext. {next(p.extension for p in extended.phones if p.extension)}" in page.out
    assert f"Page: {extended.sources[0].url}" in page.out
    assert page.out.endswith("not confirmed by the provider\n")


def test_show_speaks_french(ask: Ask, extended: Service) -> None:
    page = ask("show", extended.id, "--lang", "fr").plain

    assert "Maintenant : " in page
    assert " poste " in page
    assert "Besoins : " in page


def test_show_gives_everything_as_json(ask: Ask, extended: Service) -> None:
    shape = json.loads(ask("show", extended.id, "--format", "json").out)

    assert shape["id"] == extended.id
    assert [phone["number"] for phone in shape["phones"]] == [p.number for p in extended.phones]
    assert shape["sources"][0]["read_on"] == extended.sources[0].read_on.isoformat()


def test_show_of_an_unknown_id_leaves_with_3(ask: Ask) -> None:
    refused = ask("show", "nobody", "--lang", "fr")

    assert refused.code == 3
    assert "Aucun service ne porte l'identifiant" in refused.err


def test_a_withheld_address_is_said_to_be_and_not_printed(
    ask: Ask, services: tuple[Service, ...]
) -> None:
    hidden = next(each for each in services if each.address_withheld)
    shape = json.loads(ask("show", hidden.id, "--format", "json").out)

    assert "Where: address withheld for safety" in ask("show", hidden.id).out
    assert shape["address_withheld"] == "safety"
    assert not (shape["location"] or {}).get("street")


def test_info_counts_what_the_edition_holds(ask: Ask, directory: Directory) -> None:
    page = ask("info").out

    assert page.startswith("Records read ")
    assert f"{directory.edition.services} services" in page
    assert f"{directory.edition.stated['undated']:>6}  undated" in page
    assert f"{directory.edition.needs['legal']:>6}  Legal help" in page


def test_info_counts_in_french_too(ask: Ask) -> None:
    page = ask("info", "--lang", "fr").out

    assert page.startswith("Fiches lues ")
    assert "  Aide juridique" in page
    assert "  lue une fois" in page


def test_info_is_json_on_request(ask: Ask, directory: Directory) -> None:
    shape = json.loads(ask("info", "--format", "json").out)

    assert shape["services"] == directory.edition.services
    assert shape["province"] == directory.edition.provinces
    assert shape["verified"] == directory.edition.verifications


@pytest.mark.parametrize(
    ("prefix", "code", "first"), [("keno", 0, "Kenora, ON"), ("qqzzxx", 1, "")]
)
def test_places_lists_what_begins_so(ask: Ask, prefix: str, code: int, first: str) -> None:
    answered = ask("places", prefix)

    assert answered.code == code
    assert answered.out.split("\n")[0] == first


def test_check_finds_nothing_wrong_in_good_records(ask: Ask, bundle: Bundle) -> None:
    answered = ask("check", str(bundle.data / "directory" / "yt.jsonl"))

    assert answered.code == 0
    assert answered.out.startswith("No problem. Files: 1")


def test_check_names_file_line_and_field(ask: Ask, broken: Path) -> None:
    answered = ask("check", str(broken))

    assert answered.code == 1
    assert f"{broken / 'yt.jsonl'}:2 $.phones[0].number" in answered.out
    assert "Problems: 1." in answered.out


def test_check_is_json_and_french_on_request(ask: Ask, broken: Path) -> None:
    answered = ask("check", str(broken), "--format", "json", "--lang", "fr")
    problem = json.loads(answered.out)["problems"][0]
    in_english = json.loads(ask("check", str(broken), "--format", "json").out)["problems"][0]

    assert answered.code == 1
    assert problem["line"] == 2
    assert problem["text"] != in_english["text"]


def test_check_of_nothing_leaves_with_3(ask: Ask, tmp_path: Path) -> None:
    assert ask("check", str(tmp_path / "nowhere")).code == 3


def test_build_makes_an_edition(ask: Ask, bundle: Bundle, tmp_path: Path) -> None:
    records = tmp_path / "records"
    records.mkdir()
    shutil.copy(bundle.data / "directory" / "yt.jsonl", records)
    built = ask("build", "--from", str(records), "--to", str(tmp_path / "edition"))

    assert built.code == 0
    assert (tmp_path / "edition" / "edition.json").exists()
    assert built.out.startswith("Built an edition of ")


def test_build_refuses_doubtful_records(ask: Ask, broken: Path, tmp_path: Path) -> None:
    refused = ask("build", "--from", str(broken), "--to", str(tmp_path / "edition"))

    assert refused.code == 3
    assert "yt.jsonl:2 $.phones[0].number" in refused.err
    assert "nothing was built" in refused.err
    assert not (tmp_path / "edition").exists()
