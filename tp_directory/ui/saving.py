"""Saves a file where the worker says, each time."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tp_directory.core.errors import CannotWrite
from tp_directory.ui.file_dialog import ask_save


class Saver(QObject):
    """Asks where, and writes there; nothing is written but where the worker said."""

    saved = Signal(str)  # the name of the file
    refused = Signal(object)  # Text

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def save(self, title: str, name: str, kinds: str, content_of: Callable[[Path], bytes]) -> bool:
        """Ask where, and write what `content_of` gives for that file.

        `kinds` as Qt's filters. It takes the place of a file that the worker has agreed to lose.
        Returns whether it was written.
        """
        file = ask_save(self._window, title, name, kinds)
        if file is None:
            return False
        content = content_of(file)
        try:
            file.write_bytes(content)
        except OSError as error:
            reason = error.strerror or os.strerror(error.errno or 0)
            self.refused.emit(CannotWrite(file.parent, reason).text)
            return False
        self.saved.emit(file.name)
        return True
