"""What is said of a chosen moment, and what becomes of it as time passes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.conftest import NOW
from tests.ui.conftest import MoveOver
from tests.ui.finding.conftest import answers, button, hits, service_words
from tp_directory.core.bilingual import Language
from tp_directory.core.query import Order, Query
from tp_directory.directory import Directory
from tp_directory.ui.finding.directory_page import DirectoryPage
from tp_directory.ui.finding.inquiry import Inquiry
from tp_directory.ui.finding.row import Row
from tp_directory.ui.window import Window

SATURDAY = datetime(2026, 11, 28, 15, 0, tzinfo=UTC)

EVENING = timedelta(hours=8)  # after NOW: 18:00 in Toronto


def ask(window: Window, query: Query) -> None:
    inquiry = window.findChild(Inquiry)
    assert isinstance(inquiry, Inquiry)
    inquiry.ask(query)
    QApplication.processEvents()


def pass_time(
    window: Window, directory: Directory, monkeypatch: pytest.MonkeyPatch, time: timedelta
) -> None:
    """Have the clock go on, and the window hear of it as it does each minute."""
    monkeypatch.setattr(directory, "_clock", lambda: NOW + time)
    page = window.findChild(DirectoryPage)
    assert isinstance(page, DirectoryPage)
    page.tell_time()
    QApplication.processEvents()


def states(window: Window) -> list[str]:
    model = hits(window).model()
    found = []
    for place in range(model.rowCount()):
        row = model.index(place, 0).data(Qt.ItemDataRole.UserRole)
        assert isinstance(row, Row)
        found.append(row.state_word)
    return found


# Open at a chosen moment


@pytest.mark.parametrize(
    ("language", "state"),
    [(Language.EN, "OPEN Sat 28 Nov 15:00"), (Language.FR, "OUVERT le sam. 28 nov. à 15 h")],
)
def test_a_row_that_is_open_at_a_chosen_moment_names_it(
    window: Window, language: Language, state: str
) -> None:
    ask(window, Query(language=language, open_at=SATURDAY))
    said = {each.replace("\N{NO-BREAK SPACE}", " ") for each in states(window)}

    assert state in said
    assert said <= {state, "OPEN 24/7", "OUVERT 24/7"}


def test_a_row_of_a_chosen_moment_stays_as_time_passes(
    window: Window, directory: Directory, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(window, Query(open_at=SATURDAY))
    before = states(window)
    pass_time(window, directory, monkeypatch, timedelta(hours=15))  # 01:00 in Toronto

    assert states(window) == before


def test_the_page_of_a_service_found_for_a_chosen_moment_says_who_answers_now(
    window: Window, directory: Directory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(directory, "_clock", lambda: NOW + timedelta(hours=15))
    ask(window, Query("Legal aid help line", open_at=NOW + timedelta(days=1)))

    assert "Closed, opens" in service_words(window)
    assert "Open until" not in service_words(window)


def test_a_line_that_is_offered_for_any_hour_has_a_number_that_answers_at_any_hour(
    window: Window, directory: Directory, move_over: MoveOver
) -> None:
    hotline = directory.search(Query("human trafficking hotline")).hits[0].service
    night = replace(hotline.phones[0], number="+1-807-555-0101", hours="24/7")
    office = replace(night, number="+1-807-555-0102", hours="Mo-Fr 08:00-18:00")
    record = replace(hotline, phones=(office, night), hours="24/7", timezone="America/Toronto")
    move_over(window, {hotline.id: record})
    ask(window, Query("need:interpretation province:NU"))

    assert button(window, f"{hotline.name.en}  1-807-555-0101").isVisible()


# Open now


@pytest.mark.parametrize(
    "query",
    [Query("legal", open_now=True), Query("legal", order=Order.OPEN_FIRST)],
    ids=["open now", "open first"],
)
def test_what_goes_by_now_is_asked_again_when_a_service_opens_or_closes(
    window: Window, directory: Directory, monkeypatch: pytest.MonkeyPatch, query: Query
) -> None:
    ask(window, query)
    view = hits(window)
    view.setFocus()
    for _ in range(12):
        QTest.keyClick(view, Qt.Key.Key_Down)
    place = view.verticalScrollBar().value()
    looked_at = view.currentIndex().data()
    pass_time(window, directory, monkeypatch, EVENING)
    count = directory.search(query).total

    assert view.model().rowCount() == count
    said = [each.split()[0] for each in states(window)]
    assert said == sorted(said, key=["OPEN", "Hours", "CLOSED"].index)
    assert view.hasFocus()
    assert view.verticalScrollBar().value() == place
    assert str(looked_at) in service_words(window)


def test_a_minute_in_which_nobody_opens_or_closes_leaves_the_results_alone(
    window: Window, directory: Directory, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(window, Query("shelter", open_now=True))
    asked = answers(window)
    pass_time(window, directory, monkeypatch, timedelta(minutes=1))

    assert asked.count() == 0


def test_what_does_not_go_by_now_is_not_asked_again(
    window: Window, directory: Directory, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(window, Query("shelter"))
    asked = answers(window)
    pass_time(window, directory, monkeypatch, EVENING)

    assert asked.count() == 0
