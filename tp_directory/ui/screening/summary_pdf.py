"""A summary on paper: letter-size pages with numbers, and a watermark in training."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from tp_directory.ui.screening.summary import Part, Summary

_MARGIN_MM = 20
_DOTS = 300
"""To an inch: finer than any line of it."""
_POINTS = 10
_FOOT = 0.05
"""The part of a page, from below, that its number is written in."""
_FAINT = QColor(179, 38, 30, 48)
_MUTED = QColor("#57606A")
_STYLE = """
h1 { font-size: 16pt; margin-top: 0; margin-bottom: 6px; }
h2 { font-size: 12pt; margin-top: 16px; margin-bottom: 4px; }
h3 { font-size: 10pt; margin-top: 8px; margin-bottom: 2px; }
p { margin-top: 0; margin-bottom: 4px; }
ol, ul { margin-top: 0; margin-bottom: 0; }
"""


def document_of(summary: Summary, device: QPdfWriter, page: QSizeF) -> QTextDocument:
    """A summary as a document of pages, for a device and in its dots."""
    document = QTextDocument()
    document.setDefaultFont(_font(_POINTS))
    document.setDefaultStyleSheet(_STYLE)
    document.setDocumentMargin(0)
    document.setHtml("".join(_html(summary)))
    document.documentLayout().setPaintDevice(device)
    document.setPageSize(page)
    _keep_headings(document)
    return document


def as_pdf(summary: Summary) -> bytes:
    """A summary as a PDF that names neither user nor computer."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    writer.setTitle(summary.title)
    writer.setAuthor("")
    writer.setCreator("")
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    size = QPageSize(QPageSize.PageSizeId.Letter)
    portrait, millimetre = QPageLayout.Orientation.Portrait, QPageLayout.Unit.Millimeter
    writer.setPageLayout(QPageLayout(size, portrait, margins, millimetre))
    _paint(summary, writer)
    return bytes(buffer.data().data())


def _paint(summary: Summary, writer: QPdfWriter) -> None:
    page = QRectF(0, 0, writer.width(), writer.height())
    body = QSizeF(page.width(), page.height() * (1 - _FOOT))
    document = document_of(summary, writer, body)
    ink = QAbstractTextDocumentLayout.PaintContext()
    # Else the words are as light as on a dark screen.
    ink.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
    painter = QPainter(writer)
    count = document.pageCount()
    for number in range(1, count + 1):
        if number > 1:
            writer.newPage()
        _paint_watermark(painter, page, summary.watermark)
        top = (number - 1) * body.height()
        painter.save()
        painter.translate(0, -top)
        ink.clip = QRectF(QPointF(0, top), body)
        document.documentLayout().draw(painter, ink)
        painter.restore()
        _paint_foot(painter, page, summary.page.format(number=number, count=count))
    painter.end()


def _keep_headings(document: QTextDocument) -> None:
    """Let no heading be the last line of a page."""
    layout, height = document.documentLayout(), document.pageSize().height()
    block = document.begin()
    while (below := block.next()).isValid():
        pages = {int(layout.blockBoundingRect(each).top() // height) for each in (block, below)}
        if block.blockFormat().headingLevel() and len(pages) > 1:
            broken = block.blockFormat()
            broken.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            QTextCursor(block).setBlockFormat(broken)
            # Qt 6.11 lays out the rest alone, and loses the end of it.
            document.markContentsDirty(0, document.characterCount())
        block = below


def _paint_watermark(painter: QPainter, page: QRectF, words: str) -> None:
    """Write a word across the page, behind everything else."""
    if not words:
        return
    painter.save()
    painter.setFont(_font(44, bold=True))
    painter.setPen(_FAINT)
    painter.translate(page.center())
    painter.rotate(-50)
    reach = page.height()
    area = QRectF(-reach / 2, -reach / 2, reach, reach)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()


def _paint_foot(painter: QPainter, page: QRectF, words: str) -> None:
    painter.save()
    painter.setFont(_font(9))
    painter.setPen(_MUTED)
    painter.drawText(page, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight, words)
    painter.restore()


def _font(points: int, *, bold: bool = False) -> QFont:
    font = QFont(QTextDocument().defaultFont())
    font.setFeature(QFont.Tag("liga"), 0)  # "offer" copied from a PDF has a ligature else
    font.setPointSize(points)
    font.setBold(bold)
    return font


def _html(summary: Summary) -> Iterator[str]:
    yield f"<h1>{escape(summary.title)}</h1>"
    yield from (f"<p>{escape(line)}</p>" for line in summary.lead)
    yield f"<p><b>{escape(summary.note)}</b></p>"
    for part in summary.parts:
        yield from _part_html(part)


def _part_html(part: Part) -> Iterator[str]:
    tag, kind = f"h{part.level + 1}", "ol" if part.is_ordered else "ul"
    yield f"<{tag}>{escape(part.heading)}</{tag}>"
    yield from (f"<p>{escape(words)}</p>" for words in part.paragraphs)
    if part.lines:
        lines = "".join(f"<li>{escape(line)}</li>" for line in part.lines)
        yield f"<{kind}>{lines}</{kind}>"
