"""Checklists on a page of their own, as a worker has them in front of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import NOW
from tests.screening.conftest import written
from tests.ui.conftest import MakeWindow, rest
from tests.ui.test_window import lay_out
from tests.ui.test_window import press as press_keys
from tp_directory.core.bilingual import Language
from tp_directory.core.preferences import Preferences
from tp_directory.paths import Bundle
from tp_directory.screening.interview import Interview
from tp_directory.screening.opening import open_protocol
from tp_directory.screening.protocol import Protocol, protocol_from
from tp_directory.screening.vocabulary import Vocabulary, read_vocabulary
from tp_directory.screening.xlsform.compile import compile_workbook
from tp_directory.screening.xlsform.workbook import workbook_of
from tp_directory.ui.appearance import Appearance
from tp_directory.ui.icons import Icons
from tp_directory.ui.screening.answer_button import AnswerButton
from tp_directory.ui.screening.question_card import QuestionCard
from tp_directory.ui.screening.run_page import RunPage
from tp_directory.ui.screening.screening_page import ScreeningPage
from tp_directory.ui.translation import Translation
from tp_directory.ui.window import Window

SHIPPED = ("border_interview", "police_rapid", "shelter_adult", "youth_check")
LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier
Begin = Callable[..., tuple[RunPage, Interview]]
Open = Callable[..., Window]


@pytest.fixture(scope="session")
def protocols(bundle: Bundle) -> Mapping[str, Protocol]:
    """The checklists of the program, by their ids."""
    return {name: open_protocol(bundle.data / "protocols" / f"{name}.xlsx") for name in SHIPPED}


@pytest.fixture(scope="session")
def vocabulary(bundle: Bundle) -> Vocabulary:
    return read_vocabulary(bundle.data / "protocols" / "common.yaml")


def small(survey: str, choices: str = "list_name | name | label\nyn | yes | Yes") -> Protocol:
    """A checklist that is written in the test."""
    workbook = workbook_of(written(survey=survey, choices=choices), "small.xlsx")
    return protocol_from(compile_workbook(workbook, allow_text=True), workbook)


@pytest.fixture
def begin(
    qtbot: QtBot,
    qapp: QApplication,
    translation: Translation,
    appearance: Appearance,
    icons: Icons,
    vocabulary: Vocabulary,
) -> Begin:
    """Begins a checklist on a page that is shown."""

    def begin(
        protocol: Protocol,
        language: Language = Language.EN,
        *,
        scale: float = 1.0,
        at_once: int = 0,
        is_training: bool = False,
    ) -> tuple[RunPage, Interview]:
        font = QFont(qapp.font())
        font.setPointSizeF(font.pointSizeF() * scale)
        qapp.setFont(font)
        appearance.show_scheme(Qt.ColorScheme.Light)
        translation.show(language)
        page = RunPage(vocabulary, language, appearance.tokens, icons)
        qtbot.addWidget(page)
        page.resize(780, 600)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        interview = Interview(protocol, lambda: NOW)
        page.start(interview, questions_at_once=at_once, is_training=is_training)
        lay_out()
        return page, interview

    return begin


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)
    lay_out()


def go_on() -> None:
    """Go to the next page by its key."""
    press(Qt.Key.Key_Right, ALT)


def cards(page: QWidget) -> dict[str, QuestionCard]:
    """The cards that are shown, by the names of their questions."""
    return {each.question.name: each for each in page.findChildren(QuestionCard)}


def focused_question() -> str:
    """The question that has the keyboard."""
    widget = QApplication.focusWidget()
    while widget is not None and not isinstance(widget, QuestionCard):
        widget = widget.parentWidget()
    return widget.question.name if widget is not None else ""


def answers(page: QWidget, name: str) -> list[AnswerButton]:
    """The answers that a question offers now."""
    found = cards(page)[name].findChildren(AnswerButton)
    return [each for each in found if not each.isHidden()]


def chosen(page: QWidget, name: str) -> list[int]:
    """The places, from 1, of the answers that are shown as chosen."""
    return [place for place, each in enumerate(answers(page, name), 1) if each.isChecked()]


def click(page: QWidget, name: str) -> None:
    """Press the button that can be seen with these words, or this name."""
    found = [
        each
        for each in page.findChildren(QPushButton)
        if each.isVisible() and name in (each.text(), each.accessibleName())
    ]
    assert len(found) == 1, f"{len(found)} buttons “{name}”"
    QTest.mouseClick(found[0], LEFT)
    lay_out()


@pytest.fixture
def open_checklists(make_window: MakeWindow, qtbot: QtBot) -> Open:
    """The window with its checklists, which are read when they are first looked at."""

    def open_checklists(
        language: Language = Language.EN,
        scale: float = 1.0,
        *,
        preferences: Preferences | None = None,
    ) -> Window:
        window = make_window(language, scale, preferences)
        press_keys(window, "Ctrl+2")
        qtbot.waitUntil(lambda: window.findChild(ScreeningPage) is not None, timeout=20_000)
        rest(window)
        return window

    return open_checklists
