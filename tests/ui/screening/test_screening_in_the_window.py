"""Checklists in the whole window: begun, left, hidden, resumed and erased."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.screening.conftest import written
from tests.ui.conftest import MakeWindow, rest
from tests.ui.screening.conftest import Open, cards
from tests.ui.test_window import ask, press
from tp_directory.core.bilingual import Language
from tp_directory.core.preferences import Preferences, Theme
from tp_directory.ui.finding.compare_page import ComparePage
from tp_directory.ui.finding.directory_page import DirectoryPage
from tp_directory.ui.finding.filters_pane import FiltersPane
from tp_directory.ui.finding.hits_view import HitsView
from tp_directory.ui.map.view import MapView
from tp_directory.ui.screening.absence import Absence
from tp_directory.ui.screening.answer_button import AnswerButton
from tp_directory.ui.screening.choose_page import ChoosePage
from tp_directory.ui.screening.protocol_card import ProtocolCard
from tp_directory.ui.screening.reference_pages import ReferencePages
from tp_directory.ui.screening.result_page import ResultPage
from tp_directory.ui.screening.resume_page import ResumePage
from tp_directory.ui.screening.run_page import RunPage
from tp_directory.ui.screening.screening_page import ScreeningPage
from tp_directory.ui.training.training_page import TrainingPage
from tp_directory.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

Part = TypeVar("Part", bound=QWidget)
ONE, TWO = Qt.Key.Key_1, Qt.Key.Key_2
LANGUAGES = pytest.mark.parametrize("language", list(Language))


def part(window: QWidget, kind: type[Part]) -> Part:
    found = window.findChild(kind)
    assert found is not None
    return found


def screening(window: Window) -> ScreeningPage:
    return part(window, ScreeningPage)


def run(window: Window) -> RunPage:
    return part(screening(window), RunPage)


def button(page: QWidget, *names: str) -> QPushButton:
    """The one visible button that has one of these texts or names."""
    [found] = [
        each
        for each in page.findChildren(QPushButton)
        if each.isVisible() and {each.text().replace("&", ""), each.accessibleName()} & set(names)
    ]
    return found


def click(window: Window, *names: str) -> None:
    QTest.mouseClick(button(window, *names), Qt.MouseButton.LeftButton)
    rest(window)


def key(window: Window, which: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, which)
    rest(window)


def shown(window: Window) -> str:
    """All words that can be read in the window."""
    labels = (each.text() for each in window.findChildren(QLabel) if each.isVisible())
    buttons = (each.text() for each in window.findChildren(QPushButton) if each.isVisible())
    return "\n".join([*labels, *buttons])


def begin(window: Window, name: str = "police_rapid", *, language: Language | None = None) -> None:
    protocol = screening(window)._protocols[name]
    part(window, ChoosePage).begin(protocol, language or window.frame.language)
    rest(window)


def answer_danger(window: Window, which: Qt.Key = TWO) -> None:
    """Go on to the question of danger and answer it."""
    run(window).go_on()
    rest(window)
    key(window, which)


def asked(window: Window) -> QMessageBox | None:
    boxes = (each for each in window.findChildren(QMessageBox) if each.isVisible())
    return next(boxes, None)


def in_sight(window: Window) -> set[str]:
    """Which of what can stand in front in the directory can be seen, or could once it is shown."""
    directory = part(window, DirectoryPage)
    kinds = (HitsView, MapView, ComparePage, FiltersPane)
    return {kind.__name__ for kind in kinds if part(directory, kind).isVisibleTo(directory)}


def choose_in(box: QMessageBox, words: str, window: Window) -> None:
    [found] = [each for each in box.buttons() if each.text().replace("&", "") == words]
    found.click()
    rest(window)


def is_directory(window: Window) -> bool:
    """Whether the directory is seen."""
    box = window.findChild(QLineEdit, "search_box")
    return box is not None and box.isVisible()


def is_open(window: Window) -> bool:
    """Whether a checklist is held in memory."""
    return screening(window)._interview is not None


def waiting(window: Window) -> list[QTimer]:
    """What counts the minutes until a checklist is erased."""
    absence = screening(window).findChild(Absence)
    assert absence is not None
    return [each for each in absence.findChildren(QTimer) if each.isActive()]


@LANGUAGES
def test_all_checklists_are_offered_with_the_keyboard_on_the_page(
    open_checklists: Open, language: Language
) -> None:
    window = open_checklists(language)

    assert len(part(window, ChoosePage).findChildren(ProtocolCard)) == 4
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert part(window, ChoosePage).isAncestorOf(focused)


def test_a_checklist_begun_in_the_other_language_switches_the_window(
    open_checklists: Open,
) -> None:
    window = open_checklists()
    begin(window, language=Language.FR)

    assert window.frame.language is Language.FR
    assert "Avant de commencer" in shown(window)
    assert is_open(window)


def test_enter_presses_a_button_and_gives_no_answer(open_checklists: Open) -> None:
    window = open_checklists()
    begins = [
        each
        for each in part(window, ChoosePage).findChildren(QPushButton)
        if each.text() == "Begin"
    ]
    begins[0].setFocus()
    key(window, Qt.Key.Key_Return)
    assert is_open(window)
    run(window).go_on()
    rest(window)
    assert isinstance(QApplication.focusWidget(), AnswerButton)
    key(window, Qt.Key.Key_Return)

    interview = screening(window)._interview
    assert interview is not None and not interview.has_answers


def test_f2_shows_the_questions_in_both_languages(open_checklists: Open) -> None:
    window = open_checklists()
    begin(window)
    run(window).go_on()
    rest(window)
    press(window, "F2")

    assert "Is anyone in immediate danger" in shown(window)
    assert "Y a-t-il un danger immédiat" in shown(window)


def test_without_an_answer_the_page_is_left_without_asking(open_checklists: Open) -> None:
    window = open_checklists()
    begin(window)
    press(window, "Ctrl+1")

    assert asked(window) is None
    assert not is_open(window)
    assert is_directory(window)


@pytest.mark.parametrize("keys", ["Ctrl+1", "Ctrl+3", "Ctrl+4", "Ctrl+5", "Ctrl+6"])
def test_with_answers_leaving_asks_and_staying_keeps_them(open_checklists: Open, keys: str) -> None:
    window = open_checklists()
    begin(window)
    answer_danger(window)
    press(window, keys)
    box = asked(window)
    assert box is not None
    choose_in(box, "Stay", window)

    assert is_open(window)
    assert run(window).isVisible()


@pytest.mark.parametrize("keys", ["F3", "F4", "Ctrl+F", "Ctrl+Shift+B"])
def test_staying_leaves_the_directory_behind_as_it_was(open_checklists: Open, keys: str) -> None:
    window = open_checklists()
    press(window, "Ctrl+1")
    ask(window, "crisis line", "")
    press(window, "Ctrl+B")
    before = in_sight(window)
    press(window, "Ctrl+2")
    begin(window)
    answer_danger(window)
    press(window, keys)
    box = asked(window)
    assert box is not None
    choose_in(box, "Stay", window)

    assert in_sight(window) == before


def test_erase_and_leave_goes_where_the_worker_wanted(open_checklists: Open) -> None:
    window = open_checklists()
    begin(window)
    answer_danger(window)
    press(window, "Ctrl+6")
    box = asked(window)
    assert box is not None
    choose_in(box, "Erase and leave", window)
    settings = window.findChild(QWidget, "settings_page")

    assert not is_open(window)
    assert settings is not None and settings.isVisible()


def test_escape_goes_back_one_step_at_a_time(open_checklists: Open) -> None:
    window = open_checklists()
    begin(window)
    answer_danger(window)
    run(window).finish()
    rest(window)
    part(window, ReferencePages).show_legal_notes()
    rest(window)
    steps = []
    for kind in (ResultPage, RunPage):
        press(window, "Esc")
        steps.append(part(screening(window), kind).isVisible())
    press(window, "Esc")

    assert steps == [True, True]
    assert asked(window) is not None
    assert is_open(window)


def test_escape_on_the_choice_goes_to_the_directory(open_checklists: Open) -> None:
    window = open_checklists()
    press(window, "Esc")

    assert is_directory(window)


def test_a_service_of_the_result_opens_and_the_way_back_leads_to_the_result(
    open_checklists: Open,
) -> None:
    window = open_checklists(preferences=Preferences(home="Kenora"))
    begin(window)
    answer_danger(window)
    run(window).finish()
    rest(window)
    result = part(window, ResultPage)
    name = next(
        each.accessibleName()
        for each in result.findChildren(QPushButton)
        if each.isVisible() and each.accessibleName().startswith("Open in the directory, ")
    )
    click(window, name)

    assert asked(window) is None
    assert not result.isVisible()
    assert name.removeprefix("Open in the directory, ") in shown(window)
    press(window, "Ctrl+2")
    assert result.isVisible()
    assert is_open(window)


def test_all_services_of_the_result_open_with_their_filters(open_checklists: Open) -> None:
    window = open_checklists(preferences=Preferences(home="Kenora"))
    begin(window)
    answer_danger(window)
    run(window).finish()
    rest(window)
    click(window, "Open all of these in the directory")

    assert asked(window) is None
    assert "Information and referral" in shown(window)
    assert is_open(window)


def test_hidden_it_waits_and_coming_back_shows_nothing_of_it(open_checklists: Open) -> None:
    window = open_checklists()
    begin(window)
    answer_danger(window)
    press(window, "Ctrl+H")
    key(window, Qt.Key.Key_Return)
    press(window, "Ctrl+2")
    resume = part(window, ResumePage)

    assert resume.isVisible()
    for words in ("danger", "Rapid indicators", "Who is in control"):
        assert words not in shown(window).replace("Immediate danger", "")
    click(window, "Go on")
    assert run(window).isVisible()
    assert is_open(window)


def test_whoever_comes_back_can_erase_it(open_checklists: Open) -> None:
    window = open_checklists()
    begin(window)
    answer_danger(window)
    press(window, "Ctrl+H")
    key(window, Qt.Key.Key_Return)
    press(window, "Ctrl+2")
    click(window, "Erase it")

    assert not is_open(window)
    assert part(window, ChoosePage).isVisible()


def test_it_is_erased_when_the_minutes_are_over(open_checklists: Open) -> None:
    window = open_checklists(preferences=Preferences(erase_minutes=5))
    begin(window)
    answer_danger(window)
    press(window, "Ctrl+H")
    [absence] = waiting(window)

    assert absence.interval() == 5 * 60_000
    assert is_open(window)
    absence.timeout.emit()
    assert not is_open(window)


@pytest.mark.parametrize(("minutes", "left"), [(15, 15 * 60_000), (0, 0)])
def test_other_minutes_count_from_when_they_are_chosen(
    open_checklists: Open, minutes: int, left: int
) -> None:
    window = open_checklists(preferences=Preferences(erase_minutes=2))
    begin(window)
    answer_danger(window)
    press(window, "Ctrl+H")
    key(window, Qt.Key.Key_Return)
    window.frame.preference_chosen.emit("erase_minutes", minutes)

    assert is_open(window) is bool(minutes)
    assert [each.interval() for each in waiting(window)] == ([left] if left else [])


def test_at_once_means_at_once(open_checklists: Open) -> None:
    window = open_checklists(preferences=Preferences(erase_minutes=0))
    begin(window)
    answer_danger(window)
    press(window, "Ctrl+H")

    assert not is_open(window)


def test_idling_erases_it_whatever_the_setting(open_checklists: Open) -> None:
    window = open_checklists(preferences=Preferences(erase_minutes=15))
    begin(window)
    answer_danger(window)
    window.hide_and_erase()

    assert not is_open(window)


def test_closing_the_window_erases_it(open_checklists: Open) -> None:
    window = open_checklists()
    begin(window)
    answer_danger(window)
    window.close()

    assert not is_open(window)


def test_the_window_can_be_closed_while_checklists_are_read(make_window: MakeWindow) -> None:
    window = make_window()
    press(window, "Ctrl+2")
    window.close()
    rest(window)  # what was read arrives now

    assert window.findChild(ScreeningPage) is None


def test_a_possible_minor_goes_on_with_what_was_answered(open_checklists: Open) -> None:
    window = open_checklists()
    begin(window)
    answer_danger(window)
    run(window).go_on()
    rest(window)
    key(window, TWO)  # may be under 18
    run(window).finish()
    rest(window)
    click(window, "Go on with: Under-18 check")
    interview = screening(window)._interview

    assert interview is not None and interview.protocol.id == "youth_check"
    form = interview.protocol.form
    assert interview.state(form.question("danger")).value == "no"
    assert interview.state(form.question("age_band")).value == "maybe_minor"


def test_another_number_of_questions_is_followed_by_the_checklist_that_waits(
    open_checklists: Open,
) -> None:
    window = open_checklists(preferences=Preferences(questions_at_once=1))
    begin(window)
    answer_danger(window)
    run(window).go_on()
    run(window).go_on()
    rest(window)
    one = cards(run(window))
    screening(window).step_away(is_hiding=False)
    press(window, "Ctrl+1")
    window.frame.preference_chosen.emit("questions_at_once", 3)
    press(window, "Ctrl+2")

    assert len(one) == 1
    assert len(cards(run(window))) == 3
    assert one.keys() <= cards(run(window)).keys()


def test_language_and_colours_change_and_the_answers_stay(open_checklists: Open) -> None:
    window = open_checklists()
    begin(window)
    answer_danger(window)
    press(window, "Ctrl+Shift+L")
    window.frame.preference_chosen.emit("theme", Theme.DARK)
    rest(window)
    interview = screening(window)._interview

    assert interview is not None
    danger = interview.protocol.danger
    assert danger is not None and interview.state(danger).value == "no"
    assert danger.label.fr in shown(window)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A workbook from outside."""
    file = tmp_path / "ours.xlsx"
    file.write_bytes(
        written(
            survey="type | name | label\ninteger | one | Example question",
            settings="form_title | form_id | author\nExample checklist | example | Example",
        )
    )
    return file


