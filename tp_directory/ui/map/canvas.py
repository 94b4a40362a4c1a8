"""The map under mouse and keyboard: to move about, to come closer, to walk from mark to mark."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from tp_directory.core.bilingual import Language
from tp_directory.core.place import Spot
from tp_directory.core.projection import Position
from tp_directory.ui.map.land import Land
from tp_directory.ui.map.marks import Badge, Cluster, Mark, Shade, TownMark
from tp_directory.ui.map.scene import MapScene
from tp_directory.ui.tokens import Tokens, em

_STEP = 0.15  # of the view, at each press of an arrow
_ZOOM = 1.6  # at each press of + or −
_NOTCH_ZOOM = 1.25
_NOTCH = 120  # Qt's measure of one step of a wheel
_ARROWS = {
    Qt.Key.Key_Left: QPointF(-_STEP, 0),
    Qt.Key.Key_Right: QPointF(_STEP, 0),
    Qt.Key.Key_Up: QPointF(0, -_STEP),
    Qt.Key.Key_Down: QPointF(0, _STEP),
}
# With one of these, a key is meant for the window: Ctrl and + for larger type.
_OTHERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class MapCanvas(QWidget):
    """Knows which mark is meant: the one under the mouse, or where the keyboard has walked to."""

    town_chosen = Signal(int)
    towns_chosen = Signal(object)  # tuple[int, ...]
    province_chosen = Signal(object)  # Province
    mark_changed = Signal()
    mark_reached = Signal()  # not only pointed at: it is to be read out

    def __init__(self, land: Land, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self._scene = MapScene(land, tokens, self.font(), QSizeF(self.size()))
        self._current: Mark | None = None
        self._hovered: Mark | None = None
        self._pressed_at: QPointF | None = None
        self._dragged_to: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    @property
    def scene(self) -> MapScene:
        """What is shown; to be changed through the canvas only."""
        return self._scene

    @property
    def mark(self) -> Mark | None:
        """The mark that is meant, or None."""
        return self._hovered or self._focused

    @property
    def _focused(self) -> Mark | None:
        return self._current if self.hasFocus() else None

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._scene.set_tokens(tokens)
        self.update()

    def set_language(self, language: Language) -> None:
        """Write on the map in a language."""
        self._scene.set_language(language)
        self._refresh()

    def show_towns(self, towns: tuple[TownMark, ...]) -> None:
        """Mark other towns."""
        self._scene.show_towns(towns)
        self._refresh()

    def show_spot(self, spot: Spot | None) -> None:
        """Ring where the search is from."""
        self._scene.show_spot(spot)
        self._refresh()

    def show_shade(self, shade: Shade | None) -> None:
        """Shade whom a service serves."""
        self._scene.show_shade(shade)
        self.update()

    def show_pin(self, position: Position | None) -> None:
        """Mark the one service that is looked at."""
        self._scene.show_pin(position)
        self.update()

    def zoom_in(self) -> None:
        """Come closer, up to where there would be nothing more to see."""
        self._zoom(_ZOOM, self._focal_point())

    def zoom_out(self) -> None:
        """Go further away, until all of Canada is in sight."""
        self._zoom(1 / _ZOOM, self._focal_point())

    def show_all(self) -> None:
        """Show all of Canada."""
        self._scene.show_all()
        self._refresh()

    def can_split(self, mark: Mark) -> bool:
        """Whether a mark falls apart when one comes closer."""
        return isinstance(mark, Cluster) and self._scene.split(mark) is not None

    def _zoom(self, factor: float, around: QPointF) -> None:
        self._scene.go(self._scene.frame.zoomed(factor, around))
        self._refresh()

    def _refresh(self) -> None:
        """Find the marks again that were meant; a mouse that rests now is elsewhere on the map."""
        self._current = self._scene.find_again(self._current)
        self._hovered = None
        self.mark_changed.emit()
        self.update()

    def _focal_point(self) -> QPointF:
        """What stays where it is while one zooms by key or button."""
        return self._scene.focal_point(self._current)

    def _choose(self, mark: Mark) -> None:
        """Show what a mark stands for: closer, or in the list."""
        if isinstance(mark, Badge):
            self.province_chosen.emit(mark.province)
        elif closer := self._scene.split(mark):
            self._scene.go(closer)
            self._refresh()
            self._reach(self._current)
        elif len(mark.towns) == 1:
            self.town_chosen.emit(mark.towns[0].place.id)
        else:
            self.towns_chosen.emit(tuple(town.place.id for town in mark.towns))

    def _walk(self, step: int) -> None:
        """Reach the next mark in sight to the east, or to the west for a negative step."""
        self.setFocus()  # the key may have been pressed on one of the buttons
        marks = [placed.mark for placed in self._scene.in_sight]
        if self._current in marks:
            self._reach(marks[(marks.index(self._current) + step) % len(marks)])
        elif marks:
            self._reach(marks[0 if step > 0 else -1])

    def _reach(self, mark: Mark | None) -> None:
        self._current = mark
        self._hovered = None
        self.mark_changed.emit()
        self.mark_reached.emit()
        self.update()

    def _mark_at(self, at: QPointF) -> Mark | None:
        found = [each.mark for each in self._scene.in_sight if each.box.contains(at)]
        return found[0] if found else None  # the first one is drawn on top

    def _hover(self, mark: Mark | None) -> None:
        if mark != self._hovered:
            self._hovered = mark
            shape = Qt.CursorShape.PointingHandCursor if mark else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.mark_changed.emit()

    def sizeHint(self) -> QSize:
        return QSize(36, 28) * em(self.font())

    def minimumSizeHint(self) -> QSize:
        return QSize(14, 8) * em(self.font())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._scene.paint(painter, self._focused)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._scene.set_size(QSizeF(event.size().expandedTo(QSize(1, 1))))
        self._refresh()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.FontChange:
            self._scene.set_font(self.font())
            self._refresh()
        super().changeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.mark_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.mark_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & _OTHERS:
            super().keyPressEvent(event)
            return
        view = self._scene.frame.size
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right | Qt.Key.Key_Up | Qt.Key.Key_Down as arrow:
                step = _ARROWS[Qt.Key(arrow)]
                moved = self._scene.frame.moved(step.x() * view.width(), step.y() * view.height())
                self._scene.go(moved)
                self._refresh()
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_in()
            case Qt.Key.Key_Minus | Qt.Key.Key_Underscore:
                self.zoom_out()
            case Qt.Key.Key_0 | Qt.Key.Key_Home:
                self.show_all()
            case Qt.Key.Key_PageDown:
                self._walk(1)
            case Qt.Key.Key_PageUp:
                self._walk(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space if self._current:
                self._choose(self._current)
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.position()
            self._dragged_to = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position()
        if self._pressed_at is None:
            self._hover(self._mark_at(here))
            return
        way = here - (self._dragged_to or self._pressed_at)
        if self._dragged_to is None and way.manhattanLength() < QApplication.startDragDistance():
            return
        self._dragged_to = here
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._scene.go(self._scene.frame.moved(-way.x(), -way.y()))
        self._refresh()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        mark = self._mark_at(event.position())
        was_dragged = self._dragged_to is not None
        self._pressed_at = self._dragged_to = None
        self.unsetCursor()
        if event.button() is Qt.MouseButton.LeftButton and mark and not was_dragged:
            self._current = mark
            self._choose(mark)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._zoom(_NOTCH_ZOOM ** (event.angleDelta().y() / _NOTCH), event.position())
        self._hover(self._mark_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)
        super().leaveEvent(event)
