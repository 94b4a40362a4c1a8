"""Words of a record on screen: they can be selected, and long addresses break anywhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QTextEdit, QWidget

from tp_directory.ui.idle_copy import is_idle_copy


class FactLabel(QLabel):
    """A fact in words, selectable by mouse."""

    def __init__(self, words: str, parent: QWidget | None = None, *, role: str = "") -> None:
        super().__init__(words, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", role)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def event(self, event: QEvent) -> bool:
        if is_idle_copy(event, has_selection=self.hasSelectedText()):
            event.ignore()
            return False
        return super().event(event)


class AddressLabel(QTextEdit):
    """A web or e-mail address, which has no space to break at: a QLabel would cut it."""

    def __init__(self, words: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        document = self.document().clone(self)
        document.setDefaultFont(self.font())
        document.setTextWidth(width)
        height = round(document.size().height())
        document.deleteLater()
        return height

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.toPlainText()) + metrics.averageCharWidth()
        return QSize(width, metrics.height())

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 12, metrics.height())

    def event(self, event: QEvent) -> bool:
        if is_idle_copy(event, has_selection=self.textCursor().hasSelection()):
            event.ignore()
            return False
        return super().event(event)
