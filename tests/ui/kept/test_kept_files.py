"""Lists and reports as files, written and read only where the worker said."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import NOW
from tests.ui.kept.conftest import HOUSE, LINE, choose, kept
from tests.ui.service.conftest import button
from tp_directory.core.kept import Fault, Kept
from tp_directory.exchange.kept_json import MOST_BYTES, decode
from tp_directory.store.kept import KeptFile
from tp_directory.ui.kept.keeping import Keeping
from tp_directory.ui.kept.kept_files import KeptFiles
from tp_directory.ui.kept.kept_page import KeptPage

LISTED = kept(HOUSE.id, HOUSE.name, "Ask.", "Night")
OTHER = kept(LINE.id, LINE.name, "Not for the list.")
Answer = Callable[[Path | str], list[str]]


@pytest.fixture
def files(qtbot: QtBot) -> Iterator[KeptFiles]:
    window = QWidget()
    qtbot.addWidget(window)
    yield KeptFiles(window)


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Answers the question for a file, "" for none; gives the names that were offered."""

    def answer(file: Path | str) -> list[str]:
        offered: list[str] = []

        def save(_parent: QWidget, _title: str, name: str, _filter: str) -> tuple[str, str]:
            offered.append(name)
            return str(file), ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", save)
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
        return offered

    return answer


def test_a_list_is_saved_with_its_notes_and_nothing_else(
    qtbot: QtBot,
    tmp_path: Path,
    files: KeptFiles,
    answer: Answer,
    page: KeptPage,
    keeping: Keeping,
) -> None:
    keeping.take_in(Kept((LISTED, OTHER)))
    keeping.report(HOUSE, Fault.HOURS, "Closed on Mondays.", 7, NOW.date())
    page.save_wanted.connect(files.save_list)
    offered = answer(tmp_path / "night.json")
    choose(page, 1)
    with qtbot.waitSignal(files.saved) as saved:
        QTest.mouseClick(button(page, "&Save as a file…"), Qt.MouseButton.LeftButton)
    content = (tmp_path / "night.json").read_bytes()

    assert offered == ["list.json"]
    assert saved.args == ["night.json"]
    assert decode(content, "") == Kept((LISTED,), ("Night",))
    assert b"Not for the list" not in content
    assert b"Mondays" not in content


def test_another_office_takes_the_list_in(
    qtbot: QtBot, tmp_path: Path, files: KeptFiles, answer: Answer, keeping: Keeping
) -> None:
    keeping.take_in(Kept((LISTED, OTHER), ("Night", "Empty")))
    answer(tmp_path / "list.json")
    files.save_list(keeping.kept)
    theirs = Keeping(KeptFile.open(tmp_path / "theirs" / "kept.sqlite"), files)
    files.read.connect(theirs.take_in)
    files.open_list()

    assert theirs.kept == keeping.kept
    theirs.close()


def test_reports_are_saved_for_those_who_keep_the_records(
    tmp_path: Path, files: KeptFiles, answer: Answer, page: KeptPage, keeping: Keeping
) -> None:
    keeping.take_in(Kept((LISTED,)))
    keeping.report(HOUSE, Fault.HOURS, "Closed on Mondays.", 7, NOW.date())
    page.reports_wanted.connect(files.save_reports)
    offered = answer(tmp_path / "reports.json")
    QTest.mouseClick(button(page, "Save rep&orts…"), Qt.MouseButton.LeftButton)
    content = json.loads((tmp_path / "reports.json").read_bytes())

    assert offered == ["reports.json"]
    assert [each["words"] for each in content["reports"]] == ["Closed on Mondays."]
    assert "Ask." not in (tmp_path / "reports.json").read_text(encoding="utf-8")


def test_a_name_without_an_ending_gets_one(
    qtbot: QtBot, tmp_path: Path, files: KeptFiles, answer: Answer
) -> None:
    answer(tmp_path / "night")
    with qtbot.waitSignal(files.saved) as saved:
        files.save_list(Kept((LISTED,)))

    assert saved.args == ["night.json"]
    assert [each.name for each in tmp_path.iterdir()] == ["night.json"]


def test_a_file_of_that_name_is_not_replaced_unasked(
    tmp_path: Path, files: KeptFiles, answer: Answer
) -> None:
    (tmp_path / "night.json").write_text("Example", encoding="utf-8")
    answer(tmp_path / "night")
    files.save_list(Kept((LISTED,)))

    assert (tmp_path / "night.json").read_text(encoding="utf-8") == "Example"
    assert (tmp_path / "night").exists()


def test_nothing_is_written_or_read_without_a_name(
    qtbot: QtBot, tmp_path: Path, files: KeptFiles, answer: Answer
) -> None:
    answer("")
    with (
        qtbot.assertNotEmitted(files.saved),
        qtbot.assertNotEmitted(files.read),
        qtbot.assertNotEmitted(files.refused),
    ):
        files.save_list(Kept((LISTED,)))
        files.open_list()

    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_written_is_told(
    qtbot: QtBot, tmp_path: Path, files: KeptFiles, answer: Answer
) -> None:
    answer(tmp_path / "missing" / "list.json")
    with qtbot.waitSignal(files.refused) as refused, qtbot.assertNotEmitted(files.saved):
        files.save_list(Kept((LISTED,)))

    assert refused.args[0].en.startswith(f"Cannot write in {tmp_path / 'missing'}")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"no list", "not a list that this program has saved"),
        (b"{}", "not a list that this program has saved"),
        (b" " * (MOST_BYTES + 10), "longer than 5 MB"),
    ],
    ids=["words", "empty", "long"],
)
def test_a_file_that_is_no_list_is_refused_by_its_name(
    qtbot: QtBot, tmp_path: Path, files: KeptFiles, answer: Answer, content: bytes, words: str
) -> None:
    (tmp_path / "other.json").write_bytes(content)
    answer(tmp_path / "other.json")
    with qtbot.waitSignal(files.refused) as refused, qtbot.assertNotEmitted(files.read):
        files.open_list()

    assert refused.args[0].en.startswith("other.json: ")
    assert words in refused.args[0].en


def test_a_file_that_is_gone_is_told(
    qtbot: QtBot, tmp_path: Path, files: KeptFiles, answer: Answer
) -> None:
    answer(tmp_path / "gone.json")
    with qtbot.waitSignal(files.refused) as refused:
        files.open_list()

    assert "gone.json" in refused.args[0].fr
