"""The pane is built anew as things change, and the worker goes on where they were."""

from __future__ import annotations

import gc
from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.allocated import Allocated, allocated
from tests.conftest import NOW
from tests.ui.service.conftest import FAX, OFFICE, Show, button, example, labels, shown
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.kept import KeptService
from tp_directory.core.opening import hit_of
from tp_directory.core.place import Province
from tp_directory.core.query import Related
from tp_directory.core.service import Location, Service
from tp_directory.ui.service.service_pane import ServicePane
from tp_directory.ui.tokens import DARK
from tp_directory.ui.translation import Translation

LONG = example(phones=tuple(replace(OFFICE, extension=str(each)) for each in range(9)))
DAY = replace(OFFICE, hours="Mo-Fr 08:30-16:30")


def kept(service: Service, note: str = "", *lists: str) -> KeptService:
    return KeptService(service.id, service.name, Text(), "", NOW.date(), note, lists)


def note_of(pane: ServicePane) -> QPlainTextEdit:
    page = pane.widget()
    assert page is not None
    found = page.findChild(QPlainTextEdit, "note_box")
    assert isinstance(found, QPlainTextEdit)
    return found


def focused(pane: ServicePane) -> object:
    return pane.window().focusWidget()


def test_no_service_is_said_how_to_choose_one(show: Show) -> None:
    pane = show(example())
    pane.show_service(None)

    assert labels(pane) == ["Choose a service to see its numbers."]
    assert pane.hit is None


def test_showing_the_same_again_keeps_the_page(show: Show) -> None:
    pane = show(example())
    page = pane.widget()
    pane.show_service(shown(example()))

    assert pane.widget() is page


def test_the_page_is_built_anew_when_its_words_change(show: Show) -> None:
    service = example(phones=(DAY,))
    pane = show(service)
    pane.show_service(shown(service, NOW.replace(hour=21, minute=10)))

    assert "Open, closes in 20 min" in labels(pane)


def test_the_clock_of_the_service_goes_on_while_the_page_stays(show: Show) -> None:
    toronto = NOW.astimezone(ZoneInfo("America/Toronto"))
    service = example(hours="Mo-Fr 08:30-16:30", timezone="America/Vancouver")
    hit = hit_of(service, toronto)
    pane = show(hit, toronto)
    page = pane.widget()
    pane.show_service(shown(hit, toronto + timedelta(minutes=1)))

    assert "Times are in Vancouver time: it is 07:01 there" in labels(pane)
    assert pane.widget() is page


def test_the_mark_of_today_moves_at_midnight_at_the_service(show: Show) -> None:
    service = example(hours="Mo-Fr 08:30-16:30", timezone="America/Vancouver")
    before = NOW.replace(day=25, hour=7, minute=59)
    pane = show(service, before)
    assert "Tuesday, today" in labels(pane)
    pane.show_service(shown(service, before + timedelta(minutes=1)))

    assert "Wednesday, today" in labels(pane)


def test_another_service_is_shown_from_its_top(show: Show) -> None:
    pane = show(LONG)
    pane.verticalScrollBar().setValue(150)
    pane.show_service(shown(replace(LONG, id="another")))

    assert pane.verticalScrollBar().value() == 0


def test_the_same_service_is_shown_at_the_same_place(show: Show) -> None:
    pane = show(LONG)
    pane.verticalScrollBar().setValue(150)
    pane.show_service(shown(LONG, kept=kept(LONG)))

    assert pane.verticalScrollBar().value() == 150


def test_what_goes_together_stays_when_the_service_is_kept(show: Show) -> None:
    pane = show(example())
    pane.show_related(Related((replace(example(), id="other", name=Text("Example Line")),)))
    pane.show_service(shown(example(), kept=kept(example())))

    assert "Example Line" in labels(pane)


def test_what_goes_together_is_shown_once(show: Show) -> None:
    pane = show(example())
    for _ in range(2):
        pane.show_related(Related((replace(example(), id="other", name=Text("Example Line")),)))

    assert labels(pane).count("Example Line") == 1


def test_what_goes_together_with_one_is_not_shown_with_another(show: Show) -> None:
    pane = show(example())
    pane.show_related(Related((replace(example(), id="other", name=Text("Example Line")),)))
    pane.show_service(shown(replace(example(), id="another")))

    assert "Example Line" not in labels(pane)


