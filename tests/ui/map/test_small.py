"""The small map of one service: the area it serves, and its own place where it may be known."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tp_directory.core.bilingual import Language
from tp_directory.core.coverage import Coverage, Scope
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.place import Point, Province
from tp_directory.core.service import Location
from tp_directory.exchange.outlines import read_outlines
from tp_directory.paths import Bundle
from tp_directory.ui.appearance import Appearance
from tp_directory.ui.map.land import Land
from tp_directory.ui.map.marks import shade_of
from tp_directory.ui.map.small import SmallMap

ShowMap = Callable[..., SmallMap]
ONTARIO = Coverage(Scope.PROVINCE, (Province.ON,))
LOCATION = Location(Province.ON, "Example", point=Point(50.0, -85.0))


@pytest.fixture
def show(
    qtbot: QtBot, qapp: QApplication, bundle: Bundle, gazetteer: Gazetteer, appearance: Appearance
) -> ShowMap:
    land = Land(read_outlines(bundle.data / "geography" / "provinces.geojson"))
    pane = QWidget()
    qtbot.addWidget(pane)

    def show(
        coverage: Coverage = ONTARIO,
        location: Location | None = None,
        language: Language = Language.EN,
        scale: float = 1.0,
        *,
        withheld: bool = False,
    ) -> SmallMap:
        font = QFont(qapp.font())
        font.setPointSizeF(font.pointSizeF() * scale)
        qapp.setFont(font)
        appearance.show_scheme(Qt.ColorScheme.Light)
        shown = SmallMap(
            land,
            appearance.tokens,
            shade_of(coverage, gazetteer),
            location,
            "Serves: Ontario.",
            language,
            pane,
            withheld=withheld,
        )
        shown.resize(360, shown.heightForWidth(360))
        pane.show()
        shown.show()
        return shown

    return show


def picture(shown: SmallMap) -> QImage:
    return shown.grab().toImage()


def words(shown: SmallMap) -> str:
    [label] = shown.findChildren(QLabel)
    return label.text()


def test_it_says_whom_the_service_serves(show: ShowMap) -> None:
    assert words(show()) == "Serves: Ontario."


def test_it_marks_where_the_service_is(show: ShowMap) -> None:
    assert picture(show(location=LOCATION)) != picture(show())


def test_a_withheld_address_is_not_marked_even_if_a_point_were_there(show: ShowMap) -> None:
    withheld = show(location=LOCATION, withheld=True)

    assert words(withheld) == (
        "Serves: Ontario. Address withheld for safety: only the area it serves is shown."
    )
    assert picture(withheld) == picture(show(withheld=True))


def test_it_says_so_in_french(show: ShowMap) -> None:
    assert words(show(language=Language.FR, withheld=True)).endswith(
        "Adresse non divulguée par mesure de sécurité\u00a0: seule la zone desservie est montrée."
    )


@pytest.mark.parametrize(
    "coverage",
    [
        Coverage(Scope.NATIONAL),
        Coverage(Scope.PROVINCE, (Province.PE,)),
        Coverage(Scope.REGION, (Province.ON,), region_ids=("ON:Niagara",)),
    ],
    ids=["nation", "province", "region"],
)
def test_each_area_looks_different(show: ShowMap, coverage: Coverage) -> None:
    assert picture(show(coverage)) != picture(show())


def test_a_province_is_not_shaded_for_a_town_that_the_map_lacks(show: ShowMap) -> None:
    pinawa = Coverage(Scope.CITY, (Province.MB,), (1,))  # no source gives its point

    assert picture(show(pinawa)) != picture(show(Coverage(Scope.PROVINCE, (Province.MB,))))


@pytest.mark.parametrize("language", list(Language))
def test_no_word_is_cut_at_a_large_font(show: ShowMap, language: Language) -> None:
    shown = show(language=language, scale=2.0, withheld=True)
    [label] = shown.findChildren(QLabel)

    assert label.heightForWidth(label.width()) <= label.height()
