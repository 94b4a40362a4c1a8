"""What to do for a child whatever the age, and 911."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tp_directory.ui.fact_labels import FactLabel
from tp_directory.ui.strip import EMERGENCY
from tp_directory.ui.tokens import SPACE_8, SPACE_16


class ChildRule(QFrame):
    """The rule with 911 beside it, as low as can be: the numbers to call come below."""

    copy_wanted = Signal(str, str)  # the words, and what they are called

    def __init__(self, rule: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(rule)
        copy = QPushButton(self.tr("Copy"))
        copy.setProperty("role", "small")
        copy.setAccessibleName(self.tr("Copy {number}").format(number=EMERGENCY))
        copy.clicked.connect(self.copy)
        number = QLabel(EMERGENCY)
        number.setProperty("role", "number")
        call = QHBoxLayout()
        call.setSpacing(SPACE_8)
        call.addWidget(number)
        call.addWidget(copy)
        call.addStretch()
        emergency = QVBoxLayout()
        emergency.setSpacing(0)
        emergency.addWidget(QLabel(self.tr("Immediate danger")))
        emergency.addLayout(call)
        emergency.addStretch()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_8)
        layout.setSpacing(SPACE_16)
        layout.addWidget(FactLabel(rule, role="key"), 1)
        layout.addLayout(emergency)

    def copy(self) -> None:
        """Ask for 911 to be copied."""
        self.copy_wanted.emit(EMERGENCY, "")
