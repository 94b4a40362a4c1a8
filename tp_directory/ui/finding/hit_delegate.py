"""How one result is drawn: three lines and one number."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tp_directory.core.hours import OpenState
from tp_directory.ui.finding.hits_model import ROW_ROLE
from tp_directory.ui.finding.row import Row, Words
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
_MARK = 2  # thickness of the line under a word that was typed
_NARROW_EMS = 24
_TOWN_EMS = 13  # room for a town and its distance, which a long organization leaves to them
_KEPT = "★ "
_SEPARATOR = " · "
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class HitDelegate(QStyledItemDelegate):
    """Draws rows; knows the colours in force."""

    def __init__(self, tokens: Tokens, parent: QObject) -> None:
        super().__init__(parent)
        self._tokens = tokens

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._tokens = tokens

    def row_height(self, font: QFont) -> int:
        """How high every row is in a font, in pixels."""
        return 3 * QFontMetrics(font).height() + 2 * SPACE_4 + 2 * SPACE_8 + 1

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
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, QRect(option.rect), is_selected=is_selected)
        self._paint_row(painter, QRect(option.rect), row, option.font)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRect, *, is_selected: bool) -> None:
        ground = self._tokens.accent_weak if is_selected else self._tokens.surface
        painter.fillRect(area, QColor(ground))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, QColor(self._tokens.border))
        if is_selected:
            painter.fillRect(area.left(), area.top(), _BAR, area.height(), self._tokens.accent)

    def _paint_row(self, painter: QPainter, area: QRect, row: Row, font: QFont) -> None:
        inner = area.adjusted(SPACE_16, SPACE_8, -SPACE_16, -SPACE_8 - 1)
        line = QFontMetrics(font).height()
        names, where, what = (
            QRect(inner.left(), inner.top() + place * (line + SPACE_4), inner.width(), line)
            for place in range(3)
        )
        pen = _Pen(
            painter,
            QColor(self._tokens.accent),
            bold=scaled(font, 1, bold=True),
            small=scaled(font, CAPTION),
        )
        text, muted = QColor(self._tokens.text), QColor(self._tokens.muted)
        # In a narrow list the name needs the whole line, and the state is worth more than words;
        # of the age only a warning is left.
        is_narrow = inner.width() < em(font) * _NARROW_EMS
        if not is_narrow:
            used = self._paint_state(painter, names, row, font, _RIGHT)
            names.setRight(names.right() - used - SPACE_12)
        if row.is_kept:
            names.setLeft(names.left() + pen.draw(names, Words(_KEPT), pen.bold, text, _LEFT))
        pen.draw(names, row.name, pen.bold, text, _LEFT)
        if row.is_doubtful or not is_narrow:
            aged = QColor(self._tokens.warn) if row.is_doubtful else muted
            age = row.year if is_narrow else row.age
            used = pen.draw(where, Words(age), pen.small, aged, _RIGHT)
            where.setRight(where.right() - used - SPACE_12)
        self._paint_where(pen, where, row, em(font) * _TOWN_EMS)
        used = pen.draw(what, Words(row.number), pen.bold, text, _RIGHT)
        if used:
            what.setRight(what.right() - used - (SPACE_8 if row.line else SPACE_12))
        if row.line and not is_narrow:
            room = QRect(what)
            room.setLeft(what.right() - what.width() // 3)
            used = pen.draw(room, Words(row.line), pen.small, muted, _RIGHT)
            what.setRight(what.right() - used - SPACE_12)
        if is_narrow:
            self._paint_state(painter, what, row, font, _LEFT)
        else:
            self._paint_what(pen, what, row, muted)

    def _paint_state(
        self,
        painter: QPainter,
        area: QRect,
        row: Row,
        font: QFont,
        side: Qt.AlignmentFlag,
    ) -> int:
        """The shape and the word of a state side by side; returns the width used."""
        state_font = scaled(font, CAPTION, bold=row.state is not OpenState.UNKNOWN)
        metrics = QFontMetrics(state_font)
        size = round(area.height() * 0.55)
        room = area.width() - size - SPACE_8
        word = metrics.elidedText(row.state_word, Qt.TextElideMode.ElideRight, room)
        used = size + SPACE_8 + metrics.horizontalAdvance(word)
        left = area.left() if side is _LEFT else area.right() + 1 - used
        top = area.top() + (area.height() - size) / 2
        shape = state_colour(row.state, self._tokens)
        paint_state(painter, QRectF(left, top, size, size), row.state, shape)
        painter.setFont(state_font)
        painter.setPen(shape)
        painter.drawText(QRect(left + size + SPACE_8, area.top(), used, area.height()), _LEFT, word)
        return used

    def _paint_where(self, pen: _Pen, area: QRect, row: Row, town: int) -> None:
        """Organization and place; the place is cut first, but for the width of a town.

        Names may be generic ("Crisis line"): the organization tells whose it is.
        """
        tail = f"{_SEPARATOR}{row.place}" if row.place and row.organization.text else row.place
        room = max(area.width() - min(pen.width(tail), town), area.width() // 2)
        head = QRect(area.left(), area.top(), room, area.height())
        used = pen.draw(head, row.organization, pen.small, QColor(self._tokens.text), _LEFT)
        area.setLeft(area.left() + used)
        pen.draw(area, Words(tail), pen.small, QColor(self._tokens.muted), _LEFT)

    def _paint_what(self, pen: _Pen, area: QRect, row: Row, colour: QColor) -> None:
        """What it does, and its needs as far as there is room."""
        used = pen.draw(area, row.what, pen.small, colour, _LEFT)
        area.setLeft(area.left() + used)
        needs = f"{_SEPARATOR}{row.needs}" if row.what.text and row.needs else row.needs
        pen.draw(area, Words(needs), pen.small, colour, _LEFT)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(em(option.font), self.row_height(option.font))


@dataclass(frozen=True, slots=True)
class _Pen:
    """Draws words on one line, with the parts that match what was typed underlined."""

    painter: QPainter
    mark: QColor
    bold: QFont
    small: QFont

    def width(self, words: str) -> int:
        """The width of words in the small font."""
        return QFontMetrics(self.small).horizontalAdvance(words)

    def draw(
        self, area: QRect, words: Words, font: QFont, colour: QColor, side: Qt.AlignmentFlag
    ) -> int:
        """Draw words, cut with "…" where they do not fit; returns the width used."""
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(words.text, Qt.TextElideMode.ElideRight, area.width())
        self.painter.setFont(font)
        self.painter.setPen(colour)
        self.painter.drawText(area, side, shown)
        used = metrics.horizontalAdvance(shown)
        seen = len(shown) if shown == words.text else max(0, len(shown) - 1)
        base = area.top() + (area.height() + metrics.ascent() - metrics.descent()) // 2 + 2
        for start, end in words.marks:
            if start >= seen:
                break
            left = metrics.horizontalAdvance(shown[:start])
            right = metrics.horizontalAdvance(shown[: min(end, seen)])
            self.painter.fillRect(area.left() + left, base, right - left, _MARK, self.mark)
        return used
