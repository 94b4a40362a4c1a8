"""Where all keys, clicks and turns of the wheel pass, and little else."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication


class InputWatch(QObject):
    """Has its event filter on every window, and every control, that has or had the keyboard.

    Keys, mouse and wheel come to a window first; an input method tells its words to the control.
    A filter on the application would be asked of every event of every widget: two thousand for
    each page of a service that is built, at two microseconds each.
    """

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        application.focusWindowChanged.connect(self.follow)
        application.focusObjectChanged.connect(self.follow)
        self.follow(application.focusWindow())
        self.follow(application.focusObject())

    def follow(self, receiver: QObject | None) -> None:
        """See what comes to a window or a control from now on."""
        if receiver is not None:
            receiver.installEventFilter(self)  # a second time changes nothing
