"""Another edition in the open window: nothing that the worker typed, chose or opened is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollBar, QTreeView

from tests.ui.conftest import MakeWindow, MoveOver, rest
from tests.ui.finding.conftest import (
    box,
    chosen,
    head_of_results,
    hits,
    names,
    query,
    search,
    service,
    service_words,
    words_on,
)
from tests.ui.test_window import lay_out, press
from tp_directory.app import strip_services
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.choices import Choice, Facet, with_choice
from tp_directory.core.closure import Closure
from tp_directory.core.query import Query
from tp_directory.core.release import Changes
from tp_directory.core.service import Service
from tp_directory.directory import Directory
from tp_directory.ui.elided_button import ElidedButton
from tp_directory.ui.finding.compare_page import ComparePage
from tp_directory.ui.finding.inquiry import Inquiry
from tp_directory.ui.kept.keeping import Keeping
from tp_directory.ui.notice_bar import NoticeBar
from tp_directory.ui.service.report_dialog import ReportDialog
from tp_directory.ui.status_line import StatusLine
from tp_directory.ui.strip import Strip
from tp_directory.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

WORDS, PLACE = "shelter", "Thunder Bay"
RENAMED = Text("Example Shelter, renamed", "Refuge Exemple, renommé")


@pytest.fixture
def found(directory: Directory) -> tuple[Service, ...]:
    """The services that answer the question of these tests."""
    return tuple(hit.service for hit in directory.search(Query(words=WORDS, near=PLACE)).hits)


def said(window: Window) -> str:
    """What the notice bar says."""
    bar = window.findChild(NoticeBar)
    assert bar is not None
    return words_on(bar) if bar.isVisible() else ""


def confirmed(window: Window) -> list[str]:
    """What the last line says for a few seconds."""
    line = window.findChild(StatusLine)
    assert line is not None
    return [each.text() for each in line.findChildren(QLabel) if each.text()]


def choose_second(window: Window) -> None:
    """Ask, and choose the second hit."""
    search(window, WORDS, PLACE)
    QTest.keyClick(box(window, "search_box"), Qt.Key.Key_Down)
    rest(window)


def test_question_and_choice_stay(
    window: Window, move_over: MoveOver, found: tuple[Service, ...]
) -> None:
    choose_second(window)
    before = (query(window), names(window), chosen(window), service_words(window))
    move_over(window)

    assert (query(window), names(window), chosen(window), service_words(window)) == before
    assert box(window, "search_box").text() == WORDS
    assert chosen(window) == found[1].name.en


def test_filters_stay(window: Window, move_over: MoveOver) -> None:
    search(window, WORDS, PLACE)
    inquiry = window.findChild(Inquiry)
    assert inquiry is not None
    inquiry.ask(with_choice(query(window), Choice(Facet.CHANNEL, "phone")))
    before = head_of_results(window)
    move_over(window)

    assert query(window).channels == ("phone",)
    assert head_of_results(window) == before


def test_what_is_unfolded_and_typed_among_the_filters_stays(
    window: Window, move_over: MoveOver
) -> None:
    window.resize(1400, 900)
    search(window, WORDS, PLACE)
    tree = window.findChild(QTreeView, "choices_view")
    assert tree is not None
    section = tree.model().index(2, 0)
    tree.setExpanded(section, not tree.isExpanded(section))
    model = tree.model()
    before = [tree.isExpanded(model.index(row, 0)) for row in range(model.rowCount())]
    move_over(window)

    after = [tree.isExpanded(model.index(row, 0)) for row in range(model.rowCount())]
    assert after == before


def test_the_facts_of_the_new_edition_are_shown(
    window: Window, move_over: MoveOver, found: tuple[Service, ...]
) -> None:
    choose_second(window)
    move_over(window, {found[1].id: replace(found[1], name=RENAMED)})

    assert RENAMED.en in service_words(window)
    assert found[1].name.en not in names(window)[:1]


def test_what_goes_together_with_the_service_is_told_once(
    window: Window, move_over: MoveOver, directory: Directory, found: tuple[Service, ...]
) -> None:
    related = [directory.related(each, Language.EN).nearby for each in found]
    place = next(place for place, nearby in enumerate(related) if nearby)
    search(window, WORDS, PLACE)
    for _step in range(place):
        QTest.keyClick(box(window, "search_box"), Qt.Key.Key_Down)
    QTest.qWait(300)  # it follows once the worker stays with a service
    before = service_words(window)
    nearby = related[place][0].service
    move_over(window, {nearby.id: replace(nearby, name=RENAMED)})
    QTest.qWait(300)

    assert before.count("See also") == 1
    assert service_words(window).count("See also") == 1
    assert RENAMED.en in service_words(window)


def test_a_closed_service_gives_way_to_what_replaces_it(
    window: Window, move_over: MoveOver, found: tuple[Service, ...]
) -> None:
    choose_second(window)
    gone, instead = found[1], found[3]
    closure = Closure(gone.id, gone.name, "2026-11", instead.id)
    move_over(window, {gone.id: None}, (closure,))

    assert service(window).hit is not None
    assert service(window).hit.service.id == instead.id  # type: ignore[union-attr]  # as asserted
    assert "has closed" in said(window)
    assert instead.name.en in said(window)


def test_a_closed_service_without_a_successor_is_not_shown_any_more(
    window: Window, move_over: MoveOver, found: tuple[Service, ...]
) -> None:
    choose_second(window)
    move_over(window, {found[1].id: None}, (Closure(found[1].id, found[1].name),))

    assert service(window).hit is None
    assert "Do not rely on its number" in said(window)


def test_a_service_that_was_opened_beside_the_results_stays(
    window: Window, move_over: MoveOver, directory: Directory
) -> None:
    search(window, WORDS, PLACE)
    [other] = [hit.service for hit in directory.search(Query(words="interpretation", limit=1)).hits]
    window.frame.pages.open_service(other.id)
    rest(window)
    move_over(window, {other.id: replace(other, name=RENAMED)})

    assert RENAMED.en in service_words(window)
    assert box(window, "search_box").text() == WORDS


def test_a_note_that_is_being_written_is_kept(
    window: Window, move_over: MoveOver, found: tuple[Service, ...]
) -> None:
    choose_second(window)
    press(window, "Ctrl+N")
    QTest.keyClicks(window.focusWidget(), "Ask for Example")
    move_over(window)
    keeping = window.findChild(Keeping)
    assert keeping is not None
    kept = keeping.kept.service(found[1].id)

    assert kept is not None
    assert kept.note == "Ask for Example"
    assert service(window).isVisible()


def test_half_a_place_stays_in_its_box(window: Window, move_over: MoveOver) -> None:
    search(window, WORDS, PLACE)
    place = box(window, "place_box")
    place.setFocus()
    place.selectAll()
    QTest.keyClicks(place, "Keno")
    move_over(window)

    assert place.text() == "Keno"
    assert place.hasFocus()


def test_the_comparison_stays_in_front(
    window: Window, move_over: MoveOver, found: tuple[Service, ...]
) -> None:
    search(window, WORDS, PLACE)
    press(window, "Ctrl+B")
    QTest.keyClick(box(window, "search_box"), Qt.Key.Key_Down)
    rest(window)
    press(window, "Ctrl+B")
    press(window, "Ctrl+Shift+B")
    move_over(window, {found[0].id: replace(found[0], name=RENAMED), found[1].id: None})
    page = window.findChild(ComparePage)
    assert page is not None

    assert page.isVisible()
    assert RENAMED.en in words_on(page)
    assert found[1].name.en not in words_on(page)


@pytest.mark.parametrize("keys", ["Ctrl+3", "Ctrl+4", "Ctrl+5", "Ctrl+6"])
def test_another_page_stays_in_front(window: Window, move_over: MoveOver, keys: str) -> None:
    press(window, keys)
    move_over(window)

    assert not box(window, "search_box").isVisible()


def test_the_map_stays_in_front(window: Window, move_over: MoveOver) -> None:
    search(window, WORDS, PLACE)
    press(window, "F3")
    move_over(window)

    assert not hits(window).isVisible()
    assert box(window, "search_box").text() == WORDS


def test_the_list_stays_where_it_was_scrolled_to(window: Window, move_over: MoveOver) -> None:
    search(window, "shelter")
    bar: QScrollBar = hits(window).verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    move_over(window)

    assert before > 0
    assert bar.value() == before


def test_kept_services_say_what_became_of_them(
    window: Window, move_over: MoveOver, found: tuple[Service, ...]
) -> None:
    choose_second(window)
    press(window, "Ctrl+D")
    move_over(window, {found[1].id: None}, (Closure(found[1].id, found[1].name),))
    press(window, "Ctrl+3")

    assert any("This service has closed." in each.text() for each in window.findChildren(QLabel))


def test_it_is_told_with_a_way_to_what_is_new(
    window: Window, move_over: MoveOver, found: tuple[Service, ...]
) -> None:
    move_over(window, changes=Changes((found[0].id,), (), (found[1].id,)))
    assert confirmed(window) == ["Edition 2 is in use: 1 added, 1 closed"]
    line = window.findChild(StatusLine)
    assert line is not None
    line.clear_confirmation()
    [age] = line.findChildren(ElidedButton)

    assert age.text() == "Edition 2, published today"


def test_behind_the_neutral_screen_nothing_is_told(window: Window, move_over: MoveOver) -> None:
    press(window, "Ctrl+H")
    move_over(window)

    assert confirmed(window) == []


def test_the_strip_shows_the_numbers_of_the_new_edition(
    window: Window, move_over: MoveOver, directory: Directory
) -> None:
    strip = window.findChild(Strip)
    assert strip is not None
    hotline, _ = strip_services(directory)
    assert hotline is not None
    phones = (replace(hotline.phones[0], number="+1-833-555-0199"), *hotline.phones[1:])
    move_over(window, {hotline.id: replace(hotline, phones=phones)})

    assert any("555-0199" in each.text() for each in strip.findChildren(QPushButton))


def test_the_old_edition_is_not_asked_any_more(
    make_window: MakeWindow, move_over: MoveOver, directory: Directory
) -> None:
    window = make_window(Language.FR)
    search(window, "refuge", "Rimouski")
    later = move_over(window)
    asked: list[str] = []
    before = directory.search

    def search_old(asked_for: Query) -> object:
        asked.append(asked_for.words)
        return before(asked_for)

    directory.search = search_old  # type: ignore[method-assign,assignment]  # watched, not replaced
    try:
        search(window, "aide juridique", "Gatineau")
        lay_out()
    finally:
        del directory.search

    assert asked == []
    assert later.search(query(window)).total == len(names(window))


def test_a_report_that_is_being_written_is_on_the_service_it_began_with(
    window: Window, move_over: MoveOver, found: tuple[Service, ...]
) -> None:
    choose_second(window)
    press(window, "Ctrl+E")
    dialog = window.findChild(ReportDialog)
    assert dialog is not None
    closure = Closure(found[1].id, found[1].name, "2026-11", found[3].id)
    move_over(window, {found[1].id: None}, (closure,))
    dialog.accept()
    keeping = window.findChild(Keeping)
    assert keeping is not None

    assert [(report.id, report.edition) for report in keeping.kept.reports] == [(found[1].id, 0)]
