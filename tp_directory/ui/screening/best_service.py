"""The service to call first for a need, in as little room as a number can be read in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tp_directory import wording
from tp_directory.core.hours import OpenState
from tp_directory.ui.elided_label import ElidedLabel
from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.screening.offered import Offered
from tp_directory.ui.state_mark import StateMark
from tp_directory.ui.tokens import SPACE_4, SPACE_8, Tokens
from tp_directory.wording.lines import NO_NUMBER


class BestService(QWidget):
    """Its number and whether that answers now, its name, how old its page is, and why it is there.

    A button copies the number.
    """

    copy_wanted = Signal(str, str)  # the number, and what it is called
    number_missed = Signal()  # one was asked for, and none is stated

    def __init__(self, shown: Offered, why: str, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = shown
        self.setAccessibleName(shown.name)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addStretch()
        lines.addLayout(self._top(tokens))
        lines.addLayout(self._name())
        if why:
            lines.addWidget(_elided(why, role="caption", tone="muted"))
        lines.addStretch()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_8)
        layout.addLayout(lines, 1)
        if shown.phone is not None:
            copy = QPushButton(self.tr("Copy"))
            copy.setProperty("role", "large")
            copy.setAccessibleName(f"{copy.text()}, {shown.number}")
            copy.clicked.connect(self.copy)
            layout.addWidget(copy)

    def copy(self) -> None:
        """Ask for the number to be copied, or tell that there is none."""
        if self._shown.phone is None:
            self.number_missed.emit()
        else:
            self.copy_wanted.emit(self._shown.number, self._shown.called)

    def _top(self, tokens: Tokens) -> FlowLayout:
        """The number, and whether somebody answers it."""
        shown, language = self._shown, self._shown.language
        top = FlowLayout(gap=SPACE_8)
        if shown.phone is None:
            top.addWidget(_label(NO_NUMBER.best(language), tone="muted"))
            return top
        number = _label(shown.number, role="number_brief")
        figures = QFont()  # of equal width, for they stand in a column; the rest is inherited
        figures.setFeature(QFont.Tag("tnum"), 1)
        number.setFont(figures)
        top.addWidget(number)
        state = QWidget()
        row = QHBoxLayout(state)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_4)
        row.addWidget(StateMark(shown.answer.state, tokens, state))
        tone = "ok" if shown.answer.state is OpenState.OPEN else "muted"
        row.addWidget(
            _label(wording.open_word(shown.answer.state, language), role="caption", tone=tone)
        )
        state.setToolTip(shown.state)
        top.addWidget(state)
        return top

    def _name(self) -> QHBoxLayout:
        """The name, and the year of the page that the facts were read on."""
        service, language = self._shown.hit.service, self._shown.language
        tone = "warn" if wording.is_doubtful(service, self._shown.now.date()) else "muted"
        line = QHBoxLayout()
        line.setSpacing(SPACE_8)
        line.addWidget(_elided(self._shown.name), 1)
        line.addWidget(_label(wording.page_year(service, language), role="caption", tone=tone))
        return line


def _label(words: str, *, role: str = "", tone: str = "") -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setProperty("tone", tone)
    return label


def _elided(words: str, *, role: str = "", tone: str = "") -> ElidedLabel:
    label = ElidedLabel()
    label.setText(words)
    label.setProperty("role", role)
    label.setProperty("tone", tone)
    return label
