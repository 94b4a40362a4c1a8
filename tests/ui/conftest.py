"""The window on the bundled directory, as a worker has it in front of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import translations
from tests.conftest import NOW
from tp_directory import editions
from tp_directory.app import strip_services
from tp_directory.core.bilingual import Language
from tp_directory.core.closure import Closure
from tp_directory.core.gazetteer import Gazetteer
from tp_directory.core.place import Outline
from tp_directory.core.preferences import Chosen, Preferences
from tp_directory.core.release import Changes
from tp_directory.core.service import Service
from tp_directory.core.taxonomy import Taxonomy
from tp_directory.directory import Directory
from tp_directory.exchange.outlines import read_outlines
from tp_directory.paths import Bundle
from tp_directory.screening.library import Library
from tp_directory.store.kept import KeptFile
from tp_directory.ui.actions import Actions
from tp_directory.ui.appearance import Appearance
from tp_directory.ui.finding.reader import Reader
from tp_directory.ui.icons import Icons
from tp_directory.ui.kept.keeping import Keeping
from tp_directory.ui.translation import Translation
from tp_directory.ui.window import Window

MakeWindow = Callable[..., Window]
MoveOver = Callable[..., Directory]
WriteEdition = Callable[..., Path]


@pytest.fixture(scope="session", autouse=True)
def compiled_words() -> None:
    if translations.is_stale():
        translations.compile_all()


@pytest.fixture
def translation(qapp: QApplication, bundle: Bundle) -> Iterator[Translation]:
    spoken = Translation(qapp, bundle.resources / "translations")
    yield spoken
    spoken.forget()


@pytest.fixture
def appearance(qapp: QApplication, bundle: Bundle) -> Iterator[Appearance]:
    """The look of the program; its font and colours are put back afterwards."""
    font = QFont(qapp.font())
    sheet = (bundle.resources / "style" / "window.qss").read_text(encoding="utf-8")
    look = Appearance(qapp, sheet)
    yield look
    # A window that outlives the style sheet it was shown with would crash the next one: Qt would
    # not hear of its end.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setFont(font)
    qapp.setStyleSheet("")
    look.deleteLater()


@pytest.fixture(scope="session")
def outlines(bundle: Bundle) -> tuple[Outline, ...]:
    return read_outlines(bundle.data / "geography" / "provinces.geojson")


@pytest.fixture
def library(bundle: Bundle, tmp_path: Path) -> Library:
    """The checklists of the program, and room for own ones."""
    return Library(bundle.data, tmp_path / "protocols", tmp_path / "scenarios")


@pytest.fixture
def icons(bundle: Bundle) -> Icons:
    return Icons(bundle.resources / "icons")


@pytest.fixture
def actions(qapp: QApplication, translation: Translation) -> Iterator[Actions]:
    """The actions of a window that is not there."""
    actions = Actions(qapp)
    yield actions
    actions.deleteLater()


@pytest.fixture
def make_window(
    qtbot: QtBot,
    qapp: QApplication,
    directory: Directory,
    translation: Translation,
    appearance: Appearance,
    outlines: tuple[Outline, ...],
    icons: Icons,
    library: Library,
) -> MakeWindow:
    """A window that is shown and ready to be searched, in a language and a size of type.

    It follows the settings that are chosen in it, and keeps what is kept in memory.
    """

    def make(
        language: Language = Language.EN, scale: float = 1.0, preferences: Preferences | None = None
    ) -> Window:
        font = QFont(qapp.font())
        font.setPointSizeF(font.pointSizeF() * scale)
        qapp.setFont(font)
        appearance.show_scheme(Qt.ColorScheme.Light)
        translation.show(language)
        chosen = [preferences or Preferences()]
        window = Window(language, Chosen(chosen[0]), appearance, icons)
        qtbot.addWidget(window)
        window.focus_ring.follow(qapp)

        def switch(chosen: Language) -> None:
            translation.show(chosen)
            window.frame.set_language(chosen)

        def follow(name: str, value: object) -> None:
            chosen[0] = replace(chosen[0], **{name: value})  # type: ignore[arg-type]  # by its name
            window.apply(Chosen(chosen[0]))

        window.frame.language_chosen.connect(switch)
        window.frame.preference_chosen.connect(follow)
        keeping = Keeping(KeptFile.in_memory(), window)
        window.closed.connect(keeping.close)
        window.frame.show_directory(
            directory, keeping, lambda: library, outlines, strip_services(directory)
        )
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


@pytest.fixture(scope="session")
def write_edition_2(
    gazetteer: Gazetteer,
    taxonomy: Taxonomy,
    services: tuple[Service, ...],
    tmp_path_factory: pytest.TempPathFactory,
) -> WriteEdition:
    """Writes an edition 2, with some records changed or closed; the same one is written once."""
    written: dict[tuple[object, ...], Path] = {}

    def write(
        changed: dict[str, Service | None] | None = None, closures: tuple[Closure, ...] = ()
    ) -> Path:
        """`changed` has other records by their ids, None for those that are no more."""
        changed = changed or {}
        asked = (*changed.items(), *closures)
        if asked not in written:
            records = (changed.get(each.id, each) for each in services)
            written[asked] = tmp_path_factory.mktemp("edition") / "2"
            editions.write(
                written[asked],
                (each for each in records if each is not None),
                gazetteer,
                taxonomy,
                built_at="2026-11-24T10:00:00+00:00",
                number=2,
                published_at="2026-11-24T09:00:00+00:00",
                closures=closures,
            )
        return written[asked]

    return write


@pytest.fixture
def move_over(
    bundle: Bundle, write_edition_2: WriteEdition, library: Library
) -> Iterator[MoveOver]:
    """Has a window go on with an edition 2 that is written for it."""
    opened: list[Directory] = []

    def go_on(
        window: Window,
        changed: dict[str, Service | None] | None = None,
        closures: tuple[Closure, ...] = (),
        *,
        changes: Changes | None = None,
        checklists: Library | None = None,
    ) -> Directory:
        folder = write_edition_2(changed, closures)
        later = editions.open_edition(folder, bundle.data, clock=lambda: NOW)
        opened.append(later)
        window.frame.move_over(
            later, lambda: checklists or library, strip_services(later), changes or Changes()
        )
        rest(window)
        return later

    yield go_on
    for each in opened:
        each.close()


def rest(window: QWidget) -> None:
    """Let everything be laid out, and the page of the service follow: it waits for a pause."""
    reader = window.findChild(Reader)
    QApplication.processEvents()
    while isinstance(reader, Reader) and reader.pane.hit is not reader.hit:
        QTest.qWait(5)
    for _round in range(6):
        QApplication.processEvents()
