"""What this program is, its keys, where its facts come from and whom to credit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tp_directory import wording
from tp_directory.core.bilingual import Language
from tp_directory.ui.actions import Actions
from tp_directory.ui.fact_labels import FactLabel
from tp_directory.ui.tokens import SPACE_8, SPACE_12, SPACE_16, SPACE_24, em


class AboutDialog(QDialog):
    """Shown by F1; made anew each time, in the language of that moment."""

    def __init__(self, actions: Actions, language: Language, version: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About TP Directory"))
        page = QWidget()
        page.setObjectName("about_page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(SPACE_24, SPACE_16, SPACE_24, SPACE_16)
        layout.setSpacing(SPACE_8)
        layout.addWidget(
            FactLabel(self.tr("TP Directory {version}").format(version=version), role="title")
        )
        layout.addWidget(
            FactLabel(
                self.tr(
                    "An offline directory of services for people in Canada who may have been "
                    "trafficked, for those who meet them at work. It keeps nothing of what is "
                    "typed, searched or opened."
                )
            )
        )
        layout.addWidget(FactLabel(wording.NOT_CONFIRMED.best(language)))
        layout.addSpacing(SPACE_8)
        layout.addWidget(FactLabel(self.tr("Keys"), role="section"))
        layout.addLayout(self._keys(actions))
        layout.addSpacing(SPACE_8)
        layout.addWidget(FactLabel(self.tr("Sources and licences"), role="section"))
        for credit in self._credits():
            layout.addWidget(FactLabel(credit))
        layout.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(self.tr("About TP Directory"))
        area.setWidget(page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, SPACE_12)
        outer.addWidget(area, 1)
        outer.addWidget(buttons, 0, Qt.AlignmentFlag.AlignHCenter)
        self.resize(em(self.font()) * 52, em(self.font()) * 44)

    def _keys(self, actions: Actions) -> QGridLayout:
        native = QKeySequence.SequenceFormat.NativeText
        lines = [
            (
                "  ".join(key.toString(native) for key in action.shortcuts()),
                action.statusTip(),
            )
            for action in actions.every
        ]
        lines += [
            (self.tr("Down, Up"), self.tr("Walk through the results from the search box")),
            (self.tr("Enter"), self.tr("Copy the main number of the chosen service")),
            (self.tr("Tab"), self.tr("Go to the next control, in reading order")),
        ]
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_16)
        grid.setColumnStretch(1, 1)
        for place, (keys, words) in enumerate(lines):
            label = QLabel(keys)
            label.setProperty("tone", "muted")
            grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(FactLabel(words), place, 1)
        return grid

    def _credits(self) -> tuple[str, ...]:
        return (
            self.tr(
                "Place names and postal codes: GeoNames (https://www.geonames.org/), CC BY 4.0."
            ),
            self.tr(
                "Record format: Human Services Data Specification, an Open Referral resource "
                "(https://openreferral.org/), CC BY-SA 4.0."
            ),
            self.tr("Directory, taxonomy, thesaurus and regions: TP Directory, CC BY 4.0."),
            self.tr("Program: Apache License 2.0. Window: Qt and PySide6, LGPL 3."),
        )
