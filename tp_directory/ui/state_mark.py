"""The shape beside the words "open", "closed" and "unknown", so that no colour stands alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tp_directory.core.hours import OpenState
from tp_directory.ui.tokens import Tokens, em


def paint_state(painter: QPainter, area: QRectF, state: OpenState, colour: QColor) -> None:
    """Draw a full disc for open, a barred ring for closed, a dotted ring for unknown."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    thickness = max(1.5, area.width() / 8)
    half = thickness / 2
    ring = area.adjusted(half, half, -half, -half)
    pen = QPen(colour, thickness)
    match state:
        case OpenState.OPEN:
            painter.setPen(pen)
            painter.setBrush(colour)
            painter.drawEllipse(ring)
        case OpenState.CLOSED:
            painter.setPen(pen)
            painter.drawEllipse(ring)
            reach = ring.width() * 0.25
            side = QPointF(reach, 0)
            painter.drawLine(ring.center() - side, ring.center() + side)
        case OpenState.UNKNOWN:
            pen.setStyle(Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.drawEllipse(ring)
    painter.restore()


def state_colour(state: OpenState, tokens: Tokens) -> QColor:
    """The colour that goes with a state."""
    return QColor(tokens.ok if state is OpenState.OPEN else tokens.muted)


class StateMark(QWidget):
    """The shape of one state, in a line as tall as that of the words beside it."""

    def __init__(self, state: OpenState, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state
        self._tokens = tokens
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._side(), self.fontMetrics().height())

    def _side(self) -> int:
        return round(em(self.font()) * 0.8)

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = state_colour(self._state, self._tokens)
        area = QRectF(0, (self.height() - self._side()) / 2, self._side(), self._side())
        paint_state(QPainter(self), area, self._state, colour)
