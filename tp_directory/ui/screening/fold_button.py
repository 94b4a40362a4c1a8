"""A button that unfolds what there is more of, and folds it again."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from tp_directory.ui.tokens import em

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FoldButton(QPushButton):
    """Says by a word, a chevron and to a screen reader whether its section is unfolded."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_unfolded = False
        self.setProperty("role", "fold")

    def show_state(self, section: str, *, is_unfolded: bool) -> None:
        """Offer to fold a section, or to unfold it; `section` is its name."""
        self._is_unfolded = is_unfolded
        self.setText(self.tr("Less") if is_unfolded else self.tr("More"))
        name = (
            self.tr("Less: {section}, expanded")
            if is_unfolded
            else self.tr("More: {section}, collapsed")
        )
        self.setAccessibleName(name.format(section=section))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        # In the room that the style sheet leaves at the end; it has no drawings of its own.
        side = em(self.font())
        middle = QPointF(self.width() - 1.3 * side, self.height() / 2)
        reach = QPointF(0.3 * side, 0)
        tip = QPointF(0, (-0.15 if self._is_unfolded else 0.15) * side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self.palette().buttonText().color(), side / 9)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline([middle - reach - tip, middle + tip, middle + reach - tip])
