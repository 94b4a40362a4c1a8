"""What happens in a fictional case, beside the checklist or above it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from tp_directory.core.bilingual import Language
from tp_directory.screening.cases.scenarios import Scenario
from tp_directory.ui.fact_column import FactColumn
from tp_directory.ui.page_change import change_page
from tp_directory.ui.tokens import SPACE_8, SPACE_16, SPACE_24


class VignettePane(QScrollArea):
    """Tells a case; its arrows and Page Down scroll it."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.setObjectName("vignette_pane")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._language = language
        self._scenario: Scenario | None = None
        self.retranslate()

    def set_language(self, language: Language) -> None:
        """State the facts in a language."""
        self._language = language
        self.retranslate()
        self.rebuild()

    def show_scenario(self, scenario: Scenario | None) -> None:
        """Tell a case, or none any more."""
        self._scenario = scenario
        self.rebuild()

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        self.setAccessibleName(self.tr("The case"))

    def rebuild(self) -> None:
        """Show the pane as things stand now."""
        column = FactColumn()
        column.setContentsMargins(SPACE_24, SPACE_16, SPACE_16, SPACE_16)
        if self._scenario is not None:
            column.say(self._scenario.title.best(self._language), role="section")
            column.addSpacing(SPACE_8)
            column.say(self._scenario.vignette.best(self._language))
        column.addStretch()
        page = QWidget()
        page.setObjectName("vignette")
        page.setLayout(column)
        change_page(self, page, is_same=True)
