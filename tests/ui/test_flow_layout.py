"""Rows that break like words."""

from __future__ import annotations

import shiboken6
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.allocated import allocated
from tp_directory.ui.flow_layout import FlowLayout


def make_and_destroy_rows(count: int) -> None:
    for _ in range(count):
        widget = QWidget()
        row = FlowLayout(widget, gap=8)
        for _ in range(10):
            row.addWidget(QLabel())
        shiboken6.delete(widget)


def test_a_row_leaves_nothing_behind(qtbot: QtBot) -> None:
    make_and_destroy_rows(100)
    before = allocated()
    make_and_destroy_rows(200)
    after = allocated()

    assert after.c_bytes - before.c_bytes < 50_000  # 80 of each item that is left
    assert after.blocks - before.blocks < 500
