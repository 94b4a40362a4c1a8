"""The tree of filters: a click anywhere on a row chooses it, and long labels break over lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from tp_directory.ui.finding.choices_model import COUNT_ROLE, HEADING_ROLE
from tp_directory.ui.tokens import CAPTION, RADIUS, SPACE_4, SPACE_8, Tokens, em, scaled

Index = QModelIndex | QPersistentModelIndex


class ChoicesDelegate(QStyledItemDelegate):
    """Draws a heading, or a box with a label and the count at the right."""

    def __init__(self, view: QTreeView, tokens: Tokens) -> None:
        super().__init__(view)
        self._view = view
        self._tokens = tokens

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._tokens = tokens

    def _count_width(self, font: QFont) -> int:
        return QFontMetrics(scaled(font, CAPTION)).horizontalAdvance("9999") + SPACE_8

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText
        if index.data(HEADING_ROLE):
            is_section = not index.parent().isValid()
            option.font = scaled(option.font, 1.0 if is_section else CAPTION, bold=is_section)
            option.fontMetrics = QFontMetrics(option.font)
            if not is_section:
                option.palette.setColor(option.palette.ColorRole.Text, QColor(self._tokens.muted))
        elif index.data(COUNT_ROLE) == 0:
            option.palette.setColor(option.palette.ColorRole.Text, QColor(self._tokens.muted))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area = QRect(option.rect)
        option.state &= ~QStyle.StateFlag.State_Selected  # the view draws it, over the whole row
        count = index.data(COUNT_ROLE)
        if count is None:
            super().paint(painter, option, index)
            return
        width = self._count_width(option.font)
        option.rect = area.adjusted(0, 0, -width, 0)
        super().paint(painter, option, index)
        painter.save()
        painter.setFont(scaled(option.font, CAPTION))
        painter.setPen(QColor(self._tokens.muted if count == 0 else self._tokens.text))
        right = QRect(area.right() - width, area.top(), width - SPACE_4, area.height())
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(right, align, f"{count:n}")
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        depth, above = 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        width = self._view.viewport().width() - depth * self._view.indentation()
        if index.data(COUNT_ROLE) is not None:
            width -= self._count_width(option.font) + self._unmeasured()
        option.rect = QRect(0, 0, width, 1)
        size = super().sizeHint(option, index)
        return QSize(size.width(), size.height() + SPACE_8)

    def _unmeasured(self) -> int:
        """How much wider the box is drawn, by the style sheet, than Qt measures it, in pixels."""
        style, width = self._view.style(), QStyle.PixelMetric.PM_IndicatorWidth
        return max(0, style.pixelMetric(width, None, self._view) - style.pixelMetric(width))

    def editorEvent(
        self, event: QEvent, model: QObject, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if event.type() in (QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick):
            return False  # the view takes a click on the whole row
        return super().editorEvent(event, model, option, index)  # type: ignore[arg-type]  # as given


class ChoicesView(QTreeView):
    """Shows a tree of ChoicesModel."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.setObjectName("choices_view")
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setIndentation(SPACE_8)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setExpandsOnDoubleClick(False)
        self._tokens = tokens
        self._delegate = ChoicesDelegate(self, tokens)
        self.setItemDelegate(self._delegate)
        self.setMinimumHeight(em(self.font()) * 8)

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._tokens = tokens
        self._delegate.set_tokens(tokens)
        self.viewport().update()

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if self.selectionModel().isSelected(index):
            # Drawn by the style it would be in two pieces, and leave out the count.
            row = QRect(0, option.rect.top(), self.viewport().width(), option.rect.height())
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._tokens.accent_weak))
            painter.drawRoundedRect(row, RADIUS, RADIUS)
            painter.restore()
        super().drawRow(painter, option, index)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        # Counts change at each key; Qt would measure every row anew.
        self.viewport().update()
        if Qt.ItemDataRole.SizeHintRole in roles:
            self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()  # labels break elsewhere now
