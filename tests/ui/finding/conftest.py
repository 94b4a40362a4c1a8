"""The parts of the window that finding is about, as a worker sees and uses them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import NOW
from tests.ui.conftest import MakeWindow, rest
from tp_directory.core.query import Query, Results
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.directory import Directory
from tp_directory.ui.finding.hits_model import HitsModel
from tp_directory.ui.finding.hits_view import HitsView
from tp_directory.ui.finding.inquiry import Inquiry
from tp_directory.ui.finding.row import RowWriter
from tp_directory.ui.service.service_pane import ServicePane
from tp_directory.ui.window import Window

Ask = Callable[[Query], HitsModel]


def box(window: QWidget, name: str) -> QLineEdit:
    """A line to type into: search_box, place_box or filter_box."""
    found = window.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def hits(window: QWidget) -> HitsView:
    """The list of results."""
    found = window.findChild(HitsView)
    assert isinstance(found, HitsView)
    return found


def names(window: QWidget) -> list[str]:
    """The names of all results."""
    model = hits(window).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def chosen(window: QWidget) -> str:
    """The name of the result that is chosen, "" where none is."""
    return str(hits(window).currentIndex().data() or "")


def service(window: QWidget) -> ServicePane:
    """The page of the service."""
    QApplication.processEvents()  # it is shown after the results have been painted
    found = window.findChild(ServicePane)
    assert isinstance(found, ServicePane)
    return found


def words_on(widget: QWidget) -> str:
    """All that can be read on a widget at this moment."""
    labels = [each for each in widget.findChildren(QLabel) if each.isVisible()]
    return "\n".join(label.text() for label in labels)


def service_words(window: QWidget) -> str:
    """All that can be read on the page of the service, once it has followed."""
    rest(window)
    return words_on(service(window))


def search(window: QWidget, words: str, place: str = "") -> None:
    """Ask with these words and from this place, by keyboard."""
    for name, text in (("search_box", words), ("place_box", place)):
        box(window, name).setFocus()
        box(window, name).selectAll()
        QTest.keyClicks(box(window, name), text)
    QTest.keyClick(box(window, "place_box"), Qt.Key.Key_Return)
    box(window, "search_box").setFocus()


def head_of_results(window: QWidget) -> str:
    """What stands above the results, first of all."""
    pane = window.findChild(QWidget, "results_pane")
    assert isinstance(pane, QWidget)
    return words_on(pane).splitlines()[0]


def buttons(window: QWidget, role: str) -> list[QPushButton]:
    """The buttons of a kind that can be seen: chip, switch or example."""
    QApplication.processEvents()  # what was just added is shown by the event loop
    found = window.findChildren(QPushButton)
    return [each for each in found if each.isVisible() and each.property("role") == role]


def button(window: QWidget, words: str) -> QPushButton:
    """The button with these words, or this name."""
    QApplication.processEvents()
    for each in window.findChildren(QPushButton):
        if each.isVisible() and words in (each.text(), each.accessibleName()):
            return each
    raise AssertionError(f"no button “{words}”")


def answers(window: Window) -> QSignalSpy:
    """Counts how often the directory is asked from now on."""
    inquiry = window.findChild(Inquiry)
    assert isinstance(inquiry, Inquiry)
    return QSignalSpy(inquiry.answered)


def query(window: Window) -> Query:
    """What is asked at this moment."""
    inquiry = window.findChild(Inquiry)
    assert isinstance(inquiry, Inquiry)
    return inquiry.query


def clipboard() -> str:
    """What was copied."""
    return QGuiApplication.clipboard().text()


@pytest.fixture
def narrow(make_window: MakeWindow, qtbot: QtBot) -> Window:
    """A window with room for the results or the service alone, with the hotline found."""
    window = make_window(scale=2.0)
    window.resize(1024, 640)
    search(window, "human trafficking hotline")
    qtbot.waitUntil(lambda: not service(window).isVisible())
    return window


@pytest.fixture
def ask(qapp: QObject, directory: Directory, taxonomy: Taxonomy) -> Ask:
    """A model that shows the answer to a query."""

    def ask(query: Query) -> HitsModel:
        parent = QObject(qapp)
        inquiry = Inquiry(directory, query.language, "", parent)
        model = HitsModel(inquiry.page, parent)

        def show(results: Results) -> None:
            writer = RowWriter(taxonomy, query.language, NOW.date(), inquiry.marker())
            model.show(results, writer)

        inquiry.answered.connect(show)
        inquiry.ask(query)
        return model

    return ask
