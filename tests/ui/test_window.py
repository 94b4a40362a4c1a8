"""The window as a whole: nothing is cut, everything has a name, and it can do without a mouse."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QKeySequence, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

import translations
from tests.ui.conftest import MakeWindow, rest
from tests.ui.updates.conftest import FULL, NOW
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.hours import OpenState
from tp_directory.core.preferences import Chosen, Preferences
from tp_directory.ui.appearance import Appearance
from tp_directory.ui.elided_button import ElidedButton
from tp_directory.ui.elided_label import ElidedLabel
from tp_directory.ui.icons import Icons
from tp_directory.ui.keys_dialog import KeysDialog
from tp_directory.ui.state_mark import paint_state
from tp_directory.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

LANGUAGES = pytest.mark.parametrize("language", list(Language))
SCALES = pytest.mark.parametrize("scale", [1.0, 2.0], ids=["100 %", "200 %"])
ASKED = pytest.mark.parametrize(
    ("words", "near"),
    [
        ("", ""),
        ("shelter", "Kenora"),
        ("legal Windsor", ""),
        ("need:interpretation", "Iqaluit"),
        ("trafficking", "T5J"),
    ],
    ids=["start", "place", "namesakes", "nothing", "postal"],
)


PAGES = pytest.mark.parametrize(
    "page",
    [
        "start",
        "results",
        "map",
        "comparison",
        "kept",
        "reports",
        "not set up",
        "updates",
        "settings",
        "hidden",
    ],
)


def open_page(window: Window, page: str) -> None:
    """Show a page as a worker would: by its keys."""
    if page != "start":
        ask(window, "shelter", "Thunder Bay")
        press(window, "Ctrl+D")
        press(window, "Ctrl+N")
        press(window, "Ctrl+B")
    match page:
        case "map":
            press(window, "F3")
        case "comparison":
            press(window, "Ctrl+Shift+B")
        case "kept" | "reports":
            press(window, "Ctrl+3")
            lists = window.findChild(QListWidget, "lists")
            assert isinstance(lists, QListWidget)
            lists.setCurrentRow(lists.count() - 1 if page == "reports" else 0)
        case "not set up":
            press(window, "Ctrl+5")
        case "updates":
            press(window, "Ctrl+5")
            window.frame.show_updates(FULL, NOW)
        case "settings":
            press(window, "Ctrl+6")
        case "hidden":
            press(window, "Ctrl+H")
    lay_out()


def press(window: Window, keys: str) -> None:
    """Press a shortcut."""
    chord = QKeySequence(keys)[0]  # type: ignore[index]  # missing in PySide's stubs
    QTest.keyClick(window, chord.key(), chord.keyboardModifiers())
    rest(window)


def ask(window: Window, words: str, near: str) -> None:
    """Search as a worker would."""
    for name, text in (("place_box", near), ("search_box", words)):
        box = window.findChild(QLineEdit, name)
        assert isinstance(box, QLineEdit)
        box.setText(text)
        box.editingFinished.emit()
    rest(window)


def lay_out() -> None:
    """Let everything be laid out: what a resize changes is laid out in a further round."""
    for _ in range(4):
        QApplication.processEvents()


def is_cut(widget: QWidget) -> bool:
    """Whether a widget has less room than its words need, and does not say so by a "…"."""
    if isinstance(widget, ElidedLabel | ElidedButton):
        return widget.shown == "…"
    if isinstance(widget, QLabel) and widget.wordWrap():
        too_narrow = widget.minimumSizeHint().width() > widget.width()
        return too_narrow or widget.heightForWidth(widget.width()) > widget.height()
    hint = widget.sizeHint()
    if widget.hasHeightForWidth():
        return widget.heightForWidth(widget.width()) > widget.height()
    return hint.width() > widget.width() or hint.height() > widget.height()


def cut_words(window: QWidget) -> list[str]:
    widgets: list[QLabel | QAbstractButton] = window.findChildren(QLabel)
    widgets += [
        each
        for each in window.findChildren(QAbstractButton)
        # A button of Qt's own, within a combo box or a line edit, has no words.
        if each.text()
    ]
    cut = [each.text() for each in widgets if each.isVisible() and is_cut(each)]
    for box in window.findChildren(QLineEdit):
        wanted = box.fontMetrics().horizontalAdvance(box.placeholderText())
        if box.isVisible() and wanted > box.width() - 20:
            cut.append(box.placeholderText())
    return cut


def can_be_reached(window: QWidget) -> list[QWidget]:
    """The controls that Tab leads to."""
    return [
        each
        for each in window.findChildren(QWidget)
        if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


@LANGUAGES
@SCALES
@ASKED
def test_no_words_are_cut(
    make_window: MakeWindow, language: Language, scale: float, words: str, near: str
) -> None:
    window = make_window(language, scale)
    window.resize(1180, 760)
    ask(window, words, near)

    assert cut_words(window) == []


@LANGUAGES
@ASKED
def test_no_words_are_cut_in_a_small_window(
    make_window: MakeWindow, language: Language, words: str, near: str
) -> None:
    window = make_window(language)
    window.resize(1024, 640)
    ask(window, words, near)

    assert (window.width(), window.height()) == (1024, 640)
    assert cut_words(window) == []


@LANGUAGES
def test_the_window_fits_a_small_screen_at_a_large_font(
    make_window: MakeWindow, language: Language
) -> None:
    window = make_window(language, preferences=Preferences(text_size=200))
    ask(window, "shelter", "Kenora")
    window.resize(1024, 640)
    lay_out()

    assert (window.width(), window.height()) == (1024, 640)


@LANGUAGES
@PAGES
def test_every_control_of_every_page_has_a_name(
    make_window: MakeWindow, language: Language, page: str
) -> None:
    window = make_window(language)
    window.resize(1400, 860)
    open_page(window, page)
    reached = can_be_reached(window)

    assert len(reached) > (0 if page == "hidden" else 5)
    assert [each for each in reached if not name_of(each)] == []


@LANGUAGES
@SCALES
@PAGES
def test_no_words_are_cut_on_any_page(
    make_window: MakeWindow, language: Language, scale: float, page: str
) -> None:
    window = make_window(language, scale)
    window.resize(1180, 760)
    open_page(window, page)

    assert cut_words(window) == []


def name_of(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def texts(window: QWidget) -> list[str]:
    """What Alt letters may stand in and can be seen."""
    labels = [each for each in window.findChildren(QLabel) if each.buddy() and each.isVisible()]
    buttons = [each for each in window.findChildren(QAbstractButton) if each.isVisible()]
    return [*(label.text() for label in labels), *(button.text() for button in buttons)]


def letters(window: QWidget) -> list[str]:
    """The Alt letters of a page."""
    found = (each.lower() for text in texts(window) for each in re.findall(r"&(\w)", text))
    return sorted(found)


@LANGUAGES
@PAGES
def test_no_letter_leads_to_two_controls(
    make_window: MakeWindow, language: Language, page: str
) -> None:
    window = make_window(language)
    window.resize(1400, 860)
    open_page(window, page)
    found = letters(window)

    assert len(found) > 6 or page == "hidden"
    assert found == sorted(set(found))


@LANGUAGES
def test_tab_goes_in_reading_order(make_window: MakeWindow, language: Language) -> None:
    window = make_window(language)
    window.resize(1400, 860)
    ask(window, "human trafficking hotline", "")
    box = window.findChild(QLineEdit, "search_box")
    assert isinstance(box, QLineEdit)
    box.setFocus()
    walked = []
    for _ in range(10):
        focused = QApplication.focusWidget()
        assert focused is not None
        walked.append(focused.objectName() or focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)

    copy = {Language.EN: "Copy 1-833-900-1010", Language.FR: "Copier 1-833-900-1010"}
    assert walked == [
        "search_box",
        "place_box",
        "clear_button",
        "filter_box",
        "choices_view",
        "list_button",
        "order_box",
        "hits_view",
        "service_pane",
        copy[language],
    ]


def test_f1_explains_keys_and_credits(make_window: MakeWindow) -> None:
    window = make_window(Language.FR)
    QTest.keyClick(window, Qt.Key.Key_F1)
    dialog = window.findChild(KeysDialog)
    assert isinstance(dialog, KeysDialog)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    dialog.reject()
    words = "\n".join(said)

    assert "GeoNames" in words
    assert "CC BY 4.0" in words
    assert "Renseignements tirés de pages publiques, non confirmés par l'organisme" in words
    assert "Ctrl+K" in words


@SCALES
@LANGUAGES
def test_no_words_are_cut_in_the_dialog(
    qtbot: QtBot, make_window: MakeWindow, language: Language, scale: float
) -> None:
    window = make_window(language, scale)
    window.frame.show_keys()
    dialog = window.findChild(KeysDialog)
    assert isinstance(dialog, KeysDialog)
    qtbot.waitUntil(dialog.isActiveWindow)

    assert cut_words(dialog) == []
    dialog.reject()


def test_the_directory_is_awaited_in_a_window_that_is_alive(
    qtbot: QtBot, translation: object, appearance: Appearance, icons: Icons
) -> None:
    window = Window(Language.EN, Chosen(), appearance, icons)
    qtbot.addWidget(window)
    window.show()
    window.frame.start_preparing()
    window.frame.show_progress(3, 10)
    assert "911" in [each.text() for each in window.findChildren(QPushButton)]
    with qtbot.waitSignal(window.frame.retry_wanted):
        window.frame.show_failure(Text("No room is left.", "Il ne reste plus de place."))
        retry = next(
            each for each in window.findChildren(QPushButton) if each.text() == "Try again"
        )
        QTest.mouseClick(retry, Qt.MouseButton.LeftButton)
    said = [each.text() for each in window.findChildren(QLabel) if each.isVisible()]

    assert "No room is left." in said


def test_place_and_panes_are_taken_over(make_window: MakeWindow) -> None:
    first = make_window()
    first.resize(780, 620)  # the screen of the tests is 800 wide
    ask(first, "shelter", "")
    second = make_window()
    second.restore(first.place())
    second.frame.set_widths(first.frame.widths())

    assert second.size() == first.size()
    assert sum(first.frame.widths()) > 600


def test_the_dark_reaches_every_pane(make_window: MakeWindow, appearance: Appearance) -> None:
    window = make_window()
    ask(window, "shelter", "Kenora")
    appearance.show_scheme(Qt.ColorScheme.Dark)
    image = window.grab().toImage()
    spots = [
        QPoint(x, y) for x in range(10, image.width(), 40) for y in range(10, image.height(), 40)
    ]
    bright = [spot for spot in spots if image.pixelColor(spot).lightnessF() > 0.5]

    assert len(bright) < len(spots) * 0.15  # the letters


def test_a_ring_shows_where_the_keyboard_is(make_window: MakeWindow) -> None:
    window = make_window()
    box = window.findChild(QLineEdit, "place_box")
    assert isinstance(box, QLineEdit)
    box.setFocus()
    corner = box.mapTo(window, QPoint(0, 0))

    assert window.focus_ring.isVisible()
    assert window.focus_ring.geometry().topLeft() == corner - QPoint(4, 4)


def test_the_window_itself_has_no_ring_while_the_directory_is_prepared(
    make_window: MakeWindow,
) -> None:
    window = make_window()
    window.setFocus()

    assert window.hasFocus()
    assert not window.focus_ring.isVisible()


def test_the_states_have_different_shapes(qapp: QApplication) -> None:
    assert qapp
    pictures = [_picture(state) for state in OpenState]

    assert all(one != other for one in pictures for other in pictures if one is not other)


def _picture(state: OpenState) -> bytes:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_state(painter, QRectF(0, 0, 20, 20), state, QColor("black"))
    painter.end()
    return bytes(image.constBits())


def test_no_words_of_the_window_escape_translation() -> None:
    sources = (translations.SOURCES / "ui").rglob("*.py")

    assert translations.read(sources)[1] == []


def test_all_words_are_translated() -> None:
    assert translations.check() == []


def test_the_pane_can_be_scrolled_by_keyboard(make_window: MakeWindow) -> None:
    window = make_window(Language.EN, 2.0)
    window.resize(1024, 640)
    ask(window, "shelter", "Kenora")
    pane = window.findChild(QScrollArea, "service_pane")
    assert isinstance(pane, QScrollArea)
    pane.setFocus()
    QTest.keyClick(pane, Qt.Key.Key_PageDown)

    assert pane.verticalScrollBar().value() > 0
