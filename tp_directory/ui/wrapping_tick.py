"""A tick whose words break over lines, and which is as large as a gloved finger needs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from tp_directory.ui.tokens import SPACE_4, SPACE_8, SPACE_12, em

_LEAST_EMS = 2.75
_RESTYLED = {QEvent.Type.Polish, QEvent.Type.FontChange, QEvent.Type.StyleChange}


class WrappingTick(QCheckBox):
    """Shows a sentence and is ticked like any check box, anywhere on it."""

    def __init__(self, words: str, parent: QWidget | None = None, *, role: str = "") -> None:
        """`role` is that of the words in the style sheet."""
        super().__init__(parent)
        self._label = QLabel(words)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setProperty("role", role)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setProperty("role", "tick")
        self.setAccessibleName(words)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._label)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._fit()

    def say(self, words: str) -> None:
        """Show other words."""
        self._label.setText(words)
        self.setAccessibleName(words)

    def _fit(self) -> None:
        """Leave room for the box, as large as it is drawn now."""
        box = self.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, self)
        self._layout.setContentsMargins(box + SPACE_12, SPACE_4, SPACE_8, SPACE_4)
        self.setMinimumHeight(round(em(self.font()) * _LEAST_EMS))

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._layout.heightForWidth(width)

    def sizeHint(self) -> QSize:
        return self._layout.sizeHint().expandedTo(self.minimumSize())

    def minimumSizeHint(self) -> QSize:
        return self._layout.minimumSize()

    def event(self, event: QEvent) -> bool:
        is_handled = super().event(event)
        if event.type() in _RESTYLED:
            self._fit()
        return is_handled

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        # The tick of the style sheet is a gradient, which is no line at this size.
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = (
            self.style()
            .subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
            .toRectF()
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self.palette().highlightedText().color()
        pen = QPen(colour, box.width() / 9)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        corners = ((0.25, 0.53), (0.43, 0.71), (0.76, 0.32))
        painter.drawPolyline(
            [box.topLeft() + QPointF(x * box.width(), y * box.height()) for x, y in corners]
        )
