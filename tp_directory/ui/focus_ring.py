"""The ring around whatever has the keyboard, the same for every control."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from tp_directory.ui.tokens import RADIUS, RING, RING_GAP

_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class FocusRing(QWidget):
    """Draws two pixels of accent, two pixels away from the control that has the focus.

    A style sheet cannot leave a gap, and one overlay costs less than a ring in each control.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._application: QApplication | None = None
        self._around: QWidget | None = None
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()

    def follow(self, application: QApplication) -> None:
        """Stay around the control that has the keyboard, until told to stop."""
        self._application = application
        application.focusChanged.connect(self.move_to)

    def stop(self) -> None:
        """Follow no longer: the focus still moves while a window is destroyed."""
        if self._application is not None:
            self._application.focusChanged.disconnect(self.move_to)
            self._application = None
        self.move_to(None, None)

    def move_to(self, _before: QWidget | None, focused: QWidget | None) -> None:
        """Go around another control of this window, or nowhere; the window itself has no ring."""
        for watched in self._watched:
            if isValid(watched):  # a page that was shown before may be destroyed by now
                watched.removeEventFilter(self)
        self._watched = []
        self._around = None
        window = self.window()
        if focused is not None and focused is not window and window.isAncestorOf(focused):
            self._around = focused
        widget: QWidget | None = self._around
        while widget is not None and widget is not self.window():
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()
        self._place()

    def _place(self) -> None:
        around = self._around
        if around is None or not isValid(around) or not around.isVisible():
            self.hide()
            return
        reach = RING + RING_GAP
        corner = around.mapTo(self.window(), QPoint(0, 0))
        ring = QRect(corner, around.size()).adjusted(-reach, -reach, reach, reach)
        ring &= self.window().rect()  # a pane at the edge has its ring within the window
        self.setGeometry(ring)
        self.setMask(QRegion(self._in_sight(around, reach).translated(-ring.topLeft())))
        self.show()
        self.raise_()

    def _in_sight(self, around: QWidget, reach: int) -> QRect:
        """The part of the window in which the control can be seen: less when it is scrolled."""
        seen = self.window().rect()
        inner = around
        outer: QWidget | None = around.parentWidget()
        while outer is not None and outer is not self.window():
            is_scrolled = isinstance(outer, QAbstractScrollArea) and outer.viewport() is inner
            if is_scrolled and inner is not around:
                corner = inner.mapTo(self.window(), QPoint(0, 0))
                seen &= QRect(corner, inner.size()).adjusted(-reach, 0, reach, 0)
            inner, outer = outer, outer.parentWidget()
        return seen

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen((self._around or self).palette().highlight(), RING))
        half = RING / 2
        radius = RADIUS + RING_GAP
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius
        )
