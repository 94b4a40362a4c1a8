"""The order in which Tab walks: what is built late must still be reached in reading order."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget


def chain(before: QWidget | None, widgets: Iterable[QWidget]) -> None:
    """Let Tab lead from a widget through these, and then to where it led before."""
    last = before
    for widget in widgets:
        if last is not None:
            QWidget.setTabOrder(last, widget)
        last = widget
