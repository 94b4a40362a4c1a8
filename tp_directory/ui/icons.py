"""The icons of the window: Lucide's drawings, in a colour of the theme and sharp on any screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from tp_directory.core.errors import CannotRead
from tp_directory.ui.tokens import em

EMS = 1.25
"""The usual side of an icon, in ems of the words beside it."""

_INK = "currentColor"


class Icons:
    """Knows the drawings, each by the name of its file.

    What was painted is not kept: each colour and size of type would leave its own behind.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawings: dict[str, str] = {}

    def put(self, button: QAbstractButton, name: str, colour: str, ems: float) -> None:
        """Give a button an icon, `ems` of its words wide and high.

        Raises:
            CannotRead: there is no such icon.
        """
        side = round(em(button.font()) * ems)
        button.setIcon(self.icon(name, colour, side))
        button.setIconSize(QSize(side, side))

    def icon(self, name: str, colour: str, side: int) -> QIcon:
        """An icon in a colour "#RRGGBB", `side` pixels of the window wide and high.

        Raises:
            CannotRead: there is no such icon.
        """
        icon = QIcon()
        # An engine that paints at any size would have to be cloned by Qt, which crashes PySide.
        for ratio in {
            1.0,
            2.0,
            *(screen.devicePixelRatio() for screen in QGuiApplication.screens()),
        }:
            icon.addPixmap(self.pixmap(name, colour, side, ratio))
        return icon

    def pixmap(self, name: str, colour: str, side: int, ratio: float) -> QPixmap:
        """An icon as a picture, for a screen with `ratio` device pixels to a pixel of the window.

        Raises:
            CannotRead: there is no such icon.
        """
        drawing = QSvgRenderer(self._drawing(name).replace(_INK, colour).encode())
        pixmap = QPixmap(round(side * ratio), round(side * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        drawing.render(painter, QRectF(pixmap.rect()))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _drawing(self, name: str) -> str:
        if name not in self._drawings:
            file = self._folder / f"{name}.svg"
            try:
                self._drawings[name] = file.read_text(encoding="utf-8")
            except OSError as error:
                raise CannotRead(file, error.strerror or str(error)) from error
        return self._drawings[name]
