"""Idle minutes: counted from the last key, click or turn of the wheel, by a clock of the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAction, QInputMethodEvent, QKeySequence, QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tp_directory.ui.idle_watch import IdleWatch


@dataclass
class Clock:
    """Stands still until it is told to go on."""

    minutes: float = 0

    def __call__(self) -> float:
        return self.minutes * 60


def press_key(box: QLineEdit) -> None:
    QTest.keyClick(box, Qt.Key.Key_A)


def press_shortcut(box: QLineEdit) -> None:
    QTest.keyClick(box, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)


def click(box: QLineEdit) -> None:
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)


def turn_wheel(box: QLineEdit) -> None:
    turn = QWheelEvent(
        QPointF(1, 1),
        QPointF(1, 1),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, turn)


def compose(box: QLineEdit) -> None:
    event = QInputMethodEvent()
    event.setCommitString("é")
    QApplication.sendEvent(box, event)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def watch(qapp: QApplication, clock: Clock) -> Iterator[IdleWatch]:
    watch = IdleWatch(qapp, qapp, clock)
    yield watch
    qapp.removeEventFilter(watch)
    watch.deleteLater()


@pytest.fixture
def box(qtbot: QtBot) -> QLineEdit:
    box = QLineEdit()
    qtbot.addWidget(box)
    shortcut = QAction(box)
    shortcut.setShortcut(QKeySequence("Ctrl+K"))
    box.addAction(shortcut)
    with qtbot.waitActive(box):
        box.show()
        box.activateWindow()
    return box


def test_it_tells_after_the_minutes_that_were_set(watch: IdleWatch, clock: Clock) -> None:
    told = QSignalSpy(watch.idled)
    watch.set_minutes(5)
    clock.minutes = 4.9
    watch.look()
    assert told.count() == 0

    clock.minutes = 5
    watch.look()
    assert told.count() == 1


@pytest.mark.parametrize("touch", [press_key, press_shortcut, click, turn_wheel, compose])
def test_whoever_does_something_is_there(
    watch: IdleWatch, clock: Clock, box: QLineEdit, touch: Callable[[QLineEdit], None]
) -> None:
    told = QSignalSpy(watch.idled)
    watch.set_minutes(5)
    clock.minutes = 4
    touch(box)
    clock.minutes = 8
    watch.look()
    assert told.count() == 0

    clock.minutes = 9
    watch.look()
    assert told.count() == 1


def test_a_mouse_that_only_moves_may_have_been_pushed(
    watch: IdleWatch, clock: Clock, box: QLineEdit
) -> None:
    told = QSignalSpy(watch.idled)
    watch.set_minutes(5)
    clock.minutes = 4
    QTest.mouseMove(box)
    clock.minutes = 5
    watch.look()

    assert told.count() == 1


def test_it_tells_once_and_again_only_after_somebody_was_back(
    watch: IdleWatch, clock: Clock, box: QLineEdit
) -> None:
    timer = watch.findChild(QTimer)
    assert timer is not None
    watch.set_minutes(1)
    clock.minutes = 1
    watch.look()
    assert not timer.isActive()

    press_key(box)
    assert timer.isActive()


def test_zero_minutes_never_hide(watch: IdleWatch, clock: Clock, box: QLineEdit) -> None:
    told = QSignalSpy(watch.idled)
    watch.set_minutes(5)
    watch.set_minutes(0)
    press_key(box)
    clock.minutes = 600
    watch.look()

    timer = watch.findChild(QTimer)
    assert timer is not None
    assert not timer.isActive()
    assert told.count() == 0


def test_the_timer_is_what_tells(qtbot: QtBot, watch: IdleWatch, clock: Clock) -> None:
    watch.set_minutes(5)
    timer = watch.findChild(QTimer)
    assert timer is not None
    clock.minutes = 5
    with qtbot.waitSignal(watch.idled):
        timer.start(1)  # sooner than in five minutes
