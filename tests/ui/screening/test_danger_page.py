"""The question of danger: alone on its page, and help before anything else once it is yes."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.screening.conftest import (
    LEFT,
    SHIPPED,
    Begin,
    answers,
    cards,
    click,
    focused_question,
    go_on,
    press,
    small,
)
from tests.ui.service.conftest import labels
from tests.ui.test_window import can_be_reached, cut_words
from tp_directory.core.bilingual import Language
from tp_directory.screening.protocol import Protocol
from tp_directory.ui.announcer import Announcer
from tp_directory.ui.screening.step_line import StepLine

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

LANGUAGES = pytest.mark.parametrize("language", list(Language))
CHECKLISTS = pytest.mark.parametrize("name", SHIPPED)


@LANGUAGES
@CHECKLISTS
def test_danger_says_at_once_what_to_do(
    begin: Begin, protocols: Mapping[str, Protocol], name: str, language: Language
) -> None:
    page, _ = begin(protocols[name], language)
    go_on()
    band = protocols[name].band("immediate")
    assert band is not None
    actions = [each.label.stated_in(language) for each in band.actions]
    before = set(labels(page))
    press(Qt.Key.Key_1)

    assert not before & {"911", *actions}
    assert {"911", *actions} <= set(labels(page))


def test_the_question_of_danger_is_alone_on_its_page(
    begin: Begin, protocols: Mapping[str, Protocol]
) -> None:
    page, _ = begin(protocols["police_rapid"])
    go_on()
    line = page.findChild(StepLine)
    assert isinstance(line, StepLine)

    assert list(cards(page)) == ["danger"]
    assert not line.isVisible()


def test_911_has_the_keyboard_and_is_copied(
    qtbot: QtBot, begin: Begin, protocols: Mapping[str, Protocol]
) -> None:
    page, _ = begin(protocols["police_rapid"])
    go_on()
    with qtbot.waitSignal(page.danger_changed) as changed:
        press(Qt.Key.Key_1)
    with qtbot.waitSignal(page.copy_wanted) as copied:
        press(Qt.Key.Key_Return)

    assert changed.args == [True]
    assert copied.args == ["911", "Immediate danger"]


def test_what_to_do_is_heard_though_the_answer_was_given_by_mouse(
    qtbot: QtBot, begin: Begin, protocols: Mapping[str, Protocol]
) -> None:
    page, _ = begin(protocols["police_rapid"])
    go_on()
    announcer = page.findChild(Announcer)
    assert isinstance(announcer, Announcer)
    with qtbot.waitSignal(announcer.announced) as said:
        QTest.mouseClick(answers(page, "danger")[0], LEFT)
    band = protocols["police_rapid"].band("immediate")
    assert band is not None

    assert all(each.label.en in said.args[0] for each in band.actions)


def test_in_danger_the_page_leads_to_the_result(
    qtbot: QtBot, begin: Begin, protocols: Mapping[str, Protocol]
) -> None:
    page, interview = begin(protocols["police_rapid"])
    go_on()
    press(Qt.Key.Key_1)
    ways = [
        each.text() for each in page.findChildren(QPushButton) if each.isVisible() and each.text()
    ]
    with qtbot.waitSignal(page.finished):
        click(page, "Go to the result")

    band = interview.outcome().band
    assert band is not None
    assert band.name == "immediate"
    assert "&Next" not in ways
    assert "&Back" in ways


def test_a_danger_that_is_over_leads_on_with_all_answers(
    qtbot: QtBot, begin: Begin, protocols: Mapping[str, Protocol]
) -> None:
    shelter = protocols["shelter_adult"]
    page, interview = begin(shelter)
    page.answer(shelter.form.question("ctx_sex"), "yes")
    go_on()
    press(Qt.Key.Key_1)
    hidden = interview.state(shelter.form.question("ctx_sex")).value
    with qtbot.waitSignal(page.danger_changed) as changed:
        click(page, "Danger is over: go on")

    assert hidden == ""
    assert changed.args == [False]
    assert interview.state(shelter.form.question("danger")).value == "no"
    assert interview.state(shelter.form.question("ctx_sex")).value == "yes"
    assert focused_question() == "age_band"


@pytest.mark.parametrize("key", [Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4])
def test_every_other_answer_lets_the_worker_go_on(
    begin: Begin, protocols: Mapping[str, Protocol], key: Qt.Key
) -> None:
    _, interview = begin(protocols["shelter_adult"])
    go_on()
    press(key)
    focused = QApplication.focusWidget()

    assert isinstance(focused, QPushButton)
    assert focused.text() == "&Next"
    assert not interview.in_danger


def test_forgetting_ends_the_danger_that_was_told(
    qtbot: QtBot, begin: Begin, protocols: Mapping[str, Protocol]
) -> None:
    page, _ = begin(protocols["shelter_adult"])
    go_on()
    press(Qt.Key.Key_1)
    with qtbot.waitSignal(page.danger_changed) as changed:
        page.forget()

    assert changed.args == [False]


def test_a_checklist_without_the_question_goes_straight_to_its_steps(begin: Begin) -> None:
    page, _ = begin(small("type | name | label\nselect_one yn | one | One"))

    assert list(cards(page)) == ["one"]


@LANGUAGES
@CHECKLISTS
@pytest.mark.parametrize("scale", [1.0, 2.0], ids=["100 %", "200 %"])
def test_help_can_be_read_and_reached(
    begin: Begin, protocols: Mapping[str, Protocol], name: str, language: Language, scale: float
) -> None:
    page, _ = begin(protocols[name], language, scale=scale)
    go_on()
    press(Qt.Key.Key_1)

    assert cut_words(page) == []
    assert all(
        each.accessibleName() or (isinstance(each, QPushButton) and each.text())
        for each in can_be_reached(page)
    )
