"""How well a legal note is known: a shape, and the words that say the same."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from tp_directory.core.bilingual import Language
from tp_directory.screening.legal_notes import LegalNote, Verified
from tp_directory.ui.fact_labels import FactLabel
from tp_directory.ui.tokens import SPACE_8, Tokens, em
from tp_directory.wording.dates import full_date


def paint_verified(painter: QPainter, area: QRectF, verified: Verified, colour: QColor) -> None:
    """Draw a full square for verified, a half one for a secondary page, else a hollow triangle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    thickness = max(1.5, area.width() / 8)
    inside = area.adjusted(thickness / 2, thickness / 2, -thickness / 2, -thickness / 2)
    painter.setPen(QPen(colour, thickness))
    match verified:
        case Verified.YES:
            painter.setBrush(colour)
            painter.drawRect(inside)
        case Verified.WEAK:
            painter.drawRect(inside)
            painter.fillRect(inside.adjusted(0, 0, -inside.width() / 2, 0), colour)
        case Verified.NO | Verified.UNMARKED:
            tip = QPointF(inside.center().x(), inside.top())
            painter.drawPolygon(QPolygonF([tip, inside.bottomRight(), inside.bottomLeft()]))
    painter.restore()


class VerifiedLine(QWidget):
    """Says how well a note is known, and the day on which its source was read."""

    def __init__(self, note: LegalNote, language: Language, tokens: Tokens) -> None:
        super().__init__()
        is_verified = note.verified is Verified.YES
        tone = "muted" if is_verified else "warn"
        words = FactLabel(self._words(note, language), role="caption", tone=tone)
        colour = QColor(tokens.muted if is_verified else tokens.warn)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_8)
        layout.addWidget(_Mark(note.verified, colour))
        layout.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)

    def _words(self, note: LegalNote, language: Language) -> str:
        if note.read_on is not None:
            day = full_date(note.read_on).best(language)
            return self.tr("Read in the source on {day}").format(day=day)
        match note.verified:
            case Verified.WEAK:
                return self.tr("Secondary source: verify before you rely on it")
            case Verified.UNMARKED:
                return self.tr("Not verified: it is not stated whether the source was read")
            case _:
                return self.tr("Not verified: the source was not read")


class _Mark(QWidget):
    """The shape, as tall as the letters beside it."""

    def __init__(self, verified: Verified, colour: QColor) -> None:
        super().__init__()
        self._verified, self._colour = verified, colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = round(em(self.font()) * 0.8)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        area = QRectF(self.rect())
        paint_verified(QPainter(self), area, self._verified, self._colour)
