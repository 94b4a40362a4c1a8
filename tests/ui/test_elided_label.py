"""One line of words with no room for all of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from tp_directory.ui.elided_label import ElidedLabel

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

WORDS = "Kept: Example House of the <b>Example</b> Society"


def point_at(label: ElidedLabel) -> str:
    """Rest the mouse on a label, and return the tool tip."""
    middle = label.rect().center()
    event = QHelpEvent(QEvent.Type.ToolTip, middle, label.mapToGlobal(middle))
    QApplication.sendEvent(label, event)
    return QToolTip.text()


@pytest.fixture
def label(qtbot: QtBot) -> ElidedLabel:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.setText(WORDS)
    label.show()
    return label


def test_all_words_are_in_the_tool_tip_as_they_are(label: ElidedLabel) -> None:
    label.resize(80, label.sizeHint().height())

    assert "&lt;b&gt;Example&lt;/b&gt; Society" in point_at(label)
    QToolTip.hideText()


def test_words_that_are_all_shown_need_no_tool_tip(label: ElidedLabel) -> None:
    label.resize(label.sizeHint())

    assert point_at(label) == ""


def test_no_tool_tip_outlasts_the_words(label: ElidedLabel) -> None:
    label.resize(80, label.sizeHint().height())
    point_at(label)
    label.clear()

    assert label.toolTip() == ""
    QToolTip.hideText()