def test_a_service_that_goes_together_is_asked_for_by_its_button(qtbot: QtBot, show: Show) -> None:
    pane = show(example())
    other = replace(example(), id="other", name=Text("Example Line"))
    crisis = replace(other, id="near", name=Text("Crisis line"), organization=Text("Near House"))
    near = replace(hit_of(crisis, NOW), distance_km=3.2)
    pane.show_related(Related((other,), (near,)))
    said, whose = labels(pane), "Crisis line · Near House · 3\u00a0km"
    with qtbot.waitSignal(pane.related_chosen) as asked:
        QTest.mouseClick(button(pane, whose), Qt.MouseButton.LeftButton)

    assert said.index("Of the same organization") < said.index("Example Line")
    assert said.index("Nearby, for similar needs") < said.index(whose)
    assert asked.args == ["near"]


def test_services_of_one_name_are_told_apart_by_their_town(show: Show) -> None:
    pane = show(example())
    towns = [
        replace(example(), id=town, name=Text("Line"), location=Location(Province.ON, town))
        for town in ("Kenora", "Dryden")
    ]
    pane.show_related(Related((*towns, replace(example(), id="third", name=Text("Third")))))

    said = labels(pane)
    first = said.index("Line · Kenora, ON")
    assert said[first:][:3] == ["Line · Kenora, ON", "Line · Dryden, ON", "Third"]


@pytest.mark.parametrize(
    ("name", "after"),
    [
        ("Keep", "Keep no longer"),
        ("Comp&are", "Comp&are"),
        ("Copy 1-807-555-0100 ext. 3", "Copy 1-807-555-0100 ext. 3"),
    ],
)
def test_the_keyboard_stays_where_it_was(show: Show, name: str, after: str) -> None:
    pane = show(LONG)
    button(pane, name).setFocus()
    pane.show_service(shown(LONG, kept=kept(LONG)))

    assert focused(pane) is button(pane, after)


def test_the_pane_takes_the_keyboard_where_its_control_is_gone(show: Show) -> None:
    pane = show(example(), kept=kept(example()))
    button(pane, "L&ists").setFocus()
    pane.show_service(shown(example()))

    assert focused(pane) is pane


def test_the_keyboard_is_not_taken_from_elsewhere(show: Show) -> None:
    pane = show(example())
    button(pane, "Keep").setFocus()
    button(pane, "Keep").clearFocus()
    pane.show_service(shown(example(), kept=kept(example())))

    assert focused(pane) is None


def test_a_note_is_told_once_its_writing_pauses(qtbot: QtBot, show: Show) -> None:
    pane = show(example(), is_noting=True)
    pane.focus_note()
    with qtbot.waitSignal(pane.note_written) as told:
        QTest.keyClicks(note_of(pane), "Ask for the night desk. ")

    assert told.args == [example().id, "Ask for the night desk."]


def test_a_note_is_told_when_its_box_is_left(qtbot: QtBot, show: Show) -> None:
    pane = show(example(), is_noting=True)
    pane.focus_note()
    QTest.keyClicks(note_of(pane), "Ask.")
    with qtbot.waitSignal(pane.note_written, timeout=400) as told:  # sooner than the pause
        QTest.keyClick(note_of(pane), Qt.Key.Key_Tab)

    assert told.args == [example().id, "Ask."]
    assert focused(pane) is not note_of(pane)


def test_a_note_is_told_before_another_service_is_shown(qtbot: QtBot, show: Show) -> None:
    pane = show(example(), is_noting=True)
    QTest.keyClicks(note_of(pane), "Ask.")
    with qtbot.waitSignal(pane.note_written, timeout=400) as told:
        pane.show_service(shown(replace(example(), id="another")))

    assert told.args == [example().id, "Ask."]


def test_a_note_that_is_not_changed_is_not_told(qtbot: QtBot, show: Show) -> None:
    pane = show(example(), kept=kept(example(), "Ask."))
    pane.focus_note()
    with qtbot.assertNotEmitted(pane.note_written, wait=600):
        QTest.keyClicks(note_of(pane), " ")
        QTest.keyClick(note_of(pane), Qt.Key.Key_Backspace)


