"""The filters in force, above the results: each is taken away by one press."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import MakeWindow
from tests.ui.finding.conftest import answers, box, button, buttons, query
from tp_directory.core.bilingual import Language
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.place import Province
from tp_directory.core.query import Query
from tp_directory.core.service import Channel
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.directory import Directory
from tp_directory.ui.finding.chips import Chips
from tp_directory.ui.finding.inquiry import Inquiry
from tp_directory.ui.window import Window

CHOSEN = Query(needs=("legal", "shelter_emergency"), provinces=(Province.ON,), open_now=True)


@pytest.fixture
def chips(qtbot: QtBot, taxonomy: Taxonomy, gazetteer: Gazetteer) -> Chips:
    widget = Chips(taxonomy, gazetteer)
    qtbot.addWidget(widget)
    widget.resize(900, 80)
    widget.show()
    return widget


def ask(window: Window, asked_for: Query) -> None:
    inquiry = window.findChild(Inquiry)
    assert isinstance(inquiry, Inquiry)
    inquiry.ask(asked_for)


def labels(chips: Chips) -> list[str]:
    return [each.text() for each in buttons(chips, "chip")]


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        (
            Language.EN,
            ["Open now  ✕", "Legal help  ✕", "Emergency shelter  ✕", "Serves Ontario  ✕"],
        ),
        (
            Language.FR,
            [
                "Ouvert maintenant  ✕",
                "Aide juridique  ✕",
                "Hébergement d'urgence  ✕",
                "Territoire\u00a0: Ontario  ✕",
            ],
        ),
    ],
)
def test_there_is_one_for_each_filter(chips: Chips, language: Language, shown: list[str]) -> None:
    chips.show_query(replace(CHOSEN, language=language))

    assert labels(chips) == shown


def test_they_take_no_room_where_nothing_is_chosen(chips: Chips) -> None:
    chips.show_query(CHOSEN)
    chips.show_query(Query("words", near="Kenora"))

    assert not chips.isVisible()
    assert not [each for each in chips.findChildren(QPushButton) if "Ontario" in each.text()]


def test_more_filters_bring_more_of_them_and_fewer_take_them_away(chips: Chips) -> None:
    for channels in ((Channel.PHONE,), tuple(Channel), (Channel.WEB,)):
        chips.show_query(Query(channels=channels))
        assert len(labels(chips)) == len(channels)


@pytest.mark.parametrize(
    ("language", "together"),
    [(Language.EN, "Located in 12 towns  ✕"), (Language.FR, "Situé dans 12 villes  ✕")],
)
def test_many_towns_are_one_and_are_taken_away_together(
    chips: Chips, directory: Directory, language: Language, together: str
) -> None:
    towns = tuple(count.place_id for count in directory.town_counts(Query())[:12])
    chips.show_query(Query(language=language, towns=towns, open_now=True))
    assert len(labels(chips)) == 2
    asked = QSignalSpy(chips.query_chosen)
    QTest.mouseClick(button(chips, together), Qt.MouseButton.LeftButton)

    assert asked.at(0) == [Query(language=language, open_now=True)]


@pytest.mark.parametrize("width", [200, 400, 700])
def test_more_than_two_lines_are_in_a_menu(chips: Chips, width: int) -> None:
    chips.show_query(Query(provinces=tuple(Province)))
    chips.resize(width, 80)
    *seen, more = sorted(buttons(chips, "chip"), key=lambda chip: (chip.y(), chip.x()))

    assert len({chip.y() for chip in (*seen, more)}) <= 2
    listed = more.menu().actions()
    assert more.text() == f"+{len(listed)}"
    assert more.accessibleName() == f"{len(listed)} more filters"
    assert len(seen) + len(listed) == len(Province)
    assert listed[-1].text() == "Serves Nunavut  ✕"


def test_a_filter_in_the_menu_is_taken_away(chips: Chips) -> None:
    chips.show_query(Query(provinces=tuple(Province)))
    chips.resize(400, 80)
    more = next(each for each in buttons(chips, "chip") if each.menu())
    asked = QSignalSpy(chips.query_chosen)
    more.menu().actions()[-1].trigger()

    assert asked.at(0) == [Query(provinces=tuple(Province)[:-1])]
    assert asked.count() == 1


def test_the_menu_is_gone_where_all_fit_again(chips: Chips) -> None:
    chips.show_query(Query(provinces=tuple(Province)))
    chips.show_query(CHOSEN)

    assert all(each.menu() is None for each in buttons(chips, "chip"))


def test_a_press_asks_once_without_its_filter(chips: Chips) -> None:
    chips.show_query(CHOSEN)
    asked = QSignalSpy(chips.query_chosen)
    QTest.mouseClick(button(chips, "Remove the filter: Legal help"), Qt.MouseButton.LeftButton)

    expected = Query(needs=("shelter_emergency",), provinces=(Province.ON,), open_now=True)
    assert asked.count() == 1
    assert asked.at(0) == [expected]


def test_the_keyboard_goes_on_to_the_next_one_and_then_to_the_results(window: Window) -> None:
    ask(window, Query(channels=(Channel.PHONE, Channel.WEB)))
    first = button(window, "Remove the filter: By phone")
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert button(window, "Remove the filter: On the web").hasFocus()

    QTest.keyClick(button(window, "Remove the filter: On the web"), Qt.Key.Key_Space)
    focused = window.focusWidget()
    assert query(window).channels == ()
    assert focused is not None
    assert focused.isVisible()


def test_they_speak_the_other_language_at_once(make_window: MakeWindow) -> None:
    window = make_window()
    ask(window, Query("legal", channels=(Channel.PHONE,)))
    asked = answers(window)
    QTest.mouseClick(button(window, "Français"), Qt.MouseButton.LeftButton)
    QApplication.processEvents()

    assert "Par téléphone  ✕" in [each.text() for each in buttons(window, "chip")]
    assert asked.count() == 1


def test_escape_takes_all_filters_away(window: Window) -> None:
    ask(window, Query("legal", channels=tuple(Channel), open_now=True))
    QTest.keyClick(box(window, "search_box"), Qt.Key.Key_Escape)

    assert query(window) == Query()
