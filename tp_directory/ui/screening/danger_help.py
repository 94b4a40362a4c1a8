"""What to do in immediate danger: 911, the actions of the checklist, and the ways on from there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from tp_directory.core.bilingual import Language, Text
from tp_directory.ui.fact_column import FactColumn
from tp_directory.ui.fact_labels import FactLabel
from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.strip import EMERGENCY
from tp_directory.ui.tokens import SPACE_8, SPACE_12, SPACE_16


class DangerHelp(QWidget):
    """Comes before everything else until the worker says that the danger is over."""

    copy_wanted = Signal(str, str)  # the number, and what it is called
    result_wanted = Signal()
    over = Signal()  # the danger is over

    def __init__(self, actions: tuple[Text, ...], language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._copy, self._result, self._over = QPushButton(), QPushButton(), QPushButton()
        self._copy.setProperty("role", "primary")
        for button in (self._result, self._over):
            button.setProperty("role", "large")
        column = FactColumn()
        column.setSpacing(SPACE_8)
        self.setLayout(column)
        self._heading = column.say("", role="section", tone="danger")
        number = FlowLayout(gap=SPACE_16)
        number.addWidget(FactLabel(EMERGENCY, role="urgent"))
        number.addWidget(self._copy)
        column.addLayout(number)
        self._actions = tuple(each.best(language) for each in actions)
        for action in self._actions:
            column.say(action, role="action")
        self._kept = column.say("", tone="muted")
        column.addSpacing(SPACE_12)
        ways = FlowLayout(gap=SPACE_12)
        for button in (self._result, self._over):
            ways.addWidget(button)
        column.addLayout(ways)
        self._copy.clicked.connect(self.copy)
        self._result.clicked.connect(self.result_wanted)
        self._over.clicked.connect(self.over)
        self.setFocusProxy(self._copy)
        self._say()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab may lead to, in reading order."""
        return (self._copy, self._result, self._over)

    @property
    def words(self) -> str:
        """What a screen reader says of it at once."""
        return "\n".join((self._heading.text(), *self._actions))

    def copy(self) -> None:
        """Ask for the number to be copied."""
        self.copy_wanted.emit(EMERGENCY, self.tr("Immediate danger"))

    def _say(self) -> None:
        self._heading.setText(self.tr("What to do now"))
        self._copy.setText(self.tr("Copy"))
        self._copy.setAccessibleName(self.tr("Copy {number}").format(number=EMERGENCY))
        self._kept.setText(self.tr("The checklist waits. Your answers stay until you leave it."))
        self._result.setText(self.tr("Go to the result"))
        self._over.setText(self.tr("Danger is over: go on"))
