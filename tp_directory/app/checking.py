"""Checks that the window works on this computer, without anybody at it."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from tp_directory.app.making import destroy, make_application, make_window
from tp_directory.app.opening import open_library
from tp_directory.app.program import strip_services
from tp_directory.core.bilingual import Language, Text
from tp_directory.core.errors import DirectoryError
from tp_directory.core.preferences import Chosen
from tp_directory.exchange.outlines import OUTLINES, read_outlines
from tp_directory.paths import UserFolders, bundle
from tp_directory.policy import ScreeningRules
from tp_directory.ui.garbage import GarbageCollection
from tp_directory.ui.translation import Translation
from tp_directory.ui.window import Window

if TYPE_CHECKING:  # it loads the store and the index, which the window does not wait for
    from tp_directory.directory import Directory


class WindowFailed(DirectoryError):
    """The window does not do what it must on this computer: install the program again."""

    def __init__(self, step: str) -> None:
        super().__init__(
            Text(
                f"The window failed its check: {step}. Install the program again.",
                f"La fenêtre n'a pas réussi sa vérification : {step}. Réinstallez le programme.",
            )
        )


def check_window(directory: Directory, language: Language) -> None:
    """Show the window, search in both languages, look at what is painted, and close it.

    It needs no screen: without an application running, the offscreen platform is taken. Keys are
    sent as a keyboard would send them, so that the whole way to the results is walked.

    Raises:
        WindowFailed: a step did not show what it must.
        CannotRead: words or style of the window are missing.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = make_application()
    garbage = GarbageCollection(application)
    travelling = bundle()
    translation = Translation(application, travelling.resources / "translations")
    translation.show(language)
    window = make_window(application, travelling, language, Chosen())
    # As in opening.py.
    from tp_directory.store.kept import KeptFile  # noqa: PLC0415
    from tp_directory.ui.kept.keeping import Keeping  # noqa: PLC0415

    keeping = Keeping(KeptFile.in_memory(), window)
    outlines = read_outlines(travelling.data / OUTLINES)
    nothing_own = UserFolders.inside(Path(), Path())
    window.frame.show_directory(
        directory,
        keeping,
        partial(open_library, nothing_own, ScreeningRules(), travelling.data),
        outlines,
        strip_services(directory),
    )
    window.show()
    searches = {Language.EN: "shelter", Language.FR: "hébergement"}
    for spoken in (language, language.other):
        translation.show(spoken)
        window.frame.set_language(spoken)
        _check_search(window, searches[spoken])
    window.close()
    keeping.close()
    translation.forget()
    destroy(window)
    garbage.stop()


def _check_search(window: Window, words: str) -> None:
    from tp_directory.ui.finding.hits_view import HitsView  # noqa: PLC0415

    box = window.findChild(QLineEdit, "search_box")
    view = window.findChild(HitsView)
    clear = window.findChild(QPushButton, "clear_button")
    if not (isinstance(box, QLineEdit) and view and clear):
        raise WindowFailed("search box")
    clear.click()
    for letter in words:
        press = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter
        )
        QApplication.sendEvent(box, press)
    if box.text() != words:
        raise WindowFailed(f"typing “{words}”")
    if not view.model().rowCount():
        raise WindowFailed(f"results for “{words}”")
    image = view.grab().toImage()
    ground = image.pixel(1, image.height() - 1)
    row = view.visualRect(view.model().index(0, 0))
    if all(
        image.pixel(x, y) == ground
        for x in range(row.left(), row.right(), 2)
        for y in range(row.top(), row.bottom(), 2)
    ):
        raise WindowFailed("painting")
