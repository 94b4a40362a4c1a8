"""One number: copied, called, scanned; each of them only where it makes sense."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.service.conftest import FAX, OFFICE, Show, button, example, labels
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.service import Phone, PhoneKind
from tp_directory.ui.service.number_card import NumberCard
from tp_directory.ui.service.service_pane import ServicePane


def card(pane: ServicePane) -> NumberCard:
    """The first card."""
    found = pane.findChild(NumberCard)
    assert isinstance(found, NumberCard)
    return found


@pytest.mark.parametrize(
    ("kind", "buttons"),
    [
        (PhoneKind.VOICE, ["&Copy", "QR code", "Call"]),
        (PhoneKind.TEXT, ["&Copy", "QR code"]),
        (PhoneKind.TTY, ["&Copy", "QR code"]),
        (PhoneKind.VRS, ["&Copy", "QR code"]),
        (PhoneKind.FAX, ["Copy"]),
    ],
)
def test_a_kind_of_number_has_the_buttons_that_serve_it(
    show: Show, kind: PhoneKind, buttons: list[str]
) -> None:
    pane = show(example(phones=(replace(OFFICE, kind=kind),)))

    assert [each.text() for each in card(pane).findChildren(QPushButton)] == buttons


def test_the_buttons_of_each_number_are_named_by_it(show: Show) -> None:
    pane = show(example(phones=(OFFICE,)))

    assert [each.accessibleName() for each in card(pane).findChildren(QPushButton)] == [
        "Copy 1-807-555-0100",
        "QR code of 1-807-555-0100",
        "Call 1-807-555-0100",
    ]


def test_a_copy_button_asks_for_its_own_number(qtbot: QtBot, show: Show) -> None:
    pane = show(example(phones=(OFFICE, replace(OFFICE, extension="12"))))
    with qtbot.waitSignal(pane.copy_wanted) as asked:
        QTest.mouseClick(button(pane, "Copy 1-807-555-0100 ext. 12"), Qt.MouseButton.LeftButton)

    assert asked.args == ["1-807-555-0100 ext. 12", "Office"]


def test_the_only_number_of_a_service_needs_no_name_when_it_is_copied(
    qtbot: QtBot, show: Show
) -> None:
    pane = show(example(phones=(OFFICE,)))
    with qtbot.waitSignal(pane.copy_wanted) as asked:
        QTest.mouseClick(button(pane, "Copy 1-807-555-0100"), Qt.MouseButton.LeftButton)

    assert asked.args == ["1-807-555-0100", ""]


def test_a_call_and_a_code_are_asked_for_by_keyboard(qtbot: QtBot, show: Show) -> None:
    pane = show(example(phones=(OFFICE,)))
    with qtbot.waitSignal(pane.call_wanted) as called:
        QTest.keyClick(button(pane, "Call 1-807-555-0100"), Qt.Key.Key_Space)
    with qtbot.waitSignal(pane.code_wanted) as scanned:
        QTest.keyClick(button(pane, "QR code of 1-807-555-0100"), Qt.Key.Key_Space)

    assert called.args == [OFFICE]
    assert scanned.args == [OFFICE]


@pytest.mark.parametrize(
    ("phone", "words"),
    [
        (OFFICE, "Office"),
        (replace(OFFICE, hours="24/7"), "Office · 24 hours a day, 7 days a week"),
        (Phone("211", PhoneKind.TEXT, Text("Youth line")), "Youth line · Text message"),
        (Phone("211", PhoneKind.TEXT, Text("Text message line")), "Text message line"),
        (FAX, "Fax"),
    ],
)
def test_a_number_says_what_it_is_for(show: Show, phone: Phone, words: str) -> None:
    assert labels(card(show(example(phones=(phone,)))))[1] == words


def test_nobody_is_expected_to_answer_a_fax(show: Show) -> None:
    pane = show(example(phones=(FAX,)))

    assert labels(card(pane)) == ["1-807-555-0101", "Fax"]


def test_what_a_number_is_for_is_said_in_both_languages_where_both_are_asked(show: Show) -> None:
    pane = show(example(phones=(OFFICE,)), language=Language.FR, is_both=True)

    assert "Bureau · Office" in labels(card(pane))
