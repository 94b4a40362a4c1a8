"""The strip: the right number by its key, its button and its name, whatever the edition has."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import MakeWindow
from tests.ui.service.conftest import FAX, OFFICE, button, example
from tests.ui.test_window import cut_words, lay_out, press
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.service import Service
from tp_directory.ui.actions import Actions
from tp_directory.ui.appearance import Appearance
from tp_directory.ui.hidden_page import HiddenPage
from tp_directory.ui.strip import Strip
from tp_directory.ui.window import Window

HOTLINE = example(name=Text("Example Hotline", "Ligne Exemple"), phones=(OFFICE,), hours="24/7")
INFORMATION = example(
    name=Text("Example Information", "Information Exemple"),
    phones=(replace(OFFICE, number="211"),),
)


@pytest.fixture
def strip(qtbot: QtBot, actions: Actions, appearance: Appearance) -> Strip:
    strip = Strip(actions)
    qtbot.addWidget(strip)
    strip.resize(1400, 40)
    strip.show()
    return strip


def said(widget: QWidget) -> list[str]:
    """What can be read, from left to right."""
    lay_out()
    kinds: list[QLabel | QPushButton] = widget.findChildren(QLabel)
    kinds += widget.findChildren(QPushButton)
    shown = [each for each in kinds if each.isVisible() and each.text()]
    shown.sort(key=lambda each: each.mapTo(widget, each.rect().topLeft()).x())
    return [each.text() for each in shown]


def copied(strip: Strip, actions: Actions) -> list[object]:
    """What F7, F8 and F9 copy."""
    told = QSignalSpy(strip.copy_wanted)
    for action in actions.strip:
        action.trigger()
    return [told.at(each)[0] for each in range(told.count())]


def test_911_is_there_before_any_directory(strip: Strip, actions: Actions) -> None:
    assert said(strip) == ["Immediate danger", "911", "&Hide"]
    assert copied(strip, actions) == ["911"]


def test_each_key_copies_its_own_number(strip: Strip, actions: Actions) -> None:
    strip.show_services((HOTLINE, INFORMATION))

    assert said(strip) == [
        "Immediate danger",
        "911",
        "Example Hotline",
        "1-807-555-0100",
        "24/7",
        "Example Information",
        "211",
        "&Hide",
    ]
    assert copied(strip, actions) == ["911", "1-807-555-0100", "211"]


@pytest.mark.parametrize("missing", [None, replace(HOTLINE, phones=(FAX,))])
def test_a_line_that_is_missing_does_not_give_its_key_and_its_name_to_another(
    strip: Strip, actions: Actions, missing: Service | None
) -> None:
    strip.show_services((missing, INFORMATION))
    strip.resize(600, 40)

    assert said(strip) == ["Immediate danger", "911", "211", "&Hide"]
    assert copied(strip, actions) == ["911", "211"]
    assert button(strip, "Copy 211, 211").toolTip().endswith("(F9)")


def test_day_and_night_is_said_of_the_number_and_not_of_the_house(strip: Strip) -> None:
    day = replace(OFFICE, hours="Mo-Fr 08:30-16:30")
    strip.show_services((replace(HOTLINE, phones=(day,)), None))

    assert "24/7" not in said(strip)


def test_narrow_strips_have_short_names(strip: Strip) -> None:
    strip.show_services((HOTLINE, INFORMATION))
    strip.resize(700, 40)
    assert "Trafficking hotline" in said(strip)
    strip.resize(1400, 40)

    assert "Example Hotline" in said(strip)


def test_the_buttons_copy_and_are_named_by_what_they_copy(qtbot: QtBot, strip: Strip) -> None:
    strip.show_services((HOTLINE, INFORMATION))
    with qtbot.waitSignal(strip.copy_wanted) as asked:
        QTest.mouseClick(
            button(strip, "Copy 1-807-555-0100, Example Hotline"), Qt.MouseButton.LeftButton
        )

    assert asked.args == ["1-807-555-0100"]


def test_the_names_follow_the_language(strip: Strip) -> None:
    strip.show_services((HOTLINE, INFORMATION))
    strip.set_language(Language.FR)

    assert "Ligne Exemple" in said(strip)


@pytest.mark.parametrize(
    ("key", "number"), [("F7", "911"), ("F8", "1-833-900-1010"), ("F9", "211")]
)
def test_the_keys_work_on_every_page_and_that_is_said(
    window: Window, key: str, number: str
) -> None:
    press(window, "Ctrl+6")
    press(window, key)

    assert QGuiApplication.clipboard().text() == number
    assert f"Copied: {number}" in [each.text() for each in window.findChildren(QLabel)]


def test_the_button_hides_everything(window: Window) -> None:
    press(window, "F8")
    QTest.mouseClick(button(window, "&Hide"), Qt.MouseButton.LeftButton)
    hidden = window.findChild(HiddenPage)
    assert isinstance(hidden, HiddenPage)

    assert hidden.isVisible()
    assert QGuiApplication.clipboard().text() == ""


@pytest.mark.parametrize("width", [640, 1024, 1920])
@pytest.mark.parametrize("scale", [1.0, 2.0], ids=["100 %", "200 %"])
@pytest.mark.parametrize("language", list(Language))
def test_no_words_are_cut_at_any_width(
    make_window: MakeWindow, language: Language, scale: float, width: int
) -> None:
    window = make_window(language, scale)
    strip = window.findChild(Strip)
    assert isinstance(strip, Strip)
    window.resize(width, 700)
    lay_out()

    assert cut_words(strip) == []
