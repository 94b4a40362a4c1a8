"""Checklists in the whole window by keyboard alone: every page has it, and keeps the place."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.conftest import rest
from tests.ui.screening.conftest import Open, focused_question
from tests.ui.screening.test_screening_in_the_window import (
    LANGUAGES,
    TWO,
    answer_danger,
    asked,
    begin,
    is_open,
    key,
    part,
    run,
    screening,
    shown,
)
from tests.ui.test_window import name_of, press
from tp_directory.core.bilingual import Language
from tp_directory.core.preferences import Preferences
from tp_directory.screening.protocol import Protocol
from tp_directory.ui.screening.choose_page import ChoosePage
from tp_directory.ui.screening.result_page import ResultPage
from tp_directory.ui.screening.resume_page import ResumePage
from tp_directory.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

_MOST_TABS, _MOST_PAGES = 60, 40


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def has_keyboard(page: QWidget) -> bool:
    """Whether a page is seen and the keyboard is in it."""
    widget = QApplication.focusWidget()
    return page.isVisible() and widget is not None and page.isAncestorOf(widget)


def tab_to(window: Window, name: str) -> None:
    """Go to a control as the Tab key does."""
    for _each in range(_MOST_TABS):
        if name_of(focused()) == name:
            return
        key(window, Qt.Key.Key_Tab)
    raise AssertionError(name)


def next_page(window: Window) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    rest(window)


@LANGUAGES
def test_a_checklist_is_gone_through_by_keyboard_alone(
    open_checklists: Open, protocols: Mapping[str, Protocol], language: Language
) -> None:
    window = open_checklists(language)
    begin_in = {Language.EN: "Begin", Language.FR: "Commencer"}[language]
    title = protocols["police_rapid"].about.title.best(language)
    tab_to(window, f"{begin_in}, {title}")
    key(window, Qt.Key.Key_Space)
    page, result = run(window), part(window, ResultPage)
    next_page(window)
    assert focused_question() == "danger"
    for _each in range(_MOST_PAGES):
        if result.isVisible():
            break
        assert has_keyboard(page)
        while focused_question():  # a digit answers, and leads to the next question
            key(window, TWO)
        next_page(window)

    assert has_keyboard(result)
    press(window, "Esc")
    assert has_keyboard(page)
    press(window, "Esc")
    box = asked(window)
    assert box is not None
    QTest.keyClick(box, Qt.Key.Key_Escape)
    window.activateWindow()  # offscreen, it does not when a dialog has closed
    rest(window)
    assert is_open(window)
    assert has_keyboard(page)
    press(window, "Esc")
    box = asked(window)
    assert box is not None
    [erase] = [each for each in box.buttons() if each is not box.defaultButton()]
    QTest.keyClick(erase, Qt.Key.Key_Space)
    window.activateWindow()
    rest(window)
    assert not is_open(window)
    assert has_keyboard(part(window, ChoosePage))


def test_the_question_whether_to_go_on_has_the_keyboard(open_checklists: Open) -> None:
    window = open_checklists()
    begin(window)
    answer_danger(window)
    press(window, "Ctrl+H")
    key(window, Qt.Key.Key_Return)
    press(window, "Ctrl+2")
    assert has_keyboard(part(window, ResumePage))
    assert name_of(focused()) == "Go &on"
    key(window, Qt.Key.Key_Space)

    assert has_keyboard(run(window))
    assert focused_question() == "danger"


def test_coming_back_from_a_service_the_result_has_the_keyboard(open_checklists: Open) -> None:
    window = open_checklists(preferences=Preferences(home="Kenora"))
    begin(window)
    answer_danger(window)
    run(window).finish()
    rest(window)
    tab_to(window, "&Open all of these in the directory")
    key(window, Qt.Key.Key_Space)
    assert not screening(window).isVisible()
    press(window, "Ctrl+2")

    assert has_keyboard(part(window, ResultPage))


def test_the_size_of_type_changes_and_the_keyboard_stays(open_checklists: Open) -> None:
    window = open_checklists()
    begin(window)
    answer_danger(window)
    next_page(window)
    next_page(window)
    key(window, TWO)
    before = focused_question()
    press(window, "Ctrl++")

    assert focused_question() == before


def test_a_page_that_the_window_hid_says_nothing_before_it_is_asked_for(
    open_checklists: Open,
) -> None:
    window = open_checklists()
    begin(window)
    answer_danger(window)
    press(window, "Ctrl+H")

    assert screening(window).currentWidget() is part(window, ResumePage)
    assert "danger" not in shown(window)
