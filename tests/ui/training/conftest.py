"""The page of training on the shipped checklists and cases."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import NOW
from tests.ui.test_window import lay_out
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.errors import DirectoryError
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.paths import Bundle
from tp_directory.screening.cases.scenarios import Scenario, read_scenarios
from tp_directory.screening.contents import CaseFile
from tp_directory.screening.opening import open_protocol
from tp_directory.screening.protocol import Protocol
from tp_directory.screening.vocabulary import Vocabulary, read_vocabulary
from tp_directory.ui.appearance import Appearance
from tp_directory.ui.icons import Icons
from tp_directory.ui.training.training_page import TrainingPage
from tp_directory.ui.translation import Translation

MakePage = Callable[..., TrainingPage]

EXAMPLE = Text("Example case", "Cas exemple")
HIGHWAY = "Highway stop, two adults"
SHELTER = "Shelter intake, 'bad breakup', two conversations"
SAME = "The result is the one that the case expects."
OTHER = "The result is another than the case expects."


@pytest.fixture(scope="session")
def protocols(bundle: Bundle) -> Mapping[str, Protocol]:
    files = (bundle.data / "protocols").glob("*.xlsx")
    return {file.stem: open_protocol(file) for file in files}


@pytest.fixture(scope="session")
def scenarios(bundle: Bundle) -> Mapping[str, Scenario]:
    found = read_scenarios(bundle.data / "protocols" / "scenarios.yaml")
    return {each.id: each for each in found}


@pytest.fixture(scope="session")
def vocabulary(bundle: Bundle) -> Vocabulary:
    return read_vocabulary(bundle.data / "protocols" / "common.yaml")


@pytest.fixture
def make_page(
    qtbot: QtBot,
    qapp: QApplication,
    protocols: Mapping[str, Protocol],
    scenarios: Mapping[str, Scenario],
    vocabulary: Vocabulary,
    taxonomy: Taxonomy,
    translation: Translation,
    appearance: Appearance,
    icons: Icons,
) -> MakePage:
    """The page in a language and a size of type, 1180 by 760 pixels."""

    def make(language: Language = Language.EN, scale: float = 1.0) -> TrainingPage:
        font = QFont(qapp.font())
        font.setPointSizeF(font.pointSizeF() * scale)
        qapp.setFont(font)
        appearance.show_scheme(Qt.ColorScheme.Light)
        translation.show(language)
        page = TrainingPage(
            vocabulary, taxonomy.needs, language, appearance.tokens, icons, lambda: NOW
        )
        qtbot.addWidget(page)
        page.show_protocols(protocols)
        page.show_case_files((shipped(scenarios),))
        page.resize(1180, 760)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        lay_out()
        return page

    return make


@pytest.fixture
def page(make_page: MakePage) -> TrainingPage:
    """The page in English."""
    return make_page()


def shipped(scenarios: Mapping[str, Scenario]) -> CaseFile:
    """The file of cases that travels with the program."""
    return CaseFile(Path("scenarios.yaml"), is_own=False, scenarios=tuple(scenarios.values()))


def words(widget: QWidget) -> list[str]:
    """All words of labels that can be seen, in the order in which they were made."""
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisible() and each.text()]


def buttons(widget: QWidget, name: str) -> list[QAbstractButton]:
    """The visible buttons of that name: what a screen reader says, or what stands on it."""
    return [
        each
        for each in widget.findChildren(QAbstractButton)
        if each.isVisible() and name in (each.accessibleName(), each.text().replace("&", ""))
    ]


def click(widget: QWidget, name: str) -> None:
    """Click the one visible button of that name."""
    (button,) = buttons(widget, name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    lay_out()


def open_case(page: TrainingPage, title: str) -> None:
    """Open a case by its title, as it is shown."""
    (button,) = [
        each
        for each in page.findChildren(QAbstractButton)
        if each.isVisible() and each.accessibleName().endswith(f", {title}")
    ]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    lay_out()


def add(
    page: TrainingPage, *scenarios: Scenario, refusal: DirectoryError | None = None
) -> CaseFile:
    """Show a file of an organization's own cases."""
    file = CaseFile(Path("ours.yaml"), is_own=True, scenarios=scenarios, refusal=refusal)
    page.show_case_files((file,))
    lay_out()
    return file
