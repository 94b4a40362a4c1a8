"""Another edition while a checklist is open: the checklist goes on as it began."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import MoveOver, rest
from tests.ui.finding.conftest import words_on
from tests.ui.screening.conftest import Open
from tests.ui.screening.test_screening_in_the_window import (
    answer_danger,
    begin,
    part,
    run,
    screening,
)
from tests.ui.test_window import press
from tp_directory.core.bilingual import Text
from tp_directory.core.place import Province
from tp_directory.paths import Bundle
from tp_directory.screening.library import Library
from tp_directory.ui.opening import Opening
from tp_directory.ui.screening.checklists import Checklists
from tp_directory.ui.screening.child_page import ChildPage
from tp_directory.ui.screening.choose_page import ChoosePage
from tp_directory.ui.screening.matches_view import MatchesView
from tp_directory.ui.screening.protocol_card import ProtocolCard
from tp_directory.ui.screening.reference_pages import ReferencePages
from tp_directory.ui.screening.result_page import ResultPage
from tp_directory.ui.screening.service_card import ServiceCard
from tp_directory.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

DISCLAIMER = "A checklist supports judgment"
RENAMED = Text("Example Line, renamed", "Ligne Exemple, renommée")


@pytest.fixture
def other_words(bundle: Bundle, tmp_path: Path) -> Library:
    """The checklists of another edition, whose common words differ."""
    data = tmp_path / "data"
    for folder in ("protocols", "legal"):
        shutil.copytree(bundle.data / folder, data / folder)
    common = data / "protocols" / "common.yaml"
    words = common.read_text(encoding="utf-8")
    common.write_text(words.replace(DISCLAIMER, "Example words"), encoding="utf-8")
    return Library(data, tmp_path / "own protocols", tmp_path / "own scenarios")


def offers(window: Window) -> str:
    return words_on(part(window, ChoosePage))


def test_answers_and_place_stay(open_checklists: Open, move_over: MoveOver) -> None:
    window = open_checklists()
    begin(window)
    answer_danger(window)
    before, interview = words_on(run(window)), screening(window)._interview
    move_over(window)

    assert screening(window)._interview is interview
    assert interview is not None and interview.has_answers
    assert run(window).isVisible()
    assert words_on(run(window)) == before


def test_a_result_names_the_services_of_the_new_edition(
    open_checklists: Open, move_over: MoveOver
) -> None:
    window = open_checklists()
    begin(window)
    answer_danger(window)
    run(window).finish()
    rest(window)
    result = part(screening(window), ResultPage)
    matches = part(result, MatchesView)
    named = matches.matches.of_needs[0].hits[0].service
    assert named.name.en in words_on(result)
    move_over(window, {named.id: replace(named, name=RENAMED)})

    assert result.isVisible()
    assert RENAMED.en in words_on(result)
    assert named.name.en not in words_on(matches)


def test_whom_to_call_for_a_child_is_as_the_new_edition_says(
    open_checklists: Open, move_over: MoveOver
) -> None:
    window = open_checklists()
    part(window, ReferencePages).show_child_of(Province.MB)
    rest(window)
    page = part(screening(window), ChildPage)
    card = part(page, ServiceCard)
    named = card._shown.hit.service
    move_over(window, {named.id: replace(named, name=RENAMED)})

    assert page.isVisible()
    assert RENAMED.en in words_on(page)


def test_checklists_of_the_new_edition_are_offered(
    qtbot: QtBot, open_checklists: Open, move_over: MoveOver, other_words: Library
) -> None:
    window = open_checklists()
    assert "Example words" not in offers(window)
    move_over(window, checklists=other_words)

    qtbot.waitUntil(lambda: "Example words" in offers(window), timeout=20_000)
    assert len(part(window, ChoosePage).findChildren(ProtocolCard)) == 4


def test_new_words_wait_until_the_open_checklist_is_left(
    qtbot: QtBot, open_checklists: Open, move_over: MoveOver, other_words: Library
) -> None:
    window = open_checklists()
    begin(window)
    answer_danger(window)
    page, interview = screening(window), screening(window)._interview
    with qtbot.waitSignal(reading(window).finished, timeout=20_000):
        move_over(window, checklists=other_words)
    rest(window)
    assert screening(window) is page
    assert page._interview is interview
    page.erase()
    press(window, "Ctrl+1")
    press(window, "Ctrl+2")

    qtbot.waitUntil(lambda: "Example words" in offers(window), timeout=20_000)


def reading(window: Window) -> Opening:
    """What reads the checklists, in a thread of its own."""
    checklists = window.findChild(Checklists)
    assert checklists is not None
    found = checklists.findChild(Opening)
    assert found is not None
    return found
