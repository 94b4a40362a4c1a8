"""The order in which the keyboard walks: by Tab through controls, by one key through panes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtWidgets import QWidget


def chain(before: QWidget | None, widgets: Iterable[QWidget]) -> None:
    """Let Tab lead from a widget through these, and then to where it led before.

    What is built late must still be reached in reading order.
    """
    last = before
    for widget in widgets:
        if last is not None:
            QWidget.setTabOrder(last, widget)
        last = widget


def holds_focus(pane: QWidget) -> bool:
    """Whether a pane, or something in it, has the keyboard while its window has it."""
    focused = pane.window().focusWidget()
    return focused is not None and (pane is focused or pane.isAncestorOf(focused))


def focus_next(panes: Sequence[tuple[QWidget, Callable[[], None]]]) -> None:
    """Give the keyboard to the next pane in sight, from the last to the first again.

    Each pane comes with what gives it the keyboard. Where none is in sight nothing happens.
    """
    shown = [pane for pane in panes if pane[0].isVisible()]
    if shown:
        now = next((at for at, (pane, _) in enumerate(shown) if holds_focus(pane)), -1)
        _, focus = shown[(now + 1) % len(shown)]
        focus()
