"""Asks for files, and leaves no note of which folders were looked at."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_open(window: QWidget, title: str, kinds: str) -> Path | None:
    """The file that the worker chose to be read, None for none; `kinds` as Qt's filters."""
    chosen, _ = QFileDialog.getOpenFileName(window, title, "", kinds)
    _forget_folders()
    return Path(chosen) if chosen else None


def ask_save(window: QWidget, title: str, name: str, kinds: str, suffix: str) -> Path | None:
    """Where the worker chose to save a file, None for nowhere.

    `name` is proposed; `suffix` (".json") is added where none was written and no such file is.
    """
    chosen, _ = QFileDialog.getSaveFileName(window, title, name, kinds)
    _forget_folders()
    if not chosen:
        return None
    file = Path(chosen)
    if not file.suffix and not file.with_suffix(suffix).exists():
        file = file.with_suffix(suffix)  # some platforms' dialogs leave that to the program
    return file


def _forget_folders() -> None:
    """Take back what Qt's own dialog has just noted: which folders were looked at."""
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    settings.remove("FileDialog")
    settings.sync()
