"""The filters by mouse and by keyboard: each press asks once, and what is chosen stays."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QDate, QModelIndex, QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDateTimeEdit, QStyle
from pytestqt.qtbot import QtBot

from tests.conftest import NOW
from tests.ui.conftest import MakeWindow
from tests.ui.finding.conftest import answers, box, button, names, query, words_on
from tp_directory.core.bilingual import Language
from tp_directory.core.place import Province
from tp_directory.core.service import Channel
from tp_directory.ui.finding.choices_model import COUNT_ROLE, HEADING_ROLE
from tp_directory.ui.finding.choices_view import ChoicesView
from tp_directory.ui.tokens import CAPTION, LIGHT, SPACE_8, scaled
from tp_directory.ui.window import Window

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
NEXT_HOUR = NOW.astimezone().replace(minute=0) + timedelta(hours=1)  # of the workstation's clock
CHOICES = pytest.mark.parametrize(
    ("label", "field", "value"),
    [
        ("Emergency shelter", "needs", ("shelter_emergency",)),
        ("Indigenous people", "populations", ("indigenous",)),
        ("By text message", "channels", (Channel.TEXT,)),
        ("French", "languages", ("fr",)),
        ("Nunavut", "provinces", (Province.NU,)),
        ("Open now", "open_now", True),
        ("Open day and night", "always_open", True),
        ("Made for trafficked people", "for_trafficking", True),
    ],
)


@pytest.fixture
def wide(make_window: MakeWindow, qtbot: QtBot) -> Window:
    """A window with room for the filters."""
    return widened(make_window(), qtbot)


def widened(window: Window, qtbot: QtBot) -> Window:
    window.resize(1400, 860)
    qtbot.waitUntil(lambda: choices(window).isVisible())
    return window


def choices(window: Window) -> ChoicesView:
    found = window.findChild(ChoicesView)
    assert isinstance(found, ChoicesView)
    return found


def rows(window: Window, parent: QModelIndex | None = None) -> list[QModelIndex]:
    """All rows that are offered below one, in the order in which they are read."""
    model, above = choices(window).model(), parent or QModelIndex()
    found = []
    for place in range(model.rowCount(above)):
        index = model.index(place, 0, above)
        found += [index, *rows(window, index)]
    return found


def row(window: Window, label: str) -> QModelIndex:
    """A row, brought into sight."""
    index = next(each for each in rows(window) if each.data() == label)
    choices(window).scrollTo(index)
    return index


def press(window: Window, label: str) -> None:
    view = choices(window)
    QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(row(window, label)).center())


def offered(window: Window) -> list[str]:
    """The choices that can be seen, without the headings."""
    view = choices(window)
    found = [each for each in rows(window) if not each.data(HEADING_ROLE)]
    return [str(each.data()) for each in found if view.visualRect(each).isValid()]


def time_box(window: Window) -> QDateTimeEdit:
    found = window.findChild(QDateTimeEdit, "time_box")
    assert isinstance(found, QDateTimeEdit)
    return found


def distance_box(window: Window) -> QComboBox:
    found = window.findChild(QComboBox, "distance_box")
    assert isinstance(found, QComboBox)
    return found


def search_from(window: Window, place: str) -> None:
    box(window, "place_box").setFocus()
    box(window, "place_box").selectAll()
    QTest.keyClicks(box(window, "place_box"), place)
    QTest.keyClick(box(window, "place_box"), Key.Key_Return)


# Choosing


@CHOICES
def test_a_press_chooses_asks_once_and_leaves_what_was_counted(
    wide: Window, label: str, field: str, value: object
) -> None:
    asked = answers(wide)
    counted = row(wide, label).data(COUNT_ROLE)
    press(wide, label)

    assert getattr(query(wide), field) == value
    assert asked.count() == 1
    assert len(names(wide)) == counted > 0


@CHOICES
def test_a_filter_is_found_and_chosen_by_keyboard(
    wide: Window, label: str, field: str, value: object
) -> None:
    QTest.keyClick(wide, Key.Key_F, CONTROL)
    QTest.keyClicks(box(wide, "filter_box"), label)
    asked = answers(wide)
    QTest.keyClick(box(wide, "filter_box"), Key.Key_Tab)
    focused = wide.focusWidget()
    while focused is not choices(wide):
        assert focused is not None
        QTest.keyClick(focused, Key.Key_Tab)
        focused = wide.focusWidget()
    while choices(wide).currentIndex().data() != label:
        QTest.keyClick(choices(wide), Key.Key_Down)
    QTest.keyClick(choices(wide), Key.Key_Space)

    assert getattr(query(wide), field) == value
    assert asked.count() == 1
    assert choices(wide).hasFocus()


def test_a_second_press_takes_the_choice_away(wide: Window) -> None:
    press(wide, "Emergency shelter")
    press(wide, "Emergency shelter")

    assert query(wide).needs == ()


def test_the_box_itself_is_pressed_like_its_row(wide: Window) -> None:
    asked = answers(wide)
    rect = choices(wide).visualRect(row(wide, "Open now"))
    on_box = QPoint(rect.left() + 10, rect.center().y())
    QTest.mouseClick(choices(wide).viewport(), LEFT, pos=on_box)

    assert query(wide).open_now
    assert asked.count() == 1


def test_choices_add_up(wide: Window) -> None:
    press(wide, "Emergency shelter")
    press(wide, "Legal help")
    press(wide, "Open now")

    assert query(wide).needs == ("shelter_emergency", "legal")
    assert query(wide).open_now


# Finding a filter


@pytest.mark.parametrize(
    ("language", "typed", "found"),
    [
        (Language.EN, "SHELT", {"Emergency shelter"}),
        (Language.FR, "hebergement", {"Hébergement d'urgence"}),
        (Language.FR, "quebec", {"Québec"}),
    ],
)
def test_a_filter_is_found_by_a_part_of_its_name_without_accents(
    make_window: MakeWindow, qtbot: QtBot, language: Language, typed: str, found: set[str]
) -> None:
    window = widened(make_window(language), qtbot)
    asked = answers(window)
    QTest.keyClicks(box(window, "filter_box"), typed)

    assert found <= set(offered(window))
    assert len(offered(window)) < 5
    assert asked.count() == 0


def test_all_filters_come_back_when_the_words_are_taken_away(wide: Window) -> None:
    before = offered(wide)
    QTest.keyClicks(box(wide, "filter_box"), "nunavut")
    assert offered(wide) == ["Nunavut"]
    for _ in "nunavut":
        QTest.keyClick(box(wide, "filter_box"), Key.Key_Backspace)

    assert offered(wide) == before


def test_what_is_chosen_is_unfolded_when_the_words_are_taken_away(wide: Window) -> None:
    assert "Nunavut" not in offered(wide)
    QTest.keyClicks(box(wide, "filter_box"), "nunavut")
    press(wide, "Nunavut")
    box(wide, "filter_box").clear()

    assert "Nunavut" in offered(wide)


def test_hiding_forgets_what_was_typed_to_find_a_filter(wide: Window) -> None:
    QTest.keyClicks(box(wide, "filter_box"), "nunavut")
    QTest.keyClick(wide, Key.Key_H, CONTROL)

    assert box(wide, "filter_box").text() == ""


@pytest.mark.parametrize("is_arrow", [True, False])
def test_a_heading_folds_at_one_press_on_it_or_its_arrow(wide: Window, is_arrow: bool) -> None:
    view, heading = choices(wide), row(wide, "Urgent: safety now")
    rect = view.visualRect(heading)
    at = QPoint(rect.left() - 5, rect.center().y()) if is_arrow else rect.center()
    assert view.isExpanded(heading)
    QTest.mouseClick(view.viewport(), LEFT, pos=at)

    assert not view.isExpanded(heading)


# When


def test_a_chosen_time_begins_with_the_next_full_hour_and_has_the_keyboard(wide: Window) -> None:
    assert not time_box(wide).isVisible()
    asked = answers(wide)
    press(wide, "Open at a chosen time")

    assert time_box(wide).isVisible()
    assert time_box(wide).hasFocus()
    assert query(wide).open_at == NEXT_HOUR
    assert asked.count() == 1


def test_no_chosen_time_is_left_out_of_sight(wide: Window) -> None:
    press(wide, "Open at a chosen time")
    QTest.keyClick(time_box(wide), Key.Key_Escape)

    assert query(wide).open_at is None
    assert time_box(wide).date() == time_box(wide).minimumDate()


@pytest.mark.parametrize("far", [QDate(1752, 9, 14), QDate(1900, 1, 1), QDate(9999, 12, 31)])
def test_a_time_centuries_away_can_be_chosen_without_harm(wide: Window, far: QDate) -> None:
    press(wide, "Open at a chosen time")
    time_box(wide).setDate(far)
    box(wide, "search_box").setText("shelter")

    assert query(wide).words == "shelter"


def test_each_change_of_the_time_asks_once(wide: Window) -> None:
    press(wide, "Open at a chosen time")
    asked = answers(wide)
    QTest.keyClick(time_box(wide), Key.Key_Up)  # the next day

    assert query(wide).open_at == NEXT_HOUR + timedelta(days=1)
    assert asked.count() == 1


def test_a_time_can_be_typed(wide: Window) -> None:
    press(wide, "Open at a chosen time")
    time_box(wide).setSelectedSection(QDateTimeEdit.Section.HourSection)
    QTest.keyClicks(time_box(wide), "0345")

    chosen = query(wide).open_at
    assert chosen is not None
    assert (chosen.astimezone().hour, chosen.astimezone().minute) == (3, 45)


def test_the_time_goes_with_its_choice(wide: Window) -> None:
    press(wide, "Open at a chosen time")
    press(wide, "Open at a chosen time")

    assert query(wide).open_at is None
    assert not time_box(wide).isVisible()


def test_now_and_a_chosen_time_exclude_each_other(wide: Window) -> None:
    press(wide, "Open at a chosen time")
    press(wide, "Open now")

    assert query(wide).open_now
    assert query(wide).open_at is None
    assert not time_box(wide).isVisible()


# How far


def test_a_distance_can_be_chosen_only_with_a_place(wide: Window) -> None:
    assert not distance_box(wide).isEnabled()
    search_from(wide, "Kenora")
    assert distance_box(wide).isEnabled()
    asked = answers(wide)
    distance_box(wide).setFocus()
    QTest.keyClick(distance_box(wide), Key.Key_Down)

    assert query(wide).within_km == 10
    assert asked.count() == 1


def test_a_distance_goes_with_its_place(wide: Window) -> None:
    search_from(wide, "Kenora")
    QTest.keyClick(distance_box(wide), Key.Key_Down)
    box(wide, "place_box").selectAll()
    QTest.keyClick(box(wide, "place_box"), Key.Key_Delete)

    assert query(wide).within_km is None
    assert distance_box(wide).currentIndex() == 0
    assert not distance_box(wide).isEnabled()


def test_a_distance_without_the_place_among_the_words_is_not_said_to_count(wide: Window) -> None:
    QTest.keyClicks(box(wide, "search_box"), "legal Kenora")
    QTest.keyClick(distance_box(wide), Key.Key_Down)
    assert "only what is within the distance" not in words_on(wide)
    QTest.keyClick(box(wide, "search_box"), Key.Key_Backspace)

    assert "only what is within the distance" in words_on(wide)


def test_a_distance_from_a_place_without_a_point_is_said_not_to_count(wide: Window) -> None:
    search_from(wide, "Pinawa")
    QTest.keyClick(distance_box(wide), Key.Key_Down)

    assert "Distances cannot be measured from Pinawa, MB" in words_on(wide)


def test_any_distance_can_be_chosen_again(wide: Window) -> None:
    search_from(wide, "Kenora")
    QTest.keyClick(distance_box(wide), Key.Key_Down)
    QTest.keyClick(distance_box(wide), Key.Key_Up)

    assert query(wide).within_km is None


# The other language


def test_the_other_language_keeps_what_is_chosen_and_where_the_worker_is(wide: Window) -> None:
    search_from(wide, "Kenora")
    distance_box(wide).setFocus()
    QTest.keyClick(distance_box(wide), Key.Key_Down)
    press(wide, "Legal help")
    press(wide, "When")  # folded
    choices(wide).setCurrentIndex(row(wide, "Health care"))
    asked = answers(wide)
    QTest.mouseClick(button(wide, "Français"), LEFT)
    QApplication.processEvents()

    assert query(wide).needs == ("legal",)
    assert distance_box(wide).currentText() == "10\u00a0km"
    assert choices(wide).currentIndex().data() == "Soins de santé"
    assert not choices(wide).isExpanded(row(wide, "Quand"))
    assert row(wide, "Aide juridique").data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    assert asked.count() == 1


def test_the_other_language_writes_the_chosen_time(wide: Window) -> None:
    press(wide, "Open at a chosen time")
    QTest.mouseClick(button(wide, "Français"), LEFT)
    QApplication.processEvents()

    assert "nov." in time_box(wide).text()


def test_the_other_language_looks_for_the_same_words_among_its_filters(wide: Window) -> None:
    QTest.keyClicks(box(wide, "filter_box"), "ont")
    assert "Ontario" in offered(wide)
    QTest.mouseClick(button(wide, "Français"), LEFT)
    QApplication.processEvents()

    assert "Ontario" in offered(wide)
    assert all("ont" in each.lower() for each in offered(wide))


def test_longer_labels_get_the_lines_that_they_need(wide: Window) -> None:
    QTest.mouseClick(button(wide, "Français"), LEFT)
    QApplication.processEvents()
    view = choices(wide)
    seen = [index for index in rows(wide) if view.visualRect(index).isValid()]

    for index in seen:
        assert view.visualRect(index).height() >= view.sizeHintForIndex(index).height()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_label_breaks_where_its_box_leaves_too_little_room(
    make_window: MakeWindow, scale: float
) -> None:
    window = make_window(scale=scale)
    window.resize(1024, 640)  # where the filters wait, in whatever width they are given
    view, metric = choices(window), QStyle.PixelMetric
    index = next(each for each in rows(window) if each.data() == "Crisis line")
    margin = view.style().pixelMetric(metric.PM_FocusFrameHMargin, None, view) + 1
    box = view.style().pixelMetric(metric.PM_IndicatorWidth, None, view) + 2 * margin
    words = view.fontMetrics().horizontalAdvance("Crisis line") + 2 * margin
    count = QFontMetrics(scaled(view.font(), CAPTION)).horizontalAdvance("9999") + SPACE_8
    needed = 3 * view.indentation() + box + words + count
    heights = []
    for width in (needed - 3, needed + 3):
        view.viewport().resize(width, 500)
        heights.append(view.sizeHintForIndex(index).height())

    assert heights[0] > heights[1]


# How a row is drawn


def test_a_chosen_row_is_of_one_colour_from_end_to_end(wide: Window) -> None:
    view, index = choices(wide), row(wide, "Crisis line")
    plain = view.viewport().grab().toImage()
    view.setCurrentIndex(index)
    chosen = view.viewport().grab().toImage()
    area = view.visualRect(index)
    line = [QPoint(x, area.top() + 2) for x in range(8, view.viewport().width() - 8)]

    assert {chosen.pixelColor(point).name() for point in line} == {LIGHT.accent_weak.lower()}
    above = QPoint(line[0].x(), area.top() - 2)
    assert chosen.pixelColor(above) == plain.pixelColor(above)


def test_a_label_has_the_room_of_a_count_that_is_not_shown(wide: Window) -> None:
    view, label = choices(wide), "Open at a chosen time"
    name = view.fontMetrics().horizontalAdvance(label)
    view.setFixedWidth(name + 90)
    QApplication.processEvents()
    one_line = view.visualRect(row(wide, label)).height()
    press(wide, label)
    QApplication.processEvents()

    assert row(wide, label).data(COUNT_ROLE) is not None
    assert view.visualRect(row(wide, label)).height() > one_line
