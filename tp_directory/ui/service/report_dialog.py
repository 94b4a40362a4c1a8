"""Reports an error in a record: it waits on this computer until the worker hands it over."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from tp_directory.core.bilingual import Language
from tp_directory.core.kept import Fault
from tp_directory.ui.fact_labels import FactLabel
from tp_directory.ui.tokens import SPACE_8, SPACE_24, em
from tp_directory.wording.reports import fault

_USUAL_EMS = QSize(40, 30)


class ReportDialog(QDialog):
    """Asks what is wrong, and what would be right."""

    reported = Signal(object, str)  # Fault, the words

    def __init__(self, name: str, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Report an error"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_24)
        layout.setSpacing(SPACE_8)
        layout.addWidget(FactLabel(name, role="section"))
        self._kind = QComboBox()
        for kind in Fault:
            self._kind.addItem(fault(kind, language), kind)
        question = QLabel(self.tr("&What is wrong"))
        question.setBuddy(self._kind)
        self._kind.setAccessibleName(self.tr("What is wrong"))
        self._words = QPlainTextEdit()
        self._words.setObjectName("report_words")
        self._words.setTabChangesFocus(True)
        self._words.setMinimumHeight(em(self.font()) * 4)
        right = QLabel(self.tr("What is &right, and how you know (may stay empty)"))
        right.setWordWrap(True)
        right.setBuddy(self._words)
        self._words.setAccessibleName(self.tr("What is right, and how you know"))
        caution = FactLabel(
            self.tr(
                "Write about the record only, never about a person. The report is kept on this "
                "computer; the page “Kept” saves all reports as a file for those who keep the "
                "directory."
            ),
            role="caption",
        )
        caution.setProperty("tone", "muted")
        buttons = QDialogButtonBox()
        save = buttons.addButton(
            self.tr("&Keep the report"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        save.setDefault(True)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        for widget in (question, self._kind, right, self._words, caution, buttons):
            layout.addWidget(widget)
        self.accepted.connect(self.tell)
        usual = _USUAL_EMS * em(self.font())
        self.resize(usual.boundedTo(self.screen().availableSize() * 0.9))

    def tell(self) -> None:
        """Tell what was reported."""
        fault = Fault(self._kind.currentData())  # Qt gives back a bare str
        self.reported.emit(fault, self._words.toPlainText().strip())
