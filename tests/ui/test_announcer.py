"""Announcements: one for each pause in the typing, and none that was taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tp_directory.ui.announcer import Announcer

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def label(qtbot: QtBot) -> QLabel:
    label = QLabel()
    qtbot.addWidget(label)
    label.show()
    return label


def test_only_the_last_words_are_said_once_typing_pauses(qtbot: QtBot, label: QLabel) -> None:
    announcer = Announcer(label, pause_ms=1)
    said = QSignalSpy(announcer.announced)
    with qtbot.waitSignal(announcer.announced):
        for words in ("120 services", "14 services", "2 services"):
            announcer.say(words)

    assert [said.at(place) for place in range(said.count())] == [["2 services"]]


def test_each_key_puts_the_words_off(label: QLabel) -> None:
    announcer = Announcer(label)
    said = QSignalSpy(announcer.announced)
    announcer.say("14 services")
    announcer.say("2 services")

    timer = announcer.findChild(QTimer)
    assert timer is not None
    assert timer.isActive()
    assert said.count() == 0


def test_words_that_were_taken_back_are_not_said(qtbot: QtBot, label: QLabel) -> None:
    announcer = Announcer(label, pause_ms=1)
    announcer.say("14 services")
    with qtbot.assertNotEmitted(announcer.announced, wait=20):
        announcer.say("")


def test_words_are_said_once(label: QLabel) -> None:
    announcer = Announcer(label)
    said = QSignalSpy(announcer.announced)
    announcer.say("14 services")
    announcer.speak()
    announcer.speak()

    assert said.count() == 1


def test_nothing_is_said_of_what_is_out_of_sight(label: QLabel) -> None:
    announcer = Announcer(label)
    said = QSignalSpy(announcer.announced)
    announcer.say("14 services")
    label.hide()
    announcer.speak()

    assert said.count() == 0
