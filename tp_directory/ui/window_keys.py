"""Keys that mean something to the window although the caret is in a box of words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_EDITING = (Qt.Key.Key_A, Qt.Key.Key_V, Qt.Key.Key_X, Qt.Key.Key_Y)


def is_for_window(event: QEvent, *, has_selection: bool, can_undo: bool = False) -> bool:
    """Whether a widget with words is asked to claim a key that it must leave to the window.

    Qt's widgets claim Ctrl+C with nothing selected and Ctrl+Z with nothing to undo, and on Linux
    Ctrl+D, Ctrl+E and Ctrl+K, as Emacs has them; the window's own actions never hear of those.
    """
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.matches(QKeySequence.StandardKey.Copy):
        return not has_selection
    if event.matches(QKeySequence.StandardKey.Undo):
        return not can_undo
    is_letter = Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z
    is_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return is_control and is_letter and event.key() not in _EDITING
