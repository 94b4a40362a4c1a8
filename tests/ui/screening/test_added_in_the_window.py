"""Checklists and training cases from outside, in the whole window: added, refused, removed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.screening.conftest import written
from tests.ui.conftest import rest
from tests.ui.screening.conftest import Open
from tests.ui.screening.test_screening_in_the_window import click, part, shown
from tests.ui.test_window import press
from tp_directory.paths import Bundle
from tp_directory.screening.contents import Contents
from tp_directory.screening.library import Library
from tp_directory.ui.screening.choose_page import ChoosePage
from tp_directory.ui.training.training_page import TrainingPage
from tp_directory.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

ADD_CHECKLIST, ADD_CASES = "Add a checklist…", "Add cases…"
TITLE = "Example checklist"
CASE = "Example case of our own"
CASES = f"""
scenarios:
  - id: example
    protocol: police_rapid
    title: {{en: "{CASE}", fr: "Cas exemple à nous"}}
    vignette: {{en: "Example words.", fr: "Mots, exemple."}}
    answers: {{danger: "no"}}
    expected_band: incomplete
    teaching: {{en: "Example point.", fr: "Point, exemple."}}
"""
Choose = Callable[[Path], None]
REVIEWED = pytest.mark.parametrize("library", [True, False], indirect=True, ids=["reviewed", "not"])


@pytest.fixture
def choose_file(monkeypatch: pytest.MonkeyPatch) -> Choose:
    """Answers the next dialogs that ask for a file."""

    def choose(file: Path) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))

    return choose


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    file = tmp_path / "ours.xlsx"
    file.write_bytes(
        written(
            survey="type | name | label\ninteger | one | Example question",
            settings=f"form_title | form_id | author\n{TITLE} | example | Example",
        )
    )
    return file


class SlowLibrary(Library):
    """Tells what it has read when the test says so; at once before that."""

    def __init__(self, bundle: Bundle, folder: Path, reviewed: frozenset[str]) -> None:
        super().__init__(bundle.data, folder / "protocols", folder / "cases", reviewed)
        self.has_read, self.may_tell = Event(), Event()
        self.may_tell.set()

    def read(self) -> Contents:
        contents = super().read()
        self.has_read.set()
        self.may_tell.wait(20)
        return contents


@pytest.fixture
def library(
    request: pytest.FixtureRequest, bundle: Bundle, tmp_path: Path, workbook: Path
) -> SlowLibrary:
    """The checklists of an organization that has reviewed that workbook, or has not."""
    is_reviewed = getattr(request, "param", False)
    digests = [hashlib.sha256(workbook.read_bytes()).hexdigest()] if is_reviewed else []
    return SlowLibrary(bundle, tmp_path, frozenset(digests))


def wait_for(qtbot: QtBot, window: Window, words: str, *, gone: bool = False) -> None:
    def is_so() -> bool:
        rest(window)  # a card that is new is not seen before it is laid out
        return (words in shown(window)) is not gone

    qtbot.waitUntil(is_so, timeout=20_000)


def remove(page: QWidget) -> None:
    """Press the one button that takes a file away."""
    [found] = [
        each
        for each in page.findChildren(QPushButton)
        if each.isVisible() and each.text() == "Remove"
    ]
    found.click()


@REVIEWED
def test_a_checklist_is_not_reviewed_until_the_policy_lists_its_hash(
    qtbot: QtBot,
    open_checklists: Open,
    library: Library,
    workbook: Path,
    choose_file: Choose,
    request: pytest.FixtureRequest,
) -> None:
    window = open_checklists()
    choose_file(workbook)
    click(window, ADD_CHECKLIST)
    wait_for(qtbot, window, TITLE)
    [listed] = [each for each in library.shelf.read() if each.is_own]
    digest = hashlib.sha256(workbook.read_bytes()).hexdigest()
    boxes = part(window, ChoosePage).findChildren(QLineEdit)

    assert ("Not reviewed" in shown(window)) is not listed.is_reviewed
    assert digest in [each.text() for each in boxes if each.isVisible()]
    assert request.node.callspec.id == ("reviewed" if listed.is_reviewed else "not")


def test_what_is_taken_away_after_it_was_read_does_not_come_back(
    qtbot: QtBot, open_checklists: Open, workbook: Path, library: SlowLibrary, choose_file: Choose
) -> None:
    library.shelf.add(workbook)
    window = open_checklists()
    choose_file(workbook)
    library.may_tell.clear()
    library.has_read.clear()
    click(window, ADD_CHECKLIST)
    assert library.has_read.wait(20)
    remove(part(window, ChoosePage))
    library.may_tell.set()

    wait_for(qtbot, window, TITLE, gone=True)


def test_cases_are_added_and_removed(
    qtbot: QtBot, open_checklists: Open, tmp_path: Path, choose_file: Choose
) -> None:
    file = tmp_path / "ours.yaml"
    file.write_text(CASES, encoding="utf-8")
    window = open_checklists()
    press(window, "Ctrl+4")
    choose_file(file)
    click(window, ADD_CASES)
    wait_for(qtbot, window, CASE)
    assert "Added: ours.yaml" in shown(window)
    remove(part(window, TrainingPage))

    wait_for(qtbot, window, CASE, gone=True)


def test_a_file_that_holds_no_cases_is_refused_with_the_reason(
    open_checklists: Open, tmp_path: Path, choose_file: Choose
) -> None:
    file = tmp_path / "broken.yaml"
    file.write_text("scenarios: 3\n", encoding="utf-8")
    window = open_checklists()
    press(window, "Ctrl+4")
    choose_file(file)
    click(window, ADD_CASES)

    assert "broken.yaml" in shown(window)
    assert not (tmp_path / "cases").exists()
