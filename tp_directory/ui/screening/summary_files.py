"""A summary as a file, where the worker says each time."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from tp_directory.ui.saving import Saver
from tp_directory.ui.screening.summary import Summary, as_text
from tp_directory.ui.screening.summary_pdf import as_pdf

_TEXT = ".txt"


class SummaryFiles(Saver):
    """Saves a summary as a PDF, or as text where the name ends so."""

    def save_summary(self, summary: Summary) -> None:
        """Ask where, and save a summary."""
        kinds = f"PDF (*.pdf);;{self.tr('Text')} (*{_TEXT})"
        name = self.tr("summary")
        self.save(self.tr("Save the summary"), name, kinds, partial(_content, summary))


def _content(summary: Summary, file: Path) -> bytes:
    is_text = file.suffix.lower() == _TEXT
    return as_text(summary).encode() if is_text else as_pdf(summary)
