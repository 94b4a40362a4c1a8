"""The colours and sizes: what must be read has contrast, and figures stand in columns."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tp_directory.ui.appearance import Appearance
from tp_directory.ui.tokens import DARK, LIGHT, Tokens, palette_of, scaled, tokens_for

PAIRS = (
    ("text", "background"),
    ("text", "surface"),
    ("text", "raised"),
    ("text", "accent_weak"),
    ("muted", "background"),
    ("muted", "surface"),
    ("muted", "raised"),
    ("muted", "accent_weak"),
    ("accent", "raised"),
    ("surface", "accent"),  # selected words in a box
    ("ok", "surface"),
    ("ok", "background"),
    ("warn", "surface"),
    ("strip_text", "strip"),
)
SHAPES = (("ok", "accent_weak"), ("accent", "background"), ("accent", "surface"))


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2."""
    ink = QColor(colour)
    parts = (ink.redF(), ink.greenF(), ink.blueF())
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("words", "ground"), PAIRS)
def test_words_can_be_read_on_their_ground(tokens: Tokens, words: str, ground: str) -> None:
    assert contrast(getattr(tokens, words), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_shapes_can_be_seen_on_their_ground(tokens: Tokens, shape: str, ground: str) -> None:
    assert contrast(getattr(tokens, shape), getattr(tokens, ground)) >= 3


@pytest.mark.parametrize(
    ("scheme", "tokens"),
    [
        (Qt.ColorScheme.Light, LIGHT),
        (Qt.ColorScheme.Dark, DARK),
        (Qt.ColorScheme.Unknown, LIGHT),
    ],
)
def test_the_system_says_which_colours(scheme: Qt.ColorScheme, tokens: Tokens) -> None:
    assert tokens_for(scheme) is tokens
    assert palette_of(tokens).color(QPalette.ColorRole.Base) == QColor(tokens.surface)


def test_the_colours_change_while_the_program_runs(
    qtbot: QtBot, qapp: QApplication, appearance: Appearance
) -> None:
    label = QLabel("Example")
    qtbot.addWidget(label)
    with qtbot.waitSignal(appearance.changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)

    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(DARK.text)


@pytest.mark.parametrize("size", [9.0, 18.0])
def test_figures_are_equally_wide_in_any_size(qapp: QApplication, size: float) -> None:
    font = QFont(qapp.font())
    font.setPointSizeF(size)
    number = scaled(font, 1.6, bold=True)

    assert number.pointSizeF() == pytest.approx(size * 1.6)
    assert number.featureValue(QFont.Tag("tnum")) == 1
