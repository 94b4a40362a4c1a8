"""Every kind of question of a checklist: how it is answered, and what is said of a wrong answer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.screening.conftest import (
    LEFT,
    Begin,
    answers,
    cards,
    chosen,
    click,
    focused_question,
    go_on,
    press,
    small,
)
from tests.ui.service.conftest import labels
from tests.ui.test_window import cut_words, lay_out
from tp_directory.screening.interview import Interview
from tp_directory.ui.announcer import Announcer
from tp_directory.ui.screening.run_page import RunPage
from tp_directory.ui.tokens import em

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

NUMBERS = """
type    | name  | label           | constraint | constraint_message
integer | beds  | How many beds?  | . < 10     | Fewer than ten.
decimal | rate  | What rate?      |            |
date    | since | Since when?     |            |
text    | words | In which words? |            |
"""
WORKSHOP = """
list_name | name | label | size
kind      | farm | Farm  | s
kind      | shop | Shop  | s
kind      | site | Site  | l
"""


def field(page: RunPage, name: str) -> QLineEdit:
    found = cards(page)[name].findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def value(interview: Interview, name: str) -> str:
    return interview.state(interview.protocol.form.question(name)).value


def said(page: RunPage, name: str) -> list[str]:
    """What can be read on a card, its question left out."""
    shown = [each for each in cards(page)[name].findChildren(QLabel) if each.isVisible()]
    return [each.text() for each in shown if each.text()][1:]


def test_numbers_dates_and_words_are_typed(begin: Begin) -> None:
    _, interview = begin(small(NUMBERS))
    for typed in ("7", "1.5", "2026-03-05", "example"):
        focused = QApplication.focusWidget()
        assert isinstance(focused, QLineEdit)
        QTest.keyClicks(focused, typed)
        press(Qt.Key.Key_Return)

    assert [value(interview, name) for name in ("beds", "rate", "since", "words")] == [
        "7",
        "1.5",
        "2026-03-05",
        "example",
    ]
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "&Show the result"


def test_what_is_typed_counts_though_the_page_is_left_by_a_key(begin: Begin) -> None:
    page, interview = begin(small(NUMBERS), at_once=1)
    QTest.keyClicks(field(page, "beds"), "7")
    go_on()

    assert list(cards(page)) == ["rate"]
    assert value(interview, "beds") == "7"


def test_what_is_no_number_stays_to_be_mended(begin: Begin) -> None:
    page, interview = begin(small(NUMBERS))
    QTest.keyClicks(field(page, "beds"), "seven")
    press(Qt.Key.Key_Return)
    refused, focused = said(page, "beds"), focused_question()
    field(page, "rate").setFocus()
    QTest.keyClicks(field(page, "rate"), "2")
    press(Qt.Key.Key_Return)

    assert refused == ["Enter a whole number."]
    assert focused == "beds"
    assert field(page, "beds").text() == "seven"
    assert value(interview, "beds") == ""
    field(page, "beds").setFocus()
    field(page, "beds").selectAll()
    QTest.keyClicks(field(page, "beds"), "8")
    press(Qt.Key.Key_Return)
    assert said(page, "beds") == []
    assert value(interview, "beds") == "8"


def test_an_answer_against_its_rule_stops_the_way_on_and_not_the_result(
    qtbot: QtBot, begin: Begin
) -> None:
    page, _ = begin(small(NUMBERS), at_once=1)
    QTest.keyClicks(field(page, "beds"), "12")
    go_on()
    stopped = list(cards(page))
    told = [each for each in labels(page) if each.startswith("An answer on this page")]
    with qtbot.waitSignal(page.finished):
        click(page, "To the &result")

    assert stopped == ["beds"]
    assert said(page, "beds") == ["Fewer than ten."]
    assert len(told) == 1


def test_an_answer_against_its_rule_is_heard_to_be(qtbot: QtBot, begin: Begin) -> None:
    page, _ = begin(small(NUMBERS))
    announcer = page.findChild(Announcer)
    assert isinstance(announcer, Announcer)
    QTest.keyClicks(field(page, "beds"), "12")
    with qtbot.waitSignal(announcer.announced) as said:
        press(Qt.Key.Key_Return)

    assert said.args == ["Fewer than ten."]


def test_a_missing_answer_is_pointed_out_once_one_wants_to_go_on(begin: Begin) -> None:
    page, _ = begin(
        small("type | name | label | required\ninteger | a | A | yes\ninteger | b | B |"), at_once=1
    )
    before = said(page, "a")
    go_on()
    pointed_out = said(page, "a")
    QTest.keyClicks(field(page, "a"), "1")
    go_on()

    assert before == ["An answer is needed to go on."]
    assert pointed_out == ["An answer is needed to go on.", "An answer is needed."]
    assert list(cards(page)) == ["b"]


def test_several_answers_are_ticked_by_digit_and_by_mouse(begin: Begin) -> None:
    page, interview = begin(
        small("type | name | label\nselect_multiple kind | where | Where?", WORKSHOP)
    )
    press(Qt.Key.Key_3)
    QTest.mouseClick(answers(page, "where")[0], LEFT)
    both = value(interview, "where")
    press(Qt.Key.Key_3)

    assert both == "farm site"
    assert value(interview, "where") == "farm"
    assert chosen(page, "where") == [1]


def test_choices_follow_the_answer_that_filters_them(begin: Begin) -> None:
    survey = (
        "type | name | label | choice_filter\n"
        "text | size | Size |\n"
        "select_one kind | where | Where? | size = ${size}"
    )
    page, interview = begin(small(survey, WORKSHOP))
    at_first = len(answers(page, "where"))
    QTest.keyClicks(field(page, "size"), "l")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_1)

    assert at_first == 0
    assert [each.accessibleName() for each in answers(page, "where")] == ["Site, Where?"]
    assert value(interview, "where") == "site"


def test_what_is_to_be_acknowledged_is_a_tick(begin: Begin) -> None:
    _, interview = begin(small("type | name | label\nacknowledge | told | You told them."))
    press(Qt.Key.Key_Space)
    ticked = value(interview, "told")
    press(Qt.Key.Key_Space)

    assert ticked == "OK"
    assert value(interview, "told") == ""


def test_how_to_ask_unfolds_on_demand(begin: Begin) -> None:
    page, _ = begin(
        small(
            "type | name | label | hint | guidance_hint\n"
            "integer | beds | Beds? | In all rooms. | Ask only if it is calm."
        )
    )
    before = said(page, "beds")
    click(page, "How to ask")

    assert before == ["In all rooms."]
    assert said(page, "beds") == ["In all rooms.", "Ask only if it is calm."]


def test_notes_stand_where_they_were_written(begin: Begin) -> None:
    page, _ = begin(small("type | name | label\nnote | n | Be calm.\ninteger | beds | Beds?"))
    shown = labels(page)

    assert "Be calm." in shown
    assert list(cards(page)) == ["beds"]


def test_words_of_an_author_are_never_markup(begin: Begin) -> None:
    choices = "list_name | name | label\nyn | yes | <b>Yes</b>"
    page, _ = begin(small("type | name | label\nselect_one yn | one | <i>One</i>", choices))

    assert {
        each.textFormat() for each in cards(page)["one"].findChildren(QLabel) if each.text() != "1"
    } == {Qt.TextFormat.PlainText}


@pytest.mark.parametrize("width", [260, 500, 900])
def test_answers_share_their_rows_evenly(begin: Begin, width: int) -> None:
    choices = "list_name | name | label\n" + "\n".join(
        f"yn | {name} | {words}"
        for name, words in (
            ("yes", "Yes / seen"),
            ("no", "No"),
            ("unknown", "Not asked / could not tell"),
            ("declined", "Person preferred not to answer"),
        )
    )
    page, _ = begin(small("type | name | label\nselect_one yn | one | One", choices))
    page.resize(width, 600)
    lay_out()
    offered = answers(page, "one")
    columns = len({each.x() for each in offered})

    assert columns == {260: 1, 500: 2, 900: 4}[width]
    assert len({each.width() for each in offered}) == 1
    assert min(each.height() for each in offered) >= 2.75 * em(page.font())
    assert cut_words(page) == []
