"""The QR code of a number: what a camera sees is the code, whatever the theme and the size."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import segno
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.test_window import cut_words, lay_out
from tp_directory.core.bilingual import Language
from tp_directory.core.preferences import Theme
from tp_directory.ui.appearance import Appearance
from tp_directory.ui.service.qr_dialog import QrCode, QrDialog
from tp_directory.ui.translation import Translation

NUMBER = "1-807-555-0123"
PAYLOAD = "tel:+18075550123"


@pytest.fixture
def dialog(qtbot: QtBot, appearance: Appearance) -> Iterator[QrDialog]:
    around = QWidget()
    qtbot.addWidget(around)
    dialog = QrDialog(NUMBER, PAYLOAD, "Example line", around)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # to be looked at once closed
    dialog.show()
    yield dialog


def seen(code: QrCode, count: int) -> list[list[bool]]:
    """What a camera sees: which modules are dark, each of them looked at to its last pixel."""
    image = code.grab().toImage()
    module = min(image.width(), image.height()) // count
    left, top = (image.width() - module * count) // 2, (image.height() - module * count) // 2
    return [
        [is_dark(image, left + x * module, top + y * module, module) for x in range(count)]
        for y in range(count)
    ]


def is_dark(image: QImage, left: int, top: int, side: int) -> bool:
    colours = {
        image.pixelColor(x, y).name()
        for x in range(left, left + side)
        for y in range(top, top + side)
    }
    assert colours in ({"#ffffff"}, {"#000000"})
    return colours == {"#000000"}


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.CONTRAST])
@pytest.mark.parametrize("size", [(300, 420), (333, 501), (900, 700)])
def test_a_camera_sees_the_code_and_the_white_around_it(
    dialog: QrDialog, appearance: Appearance, theme: Theme, size: tuple[int, int]
) -> None:
    appearance.set_theme(theme)
    dialog.resize(*size)
    code = dialog.findChild(QrCode)
    assert code is not None

    wanted = segno.make_qr(PAYLOAD, error="m").matrix_iter(border=4)
    modules = [[bool(module) for module in row] for row in wanted]
    assert seen(code, len(modules)) == modules


def test_the_number_stands_in_words_beside_the_code(dialog: QrDialog) -> None:
    assert NUMBER in [label.text() for label in dialog.findChildren(QLabel)]


def test_a_screen_reader_is_told_what_the_picture_is(dialog: QrDialog) -> None:
    code = dialog.findChild(QrCode)
    assert code is not None

    assert NUMBER in code.accessibleName()
    assert code.accessibleDescription()


def test_escape_closes_it(dialog: QrDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()


def test_its_button_closes_it(dialog: QrDialog) -> None:
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    button = buttons.button(QDialogButtonBox.StandardButton.Close)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert not dialog.isVisible()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", list(Language))
def test_no_words_are_cut_and_it_fits_the_screen(
    qtbot: QtBot,
    appearance: Appearance,
    translation: Translation,
    language: Language,
    percent: int,
) -> None:
    translation.show(language)
    appearance.set_text_size(percent)
    around = QWidget()
    qtbot.addWidget(around)
    long = "Ligne sans frais pour les personnes de l'extérieur de la région d'Exempleville"
    dialog = QrDialog(f"{NUMBER} poste 12345", PAYLOAD, long, around)
    dialog.show()
    lay_out()
    room = dialog.screen().availableSize()

    assert cut_words(dialog) == []
    assert dialog.size().boundedTo(room) == dialog.size()
