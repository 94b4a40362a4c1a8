"""Puts a page that was built anew into its scroll area."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget


def change_page(area: QScrollArea, page: QWidget, *, is_same: bool) -> None:
    """Show a page instead of the one before.

    Where it `is_same` but for what has changed in it, the worker goes on at the same place. What
    had the keyboard gives it to its like on the new page, or to the area.
    """
    place, focused = area.verticalScrollBar().value(), area.window().focusWidget()
    before = area.takeWidget()
    area.setWidget(page)
    if before is None:
        return
    before.deleteLater()  # and not at once: a button or a menu of it may have led here
    if is_same:
        area.verticalScrollBar().setValue(place)
    if focused is not None and before.isAncestorOf(focused):
        like(focused, page, area).setFocus(Qt.FocusReason.OtherFocusReason)


def like(control: QWidget, page: QWidget, otherwise: QWidget) -> QWidget:
    """The control of a page that does what another did before it; `otherwise` where none does."""
    mark = _mark(control)
    found = (each for each in page.findChildren(QWidget) if mark and _mark(each) == mark)
    return next(found, otherwise)


def _mark(control: QWidget) -> str:
    """What tells a control from the others of its page, "" for one that nothing does."""
    words = control.text() if isinstance(control, QAbstractButton) else ""
    return control.objectName() or control.accessibleName() or words
