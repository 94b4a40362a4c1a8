"""The neutral screen: the time of day, one way back, and no key that gives anything away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from tp_directory.ui.appearance import Appearance
from tp_directory.ui.hidden_page import HiddenPage


class Clock:
    """Stands still until it is told to go on."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 11, 24, 9, 5, 40))


@pytest.fixture
def language() -> Iterator[None]:
    """Puts the language of the program back afterwards."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_CA"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def stack(qtbot: QtBot, appearance: Appearance, language: None, clock: Clock) -> QStackedWidget:
    """A window with something to hide, hidden."""
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    stack.addWidget(QLabel("Example of what was searched"))
    page = HiddenPage(clock)
    stack.addWidget(page)
    stack.resize(800, 600)
    with qtbot.waitActive(stack):
        stack.show()
        stack.activateWindow()
    stack.setCurrentWidget(page)
    return stack


@pytest.fixture
def page(stack: QStackedWidget) -> HiddenPage:
    page = stack.currentWidget()
    assert isinstance(page, HiddenPage)
    return page


def words(window: QWidget) -> list[str]:
    labels: list[QLabel | QPushButton] = window.findChildren(QLabel)
    labels += window.findChildren(QPushButton)
    return [each.text() for each in labels if each.isVisible()]


def focused(page: HiddenPage) -> QWidget:
    widget = page.window().focusWidget()
    assert widget is not None
    return widget


def test_nothing_is_seen_but_the_time_and_a_way_back(stack: QStackedWidget) -> None:
    assert words(stack) == ["09:05", "Tuesday, November 24", "Continue"]


@pytest.mark.parametrize(("day", "date"), [(24, "mardi 24 novembre"), (1, "dimanche 1er novembre")])
def test_the_time_is_told_in_french(page: HiddenPage, clock: Clock, day: int, date: str) -> None:
    QLocale.setDefault(QLocale("fr_CA"))
    clock.moment = clock.moment.replace(day=day)
    page.retranslate()

    assert words(page)[:2] == ["9 h 05", date]


def test_the_clock_goes_on_with_each_minute(qtbot: QtBot, page: HiddenPage, clock: Clock) -> None:
    timer = page.findChild(QTimer)
    assert timer is not None
    assert timer.interval() == 20_000
    clock.moment += timedelta(seconds=20)
    timer.start(1)  # sooner than in 20 seconds

    qtbot.waitUntil(lambda: words(page)[0] == "09:06")
    assert timer.isActive()


def test_the_clock_stands_still_where_nobody_sees_it(
    stack: QStackedWidget, page: HiddenPage
) -> None:
    stack.setCurrentIndex(0)

    timer = page.findChild(QTimer)
    assert timer is not None
    assert not timer.isActive()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_leads_back(qtbot: QtBot, page: HiddenPage, key: Qt.Key) -> None:
    with qtbot.waitSignal(page.left):
        QTest.keyClick(focused(page), key)


def test_the_button_leads_back(qtbot: QtBot, page: HiddenPage) -> None:
    button = page.findChild(QPushButton)
    assert button is not None
    with qtbot.waitSignal(page.left):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    "key",
    [
        Qt.Key.Key_Space,
        Qt.Key.Key_Escape,
        Qt.Key.Key_Tab,
        Qt.Key.Key_A,
        Qt.Key.Key_Slash,
        Qt.Key.Key_F1,
    ],
)
def test_no_other_key_does_anything(stack: QStackedWidget, page: HiddenPage, key: Qt.Key) -> None:
    action = QAction(stack)
    action.setShortcut(QKeySequence(key))
    stack.addAction(action)
    triggered, left = QSignalSpy(action.triggered), QSignalSpy(page.left)
    before = focused(page)
    QTest.keyClick(before, key)

    assert focused(page) is before
    assert (triggered.count(), left.count()) == (0, 0)


def test_a_click_beside_the_button_does_nothing(qtbot: QtBot, page: HiddenPage) -> None:
    left = QSignalSpy(page.left)
    QTest.mouseClick(page, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert left.count() == 0

    with qtbot.waitSignal(page.left):
        QTest.keyClick(focused(page), Qt.Key.Key_Return)


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut(
    stack: QStackedWidget, page: HiddenPage, appearance: Appearance, percent: int
) -> None:
    QLocale.setDefault(QLocale("fr_CA"))
    page.retranslate()
    appearance.set_text_size(percent)
    stack.resize(640, 480)

    for widget in (*page.findChildren(QLabel), *page.findChildren(QPushButton)):
        assert widget.sizeHint().boundedTo(widget.size()) == widget.sizeHint()
        assert page.rect().contains(widget.geometry())
