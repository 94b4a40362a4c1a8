"""A summary as a file, where the worker says each time."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tp_directory.core.errors import CannotWrite
from tp_directory.ui.file_dialog import ask_save
from tp_directory.ui.saving import write
from tp_directory.ui.screening.summary import Summary, as_text
from tp_directory.ui.screening.summary_pdf import as_pdf

_TEXT = ".txt"


class SummaryFiles(QObject):
    """Asks where, and writes there: as a PDF, or as text where the name ends so."""

    saved = Signal(str)  # the name of the file
    refused = Signal(object)  # Text

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def save(self, summary: Summary) -> None:
        """Ask where, and save a summary."""
        kinds = f"PDF (*.pdf);;{self.tr('Text')} (*{_TEXT})"
        file = ask_save(self._window, self.tr("Save the summary"), self.tr("summary"), kinds)
        if file is None:
            return
        is_text = file.suffix.lower() == _TEXT
        try:
            write(file, as_text(summary).encode() if is_text else as_pdf(summary))
        except CannotWrite as error:
            self.refused.emit(error.text)
        else:
            self.saved.emit(file.name)
