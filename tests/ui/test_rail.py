"""The rail: one button for each page, and the page that is shown is marked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QWidget

from tests.ui.test_window import lay_out, press
from tp_directory.ui.rail import Rail
from tp_directory.ui.window import Window


def buttons(window: Window) -> dict[str, QToolButton]:
    rail = window.findChild(Rail)
    assert isinstance(rail, Rail)
    return {each.accessibleName(): each for each in rail.findChildren(QToolButton)}


def marked(window: Window) -> list[str]:
    return [name for name, button in buttons(window).items() if button.isChecked()]


def test_a_button_leads_to_its_page(window: Window) -> None:
    pages = {
        "Kept": "kept_page",
        "Updates": "updates_page",
        "Settings": "settings_page",
        "Directory": "search_bar",
    }
    for name, page in pages.items():
        QTest.mouseClick(buttons(window)[name], Qt.MouseButton.LeftButton)
        lay_out()
        shown = window.findChild(QWidget, page)
        assert isinstance(shown, QWidget)

        assert shown.isVisible()
        assert marked(window) == [name]


@pytest.mark.parametrize(
    ("keys", "name"),
    [("Ctrl+3", "Kept"), ("Ctrl+5", "Updates"), ("Ctrl+6", "Settings"), ("Ctrl+1", "Directory")],
)
def test_the_page_that_keys_lead_to_is_marked(window: Window, keys: str, name: str) -> None:
    press(window, "Ctrl+6")
    press(window, keys)

    assert marked(window) == [name]


def test_a_narrow_window_shows_icons_that_still_have_names(window: Window) -> None:
    styles = []
    for width in (1400, 700):
        window.resize(width, 700)
        lay_out()
        styles.append({each.toolButtonStyle() for each in buttons(window).values()})

    assert styles == [
        {Qt.ToolButtonStyle.ToolButtonTextUnderIcon},
        {Qt.ToolButtonStyle.ToolButtonIconOnly},
    ]
    assert list(buttons(window)) == [
        "Directory",
        "Screening",
        "Kept",
        "Training",
        "Updates",
        "Settings",
    ]


def test_each_button_tells_its_key(window: Window) -> None:
    tips = [each.toolTip() for each in buttons(window).values()]

    assert [tip[-8:] for tip in tips] == [f"(Ctrl+{number})" for number in range(1, 7)]
