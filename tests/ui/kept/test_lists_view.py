"""Lists: made, named, chosen and deleted, and what is on them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from tests.ui.kept.conftest import (
    HOUSE,
    LINE,
    asked,
    cards,
    choose,
    click,
    keep,
    kept,
    lists,
    named,
)
from tests.ui.service.conftest import button
from tests.ui.test_window import lay_out
from tp_directory.ui.kept.keeping import Keeping
from tp_directory.ui.kept.kept_page import KeptPage

LEFT = Qt.MouseButton.LeftButton


def answer(monkeypatch: pytest.MonkeyPatch, name: str, *, is_given: bool = True) -> list[str]:
    """Answer the question for a name; gives the names that were offered."""
    offered: list[str] = []

    def get_text(*_: object, text: str = "") -> tuple[str, bool]:
        offered.append(text)
        return name, is_given

    monkeypatch.setattr(QInputDialog, "getText", get_text)
    return offered


def test_the_lists_show_what_is_on_them(page: KeptPage, keeping: Keeping) -> None:
    keep(keeping, kept(HOUSE.id, HOUSE.name, "", "Night"), kept(LINE.id, LINE.name))
    keeping.add_list("Day")
    choose(page, 2)

    assert named(page) == ["Everything kept (2)", "Day (0)", "Night (1)", "Error reports (0)"]
    assert [card[0] for card in cards(page)] == ["Example House"]


def test_what_is_kept_elsewhere_shows_and_the_chosen_list_stays(
    page: KeptPage, keeping: Keeping
) -> None:
    keep(keeping, kept(HOUSE.id, HOUSE.name, "", "Night"))
    choose(page, 1)
    keeping.set_lists(HOUSE.id, ("Day", "Night"))

    assert lists(page).currentItem().text() == "Night (1)"
    assert cards(page)[0][-1] == "On: Day, Night"


def test_a_new_list_is_made_and_chosen(
    monkeypatch: pytest.MonkeyPatch, page: KeptPage, keeping: Keeping
) -> None:
    answer(monkeypatch, " Night numbers ")
    click(page, "&New list…")

    assert keeping.kept.lists == ("Night numbers",)
    assert lists(page).currentItem().text() == "Night numbers (0)"


@pytest.mark.parametrize(("name", "is_given"), [("Night", False), ("  ", True)])
def test_without_a_name_no_list_is_made(
    monkeypatch: pytest.MonkeyPatch, page: KeptPage, keeping: Keeping, name: str, is_given: bool
) -> None:
    answer(monkeypatch, name, is_given=is_given)
    click(page, "&New list…")

    assert keeping.kept.lists == ()


def test_a_list_that_is_renamed_stays_chosen(
    monkeypatch: pytest.MonkeyPatch, page: KeptPage, keeping: Keeping
) -> None:
    keep(keeping, kept(HOUSE.id, HOUSE.name, "", "Night"))
    choose(page, 1)
    offered = answer(monkeypatch, "Night numbers")
    click(page, "&Rename…")

    assert offered == ["Night"]
    assert lists(page).currentItem().text() == "Night numbers (1)"
    assert keeping.kept.services[0].lists == ("Night numbers",)


def test_a_name_that_is_taken_changes_nothing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, page: KeptPage, keeping: Keeping
) -> None:
    keeping.add_list("Day")
    keeping.add_list("Night")
    choose(page, 2)
    answer(monkeypatch, "Day")
    with qtbot.waitSignal(keeping.refused):
        click(page, "&Rename…")

    assert keeping.kept.lists == ("Day", "Night")
    assert lists(page).currentItem().text() == "Night (0)"


def test_only_a_list_can_be_renamed_or_deleted(page: KeptPage, keeping: Keeping) -> None:
    keeping.add_list("Night")
    shown = {}
    for row in range(3):
        choose(page, row)
        shown[named(page)[row]] = button(page, "De&lete the list").isVisible()

    assert shown == {"Everything kept (0)": False, "Night (0)": True, "Error reports (0)": False}


@pytest.mark.parametrize(("words", "left"), [("&Delete", ()), ("Cancel", ("Night",))])
def test_a_list_is_deleted_once_that_is_confirmed_and_its_services_stay(
    page: KeptPage, keeping: Keeping, words: str, left: tuple[str, ...]
) -> None:
    keep(keeping, kept(HOUSE.id, HOUSE.name, "Ask.", "Night"))
    choose(page, 1)
    click(page, "De&lete the list")
    assert asked(page).text() == "Delete the list “Night”?"
    QTest.mouseClick(button(asked(page), words), LEFT)

    assert keeping.kept.lists == left
    assert [each.note for each in keeping.kept.services] == ["Ask."]


def test_the_name_of_a_long_list_can_be_read_whole(page: KeptPage, keeping: Keeping) -> None:
    keeping.add_list("Numbers to call at night when all the others are closed")
    lay_out()
    view = lists(page)
    short, long = (view.visualItemRect(view.item(row)) for row in (0, 1))

    assert long.height() >= 2 * short.height() - 12
    assert long.right() <= view.viewport().width()
