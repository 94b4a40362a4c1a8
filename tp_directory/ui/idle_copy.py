"""Ctrl+C where nothing is selected: then it means the main number of the service."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence


def is_idle_copy(event: QEvent, *, has_selection: bool) -> bool:
    """Whether a widget with text is asked to claim a Ctrl+C that it has no use for.

    Qt's text widgets claim it all the same, and the window's own action never hears of it.
    """
    return (
        event.type() is QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.matches(QKeySequence.StandardKey.Copy)
        and not has_selection
    )
