from pathlib import Path

import pytest

from tp_directory.cli.main import answer
from tp_directory.paths import Bundle


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
