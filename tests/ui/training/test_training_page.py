"""Training: a case is chosen, gone through on its checklist, and talked about."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.test_window import can_be_reached, cut_words, lay_out, letters
from tests.ui.training.conftest import (
    HIGHWAY,
    SAME,
    SHELTER,
    MakePage,
    buttons,
    click,
    open_case,
    words,
)
from tp_directory.core.bilingual import Language
from tp_directory.screening.cases.scenarios import Scenario
from tp_directory.screening.protocol import Protocol
from tp_directory.ui.screening.answer_button import AnswerButton
from tp_directory.ui.screening.question_card import QuestionCard
from tp_directory.ui.screening.training_band import TrainingBand
from tp_directory.ui.training.run_view import RunView
from tp_directory.ui.training.training_page import TrainingPage
from tp_directory.ui.training.vignette_pane import VignettePane
from tp_directory.ui.translation import Translation

LANGUAGES = pytest.mark.parametrize("language", list(Language))
PANES = pytest.mark.parametrize("pane", ["choose", "case", "run", "first", "followup"])


def show_pane(page: TrainingPage, pane: str) -> None:
    """Go as far as a pane."""
    ways = {
        "case": page.show_case,
        "run": page.start_answered,
        "first": page.end_run,
        "followup": page.visit_again,
    }
    if pane == "choose":
        return
    (card,) = (
        each
        for each in page.findChildren(QAbstractButton)
        if each.accessibleName().endswith((SHELTER, "deux conversations"))
    )
    card.click()
    for name, way in ways.items():
        way()
        lay_out()
        if name == pane:
            return


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the keyboard is."""
    QTest.keyClick(focused(), key, modifier)
    lay_out()


def tab_to(page: TrainingPage, name: str) -> None:
    """Press Tab until the keyboard is at a button."""
    (wanted,) = buttons(page, name)
    while focused() is not wanted:
        press(Qt.Key.Key_Tab)


@LANGUAGES
@PANES
def test_every_pane_is_marked_as_training(
    make_page: MakePage, language: Language, pane: str
) -> None:
    page = make_page(language)
    show_pane(page, pane)
    bands = [each for each in page.findChildren(TrainingBand) if each.isVisible()]

    assert len(bands) == 1
    assert bands[0].width() == page.width()


@LANGUAGES
@PANES
@pytest.mark.parametrize("scale", [1.0, 2.0], ids=["100 %", "200 %"])
@pytest.mark.parametrize("size", [(1024, 640), (1400, 900)], ids=["small", "large"])
def test_no_words_are_cut(
    make_page: MakePage, language: Language, pane: str, scale: float, size: tuple[int, int]
) -> None:
    page = make_page(language, scale)
    page.resize(*size)
    show_pane(page, pane)

    assert cut_words(page) == []


@LANGUAGES
@PANES
def test_every_control_has_a_name_and_a_letter_of_its_own(
    make_page: MakePage, language: Language, pane: str
) -> None:
    page = make_page(language)
    show_pane(page, pane)
    reached = can_be_reached(page)
    names = [
        each.accessibleName() or (each.text() if isinstance(each, QAbstractButton) else "")
        for each in reached
    ]

    assert reached
    assert all(names)
    assert letters(page) == sorted(set(letters(page)))


@PANES
def test_the_keyboard_is_where_one_goes_on(make_page: MakePage, pane: str) -> None:
    page = make_page()
    show_pane(page, pane)
    focused().clearFocus()
    page.setFocus()

    assert page.isAncestorOf(focused())
    assert focused().isVisible()


def test_a_case_is_gone_through_by_keyboard_alone(
    page: TrainingPage, protocols: Mapping[str, Protocol], scenarios: Mapping[str, Scenario]
) -> None:
    title = scenarios["s6_shelter_danger"].title.en
    page.setFocus()
    tab_to(page, f"Open, {title}")
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Space)  # the trainee answers
    press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_1)
    tab_to(page, "Go to the result")
    press(Qt.Key.Key_Space)
    immediate = protocols["shelter_adult"].band("immediate")

    assert immediate is not None
    assert immediate.title.en in words(page)
    assert SAME in words(page)


def test_a_number_is_copied_in_training_as_at_work(qtbot: QtBot, page: TrainingPage) -> None:
    open_case(page, "Caregiver at the door, someone is looking for her")
    click(page, "Show the expected answers")
    click(page, "Next")
    with qtbot.waitSignal(page.copy_wanted) as copied:
        click(page, "Copy 911")

    assert copied.args[0] == "911"


def test_the_case_stands_beside_the_checklist(
    page: TrainingPage, scenarios: Mapping[str, Scenario]
) -> None:
    open_case(page, HIGHWAY)
    click(page, "The trainee answers")
    said = words(page)

    assert scenarios["s1_traffic_stop"].vignette.en in said
    assert not any(each.isChecked() for each in page.findChildren(AnswerButton))


def test_going_back_leads_from_the_result_to_the_case_and_to_all_of_them(
    page: TrainingPage,
) -> None:
    open_case(page, HIGHWAY)
    page.start_empty()
    page.end_run()
    click(page, "← The case")
    assert buttons(page, "The trainee answers")
    click(page, "← All cases")

    assert buttons(page, "Add cases…")
    assert not buttons(page, "← All cases")


def test_leaving_the_checklist_leads_to_the_case(page: TrainingPage) -> None:
    open_case(page, HIGHWAY)
    page.start_empty()
    lay_out()
    click(page, "Leave and erase")

    assert buttons(page, "The trainee answers")


@pytest.mark.parametrize("width", [600, 1180])
def test_the_case_stands_above_a_narrow_checklist_and_can_be_folded(
    page: TrainingPage, width: int
) -> None:
    page.resize(width, 760)
    open_case(page, HIGHWAY)
    page.start_empty()
    lay_out()
    splitter = page.findChild(RunView).findChild(QSplitter)  # type: ignore[union-attr]  # is there
    pane = page.findChild(VignettePane)
    assert isinstance(splitter, QSplitter) and isinstance(pane, VignettePane)
    is_above = splitter.orientation() is Qt.Orientation.Vertical

    assert is_above == (width == 600)
    assert pane.isVisible()
    click(page, "Show the case")
    assert not pane.isVisible()


@pytest.mark.parametrize(("at_once", "shown"), [(1, 1), (0, 6)])
def test_a_run_shows_as_many_questions_together_as_is_set(
    page: TrainingPage, at_once: int, shown: int
) -> None:
    page.set_questions_at_once(at_once)
    open_case(page, HIGHWAY)
    click(page, "The trainee answers")
    for _part in range(3):
        click(page, "Next")
    cards = [each for each in page.findChildren(QuestionCard) if each.isVisible()]

    assert len(cards) == shown


def test_nothing_of_a_run_stays_when_all_is_forgotten(
    page: TrainingPage, scenarios: Mapping[str, Scenario]
) -> None:
    show_pane(page, "followup")
    page.forget()
    QTest.qWait(1)
    everything = [each.text() for each in page.findChildren(QWidget) if hasattr(each, "text")]

    assert scenarios["s4_shelter_partner"].vignette.en not in everything
    assert SAME not in everything
    assert QGuiApplication.clipboard().text() == ""


def test_facts_follow_the_language(
    page: TrainingPage, translation: Translation, scenarios: Mapping[str, Scenario]
) -> None:
    show_pane(page, "first")
    translation.show(Language.FR)
    page.set_language(Language.FR)
    lay_out()

    assert scenarios["s4_shelter_partner"].teaching.fr in words(page)
