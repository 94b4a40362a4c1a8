"""Rows that break like words."""

from __future__ import annotations

import gc

import shiboken6
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget, QWidgetItem
from pytestqt.qtbot import QtBot

from tests.allocated import allocated
from tp_directory.ui.flow_layout import FlowLayout


def row_of(widget: QWidget, count: int) -> FlowLayout:
    row = FlowLayout(widget, gap=8)
    for _ in range(count):
        row.addWidget(QLabel("Example"))
    return row


def make_and_destroy_rows(count: int) -> None:
    for _ in range(count):
        widget = QWidget()
        row_of(widget, 10)
        shiboken6.delete(widget)


def items_of_qt() -> int:
    """How many items that Qt made are known to Python, which is not told of their end."""
    items = [each for each in gc.get_objects() if isinstance(each, QWidgetItem)]
    return sum(not shiboken6.createdByPython(each) for each in items)


def test_a_row_leaves_nothing_behind(qtbot: QtBot) -> None:
    make_and_destroy_rows(100)
    before = allocated()
    make_and_destroy_rows(200)
    after = allocated()

    assert after.c_bytes - before.c_bytes < 50_000  # 80 of each item that is left
    assert after.blocks - before.blocks < 500


def test_laying_out_a_row_shows_no_item_of_qt_to_python(qtbot: QtBot) -> None:
    before = items_of_qt()
    widget = QWidget()
    qtbot.addWidget(widget)
    row_of(widget, 10)
    widget.show()
    widget.resize(widget.sizeHint().width() // 2, 100)
    QApplication.processEvents()

    assert items_of_qt() == before


def test_a_row_closes_up_where_a_widget_was_destroyed_or_went_elsewhere(qtbot: QtBot) -> None:
    widget, elsewhere = QWidget(), QWidget()
    qtbot.addWidget(widget)
    qtbot.addWidget(elsewhere)
    row = FlowLayout(widget, gap=8)
    first, second, third, last = (QPushButton(name) for name in ("1", "2", "3", "4"))
    for button in (first, second, third, last):
        row.addWidget(button)
    widget.show()
    place = first.geometry()
    shiboken6.delete(first)
    second.setParent(elsewhere)
    row.removeWidget(third)
    third.hide()
    row.activate()

    assert last.geometry() == place


def test_a_widget_is_put_before_others(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    row = row_of(widget, 2)
    button = QPushButton("1")
    row.insert_widget(0, button)
    widget.show()

    assert button.x() == 0
