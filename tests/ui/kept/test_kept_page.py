"""The page of everything that is kept: what became of it, and how it goes."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QMessageBox, QScrollArea
from pytestqt.qtbot import QtBot

from tests.conftest import NOW
from tests.ui.kept.conftest import (
    CLOSED,
    ENDED,
    HOUSE,
    LINE,
    MOVED,
    MUTE,
    NIGHT,
    OLD,
    VANISHED,
    asked,
    cards,
    choose,
    click,
    keep,
    kept,
    named,
)
from tests.ui.service.conftest import button, labels, toned
from tests.ui.test_window import cut_words, lay_out
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.kept import Fault
from tp_directory.directory import Directory
from tp_directory.ui.appearance import Appearance
from tp_directory.ui.kept.keeping import Keeping
from tp_directory.ui.kept.kept_page import KeptPage
from tp_directory.ui.translation import Translation

CANARY = "wexqarnold"
UNKNOWN = "Hours not known: call to check"
AGE = "The page is from October 2026"
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


def area(page: KeptPage) -> QScrollArea:
    found = page.findChild(QScrollArea)
    assert isinstance(found, QScrollArea)
    return found


def test_nothing_kept_says_how_to_keep(page: KeptPage) -> None:
    assert "Nothing is kept here yet. Ctrl+D keeps the service that is shown." in labels(page)
    assert named(page) == ["Everything kept (0)", "Error reports (0)"]
    assert not button(page, "&Erase everything…").isEnabled()
    assert not button(page, "&Save as a file…").isEnabled()


def test_a_service_is_shown_with_its_number_of_today(page: KeptPage, keeping: Keeping) -> None:
    keep(keeping, kept(HOUSE.id, Text("Former name"), "Ask.", "Day", "Night"))

    assert cards(page) == [
        [
            "Example House",
            "Example Society",
            "1-807-555-0100",
            "Office",
            UNKNOWN,
            AGE,
            "Ask.",
            "On: Day, Night",
        ]
    ]


def test_a_closed_service_keeps_its_note_and_shows_what_replaced_it(
    page: KeptPage, keeping: Keeping
) -> None:
    keep(keeping, kept(CLOSED.id, CLOSED.name, "Ask."))

    assert cards(page) == [
        [
            "Old House",
            "Example Society",
            "This service has closed (March 2026).",
            "Instead: Example Line",
            "1-807-555-0123",
            "Office",
            UNKNOWN,
            AGE,
            "Ask.",
        ]
    ]


def test_what_replaced_it_is_copied_and_opened_in_its_place(
    qtbot: QtBot, page: KeptPage, keeping: Keeping
) -> None:
    keep(keeping, kept(CLOSED.id, CLOSED.name))
    with qtbot.waitSignal(page.copy_wanted) as copied:
        click(page, "Copy")
    with qtbot.waitSignal(page.open_wanted) as opened:
        click(page, "Open what replaced it")

    assert copied.args == ["1-807-555-0123", "Example Line"]
    assert opened.args == [LINE.id]


def test_what_replaced_it_may_have_closed_in_turn(page: KeptPage, keeping: Keeping) -> None:
    keep(keeping, kept(MOVED.id, MOVED.name))

    assert cards(page)[0][2:] == [
        "This service has closed.",
        "Instead: Example Line",
        "1-807-555-0123",
        "Office",
        UNKNOWN,
        AGE,
    ]


@pytest.mark.parametrize(
    ("service_id", "sentence"),
    [
        (ENDED.id, "This service has closed."),
        (
            VANISHED,
            "This service is not in the directory any more. Do not rely on the old number.",
        ),
    ],
)
def test_the_number_of_a_service_that_is_gone_is_not_shown(
    page: KeptPage, keeping: Keeping, service_id: str, sentence: str
) -> None:
    keep(keeping, kept(service_id, Text("Lost House"), "Ask."))

    assert cards(page) == [["Lost House", "Example Society", sentence, "Ask."]]
    with pytest.raises(AssertionError):
        button(page, "Copy")
    with pytest.raises(AssertionError):
        button(page, "Open")


def test_a_number_is_copied_and_a_service_opened(
    qtbot: QtBot, page: KeptPage, keeping: Keeping
) -> None:
    keep(keeping, kept(HOUSE.id, HOUSE.name), kept(LINE.id, LINE.name))
    with qtbot.waitSignal(page.copy_wanted) as copied:
        click(page, "Copy, 1-807-555-0123")
    with qtbot.waitSignal(page.open_wanted) as opened:
        click(page, "Open, Example Line")

    assert copied.args == ["1-807-555-0123", "Example Line"]
    assert opened.args == [LINE.id]


def test_a_service_is_kept_no_longer_and_the_keyboard_stays_on_the_page(
    page: KeptPage, keeping: Keeping
) -> None:
    keep(keeping, kept(HOUSE.id, HOUSE.name), kept(LINE.id, LINE.name))
    drop = button(page, "Keep no longer, Example House")
    drop.setFocus()
    QTest.keyClick(drop, Qt.Key.Key_Space)

    assert [card[0] for card in cards(page)] == ["Example Line"]
    assert page.window().focusWidget() is area(page)


def test_dropping_one_of_many_does_not_lose_the_place(page: KeptPage, keeping: Keeping) -> None:
    keep(keeping, *(kept(f"id{each}", Text(f"House {each:02}")) for each in range(20)))
    lay_out()
    area(page).verticalScrollBar().setValue(500)
    keeping.drop(keeping.kept.services[19])

    assert area(page).verticalScrollBar().value() == 500


def test_out_of_sight_the_page_waits_and_is_right_when_it_is_shown(
    page: KeptPage, keeping: Keeping
) -> None:
    page.hide()
    keep(keeping, kept(HOUSE.id, HOUSE.name))
    page.set_language(Language.FR)
    page.show()

    assert cards(page)[0][0] == "Maison Exemple"


def test_many_are_built_as_far_as_one_scrolls(page: KeptPage, keeping: Keeping) -> None:
    keep(keeping, *(kept(f"id{each}", Text(f"House {each:03}")) for each in range(100)))
    at_first = len(cards(page))
    seen = [at_first]
    while len(cards(page)) > seen[-1] or len(seen) == 1:
        seen.append(len(cards(page)))
        bar = area(page).verticalScrollBar()
        bar.setValue(bar.maximum())

    assert at_first < 50
    assert [card[0] for card in cards(page)] == [f"House {each:03}" for each in range(100)]


def test_what_has_not_changed_stays_as_it_is(page: KeptPage, keeping: Keeping) -> None:
    keep(keeping, kept(HOUSE.id, HOUSE.name), kept(LINE.id, LINE.name))
    before = page.findChildren(QFrame, "card")
    keeping.set_lists(LINE.id, ("Night",))
    after = page.findChildren(QFrame, "card")

    assert before[0] in after
    assert before[1] not in after
    assert cards(page)[1][-1] == "On: Night"


def test_who_answers_is_said_anew_while_it_is_looked_at(
    page: KeptPage, keeping: Keeping, small_directory: Directory, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(keeping, kept(NIGHT.id, NIGHT.name))
    by_day = cards(page)[0]
    monkeypatch.setattr(small_directory, "_clock", lambda: NOW + timedelta(hours=10))
    page.show_kept()
    by_night = cards(page)[0]

    assert by_day[2:5] == ["1-807-555-0100", "Office · Mon–Fri 08:30–16:30", "Open until 16:30 EST"]
    assert by_night[2:5] == [
        "1-807-555-0177",
        "Night · Every day 20:00–08:00",
        "Open until 08:00 EST",
    ]


def test_a_service_without_a_number_says_so(page: KeptPage, keeping: Keeping) -> None:
    keep(keeping, kept(MUTE.id, MUTE.name))

    assert cards(page)[0][2:] == ["No number is stated.", AGE]


def test_a_page_that_is_old_says_so_in_amber(page: KeptPage, keeping: Keeping) -> None:
    keep(keeping, kept(OLD.id, OLD.name))

    assert toned(page, "The page is from 2020: confirm before you rely on it") == "warn"


def test_ctrl_c_copies_the_number_of_the_card_that_has_the_keyboard(
    qtbot: QtBot, page: KeptPage, keeping: Keeping
) -> None:
    keep(keeping, kept(HOUSE.id, HOUSE.name), kept(NIGHT.id, NIGHT.name))
    button(page, "Open, Night House").setFocus()
    with qtbot.waitSignal(page.copy_wanted) as copied:
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_C, CONTROL)

    assert copied.args == ["1-807-555-0100", "Night House · Office"]


def test_a_press_on_a_card_makes_its_number_the_one_to_copy(
    qtbot: QtBot, page: KeptPage, keeping: Keeping
) -> None:
    keep(keeping, kept(HOUSE.id, HOUSE.name), kept(LINE.id, LINE.name))
    lay_out()
    card = page.findChildren(QFrame, "card")[1]
    QTest.mouseClick(card, LEFT, pos=card.rect().bottomRight() - QPoint(8, 8))
    with qtbot.waitSignal(page.copy_wanted) as copied:
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_C, CONTROL)

    assert copied.args == ["1-807-555-0123", "Example Line"]


def test_ctrl_c_on_the_lists_copies_nothing_and_tells_so(
    qtbot: QtBot, page: KeptPage, keeping: Keeping
) -> None:
    keep(keeping, kept(HOUSE.id, HOUSE.name))
    QGuiApplication.clipboard().setText("before")
    page.setFocus()
    with qtbot.waitSignal(page.card_missed), qtbot.assertNotEmitted(page.copy_wanted):
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_C, CONTROL)

    assert QGuiApplication.clipboard().text() == "before"


def test_a_card_without_a_number_tells_so(qtbot: QtBot, page: KeptPage, keeping: Keeping) -> None:
    keep(keeping, kept(MUTE.id, MUTE.name))
    button(page, "Open, Mute House").setFocus()
    with qtbot.waitSignal(page.number_missed), qtbot.assertNotEmitted(page.copy_wanted):
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_C, CONTROL)

    assert labels(page).count("No number is stated.") == 1


def test_erasing_asks_once_and_leaves_no_byte(
    place: Path, page: KeptPage, keeping: Keeping
) -> None:
    keep(keeping, kept(HOUSE.id, Text(f"{CANARY} House"), f"Note of {CANARY}.", f"{CANARY} list"))
    keeping.report(HOUSE, Fault.OTHER, f"Words of {CANARY}.", 1, NOW.date())
    assert holds(place, CANARY)
    click(page, "&Erase everything…")
    QTest.mouseClick(button(asked(page), "&Erase"), LEFT)
    lay_out()

    assert not holds(place, CANARY)
    assert named(page) == ["Everything kept (0)", "Error reports (0)"]
    assert not button(page, "&Erase everything…").isEnabled()
    assert page.findChildren(QMessageBox, options=Qt.FindChildOption.FindDirectChildrenOnly) == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_erasing_in_haste_erases_nothing(page: KeptPage, keeping: Keeping, key: Qt.Key) -> None:
    keep(keeping, kept(HOUSE.id, HOUSE.name))
    click(page, "&Erase everything…")
    QTest.keyClick(asked(page), key)

    assert [each.id for each in keeping.kept.services] == [HOUSE.id]


def holds(place: Path, words: str) -> bool:
    """Whether any file of the folder has these words in any byte."""
    return any(words.encode() in file.read_bytes() for file in place.parent.iterdir())


def test_a_report_is_shown_and_removed(page: KeptPage, keeping: Keeping) -> None:
    keeping.report(HOUSE, Fault.NUMBER, "Nobody answers.", 7, NOW.date())
    keeping.report(LINE, Fault.CLOSED, "", 0, NOW.date())
    choose(page, 1)
    before = cards(page)
    click(page, "Remove the report on Example House")

    assert before == [
        [
            "Example House",
            "A number is wrong or does not answer",
            "Nobody answers.",
            "Reported on 24 November 2026, edition 7",
        ],
        [
            "Example Line",
            "The service has closed",
            "Reported on 24 November 2026, in the records that came with the program",
        ],
    ]
    assert [card[0] for card in cards(page)] == ["Example Line"]


def test_without_reports_it_is_said_how_to_report(page: KeptPage) -> None:
    choose(page, 1)

    assert labels(page)[-1].startswith("No error was reported.")
    assert not button(page, "Save rep&orts…").isEnabled()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("width", [640, 1100])
def test_no_words_are_cut(
    page: KeptPage,
    keeping: Keeping,
    appearance: Appearance,
    translation: Translation,
    language: Language,
    percent: int,
    width: int,
) -> None:
    translation.show(language)
    appearance.set_text_size(percent)
    page.set_language(language)
    page.resize(width, 700)
    long = "Numéros à appeler la nuit, quand tous les autres sont fermés"
    keep(
        keeping,
        kept(HOUSE.id, HOUSE.name, "Demandez le bureau de nuit. " * 5, long, "Nuit"),
        kept(CLOSED.id, CLOSED.name, "Note."),
        kept(VANISHED, Text("Lost House " * 8, "Maison Perdue " * 8)),
    )
    keeping.report(HOUSE, Fault.ELIGIBILITY, "Exemple. " * 30, 7, NOW.date())
    cut = []
    for row in range(4):
        choose(page, row)
        cut += cut_words(page)

    assert cut == []
