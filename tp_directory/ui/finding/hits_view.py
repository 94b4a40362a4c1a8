"""The list of hits: rows of one height, with headings between some of them."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QRegion,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem

from tp_directory.ui.finding.hit_delegate import HitDelegate
from tp_directory.ui.finding.hits_model import HitsModel, Index
from tp_directory.ui.tokens import CAPTION, SPACE_8, SPACE_16, Tokens, scaled

_Hint = QAbstractItemView.ScrollHint
_Move = QAbstractItemView.CursorAction
_NONE = QModelIndex()


class HitsView(QListView):
    """Shows a HitsModel; where a row stands is reckoned, so that 100,000 rows cost nothing.

    A QListView is what a screen reader knows; its layout, which asks the delegate for the height
    of every row, is left out, and with it what it tells by that layout. Letters typed here belong
    into the search box.
    """

    opened = Signal()  # Enter, or a double click: the service itself is wanted
    typed = Signal(str)
    current_changed = Signal(object)  # QModelIndex

    def __init__(self, model: HitsModel, delegate: HitDelegate, tokens: Tokens) -> None:
        super().__init__()
        self.setObjectName("hits_view")
        self._hits = model
        self._delegate = delegate
        self._tokens = tokens
        self._row_height = self._heading_height = 1  # Qt asks where rows are from now on
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(delegate)
        self.setModel(model)
        self.doubleClicked.connect(self.opened)
        self.measure()

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._tokens = tokens
        self._delegate.set_tokens(tokens)
        self.viewport().update()

    def measure(self) -> None:
        """Take the heights of rows and headings from the font; the current row stays in sight."""
        self._row_height = self._delegate.row_height(self.font())
        self._heading_height = QFontMetrics(self.font()).height() + 2 * SPACE_8
        self.updateGeometries()
        self.scrollTo(self.currentIndex())
        self.viewport().update()

    def _top(self, row: int) -> int:
        """The distance of a row, below its heading, from the top of the first one."""
        above = sum(heading.row <= row for heading in self._hits.headings)
        return row * self._row_height + above * self._heading_height

    def _height(self) -> int:
        rows, headings = self._hits.rowCount(), len(self._hits.headings)
        return rows * self._row_height + headings * self._heading_height

    def _row_at(self, y: int) -> int:
        """The row whose area, or whose heading, has a distance from the top; -1 below all."""
        headings = self._hits.headings
        tops = [self._top(heading.row) - self._heading_height for heading in headings]
        passed = bisect_right(tops, y)
        row = (y - passed * self._heading_height) // self._row_height
        if passed:
            row = max(row, headings[passed - 1].row)
        return row if 0 <= row < self._hits.rowCount() else -1

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        top = self._top(index.row()) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._row_height)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = _Hint.EnsureVisible
    ) -> None:
        if not index.isValid():
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top = self._top(index.row())
        if any(heading.row == index.row() for heading in self._hits.headings):
            top -= self._heading_height
        bottom = self._top(index.row()) + self._row_height
        if hint is _Hint.PositionAtCenter:
            bar.setValue((top + bottom - height) // 2)
        elif hint is _Hint.PositionAtTop or top < bar.value():
            bar.setValue(top)
        elif hint is _Hint.PositionAtBottom or bottom > bar.value() + height:
            bar.setValue(bottom - height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self._row_at(point.y() + self.verticalOffset())
        index = self._hits.index(row)
        return index if self.visualRect(index).contains(point) else QModelIndex()

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        page = max(1, self.viewport().height() // self._row_height - 1)
        row, last = self.currentIndex().row(), self._hits.rowCount() - 1
        steps = {
            _Move.MoveUp: -1,
            _Move.MovePrevious: -1,
            _Move.MoveDown: 1,
            _Move.MoveNext: 1,
            _Move.MovePageUp: -page,
            _Move.MovePageDown: page,
            _Move.MoveHome: -row,
            _Move.MoveEnd: last - row,
        }
        return self._hits.index(min(max(row + steps.get(action, 0), 0), last))

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def setSelection(self, rect: QRect, command: object) -> None:
        row = self._row_at(rect.top() + self.verticalOffset())
        index = self._hits.index(row)
        if index.isValid():
            self.selectionModel().select(index, command)  # type: ignore[call-overload]  # as given

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region |= QRegion(self.visualRect(index))
        return region

    def reset(self) -> None:
        super().reset()
        self.executeDelayedItemsLayout()  # left to its timer, it would paint all rows twice

    def doItemsLayout(self) -> None:  # the name is Qt's
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        QAbstractItemView.updateGeometries(self)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self._height() - height))
        bar.setPageStep(height)
        bar.setSingleStep(self._row_height // 3)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()  # headings and rows are drawn where they belong now

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        QAbstractItemView.selectionChanged(self, selected, deselected)

    def currentChanged(self, current: Index, previous: Index) -> None:
        QAbstractItemView.currentChanged(self, current, previous)
        if current.isValid() and self.hasFocus():
            focus = QAccessibleEvent(self, QAccessible.Event.Focus)
            focus.setChild(current.row())
            QAccessible.updateAccessibility(focus)
        self.current_changed.emit(current)

    def keyboardSearch(self, search: str) -> None:
        self.typed.emit(search)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        offset = self.verticalOffset()
        first = max(0, self._row_at(offset))
        last = self._row_at(offset + self.viewport().height())
        last = self._hits.rowCount() - 1 if last < 0 else last
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        headings = {heading.row: heading.words for heading in self._hits.headings}
        for row in range(first, last + 1):
            index = self._hits.index(row)
            option.rect = self.visualRect(index)
            option.state = QStyle.StateFlag.State_Enabled
            if index == self.currentIndex():
                option.state |= QStyle.StateFlag.State_Selected
            self._delegate.paint(painter, option, index)
            if row in headings:
                self._paint_heading(painter, option.rect, headings[row])

    def _paint_heading(self, painter: QPainter, row: QRect, words: str) -> None:
        area = QRect(
            row.left(), row.top() - self._heading_height, row.width(), self._heading_height
        )
        painter.fillRect(area, QColor(self._tokens.background))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, QColor(self._tokens.border))
        bold = scaled(self.font(), CAPTION, bold=True)
        painter.setFont(bold)
        painter.setPen(QColor(self._tokens.muted))
        inner = area.adjusted(SPACE_16, 0, -SPACE_16, 0)
        shown = QFontMetrics(bold).elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
