"""The list of results by mouse and by keyboard: each row is where it is drawn, however many."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QFont, QImage, QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import NOW
from tests.ui.finding.conftest import Ask, answers, box, hits
from tp_directory.core.bilingual import Language
from tp_directory.core.query import Facets, Hit, Query, Results
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.directory import Directory
from tp_directory.ui.finding.hit_delegate import HitDelegate
from tp_directory.ui.finding.hits_model import HitsModel
from tp_directory.ui.finding.hits_view import HitsView
from tp_directory.ui.finding.row import RowWriter
from tp_directory.ui.tokens import DARK, LIGHT
from tp_directory.ui.window import Window

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
KENORA = Query("", near="Kenora")
Show = Callable[[HitsModel], HitsView]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """A list of some rows in a window of its own, with the first one chosen."""

    def show(model: HitsModel) -> HitsView:
        view = HitsView(model, HitDelegate(LIGHT, model), LIGHT)
        view.resize(520, 500)
        qtbot.addWidget(view)
        with qtbot.waitActive(view):
            view.show()
            view.activateWindow()
        view.setFocus()
        view.setCurrentIndex(model.index(0))
        return view

    return show


@pytest.fixture
def pages_asked() -> list[int]:
    """Where the pages began that were loaded."""
    return []


@pytest.fixture
def many(
    qapp: QObject, directory: Directory, taxonomy: Taxonomy, pages_asked: list[int]
) -> HitsModel:
    """An answer of 100,000 hits, all of them the same."""
    page = directory.search(Query("human trafficking hotline")).hits[:1] * 25

    def load(offset: int) -> tuple[Hit, ...]:
        pages_asked.append(offset)
        return page

    model = HitsModel(load, QObject(qapp))
    writer = RowWriter(taxonomy, Language.EN, NOW.date(), lambda text, language: ())
    model.show(Results(Query(), page, 100_000, Facets()), writer)
    return model


def picture(view: HitsView) -> QImage:
    QApplication.processEvents()
    return view.viewport().grab().toImage()


def rows_in_sight(view: HitsView) -> list[int]:
    height = view.viewport().height()
    indexes = (view.indexAt(QPoint(5, y)) for y in range(height))
    return sorted({index.row() for index in indexes if index.isValid()})


def spin_wheel(view: HitsView, notches: int) -> None:
    """Turn the mouse wheel over the list, down for a positive number."""
    middle = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        middle,
        view.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


# Where rows stand


@pytest.mark.parametrize("place", [0, 3, 4, 30, 31, -1])
def test_a_row_is_found_where_it_is_drawn(ask: Ask, show: Show, place: int) -> None:
    model = ask(KENORA)
    view = show(model)
    place = place % model.rowCount()
    view.setCurrentIndex(model.index(place))
    image = picture(view)
    bar = [y for y in range(image.height()) if image.pixelColor(1, y) == QColor(LIGHT.accent)]

    assert bar == list(range(bar[0], bar[-1] + 1))
    assert {view.indexAt(QPoint(200, y)).row() for y in bar} == {place}
    assert view.indexAt(QPoint(200, bar[0] - 1)).row() != place


def test_a_heading_is_no_row(ask: Ask, show: Show) -> None:
    model = ask(KENORA)
    view = show(model)
    first, *_others = model.headings
    assert first.row == 0
    above = QPoint(200, view.visualRect(model.index(0)).top() - 1)
    QTest.mouseClick(view.viewport(), LEFT, pos=above)

    assert not view.indexAt(above).isValid()
    assert view.currentIndex().row() == 0


def test_below_the_last_row_is_nothing(ask: Ask, show: Show) -> None:
    model = ask(Query("cybertip"))
    view = show(model)
    below = view.visualRect(model.index(model.rowCount() - 1)).bottom() + 1

    assert not view.indexAt(QPoint(200, below)).isValid()
    assert view.visualRect(QModelIndex()).isEmpty()


def test_the_scroll_bar_ends_at_the_last_row(ask: Ask, show: Show) -> None:
    model = ask(KENORA)
    view = show(model)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    last = view.visualRect(model.index(model.rowCount() - 1))

    assert last.bottom() == view.viewport().height() - 1
    assert view.verticalScrollBar().pageStep() == view.viewport().height()


def test_there_is_nothing_to_scroll_where_all_rows_are_in_sight(ask: Ask, show: Show) -> None:
    assert show(ask(Query("cybertip"))).verticalScrollBar().maximum() == 0


def test_the_first_row_is_scrolled_to_with_its_heading(ask: Ask, show: Show) -> None:
    view = show(ask(KENORA))
    QTest.keyClick(view, Key.Key_End)
    QTest.keyClick(view, Key.Key_Home)

    assert view.verticalScrollBar().value() == 0


def test_a_larger_font_keeps_the_chosen_row_in_sight(ask: Ask, show: Show) -> None:
    model = ask(Query("shelter"))
    view = show(model)
    view.setCurrentIndex(model.index(40))
    font = QFont(view.font())
    font.setPointSizeF(font.pointSizeF() * 2)
    view.setFont(font)
    view.measure()

    assert 40 in rows_in_sight(view)


# By keyboard


def test_end_goes_to_the_last_of_many_rows_and_loads_what_is_seen(
    many: HitsModel, show: Show, pages_asked: list[int]
) -> None:
    view = show(many)
    QTest.keyClick(view, Key.Key_End)
    picture(view)

    assert view.currentIndex().row() == 99_999
    assert 99_999 in rows_in_sight(view)
    assert pages_asked == [99_975]


def test_the_middle_of_many_rows_loads_what_is_seen(
    many: HitsModel, show: Show, pages_asked: list[int]
) -> None:
    view = show(many)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    picture(view)
    first, last = rows_in_sight(view)[0], rows_in_sight(view)[-1]

    assert set(pages_asked) <= {first - first % 25, last - last % 25}


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        ((Key.Key_Down,), 1),
        ((Key.Key_Down, Key.Key_Down, Key.Key_Up), 1),
        ((Key.Key_Up,), 0),
        ((Key.Key_End, Key.Key_Home), 0),
        ((Key.Key_End, Key.Key_Down), 99_999),
        ((Key.Key_End, Key.Key_PageDown), 99_999),
        ((Key.Key_PageUp,), 0),
    ],
)
def test_keys_walk_through_the_rows(
    many: HitsModel, show: Show, keys: tuple[Key, ...], row: int
) -> None:
    view = show(many)
    for key in keys:
        QTest.keyClick(view, key)

    assert view.currentIndex().row() == row
    assert row in rows_in_sight(view)


def test_a_page_down_leaves_a_row_of_the_page_before_in_sight(many: HitsModel, show: Show) -> None:
    view = show(many)
    before = rows_in_sight(view)
    QTest.keyClick(view, Key.Key_PageDown)
    QTest.keyClick(view, Key.Key_PageDown)

    assert 0 < view.currentIndex().row() <= 2 * (len(before) - 1)
    assert view.currentIndex().row() in rows_in_sight(view)
    QTest.keyClick(view, Key.Key_PageUp)
    QTest.keyClick(view, Key.Key_PageUp)

    assert view.currentIndex().row() == 0


def test_keys_find_no_row_in_an_empty_list(ask: Ask, show: Show) -> None:
    view = show(ask(Query("qqqqq")))
    for key in (Key.Key_Down, Key.Key_End, Key.Key_PageUp):
        QTest.keyClick(view, key)

    assert not view.currentIndex().isValid()


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_enter_opens(ask: Ask, show: Show, key: Key) -> None:
    view = show(ask(Query("shelter")))
    opened = QSignalSpy(view.opened)
    QTest.keyClick(view, key)

    assert opened.count() == 1


def test_letters_typed_in_the_list_go_on_in_the_search_box(window: Window) -> None:
    QTest.keyClicks(box(window, "search_box"), "shel")
    hits(window).setFocus()
    asked = answers(window)
    QTest.keyClick(hits(window), Key.Key_T)

    assert box(window, "search_box").hasFocus()
    assert box(window, "search_box").text() == "shelt"
    assert asked.count() == 1


def test_keys_that_are_no_letters_leave_the_search_box_alone(window: Window) -> None:
    QTest.keyClicks(box(window, "search_box"), "shelter")
    hits(window).setFocus()
    for key in (Key.Key_Backspace, Key.Key_Delete, Key.Key_Left, Key.Key_Shift):
        QTest.keyClick(hits(window), key)

    assert hits(window).hasFocus()
    assert box(window, "search_box").text() == "shelter"


# By mouse


def test_a_click_chooses_a_row_once(ask: Ask, show: Show) -> None:
    model = ask(KENORA)
    view = show(model)
    chosen = QSignalSpy(view.current_changed)
    QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(model.index(3)).center())

    assert view.currentIndex().row() == 3
    assert chosen.count() == 1


def test_a_double_click_opens(ask: Ask, show: Show) -> None:
    model = ask(KENORA)
    view = show(model)
    opened = QSignalSpy(view.opened)
    middle = view.visualRect(model.index(2)).center()
    QTest.mouseClick(view.viewport(), LEFT, pos=middle)
    QTest.mouseDClick(view.viewport(), LEFT, pos=middle)

    assert view.currentIndex().row() == 2
    assert opened.count() == 1


def test_the_wheel_scrolls_and_chooses_nothing(many: HitsModel, show: Show) -> None:
    view = show(many)
    spin_wheel(view, 3)
    assert rows_in_sight(view)[0] in (2, 3)
    spin_wheel(view, -5)

    assert rows_in_sight(view)[0] == 0
    assert view.currentIndex().row() == 0


# What is seen, and what is read out


def test_other_colours_are_drawn_at_once(ask: Ask, show: Show) -> None:
    view = show(ask(KENORA))
    rect = view.visualRect(view.currentIndex())
    corner = rect.topRight() + QPoint(-2, 2)
    before = picture(view).pixelColor(corner)
    view.set_tokens(DARK)

    assert before == QColor(LIGHT.accent_weak)
    assert picture(view).pixelColor(corner) == QColor(DARK.accent_weak)


def test_a_screen_reader_finds_each_row_as_a_sentence(ask: Ask, show: Show) -> None:
    model = ask(KENORA)
    view = show(model)
    read = QAccessible.queryAccessibleInterface(view)

    assert read.childCount() == model.rowCount()
    for place in (0, 1, model.rowCount() - 1):
        sentence = model.index(place).data(Qt.ItemDataRole.AccessibleTextRole)
        assert read.child(place).text(QAccessible.Text.Name) == sentence


def test_a_screen_reader_is_told_the_row_that_has_the_keyboard(
    ask: Ask, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[QAccessible.Event, int]] = []

    def tell(event: QAccessibleEvent) -> None:
        told.append((event.type(), event.child()))

    view = show(ask(KENORA))
    monkeypatch.setattr(QAccessible, "updateAccessibility", tell)
    QTest.keyClick(view, Key.Key_Down)

    assert told == [(QAccessible.Event.Focus, 1)]
