"""Keeping in the window: what is said, what is shared, and what a worker finds again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QListWidget,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)

from tests.conftest import NOW
from tests.ui.conftest import MakeWindow
from tests.ui.kept.conftest import HOUSE, LINE
from tests.ui.service.conftest import button, labels
from tests.ui.test_window import ask, cut_words, lay_out, press
from tp_directory.core.bilingual import Language
from tp_directory.core.kept import Fault, Kept
from tp_directory.exchange.kept_json import encode
from tp_directory.ui.kept.keeping import Keeping
from tp_directory.ui.service.report_dialog import ReportDialog
from tp_directory.ui.service.service_pane import ServicePane
from tp_directory.ui.window import Window


@pytest.fixture
def keeping(window: Window) -> Keeping:
    """What is kept in the window, which shows the hotline."""
    window.resize(1400, 860)
    ask(window, "human trafficking hotline", "")
    found = window.findChild(Keeping)
    assert isinstance(found, Keeping)
    return found


def click(window: QWidget, words: str) -> None:
    QTest.mouseClick(button(window, words), Qt.MouseButton.LeftButton)
    lay_out()


def said(window: Window) -> list[str]:
    return [each.text() for each in window.findChildren(QLabel) if each.isVisible()]


def dialog(window: Window) -> ReportDialog:
    found = window.findChild(ReportDialog)
    assert isinstance(found, ReportDialog)
    return found


def test_the_page_opens_with_its_lists_under_the_keyboard(window: Window, keeping: Keeping) -> None:
    press(window, "Ctrl+D")
    press(window, "Ctrl+3")

    assert isinstance(window.focusWidget(), QListWidget)
    assert "Canadian Human Trafficking Hotline" in said(window)


def test_a_kept_service_is_opened_in_the_directory(window: Window, keeping: Keeping) -> None:
    press(window, "Ctrl+D")
    ask(window, "shelter", "Kenora")
    press(window, "Ctrl+3")
    click(window, "Open, Canadian Human Trafficking Hotline")
    pane = window.findChild(ServicePane)
    assert isinstance(pane, ServicePane)

    assert pane.isVisible()
    assert labels(pane)[0] == "Canadian Human Trafficking Hotline"


def test_tab_walks_through_the_page_in_reading_order(window: Window, keeping: Keeping) -> None:
    press(window, "Ctrl+D")
    press(window, "Ctrl+3")
    walked = []
    for _ in range(4):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        focused = window.focusWidget()
        assert focused is not None
        walked.append(focused.accessibleName())

    name = "Canadian Human Trafficking Hotline"
    assert walked == ["Kept", "Copy, 1-833-900-1010", f"Open, {name}", f"Keep no longer, {name}"]


def test_the_copy_of_a_number_says_whose_it_is(window: Window, keeping: Keeping) -> None:
    press(window, "Ctrl+D")
    press(window, "Ctrl+3")
    button(window, "Copy, 1-833-900-1010").setFocus()
    press(window, "Ctrl+C")

    assert QGuiApplication.clipboard().text() == "1-833-900-1010"
    [words] = [each for each in said(window) if each.startswith("Copied: ")]
    assert words.startswith("Copied: 1-833-900-1010 (Canadian Human Trafficking Hotline")


def test_ctrl_c_on_the_lists_says_what_to_do(window: Window, keeping: Keeping) -> None:
    press(window, "Ctrl+D")
    press(window, "Ctrl+3")
    press(window, "Ctrl+C")

    assert QGuiApplication.clipboard().text() == ""
    assert "No number was copied: go to one of the services first." in said(window)


def test_a_service_dropped_on_the_page_can_be_brought_back(
    window: Window, keeping: Keeping
) -> None:
    press(window, "Ctrl+D")
    press(window, "Ctrl+3")
    click(window, "Keep no longer, Canadian Human Trafficking Hotline")
    assert "Kept no longer: Canadian Human Trafficking Hotline" in said(window)
    press(window, "Ctrl+Z")

    assert len(keeping.kept.services) == 1


def test_what_somebody_shared_is_taken_in_and_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, window: Window, keeping: Keeping
) -> None:
    press(window, "Ctrl+D")
    shared = tmp_path / "list.json"
    shared.write_bytes(encode(Kept(keeping.kept.services, ("Night",))))
    keeping.erase()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(shared), ""))
    press(window, "Ctrl+3")
    click(window, "&Import…")

    assert "1 service was added." in said(window)
    assert keeping.kept.lists == ("Night",)


def test_a_file_that_is_no_list_is_told_in_the_bar(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, window: Window, keeping: Keeping
) -> None:
    other = tmp_path / "other.json"
    other.write_bytes(b"{}")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(other), ""))
    press(window, "Ctrl+3")
    click(window, "&Import…")
    [label] = [each for each in window.findChildren(QLabel) if "other.json" in each.text()]

    assert label.isVisible()
    assert label.textFormat() is Qt.TextFormat.PlainText  # names of files come from elsewhere


def test_an_error_is_reported_and_waits_on_the_page(window: Window, keeping: Keeping) -> None:
    press(window, "Ctrl+E")
    kind = dialog(window).findChild(QComboBox)
    words = dialog(window).findChild(QPlainTextEdit, "report_words")
    assert isinstance(kind, QComboBox)
    assert isinstance(words, QPlainTextEdit)
    QTest.keyClick(kind, Qt.Key.Key_Down)
    QTest.keyClicks(words, "Open until 20:00.")
    QTest.keyClick(words, Qt.Key.Key_Return)
    QTest.keyClicks(words, "Their own page says so. ")
    click(dialog(window), "&Keep the report")
    [report] = keeping.kept.reports

    assert report.fault is Fault.HOURS
    assert report.words == "Open until 20:00.\nTheir own page says so."
    assert report.name.en == "Canadian Human Trafficking Hotline"
    assert "The report waits on the page “Kept”." in said(window)


def questions(window: Window) -> list[QMessageBox]:
    return [each for each in window.findChildren(QMessageBox) if each.isVisible()]


def save_reports(window: Window, monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    """Have all reports saved as a file by the button for it."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    press(window, "Ctrl+3")
    lists = window.findChild(QListWidget, "lists")
    assert isinstance(lists, QListWidget)
    lists.setCurrentRow(lists.count() - 1)
    click(window, "Save rep&orts…")


