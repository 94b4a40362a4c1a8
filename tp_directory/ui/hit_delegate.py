"""How one result is drawn: at most three lines, one number, and the heading of its group."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tp_directory.core.hours import OpenState
from tp_directory.ui.hits_model import ROW_ROLE
from tp_directory.ui.row import Row
from tp_directory.ui.state_mark import paint_state, state_colour
from tp_directory.ui.tokens import (
    CAPTION,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    Tokens,
    em,
    scaled,
)

_BAR = 3
_NARROW_EMS = 24
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class HitDelegate(QStyledItemDelegate):
    """Draws rows; knows the colours in force and which rows have a heading above them."""

    def __init__(self, tokens: Tokens, parent: QObject) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._heads: frozenset[int] = frozenset()
        self._usual = self._headed = QSize()

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._tokens = tokens

    def measure(self, font: QFont, heads: frozenset[int]) -> None:
        """Take the heights of rows from a font, and leave room for headings above `heads`.

        Qt asks for the height of every loaded row whenever more are loaded: `sizeHint` must only
        choose between two heights.
        """
        line = QFontMetrics(font).height()
        height = 3 * line + 2 * SPACE_4 + 2 * SPACE_8 + 1
        self._heads = heads
        self._usual = QSize(line, height)
        self._headed = QSize(line, height + _heading_height(font))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, Row):
            return
        painter.save()
        area = QRect(option.rect)
        font = option.font
        if row.divider:
            height = _heading_height(font)
            heading = QRect(area.left(), area.top(), area.width(), height)
            self._paint_heading(painter, heading, row.divider, font)
            area.setTop(area.top() + height)
        state = option.state
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, area, is_selected=is_selected)
        self._paint_row(painter, area, row, font, is_selected=is_selected)
        painter.restore()

    def _paint_heading(self, painter: QPainter, area: QRect, words: str, font: QFont) -> None:
        painter.fillRect(area, QColor(self._tokens.background))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, QColor(self._tokens.border))
        bold = scaled(font, CAPTION, bold=True)
        painter.setFont(bold)
        painter.setPen(QColor(self._tokens.muted))
        inner = area.adjusted(SPACE_16, 0, -SPACE_16, 0)
        shown = QFontMetrics(bold).elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, _LEFT, shown)

    def _paint_ground(self, painter: QPainter, area: QRect, *, is_selected: bool) -> None:
        ground = self._tokens.accent_weak if is_selected else self._tokens.surface
        painter.fillRect(area, QColor(ground))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, QColor(self._tokens.border))
        if is_selected:
            painter.fillRect(area.left(), area.top(), _BAR, area.height(), self._tokens.accent)

    def _paint_row(
        self, painter: QPainter, area: QRect, row: Row, font: QFont, *, is_selected: bool
    ) -> None:
        inner = area.adjusted(SPACE_16, SPACE_8, -SPACE_16, -SPACE_8 - 1)
        bold, small = scaled(font, 1, bold=True), scaled(font, CAPTION)
        text, muted = QColor(self._tokens.text), QColor(self._tokens.muted)
        line = QFontMetrics(bold).height()

        # Green words on the selected ground would have too little contrast; the shape may.
        shape = state_colour(row.state, self._tokens)
        words = text if is_selected and row.state is OpenState.OPEN else shape
        state_font = scaled(font, CAPTION, bold=row.state is not OpenState.UNKNOWN)
        state = _State(row.state, row.state_word, state_font, shape, words)
        lines = [
            QRect(inner.left(), inner.top() + place * (line + SPACE_4), inner.width(), line)
            for place in range(3)
        ]
        # In a narrow list the name needs the whole line, and the state is worth more than needs.
        is_narrow = inner.width() < em(font) * _NARROW_EMS
        name, number = lines[0], lines[2]
        if not is_narrow:
            name.setRight(name.right() - state.draw(painter, name, _RIGHT) - SPACE_12)
        _draw(painter, name, row.name, bold, text, _LEFT)
        self._paint_where(painter, lines[1], row, small, muted)
        used = _draw(painter, number, row.number, bold, text, _RIGHT)
        if used:
            number.setRight(number.right() - used - SPACE_12)
        if is_narrow:
            state.draw(painter, number, _LEFT)
        else:
            _draw(painter, number, row.needs, small, muted, _LEFT)

    def _paint_where(
        self, painter: QPainter, area: QRect, row: Row, font: QFont, colour: QColor
    ) -> None:
        """Organization and place; a long organization is cut before the place is."""
        metrics = QFontMetrics(font)
        place = f" · {row.place}" if row.place and row.organization else row.place
        room = area.width() - metrics.horizontalAdvance(place)
        organization = row.organization
        if room > area.width() / 4:
            organization = metrics.elidedText(organization, Qt.TextElideMode.ElideRight, room)
        _draw(painter, area, f"{organization}{place}", font, colour, _LEFT)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return self._headed if index.row() in self._heads else self._usual


@dataclass(frozen=True, slots=True)
class _State:
    """The shape and the word of a state, drawn side by side."""

    state: OpenState
    word: str
    font: QFont
    shape_colour: QColor
    word_colour: QColor

    def draw(self, painter: QPainter, area: QRect, side: Qt.AlignmentFlag) -> int:
        """Draw at one side of an area; returns the width used."""
        metrics = QFontMetrics(self.font)
        size = round(area.height() * 0.55)
        room = area.width() - size - SPACE_8
        word = metrics.elidedText(self.word, Qt.TextElideMode.ElideRight, room)
        used = size + SPACE_8 + metrics.horizontalAdvance(word)
        left = area.left() if side is _LEFT else area.right() + 1 - used
        top = area.top() + (area.height() - size) / 2
        paint_state(painter, QRectF(left, top, size, size), self.state, self.shape_colour)
        words = QRect(left + size + SPACE_8, area.top(), used, area.height())
        _draw(painter, words, word, self.font, self.word_colour, _LEFT)
        return used


def _heading_height(font: QFont) -> int:
    return QFontMetrics(font).height() + 2 * SPACE_8


def _draw(
    painter: QPainter,
    area: QRect,
    words: str,
    font: QFont,
    colour: QColor,
    side: Qt.AlignmentFlag,
) -> int:
    """Draw words on one line, cut with "…" where they do not fit; returns the width used."""
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(area, side, shown)
    return metrics.horizontalAdvance(shown)
