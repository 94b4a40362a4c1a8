"""All keys on one sheet; and what this program is, and whom to credit."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
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
from tp_directory.ui.tokens import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24, em

_USUAL_EMS = QSize(56, 50)
_SHARES = 1, 2  # of the width: keys with long names break, and leave room for what they do


class KeysDialog(QDialog):
    """Shown by F1; made anew each time, in the language of that moment."""

    def __init__(self, actions: Actions, language: Language, version: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys and sources"))
        page = QWidget()
        page.setObjectName("keys_page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(SPACE_24, SPACE_16, SPACE_24, SPACE_16)
        layout.setSpacing(SPACE_8)
        layout.addWidget(FactLabel(self.tr("Keys"), role="title"))
        layout.addLayout(self._keys(actions))
        layout.addSpacing(SPACE_16)
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
        layout.addWidget(FactLabel(self.tr("Sources and licences"), role="section"))
        for credit in self._credits():
            layout.addWidget(FactLabel(credit))
        layout.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(self.tr("Keys and sources"))
        area.setWidget(page)
        buttons = QDialogButtonBox()
        buttons.addButton(self.tr("&Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, SPACE_12)
        outer.addWidget(area, 1)
        outer.addWidget(buttons, 0, Qt.AlignmentFlag.AlignHCenter)
        usual = _USUAL_EMS * em(self.font())
        self.resize(usual.boundedTo(self.screen().availableSize() * 0.9))

    def _keys(self, actions: Actions) -> QGridLayout:
        by_hand = (
            (self.tr("Down, Up"), self.tr("Walk through the results from the search box")),
            (self.tr("Page Down, Page Up"), self.tr("Walk through them five at a time")),
            (self.tr("Enter"), self.tr("Go to the service that is chosen")),
            (self.tr("Space"), self.tr("Choose a filter, or take it away")),
            (self.tr("Tab"), self.tr("Go to the next control, in reading order")),
            (self.tr("Esc Esc"), self.tr("Hide everything at once and clear it")),
        )
        on_the_map = (
            (self.tr("Arrows"), self.tr("Move the map")),
            (self.tr("+, −"), self.tr("Zoom in and out")),
            (self.tr("0, Home"), self.tr("Show all of Canada")),
            (self.tr("Page Down, Page Up"), self.tr("Walk from mark to mark")),
            (self.tr("Enter"), self.tr("Show what the mark stands for")),
        )
        in_a_checklist = (
            (self.tr("1 to 9"), self.tr("Answer the question, and go to the next one")),
            (self.tr("Backspace"), self.tr("Take the answer back")),
            (self.tr("Alt+Left, Alt+Right"), self.tr("Go back and on in the checklist")),
            (self.tr("Page Up, Page Down"), self.tr("Go back and on while a case is projected")),
            (self.tr("B"), self.tr("Show a blank screen while a case is projected")),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_16)
        grid.setVerticalSpacing(SPACE_4)
        for column, share in enumerate(_SHARES):
            grid.setColumnStretch(column, share)
        for heading, group in actions.groups:
            self._add_heading(grid, heading)
            for action in group:
                self._add_line(grid, _keys_of(action), action.statusTip())
        for heading, lines in (
            (self.tr("On the map"), on_the_map),
            (self.tr("In a checklist"), in_a_checklist),
            (self.tr("By hand"), by_hand),
        ):
            self._add_heading(grid, heading)
            for keys, words in lines:
                self._add_line(grid, keys, words)
        return grid

    def _add_heading(self, grid: QGridLayout, words: str) -> None:
        heading = FactLabel(words, role="section")
        heading.setContentsMargins(0, SPACE_12, 0, 0)
        grid.addWidget(heading, grid.rowCount(), 0, 1, 2)

    def _add_line(self, grid: QGridLayout, keys: str, words: str) -> None:
        row = grid.rowCount()
        label = QLabel(keys)
        label.setProperty("role", "key")
        label.setWordWrap(True)
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(FactLabel(words), row, 1, Qt.AlignmentFlag.AlignTop)

    def _credits(self) -> tuple[str, ...]:
        return (
            self.tr(
                "Place names and postal codes: GeoNames (https://www.geonames.org/), CC BY 4.0. "
                "Outlines: Natural Earth, public domain."
            ),
            self.tr(
                "Record format: Human Services Data Specification, an Open Referral resource "
                "(https://openreferral.org/), CC BY-SA 4.0."
            ),
            self.tr(
                "Directory, taxonomy, thesaurus, checklists, legal notes and regions: TP "
                "Directory, CC BY 4.0."
            ),
            self.tr(
                "Program: Apache License 2.0. Window: Qt and PySide6, LGPL 3. Icons: Lucide, ISC."
            ),
        )


def _keys_of(action: QAction) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return "   ".join(key.toString(native) for key in action.shortcuts())
