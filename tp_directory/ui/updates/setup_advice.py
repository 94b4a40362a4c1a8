"""Who sets updates up, and how: shown while nobody has."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from tp_directory.ui.fact_column import FactColumn
from tp_directory.ui.fact_labels import AddressLabel

_EXAMPLE = """[updates]
sources = ["https://updates.example.org"]
root = "root.json\""""


class SetupAdvice(QWidget):
    """Names the file, and what is to be written in it."""

    def __init__(self) -> None:
        super().__init__()
        column = FactColumn()
        self.setLayout(column)
        self._who, self._what = column.say(""), column.say("")
        self._file = AddressLabel("", "")
        column.addWidget(self._file)
        example = column.say(_EXAMPLE, role="formula")
        example.setWordWrap(False)
        self._root = column.say("", role="caption", tone="muted")
        self.retranslate()

    def show_file(self, file: str) -> None:
        """Name the file in which an administrator sets updates up."""
        if file != self._file.toPlainText():
            self._file.setPlainText(file)
            self._file.updateGeometry()

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        self._who.setText(
            self.tr(
                "The records that came with the program are in use, and age. Whoever looks after "
                "this computer can have them replaced by newer editions as they are published."
            )
        )
        self._what.setText(
            self.tr("What the publisher of the directory tells them goes into this file:")
        )
        self._file.setAccessibleName(self.tr("File of the policy"))
        self._root.setText(
            self.tr("The file root.json comes from the publisher, by a way that can be trusted.")
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
