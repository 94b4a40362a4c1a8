"""What each shape on the map means, for those shapes that are on it."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.map.land import paint_area
from tp_directory.ui.map.paint import paint_disc, paint_lock, paint_pin, paint_spot
from tp_directory.ui.tokens import SPACE_4, SPACE_16, Tokens, em


class Sign(Enum):
    """A kind of thing that is drawn on the map."""

    TOWN = auto()
    WITHHELD = auto()
    SPOT = auto()
    SERVICE = auto()
    AREA = auto()


class MapLegend(QWidget):
    """Explains the signs that are drawn at the moment."""

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, gap=SPACE_16)
        self._glyphs = [_Glyph(sign, tokens) for sign in Sign]
        self._labels = [_Words() for _ in Sign]
        for glyph, label in zip(self._glyphs, self._labels, strict=True):
            label.setProperty("role", "caption")
            entry = QWidget()
            inside = QHBoxLayout(entry)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(SPACE_4)
            inside.addWidget(glyph)
            inside.addWidget(label)
            flow.addWidget(entry)
        self.retranslate()

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        for glyph in self._glyphs:
            glyph.set_tokens(tokens)

    def show_signs(self, signs: set[Sign]) -> None:
        """Explain these signs only."""
        for glyph in self._glyphs:
            entry = glyph.parentWidget()
            assert entry is not None
            entry.setVisible(glyph.sign in signs)
        self.setVisible(bool(signs))

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        words = (
            self.tr("Services in a town"),
            self.tr("Address withheld: shown by province only"),
            self.tr("Where you search from"),
            self.tr("The chosen service"),
            self.tr("Area it serves"),
        )
        for label, text in zip(self._labels, words, strict=True):
            label.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class _Words(QLabel):
    """Words on one line where there is room: a QLabel that may wrap asks for a narrow column."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + SPACE_4, metrics.height())


class _Glyph(QWidget):
    """One sign as it is on the map, as tall as the words beside it."""

    def __init__(self, sign: Sign, tokens: Tokens) -> None:
        super().__init__()
        self.sign = sign
        self._tokens = tokens
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def sizeHint(self) -> QSize:
        side = round(em(self.font()) * 1.3)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ink = QColor(self._tokens.text)
        font = self.font()
        font.setPixelSize(max(1, round(em(font) * 0.7)))
        match self.sign:
            case Sign.TOWN:
                paint_disc(painter, box, self._tokens, is_gathered=False)
            case Sign.WITHHELD:
                inset = box.width() * 0.15
                paint_lock(painter, box.adjusted(inset, 0, -inset, 0), ink)
            case Sign.SPOT:
                font.setPixelSize(max(1, round(em(self.font()) * 0.28)))
                paint_spot(painter, box.center(), font, self._tokens, is_approximate=False)
            case Sign.SERVICE:
                paint_pin(painter, QPointF(box.center().x(), box.bottom()), font, self._tokens)
            case Sign.AREA:
                painter.setPen(Qt.PenStyle.NoPen)
                paint_area(painter, box, self._tokens)
        painter.end()
