"""The clipboard: nothing of ours stays there, and nothing of others is taken away."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tp_directory.ui.clipboard import Clipboard

NUMBER = "1-807-555-0123"


@pytest.fixture
def clipboard(qapp: QGuiApplication) -> Clipboard:
    qapp.clipboard().clear()
    return Clipboard()


def test_words_can_be_pasted_elsewhere(qtbot: QtBot, clipboard: Clipboard) -> None:
    with qtbot.waitSignal(clipboard.copied) as copied:
        clipboard.copy(NUMBER, "Office")

    assert copied.args == [NUMBER, "Office"]
    assert QGuiApplication.clipboard().text() == NUMBER


def test_histories_are_asked_to_leave_them_out(clipboard: Clipboard) -> None:
    clipboard.copy(NUMBER)

    content = QGuiApplication.clipboard().mimeData()
    assert content is not None
    assert content.hasFormat("ExcludeClipboardContentFromMonitorProcessing")
    assert content.data("x-kde-passwordManagerHint").data() == b"secret"


def test_histories_are_asked_to_leave_out_what_a_text_box_copies(
    qtbot: QtBot, clipboard: Clipboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Offscreen, nobody owns the clipboard; elsewhere the program does that has copied last.
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _clipboard: True)
    box = QLineEdit("Exampleville")
    qtbot.addWidget(box)
    box.selectAll()
    box.copy()
    content = QGuiApplication.clipboard().mimeData()

    assert content.text() == "Exampleville"
    assert content.data("x-kde-passwordManagerHint").data() == b"secret"
    monkeypatch.undo()
    clipboard.forget()
    assert QGuiApplication.clipboard().text() == ""


def test_what_was_copied_here_is_forgotten(clipboard: Clipboard) -> None:
    clipboard.copy(NUMBER)
    clipboard.forget()

    assert QGuiApplication.clipboard().text() == ""


def test_what_was_copied_since_then_stays(clipboard: Clipboard) -> None:
    clipboard.copy(NUMBER)
    QGuiApplication.clipboard().setText("Example from elsewhere")
    clipboard.forget()

    assert QGuiApplication.clipboard().text() == "Example from elsewhere"


def test_what_was_there_before_stays(clipboard: Clipboard) -> None:
    QGuiApplication.clipboard().setText("Example from elsewhere")
    clipboard.forget()

    assert QGuiApplication.clipboard().text() == "Example from elsewhere"


def test_words_are_forgotten_once(clipboard: Clipboard) -> None:
    clipboard.copy(NUMBER)
    clipboard.forget()
    QGuiApplication.clipboard().setText(NUMBER)
    clipboard.forget()

    assert QGuiApplication.clipboard().text() == NUMBER
