from pathlib import Path

import pytest

from tests.screening.conftest import PROTOCOLS
from tp_directory.core.errors import CannotRead
from tp_directory.screening.library import Library
from tp_directory.screening.yaml_file import YamlRefused

DATA = PROTOCOLS.parent


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(DATA, tmp_path / "protocols", tmp_path / "scenarios")


def test_all_that_travels_with_the_program_is_read_together(library: Library) -> None:
    contents = library.read()

    assert [each.is_own for each in contents.listed] == [False] * 4
    assert contents.vocabulary.disclaimer and contents.legal_notes.topics
    [cases] = contents.case_files
    assert not cases.is_own and len(cases.scenarios) == 7


def test_own_training_cases_come_after_those_of_the_program(
    library: Library, tmp_path: Path
) -> None:
    outside = tmp_path / "ours.yml"
    outside.write_bytes((PROTOCOLS / "scenarios.yaml").read_bytes())

    library.add_cases(outside)
    outside.unlink()
    _, ours = library.read().case_files

    assert ours.is_own and ours.file.name == "ours.yaml" and len(ours.scenarios) == 7
    assert [each.name for each in (tmp_path / "scenarios").iterdir()] == ["ours.yaml"]


def test_a_file_that_holds_no_training_cases_is_not_taken_in(
    library: Library, tmp_path: Path
) -> None:
    outside = tmp_path / "ours.yaml"
    outside.write_text("scenarios: none", encoding="utf-8")

    with pytest.raises(YamlRefused):
        library.add_cases(outside)
    with pytest.raises(CannotRead):
        library.add_cases(tmp_path / "missing.yaml")

    assert not (tmp_path / "scenarios").exists()


def test_training_cases_that_broke_later_are_told(library: Library, tmp_path: Path) -> None:
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "ours.yaml").write_text("scenarios: [", encoding="utf-8")

    _, ours = library.read().case_files

    assert not ours.scenarios and ours.refusal is not None
    assert "ours.yaml:1" in ours.refusal.text.fr


def test_own_training_cases_can_be_taken_away(library: Library, tmp_path: Path) -> None:
    library.add_cases(PROTOCOLS / "scenarios.yaml")
    _, ours = library.read().case_files

    library.remove_cases(ours)

    assert [each.is_own for each in library.read().case_files] == [False]
    assert list((tmp_path / "scenarios").iterdir()) == []
