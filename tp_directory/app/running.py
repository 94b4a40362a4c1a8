"""Runs the program with its window."""

from __future__ import annotations

from functools import partial

from tp_directory.app.making import destroy, make_application, make_window
from tp_directory.app.opening import open_everything, open_library, open_present
from tp_directory.app.program import Program, system_language
from tp_directory.app.updating import Updating, update_command
from tp_directory.core.bilingual import Language
from tp_directory.paths import bundle, user_folders
from tp_directory.ui.escape_watch import EscapeWatch
from tp_directory.ui.faults import FaultReporter
from tp_directory.ui.garbage import GarbageCollection
from tp_directory.ui.hide_key import HideKey
from tp_directory.ui.idle_watch import IdleWatch
from tp_directory.ui.single_instance import SingleInstance
from tp_directory.ui.translation import Translation
from tp_directory.user_settings import UserSettings


def run(language: Language | None = None) -> int:
    """Show the window and return the exit code once it is closed.

    `language` comes before the one kept, which comes before the system's. Where a window is open
    already, that one comes to the front and this start is over.
    """
    travelling, folders = bundle(), user_folders()
    settings = UserSettings(folders)
    application = make_application(is_neutral=settings.chosen.preferences.neutral_title)
    instance = SingleInstance(folders.settings, application)
    if not instance.claim():
        return 0
    garbage = GarbageCollection(application)
    spoken = language or settings.chosen.preferences.language or system_language()
    translation = Translation(application, travelling.resources / "translations")
    window = make_window(application, travelling, spoken, settings.chosen)
    window.restore(settings.window)
    window.frame.set_widths(settings.panes)
    reporter = FaultReporter(folders.settings, window)
    reporter.install()
    program = Program(
        window,
        translation,
        partial(open_everything, travelling, folders),
        partial(open_present, travelling, folders),
        partial(open_library, folders, settings.screening),
        settings,
    )
    updating = Updating(window, program, folders, settings, update_command())
    program.set_language(spoken)
    updating.show()
    window.hide_when_idle(IdleWatch(application, window))
    EscapeWatch(application, window).pressed_twice.connect(window.hide_everything)
    HideKey(application, window).pressed.connect(window.hide_everything)
    instance.called.connect(window.call_back)
    window.show()
    program.open()
    if settings.notice:
        window.frame.show_notice(settings.notice)
    code = application.exec()
    instance.release()
    reporter.uninstall()
    translation.forget()
    destroy(window)
    garbage.stop()
    return code
