"""One error report that waits to be handed over."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from tp_directory.core.bilingual import Language
from tp_directory.core.kept import ErrorReport
from tp_directory.ui.card import Card
from tp_directory.wording.dates import full_date
from tp_directory.wording.reports import fault


class ReportCard(Card):
    """What was found wrong, in which record, and when."""

    remove_wanted = Signal(object)  # ErrorReport

    def __init__(self, report: ErrorReport, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._report = report
        name = report.name.best(language)
        column = self.column
        column.say(name, role="section")
        column.say(fault(report.fault, language))
        if report.words:
            column.say(report.words)
        day = full_date(report.reported_on).best(language)
        words = self.tr("Reported on {date}, edition {edition}")
        if not report.edition:
            words = self.tr("Reported on {date}, in the records that came with the program")
        when = words.format(date=day, edition=report.edition)
        column.say(when, role="caption", tone="muted")
        remove = QPushButton(self.tr("Remove"))
        remove.setProperty("role", "small")
        remove.setAccessibleName(self.tr("Remove the report on {name}").format(name=name))
        remove.clicked.connect(self.remove)
        column.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeft)

    def remove(self) -> None:
        """Ask for the report to be removed."""
        self.remove_wanted.emit(self._report)
