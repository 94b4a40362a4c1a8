"""Words of a record on screen: they can be selected, and long addresses break anywhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QSizePolicy, QTextEdit, QWidget

from tp_directory.ui.tokens import SPACE_4, SPACE_12, SPACE_16, em
from tp_directory.ui.window_keys import is_for_window

_NARROW_PAIR_EMS = 26


class FactLabel(QLabel):
    """A fact in words, in a role and a tone of the style sheet, selectable by mouse."""

    def __init__(
        self, words: str, parent: QWidget | None = None, *, role: str = "", tone: str = ""
    ) -> None:
        super().__init__(words, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def event(self, event: QEvent) -> bool:
        if is_for_window(event, has_selection=self.hasSelectedText()):
            event.ignore()
            return False
        return super().event(event)


class FactPair(QWidget):
    """The same fact in English and French: side by side, or one above the other."""

    def __init__(self, english: QWidget, french: QWidget, *, keeps_lines: bool = False) -> None:
        """Two tables keep their lines: where one would break, they stand above each other."""
        super().__init__()
        self._facts, self._keeps_lines = (english, french), keeps_lines
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE_16)
        for fact in self._facts:
            self._layout.addWidget(fact, 1, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        least = em(self.font()) * _NARROW_PAIR_EMS
        if self._keeps_lines:
            widest = max(fact.sizeHint().width() for fact in self._facts)
            least = max(least, 2 * widest + SPACE_16)
        is_narrow = event.size().width() < least
        directions = QBoxLayout.Direction
        self._layout.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        above = SPACE_12 if self._keeps_lines else SPACE_4
        self._layout.setSpacing(above if is_narrow else SPACE_16)
        super().resizeEvent(event)


class AddressLabel(QTextEdit):
    """A web or e-mail address, which has no space to break at: a QLabel would cut it."""

    def __init__(self, words: str, name: str) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setPlainText(words)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # Not a copy of the document: layouts ask many times, and it is a dozen objects.
        layout = QTextLayout(self.toPlainText(), self.font())
        layout.setTextOption(self.document().defaultTextOption())
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            height += line.height()
        layout.endLayout()
        return round(height)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.toPlainText()) + metrics.averageCharWidth()
        return QSize(width, metrics.height())

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 12, metrics.height())

    def event(self, event: QEvent) -> bool:
        if is_for_window(event, has_selection=self.textCursor().hasSelection()):
            event.ignore()
            return False
        return super().event(event)
