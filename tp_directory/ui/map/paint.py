"""How the marks of the map are drawn: each kind has a shape of its own, not only a colour."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from tp_directory.ui.map.frame import Frame
from tp_directory.ui.map.layout import Name, Placed, badge_font, behind, line_boxes, lock_box
from tp_directory.ui.map.marks import Cluster
from tp_directory.ui.tokens import CAPTION, RADIUS, RING, RING_GAP, SPACE_8, Tokens, em, scaled

_CENTRE = Qt.AlignmentFlag.AlignCenter
_HALO = 3.0  # pixels around what stands on the ground, whatever the ground is
_HALO_TURNS = 8  # words are written so many times around where they stand
_TICK = 5.0  # pixels at each end of it


def paint_mark(painter: QPainter, placed: Placed, font: QFont, tokens: Tokens) -> None:
    """Draw a disc with a number for services in towns, a square with a lock for withheld ones."""
    if isinstance(placed.mark, Cluster):
        paint_disc(painter, placed.box, tokens, is_gathered=len(placed.mark.towns) > 1)
        painter.setPen(QColor(tokens.surface))
        painter.setFont(badge_font(font))
        painter.drawText(placed.box, _CENTRE, placed.lines[0])
    else:
        _paint_badge(painter, placed, font, tokens)


def paint_disc(painter: QPainter, box: QRectF, tokens: Tokens, *, is_gathered: bool) -> None:
    """Draw a disc, for several towns with a second one behind it."""
    discs = (behind(box), box) if is_gathered else (box,)
    for disc in discs:
        _paint_halo(painter, disc, disc.width() / 2, tokens)
    painter.setPen(QPen(QColor(tokens.surface), 1.5))
    painter.setBrush(QColor(tokens.accent))
    for disc in discs:
        painter.drawEllipse(disc)


def _paint_badge(painter: QPainter, placed: Placed, font: QFont, tokens: Tokens) -> None:
    ink = QColor(tokens.text)
    _paint_halo(painter, placed.box, RADIUS / 2, tokens)
    painter.setPen(QPen(ink, 1.5))
    painter.setBrush(QColor(tokens.surface))
    painter.drawRoundedRect(placed.box, RADIUS / 2, RADIUS / 2)
    boxes = line_boxes(placed, font)
    paint_lock(painter, lock_box(placed.box, boxes[0].height(), font), ink)
    painter.setPen(ink)
    painter.setFont(badge_font(font))
    for box, line in zip(boxes, placed.lines, strict=True):
        painter.drawText(box, _CENTRE, line)


def paint_lock(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Draw a closed lock."""
    painter.save()
    body = box.adjusted(0, box.height() * 0.45, 0, 0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(body, 1.5, 1.5)
    thickness = max(1.5, box.width() * 0.16)
    side = box.width() * 0.2
    shackle = QPainterPath(QPointF(box.left() + side, body.top()))
    arch = QRectF(
        box.left() + side, box.top() + thickness / 2, box.width() - 2 * side, box.height() * 0.6
    )
    shackle.lineTo(arch.left(), arch.center().y())
    shackle.arcTo(arch, 180, -180)
    shackle.lineTo(box.right() - side, body.top())
    painter.setPen(QPen(colour, thickness))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(shackle)
    painter.restore()


def paint_name(painter: QPainter, name: Name, font: QFont, tokens: Tokens) -> None:
    """Draw the name of a town."""
    painter.setFont(scaled(font, CAPTION))
    metrics = QFontMetricsF(painter.font())
    width, height = metrics.horizontalAdvance(name.words), metrics.ascent() - metrics.descent()
    _paint_words(painter, name.box.center() + QPointF(-width, height) / 2, name.words, tokens)


def paint_spot(
    painter: QPainter, at: QPointF, font: QFont, tokens: Tokens, *, is_approximate: bool
) -> None:
    """Draw where the search is from: a wide ring around a point, dashed where it is rough."""
    radius = em(font) * 1.7
    for colour, thickness in ((tokens.surface, 5.0), (tokens.text, 2.5)):
        pen = QPen(QColor(colour), thickness)
        if is_approximate and colour == tokens.text:
            pen.setDashPattern([2.0, 1.5])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, radius, radius)
        for turn in range(4):
            angle = turn * math.pi / 2
            outward = QPointF(math.cos(angle), math.sin(angle))
            painter.drawLine(at + outward * radius, at + outward * radius * 1.35)


