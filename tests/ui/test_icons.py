"""Icons: in the colour that was asked for, sharp on any screen, and all of them with a licence."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tp_directory.core.errors import CannotRead
from tp_directory.paths import Bundle
from tp_directory.ui.icons import Icons
from tp_directory.ui.tokens import CONTRAST, DARK, LIGHT, em

NAMES = (
    "book-open", "circle-check", "clipboard-check", "cloud-off", "eye", "graduation-cap", "info",
    "message-circle", "pencil", "refresh-cw", "settings", "shield-alert", "star", "triangle-alert",
)  # fmt: skip


@pytest.fixture
def icons(qapp: object, bundle: Bundle) -> Icons:
    return Icons(bundle.resources / "icons")


def ink(image: QImage) -> str:
    """The colour that most points are wholly painted in."""
    points = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    painted = Counter(point.name().upper() for point in points if point.alpha() == 255)
    return painted.most_common(1)[0][0]


@pytest.mark.parametrize("colour", [LIGHT.text, DARK.accent, CONTRAST.accent])
@pytest.mark.parametrize("name", NAMES)
def test_an_icon_has_the_colour_that_is_asked_for(icons: Icons, name: str, colour: str) -> None:
    assert ink(icons.pixmap(name, colour, 24, 1).toImage()) == colour


def test_an_unknown_icon_is_an_error(icons: Icons) -> None:
    with pytest.raises(CannotRead, match=r"unicorn\.svg"):
        icons.icon("unicorn", LIGHT.text, 20)


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_an_icon_is_painted_for_the_screen_and_not_blown_up(icons: Icons, ratio: float) -> None:
    shown = icons.icon("star", LIGHT.text, 20).pixmap(QSize(20, 20), ratio)

    assert shown.size() == QSize(20, 20) * ratio
    assert shown.toImage() == icons.pixmap("star", LIGHT.text, 20, ratio).toImage()


def test_an_icon_grows_with_the_words_of_its_button(qtbot: QtBot, icons: Icons) -> None:
    button = QPushButton("Example")
    qtbot.addWidget(button)
    font = button.font()
    font.setPointSizeF(20)
    button.setFont(font)
    icons.put(button, "star", LIGHT.text, 1.25)

    side = round(em(font) * 1.25)
    assert button.iconSize() == QSize(side, side)
    assert button.icon().availableSizes(QIcon.Mode.Normal)[0] == QSize(side, side)


def test_every_drawing_says_its_licence(bundle: Bundle) -> None:
    folder = bundle.resources / "icons"
    drawings = list(folder.glob("*.svg"))

    assert sorted(file.stem for file in drawings) == list(NAMES)
    assert (folder / "LICENSE").read_text("utf-8").startswith("ISC License")
    for file in drawings:
        assert file.read_text("utf-8").startswith("<!-- @license lucide-static")
