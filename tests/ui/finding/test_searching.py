"""The window used as a worker uses it, on the bundled directory at a fixed moment."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QScrollArea,
    QWidget,
)

from tests.ui.conftest import MakeWindow
from tp_directory.core.bilingual import Language
from tp_directory.core.phones import written
from tp_directory.core.query import Query
from tp_directory.directory import Directory
from tp_directory.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def search_box(window: Window) -> QLineEdit:
    box = window.findChild(QLineEdit, "search_box")
    assert isinstance(box, QLineEdit)
    return box


def place_box(window: Window) -> QLineEdit:
    box = window.findChild(QLineEdit, "place_box")
    assert isinstance(box, QLineEdit)
    return box


def hits(window: Window) -> QListView:
    view = window.findChild(QListView, "hits_view")
    assert isinstance(view, QListView)
    return view


def names(window: Window) -> list[str]:
    model = hits(window).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount(QModelIndex()))]


def words_on(widget: QWidget) -> str:
    """All that can be read on a widget at this moment."""
    labels = [each for each in widget.findChildren(QLabel) if each.isVisible()]
    return "\n".join(label.text() for label in labels)


def detail(window: Window) -> QWidget:
    pane = window.findChild(QScrollArea, "service_pane")
    assert isinstance(pane, QScrollArea)
    return pane


def button(window: QWidget, words: str) -> QPushButton:
    QApplication.processEvents()  # what was just added is shown by the event loop
    for each in window.findChildren(QPushButton):
        if each.isVisible() and words in (each.text(), each.accessibleName()):
            return each
    raise AssertionError(f"no button “{words}”")


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_the_caret_stands_in_the_search_box_at_the_start(window: Window) -> None:
    assert search_box(window).hasFocus()


def test_results_come_with_each_letter(window: Window) -> None:
    QTest.keyClicks(search_box(window), "cyberti")

    assert names(window)[0] == "Cybertip.ca"
    assert "Cybertip.ca" in words_on(detail(window))


def test_enter_copies_the_main_number_and_says_so(window: Window) -> None:
    QTest.keyClicks(search_box(window), "human trafficking hotline")
    QTest.keyClick(search_box(window), Key.Key_Return)

    assert clipboard() == "1-833-900-1010"
    assert "Copied: 1-833-900-1010" in words_on(window)


def test_enter_says_where_there_is_no_number(window: Window) -> None:
    QTest.keyClicks(search_box(window), "Deborah's Gate")
    QTest.keyClick(search_box(window), Key.Key_Return)

    assert clipboard() == ""
    assert words_on(window).count("No number is stated.") == 2


def test_ctrl_c_copies_the_main_number_while_typing(window: Window) -> None:
    QTest.keyClicks(search_box(window), "human trafficking hotline")
    QTest.keyClick(search_box(window), Key.Key_C, CONTROL)

    assert clipboard() == "1-833-900-1010"


def test_ctrl_c_copies_the_main_number_from_the_pane(window: Window) -> None:
    QTest.keyClicks(search_box(window), "human trafficking hotline")
    title = next(
        each
        for each in detail(window).findChildren(QLabel)
        if each.text() == "Canadian Human Trafficking Hotline"
    )
    QTest.mouseClick(title, Qt.MouseButton.LeftButton)
    QTest.keyClick(title, Key.Key_C, CONTROL)

    assert clipboard() == "1-833-900-1010"


def test_a_copied_number_has_its_extension(window: Window) -> None:
    QTest.keyClicks(search_box(window), "Temporary Migrant Worker Support Program")
    QTest.keyClick(search_box(window), Key.Key_Return)

    assert clipboard().endswith(" ext. 148")


def test_ctrl_c_copies_what_is_selected_in_the_box(window: Window) -> None:
    QTest.keyClicks(search_box(window), "hotline")
    QTest.keyClick(search_box(window), Key.Key_A, CONTROL)
    QTest.keyClick(search_box(window), Key.Key_C, CONTROL)

    assert clipboard() == "hotline"


def test_down_walks_through_the_results_and_leaves_the_caret(window: Window) -> None:
    QTest.keyClicks(search_box(window), "shelter")
    QTest.keyClick(search_box(window), Key.Key_Down)
    QTest.keyClick(search_box(window), Key.Key_Down)

    assert search_box(window).hasFocus()
    assert hits(window).currentIndex().row() == 2
    assert names(window)[2] in words_on(detail(window))


def test_enter_in_the_list_copies_the_number_of_its_row(
    window: Window, directory: Directory
) -> None:
    QTest.keyClicks(search_box(window), "crisis line")
    hits(window).setFocus()
    QTest.keyClick(hits(window), Key.Key_Down)
    QTest.keyClick(hits(window), Key.Key_Return)

    phone = directory.search(Query("crisis line")).hits[1].service.main_phone
    assert phone is not None
    assert clipboard() == written(phone.number)


def test_a_click_on_a_row_shows_its_service(window: Window) -> None:
    QTest.keyClicks(search_box(window), "shelter")
    view = hits(window)
    middle = view.visualRect(view.model().index(1, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)

    assert names(window)[1] in words_on(detail(window))


def test_escape_clears_both_boxes_and_shows_the_examples(window: Window) -> None:
    QTest.keyClicks(place_box(window), "Kenora")
    QTest.keyClick(place_box(window), Key.Key_Return)
    QTest.keyClicks(search_box(window), "shelter")
    QTest.keyClick(search_box(window), Key.Key_Escape)

    assert (search_box(window).text(), place_box(window).text()) == ("", "")
    assert "Who can help" in words_on(window)
    assert search_box(window).hasFocus()


def test_nothing_can_be_copied_where_nothing_is_asked(window: Window) -> None:
    QTest.keyClicks(search_box(window), "hotline")
    QTest.keyClick(search_box(window), Key.Key_Escape)
    QTest.keyClick(search_box(window), Key.Key_Down)
    QTest.keyClick(search_box(window), Key.Key_Return)

    assert clipboard() == ""


@pytest.mark.parametrize(("key", "modifier"), [(Key.Key_K, CONTROL), (Key.Key_Slash, None)])
def test_a_key_leads_back_to_the_search_box(
    window: Window, key: Key, modifier: Qt.KeyboardModifier | None
) -> None:
    QTest.keyClicks(search_box(window), "shelter")
    hits(window).setFocus()
    QTest.keyClick(hits(window), key, modifier or Qt.KeyboardModifier.NoModifier)

    assert search_box(window).hasFocus()
    assert search_box(window).selectedText() == "shelter"


def test_a_slash_can_be_typed(window: Window) -> None:
    QTest.keyClicks(search_box(window), "24/7")

    assert search_box(window).text() == "24/7"


# Where


def test_a_place_groups_the_results_by_how_closely_they_serve_it(window: Window) -> None:
    QTest.keyClicks(search_box(window), "shelter")
    QTest.keyClicks(place_box(window), "Kenora")
    QTest.keyClick(place_box(window), Key.Key_Return)

    model = hits(window).model()
    read_out = "\n".join(
        str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(model.rowCount(QModelIndex()))
    )
    assert "serve Kenora, ON" in words_on(window)
    assert read_out.count("Also serves here: Ontario.") == 1
    assert read_out.count("Also serves here: Canada.") == 1


def test_places_are_offered_while_one_is_typed(window: Window) -> None:
    QTest.keyClicks(place_box(window), "Keno")
    completer = place_box(window).completer()
    offered = completer.model().index(0, 0).data()
    popup = completer.popup()
    assert popup is not None
    popup.hide()

    assert offered == "Kenora, ON"


def test_an_offered_place_is_taken_by_keyboard(window: Window) -> None:
    QTest.keyClicks(search_box(window), "shelter")
    QTest.keyClicks(place_box(window), "Keno")
    popup = place_box(window).completer().popup()
    assert popup is not None
    QTest.keyClick(popup, Key.Key_Down)
    QTest.keyClick(popup, Key.Key_Return)

    assert place_box(window).text() == "Kenora, ON"
    assert "serve Kenora, ON" in head_of_results(window)


def test_half_a_place_is_not_searched_from(window: Window) -> None:
    QTest.keyClicks(search_box(window), "shelter")
    before = names(window)
    QTest.keyClicks(place_box(window), "Win")

    assert names(window) == before


def test_an_unknown_place_is_told_and_the_rest_is_searched(window: Window) -> None:
    QTest.keyClicks(search_box(window), "shelter")
    QTest.keyClicks(place_box(window), "Exampleville")
    QTest.keyClick(place_box(window), Key.Key_Return)

    assert "“Exampleville” is known" in words_on(window)
    assert place_box(window).text() == "Exampleville"
    assert names(window)
    assert "serve" not in head_of_results(window)


def test_an_unknown_place_stays_told_until_it_is_mended(window: Window) -> None:
    QTest.keyClicks(place_box(window), "Kenor")
    QTest.keyClick(place_box(window), Key.Key_Return)
    QTest.keyClicks(search_box(window), "shelter")
    assert "“Kenor” is known" in words_on(window)
    QTest.keyClicks(place_box(window), "a")
    assert "is known" not in words_on(window)
    QTest.keyClick(place_box(window), Key.Key_Return)

    assert "serve Kenora, ON" in head_of_results(window)


def head_of_results(window: Window) -> str:
    pane = window.findChild(QWidget, "results_pane")
    assert isinstance(pane, QWidget)
    return words_on(pane).splitlines()[0]


def test_a_place_in_the_words_is_shown_with_its_namesakes(window: Window) -> None:
    QTest.keyClicks(search_box(window), "legal Windsor")
    assert "Windsor, ON was found in your words." in words_on(window)

    QTest.mouseClick(button(window, "Windsor, NS"), Qt.MouseButton.LeftButton)

    assert place_box(window).text() == "Windsor, NS"
    assert "Windsor, NS" in head_of_results(window)


# Empty states


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("example", range(3))
def test_each_example_of_the_first_start_finds_something(
    make_window: MakeWindow, language: Language, example: int
) -> None:
    window = make_window(language)
    buttons = [
        each
        for each in window.findChildren(QPushButton)
        if each.property("role") == "example" and each.isVisible()
    ]
    words = buttons[example].text()
    QTest.mouseClick(buttons[example], Qt.MouseButton.LeftButton)

    assert search_box(window).text() == words
    assert names(window)


def test_a_wider_question_is_one_press_away(window: Window, directory: Directory) -> None:
    query = Query("need:interpretation", near="Iqaluit")
    assert directory.search(query).reliefs[0].dropped == "near"
    QTest.keyClicks(search_box(window), query.words)
    QTest.keyClicks(place_box(window), query.near)
    QTest.keyClick(place_box(window), Key.Key_Return)
    assert "Nothing was found for Iqaluit, NU" in words_on(window)

    QTest.mouseClick(
        button(window, "Anywhere, not only there (6 services)"), Qt.MouseButton.LeftButton
    )

    assert place_box(window).text() == ""
    assert names(window)


def test_a_national_line_is_shown_where_nothing_is_found(window: Window) -> None:
    QTest.keyClicks(search_box(window), "need:interpretation")
    QTest.keyClicks(place_box(window), "Iqaluit")
    QTest.keyClick(place_box(window), Key.Key_Return)
    QTest.mouseClick(
        button(window, "Canadian Human Trafficking Hotline  1-833-900-1010"),
        Qt.MouseButton.LeftButton,
    )

    assert "Canadian Human Trafficking Hotline" in words_on(detail(window))


# Both languages


def test_the_language_changes_at_once_and_keeps_the_service(window: Window) -> None:
    QTest.keyClicks(search_box(window), "shelter")
    QTest.keyClick(search_box(window), Key.Key_Down)
    view = hits(window)
    chosen = view.currentIndex().data(Qt.ItemDataRole.UserRole).hit.service
    QTest.mouseClick(button(window, "Français"), Qt.MouseButton.LeftButton)

    assert chosen.name.fr in words_on(detail(window))
    assert "D'où vient l'information" in words_on(detail(window))
    assert "Danger immédiat" in words_on(window)
    assert "services" in head_of_results(window)
    assert "Édition 1" in words_on(window)


@pytest.mark.parametrize("language", list(Language))
def test_the_strip_shows_the_numbers_of_the_records(
    make_window: MakeWindow, language: Language
) -> None:
    strip = make_window(language).findChild(QWidget, "strip")
    assert isinstance(strip, QWidget)
    names = {
        Language.EN: "Canadian Human Trafficking Hotline",
        Language.FR: "Ligne d'urgence canadienne contre la traite des personnes",
    }

    assert names[language] in words_on(strip)
    assert "24/7" in words_on(strip)
    assert [each.text() for each in strip.findChildren(QPushButton)] == [
        "911",
        "1-833-900-1010",
        "211",
    ]


def test_a_number_of_the_strip_is_copied_by_a_press(window: Window) -> None:
    QTest.mouseClick(button(window, "1-833-900-1010"), Qt.MouseButton.LeftButton)

    assert clipboard() == "1-833-900-1010"


@pytest.mark.parametrize(
    ("language", "meant", "read"),
    [
        (Language.EN, "Perhaps you meant: immigration lawyer", "Read as"),
        (Language.FR, "Peut-être vouliez-vous dire\u00a0: immigration lawyer", "Lu comme"),
    ],
)
def test_what_may_have_been_meant_is_not_said_to_have_been_searched(
    make_window: MakeWindow, language: Language, meant: str, read: str
) -> None:
    window = make_window(language)

    QTest.keyClicks(search_box(window), "imigrattion lawyer")

    assert meant in words_on(window)
    assert read not in words_on(window)
