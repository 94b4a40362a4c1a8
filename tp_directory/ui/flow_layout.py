"""A layout that breaks its row of buttons like words, so that nothing is cut at a large font."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from tp_directory.ui.tokens import SPACE_8


class FlowLayout(QLayout):
    """Puts items side by side and goes on below where the width ends."""

    def __init__(self, parent: QWidget | None = None, *, gap: int) -> None:
        """`gap` is between items; lines stand closer, at most 8 pixels apart."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._line_gap = min(gap, SPACE_8)
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def insert_widget(self, place: int, widget: QWidget) -> None:
        """Put a widget before the item that has a place now."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())

    def lines(self, widths: Sequence[int], room: int) -> int:
        """How many lines items of these widths take."""
        return len(self._broken(widths, room))

    def _broken(self, widths: Sequence[int], room: int) -> list[list[int]]:
        """The positions of items of these widths, line by line."""
        lines: list[list[int]] = [[]]
        used = 0
        for place, width in enumerate(widths):
            if lines[-1] and used + width > room:
                lines.append([])
                used = 0
            lines[-1].append(place)
            used += width + self.spacing()
        return lines

    def _arrange(self, area: QRect, *, is_moving: bool) -> int:
        """Place the items in an area, or only measure; returns the height they take."""
        inner = area.marginsRemoved(self.contentsMargins())
        shown = [item for item in self._items if not item.isEmpty()]
        needed = [self._size(item, inner.width()) for item in shown]
        top = inner.top()
        for line in self._broken([size.width() for size in needed], inner.width()):
            row, sizes = [shown[at] for at in line], [needed[at] for at in line]
            height = max((size.height() for size in sizes), default=0)
            left = inner.left()
            for item, size in zip(row, sizes, strict=True):
                if is_moving:
                    middle = top + (height - size.height()) // 2
                    item.setGeometry(QRect(QPoint(left, middle), size))
                left += size.width() + self.spacing()
            top += height + self._line_gap
        margins = self.contentsMargins()
        return top - self._line_gap - inner.top() + margins.top() + margins.bottom()

    def _size(self, item: QLayoutItem, width: int) -> QSize:
        hint = item.sizeHint()
        if hint.width() <= width:
            return hint
        height = item.heightForWidth(width) if item.hasHeightForWidth() else hint.height()
        return QSize(width, height)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), is_moving=False)

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        self._arrange(area, is_moving=True)

    def sizeHint(self) -> QSize:
        widths = [item.sizeHint().width() for item in self._items if not item.isEmpty()]
        width = sum(widths) + self.spacing() * max(0, len(widths) - 1)
        margins = self.contentsMargins()
        width += margins.left() + margins.right()
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items]
        margins = self.contentsMargins()
        width = max((size.width() for size in sizes), default=0)
        height = max((size.height() for size in sizes), default=0)
        return QSize(
            width + margins.left() + margins.right(), height + margins.top() + margins.bottom()
        )
