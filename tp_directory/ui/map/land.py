"""The ground of the map: provinces, what lies around them, and the area that a service serves."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QRadialGradient,
    QTransform,
)

from tp_directory.core.place import Outline, Province
from tp_directory.core.projection import CANADA
from tp_directory.ui.map.frame import Frame, flat
from tp_directory.ui.map.marks import Shade
from tp_directory.ui.tokens import Tokens

_COAST = 0.8  # pixels
_DISC_KM = 40.0  # a town's surroundings; a region is too rough to be drawn any closer
_LEAST_DISC = 14.0  # pixels
_DISC_CORE = 0.6  # of the radius is as dark as it gets; from there it fades: a soft edge, no border
_CORE_OPACITY = 0.38
_WHOLE_OPACITY = 0.14
_HATCH_OPACITY = 0.2  # lines as well, so that the area is seen without its colour
_HATCH_SCALE = 2.0  # as wide apart as to leave marks and names in peace


class Land:
    """Knows the provinces as shapes, in kilometres to the right and down; `extent` holds all.

    What is around them is water or another country: one neutral ground, which claims neither.
    """

    def __init__(self, outlines: tuple[Outline, ...]) -> None:
        self._provinces = {each.province: _path(each) for each in outlines}
        self.extent = QRectF()
        for path in self._provinces.values():
            self.extent |= path.boundingRect()

    def extent_of(self, provinces: tuple[Province, ...]) -> QRectF:
        """The rectangle that holds some provinces."""
        extent = QRectF()
        for province in provinces:
            extent |= self._provinces[province].boundingRect()
        return extent

    def provinces_in(self, frame: Frame) -> tuple[Province, ...]:
        """The provinces that can be seen."""
        view, is_known = frame.transform.inverted()
        assert is_known
        seen = view.mapRect(QRectF(QPointF(0, 0), frame.size))
        return tuple(each for each in Province if self._provinces[each].intersects(seen))

    def paint(
        self, painter: QPainter, frame: Frame, tokens: Tokens, shade: Shade | None = None
    ) -> None:
        """Draw the ground, and whom a service serves."""
        view = QRectF(QPointF(0, 0), frame.size)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(view, QColor(tokens.around))
        coast = QPen(QColor(tokens.coast), _COAST)
        coast.setCosmetic(True)
        painter.setTransform(frame.transform, combine=True)
        painter.setPen(coast)
        painter.setBrush(QColor(tokens.land))
        for province in self.provinces_in(frame):
            painter.drawPath(self._provinces[province])
        if shade is not None:
            self._paint_shade(painter, frame, shade, QColor(tokens.accent))
        painter.restore()

    def _paint_shade(self, painter: QPainter, frame: Frame, shade: Shade, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        served = QPainterPath()
        for province in {*shade.provinces} & {*self.provinces_in(frame)}:
            served.addPath(self._provinces[province])
        if shade.is_whole:
            painter.fillPath(served, _faded(colour, _WHOLE_OPACITY))
            painter.fillPath(served, _hatch(colour, frame.km_per_pixel))
        if shade.points:
            # Whoever lives across the border is not served, however near.
            painter.setClipPath(served)
            centres = [flat(CANADA.position(point)) for point in shade.points]
            radius = max(_DISC_KM, _LEAST_DISC * frame.km_per_pixel)
            core = _discs(centres, radius * _DISC_CORE)
            painter.fillPath(core, _hatch(colour, frame.km_per_pixel))
            back, is_known = frame.transform.inverted()
            assert is_known
            painter.setTransform(back, combine=True)
            painter.drawImage(0, 0, _soft_discs(centres, radius, frame, colour))


def paint_area(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    """Draw a sample of what shading looks like."""
    accent = QColor(tokens.accent)
    painter.fillRect(box, QColor(tokens.land))
    painter.fillRect(box, _faded(accent, _WHOLE_OPACITY))
    painter.fillRect(box, _hatch(accent, 1))


def _path(outline: Outline) -> QPainterPath:
    path = QPainterPath()
    for ring in outline.rings:
        path.addPolygon(QPolygonF([flat(CANADA.position(point)) for point in ring]))
    return path


def _discs(centres: list[QPointF], radius: float) -> QPainterPath:
    """Discs that are no darker where they meet."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for centre in centres:
        path.addEllipse(centre, radius, radius)
    return path


def _soft_discs(centres: list[QPointF], radius: float, frame: Frame, colour: QColor) -> QImage:
    """The part in sight of discs that fade towards their edge, and are no darker where they meet.

    Layers of fading colour would be seen as bands when one comes closer.
    """
    opacity = QImage(frame.size.toSize(), QImage.Format.Format_Grayscale8)
    opacity.fill(Qt.GlobalColor.black)
    painter = QPainter(opacity)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Lighten)
    dark = QColor.fromRgbF(_CORE_OPACITY, _CORE_OPACITY, _CORE_OPACITY)
    reach = QPointF(radius, radius) / frame.km_per_pixel
    for centre in map(frame.transform.map, centres):
        fading = QRadialGradient(centre, reach.x())
        fading.setStops([(_DISC_CORE, dark), (1.0, QColor(Qt.GlobalColor.black))])
        painter.fillRect(QRectF(centre - reach, centre + reach), fading)
    painter.end()
    discs = QImage(opacity.size(), QImage.Format.Format_ARGB32_Premultiplied)
    discs.fill(colour)
    discs.setAlphaChannel(opacity)
    return discs


def _hatch(colour: QColor, km_per_pixel: float) -> QBrush:
    """Slanting lines, as far apart at every scale."""
    brush = QBrush(_faded(colour, _HATCH_OPACITY), Qt.BrushStyle.BDiagPattern)
    scale = _HATCH_SCALE * km_per_pixel
    brush.setTransform(QTransform.fromScale(scale, scale))
    return brush


def _faded(colour: QColor, opacity: float) -> QColor:
    faded = QColor(colour)
    faded.setAlphaF(opacity)
    return faded