def paint_pin(painter: QPainter, tip: QPointF, font: QFont, tokens: Tokens) -> None:
    """Draw the chosen service: a pin that stands on its point."""
    ems = em(font)
    radius = ems * 0.62
    head = tip - QPointF(0, ems * 1.45)
    pin = QPainterPath(tip)
    around = QRectF(head - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius))
    pin.lineTo(head + QPointF(radius * 0.9, radius * 0.45))
    pin.arcTo(around, -27, 234)
    pin.closeSubpath()
    painter.setPen(QPen(QColor(tokens.surface), 2))
    painter.setBrush(QColor(tokens.text))
    painter.drawPath(pin)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.surface))
    painter.drawEllipse(head, radius * 0.4, radius * 0.4)


def paint_focus(painter: QPainter, placed: Placed, tokens: Tokens) -> None:
    """Draw the ring around the mark that the keyboard is at."""
    reach = RING_GAP + RING / 2
    box = placed.box.adjusted(-reach, -reach, reach, reach)
    radius = box.width() / 2 if isinstance(placed.mark, Cluster) else RADIUS
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, thickness in ((tokens.surface, RING * 3), (tokens.accent, RING)):
        painter.setPen(QPen(QColor(colour), thickness))
        painter.drawRoundedRect(box, radius, radius)


def paint_scale(painter: QPainter, frame: Frame, font: QFont, tokens: Tokens) -> None:
    """Draw how long a round number of kilometres is, in the lower left corner."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(scaled(font, CAPTION))
    metrics = QFontMetricsF(painter.font())
    words, length = scale_bar(frame.km_per_pixel, metrics)
    base = frame.size.height() - SPACE_8
    left, right = float(SPACE_8), SPACE_8 + length
    tick = QPointF(0, -_TICK)
    ends = QPointF(left, base), QPointF(right, base)
    for colour, thickness in ((tokens.land, 1.5 + _HALO), (tokens.text, 1.5)):
        painter.setPen(QPen(QColor(colour), thickness))
        painter.drawPolyline([ends[0] + tick, *ends, ends[1] + tick])
    middle = (left + right - metrics.horizontalAdvance(words)) / 2
    _paint_words(painter, QPointF(middle, base - _TICK - 1), words, tokens)
    painter.restore()


def scale_bar(km_per_pixel: float, metrics: QFontMetricsF) -> tuple[str, float]:
    """The least round number of kilometres whose bar is longer than its words, and the bar."""
    for kilometres in (step * 10**power for power in range(5) for step in (1, 2, 5)):
        words, length = f"{kilometres} km", kilometres / km_per_pixel
        if length > metrics.horizontalAdvance(words):
            break
    return words, length


def _paint_halo(painter: QPainter, box: QRectF, radius: float, tokens: Tokens) -> None:
    """Set a mark off from whatever is under it."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.surface))
    halo = box.adjusted(-_HALO, -_HALO, _HALO, _HALO)
    painter.drawRoundedRect(halo, radius + _HALO, radius + _HALO)


def _paint_words(painter: QPainter, at: QPointF, words: str, tokens: Tokens) -> None:
    """Write on the ground: a halo of land keeps words apart from what is under them."""
    # Not by stroking the outlines of the letters: the same map, painted twice, then differed in the
    # last bit, and the tests that nothing withheld leaves a trace compare pictures exactly.
    painter.setPen(QColor(tokens.land))
    for turn in range(_HALO_TURNS):
        angle = turn * 2 * math.pi / _HALO_TURNS
        painter.drawText(at + QPointF(math.cos(angle), math.sin(angle)) * _HALO / 2, words)
    painter.setPen(QColor(tokens.text))
    painter.drawText(at, words)