@pytest.mark.parametrize(("answer", "left"), [("&Remove", 0), ("Cancel", 2)])
def test_reports_wait_until_they_are_saved_unless_the_worker_keeps_them(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    window: Window,
    keeping: Keeping,
    answer: str,
    left: int,
) -> None:
    keeping.report(HOUSE, Fault.HOURS, "Closed on Mondays.", 7, NOW.date())
    keeping.report(LINE, Fault.CLOSED, "", 7, NOW.date())
    save_reports(window, monkeypatch, tmp_path / "out.json")
    [question] = questions(window)
    assert question.text() == "Remove the saved reports from this page?"
    click(question, answer)

    assert (tmp_path / "out.json").exists()
    assert len(keeping.kept.reports) == left


def test_reports_that_could_not_be_saved_go_on_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, window: Window, keeping: Keeping
) -> None:
    keeping.report(HOUSE, Fault.HOURS, "Closed on Mondays.", 7, NOW.date())
    save_reports(window, monkeypatch, tmp_path / "missing" / "out.json")

    assert questions(window) == []
    assert len(keeping.kept.reports) == 1


@pytest.mark.parametrize("way", ["Cancel", "Esc"])
def test_a_report_that_is_given_up_is_not_kept(window: Window, keeping: Keeping, way: str) -> None:
    press(window, "Ctrl+E")
    if way == "Esc":
        QTest.keyClick(dialog(window), Qt.Key.Key_Escape)
    else:
        click(dialog(window), way)

    assert keeping.kept.reports == ()


def test_tab_leaves_the_words_of_a_report(window: Window, keeping: Keeping) -> None:
    press(window, "Ctrl+E")
    words = dialog(window).findChild(QPlainTextEdit, "report_words")
    assert isinstance(words, QPlainTextEdit)
    words.setFocus()
    QTest.keyClick(words, Qt.Key.Key_Tab)

    assert words.toPlainText() == ""
    assert not words.hasFocus()
    dialog(window).reject()


@pytest.mark.parametrize("scale", [1.0, 2.0], ids=["100 %", "200 %"])
@pytest.mark.parametrize("language", list(Language))
def test_the_dialog_of_a_report_fits_the_screen_and_no_words_are_cut(
    make_window: MakeWindow, language: Language, scale: float
) -> None:
    window = make_window(language, scale)
    ask(window, "human trafficking hotline", "")
    press(window, "Ctrl+E")
    report = dialog(window)
    room = report.screen().availableSize()

    assert report.size().boundedTo(room) == report.size()
    assert cut_words(report) == []
    report.reject()


def test_nothing_is_reported_without_a_service(window: Window) -> None:
    press(window, "Ctrl+E")

    assert window.findChild(ReportDialog) is None
