"""Above the results: what would fit but does not state a fact that a filter asks for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.finding.conftest import button, names, query, search, words_on
from tp_directory.core.query import Facets, Query, Results, Unstated
from tp_directory.directory import Directory
from tp_directory.ui.finding.inquiry import Inquiry
from tp_directory.ui.finding.unstated_notes import UnstatedNotes
from tp_directory.ui.window import Window

LEFT = Qt.MouseButton.LeftButton
ASKED = Query("crisis", languages=("es",), open_now=True)


@pytest.fixture
def notes(qtbot: QtBot) -> UnstatedNotes:
    widget = UnstatedNotes()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def found(directory: Directory) -> Results:
    """An answer with hits, of which each fact has a number of its own."""
    hits = directory.search(Query("crisis")).hits
    counts = {fact: 5 + place for place, fact in enumerate(Unstated)}
    return Results(ASKED, hits, len(hits), Facets(unstated=counts))


def buttons(notes: UnstatedNotes) -> list[str]:
    """The names of the buttons that are shown."""
    shown = [each for each in notes.findChildren(QPushButton) if each.isVisible()]
    return [each.accessibleName() for each in shown]


def test_each_fact_is_named_with_its_number(notes: UnstatedNotes, found: Results) -> None:
    notes.show_results(found)

    assert buttons(notes) == [
        "5 more do not state their language. Show them",
        "6 more do not state whom they are for. Show them",
        "7 more may be open: their hours are not known. Show them",
        "8 more do not state all their hours. Show them",
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"facets": Facets()},
        {"facets": Facets(unstated={Unstated.OPEN: 0})},
        {"is_loose": True},
        {"hits": ()},
        {"query": replace(ASKED, unstated=tuple(Unstated))},
    ],
    ids=["no filter", "none", "some of the words", "nothing found", "asked for already"],
)
def test_there_is_no_note_without_need(
    notes: UnstatedNotes, found: Results, changes: dict[str, object]
) -> None:
    notes.show_results(replace(found, **changes))  # type: ignore[arg-type]  # fields by name

    assert not notes.isVisible()


def test_a_press_asks_for_what_does_not_state_it(notes: UnstatedNotes, found: Results) -> None:
    notes.show_results(found)
    asked = QSignalSpy(notes.query_chosen)
    QTest.mouseClick(button(notes, buttons(notes)[2]), LEFT)

    assert [asked.at(0), asked.count()] == [[replace(ASKED, unstated=(Unstated.OPEN,))], 1]


def test_they_are_shown_and_left_again(window: Window) -> None:
    search(window, "crisis", "Toronto")
    inquiry = window.findChild(Inquiry)
    assert isinstance(inquiry, Inquiry)
    inquiry.ask(replace(query(window), open_now=True))
    stated = names(window)
    note = next(
        each
        for each in window.findChildren(UnstatedNotes)[0].findChildren(QPushButton)
        if each.isVisible()
    )
    QTest.mouseClick(note, LEFT)

    assert query(window).unstated == (Unstated.OPEN,)
    assert not set(stated) & set(names(window))
    assert "These do not state all that was asked for: call to check." in words_on(window)
    QTest.mouseClick(button(window, "Remove the filter: Hours unknown"), LEFT)
    assert names(window) == stated
