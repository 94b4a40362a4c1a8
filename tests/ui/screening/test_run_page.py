"""Going through the checklists of the program: by keyboard, freely, and without a verdict."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.screening.conftest import (
    ALT,
    LEFT,
    SHIPPED,
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
from tests.ui.test_window import can_be_reached, cut_words, lay_out, letters
from tp_directory.core.bilingual import Language
from tp_directory.screening.protocol import Protocol
from tp_directory.screening.vocabulary import Manner, Vocabulary
from tp_directory.ui.announcer import Announcer
from tp_directory.ui.appearance import Appearance
from tp_directory.ui.fact_labels import FactLabel
from tp_directory.ui.screening.effect_line import EffectLine
from tp_directory.ui.screening.run_footer import RunFooter
from tp_directory.ui.screening.run_page import RunPage
from tp_directory.ui.screening.step_line import StepLine
from tp_directory.ui.screening.training_band import TrainingBand
from tp_directory.ui.tokens import DARK, em
from tp_directory.ui.translation import Translation

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

LANGUAGES = pytest.mark.parametrize("language", list(Language))
CHECKLISTS = pytest.mark.parametrize("name", SHIPPED)
ONE, TWO, THREE = Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3


def past_danger(page: RunPage) -> None:
    """Go to the first step, without danger."""
    go_on()
    press(TWO)
    go_on()


def effect(page: RunPage) -> str:
    line = page.findChild(EffectLine)
    assert isinstance(line, EffectLine)
    return line.text() if line.isVisible() else ""


def _facts(card: QWidget) -> list[FactLabel]:
    return card.findChildren(FactLabel)


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if isinstance(widget, QPushButton) else "")


def step_names(page: RunPage) -> list[str]:
    """What a screen reader says of each part."""
    line = page.findChild(StepLine)
    assert isinstance(line, StepLine)
    return [each.accessibleName() for each in line.findChildren(QPushButton)]


@LANGUAGES
@CHECKLISTS
@pytest.mark.parametrize("at_once", [0, 1, 3])
def test_a_checklist_is_walked_to_its_end_by_keyboard_alone(
    begin: Begin,
    protocols: Mapping[str, Protocol],
    name: str,
    language: Language,
    at_once: int,
) -> None:
    page, interview = begin(protocols[name], language, at_once=at_once)
    ended: list[bool] = []
    page.finished.connect(lambda: ended.append(True))
    for _ in cards(page):
        press(Qt.Key.Key_Space)
        press(Qt.Key.Key_Tab)
    go_on()
    press(TWO)
    for _ in range(200):
        question = focused_question()
        press({"": Qt.Key.Key_Return, "age_band": ONE}.get(question, THREE))
        if ended:
            break

    asked = [each for step in interview.steps for each in interview.asked(step)]
    ticked = [each for each in interview.protocol.before.questions if each.kind.is_answered]
    assert ended == [True]
    assert [each.name for each in asked if not interview.is_answered(each)] == []
    assert {interview.state(each).value for each in ticked} == {"yes"}


@LANGUAGES
@CHECKLISTS
def test_all_words_of_a_step_are_in_the_language_of_the_run(
    begin: Begin, protocols: Mapping[str, Protocol], name: str, language: Language
) -> None:
    page, interview = begin(protocols[name], language)
    past_danger(page)
    go_on()
    step = interview.steps[1]
    shown = labels(page)

    assert step.label.stated_in(language) in shown
    for question in interview.asked(step):
        assert question.label.stated_in(language) in shown
        assert all(each.label.stated_in(language) in shown for each in question.choices)


def test_a_digit_answers_and_moves_on(begin: Begin, protocols: Mapping[str, Protocol]) -> None:
    page, interview = begin(protocols["shelter_adult"])
    past_danger(page)
    press(ONE)
    press(THREE)

    assert interview.state(interview.protocol.form.question("age_band")).value == "adult"
    assert chosen(page, "ctx_labour") == [3]
    assert focused_question() == "ctx_sex"


def test_the_same_digit_once_more_changes_nothing(
    begin: Begin, protocols: Mapping[str, Protocol]
) -> None:
    page, _ = begin(protocols["shelter_adult"])
    past_danger(page)
    press(ONE)
    press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert focused_question() == "age_band"
    press(ONE)

    assert chosen(page, "age_band") == [1]


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_an_answer_is_taken_back_and_is_no_answer_then(
    begin: Begin, protocols: Mapping[str, Protocol], key: Qt.Key
) -> None:
    page, interview = begin(protocols["shelter_adult"])
    past_danger(page)
    press(ONE)
    press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    press(key)

    assert chosen(page, "age_band") == []
    assert not interview.is_answered(interview.protocol.form.question("age_band"))


def test_a_press_on_the_chosen_answer_takes_it_back(
    begin: Begin, protocols: Mapping[str, Protocol]
) -> None:
    page, _ = begin(protocols["shelter_adult"])
    past_danger(page)
    QTest.mouseClick(answers(page, "ctx_sex")[0], LEFT)
    first = chosen(page, "ctx_sex")
    QTest.mouseClick(answers(page, "ctx_sex")[1], LEFT)
    second = chosen(page, "ctx_sex")
    QTest.mouseClick(answers(page, "ctx_sex")[1], LEFT)

    assert (first, second, chosen(page, "ctx_sex")) == ([1], [2], [])


def test_arrows_walk_along_the_answers_and_choose_none(
    begin: Begin, protocols: Mapping[str, Protocol]
) -> None:
    page, interview = begin(protocols["shelter_adult"])
    past_danger(page)
    QTest.mouseClick(answers(page, "ctx_sex")[0], LEFT)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    walked = QApplication.focusWidget()

    assert walked is answers(page, "ctx_sex")[2]
    assert chosen(page, "ctx_sex") == [1]
    press(Qt.Key.Key_Space)
    assert chosen(page, "ctx_sex") == [3]
    assert interview.has_answers


def test_enter_pressed_twice_on_the_way_on_answers_nothing(
    begin: Begin, protocols: Mapping[str, Protocol]
) -> None:
    page, interview = begin(protocols["shelter_adult"])
    past_danger(page)
    for _ in range(5):
        press(ONE)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)

    assert focused_question() == "s_differs"
    assert not interview.is_answered(interview.protocol.form.question("s_differs"))


def test_tab_stops_once_at_each_question(begin: Begin, protocols: Mapping[str, Protocol]) -> None:
    page, _ = begin(protocols["shelter_adult"])
    past_danger(page)
    walked = [focused_question()]
    while focused_question():
        press(Qt.Key.Key_Tab)
        walked.append(focused_question())

    assert walked == ["age_band", "ctx_labour", "ctx_sex", "ctx_status", "ctx_children", ""]
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "&Back"


def test_preconditions_stop_nobody_and_say_what_is_open(
    begin: Begin, protocols: Mapping[str, Protocol]
) -> None:
    page, _ = begin(protocols["shelter_adult"])
    press(Qt.Key.Key_Space)
    told = [each for each in labels(page) if each.startswith("4 ")]
    notes = {each.label.en for each in protocols["shelter_adult"].before.questions[-3:]}
    read = set(labels(page))
    go_on()

    assert len(told) == 1
    assert notes <= read
    assert list(cards(page)) == ["danger"]


def test_all_preconditions_in_order_are_said_to_be(
    begin: Begin, protocols: Mapping[str, Protocol]
) -> None:
    page, _ = begin(protocols["police_rapid"])
    for card in cards(page).values():
        QTest.mouseClick(card.findChildren(QPushButton)[-1], LEFT)

    assert "All points are in order." in labels(page)


def test_an_answer_that_is_changed_says_what_it_changed(
    qtbot: QtBot, begin: Begin, protocols: Mapping[str, Protocol]
) -> None:
    page, _ = begin(protocols["shelter_adult"])
    announcer = page.findChild(Announcer)
    assert isinstance(announcer, Announcer)
    past_danger(page)
    QTest.mouseClick(answers(page, "ctx_sex")[1], LEFT)
    at_first = effect(page)
    with qtbot.waitSignal(announcer.announced) as said:
        QTest.mouseClick(answers(page, "ctx_sex")[0], LEFT)
    brought = effect(page)
    QTest.mouseClick(answers(page, "ctx_sex")[1], LEFT)

    question = protocols["shelter_adult"].form.question("w_sexprofit").label.en
    assert at_first == ""
    assert brought.startswith("This brings 1 more question")
    assert question in brought
    assert said.args == [brought]
    assert effect(page).startswith("1 question")
    assert question in effect(page)


def test_what_an_answer_changed_is_said_in_the_language_of_the_questions(
    begin: Begin, protocols: Mapping[str, Protocol], translation: Translation
) -> None:
    page, _ = begin(protocols["shelter_adult"])
    past_danger(page)
    for place in (1, 0):
        QTest.mouseClick(answers(page, "ctx_sex")[place], LEFT)
    translation.show(Language.FR)
    page.set_language(Language.FR)
    lay_out()

    question = protocols["shelter_adult"].form.question("w_sexprofit").label.fr
    assert f"«\u00a0{question}\u00a0»" in effect(page)


def test_a_first_answer_tells_when_it_takes_answers_away(begin: Begin) -> None:
    page, interview = begin(
        small("type | name | label | relevant\ninteger | a | A |\ninteger | b | Beds? | ${a} = ''")
    )
    questions = interview.protocol.steps[0].questions
    page.answer(questions[1], "7")
    at_first = effect(page)
    page.answer(questions[0], "1")

    assert at_first == ""
    assert effect(page).startswith("1 question")
    assert "Beds?" in effect(page)


def test_one_goes_back_and_forth_and_anywhere(
    begin: Begin, protocols: Mapping[str, Protocol]
) -> None:
    page, _ = begin(protocols["shelter_adult"])
    past_danger(page)
    press(Qt.Key.Key_Left, ALT)
    back = list(cards(page))
    go_on()
    click(page, "Freedom and safety, to come")
    there = list(cards(page))

    assert back == ["danger"]
    assert there[0] == "f_leave"
    assert focused_question() == "f_leave"


def test_progress_is_told_in_words(begin: Begin, protocols: Mapping[str, Protocol]) -> None:
    page, _ = begin(protocols["shelter_adult"])
    past_danger(page)

    assert step_names(page) == [
        "Before you start, some questions open",
        "Immediate danger, passed",
        "To begin, you are here",
        "How it began, to come",
        "Work, money, daily life, to come",
        "Freedom and safety, to come",
        "What the person wants, to come",
    ]


@CHECKLISTS
def test_no_band_shows_while_one_answers(
    begin: Begin, protocols: Mapping[str, Protocol], name: str
) -> None:
    page, interview = begin(protocols[name])
    past_danger(page)
    bands = {words for band in protocols[name].bands for words in (band.title.en, band.text.en)}
    seen: set[str] = set()
    for _ in range(200):
        press(ONE if focused_question() else Qt.Key.Key_Return)
        seen |= set(labels(page))
        if interview.is_passed(interview.steps[-1]):
            break

    assert interview.outcome().noted
    assert not seen & bands


def test_both_languages_are_shown_and_only_what_may_be_asked_is_large(
    begin: Begin, protocols: Mapping[str, Protocol]
) -> None:
    border = protocols["border_interview"]
    page, _ = begin(border)
    past_danger(page)
    go_on()
    french = {name: border.form.question(name).label.fr for name in ("r_threat", "r_coached")}
    before = labels(page)
    click(page, "Both &languages")
    roles = {
        each.text(): each.property("role") for card in cards(page).values() for each in _facts(card)
    }
    click(page, "Both &languages")

    assert not set(french.values()) & set(before)
    assert roles[french["r_threat"]] == "title"
    assert roles[french["r_coached"]] == "question"
    assert labels(page) == before


@LANGUAGES
def test_how_to_come_by_an_answer_is_heard_with_it(
    begin: Begin, protocols: Mapping[str, Protocol], vocabulary: Vocabulary, language: Language
) -> None:
    page, _ = begin(protocols["border_interview"], language)
    past_danger(page)
    go_on()
    heard = {
        name: {each.accessibleDescription() for each in answers(page, name)}
        for name in ("r_threat", "r_coached")
    }

    assert heard == {
        "r_threat": {vocabulary.manners[Manner.ASK].stated_in(language)},
        "r_coached": {vocabulary.manners[Manner.OBSERVE].stated_in(language)},
    }


def test_the_language_changes_under_the_hand_and_no_answer_is_lost(
    begin: Begin, protocols: Mapping[str, Protocol], translation: Translation
) -> None:
    page, _ = begin(protocols["shelter_adult"])
    past_danger(page)
    press(ONE)
    translation.show(Language.FR)
    page.set_language(Language.FR)
    lay_out()

    assert chosen(page, "age_band") == [1]
    assert focused_question() == "ctx_labour"
    assert protocols["shelter_adult"].form.question("ctx_labour").label.fr in labels(page)


def test_colours_and_type_change_under_the_hand(
    begin: Begin, protocols: Mapping[str, Protocol], appearance: Appearance
) -> None:
    page, _ = begin(protocols["shelter_adult"])
    past_danger(page)
    press(ONE)
    page.set_tokens(DARK)
    appearance.set_text_size(200)
    lay_out()

    assert chosen(page, "age_band") == [1]
    assert focused_question() == "ctx_labour"
    assert cut_words(page) == []


def test_more_or_fewer_questions_at_once_leave_the_worker_in_place(
    begin: Begin, protocols: Mapping[str, Protocol]
) -> None:
    page, _ = begin(protocols["shelter_adult"], at_once=1)
    past_danger(page)
    for _ in range(4):
        go_on()
    one = list(cards(page))
    page.set_questions_at_once(3)
    three = list(cards(page))
    page.set_questions_at_once(0)

    assert one == ["ctx_children"]
    assert three == ["ctx_status", "ctx_children"]
    assert len(cards(page)) == 5


def test_the_result_is_there_at_any_time(
    qtbot: QtBot, begin: Begin, protocols: Mapping[str, Protocol]
) -> None:
    page, _ = begin(protocols["youth_check"])
    with qtbot.waitSignal(page.finished):
        click(page, "To the &result")


def test_leaving_is_asked_for(
    qtbot: QtBot, begin: Begin, protocols: Mapping[str, Protocol]
) -> None:
    page, _ = begin(protocols["youth_check"])
    with qtbot.waitSignal(page.leave_wanted):
        click(page, "Leave and &erase")


@pytest.mark.parametrize("is_training", [True, False])
def test_training_is_marked(
    begin: Begin, protocols: Mapping[str, Protocol], is_training: bool
) -> None:
    page, _ = begin(protocols["youth_check"], is_training=is_training)
    band = page.findChild(TrainingBand)
    assert isinstance(band, TrainingBand)

    assert band.isVisible() is is_training
    assert labels(band) == ["Training: fictional, counts nothing, keeps nothing"]


def test_what_is_forgotten_is_shown_nowhere(
    begin: Begin, protocols: Mapping[str, Protocol]
) -> None:
    page, _ = begin(protocols["shelter_adult"], is_training=True)
    past_danger(page)
    press(ONE)
    page.forget()
    lay_out()

    assert cards(page) == {}
    assert step_names(page) == []
    assert [each for each in page.findChildren(TrainingBand) if each.isVisible()] == []
    assert effect(page) == ""


def test_a_page_that_was_left_at_once_never_becomes_a_window(
    begin: Begin, protocols: Mapping[str, Protocol]
) -> None:
    page, _ = begin(protocols["shelter_adult"])
    for _ in range(3):
        page.go_on()
    lay_out()
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]

    assert shown == [page]


@LANGUAGES
@CHECKLISTS
@pytest.mark.parametrize("scale", [1.0, 2.0], ids=["100 %", "200 %"])
def test_everything_can_be_read_and_has_a_name(
    begin: Begin, protocols: Mapping[str, Protocol], name: str, language: Language, scale: float
) -> None:
    page, interview = begin(protocols[name], language, scale=scale, is_training=True)
    cut: list[str] = []
    nameless: list[object] = []
    doubled: list[list[str]] = []
    ended: list[bool] = []
    page.finished.connect(lambda: ended.append(True))
    while not ended:
        for _ in range(2):
            page.toggle_both_languages()
            lay_out()
            cut += cut_words(page)
            nameless += [each for each in can_be_reached(page) if not _name(each)]
            found = letters(page)
            doubled += [found] if len(found) != len(set(found)) else []
        page.go_on()
        lay_out()

    assert not interview.has_answers
    assert (cut, nameless, doubled) == ([], [], [])


@LANGUAGES
@pytest.mark.parametrize("scale", [1.0, 2.0])
@CHECKLISTS
def test_the_ways_on_are_large_and_take_two_rows_at_most(
    begin: Begin, protocols: Mapping[str, Protocol], name: str, language: Language, scale: float
) -> None:
    page, _ = begin(protocols[name], language, scale=scale)
    past_danger(page)
    page.resize(860, 500)  # what a window of 1024 to 640 leaves
    lay_out()
    footer = page.findChild(RunFooter)
    assert isinstance(footer, RunFooter)

    assert all(each.isVisible() for each in footer.stops)
    assert min(each.height() for each in footer.stops) >= 2.75 * em(page.font())
    assert len({each.y() for each in footer.stops}) <= scale


def test_the_points_that_are_open_are_counted_in_plain_words(
    begin: Begin, protocols: Mapping[str, Protocol]
) -> None:
    page, _ = begin(protocols["police_rapid"])
    many = labels(page)
    for _ in list(cards(page))[1:]:
        press(Qt.Key.Key_Space)
        press(Qt.Key.Key_Tab)
    count = len(cards(page))

    assert count > 1
    assert any(each.startswith(f"{count} points still open. ") for each in many)
    assert any(each.startswith("1 point still open. ") for each in labels(page))
