"""The colours and sizes: whatever is put together has contrast, and figures stand in columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from tp_directory import ui
from tp_directory.core.preferences import Theme
from tp_directory.paths import Bundle
from tp_directory.ui.tokens import (
    CONTRAST,
    DARK,
    LIGHT,
    Tokens,
    palette_of,
    scaled,
    tokens_for,
)

INKS = ("text", "muted", "accent", "ok", "warn", "danger")
GROUNDS = ("background", "surface", "raised", "accent_weak")
MAP = ("land", "around")
WORDS = {*product(INKS, GROUNDS), *product(("text",), MAP), ("strip_text", "strip")}
SHAPES = {
    *product(("outline",), GROUNDS),
    *product(("coast",), MAP),
    ("accent", "land"),
    ("strip_outline", "strip"),
}
DIVIDERS = set(product(("border",), GROUNDS))

THEMES = pytest.mark.parametrize(
    "tokens", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"]
)
WITH_COLOURS = (
    "tokens.py",
    "map/land.py",  # a mask, whose black lets nothing through
    "screening/summary_pdf.py",  # ink on paper, in every theme
    "service/qr_dialog.py",  # black on white in every theme: it is for cameras
)


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2."""
    ink = QColor(colour)
    parts = (ink.redF(), ink.greenF(), ink.blueF())
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(tokens: Tokens, one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""
    dark, light = sorted((luminance(getattr(tokens, one)), luminance(getattr(tokens, other))))
    return (light + 0.05) / (dark + 0.05)


@THEMES
@pytest.mark.parametrize(("words", "ground"), sorted(WORDS))
def test_words_can_be_read_on_their_ground(tokens: Tokens, words: str, ground: str) -> None:
    least = 7 if tokens is CONTRAST else 4.5

    assert contrast(tokens, words, ground) >= least


@THEMES
@pytest.mark.parametrize(("shape", "ground"), sorted(SHAPES))
def test_shapes_can_be_seen_on_their_ground(tokens: Tokens, shape: str, ground: str) -> None:
    least = 7 if tokens is CONTRAST else 3

    assert contrast(tokens, shape, ground) >= least


@THEMES
def test_land_is_not_told_apart_by_hue_alone(tokens: Tokens) -> None:
    least = 1.5 if tokens is CONTRAST else 1.1

    assert contrast(tokens, "land", "around") >= least


@pytest.mark.parametrize(("line", "ground"), sorted(DIVIDERS))
def test_high_contrast_shows_where_one_part_ends(line: str, ground: str) -> None:
    assert contrast(CONTRAST, line, ground) >= 7


def test_every_colour_is_in_a_pair_that_is_checked() -> None:
    checked = {token for pair in WORDS | SHAPES | DIVIDERS for token in pair}

    assert checked == {field.name for field in fields(Tokens)} - {"blank"}  # which nothing is on


def rules(sheet: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The rules of a style sheet: selector, and the token of each property that has one."""
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", sheet)):
        yield selector.strip(), dict(re.findall(r"([\w-]+):[^;]*?\$(\w+)", body))


def test_the_style_sheet_puts_no_other_pair_together(bundle: Bundle) -> None:
    sheet = (bundle.resources / "style" / "window.qss").read_text(encoding="utf-8")
    wrong = []
    for selector, used in rules(sheet):
        grounds = ["strip"] if "#strip" in selector else GROUNDS
        for words, ground in (
            ("color", "background"),
            ("selection-color", "selection-background-color"),
        ):
            if words not in used:
                continue
            ink = used[words]
            under = [used[ground]] if ground in used else grounds
            wrong += [
                (selector, ink, each) for each in under if not {(ink, each), (each, ink)} & WORDS
            ]

    assert wrong == []


def test_no_colour_is_written_outside_the_tokens(bundle: Bundle) -> None:
    sheet = (bundle.resources / "style" / "window.qss").read_text(encoding="utf-8")
    written = re.findall(r":[^;{]*?(#[0-9A-Fa-f]{3,8}\b|rgba?\()", sheet)
    folder = Path(ui.__file__).parent
    for file in sorted(folder.rglob("*.py")):
        name = file.relative_to(folder).as_posix()
        if name not in WITH_COLOURS:
            colours = r'"#[0-9A-Fa-f]{3,8}"|GlobalColor\.(?!transparent)\w+|QColor\(\d'
            written += [(name, each) for each in re.findall(colours, file.read_text("utf-8"))]

    assert written == []


@pytest.mark.parametrize(
    ("theme", "scheme", "contrast", "tokens"),
    [
        (Theme.SYSTEM, Qt.ColorScheme.Light, Qt.ContrastPreference.NoPreference, LIGHT),
        (Theme.SYSTEM, Qt.ColorScheme.Dark, Qt.ContrastPreference.NoPreference, DARK),
        (Theme.SYSTEM, Qt.ColorScheme.Unknown, Qt.ContrastPreference.NoPreference, LIGHT),
        (Theme.SYSTEM, Qt.ColorScheme.Light, Qt.ContrastPreference.HighContrast, CONTRAST),
        (Theme.LIGHT, Qt.ColorScheme.Dark, Qt.ContrastPreference.HighContrast, LIGHT),
        (Theme.DARK, Qt.ColorScheme.Light, Qt.ContrastPreference.NoPreference, DARK),
        (Theme.CONTRAST, Qt.ColorScheme.Light, Qt.ContrastPreference.NoPreference, CONTRAST),
    ],
)
def test_the_system_says_which_colours_unless_a_theme_is_chosen(
    theme: Theme, scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference, tokens: Tokens
) -> None:
    assert tokens_for(theme, scheme, contrast) is tokens


@THEMES
def test_the_palette_has_the_colours(tokens: Tokens) -> None:
    palette = palette_of(tokens)

    assert palette.color(QPalette.ColorRole.Base) == QColor(tokens.surface)
    assert palette.color(QPalette.ColorRole.Text) == QColor(tokens.text)


@pytest.mark.parametrize("size", [9.0, 18.0])
def test_figures_are_equally_wide_in_any_size(qapp: QApplication, size: float) -> None:
    font = QFont(qapp.font())
    font.setPointSizeF(size)
    number = scaled(font, 1.6, bold=True)

    assert number.pointSizeF() == pytest.approx(size * 1.6)
    assert number.featureValue(QFont.Tag("tnum")) == 1
