"""Asks for files, and leaves no note of which folders were looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

_SUFFIX = re.compile(r"\*(\.\w+)")


def ask_open(window: QWidget, title: str, kinds: str) -> Path | None:
    """The file that the worker chose to be read, None for none; `kinds` as Qt's filters."""
    with _notes_put_back():
        chosen, _ = QFileDialog.getOpenFileName(window, title, "", kinds)
    return Path(chosen) if chosen else None


def ask_save(window: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """Where the worker chose to save a file, None for nowhere.

    `name` is proposed. Where no ending was written it gets that of the chosen kind, or else of the
    first ("PDF (*.pdf);;Text (*.txt)"), unless there is such a file.
    """
    with _notes_put_back():
        chosen, kind = QFileDialog.getSaveFileName(window, title, name, kinds)
    if not chosen:
        return None
    file = Path(chosen)
    suffix = _SUFFIX.search(f"{kind};;{kinds}")
    if suffix and not file.suffix and not file.with_suffix(suffix[1]).exists():
        return file.with_suffix(suffix[1])  # some platforms' dialogs leave that to the program
    return file


@contextmanager
def _notes_put_back() -> Iterator[None]:
    """Take back what Qt's own dialog notes meanwhile: which folders were looked at.

    All Qt programs of the user share these notes, and keep their sidebar and view among them.
    """
    notes = QSettings(QSettings.Scope.UserScope, "QtProject")
    notes.setFallbacksEnabled(False)
    notes.beginGroup("FileDialog")
    before = {name: notes.value(name) for name in notes.allKeys()}
    try:
        yield
    finally:
        notes.remove("")
        for name, value in before.items():
            notes.setValue(name, value)
        notes.sync()