def test_what_is_being_written_outlives_a_new_page(qtbot: QtBot, show: Show) -> None:
    pane = show(example(), is_noting=True)
    pane.focus_note()
    QTest.keyClicks(note_of(pane), "Ask the desk")
    for _ in "desk":
        QTest.keyClick(note_of(pane), Qt.Key.Key_Left)
    before = note_of(pane)
    with qtbot.waitSignal(pane.note_written) as told:
        pane.show_service(shown(example(), is_noting=True, is_compared=True))
        QTest.keyClicks(note_of(pane), "night ")

    assert note_of(pane) is not before
    assert focused(pane) is note_of(pane)
    assert note_of(pane).toPlainText() == "Ask the night desk"
    assert told.args == [example().id, "Ask the night desk"]


def test_a_space_at_the_end_stays_when_the_note_is_kept(show: Show) -> None:
    pane = show(example(), is_noting=True)
    pane.note_written.connect(
        lambda _id, note: pane.show_service(shown(example(), kept=kept(example(), note)))
    )
    pane.focus_note()
    QTest.keyClicks(note_of(pane), "Ask ")
    pane.tell_note()
    QTest.keyClicks(note_of(pane), "for")

    assert note_of(pane).toPlainText() == "Ask for"


def test_a_note_that_was_kept_elsewhere_is_shown(show: Show) -> None:
    pane = show(example(), kept=kept(example(), "Ask."))
    pane.show_service(shown(example(), kept=kept(example(), "Ask.\n\nOf another office.")))

    assert note_of(pane).toPlainText() == "Ask.\n\nOf another office."


def test_the_box_stays_while_an_emptied_note_is_written_anew(show: Show) -> None:
    pane = show(example(), kept=kept(example(), "Ask."))
    pane.focus_note()
    note_of(pane).selectAll()
    QTest.keyClick(note_of(pane), Qt.Key.Key_Delete)
    pane.show_service(shown(example(), kept=kept(example())))
    QTest.keyClicks(note_of(pane), "Call.")

    assert focused(pane) is note_of(pane)
    assert note_of(pane).toPlainText() == "Call."


def test_other_colours_and_another_language_leave_the_note_alone(
    qtbot: QtBot, show: Show, translation: Translation
) -> None:
    pane = show(example(), is_noting=True)
    pane.focus_note()
    QTest.keyClicks(note_of(pane), "Ask")
    pane.set_tokens(DARK)
    translation.show(Language.FR)
    qtbot.waitUntil(lambda: note_of(pane).accessibleName() == "Note privée")
    QTest.keyClicks(note_of(pane), ".")

    assert note_of(pane).toPlainText() == "Ask."


def test_the_main_number_is_copied_without_its_button(qtbot: QtBot, show: Show) -> None:
    pane = show(example(phones=(FAX, replace(OFFICE, extension="12"))))
    with qtbot.waitSignal(pane.copy_wanted) as asked:
        pane.copy_main_number()

    assert asked.args == ["1-807-555-0100 ext. 12", "Office"]


def test_a_missing_number_is_told(qtbot: QtBot, show: Show) -> None:
    pane = show(example(phones=(FAX,)))
    with qtbot.waitSignal(pane.number_missed), qtbot.assertNotEmitted(pane.copy_wanted):
        pane.copy_main_number()


def test_the_way_back_is_offered_where_the_pane_stands_alone(qtbot: QtBot, show: Show) -> None:
    pane = show(example(), is_alone=True)
    with qtbot.waitSignal(pane.back_wanted):
        QTest.mouseClick(button(pane, "← &Back to the results"), Qt.MouseButton.LeftButton)


def test_pages_that_were_left_leave_nothing_behind(show: Show) -> None:
    service = example(phones=(OFFICE, FAX), hours="Mo-Fr 08:30-16:30")
    pane = show(service)

    def turn(pages: int) -> Allocated:
        for page in range(pages):
            pane.show_service(shown(replace(service, id=str(page)), is_noting=True))
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
        return allocated()

    before, after = turn(100), turn(200)

    assert after.blocks - before.blocks < 600  # PySide fills caches of its own: one or two a page
    assert after.c_bytes - before.c_bytes < 50_000