def choose_file(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))


def test_a_checklist_from_outside_is_added_as_not_reviewed_and_removed(
    open_checklists: Open, own: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window = open_checklists()
    choose_file(monkeypatch, own)
    click(window, "Add a checklist…")
    qtbot.waitUntil(lambda: "Example checklist" in shown(window), timeout=20_000)

    assert "Not reviewed" in shown(window)
    assert "Added: ours.xlsx" in shown(window)
    [remove] = [
        each
        for each in part(window, ChoosePage).findChildren(QPushButton)
        if each.isVisible() and "Remove" in each.text()
    ]
    remove.click()
    qtbot.waitUntil(lambda: "Example checklist" not in shown(window), timeout=20_000)


def test_a_file_that_is_no_checklist_is_refused_with_the_reason(
    open_checklists: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_checklists()
    (tmp_path / "broken.xlsx").write_bytes(b"no workbook")
    choose_file(monkeypatch, tmp_path / "broken.xlsx")
    click(window, "Add a checklist…")

    assert "broken.xlsx" in shown(window)
    assert len(part(window, ChoosePage).findChildren(ProtocolCard)) == 4


def test_training_is_marked_and_forgotten_when_the_window_hides(open_checklists: Open) -> None:
    window = open_checklists()
    press(window, "Ctrl+4")
    training = part(window, TrainingPage)
    assert "Training: fictional" in shown(window)
    buttons = [each for each in training.findChildren(QPushButton) if each.text() == "Open"]
    buttons[0].click()
    rest(window)
    assert "Training: fictional" in shown(window)
    assert "Dana" in shown(window)
    press(window, "Ctrl+H")
    key(window, Qt.Key.Key_Return)
    press(window, "Ctrl+4")

    assert "Dana" not in shown(window)
