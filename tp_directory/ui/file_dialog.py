"""Asks for files, and leaves no note of which folders were looked at."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

_SUFFIX = re.compile(r"\*(\.\w+)")


def ask_open(window: QWidget, title: str, kinds: str) -> Path | None:
    """The file that the worker chose to be read, None for none; `kinds` as Qt's filters."""
    chosen, _ = QFileDialog.getOpenFileName(window, title, "", kinds)
    _forget_folders()
    return Path(chosen) if chosen else None


def ask_save(window: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """Where the worker chose to save a file, None for nowhere.

    `name` is proposed. Where no ending was written it gets that of the chosen kind, or else of the
    first ("PDF (*.pdf);;Text (*.txt)"), unless there is such a file.
    """
    chosen, kind = QFileDialog.getSaveFileName(window, title, name, kinds)
    _forget_folders()
    if not chosen:
        return None
    file = Path(chosen)
    suffix = _SUFFIX.search(f"{kind};;{kinds}")
    if suffix and not file.suffix and not file.with_suffix(suffix[1]).exists():
        return file.with_suffix(suffix[1])  # some platforms' dialogs leave that to the program
    return file


def _forget_folders() -> None:
    """Take back what Qt's own dialog has just noted: which folders were looked at."""
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    settings.remove("FileDialog")
    settings.sync()
