"""Before anything is asked: examples that lead somewhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import MakeWindow
from tests.ui.finding.conftest import answers, box, button, buttons, names, words_on
from tp_directory.core.bilingual import Language
from tp_directory.ui.window import Window


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("example", range(3))
def test_each_example_finds_something(
    make_window: MakeWindow, language: Language, example: int
) -> None:
    window = make_window(language)
    asked = answers(window)
    pressed = buttons(window, "example")[example]
    words = pressed.text()
    QTest.mouseClick(pressed, Qt.MouseButton.LeftButton)

    assert box(window, "search_box").text() == words
    assert names(window)
    assert asked.count() == 1


def test_an_example_gives_the_caret_to_its_words(window: Window) -> None:
    pressed = buttons(window, "example")[0]
    pressed.setFocus()
    QTest.keyClick(pressed, Qt.Key.Key_Space)

    assert box(window, "search_box").hasFocus()


def test_the_examples_are_in_the_language_of_the_program(window: Window) -> None:
    before = [each.text() for each in buttons(window, "example")]
    QTest.mouseClick(button(window, "Français"), Qt.MouseButton.LeftButton)
    QApplication.processEvents()

    after = [each.text() for each in buttons(window, "example")]
    assert "Qui peut aider" in words_on(window)
    assert not set(after) & set(before)
