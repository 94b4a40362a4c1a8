"""What is kept, in a file of its own, beside a small fictional edition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import NOW
from tests.ui.service.conftest import FAX, OFFICE, button, example
from tests.ui.test_window import lay_out
from tp_directory import editions
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.closure import Closure
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.kept import Kept, KeptService
from tp_directory.core.service import Phone, PhoneKind, Source
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.directory import Directory
from tp_directory.paths import Bundle
from tp_directory.store.kept import KeptFile
from tp_directory.ui.appearance import Appearance
from tp_directory.ui.kept.keeping import Keeping
from tp_directory.ui.kept.kept_page import KeptPage

HOUSE = example(phones=(OFFICE,))
LINE = replace(
    HOUSE,
    id="00000000-0000-5000-8000-000000000002",
    name=Text("Example Line", "Ligne Exemple"),
    phones=(replace(OFFICE, number="+1-807-555-0123"),),
)
NIGHT = replace(
    HOUSE,
    id="00000000-0000-5000-8000-000000000007",
    name=Text("Night House", "Maison de nuit"),
    phones=(
        replace(OFFICE, hours="Mo-Fr 08:30-16:30"),
        Phone("+1-807-555-0177", PhoneKind.VOICE, Text("Night", "Nuit"), "Mo-Su 20:00-08:00"),
    ),
)
MUTE = replace(
    HOUSE,
    id="00000000-0000-5000-8000-000000000008",
    name=Text("Mute House", "Maison Muette"),
    phones=(FAX,),
)
OLD = replace(
    HOUSE,
    id="00000000-0000-5000-8000-000000000009",
    name=Text("Old Page House", "Maison Ancienne"),
    sources=(Source("https://example.org/old", date(2026, 11, 23), "2020"),),
)
CLOSED = Closure(
    "00000000-0000-5000-8000-000000000003", Text("Old House", "Vieille Maison"), "2026-03", LINE.id
)
MOVED = Closure(
    "00000000-0000-5000-8000-000000000004",
    Text("Older House", "Très Vieille Maison"),
    "",
    CLOSED.id,
)
ENDED = Closure("00000000-0000-5000-8000-000000000005", Text("Lost House", "Maison Perdue"))
VANISHED = "00000000-0000-5000-8000-000000000006"


def kept(service_id: str, name: Text, note: str = "", *lists: str) -> KeptService:
    """A service that is kept, with the number it had then."""
    organization = Text("Example Society", "Société Exemple")
    return KeptService(
        service_id, name, organization, "1-807-555-0199", date(2026, 11, 1), note, lists
    )


def lists(page: KeptPage) -> QListWidget:
    """The lists at the left of the page."""
    found = page.findChild(QListWidget, "lists")
    assert isinstance(found, QListWidget)
    return found


def named(page: KeptPage) -> list[str]:
    """What the lists are called."""
    return [lists(page).item(row).text() for row in range(lists(page).count())]


def choose(page: KeptPage, row: int) -> None:
    """Choose a list."""
    lists(page).setCurrentRow(row)
    lay_out()


def cards(page: KeptPage) -> list[list[str]]:
    """What each card says."""
    lay_out()
    found = page.findChildren(QFrame, "card")
    return [[each.text() for each in card.findChildren(QLabel)] for card in found]


def click(page: KeptPage, words: str) -> None:
    """Press the button with these words or this name."""
    QTest.mouseClick(button(page, words), Qt.MouseButton.LeftButton)
    lay_out()


def asked(page: KeptPage) -> QMessageBox:
    """The question that is asked at this moment."""
    [box] = [each for each in page.findChildren(QMessageBox) if each.isVisible()]
    return box


def keep(keeping: Keeping, *services: KeptService) -> None:
    """Keep these services."""
    keeping.take_in(Kept(services))


@pytest.fixture
def small_directory(
    tmp_path: Path, bundle: Bundle, gazetteer: Gazetteer, taxonomy: Taxonomy
) -> Iterator[Directory]:
    """Five services that run, and three that closed."""
    folder = tmp_path / "edition"
    editions.write(
        folder,
        (HOUSE, LINE, NIGHT, MUTE, OLD),
        gazetteer,
        taxonomy,
        built_at=NOW.isoformat(),
        closures=(CLOSED, MOVED, ENDED),
    )
    directory = editions.open_edition(folder, bundle.data, clock=lambda: NOW)
    yield directory
    directory.close()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where what is kept is."""
    return tmp_path / "kept" / "kept.sqlite"


@pytest.fixture
def keeping(qtbot: QtBot, place: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Keeping]:
    """What keeps the file; it does not wait for another program that holds it."""
    monkeypatch.setattr("tp_directory.store.kept_engine._WAIT_SECONDS", 0)
    parent = QWidget()
    qtbot.addWidget(parent)
    keeping = Keeping(KeptFile.open(place), parent)
    yield keeping
    keeping.close()


@pytest.fixture
def page(
    qtbot: QtBot,
    small_directory: Directory,
    keeping: Keeping,
    appearance: Appearance,
    translation: object,
) -> KeptPage:
    page = KeptPage(
        keeping, small_directory.fate, small_directory.now, Language.EN, appearance.tokens
    )
    qtbot.addWidget(page)
    page.resize(900, 600)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page
