"""The page of updates, as a worker reads and uses it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFileDialog,
    QInputDialog,
    QLabel,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.test_window import lay_out
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.closure import Closure, Fate
from tp_directory.core.preferences import QuietHours
from tp_directory.core.query import Query
from tp_directory.core.release import Changes
from tp_directory.core.updating import Attempt, Outcome, Stage, UpdateSetup, UpdateStep
from tp_directory.directory import Directory
from tp_directory.ui.appearance import Appearance
from tp_directory.ui.icons import Icons
from tp_directory.ui.tokens import DARK
from tp_directory.ui.translation import Translation
from tp_directory.ui.updates.update_state import UpdateState
from tp_directory.ui.updates.updates_page import UpdatesPage

LEFT = Qt.MouseButton.LeftButton
NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)
SOURCE = "https://updates.example.org"


def attempt(hours_ago: int, outcome: Outcome = Outcome.UP_TO_DATE) -> Attempt:
    at = (NOW - timedelta(hours=hours_ago)).isoformat()
    return Attempt(at, outcome, 12, SOURCE, Text(f"Tried {hours_ago} h ago.", "Essai."))


SET_UP = UpdateState(
    setup=UpdateSetup((SOURCE, "//server/share/tp"), None, ("national", "on")),
    attempts=(attempt(1),),
    next_at=NOW + timedelta(hours=20),
)


@pytest.fixture
def page(
    qtbot: QtBot, translation: Translation, appearance: Appearance, icons: Icons
) -> Iterator[UpdatesPage]:
    page = UpdatesPage(icons, Language.EN, appearance.tokens)
    qtbot.addWidget(page)
    page.resize(900, 1400)
    page.show()
    yield page
    page.close()


def words(page: QWidget) -> list[str]:
    """What can be read on the page, from its labels."""
    lay_out()
    labels = page.findChildren(QLabel)
    return [each.text() for each in labels if each.isVisibleTo(page) and each.text()]


def button(page: QWidget, name: str) -> QPushButton:
    """The button with these words, without the mark of its letter."""
    found = [
        each
        for each in page.findChildren(QPushButton)
        if name in (each.text().replace("&", ""), each.accessibleName()) and each.isVisibleTo(page)
    ]
    assert len(found) == 1, name
    return found[0]


def names(page: QWidget) -> list[str]:
    return [
        each.text().replace("&", "") or each.accessibleName()
        for each in page.findChildren(QAbstractButton)
        if each.isVisibleTo(page)
    ]


def test_nothing_set_up_is_told_with_who_can_and_how(page: UpdatesPage) -> None:
    page.show_state(UpdateState(policy="/etc/example/policy.toml"), NOW)
    shown = "\n".join(words(page))

    assert "Updates are not set up on this computer." in shown
    assert "Whoever looks after this computer" in shown
    assert 'sources = ["https://updates.example.org"]' in shown
    assert "Update now" not in names(page)
    assert (
        button(page, "Import from a stick…").hasFocus()
        or button(page, "Import from a stick…").isEnabled()
    )


def test_up_to_date_is_one_plain_sentence(page: UpdatesPage) -> None:
    page.show_state(SET_UP, NOW)

    assert "Up to date: checked today at 14:00." in words(page)
    assert "Whoever looks after this computer" not in "\n".join(words(page))


def test_why_it_is_not_is_told_below_it(page: UpdatesPage) -> None:
    page.show_state(replace(SET_UP, attempts=(attempt(3, Outcome.NOT_TRUSTED),)), NOW)
    shown = words(page)

    assert "What is published is not trusted, since today at 12:00: it was not installed." in shown
    assert "Tried 3 h ago." in shown


def test_progress_is_told_in_words_and_by_a_bar(page: UpdatesPage) -> None:
    step = UpdateStep(Stage.DOWNLOADING, 3, 7)
    page.show_state(replace(SET_UP, is_running=True, step=step), NOW)
    [bar] = page.findChildren(QProgressBar)

    assert "Downloading: 3 of 7" in words(page)
    assert (bar.value(), bar.maximum()) == (3, 7)
    assert bar.accessibleName() == "Downloading: 3 of 7"
    assert "Update now" not in names(page)


def test_an_update_is_asked_for_and_stopped(qtbot: QtBot, page: UpdatesPage) -> None:
    page.show_state(SET_UP, NOW)
    with qtbot.waitSignal(page.update_wanted):
        QTest.mouseClick(button(page, "Update now"), LEFT)
    page.show_state(replace(SET_UP, is_running=True), NOW)

    with qtbot.waitSignal(page.stop_wanted):
        QTest.mouseClick(button(page, "Stop"), LEFT)


def test_the_keyboard_stays_with_what_begins_and_ends_it(qtbot: QtBot, page: UpdatesPage) -> None:
    page.show_state(SET_UP, NOW)
    with qtbot.waitActive(page):
        page.activateWindow()
    page.setFocus()
    assert button(page, "Update now").hasFocus()
    page.show_state(replace(SET_UP, is_running=True), NOW)
    assert button(page, "Stop").hasFocus()
    page.show_state(SET_UP, NOW)

    assert button(page, "Update now").hasFocus()


def test_it_is_not_asked_for_twice_or_without_a_source(page: UpdatesPage) -> None:
    asked = QSignalSpy(page.update_wanted)
    for state in (UpdateState(), replace(SET_UP, is_running=True)):
        page.show_state(state, NOW)
        page.begin()

    assert asked.count() == 0


def test_a_file_is_asked_for(
    qtbot: QtBot, page: UpdatesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/media/x/tp.zip", ""))
    page.show_state(SET_UP, NOW)
    with qtbot.waitSignal(page.file_chosen) as chosen:
        QTest.mouseClick(button(page, "Import from a stick…"), LEFT)

    assert chosen.args == [Path("/media/x/tp.zip")]


def test_where_and_when_are_told(page: UpdatesPage) -> None:
    page.show_state(SET_UP, NOW)
    shown = words(page)

    assert "The next update begins tomorrow at 11:00." in shown
    assert "Followed: national services, Ontario." in shown
    assert "Decided for this computer by its administrator." not in shown


def test_updates_are_paused_and_resumed(qtbot: QtBot, page: UpdatesPage) -> None:
    page.show_state(SET_UP, NOW)
    with qtbot.waitSignal(page.chosen) as paused:
        QTest.mouseClick(button(page, "Pause"), LEFT)
    page.show_state(replace(SET_UP, is_paused=True, next_at=None), NOW)
    with qtbot.waitSignal(page.chosen) as resumed:
        QTest.mouseClick(button(page, "Resume"), LEFT)

    assert paused.args == ["updates_paused", True]
    assert resumed.args == ["updates_paused", False]
    assert "Updates are paused: none begins by itself." in words(page)


def test_quiet_hours_are_chosen(qtbot: QtBot, page: UpdatesPage) -> None:
    page.show_state(SET_UP, NOW)
    [box] = page.findChildren(QComboBox)
    with qtbot.waitSignal(page.chosen) as chosen:
        QTest.keyClick(box, Qt.Key.Key_Down)

    assert chosen.args == ["quiet_hours", QuietHours.DAY]
    assert box.currentText() == "from 8:00 to 18:00"


def test_what_an_administrator_decided_cannot_be_changed(page: UpdatesPage) -> None:
    locked = replace(SET_UP, is_decided=True, is_pause_locked=True, is_quiet_locked=True)
    page.show_state(locked, NOW)
    [box] = page.findChildren(QComboBox)

    assert not box.isEnabled()
    assert not button(page, "Pause").isEnabled()
    assert "Choose the sources…" not in names(page)
    assert "Decided for this computer by its administrator." in words(page)


def test_sources_are_chosen_one_a_line(
    qtbot: QtBot, page: UpdatesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = f" {SOURCE} \n\n/media/stick/tp.zip"
    monkeypatch.setattr(QInputDialog, "getMultiLineText", lambda *_: (typed, True))
    page.show_state(UpdateState(), NOW)
    with qtbot.waitSignal(page.chosen) as chosen:
        QTest.mouseClick(button(page, "Choose the sources…"), LEFT)

    assert chosen.args == ["update_sources", (SOURCE, "/media/stick/tp.zip")]


def test_older_attempts_are_folded(page: UpdatesPage) -> None:
    attempts = tuple(attempt(hours) for hours in range(1, 31))
    page.show_state(replace(SET_UP, attempts=attempts), NOW)
    before = [each for each in words(page) if "Nothing new" in each]
    QTest.mouseClick(button(page, "Show all 30"), LEFT)
    after = [each for each in words(page) if "Nothing new" in each]

    assert (len(before), len(after)) == (5, 30)
    assert before[0].startswith("Today at 14:00 · Nothing new · ")
    assert button(page, "Show fewer")


def test_what_is_new_leads_to_the_services(
    qtbot: QtBot, page: UpdatesPage, directory: Directory
) -> None:
    ids = tuple(hit.service.id for hit in directory.search(_all()).hits)
    page.show_directory(directory.edition, directory.fate, NOW)
    page.show_state(replace(SET_UP, changes=Changes(ids[:8], ids[8:9])), NOW)
    first = directory.service(ids[0])
    line = f"{first.name.en} · {first.organization.en}"
    if first.name.en == first.organization.en:
        line = first.name.en

    assert "8 added, 1 changed" in words(page)
    with qtbot.waitSignal(page.open_wanted) as opened:
        QTest.mouseClick(button(page, line), LEFT)
    assert opened.args == [ids[0]]


def test_a_long_list_is_shown_a_part_at_a_time(
    qtbot: QtBot, page: UpdatesPage, directory: Directory
) -> None:
    ids = tuple(hit.service.id for hit in directory.search(_all(100)).hits)
    page.show_directory(directory.edition, directory.fate, NOW)
    page.show_state(replace(SET_UP, changes=Changes(ids)), NOW)

    def links() -> list[QPushButton]:
        buttons = page.findChildren(QPushButton)
        return [each for each in buttons if each.property("role") == "link"]

    assert len(links()) == 5
    with qtbot.waitActive(page):
        page.activateWindow()
    QTest.mouseClick(button(page, "Show 50 more"), LEFT)
    assert len(links()) == 55
    assert links()[5].hasFocus()
    assert button(page, "Show 45 more")


def test_a_closed_service_leads_to_what_replaces_it(
    qtbot: QtBot, page: UpdatesPage, directory: Directory
) -> None:
    [hit] = directory.search(_all(1)).hits
    fates = {
        "a": Fate(None, Closure("a", Text("Example House", "Maison Exemple")), hit.service),
        "b": Fate(None, Closure("b", Text("Example Line", "Ligne Exemple"))),
    }
    page.show_directory(directory.edition, lambda each: fates[each], NOW)
    page.show_state(replace(SET_UP, changes=Changes(closed=("a", "b"), removed=("c",))), NOW)

    [link] = [each for each in names(page) if each.startswith("Example House → ")]
    with qtbot.waitSignal(page.open_wanted) as opened:
        QTest.mouseClick(button(page, link), LEFT)
    assert opened.args == [hit.service.id]
    assert "Example Line" in words(page)
    assert any("gone, and no record says why" in each for each in words(page))


def test_going_back_is_asked_once_more(
    qtbot: QtBot, page: UpdatesPage, directory: Directory
) -> None:
    page.show_directory(replace(directory.edition, number=12), directory.fate, NOW)
    page.show_state(replace(SET_UP, previous=11), NOW)
    asked = QSignalSpy(page.go_back_wanted)
    QTest.mouseClick(button(page, "Go back to edition 11…"), LEFT)
    [box] = page.findChildren(QMessageBox)
    assert asked.count() == 0
    assert box.text() == "Use edition 11 again?"
    [yes] = [each for each in box.buttons() if each.text() == "&Go back"]

    with qtbot.waitSignal(page.go_back_wanted):
        QTest.mouseClick(yes, LEFT)


def test_what_was_gone_back_from_is_told_and_can_be_gone_on_with(
    qtbot: QtBot, page: UpdatesPage, directory: Directory
) -> None:
    page.show_directory(directory.edition, directory.fate, NOW)
    page.show_state(replace(SET_UP, previous=12, held_back=12), NOW)

    assert any(each.startswith("Edition 12 is held back") for each in words(page))
    with qtbot.waitSignal(page.go_back_wanted):
        QTest.mouseClick(button(page, "Use edition 12 again"), LEFT)


def test_without_an_edition_before_there_is_no_way_back(
    page: UpdatesPage, directory: Directory
) -> None:
    page.show_directory(directory.edition, directory.fate, NOW)
    page.show_state(SET_UP, NOW)

    assert not [each for each in names(page) if each.startswith("Go back")]


def test_facts_are_stated_in_the_other_language(page: UpdatesPage, directory: Directory) -> None:
    page.show_directory(directory.edition, directory.fate, NOW)
    page.show_state(replace(SET_UP, changes=Changes(removed=("x",))), NOW)
    page.set_language(Language.FR)
    shown = words(page)

    assert "À jour\N{NO-BREAK SPACE}: vérifié aujourd'hui à 14\N{NO-BREAK SPACE}h." in shown
    assert "1 retiré" in shown
    assert "Suivis\N{NO-BREAK SPACE}: services nationaux, Ontario." in shown
    assert any(each.startswith("Fiches lues") for each in shown)


def test_it_is_drawn_in_other_colours(page: UpdatesPage) -> None:
    page.show_state(SET_UP, NOW)
    [mark] = [each for each in page.findChildren(QLabel) if not each.pixmap().isNull()]
    before = mark.pixmap().toImage()
    page.set_tokens(DARK)

    assert mark.pixmap().toImage() != before


def _all(limit: int = 20) -> Query:
    return Query(language=Language.EN, limit=limit)
