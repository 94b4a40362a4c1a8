import json
import shutil
from pathlib import Path

import pytest

from tests.editions.published import bundled_records, install_edition
from tp_directory.cli.main import answer
from tp_directory.paths import Bundle, user_folders


def test_an_edition_that_was_built_is_asked(
    bundle: Bundle, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    records = tmp_path / "records"
    records.mkdir()
    line = (bundle.data / "directory" / "yt.jsonl").read_text(encoding="utf-8").splitlines()[0]
    (records / "yt.jsonl").write_text(f"{line}\n", encoding="utf-8")
    folder = tmp_path / "edition"
    assert answer(["build", "--lang", "en", "--from", str(records), "--to", str(folder)]) == 0
    assert f"--edition {folder}" in capsys.readouterr().out.replace("\n", " ")

    code = answer(["search", "--edition", str(folder), "--lang", "en"])

    assert code == 0
    assert "1 service." in capsys.readouterr().out


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_folder_that_is_no_edition_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    assert answer([f"--edition={tmp_path}", "search", "x", "--lang", lang]) == 3
    assert "edition.json" in capsys.readouterr().err


@pytest.fixture
def own_editions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The editions of a user who has nothing else."""
    for name in ("HOME", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    editions = user_folders().editions
    assert editions.is_relative_to(tmp_path)
    return editions


@pytest.mark.parametrize(("lang", "line"), [("en", "Edition 12, "), ("fr", "Édition 12, ")])
def test_the_installed_edition_is_told_and_asked(
    bundle: Bundle,
    own_editions: Path,
    capsys: pytest.CaptureFixture[str],
    lang: str,
    line: str,
) -> None:
    install_edition(own_editions, bundled_records(bundle.data)[:30], bundle.data, 12)

    assert answer(["info", "--lang", lang]) == 0
    assert line in capsys.readouterr().out
    assert answer(["info", "--lang", lang, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["edition"], told["published_at"]) == (12, "2026-11-12T12:00:00+00:00")


def test_a_checklist_is_checked_against_the_codes_of_the_installed_edition(
    bundle: Bundle, own_editions: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    needs = (bundle.data / "taxonomy" / "needs.json").read_text(encoding="utf-8")
    reference = Path(shutil.copytree(bundle.data, tmp_path / "data"))
    (reference / "taxonomy" / "needs.json").write_text(
        needs.replace('"legal"', '"example_legal"'), encoding="utf-8"
    )
    records = [each for each in bundled_records(bundle.data) if '"legal"' not in json.dumps(each)]
    checklist = str(bundle.data / "protocols" / "shelter_adult.xlsx")
    assert answer(["protocol", "check", checklist, "--lang", "en"]) == 0

    install_edition(own_editions, records[:30], reference, 12)

    capsys.readouterr()
    assert answer(["protocol", "check", checklist, "--lang", "en"]) == 1
    assert "legal" in capsys.readouterr().out
