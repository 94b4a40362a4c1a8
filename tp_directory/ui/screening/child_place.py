"""Where a child is: a province, and the town in it where one is named."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QWidget

from tp_directory.core.bilingual import Language, Text
from tp_directory.core.child_protection import home_province
from tp_directory.core.errors import UnknownPlace
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.place import Province, Spot
from tp_directory.ui.choice_box import labelled
from tp_directory.ui.flow_layout import FlowLayout
from tp_directory.ui.place_box import PlaceBox
from tp_directory.ui.screening.province_box import ProvinceBox
from tp_directory.ui.tokens import SPACE_12, em

_TOWN_EMS = 13


class ChildPlace(QWidget):
    """Asks for a province and, optionally, for a town; it follows the place of the settings.

    A town that is in one other province chooses that province. Of one that is in several others
    none is assumed: `provinces` are those to choose from.
    """

    changed = Signal()
    town_named = Signal()  # by the worker, after the change that it led to

    def __init__(
        self,
        gazetteer: Gazetteer,
        language: Language,
        province: Province | None,
        home: str,
        beside: QWidget,
    ) -> None:
        """`home` stands in the box for the town where it is in `province`.

        `beside` is put into the same row.
        """
        super().__init__()
        self._gazetteer = gazetteer
        self._home, self._home_province = home, province
        self._town = ""
        self._spots: tuple[Spot, ...] = ()  # that it may mean, one in each province
        self.refusal = Text()  # why it means none
        self._province_label, self._town_label = QLabel(), QLabel()
        self._provinces = ProvinceBox(province, language)
        self._town_box = PlaceBox(offers_anywhere=False)
        self._town_box.setObjectName("child_town_box")
        row = FlowLayout(self, gap=SPACE_12)
        row.addWidget(labelled(self._province_label, self._provinces))
        row.addWidget(labelled(self._town_label, self._town_box))
        row.addWidget(beside)
        self.setFocusProxy(self._provinces)

        self._provinces.province_chosen.connect(self.follow_province)
        self._town_box.typed.connect(self.offer_towns)
        self._town_box.chosen.connect(self.choose_town)
        self._name_town(self._town_of_home())
        self._limit_width()
        self.retranslate()

    @property
    def province(self) -> Province | None:
        """The province that was chosen."""
        return self._provinces.province

    @property
    def spot(self) -> Spot | None:
        """The town that is meant, in the province that was chosen."""
        return next((spot for spot in self._spots if spot.place.province is self.province), None)

    @property
    def provinces(self) -> tuple[Province, ...]:
        """The provinces that a place with the name of the town is in."""
        return tuple(spot.place.province for spot in self._spots)

    @property
    def near(self) -> str:
        """What the directory is to be asked for: a namesake is meant only with its province."""
        spot = self.spot
        if spot is None:
            return ""
        return spot.title if spot.title == spot.place.title else self._town

    def set_gazetteer(self, gazetteer: Gazetteer) -> None:
        """Look for towns in another gazetteer; the one that was named stays."""
        self._gazetteer = gazetteer

    def set_language(self, language: Language) -> None:
        """Name the provinces in a language."""
        self._provinces.set_language(language)
        self.retranslate()

    def set_home(self, home: str) -> None:
        """Follow the place of the settings unless another is shown."""
        at_home = (self._home_province, self._town_of_home())
        was_home = (self.province, self._town) == at_home
        self._home, self._home_province = home, home_province(self._gazetteer, home)
        if was_home:
            self.go_home()

    def choose(self, province: Province | None) -> None:
        """Choose a province, or none."""
        self._provinces.choose(province)

    def go_home(self) -> None:
        """Go back to where it was at first, and drop what was typed and offered."""
        self._town_box.clear_place()
        self._name_town("")
        self._provinces.choose(self._home_province)
        self.follow_province()

    def offer_towns(self, words: str) -> None:
        """Offer places for the beginning of a name."""
        self._town_box.offer(self._gazetteer.offers(words))

    def choose_town(self, words: str) -> None:
        """Take a town or a postal code; "" leaves the province alone."""
        self._name_town(words)
        if len(self._spots) == 1 and self.spot is None:
            self._provinces.choose(self._spots[0].place.province)
        else:
            self.changed.emit()
        if words:
            self.town_named.emit()

    def follow_province(self) -> None:
        """Leave a town that is not in the province that was chosen."""
        if self.spot is None:
            self._name_town(self._town_of_home())
        self.changed.emit()

    def retranslate(self) -> None:
        """Say everything again in the language of the program."""
        self._province_label.setText(self.tr("P&rovince or territory"))
        self._town_label.setText(self.tr("Town or postal &code"))
        self._town_box.setAccessibleName(self.tr("Town or postal code"))
        self._town_box.setPlaceholderText(self.tr("Optional"))

    def _town_of_home(self) -> str:
        """The place of the settings where it is in the province that was chosen."""
        try:
            spots = self._gazetteer.spots(self._home)
        except UnknownPlace:
            return ""
        is_there = any(spot.place.province is self.province for spot in spots)
        return self._home if is_there else ""

    def _name_town(self, words: str) -> None:
        self._town, self._spots, self.refusal = words, (), Text()
        self._town_box.keep(words)
        try:
            self._spots = self._gazetteer.spots(words)
        except UnknownPlace as error:
            self.refusal = error.text

    def _limit_width(self) -> None:
        self._town_box.setMinimumWidth(em(self.font()) * _TOWN_EMS)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.FontChange:
            self._limit_width()
        super().changeEvent(event)
