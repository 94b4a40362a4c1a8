"""Takes away what a page was built of."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def drop(widget: QWidget) -> None:
    """Take a widget off its page for good.

    Hidden first: a layout shows what it was given one round of events later, which would be as a
    window of its own by then. Deleted last: one of its own keys or buttons may have led here.
    """
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
