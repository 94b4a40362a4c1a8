import shutil
from pathlib import Path

import pytest

from tests.screening.conftest import PROTOCOLS, written
from tp_directory.core.bilingual import Language
from tp_directory.core.errors import CannotRead
from tp_directory.screening.faults import ProtocolRefused
from tp_directory.screening.shelf import Shelf
from tp_directory.screening.vocabulary import Manner, read_vocabulary


def workbook(file: Path, form_id: str = "example") -> Path:
    file.write_bytes(
        written(
            survey="type | name | label\ninteger | one | One",
            settings=f"form_title | form_id\nExample | {form_id}",
        )
    )
    return file


def shelf(own: Path, *reviewed: str) -> Shelf:
    return Shelf(PROTOCOLS, own, frozenset(reviewed))


def test_the_checklists_of_the_program_are_on_the_shelf(tmp_path: Path) -> None:
    listed = list(shelf(tmp_path / "none").read())

    assert [each.protocol.id for each in listed if each.protocol] == sorted(
        file.stem for file in PROTOCOLS.glob("*.xlsx")
    )
    assert all(each.is_reviewed and not each.is_own for each in listed)


def test_a_checklist_from_outside_is_copied_and_not_reviewed(tmp_path: Path) -> None:
    outside = workbook(tmp_path / "mine.xlsx")

    added = shelf(tmp_path / "own").add(outside)
    outside.unlink()

    assert added.protocol is not None and added.is_own and not added.is_reviewed
    assert [each.protocol.id for each in shelf(tmp_path / "own").read() if each.protocol][-1] == (
        "example"
    )
    assert [each.name for each in (tmp_path / "own").iterdir()] == ["example.xlsx"]


def test_an_administrators_hash_makes_it_reviewed(tmp_path: Path) -> None:
    outside = workbook(tmp_path / "mine.xlsx")
    added = shelf(tmp_path / "own").add(outside)
    assert added.protocol is not None

    listed = list(shelf(tmp_path / "own", added.protocol.form.sha256).read())

    assert listed[-1].is_own and listed[-1].is_reviewed


def test_a_checklist_cannot_take_the_place_of_one_of_the_program(tmp_path: Path) -> None:
    outside = workbook(tmp_path / "mine.xlsx", "police_rapid")

    with pytest.raises(ProtocolRefused) as refused:
        shelf(tmp_path / "own").add(outside)

    assert refused.value.faults[0].column == "form_id"
    assert not (tmp_path / "own").exists()


def test_a_broken_checklist_is_listed_with_the_reason_and_can_be_removed(tmp_path: Path) -> None:
    (tmp_path / "broken.xlsx").write_bytes(b"no workbook")
    own = shelf(tmp_path)
    broken = list(own.read())[-1]

    assert broken.protocol is None and broken.refusal is not None
    assert broken.refusal.text.best(Language.FR)
    own.remove(broken)
    assert not list(tmp_path.iterdir())


def test_a_missing_file_is_not_added(tmp_path: Path) -> None:
    with pytest.raises(CannotRead):
        shelf(tmp_path).add(tmp_path / "missing.xlsx")


def test_the_shared_words_are_in_both_languages() -> None:
    words = read_vocabulary(PROTOCOLS / "common.yaml")

    assert set(words.manners) == set(Manner)
    assert set(words.dimensions) == {"DEC", "COR", "VUR", "EXP", "COD", "VUD"}
    for text in (*words.manners.values(), *words.dimensions.values(), words.disclaimer):
        assert text.en and text.fr


@pytest.mark.parametrize("content", ["", "[", "kinds: {observe: Look}", "kinds: {other: {}}"])
def test_shared_words_that_are_not_whole_are_refused(tmp_path: Path, content: str) -> None:
    file = tmp_path / "common.yaml"
    shutil.copy(PROTOCOLS / "common.yaml", file)
    file.write_text(content, encoding="utf-8")

    with pytest.raises(CannotRead):
        read_vocabulary(file)
