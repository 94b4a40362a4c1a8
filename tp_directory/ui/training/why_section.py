"""Why a result is what it is: what was noted by area, what the rule reads, and the rule itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from tp_directory.core.bilingual import Language
from tp_directory.screening.cases.why import STRENGTHS, Area, Fact, Why
from tp_directory.ui.fact_column import FactColumn
from tp_directory.ui.fact_labels import FactLabel
from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.tokens import SPACE_4, SPACE_8, SPACE_16


class WhySection(QWidget):
    """Shows facts only, and no rule of its own: the rule stands in the workbook, and is shown."""

    def __init__(self, why: Why, language: Language) -> None:
        super().__init__()
        self._language = language
        column = FactColumn()
        self.setLayout(column)
        for area in (each for each in why.areas if each.noted):
            self._add_area(area, column)
        if quiet := [each.label.best(language) for each in why.areas if not each.noted]:
            column.say(self.tr("Nothing was noted here:"), tone="muted")
            column.say("; ".join(quiet), tone="muted")
        if why.facts:
            column.addSpacing(SPACE_8)
            column.say(self.tr("What the rule of the checklist reads"), role="key")
            column.addLayout(self._facts(why.facts))
        if why.formula:
            self._add_formula(why.formula, column)

    def _add_area(self, area: Area, column: FactColumn) -> None:
        language = self._language
        column.say(area.label.best(language), role="key")
        inside = FactColumn()
        inside.setContentsMargins(SPACE_16, 0, 0, SPACE_8)
        if area.is_present is not None:
            yes, no = self.tr("Counts as present"), self.tr("Does not count as present")
            counts = (f"{label.best(language)} {count}" for label, count in area.counts)
            words = " · ".join((yes if area.is_present else no, *counts))
            inside.say(words, role="caption", tone="muted")
        for question in area.noted:
            label = question.label.best(language)
            strength = STRENGTHS.get(question.extra.get("strength", ""))
            inside.say(f"{label} ({strength.best(language)})" if strength else label)
        column.addLayout(inside)

    def _facts(self, facts: tuple[Fact, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(SPACE_16, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_16)
        grid.setVerticalSpacing(SPACE_4)
        grid.setColumnStretch(0, 1)
        for row, fact in enumerate(facts):
            grid.addWidget(FactLabel(fact.label.best(self._language)), row, 0)
            value = FactLabel(fact.value.best(self._language), role="key")
            value.setWordWrap(False)
            grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignTop)
        return grid

    def _add_formula(self, formula: str, column: FactColumn) -> None:
        show = QPushButton(self.tr("Show the &rule itself"))
        show.setProperty("role", "small")
        show.setCheckable(True)
        row = FlowLayout(gap=SPACE_8)
        row.addWidget(show)
        rule = FactLabel(formula, role="formula")
        rule.hide()
        show.toggled.connect(rule.setVisible)
        column.addSpacing(SPACE_8)
        column.addLayout(row)
        column.addWidget(rule)
