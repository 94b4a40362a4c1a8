"""Makes the application and its window, and takes them away."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tp_directory.core.bilingual import Language
from tp_directory.core.errors import CannotRead
from tp_directory.core.preferences import Chosen
from tp_directory.paths import Bundle
from tp_directory.ui.appearance import Appearance
from tp_directory.ui.icons import Icons
from tp_directory.ui.window import Window

_NAME, _NEUTRAL_NAME = "tp-directory", "workspace"


def make_application(*, is_neutral: bool = False) -> QApplication:
    """The application, by its own name or by a neutral one: a task bar shows it."""
    name = _NEUTRAL_NAME if is_neutral else _NAME
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication([name])
    application.setApplicationName(name)
    application.setDesktopFileName(name)
    return application


def make_window(
    application: QApplication, travelling: Bundle, language: Language, chosen: Chosen
) -> Window:
    """A window that is not shown yet.

    Raises:
        CannotRead: its style or an icon is missing.
    """
    file = travelling.resources / "style" / "window.qss"
    try:
        sheet = file.read_text(encoding="utf-8")
    except OSError as error:
        raise CannotRead(file, error.strerror or str(error)) from error
    icons = Icons(travelling.resources / "icons")
    window = Window(language, chosen, Appearance(application, sheet), icons)
    window.focus_ring.follow(application)
    return window


def destroy(window: Window) -> None:
    """Destroy a window now: left to Python's garbage collection, its parts go in any order."""
    window.deleteLater()
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)
