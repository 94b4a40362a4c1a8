"""The map of the results: where the services are, without giving a withheld address away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from tp_directory.core.bilingual import Language
from tp_directory.core.place import Spot
from tp_directory.core.projection import CANADA
from tp_directory.core.service import Location
from tp_directory.ui.map import words as map_words
from tp_directory.ui.map.canvas import MapCanvas
from tp_directory.ui.map.land import Land
from tp_directory.ui.map.legend import MapLegend, Sign
from tp_directory.ui.map.marks import Mark, Shade, TownMark
from tp_directory.ui.tokens import SPACE_4, SPACE_8, SPACE_12, Tokens, em

_LEGEND_EMS = 32  # a lower map needs the height for itself


class MapView(QWidget):
    """Shows towns, where the search is from, and the chosen service; says all of it in words."""

    town_chosen = Signal(int)  # the id of a place
    towns_chosen = Signal(object)  # tuple[int, ...]: places too close to be told apart
    province_chosen = Signal(object)  # Province, for its services with a withheld address

    def __init__(self, land: Land, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("map_view")
        self._language = Language.EN
        self._towns: tuple[TownMark, ...] = ()
        self._elsewhere = 0
        self._spot: Spot | None = None
        self._shade: Shade | None = None
        self._location: Location | None = None
        self._is_withheld = False
        self._canvas = MapCanvas(land, tokens, self)
        self._buttons = [QPushButton(text, self._canvas) for text in ("+", "−", "")]
        corner = QVBoxLayout(self._canvas)
        corner.setContentsMargins(SPACE_8, SPACE_8, SPACE_8, SPACE_8)
        corner.setSpacing(SPACE_4)
        for button in self._buttons:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard on the map
            corner.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        corner.addStretch(1)
        self._legend = MapLegend(tokens, self)
        self._caption = QLabel()
        self._caption.setObjectName("map_caption")
        self._caption.setWordWrap(True)
        self._caption.setTextFormat(Qt.TextFormat.PlainText)
        foot = QVBoxLayout()
        foot.setContentsMargins(SPACE_12, SPACE_8, SPACE_12, SPACE_8)
        foot.setSpacing(SPACE_4)
        foot.addWidget(self._caption)
        foot.addWidget(self._legend)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._canvas, 1)
        layout.addLayout(foot)
        self.setFocusProxy(self._canvas)

        self.retranslate()
        nearer, further, everything = self._buttons
        nearer.clicked.connect(self._canvas.zoom_in)
        further.clicked.connect(self._canvas.zoom_out)
        everything.clicked.connect(self._canvas.show_all)
        self._canvas.mark_changed.connect(self.tell)
        self._canvas.mark_reached.connect(self.announce)
        self._canvas.town_chosen.connect(self.town_chosen)
        self._canvas.towns_chosen.connect(self.towns_chosen)
        self._canvas.province_chosen.connect(self.province_chosen)

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw in other colours."""
        self._canvas.set_tokens(tokens)
        self._legend.set_tokens(tokens)

    def set_language(self, language: Language) -> None:
        """State the facts in a language."""
        self._language = language
        self._canvas.set_language(language)
        self.retranslate()

    def show_towns(self, towns: tuple[TownMark, ...], elsewhere: int = 0) -> None:
        """Mark how many of the results are in each town; the part in sight stays.

        `elsewhere` of the results are in no town: the caption says so.
        """
        self._towns, self._elsewhere = towns, elsewhere
        self._canvas.show_towns(towns)
        self.tell()

    def show_spot(self, spot: Spot | None) -> None:
        """Ring where the worker searches from, and go there if it is somewhere new, or away."""
        self._spot = spot
        self._canvas.show_spot(spot)
        self.tell()

    def show_coverage(self, shade: Shade | None) -> None:
        """Shade whom the chosen service serves; see `map_marks.shade_of`."""
        self._shade = shade
        self._canvas.show_shade(shade)
        self.tell()

    def show_service(self, location: Location | None, *, withheld: bool) -> None:
        """Mark the chosen service, if it has a point and its address is not withheld."""
        self._location, self._is_withheld = location, withheld
        point = location.point if location and not withheld else None
        self._canvas.show_pin(CANADA.position(point) if point else None)
        self.tell()

    def show_all(self) -> None:
        """Show all of Canada."""
        self._canvas.show_all()

    def marks(self) -> tuple[str, ...]:
        """Everything that is drawn in the part in sight, in words."""
        seen = (self._mark_words(placed.mark) for placed in self._canvas.scene.in_sight)
        return (*seen, *self._other_words())

    def tell(self) -> None:
        """Say in the caption what is pointed at or else what is shown, and explain the signs."""
        mark = self._canvas.mark
        shown = map_words.summary(self._towns, self._language, elsewhere=self._elsewhere)
        self._caption.setText(self._mark_words(mark) if mark else shown)
        if self.isVisible():
            # It never shrinks again in this window, or the map would jump at every step.
            height = self._caption.heightForWidth(self._caption.width())
            self._caption.setMinimumHeight(max(height, self._caption.minimumHeight()))
        self._legend.show_signs(
            self._signs() if self.height() > em(self.font()) * _LEGEND_EMS else set()
        )
        keys = self.tr(
            "Page Down and Page Up walk from mark to mark, Enter shows what one stands for. "
            "Arrows move the map, + and − zoom, 0 shows all of Canada."
        )
        words = " ".join((shown, *self._other_words(), keys))
        if words != self._canvas.accessibleDescription():
            self._canvas.setAccessibleDescription(words)

    def announce(self) -> None:
        """Have the caption read out."""
        QAccessible.updateAccessibility(
            QAccessibleAnnouncementEvent(self._canvas, self._caption.text())
        )

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        self._canvas.setAccessibleName(self.tr("Map of the results"))
        self._buttons[-1].setText(self.tr("Canada"))
        words = (self.tr("Zoom in"), self.tr("Zoom out"), self.tr("Show all of Canada"))
        for button, text in zip(self._buttons, words, strict=True):
            button.setAccessibleName(text)
            button.setToolTip(text)
        self.tell()

    def _mark_words(self, mark: Mark) -> str:
        can_split = self._canvas.can_split(mark)
        return map_words.mark_words(mark, self._language, can_split=can_split)

    def _other_words(self) -> list[str]:
        """What is drawn beside the marks."""
        language, location = self._language, self._location
        words = [
            map_words.spot_words(self._spot, language) if self._spot else "",
            map_words.service_words(location, language, withheld=self._is_withheld),
            map_words.shade_words(self._shade, language) if self._shade else "",
        ]
        return [sentence for sentence in words if sentence]

    def _signs(self) -> set[Sign]:
        location, shade = self._location, self._shade
        is_drawn = {
            Sign.TOWN: any(town.visible and town.place.point for town in self._towns),
            Sign.WITHHELD: any(town.withheld for town in self._towns),
            Sign.SPOT: bool(self._spot and self._spot.point),
            Sign.SERVICE: bool(location and location.point and not self._is_withheld),
            Sign.AREA: bool(shade and (shade.is_whole or shade.points)),
        }
        return {sign for sign, drawn in is_drawn.items() if drawn}

    def _measure(self) -> None:
        """Give the caption two lines, and tell what fills them."""
        self._caption.setMinimumHeight(2 * self._caption.fontMetrics().lineSpacing())
        self.tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.FontChange:
            self._measure()
        super().changeEvent(event)
