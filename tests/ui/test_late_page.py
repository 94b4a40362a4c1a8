"""A page that is there late says so until it is."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tp_directory.ui.late_page import LatePage


def test_opening_takes_a_moment_which_is_said(qtbot: QtBot) -> None:
    page = LatePage()
    qtbot.addWidget(page)
    [waiting] = page.findChildren(QLabel)
    page.show()
    at_first = (waiting.text(), waiting.isVisible())
    page.fill(QLabel("Example"))

    assert at_first == ("Opening the checklists…", True)
    assert not waiting.isVisible()
