"""The whole window on an edition of made-up services, put together as app.py does it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from synthetic import services

import translations
from tp_directory import editions, paths
from tp_directory.app import Program, Ready, now
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.service import Service
from tp_directory.exchange.outlines import read_outlines
from tp_directory.exchange.records import read_records
from tp_directory.exchange.reference import read_gazetteer, read_taxonomy
from tp_directory.paths import Bundle, UserFolders
from tp_directory.screening.library import Library
from tp_directory.store.kept import open_kept
from tp_directory.ui.appearance import Appearance
from tp_directory.ui.escape_watch import EscapeWatch
from tp_directory.ui.garbage import GarbageCollection
from tp_directory.ui.hide_key import HideKey
from tp_directory.ui.icons import Icons
from tp_directory.ui.idle_watch import IdleWatch
from tp_directory.ui.translation import Translation
from tp_directory.ui.window import Window
from tp_directory.user_settings import UserSettings

USUAL_SIZE = (1400, 860)
Kind = TypeVar("Kind", bound=QObject)


def real_services() -> tuple[Service, ...]:
    """The bundled records, which made-up ones are mixed from."""
    data = paths.bundle().data
    return tuple(read_records(data / "directory", read_gazetteer(data / "geography")))


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.widget = widget
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


@contextmanager
def shown_window(application: QApplication, folder: Path, count: int) -> Iterator[Window]:
    """The window in English, with `count` services to be searched.

    All that the program writes goes into `folder`. Only the single instance and the reporter of
    faults are missing: a fault has to end a measurement.
    """
    bundle = _bundle_of_its_own(folder)
    garbage = GarbageCollection(application)
    user = UserFolders.inside(folder, folder / "settings")
    settings = UserSettings(user)
    translation = Translation(application, bundle.resources / "translations")
    sheet = (bundle.resources / "style" / "window.qss").read_text(encoding="utf-8")
    look, icons = Appearance(application, sheet), Icons(bundle.resources / "icons")
    window = Window(Language.EN, settings.chosen, look, icons)
    window.focus_ring.follow(application)

    def opened(_progress: object) -> Ready:
        directory = editions.open_edition(user.editions, bundle.data, clock=now)
        kept, notice = open_kept(user.kept)
        outlines = read_outlines(bundle.data / "geography" / "provinces.geojson")
        return Ready(
            editions.Opened(directory, Text(), user.editions, bundle.data), kept, outlines, notice
        )

    _write_edition(bundle, user.editions, count)
    program = Program(
        window,
        translation,
        opened,
        opened,
        lambda data: Library(data, user.protocols, user.scenarios),
        settings,
    )
    program.set_language(Language.EN)
    window.hide_when_idle(IdleWatch(application, window))
    EscapeWatch(application, window).pressed_twice.connect(window.hide_everything)
    HideKey(application, window).pressed.connect(window.hide_everything)
    window.resize(*USUAL_SIZE)
    window.show()
    window.activateWindow()
    program.open()
    while window.findChild(QLineEdit, "search_box") is None:
        application.processEvents()
    settle()
    try:
        yield window
    finally:
        window.close()
        translation.forget()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        garbage.stop()


def part(window: QWidget, kind: type[Kind], name: str) -> Kind:
    """The one part of a window that has a name."""
    found = window.findChild(kind, name)
    assert isinstance(found, kind), name
    return found


def trigger(window: QWidget, keys: str) -> None:
    """Do what a shortcut does."""
    wanted = QKeySequence(keys)
    next(action for action in window.actions() if wanted in action.shortcuts()).trigger()


def press_letter(widget: QWidget, letter: str) -> None:
    """Type one letter, of any alphabet, into a widget."""
    key, modifier = Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, modifier, letter))


def wait(milliseconds: int) -> None:
    """Let the event loop turn for a time."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def settle() -> None:
    """Let the event loop turn until it has nothing more to do."""
    dispatcher = QAbstractEventDispatcher.instance()
    assert dispatcher is not None
    while dispatcher.processEvents(QEventLoop.ProcessEventsFlag.AllEvents):
        pass


def _bundle_of_its_own(folder: Path) -> Bundle:
    """Qt maps files of words into memory: a build of them meanwhile would crash a long run."""
    if translations.is_stale():
        translations.compile_all()
    bundle = paths.bundle()
    resources = folder / "resources"
    shutil.copytree(bundle.resources, resources)
    return Bundle(bundle.data, resources)


def _write_edition(bundle: Bundle, folder: Path, count: int) -> None:
    gazetteer, taxonomy = read_gazetteer(bundle.data / "geography"), read_taxonomy(bundle.data)
    made = services(real_services(), gazetteer, count)
    editions.write(folder, made, gazetteer, taxonomy, built_at=now().isoformat())
