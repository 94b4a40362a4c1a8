"""What a worker does with the service that is shown, in the window and by its keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.service.conftest import button, labels
from tests.ui.test_window import ask, lay_out, press
from tp_directory.core.kept import Kept
from tp_directory.ui.kept.keeping import Keeping
from tp_directory.ui.service.qr_dialog import QrDialog
from tp_directory.ui.service.service_pane import ServicePane
from tp_directory.ui.window import Window

HOTLINE = "1-833-900-1010"


class PhoneProgram(QObject):
    """Takes the calls that the window hands to the computer."""

    def __init__(self) -> None:
        super().__init__()
        self.called: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.called.append(url.toString())


@pytest.fixture
def phone_program(qapp: QApplication) -> Iterator[PhoneProgram]:
    program = PhoneProgram()
    # The stub wants bytes, which PySide refuses.
    QDesktopServices.setUrlHandler("tel", program, "take")  # type: ignore[arg-type]  # as above
    yield program
    QDesktopServices.unsetUrlHandler("tel")


@pytest.fixture
def pane(window: Window) -> ServicePane:
    """The pane of the hotline, as the window shows it."""
    window.resize(1400, 860)
    ask(window, "human trafficking hotline", "")
    found = window.findChild(ServicePane)
    assert isinstance(found, ServicePane)
    return found


@pytest.fixture
def keeping(window: Window) -> Keeping:
    found = window.findChild(Keeping)
    assert isinstance(found, Keeping)
    return found


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    lay_out()


def said(window: Window) -> list[str]:
    return [each for each in labels(window) if each]


def notes(kept: Kept) -> list[tuple[str, str]]:
    return [(each.name.en, each.note) for each in kept.services]


def test_a_number_is_called_by_the_phone_program_of_the_computer(
    pane: ServicePane, phone_program: PhoneProgram
) -> None:
    click(button(pane, f"Call {HOTLINE}"))

    assert phone_program.called == ["tel:+18339001010"]


def test_a_code_is_shown_for_the_number(window: Window, pane: ServicePane) -> None:
    click(button(pane, f"QR code of {HOTLINE}"))
    dialog = window.findChild(QrDialog)
    assert isinstance(dialog, QrDialog)

    assert HOTLINE in labels(dialog)
    dialog.reject()


def test_the_number_is_copied_and_that_is_said(window: Window, pane: ServicePane) -> None:
    click(button(pane, f"Copy {HOTLINE}"))

    assert QGuiApplication.clipboard().text() == HOTLINE
    assert f"Copied: {HOTLINE}" in said(window)


def test_the_button_keeps_the_service_and_keeps_it_no_longer(
    pane: ServicePane, keeping: Keeping
) -> None:
    click(button(pane, "Keep"))
    kept = notes(keeping.kept)
    click(button(pane, "Keep no longer"))

    assert kept == [("Canadian Human Trafficking Hotline", "")]
    assert notes(keeping.kept) == []


def test_keeping_by_keyboard_is_said_and_can_be_undone(
    window: Window, pane: ServicePane, keeping: Keeping
) -> None:
    press(window, "Ctrl+D")
    assert "Kept on this computer." in said(window)
    assert button(pane, "Keep no longer").text() == "★ &Kept"
    press(window, "Ctrl+D")
    assert "Kept no longer: Canadian Human Trafficking Hotline" in said(window)
    press(window, "Ctrl+Z")

    assert notes(keeping.kept) == [("Canadian Human Trafficking Hotline", "")]
    assert "Kept no longer: Canadian Human Trafficking Hotline" not in said(window)


def test_the_undo_button_brings_the_note_back_and_goes(
    window: Window, pane: ServicePane, keeping: Keeping
) -> None:
    press(window, "Ctrl+N")
    QTest.keyClicks(window.focusWidget(), "Ask.")
    pane.tell_note()
    press(window, "Ctrl+D")
    undo = button(window, "&Undo")
    assert undo.isVisible()
    click(undo)

    assert notes(keeping.kept) == [("Canadian Human Trafficking Hotline", "Ask.")]
    assert not undo.isVisible()


def test_a_note_keeps_its_service_and_the_caret_stays_in_it(
    qtbot: QtBot, window: Window, pane: ServicePane, keeping: Keeping
) -> None:
    press(window, "Ctrl+N")
    QTest.keyClicks(window.focusWidget(), "Ask for the")
    qtbot.waitUntil(lambda: bool(keeping.kept.services))
    QTest.keyClicks(window.focusWidget(), " night desk.")
    pane.tell_note()

    assert notes(keeping.kept) == [
        ("Canadian Human Trafficking Hotline", "Ask for the night desk.")
    ]
    assert isinstance(window.focusWidget(), QPlainTextEdit)
    assert button(pane, "Keep no longer").text() == "★ &Kept"


def test_a_note_is_kept_when_the_window_is_closed_in_the_middle_of_it(
    window: Window, pane: ServicePane, keeping: Keeping
) -> None:
    press(window, "Ctrl+N")
    QTest.keyClicks(window.focusWidget(), "Ask.")
    told: list[list[tuple[str, str]]] = []
    window.closed.connect(lambda: told.append(notes(keeping.kept)))
    window.close()

    assert told == [[("Canadian Human Trafficking Hotline", "Ask.")]]


def test_what_is_kept_no_longer_is_not_kept_again_by_the_note_being_written(
    qtbot: QtBot, window: Window, keeping: Keeping, pane: ServicePane
) -> None:
    press(window, "Ctrl+D")
    press(window, "Ctrl+N")
    QTest.keyClicks(window.focusWidget(), "Ask.")
    press(window, "Ctrl+D")
    qtbot.wait(600)  # longer than the pause after which a note is told
    assert notes(keeping.kept) == []
    press(window, "Ctrl+Z")
    click(button(window, "&Undo"))

    assert notes(keeping.kept) == [("Canadian Human Trafficking Hotline", "Ask.")]


def test_a_service_is_put_on_lists_and_taken_off_again(pane: ServicePane, keeping: Keeping) -> None:
    keeping.add_list("Night & day")
    click(button(pane, "Keep"))
    for lists in (("Night & day",), ()):
        QTimer.singleShot(0, lambda: pick("Night && day"))
        click(button(pane, "L&ists"))

        assert keeping.kept.services[0].lists == lists


def pick(words: str) -> None:
    """Choose an entry of the menu that is open, as a mouse does."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entry = next(each for each in menu.actions() if each.text() == words)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(entry).center())


def test_a_new_list_is_made_with_the_service_on_it(
    monkeypatch: pytest.MonkeyPatch, pane: ServicePane, keeping: Keeping
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: (" Night numbers ", True))
    click(button(pane, "Keep"))
    QTimer.singleShot(0, lambda: pick("New list…"))
    click(button(pane, "L&ists"))

    assert keeping.kept.lists == ("Night numbers",)
    assert keeping.kept.services[0].lists == ("Night numbers",)


def test_the_buttons_show_what_is_compared_and_in_which_languages(
    window: Window, pane: ServicePane
) -> None:
    for words in ("Comp&are", "English + Français"):
        assert not button(pane, words).isChecked()
        click(button(pane, words))
        assert button(pane, words).isChecked()
        click(button(pane, words))
        assert not button(pane, words).isChecked()


def test_each_button_tells_its_key(pane: ServicePane) -> None:
    keys = {"Keep": "Ctrl+D", "&Note": "Ctrl+N", "Comp&are": "Ctrl+B", "Report an e&rror": "Ctrl+E"}

    for words, key in keys.items():
        assert button(pane, words).toolTip().endswith(f"({key})")
