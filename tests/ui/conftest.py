"""The window on the bundled directory, as a worker has it in front of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import translations
from tp_directory.app import Translation, strip_services
from tp_directory.core.bilingual import Language
from tp_directory.directory import Directory
from tp_directory.paths import Bundle
from tp_directory.ui.appearance import Appearance
from tp_directory.ui.window import Window

MakeWindow = Callable[..., Window]


@pytest.fixture(scope="session", autouse=True)
def compiled_words() -> None:
    if translations.is_stale():
        translations.compile_all()


@pytest.fixture
def translation(qapp: QApplication, bundle: Bundle) -> Iterator[Translation]:
    spoken = Translation(qapp, bundle)
    yield spoken
    spoken.forget()


@pytest.fixture
def appearance(qapp: QApplication, bundle: Bundle) -> Iterator[Appearance]:
    """The look of the program; its font and colours are put back afterwards."""
    font = QFont(qapp.font())
    sheet = (bundle.resources / "style" / "window.qss").read_text(encoding="utf-8")
    look = Appearance(qapp, sheet)
    yield look
    qapp.setFont(font)
    qapp.setStyleSheet("")
    look.deleteLater()


@pytest.fixture
def make_window(
    qtbot: QtBot,
    qapp: QApplication,
    directory: Directory,
    translation: Translation,
    appearance: Appearance,
) -> MakeWindow:
    """A window that is shown and ready to be searched, in a language and a size of type."""

    def make(language: Language = Language.EN, scale: float = 1.0) -> Window:
        font = QFont(qapp.font())
        font.setPointSizeF(font.pointSizeF() * scale)
        qapp.setFont(font)
        appearance.show_scheme(Qt.ColorScheme.Light)
        translation.show(language)
        window = Window(language, appearance)
        qtbot.addWidget(window)
        window.focus_ring.follow(qapp)

        def switch(chosen: Language) -> None:
            translation.show(chosen)
            window.set_language(chosen)

        window.language_chosen.connect(switch)
        window.show_directory(directory, strip_services(directory))
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        QGuiApplication.clipboard().clear()
        return window

    return make


@pytest.fixture
def window(make_window: MakeWindow) -> Window:
    """The window in English."""
    return make_window()
