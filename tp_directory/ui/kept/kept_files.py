"""What is kept as files: lists to be shared, and reports to be handed over."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal

from tp_directory.core.errors import CannotRead, DirectoryError
from tp_directory.core.kept import Kept
from tp_directory.exchange.kept_json import MOST_BYTES, decode, encode, encode_reports
from tp_directory.ui.file_dialog import ask_open
from tp_directory.ui.saving import Saver


class KeptFiles(Saver):
    """Saves lists and reports, and reads a list that somebody shared."""

    reports_saved = Signal(object)  # tuple[ErrorReport, ...]
    read = Signal(object)  # Kept

    def save_list(self, kept: Kept) -> None:
        """Ask where, and save services with their notes and lists."""
        self._save(self.tr("Save the list"), self.tr("list.json"), encode(kept))

    def save_reports(self, kept: Kept) -> None:
        """Ask where, and save the error reports."""
        content = encode_reports(kept.reports)
        if self._save(self.tr("Save the reports"), self.tr("reports.json"), content):
            self.reports_saved.emit(kept.reports)

    def open_list(self) -> None:
        """Ask for a file that somebody shared, and read it."""
        file = ask_open(self._window, self.tr("Import a list"), self.tr("Lists (*.json)"))
        if file is None:
            return
        try:
            self.read.emit(decode(_content(file), file.name))
        except DirectoryError as error:
            self.refused.emit(error.text)

    def _save(self, title: str, name: str, content: bytes) -> bool:
        return self.save(title, name, self.tr("Files (*.json)"), lambda _: content)


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)  # the rest of a longer file is not wanted
    except OSError as error:
        raise CannotRead(file, error.strerror or str(error)) from error
