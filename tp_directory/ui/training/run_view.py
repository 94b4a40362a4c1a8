"""A case beside its checklist; above it, and to be folded away, where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from tp_directory.core.bilingual import Language
from tp_directory.screening.cases.scenarios import Scenario
from tp_directory.ui.tokens import SPACE_8, SPACE_24, em
from tp_directory.ui.training.vignette_pane import VignettePane

_NARROW_EMS = 64
_SHARES = [30_000, 70_000]
"""Of the case and of the checklist; a splitter takes them as proportions."""


class RunView(QWidget):
    """Holds the case and the page of the checklist."""

    def __init__(self, run: QWidget, language: Language) -> None:
        super().__init__()
        self._vignette = VignettePane(language)
        self._fold = QPushButton()
        self._fold.setProperty("role", "small")
        self._fold.setCheckable(True)
        self._fold.setChecked(True)
        self._splitter = QSplitter()
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._vignette)
        self._splitter.addWidget(run)
        self._is_divided = False
        head = QHBoxLayout()
        head.setContentsMargins(SPACE_24, SPACE_8, SPACE_24, SPACE_8)
        head.addWidget(self._fold)
        head.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._splitter, 1)
        self.setFocusProxy(run)
        self._fold.toggled.connect(self._vignette.setVisible)
        self.retranslate()

    def show_scenario(self, scenario: Scenario | None) -> None:
        """Tell a case, or none any more."""
        self._fold.setChecked(True)
        self._vignette.show_scenario(scenario)

    def set_language(self, language: Language) -> None:
        """State the case in a language."""
        self._vignette.set_language(language)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        self._fold.setText(self.tr("Show the &case"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._divide()

    def _divide(self) -> None:
        """Put the case at the left, or at the top where the window is narrow."""
        is_narrow = self.width() < em(self.font()) * _NARROW_EMS
        direction = Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal
        if direction is not self._splitter.orientation() or not self._is_divided:
            self._is_divided = True
            self._splitter.setOrientation(direction)
            self._splitter.setSizes(_SHARES)
