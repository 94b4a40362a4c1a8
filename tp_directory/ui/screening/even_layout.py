"""A layout of answers in columns of one width, so that a thumb finds each where it was before."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayoutItem

from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.tokens import SPACE_8, em

_LEAST_EMS = 7


class EvenLayout(FlowLayout):
    """Puts all items in one row; where they are too narrow, in two rows, or below each other."""

    def __init__(self) -> None:
        super().__init__(gap=SPACE_8)

    def _columns(self, items: list[QLayoutItem], room: int) -> int:
        count = len(items)
        parent = self.parentWidget()
        least = max(
            (item.minimumSize().width() for item in items),
            default=0,
        )
        least = max(least, _LEAST_EMS * em(parent.font()) if parent else 0)
        fitting = (room + self.spacing()) // (least + self.spacing())
        if count <= fitting:
            return max(1, count)
        return count // 2 if count % 2 == 0 and count // 2 <= fitting else 1

    def _arrange(self, area: QRect, *, is_moving: bool) -> int:
        items = self._shown()
        columns = self._columns(items, area.width())
        width = (area.width() + self.spacing()) // columns - self.spacing()
        top = area.top()
        for first in range(0, len(items), columns):
            row = items[first : first + columns]
            height = max(_height(item, width) for item in row)
            if is_moving:
                for place, item in enumerate(row):
                    corner = QPoint(area.left() + place * (width + self.spacing()), top)
                    item.setGeometry(QRect(corner, QSize(width, height)))
            top += height + self.spacing()
        return max(0, top - self.spacing() - area.top())

    def sizeHint(self) -> QSize:
        width = super().sizeHint().width()
        return QSize(width, self.heightForWidth(width))


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
