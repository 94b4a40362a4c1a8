"""Themes and sizes of type: chosen by the worker, or followed from the system, at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette, QPixmap, QPixmapCache
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tp_directory.core.preferences import TEXT_SIZES, Theme
from tp_directory.ui.appearance import Appearance
from tp_directory.ui.tokens import CONTRAST, DARK, LIGHT, Tokens


def colour_of_words(label: QLabel) -> QColor:
    return label.palette().color(QPalette.ColorRole.WindowText)


@pytest.fixture
def label(qtbot: QtBot, appearance: Appearance) -> QLabel:
    label = QLabel("Example")
    qtbot.addWidget(label)
    return label


def test_the_system_changes_the_colours_while_the_program_runs(
    qtbot: QtBot, qapp: QApplication, appearance: Appearance, label: QLabel
) -> None:
    with qtbot.waitSignal(appearance.changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)

    assert colour_of_words(label) == QColor(DARK.text)


def test_the_system_asks_for_high_contrast_while_the_program_runs(
    qtbot: QtBot, qapp: QApplication, appearance: Appearance, label: QLabel
) -> None:
    hints = qapp.styleHints().accessibility()
    with qtbot.waitSignal(appearance.changed):
        hints.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)

    assert colour_of_words(label) == QColor(CONTRAST.text)


@pytest.mark.parametrize("change", ["theme", "size"])
def test_pictures_in_colours_and_sizes_of_before_are_not_kept(
    appearance: Appearance, change: str
) -> None:
    QPixmapCache.insert("example", QPixmap(8, 8))
    kept = QPixmap()
    assert QPixmapCache.find("example", kept)
    if change == "theme":
        appearance.set_theme(Theme.CONTRAST)
    else:
        appearance.set_text_size(150)

    assert not QPixmapCache.find("example", kept)


@pytest.mark.parametrize(
    ("theme", "tokens"),
    [(Theme.LIGHT, LIGHT), (Theme.DARK, DARK), (Theme.CONTRAST, CONTRAST)],
)
def test_a_chosen_theme_stays_whatever_the_system_does(
    appearance: Appearance, label: QLabel, theme: Theme, tokens: Tokens
) -> None:
    appearance.set_theme(theme)
    for scheme in (Qt.ColorScheme.Light, Qt.ColorScheme.Dark):
        appearance.show_scheme(scheme)

        assert appearance.tokens is tokens
        assert colour_of_words(label) == QColor(tokens.text)


def test_the_theme_of_the_system_is_what_the_system_has_by_then(appearance: Appearance) -> None:
    appearance.set_theme(Theme.LIGHT)
    appearance.show_scheme(Qt.ColorScheme.Dark)
    appearance.set_theme(Theme.SYSTEM)

    assert appearance.tokens is DARK


@pytest.mark.parametrize("percent", TEXT_SIZES)
def test_type_is_a_part_of_the_size_of_the_system(
    qapp: QApplication, appearance: Appearance, label: QLabel, percent: int
) -> None:
    system = qapp.font().pointSizeF()
    appearance.set_text_size(percent)

    assert label.font().pointSizeF() == pytest.approx(system * percent / 100)


def test_sizes_do_not_add_up(qapp: QApplication, appearance: Appearance) -> None:
    system = QFont(qapp.font())
    for percent in (150, 200, 80, 100):
        appearance.set_text_size(percent)

    assert qapp.font() == system


def test_a_new_font_of_the_system_is_followed_at_any_size(
    qapp: QApplication, appearance: Appearance, label: QLabel
) -> None:
    appearance.set_text_size(150)
    font = QFont(qapp.font())
    font.setPointSizeF(20)
    qapp.setFont(font)
    appearance.refresh()  # as the window does when it is told

    assert label.font().pointSizeF() == pytest.approx(30)
    assert appearance.tokens is LIGHT


def test_titles_grow_with_the_type(qtbot: QtBot, appearance: Appearance) -> None:
    title = QLabel()
    qtbot.addWidget(title)
    title.setProperty("role", "title")
    title.setText("Example")
    title.show()
    before = title.fontInfo().pixelSize()
    with qtbot.waitSignal(appearance.changed):
        appearance.set_text_size(200)

    assert title.fontInfo().pixelSize() == pytest.approx(2 * before, abs=1)


def test_nothing_is_told_where_nothing_changes(qtbot: QtBot, appearance: Appearance) -> None:
    with qtbot.assertNotEmitted(appearance.changed):
        appearance.set_text_size(100)
        appearance.set_theme(Theme.SYSTEM)
