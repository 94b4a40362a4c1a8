"""A layout that breaks its row of buttons like words, so that nothing is cut at a large font."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QWidget, QWidgetItem
from shiboken6 import isValid

from tp_directory.ui.tokens import SPACE_8


class FlowLayout(QHBoxLayout):
    """Puts widgets side by side and goes on below where the width ends.

    A row of Qt's, and not a bare QLayout: it destroys its items in the end, and Python cannot. What
    widgets need is asked from items of Python's own: PySide 6.11 is not told of the end of those
    that Qt makes, and takes what comes to lie at the same address for them, which crashes.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int) -> None:
        """`gap` is between widgets; lines stand closer, at most 8 pixels apart."""
        super().__init__()
        if parent is not None:
            parent.setLayout(self)
        self._items: list[tuple[QWidget, QLayoutItem]] = []
        self._line_gap = min(gap, SPACE_8)
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def insert_widget(self, place: int, widget: QWidget) -> None:
        """Put a widget before the one that has a place now."""
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
        shown = self._shown()
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

    def _shown(self) -> list[QLayoutItem]:
        """The items of the widgets that are here and not hidden."""
        self._items = [(widget, item) for widget, item in self._items if isValid(widget)]
        parent = self.parentWidget()
        return [
            item
            for widget, item in self._items
            if widget.parentWidget() is parent and not item.isEmpty()
        ]

    def _size(self, item: QLayoutItem, width: int) -> QSize:
        hint = item.sizeHint()
        if hint.width() <= width:
            return hint
        height = item.heightForWidth(width) if item.hasHeightForWidth() else hint.height()
        return QSize(width, height)

    def addWidget(self, widget: QWidget) -> None:  # type: ignore[override]  # none is stretched
        super().addWidget(widget)
        self._items.append((widget, QWidgetItem(widget)))

    def removeWidget(self, widget: QWidget) -> None:
        super().removeWidget(widget)
        self._items = [each for each in self._items if each[0] is not widget]

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), is_moving=False)

    def minimumHeightForWidth(self, width: int) -> int:
        return self.heightForWidth(width)

    def maximumSize(self) -> QSize:
        return QLayout.maximumSize(self)

    def setGeometry(self, area: QRect) -> None:
        QLayout.setGeometry(self, area)  # not that of a row, which moves the items
        self._arrange(area, is_moving=True)

    def sizeHint(self) -> QSize:
        widths = [item.sizeHint().width() for item in self._shown()]
        width = sum(widths) + self.spacing() * max(0, len(widths) - 1)
        margins = self.contentsMargins()
        width += margins.left() + margins.right()
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._shown()]
        margins = self.contentsMargins()
        width = max((size.width() for size in sizes), default=0)
        height = max((size.height() for size in sizes), default=0)
        return QSize(
            width + margins.left() + margins.right(), height + margins.top() + margins.bottom()
        )
